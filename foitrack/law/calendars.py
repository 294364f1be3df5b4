"""The bank holidays of the United Kingdom, and the calendars that the laws make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from zlib import crc32

from foitrack.law.bank_holidays import (
    ALL_NATIONS,
    Corrections,
    Holiday,
    Nation,
    PublishedHolidays,
    merged,
    read_govuk,
)
from foitrack.law.regimes import Rules
from foitrack.law.terms import Regime
from foitrack.law.working_days import Calendar, UncountableDateError, check_countable

__all__ = ["Calendar", "Calendars", "UncountableDateError", "check_countable"]


class Calendars:
    """The bank holidays of the United Kingdom and the calendars that the laws make of them."""

    def __init__(
        self,
        published: PublishedHolidays,
        rules: Rules,
        *,
        corrections: Corrections,
        compute: Callable[[int, Corrections], tuple[Holiday, ...]] | None,
        source: str,
    ) -> None:
        """Prefer `from_govuk`."""
        self.rules = rules
        self.published = published
        self.source = source
        self.first_year = published.first_year
        self.last_sure_day = date(published.last_year, 12, 31)
        self._corrections = corrections
        self._compute = compute
        self._by_year: dict[int, tuple[Holiday, ...]] = {}
        for year in range(published.first_year, published.last_year + 1):
            mine = [holiday for holiday in published.holidays if holiday.on.year == year]
            self._by_year[year] = self._with_extra(year, mine)
        self._calendars: dict[tuple[Nation, ...], Calendar] = {}

    @classmethod
    def from_govuk(
        cls,
        data: object,
        rules: Rules,
        *,
        corrections: Corrections | None = None,
        compute: Callable[[int, Corrections], tuple[Holiday, ...]] | None = None,
        source: str = "GOV.UK bank holidays",
    ) -> Calendars:
        """From GOV.UK's bank-holidays.json as parsed.

        `compute` replaces the way in which other years are found. Raises HolidayListError in
        plain words where the list cannot be trusted.
        """
        known = corrections or Corrections()
        return cls(read_govuk(data), rules, corrections=known, compute=compute, source=source)

    def for_regime(self, regime: Regime) -> Calendar:
        """The working days of a law."""
        return self.for_nations(self.rules.of(regime).nations)

    @property
    def england_and_wales(self) -> Calendar:
        """The working days of the Tribunal (SI 2009/1976 r12)."""
        return self.for_nations((Nation.ENGLAND, Nation.WALES))

    def for_nations(self, nations: Iterable[Nation] = ALL_NATIONS) -> Calendar:
        """The days on which none of these nations has a bank holiday."""
        wanted = tuple(nations)
        if wanted not in self._calendars:
            self._calendars[wanted] = Calendar(
                wanted,
                self.holidays_of,
                version=self.version,
                source=self.source,
                last_sure_day=self.last_sure_day,
            )
        return self._calendars[wanted]

    def holidays_of(self, year: int) -> tuple[Holiday, ...]:
        """The bank holidays of a year in all nations, in order of date."""
        known = self._by_year.get(year)
        if known is None:
            known = self._by_year[year] = self._with_extra(year, self._computed(year))
        return known

    def holidays_between(
        self, first: date, last: date
    ) -> tuple[tuple[date, str, tuple[Nation, ...]], ...]:
        """Bank holidays from one day to another, both included: day, name, nations."""
        return tuple(
            (holiday.on, holiday.title, holiday.nations)
            for year in range(first.year, last.year + 1)
            for holiday in self.holidays_of(year)
            if first <= holiday.on <= last
        )

    @cached_property
    def version(self) -> str:
        """Names the holidays in use: two lists that differ anywhere have two versions."""
        years = range(self.first_year, self.last_sure_day.year + 1)
        published = [repr(self._by_year[year]) for year in years]
        known = [*published, repr(sorted(self._corrections.not_holidays))]
        return f"{years[0]}-{years[-1]}.{crc32(''.join(known).encode()):08x}"

    def _computed(self, year: int) -> Iterable[Holiday]:
        if self._compute is not None:
            return self._compute(year, self._corrections)
        from foitrack.law.computed_holidays import computed_holidays

        return computed_holidays(year, self._corrections)

    def _with_extra(self, year: int, holidays: Iterable[Holiday]) -> tuple[Holiday, ...]:
        kept = list(holidays)
        known = {(holiday.on, nation) for holiday in kept for nation in holiday.nations}
        for extra in self._corrections.extra:
            if extra.on.year == year:
                missing = tuple(n for n in extra.nations if (extra.on, n) not in known)
                kept += [Holiday(extra.on, extra.title, missing)] if missing else []
        return merged(kept)
