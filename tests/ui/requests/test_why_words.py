from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from foitrack.assets import calendars
from foitrack.law.terms import (
    CountedDay,
    Deadline,
    DeadlineKind,
    Met,
    OtherReading,
    Regime,
    Skipped,
    Strength,
)
from ui.requests.why_calendar import DayKind, weeks
from ui.requests.why_words import listed_days, other_count, reasons, subtitle

PATRICK = Skipped(date(2023, 3, 17), "St Patrick's Day, bank holiday in Northern Ireland")
MARCH = Deadline(
    kind=DeadlineKind.RESPONSE,
    on=date(2023, 3, 30),
    strength=Strength.STATUTE,
    basis="FOIA s10(1)",
    start=date(2023, 3, 1),
    working_days=20,
    skipped=(PATRICK,),
)


def march_days() -> tuple[CountedDay, ...]:
    days, n = [], 0
    for offset in range(30):
        on = date(2023, 3, 1) + timedelta(days=offset)
        counts = offset > 0 and on.weekday() < 5 and on != PATRICK.on
        n += counts
        days.append(CountedDay(on, n if counts else None, "" if counts else "skipped"))
    return tuple(days)


def test_every_skipped_day_has_its_reason_and_its_law() -> None:
    found = reasons(MARCH, march_days(), Regime.FOIA)
    assert [reason.title for reason in found] == [
        "Day 0, Wed 1 March",
        "8 weekend days skipped",
        "Fri 17 March skipped",
        "Day 20, Thu 30 March",
    ]
    assert "Thu 2 March" in found[0].text
    assert found[1].text == (
        "Saturdays and Sundays: 4 and 5, 11 and 12, 18 and 19, 25 and 26 March."
    )
    assert "bank holiday in Northern Ireland. FOIA s10(6)" in found[2].text
    assert "Late from Fri 31 March" in found[3].text


def test_guidance_is_not_passed_off_as_statute() -> None:
    limit = Deadline(
        kind=DeadlineKind.COMMISSIONER,
        on=date(2023, 5, 8),
        strength=Strength.GUIDANCE,
        basis="FOIA s50(2)(b)",
        start=date(2023, 3, 27),
        working_days=None,
        provisional=True,
        assumed=True,
        original=date(2023, 5, 1),
        also=(OtherReading(date(2023, 5, 9), "s7", Strength.CODE, "Counted otherwise"),),
    )
    words = " ".join(f"{reason.title} {reason.text}" for reason in reasons(limit, (), Regime.FOIA))
    assert "guidance, not statute" in words
    assert "weekend" not in words
    assert "taken to be the day it was sent" in words
    assert "Moved from Mon 1 May 2023" in words
    assert "This date may move" in words
    assert "Also read as Tue 9 May 2023 Counted otherwise (s7, code of practice" in words
    assert "working day" not in subtitle(limit, calendars())


def test_subtitle_names_start_and_law() -> None:
    assert subtitle(MARCH, calendars()) == (
        "20 working days after Wed 1 March 2023, counted under section 10(1) of the "
        "Freedom of Information Act 2000."
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([date(2023, 4, 1), date(2023, 3, 25), date(2023, 3, 26)], "25 and 26 March, 1 April"),
        ([date(2022, 12, 31), date(2023, 1, 1)], "31 December, 1 January"),
        ([date(2023, 3, 4)], "4 March"),
    ],
)
def test_lists_days_as_a_person_does(days: list[date], words: str) -> None:
    assert listed_days(days) == words


def test_says_what_a_narrower_count_would_wrongly_give() -> None:
    assert other_count(MARCH, Regime.FOIA, calendars()) == (
        "Counting only England and Wales holidays would give Wed 29 March, 1 working day too early."
    )
    may = replace(MARCH, start=date(2023, 6, 1), on=date(2023, 6, 29), skipped=())
    assert other_count(may, Regime.FOIA, calendars()) == ""
    # A date that was not simply counted (a fee, an extension) is compared with nothing.
    moved = replace(MARCH, on=date(2023, 4, 3))
    assert other_count(moved, Regime.FOIA, calendars()) == ""


def test_in_scotland_the_wider_count_is_the_wrong_one() -> None:
    easter = replace(
        MARCH, start=date(2023, 3, 28), on=date(2023, 4, 26), basis="FOISA s10(1)", skipped=()
    )
    assert other_count(easter, Regime.FOISA, calendars()) == (
        "Counting holidays of the whole UK would give Thu 27 April, 1 working day too late."
    )


def test_days_left_out_are_gathered_by_their_reason() -> None:
    fee = replace(
        MARCH,
        disregarded=(date(2023, 3, 6), date(2023, 3, 7), date(2023, 3, 9)),
        disregarded_why=("fees notice to payment", "fees notice to payment", "closed"),
    )
    found = [r for r in reasons(fee, march_days(), Regime.FOIA) if "left out" in r.title]
    assert [reason.title for reason in found] == [
        "2 working days left out of the count",
        "1 working day left out of the count",
    ]
    assert found[0].text == "Mon 6 March to Tue 7 March: fees notice to payment."


def test_the_calendar_has_whole_weeks_and_a_kind_for_each_day() -> None:
    made = weeks(MARCH, march_days(), {date(2023, 3, 17): ("NI",)})
    days = {day.on: day for week in made for day in week}
    assert len(made) == 5
    assert made[0][0].on == date(2023, 2, 27)
    assert days[date(2023, 2, 27)].kind is DayKind.OUTSIDE
    assert (days[date(2023, 3, 1)].kind, days[date(2023, 3, 1)].number) == (DayKind.START, 0)
    assert days[date(2023, 3, 1)].label == "1 Mar"
    assert days[date(2023, 3, 4)].kind is DayKind.WEEKEND
    patrick = days[date(2023, 3, 17)]
    assert (patrick.kind, patrick.note, patrick.number) == (DayKind.HOLIDAY, "N. Ireland", None)
    assert (days[date(2023, 3, 30)].kind, days[date(2023, 3, 30)].number) == (DayKind.DUE, 20)
    assert days[date(2023, 3, 31)].kind is DayKind.OUTSIDE
    assert days[date(2023, 4, 1)].label == "1 Apr"


def test_a_late_answer_runs_on_past_the_last_day() -> None:
    late = replace(MARCH, met=Met(date(2023, 4, 4), 23, 3))
    days = {d.on: d for week in weeks(late, march_days(), {}) for d in week}
    assert days[date(2023, 3, 31)].kind is DayKind.LATE
    assert days[date(2023, 4, 1)].kind is DayKind.WEEKEND
    assert (days[date(2023, 4, 4)].kind, days[date(2023, 4, 4)].number) == (DayKind.ANSWERED, 23)
    assert days[date(2023, 4, 5)].kind is DayKind.OUTSIDE


def test_days_after_an_early_answer_look_other_than_those_before() -> None:
    early = replace(MARCH, met=Met(date(2023, 3, 27), 17, 0))
    days = {d.on: d for week in weeks(early, march_days(), {}) for d in week}
    assert days[date(2023, 3, 24)].kind is DayKind.COUNTED
    assert days[date(2023, 3, 27)].kind is DayKind.ANSWERED
    assert days[date(2023, 3, 28)].kind is DayKind.AFTER_ANSWER
    assert days[date(2023, 3, 27)].spoken == "Mon 27 March 2023, day 17, answered"
