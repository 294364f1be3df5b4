from __future__ import annotations

import pytest

from foitrack.reading.response.question_labels import head, in_order, turned_to, within


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("On part 2, we hold nothing.", ["2"]),
        ("Your third question is refused.", ["3"]),
        ("Your first and second questions are answered below.", ["1", "2"]),
        ("With regard to (ii) the Office considers", ["ii"]),
        ("The information in (i) is: six.", ["i"]),
        ("Q1 and Q2: see the table.", ["1", "2"]),
        ("Questions 1-3 are refused.", ["1", "2", "3"]),
        ("Items (a) to (c) are enclosed.", ["a", "b", "c"]),
        ("In relation to question 1a, we hold it.", ["1a"]),
        ("For questions 1, 3 and 5 we estimate", ["1", "3", "5"]),
        ("For all of your questions 1 - 3 above, please see", ["1", "2", "3"]),
    ],
)
def test_a_sentence_turns_to_questions(sentence: str, labels: list[str]) -> None:
    turn = turned_to(sentence)
    assert turn is not None and list(turn.labels) == labels


@pytest.mark.parametrize(
    "sentence",
    [
        "For 2021 there were 5.",
        "On 3 March we wrote.",
        "Section 40(2) applies.",
        "I refer to your request.",
        "In response to your request",
        "Part of your request is refused.",
        "Item 3.2 costs £4.",
        "A separate answer is sent.",
    ],
)
def test_a_sentence_that_turns_to_none(sentence: str) -> None:
    assert turned_to(sentence) is None


def test_heads_and_inner_marks() -> None:
    turns = [head(line) for line in ("(b) x", "ii. x", "A) 5")]
    assert [turn and turn.labels for turn in turns] == [
        ("b",),
        ("ii",),
        ("a",),
    ]
    assert head("I am") is None and head("a dog") is None
    assert within("asked for (i) the dates; and (ii) the cost") == ("i", "ii")


def test_order_is_that_of_counting() -> None:
    assert in_order(["10", "2", "1a", "1"]) == ["1", "1a", "2", "10"]
    assert in_order(["b", "a"]) == ["b", "a"]
