"""What is tried quickly must find what is found slowly."""

from __future__ import annotations

import pytest

from foitrack.reading.needed import Quick, needed
from foitrack.reading.patterns import apart
from foitrack.reading.prose import fold, sentences
from foitrack.reading.response import looking, signs
from foitrack.reading.response.clause_words import NCND
from foitrack.reading.response.clauses import DONE
from foitrack.reading.response.not_done_phrases import NOT_DONE
from foitrack.reading.response.sign_phrases import RULES
from tests.reading.test_letters import LETTERS, letter

EVERY = pytest.mark.parametrize(
    "every", [pytest.param(24, id="some"), pytest.param(1, id="all", marks=pytest.mark.extended)]
)


@EVERY
def test_signs_of_letters(monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    said = {name: fold(letter(name)["text"]) for name in sorted(LETTERS)[::every]}
    looking._quick.cache_clear()
    monkeypatch.setattr(looking, "_read", [0])
    monkeypatch.setattr(looking, "_MANY", sum(map(len, said.values())))
    slow = {name: list(signs.signals(text)) for name, text in said.items()}
    assert looking._quick.cache_info().currsize == 0
    monkeypatch.setattr(looking, "_MANY", 0)
    assert [name for name, text in said.items() if list(signs.signals(text)) != slow[name]] == []
    assert looking._quick.cache_info().currsize == 1


@EVERY
def test_every_phrase_of_letters(every: int) -> None:
    patterns = [*RULES.values(), NOT_DONE, NCND, *DONE]
    quick = Quick({number: apart(one) for number, one in enumerate(patterns)})
    for name in sorted(LETTERS)[::every]:
        said = fold(letter(name)["text"])
        for span in sentences(said):
            sentence = " ".join(span.of(said).split())
            possible = quick.possible(sentence)
            for number, pattern in enumerate(patterns):
                found = any(one.search(sentence) for one in possible.get(number, ()))
                assert found == bool(pattern.search(sentence))


@pytest.mark.parametrize(
    ("source", "sets"),
    [
        (r"\bnot held\b", {("not held",)}),
        (r"(?:withheld|refused) by the \w+", {("refused", "withheld"), (" by the ",)}),
        (r"(?:provided)? below", {(" below",)}),
        (r"\d+|as follows", set()),
        (r"provid(?:e|ed)+", {("provid",)}),
        (r"[a-z]{3}", set()),
    ],
)
def test_what_is_needed(source: str, sets: set[tuple[str, ...]]) -> None:
    assert set(needed(source)) == sets


def test_capitals_do_not_matter() -> None:
    (phrase,) = Quick({1: ["Freedom of Information"]}).possible("The FREEDOM OF INFORMATION Act")[1]
    assert phrase.search("THE FREEDOM OF INFORMATION ACT")


def test_a_phrase_of_no_certain_words_may_always_stand() -> None:
    quick = Quick({1: [r"\d+", "withheld"], 2: ["refused by us"]})
    assert [one.pattern for one in quick.possible("Nothing here.")[1]] == [r"\d+"]
    assert 2 not in quick.possible("It was refused.")
