"""What a clock strip shows: each day of a count, carried on to the answer or to today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from foitrack.law.calendars import Calendar, Calendars
from foitrack.law.clock import explain
from foitrack.law.terms import CountedDay, Deadline, Regime
from foitrack.law.wording import full_date

translate = QCoreApplication.translate

DAY = timedelta(days=1)
SATURDAY = 5


class Look(Enum):
    """How a day's cell looks."""

    START = auto()
    COUNTED = auto()
    AHEAD = auto()
    """Would count, but has not come or no longer matters."""
    LATE = auto()
    WEEKEND = auto()
    HOLIDAY = auto()
    PAUSED = auto()
    """A weekday left out of the count, as while the authority waits for clarification."""
    FOLDED = auto()
    """Stands for several late days that there is no room for."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One day. `n` is its number in the count; the marks say what else the day is."""

    on: date
    n: int | None
    look: Look
    why: str = ""
    due: bool = False
    answered: bool = False
    today: bool = False
    limit: bool = False
    stands_for: int = 1
    """Days that a folded cell stands for."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A count: the last day, the answer or its absence, and where today is."""

    cells: tuple[Cell, ...]
    due: date
    working_days: int
    answered_on: date | None
    today: date
    limit: date | None = None
    review: bool = False

    def cell(self, on: date) -> Cell | None:
        """The cell of a day, or None where it is not shown."""
        return next((cell for cell in self.cells if cell.on == on), None)


def strip_of(
    deadline: Deadline,
    calendars: Calendars,
    regime: Regime,
    *,
    today: date,
    answered_on: date | None = None,
    limit: Deadline | None = None,
    review: bool = False,
) -> Strip | None:
    """The strip of a deadline counted in working days; None for one counted otherwise.

    `limit` is the longest that a review may take. An unanswered count runs on to today.
    """
    if deadline.working_days is None:
        return None
    last = limit if limit is not None and limit.working_days is not None else deadline
    days = list(explain(last, calendars, regime))
    calendar = calendars.for_regime(regime)
    end = answered_on or today
    days += _further(days, calendar, end)
    reached = min(end, today)
    paused = frozenset(deadline.disregarded) | frozenset(last.disregarded)
    cells = []
    for day in days:
        look = _look(day, deadline, reached, paused)
        cells.append(
            Cell(
                day.on,
                day.n,
                look,
                day.why,
                due=day.on == deadline.on,
                answered=day.on == answered_on,
                today=day.on == today,
                limit=limit is not None and day.on == limit.on,
            )
        )
    return Strip(
        tuple(cells),
        deadline.on,
        deadline.working_days,
        answered_on,
        today,
        limit.on if limit is not None else None,
        review,
    )


def _further(days: list[CountedDay], calendar: Calendar, end: date) -> Iterator[CountedDay]:
    last = days[-1]
    n = max(day.n for day in days if day.n is not None)
    on = last.on + DAY
    while on <= end:
        why = calendar.why_not(on)
        if why is None:
            n += 1
        yield CountedDay(on, None if why else n, why or "")
        on += DAY


def _look(day: CountedDay, deadline: Deadline, reached: date, paused: frozenset[date]) -> Look:
    if day.on == deadline.start:
        return Look.START
    if day.n is None:
        if day.on.weekday() >= SATURDAY:
            return Look.WEEKEND
        return Look.PAUSED if day.on in paused else Look.HOLIDAY
    if day.on > reached:
        return Look.AHEAD
    return Look.LATE if day.on > deadline.on else Look.COUNTED


def folded(strip: Strip, most: int) -> tuple[Cell, ...]:
    """The cells, with late days in the middle folded into one where there are more than `most`.

    The count itself, the first late days and the last are always kept.
    """
    cells = strip.cells
    if len(cells) <= most:
        return cells
    ends = [place for place, cell in enumerate(cells) if cell.due or cell.limit]
    keep_from = max(ends, default=0) + 4
    keep_to = len(cells) - 5
    hidden = cells[keep_from:keep_to]
    if len(hidden) < 3:
        return cells
    counted = sum(cell.n is not None for cell in hidden)
    fold = Cell(hidden[0].on, None, Look.FOLDED, stands_for=counted)
    return (*cells[:keep_from], fold, *cells[keep_to:])


def in_words(strip: Strip) -> str:
    """The strip for a screen reader: where the count stands, the marks, what was skipped."""
    parts = [_progress(strip)]
    if strip.answered_on is not None:
        parts.append(_say("Response {0}.", full_date(strip.answered_on)))
    parts.append(_say("Due {0}.", full_date(strip.due)))
    if strip.limit is not None:
        parts.append(_say("Longest it may take: {0}.", full_date(strip.limit)))
    skipped = [cell for cell in strip.cells if cell.look is Look.HOLIDAY]
    if skipped:
        listed = "; ".join(f"{short_day(cell.on)}, {holiday_name(cell.why)}" for cell in skipped)
        parts.append(_say("Skipped: {0}.", listed))
    return " ".join(parts)


def _progress(strip: Strip) -> str:
    reached = strip.answered_on or strip.today
    numbers = [cell.n for cell in strip.cells if cell.n is not None and cell.on <= reached]
    n = numbers[-1] if numbers else 0
    if n > strip.working_days:
        late = n - strip.working_days
        return _say("Day {0} of {1}, {2} late.", n, strip.working_days, late)
    return _say("Day {0} of {1}.", n, strip.working_days)


def _say(words: str, *values: object) -> str:
    return translate("ClockStrip", words).format(*values)


def holiday_name(why: str) -> str:
    """The name of a holiday without the nations that keep it."""
    return why.split(", ")[0].split(" (")[0]


def short_day(on: date) -> str:
    """A day without its year: "Fri 17 March"."""
    return f"{on:%a} {on.day} {on:%B}"
