"""The next thing to do about a request: one sentence, what is possible now, and until when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from foitrack.law.clocks.history import History
from foitrack.law.steps.answered import answered
from foitrack.law.steps.reviewing import in_review, review_late, with_commissioner, with_tribunal
from foitrack.law.steps.waiting import clarify, overdue, pay_fee, send, set_date, wait
from foitrack.law.steps.where import Where
from foitrack.law.terms import Event, NextStep, Reckoning, Regime, State, Step
from foitrack.saying import say


def next_step(
    regime: Regime, events: Iterable[Event], reckoning: Reckoning, state: State, today: date
) -> NextStep:
    """What to do next about a request in `state`, and by when."""
    return _STEPS[state](Where(regime, History(events), reckoning, today))


def _read(where: Where) -> NextStep:
    return NextStep(Step.READ_RESPONSE, say("Read the response and confirm what was found in it."))


def _closed(where: Where) -> NextStep:
    return NextStep(Step.NOTHING, say("This request is closed: nothing is left to do."))


def _withdrawn(where: Where) -> NextStep:
    return NextStep(Step.NOTHING, say("This request was withdrawn: nothing is left to do."))


_STEPS: dict[State, Callable[[Where], NextStep]] = {
    State.DRAFT: send,
    State.DATE_MISSING: set_date,
    State.WAITING: wait,
    State.CLARIFICATION_WANTED: clarify,
    State.FEE_WANTED: pay_fee,
    State.OVERDUE: overdue,
    State.RESPONSE_TO_READ: _read,
    State.ANSWERED: answered,
    State.IN_REVIEW: in_review,
    State.REVIEW_LATE: review_late,
    State.WITH_COMMISSIONER: with_commissioner,
    State.WITH_TRIBUNAL: with_tribunal,
    State.CLOSED: _closed,
    State.WITHDRAWN: _withdrawn,
}
