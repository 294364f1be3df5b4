"""What is tried quickly must find what is found slowly."""

from __future__ import annotations

import re

import pytest

from foitrack.reading.needed import Quick, Vocabulary, needed
from foitrack.reading.patterns import apart
from foitrack.reading.prose import fold, sentences
from foitrack.reading.response import signs
from foitrack.reading.response.clause_words import NCND
from foitrack.reading.response.clauses import DONE
from foitrack.reading.response.sign_phrases import RULES
from foitrack.reading.response.undone_phrases import NOT_DONE
from tests.reading.test_letters import LETTERS, letter


@pytest.mark.parametrize("name", LETTERS)
def test_signs_of_a_letter(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = fold(letter(name)["text"])
    signs._quick.cache_clear()
    slow = list(signs.signals(said))
    monkeypatch.setattr(signs, "_MANY", 0)
    assert list(signs.signals(said)) == slow


def test_every_phrase_of_every_letter() -> None:
    patterns = [*RULES.values(), NOT_DONE, NCND, *DONE]
    vocabulary = Vocabulary()
    quick = [(one, Quick(apart(one), vocabulary)) for one in patterns]
    for name in LETTERS:
        said = fold(letter(name)["text"])
        for span in sentences(said):
            sentence = " ".join(span.of(said).split())
            met = vocabulary.met_in(sentence)
            for pattern, same in quick:
                assert same.found_in(sentence, met) == bool(pattern.search(sentence))


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
    vocabulary = Vocabulary()
    quick = Quick(["Freedom of Information"], vocabulary)
    text = "The FREEDOM OF INFORMATION Act"
    assert quick.found_in(text, vocabulary.met_in(text))
    assert re.search("freedom of information", text, re.IGNORECASE)
