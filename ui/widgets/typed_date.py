"""Dates as people in the UK type them, day first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

_MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?([a-z]{3,9})\.?,?\s*(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_WEEKDAY = re.compile(r"([a-z]{3,9})\.?,?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: a date, or a complaint in plain words, or neither where it is empty."""

    on: date | None
    complaint: str = ""


def read_typed_date(text: str) -> Typed:
    """Read "30 March 2023", "Thu 30 Mar 2023", "30/3/23", "2023-03-30"; numbers are day first.

    A year of two digits is in this century. A weekday that does not fit is a complaint.
    """
    words = " ".join(text.lower().split())
    if not words:
        return Typed(None)
    weekday, rest = _weekday_of(words)
    parts = _parts(rest)
    if parts is None:
        return Typed(None, translate("TypedDate", "Write the date like 30 March 2023."))
    year, month, day = parts
    try:
        on = date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return Typed(
            None, translate("TypedDate", "“{0}” is not a date that exists.").format(text.strip())
        )
    if weekday is not None and on.weekday() != weekday:
        wrong = translate("TypedDate", "{0} is a {1}. Check the date.")
        return Typed(None, wrong.format(f"{on.day} {on:%B %Y}", f"{on:%A}"))
    return Typed(on)


def parse_typed_date(text: str) -> date | None:
    """The date typed, or None where it is empty, unreadable or in no calendar."""
    return read_typed_date(text).on


def _weekday_of(words: str) -> tuple[int | None, str]:
    found = _WEEKDAY.match(words)
    if found is None:
        return None, words
    place = _place(found.group(1), _WEEKDAYS)
    return (place, words[found.end() :]) if place is not None else (None, words)


def _parts(words: str) -> tuple[int, int, int] | None:
    if found := _ISO.fullmatch(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMBERS.fullmatch(words):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _DAY_FIRST.fullmatch(words):
        month = _place(found[2], _MONTHS)
        return None if month is None else (int(found[3]), month + 1, int(found[1]))
    if found := _MONTH_FIRST.fullmatch(words):
        month = _place(found[1], _MONTHS)
        return None if month is None else (int(found[3]), month + 1, int(found[2]))
    return None


def _place(word: str, names: list[str]) -> int | None:
    if word == "sept":
        word = "sep"
    places = [place for place, name in enumerate(names) if len(word) > 2 and name.startswith(word)]
    return places[0] if len(places) == 1 else None
