"""The days behind a last day, week by week, as the Why this date calendar shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from foitrack.law.terms import CountedDay, Deadline
from foitrack.law.wording import full_date
from ui.counting import for_later

translate = QCoreApplication.translate

_SATURDAY = 5
_NATIONS = {
    "E": for_later("England"),
    "W": for_later("Wales"),
    "S": for_later("Scotland"),
    "NI": for_later("N. Ireland"),
}


class DayKind(Enum):
    """How a day is drawn; each has its own words in the legend."""

    OUTSIDE = auto()
    START = auto()
    COUNTED = auto()
    WEEKEND = auto()
    HOLIDAY = auto()
    DISREGARDED = auto()
    AFTER_ANSWER = auto()
    """Counted, though the answer had already come."""
    ANSWERED = auto()
    DUE = auto()
    LATE = auto()


@dataclass(frozen=True, slots=True)
class Day:
    """One square: its day, what stands in it, and what a screen reader says."""

    on: date
    kind: DayKind
    number: int | None
    label: str
    """The day of the month, with the month where it begins."""
    note: str = ""
    """Under the day: which nation keeps a holiday."""
    spoken: str = ""


def weeks(
    deadline: Deadline,
    days: Iterable[CountedDay],
    nations: Mapping[date, tuple[str, ...]],
) -> tuple[tuple[Day, ...], ...]:
    """Whole weeks, Monday first, from the start to the last day or a late answer."""
    counted = {day.on: day for day in days}
    end = max(deadline.on, deadline.met.on if deadline.met else deadline.on)
    first = deadline.start - timedelta(days=deadline.start.weekday())
    number = (end - first).days // 7 + 1
    return tuple(
        tuple(
            _day(first + timedelta(days=7 * week + n), deadline, counted, nations, first)
            for n in range(7)
        )
        for week in range(number)
    )


def _day(
    on: date,
    deadline: Deadline,
    counted: Mapping[date, CountedDay],
    nations: Mapping[date, tuple[str, ...]],
    first: date,
) -> Day:
    entry = counted.get(on)
    kind = _kind(on, deadline, entry)
    met = deadline.met
    number = entry.n if entry else None
    if met is not None and on == met.on:
        number = met.day
    elif on == deadline.start:
        number = 0
    shows_month = on.day == 1 or on == deadline.start or (on == first and on.month != 1)
    plain = on == first and on < deadline.start
    label = f"{on.day} {on:%b}" if shows_month and not plain else str(on.day)
    note = _where(nations.get(on, ())) if kind is DayKind.HOLIDAY else ""
    return Day(on, kind, number, label, note, _spoken(on, kind, number, entry))


def _kind(on: date, deadline: Deadline, entry: CountedDay | None) -> DayKind:
    met = deadline.met
    if met is not None and on == met.on:
        return DayKind.ANSWERED
    if on == deadline.on:
        return DayKind.DUE
    if on == deadline.start:
        return DayKind.START
    if on < deadline.start or (on > deadline.on and (met is None or on > met.on)):
        return DayKind.OUTSIDE
    return _kind_inside(on, deadline, entry)


def _kind_inside(on: date, deadline: Deadline, entry: CountedDay | None) -> DayKind:
    met = deadline.met
    counts_weekends = deadline.working_days is None
    if on.weekday() >= _SATURDAY and not counts_weekends:
        return DayKind.WEEKEND
    if on > deadline.on:
        return DayKind.LATE
    if on in deadline.disregarded:
        return DayKind.DISREGARDED
    if not counts_weekends and (entry is None or entry.n is None):
        return DayKind.HOLIDAY
    return DayKind.AFTER_ANSWER if met is not None and on > met.on else DayKind.COUNTED


def _where(nations: tuple[str, ...]) -> str:
    if len(nations) > 2:
        return "UK" if len(nations) > 3 else ""
    return " ".join(translate("NationTags", _NATIONS.get(nation, nation)) for nation in nations[:1])


def _spoken(on: date, kind: DayKind, number: int | None, entry: CountedDay | None) -> str:
    if kind is DayKind.OUTSIDE:
        return full_date(on)
    why = entry.why if entry else ""
    if number is not None and kind is not DayKind.DISREGARDED:
        why = translate("WhyDate", "day {n}").format(n=number)
    extra = {
        DayKind.ANSWERED: translate("WhyDate", "answered"),
        DayKind.DUE: translate("WhyDate", "last day"),
        DayKind.LATE: translate("WhyDate", "late"),
    }.get(kind, "")
    return ", ".join(part for part in (full_date(on), why, extra) if part)
