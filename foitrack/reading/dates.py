"""Dates as British letters print them: always day first, and never guessed at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from foitrack.later import later

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH_WORD = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|"
    r"chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
# Welsh letters print their dates in both languages.
_WELSH = [
    "ionawr",
    "chwefror",
    "mawrth",
    "ebrill",
    "mai",
    "mehefin",
    "gorffennaf",
    "awst",
    "medi",
    "hydref",
    "tachwedd",
    "rhagfyr",
]
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
_ORDINAL = r"(?:\s?\^?(?:st|nd|rd|th))?"
# Two digits after a month are a year only where the phrase ends: "3 March 12 officers" is none.
_YEAR = r"(?P<{0}>(?:19|20)\d\d|'\d\d|\d\d(?=[ \t]*(?:$|[\n,.;:)|\t])|[ \t]+\d{{1,2}}[:.]\d\d\b))"
# "6 Mehefin / 6 June 2025", "2 Rhagfyr / December 2024".
_IN_BOTH = rf"(?:\s?/\s?(?:\d{{1,2}}\s)?{MONTH_WORD}(?!\w))?"
_DATE = later(
    r"(?<![\w/.-])(?:"
    rf"(?P<weekday>{_WEEKDAY})(?P<d1>\d{{1,2}}){_ORDINAL}(?:\s{{1,3}}(?:of\s{{1,3}})?|[-/.])"
    rf"(?P<m1>{MONTH_WORD})\.?{_IN_BOTH}(?:,?[^\S\t]{{1,3}}|[-/.]|,){_YEAR.format('y1')}"
    rf"|(?P<m2>{MONTH_WORD})\.?\s{{1,3}}(?P<d2>\d{{1,2}}){_ORDINAL},?[^\S\t]{{1,3}}(?P<y2>(?:19|20)\d\d)"
    r"|(?P<d3>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m3>\d{1,2})\s?(?P=sep)\s?(?P<y3>(?:19|20)\d\d|\d\d)"
    r"|(?P<y4>(?:19|20)\d\d)-(?P<m4>\d{2})-(?P<d4>\d{2})"
    # A word that begins with a capital may have lost the space or line end before it.
    r")(?![\d_/-]|\.\d|(?-i:[a-z]|[A-Z](?![a-z])))",
    re.IGNORECASE,
)
_NO_YEAR = later(
    rf"(?<![\w/.-]){_WEEKDAY}(?P<d>\d{{1,2}}){_ORDINAL}\s{{1,3}}(?:of\s{{1,3}})?(?P<m>{MONTH_WORD})\b"
    r"(?!,?\s{1,3}(?:19|20)?\d\d)",
    re.IGNORECASE,
)
_LONG = 10_000
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text. `value` is None where no calendar has that day, or no year is printed."""

    start: int
    end: int
    value: date | None
    problem: str = ""
    """What a person should look at, in plain words; empty where there is nothing."""
    day: int = 0
    month: int = 0


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Every date with a year in a text (folded), in order."""
    return _kept_dates(text) if len(text) > _LONG else _dates(text)


def _dates(text: str) -> tuple[PrintedDate, ...]:
    return tuple(_read(found) for found in _DATE.finditer(text))


_kept_dates = lru_cache(maxsize=2)(_dates)
"""A letter's text is asked about for its reference, for its own dates and for others."""


def find_yearless(text: str) -> tuple[PrintedDate, ...]:
    """Dates printed as day and month alone ("1 March")."""
    return tuple(
        PrintedDate(m.start(), m.end(), None, "no year is printed", int(m["d"]), month_of(m["m"]))
        for m in _NO_YEAR.finditer(text)
    )


def month_of(word: str) -> int:
    """The number of a month's name or its short form."""
    low = word.lower()
    if low in _WELSH:
        return _WELSH.index(low) + 1
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(low[:3]))


def with_year_before(printed: PrintedDate, latest: date) -> date | None:
    """A yearless date, taken as the newest such day not after `latest`."""
    for year in (latest.year, latest.year - 1):
        try:
            value = date(year, printed.month, printed.day)
        except ValueError:
            continue
        if value <= latest:
            return value
    return None


def _read(found: re.Match[str]) -> PrintedDate:
    if found["m1"]:
        day, month, year = int(found["d1"]), month_of(found["m1"]), found["y1"]
    elif found["m2"]:
        day, month, year = int(found["d2"]), month_of(found["m2"]), found["y2"]
    elif found["m3"]:
        day, month, year = int(found["d3"]), int(found["m3"]), found["y3"]
    else:
        day, month, year = int(found["d4"]), int(found["m4"]), found["y4"]
    digits = year.lstrip("'")
    full = int(digits) if len(digits) == 4 else 2000 + int(digits)
    try:
        value = date(full, month, day)
    except ValueError:
        return PrintedDate(found.start(), found.end(), None, _impossible(day, month), day, month)
    return PrintedDate(
        found.start(), found.end(), value, _weekday_problem(found["weekday"], value), day, month
    )


def _impossible(day: int, month: int) -> str:
    if month > 12 and 1 <= day <= 12:
        return "the month comes first or is wrong; day first, no calendar has this date"
    return "no calendar has this date"


def _weekday_problem(printed: str | None, value: date) -> str:
    if not printed or printed[:3].lower() == _DAYS[value.weekday()]:
        return ""
    return f"that day was a {value:%A}, not the weekday printed"
