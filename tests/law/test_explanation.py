"""Each date explained: day by day, and in two sentences."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from foitrack.law.clock import explain, reckon
from foitrack.law.explanation import in_two_sentences, ordinal
from foitrack.law.sources import formal, listed
from foitrack.law.terms import Body, Deadline, DeadlineKind, Regime
from tests.law.questions import (
    CALENDARS,
    EIR,
    EISR,
    FOIA,
    FOISA,
    day,
    deadline,
    happened,
    reckoned,
)


def _days(found: Deadline, regime: Regime) -> dict[str, tuple[int | None, str]]:
    return {str(d.on): (d.n, d.why) for d in explain(found, CALENDARS, regime)}


def test_each_day_of_a_plain_count() -> None:
    days = _days(deadline("response", FOIA, "received=2023-03-01"), FOIA)
    assert days["2023-03-01"] == (0, "day 0; the count starts after it")
    assert days["2023-03-02"] == (1, "working day")
    assert days["2023-03-04"] == (None, "Saturday")
    assert days["2023-03-17"] == (None, "St Patrick's Day, bank holiday in Northern Ireland")
    assert days["2023-03-27"] == (17, "working day")
    assert days["2023-03-30"] == (20, "working day")
    assert len(days) == 30


def test_day_0_tells_what_was_assumed() -> None:
    days = _days(deadline("response", FOIA, "sent=2023-03-01"), FOIA)
    assert "taken from the day of sending" in days["2023-03-01"][1]
    window = deadline("review-request", EIR, "sent=2023-03-01")
    assert _days(window, EIR)[str(window.start)][1] == "day 0; the count starts after it"


def test_scotland_works_on_the_holidays_of_others() -> None:
    days = _days(deadline("response", FOISA, "received=2025-04-02"), FOISA)
    number, why = days["2025-04-21"]
    assert number == 12
    assert why == (
        "working day in Scotland "
        "(Easter Monday, bank holiday in England, Wales and Northern Ireland)"
    )
    assert days["2025-04-18"] == (None, "Good Friday, bank holiday in Scotland")


def test_disregarded_days_have_their_reason() -> None:
    events = ("received=2024-06-03", "fees-notice=2024-06-17", "fee-paid=2024-06-24")
    found = deadline("response", FOIA, *events)
    days = _days(found, FOIA)
    assert days["2024-06-14"][0] == 9
    assert days["2024-06-17"] == (None, "from the fees notice to the payment (FOIA s10(2))")
    assert days["2024-06-22"] == (None, "Saturday")
    assert days["2024-06-25"][0] == 10
    # A deadline that was put together without reasons still explains itself.
    bare = _days(replace(found, disregarded_why=()), FOIA)
    assert bare["2024-06-17"] == (None, "disregarded")


def test_three_months_begin_with_the_notice() -> None:
    days = _days(deadline("fee-payment", FOIA, "fees-notice=2025-01-15"), FOIA)
    assert days["2025-01-15"] == (1, "day 1: the time begins with this day")
    assert days["2025-04-14"] == (90, "calendar day")


def test_calendar_days_count_each() -> None:
    days = _days(deadline("commissioner", FOIA, "last-contact=2026-01-14"), FOIA)
    assert days["2026-02-25"] == (42, "calendar day")
    months = _days(deadline("commissioner", FOISA, "review-outcome=2025-03-10"), FOISA)
    assert months["2025-09-10"] == (184, "calendar day")


def test_days_rolled_over_are_not_counted() -> None:
    days = _days(deadline("tribunal", FOIA, "decision-notice=2024-03-01"), FOIA)
    assert days["2024-03-29"] == (28, "calendar day")
    assert days["2024-03-30"] == (None, "Saturday")
    assert days["2024-04-01"] == (None, "Easter Monday, bank holiday in England and Wales")
    assert days["2024-04-02"] == (
        None,
        "next working day in England and Wales (SI 2009/1976 r12)",
    )


def test_a_window_of_the_letter_itself_is_not_counted() -> None:
    found = deadline("review-request", FOIA, "response=2025-04-15,2025-05-27")
    days = _days(found, FOIA)
    assert {n for n, _ in days.values()} == {None}
    assert days["2025-05-27"][1] == "last day by the authority's letter"


# In two sentences.

SENTENCE = re.compile(r"[a-z0-9)]\. (?=[A-Z])")


def _said(found: Deadline, regime: Regime) -> str:
    said = in_two_sentences(found, regime, CALENDARS)
    assert said.endswith(".")
    assert len(SENTENCE.findall(said)) == 1, said
    return said


def test_the_plain_answer() -> None:
    assert _said(deadline("response", FOIA, "received=2023-03-01"), FOIA) == (
        "Under section 10(1) of the Freedom of Information Act 2000, the last day for the answer "
        "is Thu 30 March 2023, the 20th working day after Wed 1 March 2023, the day of receipt. "
        "Saturdays, Sundays and Fri 17 March 2023 (St Patrick's Day, bank holiday in Northern "
        "Ireland) do not count (FOIA s10(6))."
    )


@pytest.mark.parametrize(
    ("kind", "regime", "events", "parts"),
    [
        (
            "response",
            FOIA,
            ("sent=2023-03-01",),
            ["taken to be the day of receipt because it was sent that day"],
        ),
        (
            "response",
            FOIA,
            ("received=2023-03-01", "clarification-given=2023-03-20"),
            [
                "sections 10(1), 1(3) and 10(6) of the Freedom of Information Act 2000",
                "Mon 20 March 2023, the day on which the clarification was received",
            ],
        ),
        (
            "response",
            FOIA,
            ("received=2024-06-03", "fees-notice=2024-06-17", "fee-paid=2024-06-24"),
            ["6 working days are disregarded: from the fees notice to the payment"],
        ),
        (
            "response",
            FOIA,
            ("received=2024-06-03", "fees-notice=2024-06-17", "fee-paid=2024-06-17"),
            ["1 working day is disregarded"],
        ),
        (
            "response",
            EIR,
            ("received=2025-04-02", "extension=2025-04-30"),
            [
                "regulations 5(2) and 7(1) of the Environmental Information Regulations 2004",
                "the 40th working day",
                "(extended from Fri 2 May 2025)",
            ],
        ),
        (
            "response",
            FOISA,
            ("received=2023-03-01",),
            ["Saturdays and Sundays do not count (FOISA s73)"],
        ),
        (
            "response",
            FOIA,
            ("received=2028-12-15",),
            ["bank holidays after 2028 are not all known yet, so the date is provisional"],
        ),
        (
            "public-interest-limit",
            FOIA,
            ("received=2025-11-03", "public-interest-extension=2025-11-28"),
            ["section 10(3)", "and the Information Commissioner's guidance"],
        ),
        (
            "fee-payment",
            FOIA,
            ("fees-notice=2025-01-15",),
            ["the end of the 3 months that begin with Wed 15 January 2025", "Every calendar day"],
        ),
        (
            "review-request",
            FOIA,
            ("response=2025-04-15",),
            ["part 5 of the section 45 Code of Practice", "the 40th working day after"],
        ),
        (
            "review-request",
            FOIA,
            ("response=2025-04-15,2025-05-27",),
            ["Under the authority's letter", "counted from", "the authority's own letter"],
        ),
        (
            "commissioner",
            FOISA,
            ("review-outcome=2025-03-10",),
            ["6 months after Mon 10 March 2025"],
        ),
        (
            "commissioner",
            EISR,
            ("review-outcome=2025-03-10",),
            [
                "section 47(4) of the Freedom of Information (Scotland) Act 2002 as applied by "
                "regulation 17 of the Environmental Information (Scotland) Regulations 2004",
            ],
        ),
        (
            "tribunal",
            FOIA,
            ("decision-notice=2024-03-01",),
            ["28 days after Fri 1 March 2024", "moves to the next one"],
        ),
    ],
)
def test_two_sentences_tell_the_law_the_day_and_what_does_not_count(
    kind: str, regime: Regime, events: tuple[str, ...], parts: list[str]
) -> None:
    said = _said(deadline(kind, regime, *events), regime)
    for part in parts:
        assert part in said, said


def test_a_school_day_left_out_is_told() -> None:
    found = deadline(
        "response",
        FOIA,
        "received=2024-05-20",
        body=Body.SCHOOL,
        closed=[("2024-05-25", "2024-06-02")],
    )
    said = _said(found, FOIA)
    assert "4 working days are disregarded: not a school day" in said
    assert "regulation 3 of SI 2004/3364" in said
    assert "disregarded: fee or school holidays" in _said(replace(found, disregarded_why=()), FOIA)


@pytest.mark.parametrize("regime", list(Regime))
def test_every_kind_can_be_said(regime: Regime) -> None:
    said: set[DeadlineKind] = set()
    events = happened(
        "received=2025-03-03",
        "public-interest-extension=2025-03-10",
        "fees-notice=2025-03-11",
        "response=2025-04-07",
        "review-asked=2025-04-14",
        "review-outcome=2025-05-12",
        "decision-notice=2025-09-01",
    )
    for body in Body:
        reckoning = reckon(regime, events, CALENDARS, today=day("2026-01-01"), body=body)
        for found in reckoning.deadlines:
            _said(found, regime)
            said.add(found.kind)
    expected = {
        FOIA: set(DeadlineKind) - {DeadlineKind.EXTENSION_NOTICE, DeadlineKind.COURT_OF_SESSION},
        EIR: {"response", "extension-notice", "fee-payment", "review-request"}
        | {"review", "commissioner", "tribunal"},
        FOISA: {"response", "fee-payment", "review-request", "review"}
        | {"commissioner", "court-of-session"},
        EISR: {"response", "extension-notice", "fee-payment", "review-request"}
        | {"review", "commissioner", "court-of-session"},
    }
    assert said == expected[regime]


def test_every_basis_in_use_can_be_written_out() -> None:
    for regime in Regime:
        for period in CALENDARS.rules.of(regime).periods.values():
            said = formal(period.basis, CALENDARS.rules)
            assert said != period.basis
            assert "EISR" not in said
            assert "FOISA" not in said


def test_numbers_in_order() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 20, 21, 33, 42, 111)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "20th",
        "21st",
        "33rd",
        "42nd",
        "111th",
    ]


def test_lists() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed([]) == ""


def test_explained_deadlines_of_another_body() -> None:
    found = reckoned(FOISA, "review-asked=2025-06-10", body=Body.KEEPER).deadlines[0]
    assert found.working_days == 30
    assert "30th working day" in _said(found, FOISA)
