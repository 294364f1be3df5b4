"""A newer list of bank holidays beside the one in use: may it take its place, what changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.law.bank_holidays import (
    Holiday,
    HolidayListError,
    Nation,
    PublishedHolidays,
    merged,
)
from foitrack.law.terms import Deadline, Reckoning
from foitrack.saying import say


@dataclass(frozen=True, slots=True)
class ListChange:
    """What a newer list adds, and what it no longer has; the joined list is what to use."""

    joined: PublishedHolidays
    added: tuple[Holiday, ...]
    removed: tuple[Holiday, ...]


def change_of(current: PublishedHolidays, new: PublishedHolidays) -> ListChange:
    """What happens when `new` takes the place of `current`.

    Years that GOV.UK no longer lists are kept from the list in use. Raises HolidayListError for
    a list that knows less than the one in use: it must be cut short or out of date.
    """
    _refuse_shrunken(current, new)
    kept = [holiday for holiday in current.holidays if holiday.on.year < new.first_year]
    joined = PublishedHolidays(
        merged([*kept, *new.holidays]),
        min(current.first_year, new.first_year),
        new.last_year,
    )
    before, after = _apart(current), _apart(joined)
    return ListChange(joined, merged(after - before), merged(before - after))


def _apart(published: PublishedHolidays) -> set[Holiday]:
    """One entry for each nation, so that one more nation is seen as the only change."""
    return {
        Holiday(holiday.on, holiday.title, (nation,))
        for holiday in published.holidays
        for nation in holiday.nations
    }


def _refuse_shrunken(current: PublishedHolidays, new: PublishedHolidays) -> None:
    if new.first_year > current.last_year + 1:
        raise HolidayListError(
            say(
                "The list begins in {0}, and the years after {1} would be missing; the list in "
                "use stays.",
                new.first_year,
                current.last_year,
            )
        )
    cut = new.first_year > current.first_year and new.last_year == current.last_year
    if new.last_year < current.last_year or cut:
        raise HolidayListError(
            say(
                "The list covers {0} to {1}, less than the list in use ({2} to {3}), which stays.",
                new.first_year,
                new.last_year,
                current.first_year,
                current.last_year,
            )
        )
    before, after = _counts(current), _counts(new)
    for (year, nation), count in sorted(before.items()):
        if new.first_year <= year and after[year, nation] < count:
            raise HolidayListError(
                say(
                    "The list has {0} bank holidays in {1} for {2}, and the list in use has {3}; "
                    "the list in use stays.",
                    after[year, nation],
                    nation.words,
                    year,
                    count,
                )
            )


def _counts(published: PublishedHolidays) -> Counter[tuple[int, Nation]]:
    return Counter(
        (holiday.on.year, nation) for holiday in published.holidays for nation in holiday.nations
    )


def moved(before: Reckoning, after: Reckoning) -> Iterator[tuple[Deadline, Deadline]]:
    """The deadlines still open whose day another list of holidays changes, old and new."""
    for old in before.deadlines:
        new = after.of(old.kind)
        if new is not None and old.met is None and new.on != old.on:
            yield old, new
