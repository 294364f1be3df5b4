"""How the wording of a whole letter tells what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack import assets
from foitrack.law.terms import LetterKind, Outcome
from foitrack.reading.likeness import Likeness, words_of

ROWS = [
    "word\tgiven\tkept",
    "bias\t0.0\t0.0",
    "scales\t0.1\t1.0",
    "attached\t10\t5\t-5",
    "please find\t10\t5\t-5",
    "withheld\t10\t-5\t5",
    "(table)\t10\t9\t-9",
    *(f"plain{'a' * n}\t10\t0\t0" for n in range(40)),
]
FILLER = " ".join(f"plain{'a' * n}" for n in range(40))


@pytest.fixture
def likeness() -> Likeness:
    return Likeness.from_rows(ROWS)


def test_words_and_neighbours_with_figures_as_noughts() -> None:
    assert list(words_of("In 2019, (twice)")) == [
        "in", "0000", "twice", "in 0000", "0000 twice",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "marks", "value"),
    [
        ("Please find it attached.", (), "given"),
        ("It is withheld.", (), "kept"),
        ("It is withheld.", ("(table)",), "given"),
    ],
)
def test_what_a_letter_is_most_like(
    likeness: Likeness, said: str, marks: tuple[str, ...], value: str
) -> None:
    likely = likeness.of(f"{said} {FILLER}", marks)
    assert likely is not None
    assert likely.value == value
    assert 0.5 < likely.share < 1


def test_of_a_few_words_nothing_is_told(likeness: Likeness) -> None:
    assert likeness.of("Please find it attached.") is None


def test_the_sentence_that_says_most(likeness: Likeness) -> None:
    said = "We hold it. Please find it attached. Some is withheld."
    span = likeness.telling(said, "kept")
    assert span is not None and span.of(said) == "Some is withheld."
    assert likeness.telling("We hold it.", "kept") is None


@given(st.text())
def test_any_text_can_be_weighed(said: str) -> None:
    likeness = Likeness.from_rows(ROWS)
    likely = likeness.of(said + FILLER)
    assert likely is None or 0.5 <= likely.share <= 1
    likeness.telling(said, "given")


ANSWERING = set(LetterKind) - {LetterKind.OTHER}
"""What answers nobody is told by other signs."""


@pytest.mark.parametrize(("field", "known"), [("outcome", set(Outcome)), ("letter", ANSWERING)])
def test_the_weights_that_ship(field: str, known: set[str]) -> None:
    likeness = assets.likeness()[field]
    assert set(likeness.values) == known
    assert len(likeness.bias) == len(likeness.values)
    assert len(likeness.words) > 1000
    for weights in likeness.words.values():
        rare, *values = map(int, weights.split("\t"))
        assert rare > 0 and len(values) == len(likeness.values)
        assert all(-127 <= one <= 127 for one in values)
