"""Fees: FOIA ss 9 and 10(2), EIR r8, FOISA ss 9 and 10(3), EISR r8."""

from __future__ import annotations

import pytest

from foitrack.law.terms import Body, DeadlineKind, Regime
from tests.law.questions import EIR, EISR, FOIA, FOISA, day, deadline, reckoned


@pytest.mark.parametrize("regime", list(Regime))
def test_days_from_notice_to_payment_are_disregarded_both_included(regime: Regime) -> None:
    events = ("received=2024-06-03", "fees-notice=2024-06-17", "fee-paid=2024-06-24")
    found = deadline("response", regime, *events)
    assert found.on == day("2024-07-09")
    assert [str(on) for on in found.disregarded] == [
        "2024-06-17",
        "2024-06-18",
        "2024-06-19",
        "2024-06-20",
        "2024-06-21",
        "2024-06-24",
    ]
    assert len(found.disregarded_why) == 6
    assert found.working_days == 20


def test_the_basis_tells_of_the_fee() -> None:
    events = ("received=2024-06-03", "fees-notice=2024-06-17", "fee-paid=2024-06-24")
    assert deadline("response", FOIA, *events).basis == "FOIA s10(1), s10(2)"
    assert deadline("response", FOISA, *events).basis == "FOISA s10(1), s10(3)"


def test_the_day_of_an_answer_leaves_disregarded_days_out() -> None:
    events = ("received=2024-06-03", "fees-notice=2024-06-17", "fee-paid=2024-06-24")
    met = deadline("response", FOIA, *events, "response=2024-07-10").met
    assert met is not None
    assert (met.day, met.late) == (21, 1)


def test_paid_on_the_day_of_the_notice_leaves_one_day_out() -> None:
    events = ("received=2023-03-01", "fees-notice=2023-03-10", "fee-paid=2023-03-10")
    found = deadline("response", FOIA, *events)
    assert (found.on, found.disregarded) == (day("2023-03-31"), (day("2023-03-10"),))


def test_two_fees_are_each_left_out() -> None:
    events = ("fees-notice=2023-03-06", "fee-paid=2023-03-07")
    again = ("fees-notice=2023-03-20", "fee-paid=2023-03-20")
    found = deadline("response", FOIA, "received=2023-03-01", *events, *again)
    assert len(found.disregarded) == 3
    assert found.on == day("2023-04-04")


def test_a_notice_after_the_last_day_changes_nothing() -> None:
    events = ("received=2023-03-01", "fees-notice=2023-04-17", "fee-paid=2023-04-24")
    found = deadline("response", FOIA, *events)
    assert (found.on, found.disregarded) == (day("2023-03-30"), ())
    assert found.basis == "FOIA s10(1)"


def test_an_unpaid_fee_is_noted() -> None:
    reckoning = reckoned(FOIA, "received=2023-03-01", "fees-notice=2023-03-06")
    assert any("stands still" in note for note in reckoning.notes)


@pytest.mark.parametrize(
    ("notice", "last"),
    [
        ("2025-01-15", "2025-04-14"),
        ("2025-01-01", "2025-03-31"),
        ("2024-11-30", "2025-02-28"),  # no 30 February: the month's last day
        ("2023-11-30", "2024-02-29"),
        ("2024-11-29", "2025-02-28"),
        ("2023-11-29", "2024-02-28"),  # 29 February 2024 exists: the day before it
        ("2024-12-01", "2025-02-28"),
        ("2025-03-31", "2025-06-30"),
        ("2025-10-01", "2025-12-31"),
        ("2025-11-20", "2026-02-19"),
    ],
)
def test_three_months_beginning_with_the_notice(notice: str, last: str) -> None:
    for regime, basis in ((FOIA, "FOIA s9(2)"), (FOISA, "FOISA s9")):
        found = deadline("fee-payment", regime, f"fees-notice={notice}")
        assert (str(found.on), found.basis) == (last, basis)
        assert found.working_days is None


@pytest.mark.parametrize(
    ("regime", "last", "basis"),
    [(EIR, "2025-04-10", "EIR r8(5)"), (EISR, "2025-04-09", "EISR r8")],
)
def test_sixty_working_days_to_pay_in_advance(regime: Regime, last: str, basis: str) -> None:
    found = deadline("fee-payment", regime, "fees-notice=2025-01-15")
    assert (str(found.on), found.working_days, found.basis) == (last, 60, basis)


def test_payment_meets_it() -> None:
    met = deadline("fee-payment", FOIA, "fees-notice=2025-01-15", "fee-paid=2025-01-16").met
    assert met is not None
    assert (met.day, met.late) == (2, 0)  # the day of the notice is day 1


def test_payment_too_late_is_noted() -> None:
    events = ("fees-notice=2025-01-15", "fee-paid=2025-04-15")
    reckoning = reckoned(FOIA, *events)
    found = reckoning.of(DeadlineKind.FEE_PAYMENT)
    assert found is not None
    assert found.met is not None
    assert found.met.late == 1
    assert any("need no longer answer" in note for note in reckoning.notes)


def test_payment_on_an_unknown_day_is_not_an_unpaid_fee() -> None:
    reckoning = reckoned(FOIA, "fees-notice=2025-01-15", "fee-paid=?")
    assert not reckoning.notes


def test_payment_without_a_notice_is_noted() -> None:
    reckoning = reckoned(FOIA, "received=2023-03-01", "fee-paid=2023-03-10")
    found = reckoning.of(DeadlineKind.RESPONSE)
    assert found is not None
    assert found.on == day("2023-03-30")
    assert any("without a fees notice" in note for note in reckoning.notes)


def test_a_school_leaves_out_fee_days_and_holidays() -> None:
    found = deadline(
        "response",
        FOIA,
        "received=2024-07-22",
        "fees-notice=2024-09-05",
        "fee-paid=2024-09-06",
        body=Body.SCHOOL,
        closed=[("2024-07-24", "2024-09-03")],
    )
    # 30 September without the fee: two school days more.
    assert found.on == day("2024-10-02")
    assert found.basis == "FOIA s10(1), SI 2004/3364 reg 3, s10(2)"
    assert "not a school day" in found.disregarded_why
