"""The Commissioner, the Tribunal, the Court of Session."""

from __future__ import annotations

import pytest

from foitrack.law.terms import DeadlineKind, Regime, Strength
from tests.law.questions import EIR, EISR, FOIA, FOISA, day, deadline, kinds, reckoned


@pytest.mark.parametrize("regime", [FOIA, EIR])
@pytest.mark.parametrize("event", ["review-outcome", "last-contact"])
def test_six_weeks_to_the_ico(regime: Regime, event: str) -> None:
    """FOIA s50(2)(b) and the Commissioner's guidance."""
    found = deadline("commissioner", regime, f"{event}=2026-01-14")
    assert (str(found.on), found.strength) == ("2026-02-25", Strength.GUIDANCE)
    assert found.working_days is None
    assert not found.skipped


def test_the_later_contact_counts() -> None:
    events = ("review-outcome=2026-01-14", "last-contact=2026-01-20")
    assert deadline("commissioner", FOIA, *events).start == day("2026-01-20")


@pytest.mark.parametrize("regime", [FOIA, EIR])
def test_neither_response_nor_late_review_opens_the_six_weeks(regime: Regime) -> None:
    events = ("received=2025-04-02", "response=2025-04-30", "review-asked=2025-05-12")
    assert DeadlineKind.COMMISSIONER not in kinds(reckoned(regime, *events))


@pytest.mark.parametrize("regime", [FOISA, EISR])
@pytest.mark.parametrize(
    ("notice", "last"),
    [
        ("2025-03-10", "2025-09-10"),
        ("2024-08-31", "2025-02-28"),
        ("2023-08-30", "2024-02-29"),
        ("2025-08-28", "2026-02-28"),
    ],
)
def test_six_months_to_the_scottish_commissioner(regime: Regime, notice: str, last: str) -> None:
    """FOISA s47(4)(a)."""
    found = deadline("commissioner", regime, f"review-outcome={notice}")
    assert (str(found.on), found.strength) == (last, Strength.STATUTE)


@pytest.mark.parametrize("regime", [FOISA, EISR])
def test_six_months_after_a_review_that_never_came(regime: Regime) -> None:
    """FOISA s47(4)(b): from the day on which the time for the review ran out."""
    quiet = reckoned(regime, "review-asked=2025-06-10", today="2025-07-08")
    assert DeadlineKind.COMMISSIONER not in kinds(quiet)
    found = deadline("commissioner", regime, "review-asked=2025-06-10", today="2025-07-09")
    assert (str(found.start), str(found.on)) == ("2025-07-08", "2026-01-08")
    assert not found.provisional


def test_what_hangs_on_a_provisional_review_is_provisional() -> None:
    found = deadline("commissioner", FOISA, "review-asked=2028-12-20", today="2029-06-01")
    assert found.provisional
    assert not deadline("commissioner", FOISA, "review-outcome=2029-01-10").provisional


def test_last_contact_means_nothing_in_scotland() -> None:
    assert not reckoned(FOISA, "last-contact=2026-01-14").deadlines


def test_a_review_outcome_on_an_unknown_day_gives_no_date() -> None:
    for regime in Regime:
        reckoning = reckoned(regime, "review-asked=2025-06-10", "review-outcome=?")
        assert DeadlineKind.COMMISSIONER not in kinds(reckoning)


def test_a_complaint_meets_it() -> None:
    found = deadline("commissioner", FOIA, "review-outcome=2026-01-14", "complaint=2026-02-26")
    assert found.met is not None
    assert (found.met.day, found.met.late) == (43, 1)


@pytest.mark.parametrize(
    ("notice", "last", "skipped"),
    [
        ("2026-03-02", "2026-03-30", []),
        # The 28th day is Good Friday: the next working day is after Easter Monday.
        ("2024-03-01", "2024-04-02", ["2024-03-29", "2024-04-01"]),
        ("2025-05-03", "2025-06-02", []),  # a Saturday
        # St Patrick's Day and St Andrew's Day are working days in England and Wales.
        ("2023-02-17", "2023-03-17", []),
        ("2023-11-02", "2023-11-30", []),
        # A Saturday that is also 12 July moves to the Monday, a holiday in Northern Ireland only.
        ("2025-06-14", "2025-07-14", []),
        ("2025-11-28", "2025-12-29", ["2025-12-26"]),
    ],
)
def test_twenty_eight_days_to_the_tribunal(notice: str, last: str, skipped: list[str]) -> None:
    """SI 2009/1976 r22, rolled over by r12 to a working day in England and Wales."""
    for regime in (FOIA, EIR):
        reckoning = reckoned(regime, f"decision-notice={notice}")
        found = reckoning.of(DeadlineKind.TRIBUNAL)
        assert found is not None
        assert str(found.on) == last
        assert [str(day.on) for day in found.skipped] == skipped
        assert found.strength is Strength.STATUTE
        assert any("5 pm" in note for note in reckoning.notes)


def test_forty_two_days_to_the_court_of_session() -> None:
    """FOISA s56; no roll-over."""
    for regime in (FOISA, EISR):
        reckoning = reckoned(regime, "decision-notice=2024-02-16")
        assert kinds(reckoning) == ["court-of-session"]
        assert reckoning.deadlines[0].on == day("2024-03-29")


def test_the_tribunal_is_not_for_scotland_nor_the_court_for_the_rest() -> None:
    assert kinds(reckoned(FOIA, "decision-notice=2024-02-16")) == ["tribunal"]


@pytest.mark.parametrize(("regime", "kind"), [(FOIA, "tribunal"), (FOISA, "court-of-session")])
def test_an_appeal_meets_it(regime: Regime, kind: str) -> None:
    met = deadline(kind, regime, "decision-notice=2026-03-02", "appeal=2026-03-20").met
    assert met is not None
    assert (met.day, met.late) == (18, 0)
