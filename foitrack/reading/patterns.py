"""Patterns written as lists of phrases, one a line, so that each can be read and judged."""

from __future__ import annotations

import re

from foitrack.reading.beginnings import begun

_APART: dict[str, tuple[str, ...]] = {}


def any_of(*phrases: str) -> str:
    """One pattern for all phrases; they are patterns themselves, tried in order."""
    return "(?:" + "|".join(phrases) + ")"


def phrases(*found: str) -> re.Pattern[str]:
    """The phrases compiled, whatever their capitals."""
    pattern = re.compile(any_of(*found), re.IGNORECASE)
    _APART[pattern.pattern] = found
    return pattern


def sought(*found: str) -> re.Pattern[str]:
    """The same, for phrases that are looked for in every sentence: found sooner, made later."""
    pattern = re.compile(any_of(*map(begun, found)), re.IGNORECASE)
    _APART[pattern.pattern] = found
    return pattern


def apart(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The phrases that a pattern was made of."""
    return _APART.get(pattern.pattern, (pattern.pattern,))
