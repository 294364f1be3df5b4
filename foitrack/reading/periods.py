"""Periods that figures are given for: years, financial years, quarters, months, days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from foitrack.reading.dates import MONTH_WORD, find_dates, month_of

_YEAR = r"(?:19|20)\d\d"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern + r"$", re.IGNORECASE))
    for name, pattern in (
        (
            "year",
            rf"(?:(?:calendar )?year |cy ?|in |during )?(?P<y>{_YEAR})(?: ?\*| ?\(?(?:to date|"
            rf"ytd|part year|part-year|so far)\)?)?:?",
        ),
        (
            "financial",
            rf"(?:(?:financial|fiscal) year |fy ?|f/y ?)?(?P<y>{_YEAR}) ?(?:/|-|to|"
            rf"&) ?(?P<z>(?:20)?\d\d)(?: (?:financial|fiscal) year)?(?: ?\*| ?\(?(?:to date|"
            rf"ytd)\)?)?:?",
        ),
        ("financial", r"(?:fy ?|(?:financial|fiscal) year )(?P<s>\d\d) ?[/-] ?(?P<z>\d\d)"),
        ("financial", r"(?P<s>[0-3]\d)/(?P<z>\d\d)(?: ?\*| ?\(?(?:to date|ytd)\)?)?:?"),
        (
            "quarter",
            rf"(?:q(?:uarter)? ?(?P<q>[1-4])[ ,/-]{{0,3}}(?P<y>{_YEAR})|"
            rf"(?P<y2>{_YEAR})[ ,/-]{{0,3}}q(?:uarter)? ?(?P<q2>[1-4]))",
        ),
        ("month", rf"(?P<m>0?[1-9]|1[0-2]) ?[/.-] ?(?P<y>{_YEAR})"),
        ("month", rf"(?P<y>{_YEAR}) ?[/.-] ?(?P<m>0[1-9]|1[0-2])"),
        ("month", rf"(?P<mw>{MONTH_WORD})\.?[ ,'/-]{{1,3}}(?P<y>{_YEAR}|\d\d)"),
    )
)
_FIGURE = re.compile(r"\d")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Period:
    """A period: its normal form ("2018", "2015-11", "2018/19") and, if it has one, its year."""

    value: str
    year: int | None
    part: bool = False
    """Whether the text says that the period is not complete."""


def parse_period(cell: str) -> Period | None:
    """The period that a cell or heading gives and nothing else; None for any other text."""
    # Most cells and lines are none, and that is seen at once: no period is without a figure.
    if _FIGURE.search(cell) is None:
        return None
    text = " ".join(cell.split()).strip(" :*_#.")
    return _parsed(text) if text and len(text) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Period | None:
    for name, form in _FORMS:
        if found := form.match(text):
            period = _period(name, found)
            if period:
                return period
    dates = find_dates(text)
    if len(dates) == 1 and dates[0].value and dates[0].end - dates[0].start == len(text):
        return Period(dates[0].value.isoformat(), dates[0].value.year)
    return None


def _period(name: str, found: re.Match[str]) -> Period | None:
    groups = found.groupdict()
    part = bool(re.search(r"to date|ytd|part|so far|\*", found.group(), re.IGNORECASE))
    if name == "year":
        return Period(groups["y"], int(groups["y"]), part)
    if name == "financial":
        first = int(groups.get("y") or f"20{groups['s']}")
        second = int(groups["z"]) % 100
        # "2018/19" spans two calendar years, so it belongs to neither alone.
        return Period(f"{first}/{second:02d}", None, part) if (first + 1) % 100 == second else None
    if name == "quarter":
        year, quarter = groups["y"] or groups["y2"], groups["q"] or groups["q2"]
        return Period(f"{year}-Q{quarter}", int(year))
    year_text = groups["y"]
    year_number = int(year_text) if len(year_text) == 4 else 2000 + int(year_text)
    month = month_of(groups["mw"]) if groups.get("mw") else int(groups["m"])
    return Period(f"{year_number}-{month:02d}", year_number)
