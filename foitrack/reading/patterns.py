"""Patterns written as lists of phrases, one a line, so that each can be read and judged."""

from __future__ import annotations

import re
from sys import maxsize
from typing import cast

from foitrack.later import Later
from foitrack.reading.beginnings import begun
from foitrack.reading.needed import Quick

_APART: dict[str, tuple[str, ...]] = {}
_WORTH_SIFTING = 2_000
_OFTEN = 100


def any_of(*phrases: str) -> str:
    """One pattern for all phrases; they are patterns themselves, tried in order."""
    return "(?:" + "|".join(phrases) + ")"


def phrases(*found: str) -> re.Pattern[str]:
    """The phrases as one pattern, whatever their capitals; compiled when it is first used, and of
    a long one no more than a text may hold. They may name no groups.
    """
    return _put_off(Later(any_of(*found)), found)


def sought(*found: str) -> re.Pattern[str]:
    """The same, for phrases that are looked for in every sentence: found sooner, made later."""
    return _put_off(_Sought(any_of(*found)), found)


def _put_off(whole: Later, found: tuple[str, ...]) -> re.Pattern[str]:
    _APART[whole.pattern] = found
    long = len(whole.pattern) > _WORTH_SIFTING
    return cast("re.Pattern[str]", _Sifted(whole) if long else whole)


def apart(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The phrases that a pattern was made of."""
    return _APART.get(pattern.pattern, (pattern.pattern,))


class _Sought(Later):
    """A pattern made so that most places of a text are passed over at once."""

    def made(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(any_of(*map(begun, _APART[self.pattern])), re.IGNORECASE)


class _Sifted(Later):
    """A long list, of which each phrase is tried only where it may stand.

    Once they are compiled, all together are found sooner: so they are, in a process that looks
    for them often.
    """

    def __init__(self, whole: Later) -> None:
        super().__init__(whole.pattern)
        self.whole = whole
        self._times = 0
        self._quick: Quick | None = None

    def made(self) -> re.Pattern[str]:
        """All phrases together."""
        return self.whole.made()

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first of the phrases that stands in a text, as the whole pattern would find it."""
        self._times += 1
        if self._times > _OFTEN:
            return self._now().search(text, start, end)
        first = None
        for phrase in self._possible(text):
            met = phrase.search(text, start, end)
            if met is not None and (first is None or met.start() < first.start()):
                first = met
        return first

    def _possible(self, text: str) -> list[re.Pattern[str]]:
        if self._quick is None:
            self._quick = Quick({0: _APART[self.pattern]})
        return self._quick.possible(text).get(0, [])
