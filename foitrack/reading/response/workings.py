"""Figures that work out what an answer would cost: they are no answer."""

from __future__ import annotations

import re

from foitrack.later import later

_RECKONED = re.compile(r"\d[^=]{0,60}\sx\s[^=]{0,60}=")
_OF_TIME = later(
    r"\b(?:\d+ ?(?:h|hrs?|hours?|mins?|minutes|m)|hours?|hrs|mins?|minutes|per (?:file|"
    r"record|hour))\b",
    re.IGNORECASE,
)
_OF_COST = later(r"\b(?:rate|costs?)\b|£", re.IGNORECASE)


def works_out(sentence: str) -> bool:
    """Whether a sentence multiplies: “11,600 files x 10 minutes x £25 = £48,333”."""
    return _RECKONED.search(sentence) is not None


def is_of_time(table: str) -> bool:
    """Whether a table reckons time: its head names hours and what they cost, or half of its rows
    or more are of hours and minutes.
    """
    rows = [row for row in table.splitlines() if row.strip()]
    if rows and _OF_TIME.search(rows[0]) and _OF_COST.search(rows[0]):
        return True
    return bool(rows) and sum(bool(_OF_TIME.search(row)) for row in rows) * 2 >= len(rows)
