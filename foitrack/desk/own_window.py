"""The last day to ask for a review that an authority's letter gives in its own words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from foitrack.law.calendars import Calendar, UncountableDateError
from foitrack.law.clocks.counting import add_months

_UNITS = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
NUMBERS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    "fourteen": 14,
    "fifteen": 15,
    "twenty": 20,
    "twenty-eight": 28,
    "thirty": 30,
    "forty": 40,
    "sixty": 60,
    "ninety": 90,
}
_WINDOW = re.compile(
    r"(?P<number>\d{1,3}|twenty-eight|[a-z]+)(?:\s*\(\d{1,3}\))?[\s-]+"
    r"(?:(?P<kind>calendar|working|business|clear|school)\s+)?(?P<unit>day|week|month)s?",
    re.IGNORECASE,
)


def last_day(window: str, answered: date, calendar: Calendar) -> date | None:
    """The last day of a window such as "two months" or "40 working days" from the answer.

    None where the words cannot be counted without guessing: "a reasonable time", school days.
    """
    found = _WINDOW.fullmatch(" ".join(window.split()))
    if found is None:
        return None
    number = NUMBERS.get(found["number"].lower()) or _digits(found["number"])
    kind = (found["kind"] or "").lower()
    if not number or kind in ("clear", "school"):
        return None
    try:
        return _counted(number, found["unit"].lower(), kind, answered, calendar)
    except (UncountableDateError, OverflowError):
        return None


def _digits(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _counted(number: int, unit: str, kind: str, answered: date, calendar: Calendar) -> date | None:
    if kind in ("working", "business"):
        return calendar.add_working_days(answered, number) if unit == "day" else None
    if unit == "month":
        return add_months(answered, number, inclusive=False)
    return answered + timedelta(days=number * (7 if unit == "week" else 1))
