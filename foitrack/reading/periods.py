"""Periods that figures are given for: years, financial years, quarters, months, days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from foitrack.later import later
from foitrack.reading.dates import MONTH_WORD, find_dates, month_of
from foitrack.reading.prose import fold

_YEAR = r"(?:19|20)\d\d"
_MARK = r"(?: ?(?:\[\d{1,2}\]|\(\d\)|[¹²³⁴⁵⁶⁷⁸⁹†‡]))?"
"""The mark of a footnote."""
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern + r"$", re.IGNORECASE))
    for name, pattern in (
        (
            "year",
            rf"(?:(?:calendar )?year |cy ?|in |during )?(?P<y>{_YEAR})(?: ?\*| ?\(?(?:to date|"
            rf"ytd|part year|part-year|so far)\)?)?{_MARK}:?",
        ),
        (
            "financial",
            rf"(?:(?:financial|fiscal) year |fy ?|f/y ?)?(?P<y>{_YEAR}) ?(?:/|-|to|"
            rf"&) ?(?P<z>(?:20)?\d\d)(?: (?:financial|fiscal) year)?(?: ?\*| ?\(?(?:to date|"
            rf"ytd)\)?)?{_MARK}:?",
        ),
        ("financial", r"(?:fy ?|(?:financial|fiscal) year )(?P<s>\d\d) ?[/-] ?(?P<z>\d\d)"),
        ("financial", r"(?P<s>[0-3]\d)/(?P<z>\d\d)(?: ?\*| ?\(?(?:to date|ytd)\)?)?:?"),
        (
            "quarter",
            rf"(?:q(?:uarter)? ?(?P<q>[1-4])[ ,/-]{{0,3}}(?P<y>{_YEAR})|"
            rf"(?P<y2>{_YEAR})[ ,/-]{{0,3}}q(?:uarter)? ?(?P<q2>[1-4]))",
        ),
        (
            "financial quarter",
            rf"(?:q(?:uarter)? ?(?P<q>[1-4])[ ,-]{{0,3}}(?:of )?(?:fy ?)?(?P<y>{_YEAR}) ?[/-] ?"
            rf"(?P<z>(?:20)?\d\d)|(?:fy ?)?(?P<y2>{_YEAR}) ?[/-] ?(?P<z2>(?:20)?\d\d)[ ,-]{{0,3}}"
            rf"q(?:uarter)? ?(?P<q2>[1-4]))",
        ),
        ("month", rf"(?P<m>0?[1-9]|1[0-2]) ?[/.-] ?(?P<y>{_YEAR})"),
        ("month", rf"(?P<y>{_YEAR}) ?[/.-] ?(?P<m>0[1-9]|1[0-2])"),
        ("month", rf"(?P<mw>{MONTH_WORD})\.?[ ,'/-]{{1,3}}(?P<y>{_YEAR}|\d\d)"),
    )
)


class Length(IntEnum):
    """How long a period is."""

    DAY = 0
    MONTH = 1
    QUARTER = 2
    HALF = 3
    YEAR = 4


_NO_YEAR: tuple[tuple[Length, re.Pattern[str]], ...] = (
    (Length.MONTH, later(rf"{MONTH_WORD}\.?", re.IGNORECASE)),
    (
        Length.QUARTER,
        later(
            r"(?:(?:q|qtr|quarter) ?[1-4]|(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth) "
            r"(?:quarter|qtr))(?: ?\([^()]{1,30}\))?",
            re.IGNORECASE,
        ),
    ),
    (
        Length.HALF,
        later(r"h ?[12]|(?:1st|2nd|first|second) half|half ?-?year ?[12]?", re.IGNORECASE),
    ),
)
"""Names of periods that do not say of which year they are."""
_DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)(?:-(?P<d>\d\d))?")
_BETWEEN = re.compile(r"\s?-\s?|\s(?:to|until)\s", re.IGNORECASE)
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
    return _from_to(fold(text))


def _from_to(text: str) -> Period | None:
    """The period that lies between two days or months: "1 April 2020 to 31 March 2021"."""
    for between in _BETWEEN.finditer(text):
        first, last = (
            _bounds(part.strip()) for part in (text[: between.start()], text[between.end() :])
        )
        if first and last:
            return _whole(first[0], last[1])
    return None


def _bounds(text: str) -> tuple[date, date] | None:
    """The first and the last day of a day or month; None of anything else."""
    period = parse_period(text)
    met = _DAY.fullmatch(period.value) if period else None
    if met is None:
        return None
    year, month = int(met["y"]), int(met["m"])
    if met["d"]:
        return (date(year, month, int(met["d"])),) * 2
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _whole(first: date, last: date) -> Period | None:
    """The year, financial year, quarter or month that begins and ends so; None where none does."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 12 and first.month == 1:
        return Period(str(first.year), first.year)
    if months == 12 and first.month == 4:
        return Period(f"{first.year}/{last.year % 100:02d}", None)
    if months == 3 and first.month % 3 == 1:
        return Period(f"{first.year}-Q{last.month // 3}", first.year)
    return Period(f"{first.year}-{first.month:02d}", first.year) if months == 1 else None


def length_of(period: Period) -> Length:
    """How long a period is."""
    if "Q" in period.value:
        return Length.QUARTER
    if len(period.value) == 4 or "/" in period.value:
        return Length.YEAR
    return Length.MONTH if len(period.value) == 7 else Length.DAY


def length_named(cell: str) -> Length | None:
    """How long the period is that a cell names without its year: "May", "Q1"; else None."""
    name = " ".join(cell.split())
    return next((length for length, form in _NO_YEAR if form.fullmatch(name)), None)


def months_of(period: Period) -> tuple[int, int]:
    """The first and the last month of a period, counted on from year to year."""
    year = int(period.value[:4]) * 12
    if length_of(period) in (Length.MONTH, Length.DAY):
        month = year + int(period.value[5:7])
        return month, month
    first = year + (4 if "/" in period.value else 1)
    if "Q" in period.value:
        first += (int(period.value[-1]) - 1) * 3
        return first, first + 2
    return first, first + 11


def _period(name: str, found: re.Match[str]) -> Period | None:
    groups = found.groupdict()
    part = bool(re.search(r"to date|ytd|part|so far|\*", found.group(), re.IGNORECASE))
    if name == "year":
        return Period(groups["y"], int(groups["y"]), part)
    if name == "financial":
        first = int(groups.get("y") or f"20{groups['s']}")
        # "2018/19" spans two calendar years, so it belongs to neither alone.
        financial = _financial(first, groups["z"])
        return Period(financial, None, part) if financial else None
    if name == "financial quarter":
        first, fourth = int(groups["y"] or groups["y2"]), "4" in (groups["q"], groups["q2"])
        financial = _financial(first, groups["z"] or groups["z2"])
        # From April: its last quarter lies in the next calendar year.
        value = f"{financial}-Q{groups['q'] or groups['q2']}"
        return Period(value, first + fourth) if financial else None
    if name == "quarter":
        year, quarter = groups["y"] or groups["y2"], groups["q"] or groups["q2"]
        return Period(f"{year}-Q{quarter}", int(year))
    year_text = groups["y"]
    year_number = int(year_text) if len(year_text) == 4 else 2000 + int(year_text)
    month = month_of(groups["mw"]) if groups.get("mw") else int(groups["m"])
    return Period(f"{year_number}-{month:02d}", year_number)


def _financial(first: int, second: str) -> str | None:
    """The financial year that begins in one year and ends in the next; None of any others."""
    ends = int(second) % 100
    return f"{first}/{ends:02d}" if (first + 1) % 100 == ends else None
