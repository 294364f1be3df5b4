"""Working days: the traps of law.md, and an independent count of every day."""

from __future__ import annotations

import json
from datetime import date, timedelta

import numpy
import pytest
from holidays import country_holidays

from foitrack import assets
from foitrack.law.bank_holidays import Corrections, Holiday, Nation
from foitrack.law.calendars import Calendars, UncountableDateError
from foitrack.law.terms import Regime
from tests.law.questions import CALENDARS, EIR, EISR, FOIA, FOISA, day

UK = CALENDARS.for_regime(FOIA)
SCOTLAND = CALENDARS.for_regime(FOISA)

DIVISIONS = ("england-and-wales", "scotland", "northern-ireland")
NOT_YET_HOLIDAYS = {"2006-11-30", "2010-01-04", "2011-01-04"}


@pytest.mark.parametrize(
    ("on", "uk", "scotland"),
    [
        ("2006-11-30", True, True),  # before the St Andrew's Day Bank Holiday (Scotland) Act 2007
        ("2007-11-30", False, False),
        ("2010-01-04", True, True),  # no proclamation in Scotland
        ("2011-01-04", True, True),
        ("2011-04-29", False, False),  # the royal wedding
        ("2012-05-28", True, True),  # the late May holiday moved to 4 June
        ("2012-06-04", False, False),
        ("2012-06-05", False, False),
        ("2020-05-04", True, True),  # the early May holiday moved to 8 May
        ("2020-05-08", False, False),
        ("2022-05-30", True, True),  # the late May holiday moved to 2 June
        ("2022-06-02", False, False),
        ("2022-06-03", False, False),
        ("2022-09-19", False, False),  # the State Funeral
        ("2023-05-08", False, False),  # the coronation
        ("2026-06-15", False, False),  # Scotland alone, which is a part of the UK
        ("2023-01-03", False, False),  # 2 January in Scotland, moved
        ("2023-03-17", False, True),
        ("2023-07-12", False, True),
        ("2025-07-14", False, True),
        ("2023-04-10", False, True),  # Easter Monday
        ("2023-08-28", False, True),
        ("2023-08-07", False, False),
        ("2023-11-30", False, False),
        ("2023-04-07", False, False),  # Good Friday
        ("2023-12-25", False, False),
        ("2023-03-04", False, False),  # a Saturday
        ("2029-03-19", False, True),  # computed: St Patrick's Day moved
    ],
)
def test_working_days_in_any_part_of_the_uk_and_in_scotland(
    on: str, uk: bool, scotland: bool
) -> None:
    """FOIA s10(6), EIR reg 2(1): any part of the UK; FOISA s73: Scotland only."""
    assert UK.is_working_day(day(on)) is uk
    assert CALENDARS.for_regime(EIR).is_working_day(day(on)) is uk
    assert SCOTLAND.is_working_day(day(on)) is scotland
    assert CALENDARS.for_regime(EISR).is_working_day(day(on)) is scotland


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("2023-03-17", "St Patrick's Day, bank holiday in Northern Ireland"),
        ("2023-04-07", "Good Friday, bank holiday throughout the UK"),
        ("2023-04-10", "Easter Monday, bank holiday in England, Wales and Northern Ireland"),
        ("2021-01-04", "2nd January (substitute day), bank holiday in Scotland"),
        (
            "2017-01-02",
            "2nd January, bank holiday in Scotland; New Year's Day (substitute day), "
            "bank holiday in England, Wales and Northern Ireland",
        ),
        ("2012-07-12", "Battle of the Boyne (Orangemen's Day), bank holiday in Northern Ireland"),
        ("2023-03-18", "Saturday"),
        ("2022-12-25", "Sunday"),
    ],
)
def test_the_reason_names_the_holiday_and_the_nations(on: str, why: str) -> None:
    assert UK.why_not(day(on)) == why


def test_a_working_day_has_no_reason() -> None:
    assert UK.why_not(day("2023-03-16")) is None


def test_a_scottish_reason_names_scotland_only() -> None:
    assert SCOTLAND.why_not(day("2023-12-25")) == "Christmas Day, bank holiday in Scotland"


def test_england_and_wales_keep_no_day_of_the_others() -> None:
    calendar = CALENDARS.england_and_wales
    assert calendar.is_working_day(day("2023-03-17"))
    assert calendar.is_working_day(day("2023-11-30"))
    assert not calendar.is_working_day(day("2023-04-10"))


def _independent_holidays(regime: Regime) -> list[str]:
    """The same holidays, gathered without our code."""
    scottish = regime in (FOISA, EISR)
    with assets.resource("bank-holidays.json").open(encoding="utf-8") as file:
        listed = json.load(file)
    wanted = ("scotland",) if scottish else DIVISIONS
    found = {entry["date"] for name in wanted for entry in listed[name]["events"]}
    for subdivision in ("SCT",) if scottish else ("ENG", "WLS", "SCT", "NIR"):
        years = [*range(2004, 2019), *range(2029, 2031)]
        computed = {str(on) for on in country_holidays("GB", subdiv=subdivision, years=years)}
        found |= computed - (NOT_YET_HOLIDAYS if subdivision == "SCT" else set())
    return sorted(found)


@pytest.mark.parametrize("regime", list(Regime))
def test_every_day_of_2005_to_2028_agrees_with_numpy(regime: Regime) -> None:
    calendar = CALENDARS.for_regime(regime)
    holidays = _independent_holidays(regime)
    days = numpy.arange("2005-01-01", "2029-01-01", dtype="datetime64[D]")
    working = numpy.is_busday(days, holidays=holidays)
    back = numpy.busday_offset(days, 0, roll="backward", holidays=holidays)
    twenty = numpy.busday_offset(back, 20, holidays=holidays).astype(date)
    forty = numpy.busday_offset(back, 40, holidays=holidays).astype(date)
    for i, on in enumerate(days.astype(date)):
        assert calendar.is_working_day(on) == bool(working[i]), on
        assert calendar.add_working_days(on, 20) == twenty[i], on
        assert calendar.add_working_days(on, 40) == forty[i], on
        assert calendar.working_days_between(on, forty[i]) == 40, on


@pytest.mark.parametrize("start", ["2023-04-07", "2023-04-11", "2023-12-31", "2024-01-02"])
def test_going_back_undoes_going_forward(start: str) -> None:
    for n in range(1, 300, 7):
        ahead = UK.add_working_days(day(start), n)
        assert UK.working_days_between(day(start), ahead) == n
        first = UK.add_working_days(ahead, -n)
        # Back lies the working day just before day 1: the start, or the last one before it.
        assert first <= day(start)
        assert UK.working_days_between(first, day(start)) == 0


def test_no_working_days_is_the_day_itself() -> None:
    assert UK.add_working_days(day("2023-03-04"), 0) == day("2023-03-04")


def test_days_between_are_negative_backwards() -> None:
    assert UK.working_days_between(day("2023-03-30"), day("2023-03-01")) == -20
    assert UK.working_days_between(day("2023-03-30"), day("2023-03-30")) == 0
    assert UK.working_days_between(day("2019-06-03"), day("2023-06-05")) == sum(
        UK.is_working_day(day("2019-06-03") + timedelta(n)) for n in range(1, 1464)
    )


def test_weekdays_off_leave_the_first_day_out_and_the_last_in() -> None:
    found = [on for on, _ in UK.weekdays_off(day("2023-12-25"), day("2024-01-02"))]
    assert found == [day("2023-12-26"), day("2024-01-01"), day("2024-01-02")]


def test_holidays_between_names_the_nations() -> None:
    found = CALENDARS.holidays_between(day("2023-03-17"), day("2023-04-10"))
    england, wales, ireland = Nation.ENGLAND, Nation.WALES, Nation.NORTHERN_IRELAND
    assert found == (
        (day("2023-03-17"), "St Patrick's Day", (ireland,)),
        (day("2023-04-07"), "Good Friday", (england, wales, Nation.SCOTLAND, ireland)),
        (day("2023-04-10"), "Easter Monday", (england, wales, ireland)),
    )
    assert [nation.value for nation in Nation] == ["E", "W", "S", "NI"]


def test_the_source_and_the_last_sure_day_are_said() -> None:
    assert "GOV.UK" in UK.source
    assert "as published on Fri 21 August 2026" in UK.source
    assert UK.last_sure_day == SCOTLAND.last_sure_day == day("2028-12-31")
    assert UK.version == CALENDARS.version


@pytest.mark.parametrize("on", ["0001-01-01", "1997-06-04", "2102-06-05", "9999-12-31"])
def test_years_far_off_are_a_plain_error(on: str) -> None:
    with pytest.raises(UncountableDateError, match="check the year"):
        UK.is_working_day(day(on))


def test_a_count_may_run_past_the_last_year() -> None:
    assert UK.add_working_days(date(2099, 12, 20), 60).year == 2100
    assert UK.add_working_days(date(2000, 1, 2), -20).year == 1999


def _list(*extra: tuple[str, str]) -> dict[str, object]:
    with assets.resource("bank-holidays.json").open(encoding="utf-8") as file:
        data: dict[str, object] = json.load(file)
    for division in data.values():
        assert isinstance(division, dict)
        division["events"] += [{"title": title, "date": on, "notes": ""} for on, title in extra]
    return data


def test_a_list_that_differs_has_another_version() -> None:
    rules = CALENDARS.rules
    same = Calendars.from_govuk(_list(), rules)
    assert same.version == Calendars.from_govuk(_list(), rules).version
    other = Calendars.from_govuk(_list(("2027-06-14", "Extra day")), rules)
    assert other.version != same.version
    corrections = Corrections(frozenset({(day("2006-11-30"), Nation.SCOTLAND)}))
    assert Calendars.from_govuk(_list(), rules, corrections=corrections).version != same.version


def test_an_older_list_gets_the_days_that_we_know_of() -> None:
    listed = _list()
    scotland = listed["scotland"]
    assert isinstance(scotland, dict)
    scotland["events"] = [e for e in scotland["events"] if e["date"] != "2026-06-15"]
    extra = (Holiday(day("2026-06-15"), "World Cup bank holiday", (Nation.SCOTLAND,)),)
    calendars = Calendars.from_govuk(
        listed, CALENDARS.rules, corrections=Corrections(extra=extra), source="an old list"
    )
    assert not calendars.for_regime(FOISA).is_working_day(day("2026-06-15"))
    # And where the list has it, it stands there once.
    twice = CALENDARS.holidays_between(day("2026-06-15"), day("2026-06-15"))
    assert [title for _, title, _ in twice] == ["World Cup bank holiday"]


def test_other_years_can_come_from_elsewhere() -> None:
    def compute(year: int, _: Corrections) -> tuple[Holiday, ...]:
        return (Holiday(date(year, 6, 4), "Test day", (Nation.WALES,)),)

    calendars = Calendars.from_govuk(_list(), CALENDARS.rules, compute=compute)
    assert calendars.for_regime(FOIA).why_not(date(2030, 6, 4)) == (
        "Test day, bank holiday in Wales"
    )
