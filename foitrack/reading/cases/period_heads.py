"""Headings of columns that name a period and something else: "2022 – PC", "Dismissed 21/22"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foitrack.later import later
from foitrack.reading.periods import Period, parse_period
from foitrack.reading.tables.grid import is_total

_YEAR = r"(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?|\d\d/\d\d"
_FIRST = later(rf"(?P<period>{_YEAR})\s*[:–-]?\s+(?P<rest>\D.*)")
_LAST = later(rf"(?P<rest>.*?\D)\s+(?:in |during )?[(]?(?P<period>{_YEAR})[)]?", re.IGNORECASE)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Head:
    """A column, counted from 0, and the period that its heading names."""

    index: int
    period: Period
    printed: str


def heads_by_rest(columns: Sequence[str]) -> dict[str, list[Head]]:
    """The columns with a period by what else their headings say; none where any says no period.

    A column that adds others up is left out, and so is the first, which has the labels.
    """
    found: dict[str, list[Head]] = {}
    for index, heading in enumerate(columns[1:], 1):
        if not heading or is_total([heading]):
            continue
        parted = _parted(heading)
        if parted is None:
            return {}
        period, rest = parted
        if not is_total([rest]):
            found.setdefault(rest, []).append(Head(index, period, heading))
    several = sum(map(len, found.values())) >= _LEAST
    return found if several and all(map(_differ, found.values())) else {}


def _differ(heads: Sequence[Head]) -> bool:
    return len({head.period for head in heads}) == len(heads)


def _parted(heading: str) -> tuple[Period, str] | None:
    """The period that a heading names, and the rest of it."""
    for sign in ("\n", " – "):
        before, parted, after = heading.partition(sign)
        if parted:
            for printed, rest in ((before, after), (after, before)):
                period = parse_period(printed)
                if period and rest.strip() and parse_period(rest) is None:
                    return period, " ".join(rest.split())
    text = " ".join(heading.split())
    for form in (_FIRST, _LAST):
        if met := form.fullmatch(text):
            period = parse_period(met["period"])
            if period:
                return period, met["rest"].strip(" :–-")
    return None
