"""Patterns written as lists of phrases, one a line, so that each can be read and judged."""

from __future__ import annotations

import re
from typing import cast

from foitrack.reading.beginnings import begun

_APART: dict[str, tuple[str, ...]] = {}


def any_of(*phrases: str) -> str:
    """One pattern for all phrases; they are patterns themselves, tried in order."""
    return "(?:" + "|".join(phrases) + ")"


class _Later:
    """A pattern that is compiled when it is first used: some of the longest seldom are."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> object:
        made = re.compile(self.pattern, re.IGNORECASE)
        for own in _USED:
            setattr(self, own, getattr(made, own))
        return getattr(made, name)


_USED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "flags", "groups")


def phrases(*found: str) -> re.Pattern[str]:
    """The phrases as one pattern, whatever their capitals; compiled when it is first used."""
    pattern = any_of(*found)
    _APART[pattern] = found
    return cast("re.Pattern[str]", _Later(pattern))


def sought(*found: str) -> re.Pattern[str]:
    """The same, for phrases that are looked for in every sentence: found sooner, made later."""
    pattern = re.compile(any_of(*map(begun, found)), re.IGNORECASE)
    _APART[pattern.pattern] = found
    return pattern


def apart(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The phrases that a pattern was made of."""
    return _APART.get(pattern.pattern, (pattern.pattern,))
