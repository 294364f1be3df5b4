"""Internal review: s45 Code, EIR r11, FOISA ss 20 and 21, EISR r16."""

from __future__ import annotations

import pytest

from foitrack.law.clocks.history import History
from foitrack.law.clocks.reviews import last_round
from foitrack.law.terms import Body, DeadlineKind, Regime, Review, Strength
from tests.law.questions import (
    EIR,
    EISR,
    FOIA,
    FOISA,
    day,
    deadline,
    happened,
    kinds,
    reckoned,
)

RECEIVED = "received=2025-04-02"
"""Due Fri 2 May 2025 under FOIA and EIR, Thu 1 May under FOISA and EISR."""


@pytest.mark.parametrize(
    ("regime", "expected", "strength", "basis"),
    [
        (FOIA, "2025-06-16", Strength.CODE, "s45 Code 5"),
        (EIR, "2025-06-16", Strength.STATUTE, "EIR r11(2)"),
        (FOISA, "2025-06-13", Strength.GUIDANCE, "FOISA s20(5), SIC guidance"),
        (EISR, "2025-06-13", Strength.STATUTE, "EISR r16"),
    ],
)
def test_forty_working_days_from_the_response(
    regime: Regime, expected: str, strength: Strength, basis: str
) -> None:
    for events in ((RECEIVED, "response=2025-04-15"), ("response=2025-04-15",)):
        found = deadline("review-request", regime, *events)
        assert (str(found.on), str(found.start)) == (expected, "2025-04-15")
        assert (found.strength, found.basis, found.working_days) == (strength, basis, 40)


def test_foisa_counts_a_timely_answer_from_the_end_of_its_time_beside() -> None:
    """FOISA s20(5)(a) gives the later day; guidance counts from the answer: that is safer."""
    found = deadline("review-request", FOISA, RECEIVED, "response=2025-04-15")
    assert found.on == day("2025-06-13")
    (statute,) = found.also
    assert (str(statute.on), statute.basis) == ("2025-06-30", "FOISA s20(5)")
    assert statute.strength is Strength.STATUTE
    assert "Thu 1 May 2025" in statute.why


def test_foisa_counts_a_late_answer_from_its_receipt() -> None:
    found = deadline("review-request", FOISA, RECEIVED, "response=2025-05-20")
    assert (str(found.on), found.strength) == ("2025-07-16", Strength.STATUTE)
    assert not found.also


def test_foisa_readings_agree_for_an_answer_on_the_last_day() -> None:
    found = deadline("review-request", FOISA, RECEIVED, "response=2025-05-01")
    assert found.on == day("2025-06-30")
    assert not found.also


def test_foisa_without_receipt_tells_that_the_act_may_give_longer() -> None:
    reckoning = reckoned(FOISA, "response=2025-04-15")
    assert any("may be later" in note for note in reckoning.notes)


@pytest.mark.parametrize(
    ("regime", "due", "expected"),
    [
        (EIR, "2025-05-02", "2025-07-01"),
        (FOISA, "2025-05-01", "2025-06-30"),
        (EISR, "2025-05-01", "2025-06-30"),
    ],
)
def test_silence_can_be_reviewed_once_the_time_has_run_out(
    regime: Regime, due: str, expected: str
) -> None:
    quiet = reckoned(regime, RECEIVED, today=due)
    assert DeadlineKind.REVIEW_REQUEST not in kinds(quiet)
    found = deadline("review-request", regime, RECEIVED, today="2025-05-06")
    assert (str(found.on), str(found.start)) == (expected, due)
    assert found.strength is Strength.STATUTE


def test_foia_knows_no_window_without_a_response() -> None:
    assert DeadlineKind.REVIEW_REQUEST not in kinds(reckoned(FOIA, RECEIVED))


def test_an_assumed_receipt_makes_the_window_of_silence_assumed() -> None:
    assert deadline("review-request", EIR, "sent=2025-04-02").assumed


def test_a_response_on_an_unknown_day_gives_no_window_and_is_no_silence() -> None:
    reckoning = reckoned(EIR, RECEIVED, "response=?")
    assert DeadlineKind.REVIEW_REQUEST not in kinds(reckoning)
    assert any("day of the response is not known" in note for note in reckoning.notes)


@pytest.mark.parametrize(
    ("until", "on", "beside"),
    [
        ("2025-05-27", "2025-05-27", ["2025-06-16"]),
        ("2025-06-30", "2025-06-16", ["2025-06-30"]),
        ("2025-06-16", "2025-06-16", []),
        ("2025-04-15", "2025-06-16", []),
    ],
)
def test_the_letters_own_window_stands_beside_the_usual_one(
    until: str, on: str, beside: list[str]
) -> None:
    found = deadline("review-request", FOIA, RECEIVED, f"response=2025-04-15,{until}")
    assert str(found.on) == on
    assert [str(reading.on) for reading in found.also] == beside


@pytest.mark.parametrize(
    ("regime", "body", "expected", "days", "basis"),
    [
        (FOIA, Body.GENERAL, "2025-07-08", 20, "s45 Code 5"),
        (EIR, Body.GENERAL, "2025-08-07", 40, "EIR r11(4)"),
        (FOISA, Body.GENERAL, "2025-07-08", 20, "FOISA s21(1)"),
        (FOISA, Body.KEEPER, "2025-07-22", 30, "FOISA s21(2)"),
        (EISR, Body.GENERAL, "2025-07-08", 20, "EISR r16"),
    ],
)
def test_the_answer_to_a_review(
    regime: Regime, body: Body, expected: str, days: int, basis: str
) -> None:
    found = deadline("review", regime, "review-asked=2025-06-10", body=body)
    assert (str(found.on), found.working_days, found.basis) == (expected, days, basis)


def test_only_foia_has_a_longest_review() -> None:
    found = deadline("review-limit", FOIA, "review-asked=2025-06-10")
    assert (str(found.on), found.working_days, found.strength) == (
        "2025-08-07",
        40,
        Strength.CODE,
    )
    for regime in (EIR, FOISA, EISR):
        assert kinds(reckoned(regime, "review-asked=2025-06-10"))[:2] in (
            ["review"],
            ["review", "commissioner"],
        )


def test_asking_meets_the_window_and_the_outcome_meets_the_review() -> None:
    events = (RECEIVED, "response=2025-04-15", "review-asked=2025-06-10")
    reckoning = reckoned(FOIA, *events, "review-outcome=2025-07-09")
    window = reckoning.of(DeadlineKind.REVIEW_REQUEST)
    review = reckoning.of(DeadlineKind.REVIEW)
    limit = reckoning.of(DeadlineKind.REVIEW_LIMIT)
    assert window and window.met and (window.met.day, window.met.late) == (36, 0)
    assert review and review.met and (review.met.day, review.met.late) == (21, 1)
    assert limit and limit.met and (limit.met.day, limit.met.late) == (21, 0)


def test_a_review_of_silence_keeps_its_window_when_an_answer_follows() -> None:
    events = (RECEIVED, "review-asked=2025-05-12", "response=2025-05-20")
    found = deadline("review-request", FOISA, *events)
    assert str(found.start) == "2025-05-01"
    assert found.met is not None


def test_a_fresh_response_after_a_review_has_a_window_of_its_own() -> None:
    events = (RECEIVED, "response=2025-04-15", "review-asked=2025-05-06")
    found = deadline(
        "review-request", FOIA, *events, "review-outcome=2025-06-03", "response=2025-06-10"
    )
    assert (str(found.start), str(found.on), found.met) == ("2025-06-10", "2025-08-07", None)


def test_the_response_before_the_review_is_the_one_it_is_about() -> None:
    events = (RECEIVED, "response=2025-04-15", "review-asked=2025-05-06", "response=2025-06-10")
    assert str(deadline("review-request", FOIA, *events).start) == "2025-04-15"


def test_a_review_asked_on_an_unknown_day_gives_no_dates() -> None:
    reckoning = reckoned(FOIA, RECEIVED, "response=2025-04-15", "review-asked=?")
    assert kinds(reckoning) == ["response", "review-request"]


def test_asking_again_does_not_start_another_review() -> None:
    latest = last_round(History(happened("review-asked=2025-05-06", "review-asked=2025-05-20")))
    assert latest is not None
    assert (latest.asked, latest.open) == (day("2025-05-06"), True)


def test_a_review_after_an_outcome_is_another() -> None:
    events = ("review-asked=2025-05-06", "review-outcome=2025-06-03;upheld")
    latest = last_round(History(happened(*events, "review-asked=2025-06-10")))
    assert latest is not None
    assert latest.asked == day("2025-06-10")


def test_an_outcome_alone_is_a_review_too() -> None:
    latest = last_round(History(happened("review-outcome=2025-06-03;upheld")))
    assert latest is not None
    assert latest.asked is None
    assert latest.outcome is not None
    assert latest.outcome.detail == Review.UPHELD
    assert last_round(History(())) is None
