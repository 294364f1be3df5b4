"""Patterns written as lists of phrases, one a line, so that each can be read and judged."""

from __future__ import annotations

import re


def any_of(*phrases: str) -> str:
    """One pattern for all phrases; they are patterns themselves, tried in order."""
    return "(?:" + "|".join(phrases) + ")"


def phrases(*found: str) -> re.Pattern[str]:
    """The phrases compiled, whatever their capitals."""
    return re.compile(any_of(*found), re.IGNORECASE)
