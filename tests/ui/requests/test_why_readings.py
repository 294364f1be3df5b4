"""Why this date, in the real popover: other readings, first dates, days left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.law.clock import reckon
from foitrack.law.terms import DeadlineKind, Event, EventKind, Regime, Strength
from ui.requests.why_calendar import DayKind
from ui.requests.why_date import WhyDatePopover
from ui.requests.why_words import source

K, D = EventKind, DeadlineKind
RECEIVED = Event(K.RECEIVED, date(2023, 3, 1))
Explain = Callable[..., WhyDatePopover]


@pytest.fixture
def explained(dressed: QApplication, qtbot: QtBot) -> Explain:
    """Explains the last day of a kind that some events give."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1440, 900)

    def show(
        regime: Regime, kind: DeadlineKind, *events: Event, today: date = date(2023, 4, 20)
    ) -> WhyDatePopover:
        known = assets.calendars()
        deadline = reckon(regime, events, known, today=today).of(kind)
        assert deadline is not None
        popover = WhyDatePopover(window)
        popover.explain(deadline, regime, known)
        return popover

    return show


def test_a_fees_notice_takes_its_working_days_out_of_the_count(explained: Explain) -> None:
    """FOIA s10(2): from the notice to the payment, both included."""
    why = explained(
        Regime.FOIA,
        D.RESPONSE,
        RECEIVED,
        Event(K.FEES_NOTICE, date(2023, 3, 8)),
        Event(K.FEE_PAID, date(2023, 3, 20)),
    )
    said = why.text()
    assert "8 working days left out of the count" in said
    assert "Wed 8 March to Mon 20 March: from the fees notice to the payment" in said
    assert "FOIA s10(2)" in said
    kinds = {day.on: day.kind for day in why.days()}
    assert kinds[date(2023, 3, 8)] is kinds[date(2023, 3, 20)] is DayKind.DISREGARDED
    assert kinds[date(2023, 3, 21)] is DayKind.COUNTED


def test_the_time_to_pay_begins_with_the_day_of_the_notice(explained: Explain) -> None:
    """FOIA s9(2): three months beginning with that day, of which every day counts."""
    notice = Event(K.FEES_NOTICE, date(2023, 3, 8))
    said = explained(Regime.FOIA, D.FEE_PAYMENT, RECEIVED, notice).text()
    assert "Day 1, Wed 8 March\nThe day it starts counts. Every calendar day after it does." in said
    assert "Last day to pay the fee. Late from Thu 8 June." in said
    assert "working day" not in said


def test_an_extension_keeps_the_first_date_and_the_longest_beside_it(explained: Explain) -> None:
    """EIR r7: 40 working days in all; the authority announced a day before that."""
    told = Event(K.EXTENSION, date(2023, 3, 20), until=date(2023, 4, 20))
    said = explained(Regime.EIR, D.RESPONSE, RECEIVED, told).text()
    assert "Why Thu 20 April 2023?" in said
    assert "Moved from Thu 30 March 2023" in said
    assert "Also read as Tue 2 May 2023" in said
    assert "it announced an earlier date (EIR r5(2), r7(1), statute)." in said


def test_an_extension_that_came_too_late_stands_beside_the_date(explained: Explain) -> None:
    told = Event(K.EXTENSION, date(2023, 4, 10), until=date(2023, 4, 20))
    said = explained(Regime.EIR, D.RESPONSE, RECEIVED, told).text()
    assert "Why Thu 30 March 2023?" in said
    assert "Moved from" not in said
    assert "Also read as Thu 20 April 2023" in said
    assert "(EIR r7(1), statute)" in said


def test_a_scottish_review_window_has_the_acts_own_reading_beside_it(explained: Explain) -> None:
    """FOISA s20(5): the Act counts from the end of the 20 days, the guidance from the answer."""
    answer = Event(K.RESPONSE, date(2023, 3, 10))
    said = explained(Regime.FOISA, D.REVIEW_REQUEST, RECEIVED, answer).text()
    assert "Why Wed 10 May 2023?" in said
    assert "Set by FOISA s20(5), SIC guidance, not statute." in said
    assert "Also read as Tue 30 May 2023" in said
    assert "the Commissioner's guidance counts from the answer (FOISA s20(5), statute)." in said


def test_a_date_beyond_the_list_may_move_and_a_day_of_receipt_was_assumed(
    explained: Explain,
) -> None:
    sent, today = Event(K.SENT, date(2028, 12, 15)), date(2028, 12, 20)
    said = explained(Regime.FOIA, D.RESPONSE, sent, today=today).text()
    assert "Why Thu 18 January 2029?" in said
    assert "This date may move" in said
    assert "Bank holidays in that year have not all been announced" in said
    assert "Holidays after 2028 are not known yet" in said
    assert "Day of receipt not given: taken to be the day it was sent." in said


def test_a_window_of_the_authoritys_own_is_not_passed_off_as_guidance(explained: Explain) -> None:
    answer = Event(K.RESPONSE, date(2023, 3, 10), until=date(2023, 4, 3))
    said = explained(Regime.FOIA, D.REVIEW_REQUEST, RECEIVED, answer).text()
    assert "The authority's letter gives this date." in said
    assert "Answered Fri 10 March" in said
    assert "Set by the authority's letter, not statute." in said
    assert "Also read as Fri 12 May 2023" in said
    assert "(s45 Code 5, code of practice, not statute)" in said


def test_a_tribunals_last_day_rolls_over_by_its_own_rule(explained: Explain) -> None:
    """SI 2009/1976 r12: England and Wales only, and not FOIA's working days."""
    events = (RECEIVED, Event(K.RESPONSE, date(2023, 3, 10)), Event(K.COMPLAINT, date(2023, 3, 12)))
    for notice, ends, last in (
        (date(2023, 3, 13), "Mon 10 April\nEaster Monday, bank holiday", "Tue 11 April"),
        (date(2023, 3, 18), "Sat 15 April\nThat is no working day", "Mon 17 April"),
    ):
        decision = Event(K.DECISION_NOTICE, notice)
        said = explained(Regime.FOIA, D.TRIBUNAL, *events, decision).text()
        assert f"The count ends on {ends}" in said
        assert "the last day moves to the next one (SI 2009/1976 r12)." in said
        assert f"Last day, {last}" in said
        assert "FOIA s10(6)" not in said
    decision = Event(K.DECISION_NOTICE, date(2023, 3, 14))
    said = explained(Regime.FOIA, D.TRIBUNAL, *events, decision).text()
    assert "The count ends" not in said


@pytest.mark.parametrize(
    ("basis", "strength", "said"),
    [
        ("FOIA s10(1)", Strength.STATUTE, "FOIA s10(1), statute"),
        ("s45 Code 5", Strength.CODE, "s45 Code 5, code of practice, not statute"),
        ("FOIA s10(3), ICO guidance", Strength.GUIDANCE, "FOIA s10(3), ICO guidance, not statute"),
        ("FOIA s50(2)(b)", Strength.GUIDANCE, "FOIA s50(2)(b), guidance, not statute"),
        (
            "announced by the authority",
            Strength.GUIDANCE,
            "announced by the authority, not statute",
        ),
        ("FOIA s10(1)", None, "FOIA s10(1)"),
    ],
)
def test_how_binding_a_source_is(basis: str, strength: Strength | None, said: str) -> None:
    assert source(basis, strength) == said
