"""Patterns written as lists of phrases, one a line, so that each can be read and judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import maxsize
from typing import Any, cast

from foitrack.later import Later
from foitrack.reading.beginnings import alternatives
from foitrack.reading.needed import Quick

_APART: dict[str, tuple[str, ...]] = {}
_WORTH_SIFTING = 2_000
_OFTEN = 100
_LONG_TEXT = 4_000


def any_of(*phrases: str) -> str:
    """One pattern for all phrases; they are patterns themselves, tried in order."""
    return "(?:" + "|".join(phrases) + ")"


def phrases(*found: str) -> re.Pattern[str]:
    """The phrases as one pattern, whatever their capitals; compiled when it is first used, and of
    a long one no more than a text may hold. They may name no groups.
    """
    whole = _Listed(any_of(*found))
    _APART[whole.pattern] = found
    return cast("re.Pattern[str]", _Sifted(whole))


def apart(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The phrases that a pattern was made of."""
    return _APART.get(pattern.pattern, (pattern.pattern,))


class _Listed(Later):
    """Phrases in one pattern that passes over most places of a text at once."""

    def made(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(alternatives(_APART[self.pattern]), re.IGNORECASE)


class _Sifted(Later):
    """A list, of which each phrase is tried only where it may stand.

    So it is in long texts; and in short ones a long list, until it is looked for often: once they
    are compiled, all together are found sooner there.
    """

    def __init__(self, whole: Later) -> None:
        super().__init__(whole.pattern)
        self._whole = whole
        self._patience = _OFTEN if len(whole.pattern) > _WORTH_SIFTING else 0
        self._quick: Quick | None = None

    def made(self) -> re.Pattern[str]:
        """All phrases together."""
        return self._whole.made()

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first of the phrases that stands in a text, as the whole pattern would find it."""
        if len(text) < _LONG_TEXT:
            if not self._patience:
                return self._whole.search(text, start, end)  # type: ignore[no-any-return]
            self._patience -= 1
        first = None
        for phrase in self._possible(text):
            met = phrase.search(text, start, end)
            if met is not None and (first is None or met.start() < first.start()):
                first = met
        return first

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Every place where one of the phrases stands."""
        if len(text) >= _LONG_TEXT and not self._possible(text):
            return iter(())
        return self._whole.finditer(text, start, end)  # type: ignore[no-any-return]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    def _possible(self, text: str) -> list[re.Pattern[str]]:
        if self._quick is None:
            self._quick = Quick({0: _APART[self.pattern]})
        return self._quick.possible(text).get(0, [])
