"""A deadline, day by day: which days count, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, repeat

from foitrack.law.calendars import Calendar, Calendars
from foitrack.law.clocks.counting import DAY
from foitrack.law.clocks.matter import inclusive_first_day
from foitrack.law.regimes import Unit
from foitrack.law.terms import CountedDay, Deadline, DeadlineKind, Regime
from foitrack.saying import say


def explain(deadline: Deadline, calendars: Calendars, regime: Regime) -> tuple[CountedDay, ...]:
    """Every calendar day from the start of a count to its last day, both included, once each."""
    if deadline.working_days is not None:
        return tuple(_working_days(deadline, calendars, regime))
    if deadline.kind is DeadlineKind.REVIEW_REQUEST:
        # The last day stands in the authority's letter: nothing was counted to get there.
        return tuple(_uncounted(deadline))
    return tuple(_calendar_days(deadline, calendars, regime))


def _working_days(deadline: Deadline, calendars: Calendars, regime: Regime) -> Iterator[CountedDay]:
    calendar = calendars.for_regime(regime)
    reasons = chain(deadline.disregarded_why, repeat("disregarded"))
    left_out = dict(zip(deadline.disregarded, reasons, strict=False))
    yield CountedDay(deadline.start, 0, _first_day(deadline))
    n = 0
    for on in _days_after(deadline.start, deadline.on):
        why = calendar.why_not(on) or left_out.get(on)
        if why:
            yield CountedDay(on, None, why)
        else:
            n += 1
            yield CountedDay(on, n, _working(on, calendar, calendars))


def _first_day(deadline: Deadline) -> str:
    if deadline.assumed and deadline.kind is not DeadlineKind.REVIEW_REQUEST:
        return say("day 0, taken from the day of sending; the count starts after it")
    return say("day 0; the count starts after it")


def _working(on: date, calendar: Calendar, calendars: Calendars) -> str:
    """A working day; where it is a holiday elsewhere in the UK, why that does not matter."""
    elsewhere = calendars.for_nations().why_not(on)
    if elsewhere is None:
        return say("working day")
    mine = " and ".join(nation.words for nation in calendar.nations)
    return say("working day in {0} ({1})", mine, elsewhere)


def _calendar_days(
    deadline: Deadline, calendars: Calendars, regime: Regime
) -> Iterator[CountedDay]:
    first = inclusive_first_day(deadline)
    last = _before_rolling(deadline, calendars, regime)
    why = say("day 1: the time begins with this day") if first else _first_day(deadline)
    yield CountedDay(deadline.start, first, why)
    for n, on in enumerate(_days_after(deadline.start, deadline.on), first + 1):
        if on <= last:
            yield CountedDay(on, n, say("calendar day"))
        else:
            yield CountedDay(on, None, _rolled(on, calendars))


def _before_rolling(deadline: Deadline, calendars: Calendars, regime: Regime) -> date:
    period = calendars.rules.of(regime).period(deadline.kind)
    if period is None or period.unit is not Unit.DAYS:
        return deadline.on
    return deadline.start + period.length * DAY


def _rolled(on: date, calendars: Calendars) -> str:
    why = calendars.england_and_wales.why_not(on)
    return why or say("next working day in England and Wales (SI 2009/1976 r12)")


def _uncounted(deadline: Deadline) -> Iterator[CountedDay]:
    yield CountedDay(deadline.start, None, say("the day of the response"))
    for on in _days_after(deadline.start, deadline.on):
        last = on == deadline.on
        yield CountedDay(on, None, say("last day by the authority's letter") if last else "open")


def _days_after(start: date, end: date) -> Iterator[date]:
    on = start
    while on < end:
        on += DAY
        yield on
