"""Which phrases a text can hold: those whose words it has. Only those need to be tried.

A phrase is a pattern; its alternatives are phrases of their own. Each set of words that one needs
has one of them somewhere in whatever it matches; a text without any word of a set does not match.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import cast

from foitrack.later import Later
from foitrack.needed_words import Words, has_each, needed, plain
from foitrack.pattern_signs import parts_of

__all__ = ["Quick", "needed"]

_Phrase = tuple[int, int]
"""The number of its pattern, and its own place among all phrases."""
_BEGINNING = 4
_LONG = 1_000
"""Characters beyond which looking for each word is less work than taking a text to pieces."""


class Quick:
    """Phrases of which any may be found in a text, each tried only where it may be.

    Each belongs to a pattern of several, known by a number; what a text may hold of all patterns
    is asked for at once.
    """

    __slots__ = ("_always", "_by_beginning", "_others", "_parts", "_short")

    def __init__(self, patterns: Mapping[int, Sequence[str]]) -> None:
        self._always: list[_Phrase] = []
        self._short: dict[str, list[_Phrase]] = {}
        self._by_beginning: dict[str, dict[str, list[_Phrase]]] = {}
        self._parts: list[Later] = []
        self._others: list[tuple[Words, ...]] = []
        """For each phrase, what it needs besides the word it is kept under."""
        for number, sources in patterns.items():
            for source in sources:
                for part in parts_of(source):
                    self._add(number, part)

    def _add(self, number: int, source: str) -> None:
        rarest, *others = needed(source) or [()]
        phrase = number, len(self._parts)
        self._parts.append(Later(source))
        self._others.append(tuple(others))
        if not rarest:
            self._always.append(phrase)
        for word in rarest:
            short = len(word) < _BEGINNING
            kept = self._short if short else self._by_beginning.setdefault(word[:_BEGINNING], {})
            kept.setdefault(word, []).append(phrase)

    def possible(self, text: str) -> dict[int, list[re.Pattern[str]]]:
        """The phrases that may stand in a text, and in any part of it, by their patterns."""
        low, fours = _taken_apart(text)
        found = set(self._always)
        begun = self._by_beginning
        told = (begun[four] for four in (begun if fours is None else begun.keys() & fours))
        for known in (self._short, *told):
            for word, phrases in known.items():
                if word in low:
                    found.update([own for own in phrases if has_each(low, self._others[own[1]])])
        by_pattern: dict[int, list[re.Pattern[str]]] = {}
        for number, own in sorted(found, key=_place):
            by_pattern.setdefault(number, []).append(cast("re.Pattern[str]", self._parts[own]))
        return by_pattern


def _place(phrase: _Phrase) -> int:
    return phrase[1]


@lru_cache(maxsize=4)
def _taken_apart(text: str) -> tuple[str, frozenset[str] | None]:
    """A text in lower case, and, unless it is long, its runs of four letters."""
    low = plain(text)
    if len(low) > _LONG:
        return low, None
    return low, frozenset(map("".join, zip(low, low[1:], low[2:], low[3:], strict=False)))
