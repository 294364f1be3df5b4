"""A request's events in, its deadlines out, each with its explanation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from foitrack.law.calendars import Calendars, check_countable
from foitrack.law.clocks.answers import answer_deadlines, check_body
from foitrack.law.clocks.appeals import appeal_deadlines
from foitrack.law.clocks.doubts import say_doubts
from foitrack.law.clocks.explaining import explain
from foitrack.law.clocks.fees import fee_payment
from foitrack.law.clocks.history import History
from foitrack.law.clocks.matter import Matter
from foitrack.law.clocks.reviews import last_round, review_deadlines
from foitrack.law.terms import Body, ClosedDays, Deadline, DeadlineKind, Event, Reckoning, Regime

__all__ = ["explain", "reckon"]

_ORDER = {kind: place for place, kind in enumerate(DeadlineKind)}


def reckon(
    regime: Regime,
    events: Iterable[Event],
    calendars: Calendars,
    *,
    today: date,
    body: Body = Body.GENERAL,
    closed: ClosedDays = (),
) -> Reckoning:
    """All deadlines that the events give under a law, as at `today`.

    Events may come in any order; one whose day is not known counts as having happened and gives
    no date. `closed` are a school's holidays, first and last day included. Events that
    contradict one another give a note. Raises UncountableDateError for a date so far off that it
    must be a slip of the pen.
    """
    events = tuple(events)
    _check_dates(events, closed)
    matter = Matter(
        regime=regime,
        rules=calendars.rules.of(regime),
        calendars=calendars,
        calendar=calendars.for_regime(regime),
        history=History(events),
        today=today,
        body=body,
        closed=closed,
    )
    say_doubts(matter)
    check_body(matter)
    found = sorted(_deadlines(matter), key=lambda deadline: _ORDER[deadline.kind])
    return Reckoning(tuple(found), tuple(matter.notes))


def _deadlines(matter: Matter) -> list[Deadline]:
    review = last_round(matter.history)
    answers = answer_deadlines(matter)
    reviews = review_deadlines(matter, answers[0] if answers else None, review)
    answered = next((found for found in reviews if found.kind is DeadlineKind.REVIEW), None)
    fee = fee_payment(matter)
    return [
        *answers,
        *([fee] if fee else []),
        *reviews,
        *appeal_deadlines(matter, answered, review),
    ]


def _check_dates(events: Iterable[Event], closed: ClosedDays) -> None:
    for event in events:
        for on in (event.on, event.until):
            if on is not None:
                check_countable(on)
    for first, last in closed:
        check_countable(first)
        check_countable(last)
