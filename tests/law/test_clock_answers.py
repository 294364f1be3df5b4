"""The answer: every row of the table for its last day, with the Act that says so."""

from __future__ import annotations

import pytest

from foitrack.law.terms import Body, DeadlineKind, Regime, Strength
from tests.law.questions import EIR, EISR, FOIA, FOISA, day, deadline, kinds, reckoned

ARCHIVES, KEEPER = Body.NATIONAL_ARCHIVES, Body.KEEPER


@pytest.mark.parametrize(
    ("regime", "body", "received", "expected", "days", "basis"),
    [
        (FOIA, Body.GENERAL, "2023-03-01", "2023-03-30", 20, "FOIA s10(1)"),
        # Received on a Saturday: day 1 is the Monday.
        (FOIA, Body.GENERAL, "2023-03-04", "2023-04-03", 20, "FOIA s10(1)"),
        (FOIA, ARCHIVES, "2025-05-12", "2025-06-24", 30, "FOIA s10(1), SI 2004/3364 reg 4"),
        (FOIA, Body.ARMED_FORCES, "2025-05-12", "2025-06-10", 20, "FOIA s10(1)"),
        (FOIA, Body.ABROAD, "2025-05-12", "2025-06-10", 20, "FOIA s10(1)"),
        (EIR, Body.GENERAL, "2025-04-02", "2025-05-02", 20, "EIR r5(2)"),
        (EIR, ARCHIVES, "2025-04-02", "2025-05-02", 20, "EIR r5(2)"),
        (EIR, Body.SCHOOL, "2025-04-02", "2025-05-02", 20, "EIR r5(2)"),
        # Easter Monday is a working day in Scotland.
        (FOISA, Body.GENERAL, "2025-04-02", "2025-05-01", 20, "FOISA s10(1)"),
        (FOISA, KEEPER, "2025-05-12", "2025-06-24", 30, "FOISA s10(2)"),
        (FOISA, ARCHIVES, "2025-04-02", "2025-05-01", 20, "FOISA s10(1)"),
        (EISR, Body.GENERAL, "2025-04-02", "2025-05-01", 20, "EISR r5(2)"),
        (EISR, KEEPER, "2025-04-02", "2025-05-01", 20, "EISR r5(2)"),
    ],
)
def test_last_day_for_the_answer(
    regime: Regime, body: Body, received: str, expected: str, days: int, basis: str
) -> None:
    found = deadline("response", regime, f"received={received}", body=body)
    assert found.on == day(expected)
    assert found.start == day(received)
    assert found.working_days == days
    assert found.basis == basis
    assert found.strength is Strength.STATUTE
    assert not (found.assumed or found.provisional or found.disregarded)
    assert found.original is None
    assert found.met is None


def test_skipped_are_weekdays_only_with_their_reason() -> None:
    found = deadline("response", FOIA, "received=2022-12-12")
    assert [str(skipped.on) for skipped in found.skipped] == [
        "2022-12-26",
        "2022-12-27",
        "2023-01-02",
        "2023-01-03",
    ]
    assert found.skipped[3].why == "2nd January (substitute day), bank holiday in Scotland"


@pytest.mark.parametrize("regime", list(Regime))
def test_sent_is_taken_for_receipt(regime: Regime) -> None:
    found = deadline("response", regime, "sent=2025-04-02")
    assert found.assumed
    assert found.start == day("2025-04-02")


def test_a_known_receipt_goes_before_what_is_assumed() -> None:
    found = deadline("response", FOIA, "sent=2023-02-27", "received=2023-03-01")
    assert found.on == day("2023-03-30")
    assert not found.assumed


def test_foisa_presumes_a_letter_received_on_the_third_day_after() -> None:
    """FOISA s74: posted Wed 1 March 2023, presumed received Sat 4 March."""
    reckoning = reckoned(FOISA, "posted=2023-03-01")
    found = reckoning.of(DeadlineKind.RESPONSE)
    assert found is not None
    assert (str(found.start), str(found.on)) == ("2023-03-04", "2023-03-31")
    assert "FOISA s74" in reckoning.notes[0]


@pytest.mark.parametrize("events", [("posted=2023-03-01",), ("sent=2023-03-01;post",)])
def test_elsewhere_a_letter_says_nothing_about_receipt(events: tuple[str, ...]) -> None:
    for regime in (FOIA, EIR, EISR):
        reckoning = reckoned(regime, *events)
        assert not reckoning.deadlines
        assert "not known" in reckoning.notes[0]


def test_a_request_sent_by_post_counts_as_posted_in_scotland() -> None:
    assert deadline("response", FOISA, "sent=2023-03-01;Post").start == day("2023-03-04")


def test_posting_without_a_day_is_not_sending_by_email() -> None:
    assert not reckoned(FOISA, "posted=?", "sent=2023-03-01").deadlines


# Clarification: the full period starts again (FOIA s10(6), EIR r9(4), FOISA s10(1), EISR r9(4)).


@pytest.mark.parametrize(
    ("regime", "expected", "basis"),
    [
        (FOIA, "2025-06-30", "FOIA s10(1), s1(3), s10(6)"),
        (EIR, "2025-06-30", "EIR r5(2), r9(4)"),
        (FOISA, "2025-06-30", "FOISA s10(1), s1(3), s10(1)(b)"),
        (EISR, "2025-06-30", "EISR r5(2), r9(4)"),
    ],
)
def test_clarification_starts_the_clock_again(regime: Regime, expected: str, basis: str) -> None:
    events = ("clarification-given=2025-06-02", "clarification-asked=2025-05-20")
    found = deadline("response", regime, "received=2025-05-12", *events)
    assert (found.start, found.on) == (day("2025-06-02"), day(expected))
    assert found.basis == basis
    assert found.original is None  # a new clock, not an extension


def test_the_note_tells_the_day_before_the_clarification() -> None:
    reckoning = reckoned(FOIA, "received=2023-03-01", "clarification-given=2023-03-20")
    assert any("before that the last day was Thu 30 March 2023" in n for n in reckoning.notes)


def test_the_last_of_several_clarifications_counts() -> None:
    events = ("received=2025-04-01", "clarification-given=2025-04-10")
    found = deadline("response", FOIA, *events, "clarification-given=2025-06-02")
    assert found.start == day("2025-06-02")


def test_a_clarification_is_enough_alone() -> None:
    found = deadline("response", FOIA, "clarification-given=2025-06-02", "sent=?")
    assert found.on == day("2025-06-30")


def test_a_clarification_before_receipt_moves_nothing() -> None:
    found = deadline("response", FOIA, "received=2025-06-02", "clarification-given=2025-05-20")
    assert found.start == day("2025-06-02")
    assert found.basis == "FOIA s10(1)"


def test_a_clarification_of_the_review_moves_nothing() -> None:
    events = ("received=2023-03-01", "response=2023-03-27", "review-asked=2023-04-03")
    found = deadline("response", FOIA, *events, "clarification-given=2023-04-20")
    assert found.start == day("2023-03-01")


def test_a_question_still_open_is_noted() -> None:
    events = ("received=2023-03-01", "clarification-asked=2023-03-10")
    assert any("asked for clarification" in note for note in reckoned(FOIA, *events).notes)
    answered = reckoned(FOIA, *events, "response=2023-03-20")
    assert not any("asked for clarification" in note for note in answered.notes)


# Schools: SI 2004/3364 reg 3.


def test_school_days_only_count_until_the_sixtieth_working_day() -> None:
    """Closed for two terms: the 60th working day comes before the 20th school day."""
    found = deadline(
        "response",
        FOIA,
        "received=2024-05-20",
        body=Body.SCHOOL,
        closed=[("2024-05-27", "2024-05-31"), ("2024-06-03", "2024-12-31")],
    )
    assert found.on == day("2024-08-15")
    assert found.working_days == 60
    assert not found.disregarded


def test_closed_days_are_disregarded_and_counted_once() -> None:
    found = deadline(
        "response",
        FOIA,
        "received=2024-05-20",
        body=Body.SCHOOL,
        closed=[("2024-05-25", "2024-06-02"), ("2024-05-31", "2024-05-31")],
    )
    # Mon 27 May is a bank holiday already: four working days are left out.
    assert [str(on) for on in found.disregarded] == [
        "2024-05-28",
        "2024-05-29",
        "2024-05-30",
        "2024-05-31",
    ]
    assert found.on == day("2024-06-24")
    assert set(found.disregarded_why) == {"not a school day"}
    assert found.working_days == 20


def test_a_school_without_its_holidays_gets_the_usual_day_and_a_note() -> None:
    reckoning = reckoned(FOIA, "received=2023-03-01", body=Body.SCHOOL)
    found = reckoning.of(DeadlineKind.RESPONSE)
    assert found is not None
    assert found.on == day("2023-03-30")
    assert any("school holidays" in note for note in reckoning.notes)


def test_school_holidays_mean_nothing_to_other_bodies() -> None:
    found = deadline("response", FOIA, "received=2023-03-01", closed=[("2023-03-06", "2023-03-24")])
    assert found.on == day("2023-03-30")


# Armed forces and information abroad: SI 2004/3364 regs 5 and 6.


@pytest.mark.parametrize(
    ("body", "basis"),
    [(Body.ARMED_FORCES, "SI 2004/3364 reg 5"), (Body.ABROAD, "SI 2004/3364 reg 6")],
)
def test_no_day_beyond_the_sixtieth_may_be_specified(body: Body, basis: str) -> None:
    found = deadline("specified-day-limit", FOIA, "received=2025-05-12", body=body)
    assert found.on == day("2025-08-07")
    assert (found.working_days, found.basis) == (60, basis)


def test_only_foia_knows_a_specified_day() -> None:
    for regime in (EIR, FOISA, EISR):
        reckoning = reckoned(regime, "received=2025-05-12", body=Body.ARMED_FORCES)
        assert DeadlineKind.SPECIFIED_DAY_LIMIT not in kinds(reckoning)
        assert any("no time of its own" in note for note in reckoning.notes)


# The public interest: FOIA s10(3), s17.


def test_weighing_the_public_interest() -> None:
    events = ("received=2025-11-03", "public-interest-extension=2025-11-28")
    refusal = deadline("refusal-notice", FOIA, *events)
    assert (str(refusal.on), refusal.basis) == ("2025-12-02", "FOIA s17(1)")
    assert refusal.met is not None
    assert (refusal.met.day, refusal.met.late) == (19, 0)
    limit = deadline("public-interest-limit", FOIA, *events)
    assert (str(limit.on), limit.strength) == ("2026-01-05", Strength.GUIDANCE)
    assert limit.working_days == 40
    response = deadline("response", FOIA, *events)
    assert response.on == refusal.on
    assert [reading.on for reading in response.also] == [limit.on]


def test_a_public_interest_extension_told_late_is_late() -> None:
    events = ("received=2025-11-03", "public-interest-extension=2025-12-05")
    met = deadline("refusal-notice", FOIA, *events).met
    assert met is not None
    assert met.late == 3
    assert not deadline("response", FOIA, *events).also


def test_the_announced_day_is_shown_when_it_is_the_earlier() -> None:
    told = "public-interest-extension=2025-11-28"
    sooner = deadline("public-interest-limit", FOIA, "received=2025-11-03", f"{told},2025-12-19")
    assert sooner.on == day("2025-12-19")
    assert [str(reading.on) for reading in sooner.also] == ["2026-01-05"]
    later = deadline("public-interest-limit", FOIA, "received=2025-11-03", f"{told},2026-02-02")
    assert later.on == day("2026-01-05")
    assert [str(reading.on) for reading in later.also] == ["2026-02-02"]
    assert later.also[0].basis == "announced by the authority"


@pytest.mark.parametrize("regime", [EIR, FOISA, EISR])
def test_no_other_law_gives_time_for_the_public_interest(regime: Regime) -> None:
    events = ("received=2025-04-02", "public-interest-extension=2025-04-20,2025-05-30")
    reckoning = reckoned(regime, *events)
    found = reckoning.of(DeadlineKind.RESPONSE)
    assert found is not None
    assert str(found.on) in ("2025-05-02", "2025-05-01")
    assert [str(reading.on) for reading in found.also] == ["2025-05-30"]
    assert any("no such extension" in note for note in reckoning.notes)
    assert DeadlineKind.PUBLIC_INTEREST_LIMIT not in kinds(reckoning)


# Extensions: EIR r7, EISR r7.


@pytest.mark.parametrize(
    ("regime", "plain", "longest", "basis"),
    [
        (EIR, "2025-05-02", "2025-06-03", "EIR r5(2), r7(1)"),
        (EISR, "2025-05-01", "2025-06-02", "EISR r5(2), r7(1)"),
    ],
)
def test_forty_days_in_all_keep_the_first_day_beside(
    regime: Regime, plain: str, longest: str, basis: str
) -> None:
    found = deadline("response", regime, "received=2025-04-02", "extension=2025-04-30")
    assert (str(found.on), str(found.original)) == (longest, plain)
    assert (found.working_days, found.basis) == (40, basis)


def test_an_extension_told_on_the_last_day_is_in_time() -> None:
    found = deadline("response", EIR, "received=2025-04-02", "extension=2025-05-02")
    assert found.original == day("2025-05-02")


def test_an_extension_told_too_late_stands_beside() -> None:
    reckoning = reckoned(EIR, "received=2025-04-02", "extension=2025-05-06")
    found = reckoning.of(DeadlineKind.RESPONSE)
    assert found is not None
    assert (str(found.on), found.original) == ("2025-05-02", None)
    assert [str(reading.on) for reading in found.also] == ["2025-06-03"]
    assert any("too late" in note for note in reckoning.notes)


def test_an_extension_survives_an_edited_receipt() -> None:
    for received in ("2025-04-01", "2025-04-10", "2025-05-06"):
        found = deadline("response", EIR, f"received={received}", "extension=2025-04-22")
        assert found.original is not None, received
        assert found.working_days == 40


def test_an_extension_on_an_unknown_day_counts_as_told() -> None:
    reckoning = reckoned(EIR, "received=2025-04-02", "extension=?")
    found = reckoning.of(DeadlineKind.RESPONSE)
    assert found is not None
    assert found.original == day("2025-05-02")
    assert any("not known" in note for note in reckoning.notes)


def test_the_announced_end_of_an_extension() -> None:
    received, told = "received=2025-04-02", "extension=2025-04-30"
    sooner = deadline("response", EIR, received, f"{told},2025-05-20")
    assert (str(sooner.on), str(sooner.original)) == ("2025-05-20", "2025-05-02")
    assert [str(reading.on) for reading in sooner.also] == ["2025-06-03"]
    beyond = deadline("response", EIR, received, f"{told},2025-07-01")
    assert (str(beyond.on), str(beyond.original)) == ("2025-06-03", "2025-05-02")
    assert [str(reading.on) for reading in beyond.also] == ["2025-07-01"]
    none = deadline("response", EIR, received, f"{told},2025-05-01")
    assert (str(none.on), none.original) == ("2025-05-02", None)
    assert [str(reading.on) for reading in none.also] == ["2025-05-01"]


def test_an_extension_from_before_a_clarification_stands_beside() -> None:
    events = ("received=2025-03-03", "extension=2025-03-20", "clarification-given=2025-04-02")
    found = deadline("response", EIR, *events)
    assert (str(found.on), found.original) == ("2025-05-02", None)
    assert [str(reading.on) for reading in found.also] == ["2025-06-03"]


@pytest.mark.parametrize("regime", [FOIA, FOISA])
def test_a_law_without_extensions_keeps_its_day(regime: Regime) -> None:
    reckoning = reckoned(regime, "received=2023-03-01", "extension=2023-03-20,2023-04-28")
    found = reckoning.of(DeadlineKind.RESPONSE)
    assert found is not None
    assert found.original is None
    assert [str(reading.on) for reading in found.also] == ["2023-04-28"]
    assert any("no such extension" in note for note in reckoning.notes)


def test_more_time_for_a_review_is_not_more_time_for_the_answer() -> None:
    events = ("received=2025-04-02", "response=2025-04-30", "review-asked=2025-05-06")
    reckoning = reckoned(EIR, *events, "extension=2025-05-20,2025-08-29")
    response = reckoning.of(DeadlineKind.RESPONSE)
    review = reckoning.of(DeadlineKind.REVIEW)
    assert response is not None
    assert review is not None
    assert response.original is None
    assert [str(reading.on) for reading in review.also] == ["2025-08-29"]


@pytest.mark.parametrize(("regime", "basis"), [(EIR, "EIR r7(3)"), (EISR, "EISR r7")])
def test_when_an_extension_must_be_told(regime: Regime, basis: str) -> None:
    found = deadline("extension-notice", regime, "received=2025-04-02", "extension=2025-04-30")
    assert found.on == deadline("response", regime, "received=2025-04-02").on
    assert found.basis == basis
    assert found.met is not None


# Met: the first answer on or after day 0.


@pytest.mark.parametrize(
    ("answered", "number", "late"),
    [
        ("2023-03-27", 17, 0),
        ("2023-03-30", 20, 0),
        ("2023-03-31", 21, 1),
        ("2023-04-01", 21, 2),  # a Saturday after a Thursday deadline
        ("2023-03-01", 0, 0),
    ],
)
def test_met(answered: str, number: int, late: int) -> None:
    met = deadline("response", FOIA, "received=2023-03-01", f"response={answered}").met
    assert met is not None
    assert (str(met.on), met.day, met.late) == (answered, number, late)


def test_a_saturday_after_a_friday_deadline_is_late() -> None:
    found = deadline("response", FOIA, "received=2023-03-02", "response=2023-04-01")
    assert found.on == day("2023-03-31")
    assert found.met is not None
    assert (found.met.day, found.met.late) == (20, 1)


def test_the_first_of_several_answers_meets_it() -> None:
    events = ("response=2023-04-20", "response=2023-03-27")
    met = deadline("response", FOIA, "received=2023-03-01", *events).met
    assert met is not None
    assert met.on == day("2023-03-27")


def test_an_answer_before_the_clock_started_again_does_not_meet_it() -> None:
    events = ("received=2023-03-01", "response=2023-03-10", "clarification-given=2023-03-20")
    assert deadline("response", FOIA, *events).met is None


def test_beyond_the_list_the_date_is_provisional() -> None:
    assert not deadline("response", FOIA, "received=2028-11-20").provisional
    found = deadline("response", FOIA, "received=2028-12-15")
    assert found.provisional
    assert found.on == day("2029-01-18")
    assert deadline("response", EIR, "received=2028-11-20", "extension=2028-12-04").provisional
