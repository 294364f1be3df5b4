"""Patterns written as lists of phrases, one a line, so that each can be read and judged."""

from __future__ import annotations

import re
from sys import maxsize
from typing import cast

from foitrack.later import Later
from foitrack.reading.beginnings import begun
from foitrack.reading.needed import Quick

_APART: dict[str, tuple[str, ...]] = {}
_WORTH_SIFTING = 800
_OFTEN = 400


def any_of(*phrases: str) -> str:
    """One pattern for all phrases; they are patterns themselves, tried in order."""
    return "(?:" + "|".join(phrases) + ")"


def phrases(*found: str) -> re.Pattern[str]:
    """The phrases as one pattern, whatever their capitals; compiled when it is first used, and of
    a long one no more than a text may hold. They may name no groups.
    """
    whole = any_of(*found)
    _APART[whole] = found
    made = _Sifted(whole) if len(whole) > _WORTH_SIFTING else Later(whole)
    return cast("re.Pattern[str]", made)


def sought(*found: str) -> re.Pattern[str]:
    """The same, for phrases that are looked for in every sentence: found sooner, made later."""
    whole = any_of(*found)
    _APART[whole] = found
    return cast("re.Pattern[str]", _Sought(whole))


def apart(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The phrases that a pattern was made of."""
    return _APART.get(pattern.pattern, (pattern.pattern,))


class _Sifted(Later):
    """A long list, of which each phrase is tried only where it may stand.

    Once they are compiled, all together are found sooner: so they are, in a process that looks
    for them often.
    """

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self._times = 0
        self._quick: Quick | None = None

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first of the phrases that stands in a text, as the whole pattern would find it."""
        if self._is_sought_often():
            return self._now().search(text, start, end)
        first = None
        for phrase in self._possible(text):
            met = phrase.search(text, start, end)
            if met is not None and (first is None or met.start() < first.start()):
                first = met
        return first

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first of the phrases with which a text begins."""
        if self._is_sought_often():
            return self._now().match(text, start, end)
        found = (phrase.match(text, start, end) for phrase in self._possible(text))
        return next(filter(None, found), None)

    def _is_sought_often(self) -> bool:
        self._times += 1
        return self._times > _OFTEN

    def _possible(self, text: str) -> list[re.Pattern[str]]:
        if self._quick is None:
            self._quick = Quick({0: apart(cast("re.Pattern[str]", self))})
        return self._quick.possible(text).get(0, [])


class _Sought(_Sifted):
    """The same, made so that most places of a text are passed over at once."""

    def made(self) -> re.Pattern[str]:
        """The pattern itself."""
        found = apart(cast("re.Pattern[str]", self))
        return re.compile(any_of(*map(begun, found)), re.IGNORECASE)
