"""A cell's number as shown, and what it holds where the two are not the same."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from foitrack.reading.documents.workbook_formats import Format, moment
from foitrack.reading.periods import parse_period


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows."""

    text: str
    true: str | None = None
    """What it holds: an ISO day or a number, where the text says less or else."""
    masked: bool = False
    """Whether a fixed text stands in place of the number."""


def shown_number(raw: str, form: Format, from_1904: bool) -> Shown:
    """A stored number by its format."""
    text = " ".join(form.number(raw, from_1904=from_1904).split())
    if form.is_date:
        when = moment(raw, from_1904=from_1904)
        day = when.date().isoformat() if when else None
        return Shown(text, true_day(text, day))
    return Shown(text) if form.sections[0].clock else shown_as(text, raw)


def shown_as(text: str, raw: str) -> Shown:
    """A stored number that shows as a text."""
    if text in ("TRUE", "FALSE"):
        return Shown(text)
    if text and not any(ch.isdigit() for ch in text):
        # "-" for nought is how accounts are written; any other number is kept from the reader.
        return Shown(text, "0") if _is_nought(raw) else Shown(text, None, _is_number(raw))
    return Shown(text, None, _hides_number(text, raw))


def true_day(text: str, day: str | None) -> str | None:
    """The day that a cell holds, unless its text gives it already, or the month or year of it."""
    if day is None:
        return None
    period = parse_period(text)
    return None if period is not None and day.startswith(period.value) else day


def _hides_number(text: str, raw: str) -> bool:
    """Whether what is shown begins like a suppressed value: `<5` for a stored 3."""
    return text.startswith(("<", ">", "≤", "≥")) and _is_number(raw)


def _is_number(raw: str) -> bool:
    try:
        return Decimal(raw).is_finite()
    except InvalidOperation:
        return False


def _is_nought(raw: str) -> bool:
    return _is_number(raw) and not Decimal(raw)
