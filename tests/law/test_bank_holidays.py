"""GOV.UK's list read, refused, written and brought up to date."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from foitrack import assets
from foitrack.law.bank_holidays import (
    Holiday,
    HolidayListError,
    Nation,
    PublishedHolidays,
    as_govuk,
    read_govuk,
)
from foitrack.law.calendars import Calendars
from foitrack.law.clock import reckon
from foitrack.law.computed_holidays import computed_holidays
from foitrack.law.holiday_updates import change_of, moved
from foitrack.law.terms import DeadlineKind
from tests.law.questions import CALENDARS, FOIA, day, happened


def _bundled() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(assets.resource("bank-holidays.json").read_text("utf-8"))
    return data


def test_the_bundled_list_is_whole() -> None:
    found = read_govuk(_bundled())
    assert (found.first_year, found.last_year) == (2019, 2028)
    assert Holiday(day("2026-06-15"), "World Cup bank holiday", (Nation.SCOTLAND,)) in (
        found.holidays
    )


def test_what_is_written_reads_the_same() -> None:
    found = read_govuk(_bundled())
    assert read_govuk(as_govuk(found)) == found


def _without_division(data: dict[str, Any]) -> object:
    del data["scotland"]
    return data


def _without_dates(data: dict[str, Any]) -> object:
    for event in data["scotland"]["events"]:
        del event["date"]
    return data


def _impossible_date(data: dict[str, Any]) -> object:
    data["scotland"]["events"][3]["date"] = "2023-02-30"
    return data


def _list_of_words(data: dict[str, Any]) -> object:
    data["scotland"]["events"] = ["Christmas"]
    return data


def _no_events(data: dict[str, Any]) -> object:
    data["northern-ireland"]["events"] = []
    return data


def _years_apart(data: dict[str, Any]) -> object:
    for event in data["scotland"]["events"]:
        event["date"] = event["date"].replace("20", "19", 1)
    return data


@pytest.mark.parametrize(
    "spoil",
    [
        _without_division,
        _without_dates,
        _impossible_date,
        _list_of_words,
        _no_events,
        _years_apart,
        lambda _: [],
        lambda _: "holidays",
        lambda _: None,
    ],
)
def test_a_malformed_list_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(HolidayListError):
        read_govuk(spoil(_bundled()))


def test_a_year_that_is_not_all_there_is_not_sure() -> None:
    data = _bundled()
    for division in data.values():
        division["events"].append({"title": "New Year’s Day", "date": "2029-01-01", "notes": ""})
    assert read_govuk(data).last_year == 2028


def test_years_after_a_gap_are_not_sure() -> None:
    data = _bundled()
    for division in data.values():
        division["events"] = [e for e in division["events"] if e["date"][:4] != "2026"]
    assert read_govuk(data).last_year == 2025


def _years(first: int, last: int) -> PublishedHolidays:
    return PublishedHolidays(
        tuple(
            holiday for year in range(first, last + 1) for holiday in CALENDARS.holidays_of(year)
        ),
        first,
        last,
    )


def test_a_newer_list_adds_its_years_and_keeps_the_older_ones() -> None:
    change = change_of(_years(2019, 2028), _years(2021, 2030))
    assert (change.joined.first_year, change.joined.last_year) == (2019, 2030)
    assert {holiday.on.year for holiday in change.added} == {2029, 2030}
    assert not change.removed
    assert {holiday.on.year for holiday in change.joined.holidays} == set(range(2019, 2031))


def test_a_moved_holiday_is_one_gone_and_one_new() -> None:
    current = _years(2019, 2028)
    moved_day = Holiday(day("2027-05-10"), "Early May bank holiday", tuple(Nation))
    new = PublishedHolidays(
        tuple(h if h.on != day("2027-05-03") else moved_day for h in current.holidays), 2019, 2028
    )
    change = change_of(current, new)
    assert change.added == (moved_day,)
    assert [holiday.on for holiday in change.removed] == [day("2027-05-03")]


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (2019, 2027, "2019 to 2027"),
        (2020, 2028, "less than the list in use"),
        (2030, 2035, "would be missing"),
    ],
)
def test_a_shrunken_list_is_refused(first: int, last: int, why: str) -> None:
    with pytest.raises(HolidayListError, match=why):
        change_of(_years(2019, 2028), _years(first, last))


def test_a_list_that_lost_a_holiday_is_refused() -> None:
    current = _years(2019, 2028)
    fewer = tuple(h for h in current.holidays if h.on != day("2025-11-30"))
    fewer = tuple(h for h in fewer if h.on != day("2025-12-01"))
    with pytest.raises(HolidayListError, match="in Scotland for 2025"):
        change_of(current, PublishedHolidays(fewer, 2019, 2028))


def test_open_deadlines_that_move_are_told_old_and_new() -> None:
    data = _bundled()
    for division in data.values():
        division["events"].append({"title": "Extra", "date": "2027-06-14", "notes": ""})
    newer = Calendars.from_govuk(data, CALENDARS.rules)

    def told(*texts: str) -> list[tuple[str, str, str]]:
        before, after = (
            reckon(FOIA, happened(*texts), calendars, today=day("2027-06-02"))
            for calendars in (CALENDARS, newer)
        )
        return [(old.kind.value, str(old.on), str(new.on)) for old, new in moved(before, after)]

    assert told("received=2027-06-01") == [("response", "2027-06-29", "2027-06-30")]
    assert told("received=2027-03-01") == []
    answered = told("received=2027-06-01", "response=2027-06-10")
    assert [kind for kind, _, _ in answered] == [DeadlineKind.REVIEW_REQUEST]


def test_computed_titles_are_those_of_the_list() -> None:
    """The years of the list, computed: the same days under the same names, save for one-offs."""
    from foitrack.law.bank_holidays import Corrections

    with assets.resource("law", "holiday-corrections.toml").open("rb") as file:
        import tomllib

        corrections = Corrections.from_data(tomllib.load(file))
    listed = read_govuk(_bundled()).holidays
    names = {holiday.title.removesuffix(" (substitute day)") for holiday in listed}
    for year in (2019, 2021, 2023, 2024, 2025, 2027):
        found = computed_holidays(year, corrections)
        mine = {(holiday.on, nation) for holiday in found for nation in holiday.nations}
        theirs = {
            (holiday.on, nation)
            for holiday in listed
            if holiday.on.year == year
            for nation in holiday.nations
        }
        assert {(on, n) for on, n in mine if on.weekday() < 5} == theirs
        for holiday in found:
            known = holiday.title.removesuffix(" (substitute day)") in names
            assert known or "Coronation" in holiday.title, holiday
