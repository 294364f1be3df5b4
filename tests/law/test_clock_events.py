"""Events in any order, on unknown days, contradicting one another, or far off."""

from __future__ import annotations

from datetime import date
from itertools import permutations, product

import pytest

from foitrack.law.calendars import UncountableDateError
from foitrack.law.clock import reckon
from foitrack.law.terms import DeadlineKind, Event, EventKind, Regime
from tests.law.questions import CALENDARS, EIR, FOIA, FOISA, day, deadline, happened, reckoned

STORY = (
    "received=2024-06-03",
    "fees-notice=2024-06-17",
    "fee-paid=2024-06-24",
    "response=2024-07-12",
    "review-asked=2024-07-30",
)


def test_the_order_of_events_does_not_matter() -> None:
    for regime in Regime:
        first = reckoned(regime, *STORY)
        assert first.deadlines
        for shuffled in permutations(STORY):
            assert reckoned(regime, *shuffled) == first


@pytest.mark.parametrize("regime", list(Regime))
@pytest.mark.parametrize("kind", list(EventKind))
def test_an_event_on_an_unknown_day_gives_no_date_of_its_own(
    regime: Regime, kind: EventKind
) -> None:
    alone = reckon(regime, [Event(kind, None)], CALENDARS, today=day("2026-01-01"))
    assert not alone.deadlines
    with_receipt = reckon(
        regime,
        [Event(kind, None), *happened("received=2023-03-01")],
        CALENDARS,
        today=day("2023-03-10"),
    )
    found = with_receipt.of(DeadlineKind.RESPONSE)
    assert found is not None
    assert found.start == day("2023-03-01")
    assert found.met is None


@pytest.mark.parametrize("kind", list(EventKind))
def test_any_two_events_in_any_order_are_no_crash(kind: EventKind) -> None:
    orders = (("2023-03-01", "2023-05-01"), ("2023-05-01", "2023-03-01"))
    for other, regime in product(EventKind, Regime):
        for first, second in orders:
            events = [Event(kind, day(first), day("2023-04-01")), Event(other, day(second))]
            reckoning = reckon(regime, events, CALENDARS, today=day("2024-01-01"))
            for found in reckoning.deadlines:
                assert found.on >= found.start, (other, regime)


def test_no_events_give_nothing() -> None:
    reckoning = reckoned(FOIA)
    assert (reckoning.deadlines, reckoning.notes) == ((), ())
    assert reckoning.of(DeadlineKind.RESPONSE) is None


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (("received=2023-03-01", "response=2023-02-20"), "“Response” on Mon 20 February 2023"),
        (("sent=2023-03-03", "received=2023-03-01"), "comes before “Sent”"),
        (("review-asked=2023-03-03", "review-outcome=2023-03-01"), "check the dates"),
        (("received=2023-03-01", "received=2023-03-08"), "2 dates of receipt: the first, Wed 1"),
        (("received=2023-03-20", "extension=2023-03-20,2023-03-10"), "announces a day before"),
        (("received=2004-11-01",), "has applied since Sat 1 January 2005"),
    ],
)
def test_contradictions_are_noted(events: tuple[str, ...], said: str) -> None:
    reckoning = reckoned(FOIA, *events)
    assert any(said in note for note in reckoning.notes), reckoning.notes
    assert reckoning.deadlines


def test_a_note_is_said_once() -> None:
    notes = reckoned(FOISA, "received=2023-03-01", "extension=2023-03-09", "extension=?").notes
    assert len(set(notes)) == len(notes)


def test_the_first_of_two_receipts_counts() -> None:
    found = deadline("response", FOIA, "received=2023-03-08", "received=2023-03-01")
    assert found.start == day("2023-03-01")


def test_a_transferred_request_runs_from_its_new_receipt() -> None:
    events = ("received=2023-03-01", "transferred=2023-03-10")
    assert deadline("response", FOIA, *events, "received=2023-03-14").start == day("2023-03-14")
    waiting = reckoned(FOIA, *events)
    assert any("its own clock" in note for note in waiting.notes)
    assert waiting.deadlines[0].start == day("2023-03-01")


@pytest.mark.parametrize("on", [date.min, date(1999, 12, 31), date(2100, 1, 1), date.max])
@pytest.mark.parametrize("kind", list(EventKind))
def test_far_off_dates_are_a_plain_error(kind: EventKind, on: date) -> None:
    for event in (Event(kind, on), Event(kind, day("2023-03-01"), on)):
        with pytest.raises(UncountableDateError, match="check the year"):
            reckon(EIR, [event], CALENDARS, today=day("2023-03-01"))


def test_far_off_school_holidays_are_a_plain_error() -> None:
    for closed in ((date.min, day("2023-03-01")), (day("2023-03-01"), date.max)):
        with pytest.raises(UncountableDateError):
            reckon(FOIA, [], CALENDARS, today=day("2023-03-01"), closed=[closed])


@pytest.mark.parametrize("today", [date.min, date.max])
def test_a_far_off_today_is_no_crash(today: date) -> None:
    for regime in Regime:
        reckon(regime, happened(*STORY), CALENDARS, today=today)


@pytest.mark.parametrize("received", [date(2000, 1, 1), date(2099, 12, 31)])
def test_the_first_and_the_last_day_that_can_be_counted(received: date) -> None:
    for regime in Regime:
        events = [
            Event(kind, received)
            for kind in (EventKind.RECEIVED, EventKind.FEES_NOTICE, EventKind.DECISION_NOTICE)
        ]
        reckoning = reckon(regime, events, CALENDARS, today=date(2100, 12, 31))
        assert all(found.on > received for found in reckoning.deadlines)


def test_the_same_doubt_about_an_event_recorded_twice_is_said_once() -> None:
    twice = ("extension=2024-06-20,2024-06-10",) * 2
    notes = reckoned(EIR, "received=2024-06-03", *twice).notes
    assert sum("announces a day before it" in note for note in notes) == 1
