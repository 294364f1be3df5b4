"""The working days of one law: which days count, and why a day does not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from foitrack.errors import PlainError
from foitrack.law.bank_holidays import Holiday, Nation
from foitrack.saying import say

FIRST_YEAR = 2000
LAST_YEAR = 2099
_MARGIN = 2
"""Years by which a count may run past those that an event may have."""
_WEEKEND = {5: "Saturday", 6: "Sunday"}


class UncountableDateError(PlainError):
    """A date so far off that it must be a slip of the pen."""


def check_countable(on: date) -> None:
    """Raises UncountableDateError for a day outside the years that we count in."""
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise UncountableDateError(_far(say("date {0}", on.isoformat())))


def _far(what: str) -> str:
    return say(
        "The {0} is outside the years {1} to {2} that can be counted; check the year.",
        what,
        FIRST_YEAR,
        LAST_YEAR,
    )


@dataclass(frozen=True, slots=True)
class _Year:
    """The working days of a year as sorted ordinals, and its weekdays off with the reason."""

    working: tuple[int, ...]
    off: Mapping[date, str]


class Calendar:
    """The working days of one law: which days count, and why a day does not."""

    def __init__(
        self,
        nations: tuple[Nation, ...],
        holidays_of: Callable[[int], tuple[Holiday, ...]],
        *,
        version: str,
        source: str,
        last_sure_day: date,
    ) -> None:
        """`holidays_of` gives the bank holidays of a year, of all nations."""
        self.nations = nations
        self.version = version
        self.source = source
        self.last_sure_day = last_sure_day
        self._holidays_of = holidays_of
        self._years: dict[int, _Year] = {}

    def is_working_day(self, on: date) -> bool:
        """Whether the day counts. Raises UncountableDateError far outside our time."""
        return on.weekday() not in _WEEKEND and on not in self._year(on.year).off

    def why_not(self, on: date) -> str | None:
        """Why a day does not count, or None for a working day."""
        return _WEEKEND.get(on.weekday()) or self._year(on.year).off.get(on)

    def add_working_days(self, start: date, days: int) -> date:
        """The day that lies so many working days after `start`, which is day 0.

        A negative number goes back; 0 is `start` itself, working day or not.
        """
        if days == 0:
            return start
        year = start.year
        working = self._year(year).working
        ordinal = start.toordinal()
        # For going back, days before `start` only: `start` itself never counts.
        at = bisect_right(working, ordinal if days > 0 else ordinal - 1)
        at += days - 1 if days > 0 else days
        while at >= len(working):
            at -= len(working)
            year += 1
            working = self._year(year).working
        while at < 0:
            year -= 1
            working = self._year(year).working
            at += len(working)
        return date.fromordinal(working[at])

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` is earlier."""
        if end < start:
            return -self.working_days_between(end, start)
        passed = -self._passed(start) + self._passed(end)
        return passed + sum(len(self._year(y).working) for y in range(start.year, end.year))

    def weekdays_off(self, start: date, end: date) -> Iterator[tuple[date, str]]:
        """Weekdays after `start` up to and including `end` that are holidays, with the reason."""
        for year in range(start.year, end.year + 1):
            for on, why in self._year(year).off.items():
                if start < on <= end:
                    yield on, why

    def _passed(self, on: date) -> int:
        return bisect_right(self._year(on.year).working, on.toordinal())

    def _year(self, year: int) -> _Year:
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = self._made(year)
        return known

    def _made(self, year: int) -> _Year:
        if not FIRST_YEAR - _MARGIN <= year <= LAST_YEAR + _MARGIN:
            raise UncountableDateError(_far(say("year {0}", year)))
        off: dict[date, str] = {}
        for holiday in self._holidays_of(year):
            kept = tuple(nation for nation in holiday.nations if nation in self.nations)
            if kept and holiday.on.weekday() not in _WEEKEND:
                why = Holiday(holiday.on, holiday.title, kept).why
                off[holiday.on] = f"{off[holiday.on]}; {why}" if holiday.on in off else why
        first, after = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
        closed = {on.toordinal() for on in off}
        # 1 January of the year 1 was a Monday, and its ordinal is 1.
        working = [n for n in range(first, after) if (n - 1) % 7 < 5 and n not in closed]
        return _Year(tuple(working), dict(sorted(off.items())))
