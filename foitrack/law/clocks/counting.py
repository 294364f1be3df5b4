"""Counting: working days with days disregarded, calendar days, calendar months."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from foitrack.law.calendars import Calendar
from foitrack.law.terms import Skipped

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days that a rule leaves out of a count, both ends included, and why."""

    first: date
    last: date
    why: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A finished count: its last day, how many days counted, and what was left out."""

    on: date
    days: int
    skipped: tuple[Skipped, ...]
    disregarded: tuple[date, ...] = ()
    disregarded_why: tuple[str, ...] = ()


def count_to(
    calendar: Calendar,
    start: date,
    days: int,
    spans: Sequence[Span] = (),
    *,
    stop: date | None = None,
) -> Tally | None:
    """The working day that is so many after `start` that is in none of `spans`.

    None where it would come after `stop`.
    """
    on = calendar.add_working_days(start, days)
    if spans:
        on = start
        left = days
        while left and (stop is None or on <= stop):
            on = calendar.add_working_days(on, 1)
            left -= not _why(on, spans)
    if stop is not None and on > stop:
        return None
    return tally(calendar, start, on, spans)


def tally(calendar: Calendar, start: date, end: date, spans: Sequence[Span] = ()) -> Tally:
    """What lies after `start` up to and including `end`."""
    skipped = tuple(Skipped(on, why) for on, why in calendar.weekdays_off(start, end))
    left_out = list(_disregarded(calendar, start, end, spans)) if spans else []
    return Tally(
        on=end,
        days=calendar.working_days_between(start, end) - len(left_out),
        skipped=skipped,
        disregarded=tuple(on for on, _ in left_out),
        disregarded_why=tuple(why for _, why in left_out),
    )


def days_counted(calendar: Calendar, start: date, end: date, spans: Sequence[Span]) -> int:
    """The number that `end` has in the count from `start`."""
    left_out = sum(1 for _ in _disregarded(calendar, start, end, spans)) if spans else 0
    return calendar.working_days_between(start, end) - left_out


def _disregarded(
    calendar: Calendar, start: date, end: date, spans: Sequence[Span]
) -> Iterator[tuple[date, str]]:
    on = calendar.add_working_days(start, 1)
    while on <= end:
        why = _why(on, spans)
        if why:
            yield on, why
        on = calendar.add_working_days(on, 1)


def _why(on: date, spans: Sequence[Span]) -> str:
    return next((span.why for span in spans if span.first <= on <= span.last), "")


def add_months(start: date, months: int, *, inclusive: bool) -> date:
    """The last day of a period of calendar months.

    Counted from `start` as day 0 it is the corresponding date; `inclusive` ("beginning with the
    day") makes it the day before that. Where the month has no such date, it is the month's last
    day either way.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    if start.day > last:
        return date(year, month + 1, last)
    return date(year, month + 1, start.day) - (DAY if inclusive else timedelta(0))
