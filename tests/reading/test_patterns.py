"""A long list of phrases, tried one by one where each may stand, finds what all together find."""

from __future__ import annotations

import re
import sys
from types import ModuleType
from typing import Any

import pytest

from foitrack.later import Later
from foitrack.reading import patterns
from foitrack.reading.patterns import any_of, apart, phrases
from foitrack.reading.prose import fold, sentences
from foitrack.reading.response import sign_phrases
from tests.reading.test_letters import LETTERS, letter

EVERY = pytest.mark.parametrize(
    ("letters", "lists"),
    [pytest.param(170, 9, id="some"), pytest.param(1, 1, id="all", marks=pytest.mark.extended)],
)


def _lists(module: ModuleType) -> dict[str, Any]:
    """The patterns of a module that are made of phrases."""
    return {
        f"{module.__name__}.{name}": own
        for name, own in vars(module).items()
        if isinstance(own, Later) and own.pattern in patterns._APART
    }


def known() -> list[re.Pattern[str]]:
    names = [name for name in sys.modules if name.startswith("foitrack.reading")]
    found = {one.pattern: one for name in names for one in _lists(sys.modules[name]).values()}
    return [*found.values(), *sign_phrases.RULES.values()]


@EVERY
def test_every_list_in_letters(letters: int, lists: int) -> None:
    said = [fold(letter(name)["text"]) for name in sorted(LETTERS)[::letters]]
    texts = [*said, *(" ".join(s.of(text).split()) for text in said for s in sentences(text))]
    assert len(known()) > 50
    for own in known()[::lists]:
        found = apart(own)
        together = re.compile(any_of(*found), re.IGNORECASE)
        made = phrases(*found)
        for text in texts:
            assert _spans(made, text) == _spans(together, text), (own.pattern[:60], text)


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int] | None]:
    met = (pattern.search(text), pattern.match(text), pattern.search(text, len(text) // 3))
    return [one.span() if one else None for one in met]


LONG = tuple(f"phrase number {n} (?:of|in) the list" for n in range(40))


def test_the_first_that_stands_is_found_and_of_two_there_the_first_named() -> None:
    made = phrases("list now", *LONG, "phrase", "list")
    met = made.search("A list, a phrase number 7 of the list now")
    assert met is not None
    assert met.group() == "list"
    again = made.match("phrase number 3 in the list")
    assert again is not None
    assert again.group() == "phrase number 3 in the list"
    assert made.search("a number of others") is None


def test_it_finds_the_same_once_it_is_sought_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_OFTEN", 3)
    text = "there is phrase number 12 IN the list, and number 13"
    made = phrases(*LONG)
    found = [made.search(text) for _ in range(6)]
    assert {met.span() for met in found if met} == {(9, 37)}
    assert None not in found
    assert [made.match(text) for _ in range(6)] == [None] * 6
    assert made.sub("x", text) == "there is x, and number 13"
    assert made.flags & re.IGNORECASE
