"""What every count of one request needs, and how its deadlines are made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from foitrack.law.calendars import Calendar, Calendars
from foitrack.law.clocks.counting import DAY, Span, Tally, add_months, count_to, days_counted
from foitrack.law.clocks.history import History
from foitrack.law.regimes import Period, RegimeRules, Unit
from foitrack.law.terms import Body, ClosedDays, Deadline, DeadlineKind, Met, OtherReading, Regime


@dataclass(frozen=True, slots=True)
class Matter:
    """One request's history under one law, as at a day."""

    regime: Regime
    rules: RegimeRules
    calendars: Calendars
    calendar: Calendar
    history: History
    today: date
    body: Body = Body.GENERAL
    closed: ClosedDays = ()
    notes: list[str] = field(default_factory=list)

    def note(self, sentence: str) -> None:
        """Say something in plain words beside the dates."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def period(self, name: str) -> Period | None:
        """The period of that name under this law and for this body, if there is one."""
        return self.rules.period(name, self.body)


def counted_deadline(
    matter: Matter,
    kind: DeadlineKind,
    start: date,
    period: Period,
    *,
    spans: Sequence[Span] = (),
    assumed: bool = False,
    also: tuple[OtherReading, ...] = (),
) -> Deadline:
    """The deadline that a period of working days from `start` gives."""
    found = count_to(matter.calendar, start, period.length, spans)
    assert found is not None  # nothing stops this count
    return deadline_at(matter, kind, start, period, found, assumed=assumed, also=also)


def deadline_at(
    matter: Matter,
    kind: DeadlineKind,
    start: date,
    period: Period,
    found: Tally,
    *,
    assumed: bool = False,
    also: tuple[OtherReading, ...] = (),
    original: date | None = None,
) -> Deadline:
    """The deadline at the end of a finished count of working days."""
    return Deadline(
        kind=kind,
        on=found.on,
        strength=period.strength,
        basis=period.basis,
        start=start,
        working_days=found.days,
        skipped=found.skipped,
        disregarded=found.disregarded,
        disregarded_why=found.disregarded_why,
        original=original,
        also=also,
        provisional=found.on > matter.calendar.last_sure_day,
        assumed=assumed,
    )


def dated_deadline(kind: DeadlineKind, start: date, period: Period) -> Deadline:
    """The deadline that a period of calendar days or months from `start` gives."""
    if period.unit is Unit.MONTHS:
        on = add_months(start, period.length, inclusive=period.inclusive)
    else:
        on = start + period.length * DAY
    return Deadline(kind, on, period.strength, period.basis, start, working_days=None)


def met_by(
    matter: Matter, deadline: Deadline, days: Iterable[date], spans: Sequence[Span] = ()
) -> Deadline:
    """The deadline with the first of `days`, not before its start, that answers it."""
    on = next((day for day in days if day >= deadline.start), None)
    if on is None:
        return deadline
    if deadline.working_days is None:
        day = (on - deadline.start).days + inclusive_first_day(deadline)
    else:
        day = days_counted(matter.calendar, deadline.start, on, spans)
    return replace(deadline, met=Met(on, day, max(0, (on - deadline.on).days)))


def inclusive_first_day(deadline: Deadline) -> int:
    """1 where the count of calendar days begins with the first day, else 0.

    Only a time to pay in calendar months does ("beginning with the day on which the notice is
    given": FOIA s9(2), FOISA s9).
    """
    return int(deadline.kind is DeadlineKind.FEE_PAYMENT and deadline.working_days is None)
