"""Six continuous weeks as plain values: what stands in each cell and which bars run through.

Nothing here paints or fetches; every day comes from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import CalendarEntry, HolidayMark

translate = QCoreApplication.translate
WEEKS = 6
DAYS = WEEKS * 7
WEEKS_BEFORE = 2
"""Weeks shown before the week of the day one starts from."""
KIND_ORDER = ("late", "due", "response", "review", "commissioner")
MARKS_SHOWN = 2
MOST_LANES = 40
"""More lanes than any screen has room for; further bars share the last and are only counted."""


@dataclass(frozen=True, slots=True)
class Mark:
    """All entries of one kind on one day."""

    kind: str
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day, its holiday if it has one, and its marks in the order of importance."""

    on: date
    holiday: HolidayMark | None
    marks: tuple[Mark, ...]

    def entries(self) -> tuple[CalendarEntry, ...]:
        """Everything on this day, most important first."""
        return tuple(entry for mark in self.marks for entry in mark.entries)

    def shown(self, room: int = MARKS_SHOWN) -> tuple[tuple[Mark, ...], int]:
        """The marks there is room for, and how many entries the "3 more" line stands for."""
        if len(self.marks) <= room:
            return self.marks, 0
        kept = self.marks[: max(0, room - 1)]
        hidden = self.marks[len(kept) :]
        return kept, sum(len(mark.entries) for mark in hidden)


@dataclass(frozen=True, slots=True)
class WindowBar:
    """A stretch of days in which something can be done; requests with the same stretch share it."""

    kind: str
    entries: tuple[CalendarEntry, ...]
    first: date
    last: date
    lane: int


@dataclass(frozen=True, slots=True)
class SixWeeks:
    """What the calendar shows, from a Monday on."""

    first: date
    cells: tuple[DayCell, ...]
    bars: tuple[WindowBar, ...]

    @property
    def last(self) -> date:
        """The last day shown, a Sunday."""
        return self.first + timedelta(days=DAYS - 1)

    def cell(self, on: date) -> DayCell | None:
        """The cell of a day, or None where it is not shown."""
        at = (on - self.first).days
        return self.cells[at] if 0 <= at < len(self.cells) else None


def monday_of(on: date) -> date:
    """The Monday of a day's week."""
    return on - timedelta(days=on.weekday())


def first_shown(around: date) -> date:
    """The Monday to begin with so that a day stands in the third week."""
    return monday_of(around) - timedelta(weeks=WEEKS_BEFORE)


def build(
    first: date, entries: Sequence[CalendarEntry], holidays: Sequence[HolidayMark]
) -> SixWeeks:
    """Sort entries and holidays into cells and bars. `first` is a Monday."""
    by_day: dict[date, list[CalendarEntry]] = {}
    for entry in entries:
        by_day.setdefault(entry.on, []).append(entry)
    named = _merged(holidays)
    cells = tuple(
        DayCell(on, named.get(on), _marks(by_day.get(on, ())))
        for on in (first + timedelta(days=at) for at in range(DAYS))
    )
    return SixWeeks(first, cells, _bars(first, entries))


def _merged(holidays: Sequence[HolidayMark]) -> dict[date, HolidayMark]:
    """One mark a day: nations may keep the same day under different names."""
    named: dict[date, HolidayMark] = {}
    for mark in holidays:
        same = named.get(mark.on)
        if same is None:
            named[mark.on] = mark
            continue
        title = same.title if mark.title in same.title else f"{same.title}, {mark.title}"
        nations = tuple(dict.fromkeys((*same.nations, *mark.nations)))
        named[mark.on] = HolidayMark(mark.on, title, nations)
    return named


def _marks(entries: Iterable[CalendarEntry]) -> tuple[Mark, ...]:
    kinds: dict[str, list[CalendarEntry]] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, []).append(entry)
    order = [*(kind for kind in KIND_ORDER if kind in kinds)]
    order += [kind for kind in kinds if kind not in KIND_ORDER]
    return tuple(Mark(kind, tuple(kinds[kind])) for kind in order)


def _bars(first: date, entries: Sequence[CalendarEntry]) -> tuple[WindowBar, ...]:
    last = first + timedelta(days=DAYS - 1)
    shared: dict[tuple[str, date, date], list[CalendarEntry]] = {}
    for entry in entries:
        start = entry.window_from
        if start is not None and start <= last and entry.on >= first and start <= entry.on:
            shared.setdefault((entry.kind, start, entry.on), []).append(entry)
    bars: list[WindowBar] = []
    ends: list[date] = []
    # What ends soonest stands on top, where there is always room for it.
    for (kind, start, end), group in sorted(shared.items(), key=lambda item: item[0][2]):
        lane = _free_lane(ends, max(start, first))
        if lane == len(ends) < MOST_LANES:
            ends.append(end)
        if lane < MOST_LANES:
            ends[lane] = end
        bars.append(WindowBar(kind, tuple(group), start, end, lane))
    return tuple(bars)


def _free_lane(ends: Sequence[date], start: date) -> int:
    return next((lane for lane, end in enumerate(ends) if end < start), len(ends))


def months_title(first: date, last: date) -> str:
    """The months shown: "March and April 2023", "December 2023 to February 2024"."""
    count = (last.year - first.year) * 12 + last.month - first.month
    if count == 0:
        return f"{last:%B %Y}"
    start = f"{first:%B}" if first.year == last.year else f"{first:%B %Y}"
    two, more = translate("Deadlines", "{0} and {1}"), translate("Deadlines", "{0} to {1}")
    return (two if count == 1 else more).format(start, f"{last:%B %Y}")
