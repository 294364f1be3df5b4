"""Where a request stands, where its review stands, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from foitrack.law.clocks.history import History
from foitrack.law.clocks.reviews import last_round
from foitrack.law.next_steps import next_step
from foitrack.law.terms import (
    DeadlineKind,
    Event,
    EventKind,
    Reckoning,
    Review,
    State,
)

__all__ = ["answer_due", "next_step", "review_status", "stage", "state_on"]

_SENDING = frozenset({EventKind.SENT, EventKind.POSTED, EventKind.RECEIVED})


@dataclass(frozen=True, slots=True)
class _Course:
    """What is known of a request part of the way through its events."""

    state: State = State.DRAFT
    """WAITING and what comes after it; the two wants below are told apart at the end."""
    dated: bool = False
    """A day is known from which the authority's time can run."""
    clarification: bool = False
    fee: bool = False
    answered: bool = False


def stage(events: Iterable[Event], *, to_read: bool) -> State:
    """Where a request stands by its events alone, whatever the day.

    Being late is not a stage: `state_on` adds it. `to_read` says that a response is there which
    nobody has confirmed yet.
    """
    course = _Course()
    for event in History(events).events:
        course = _AFTER.get(event.kind, _unchanged)(course, event)
    if to_read:
        return State.RESPONSE_TO_READ
    if course.state is not State.WAITING:
        return course.state
    if course.clarification:
        return State.CLARIFICATION_WANTED
    if course.fee:
        return State.FEE_WANTED
    return State.WAITING if course.dated else State.DATE_MISSING


def state_on(
    stage: State, response_due: date | None, review_due: date | None, today: date
) -> State:
    """The state on a day: a stage, or late once its last day has passed.

    `response_due` is what `answer_due` gives. Waiting without any last day means that a date is
    missing.
    """
    if stage is State.WAITING:
        if response_due is None:
            return State.DATE_MISSING
        return State.OVERDUE if today > response_due else stage
    if stage is State.IN_REVIEW and review_due is not None and today > review_due:
        return State.REVIEW_LATE
    return stage


def answer_due(reckoning: Reckoning) -> date | None:
    """The day after which an answer that is still wanted is late.

    That of `response`; under FOIA, while the public interest is being weighed, the limit of the
    guidance (FOIA s10(3)), provided that the authority said so in time (s17).
    """
    response = reckoning.of(DeadlineKind.RESPONSE)
    weighed = reckoning.of(DeadlineKind.PUBLIC_INTEREST_LIMIT)
    notice = reckoning.of(DeadlineKind.REFUSAL_NOTICE)
    told_late = notice is not None and notice.met is not None and notice.met.late > 0
    days = [response.on] if response else []
    if weighed is not None and not told_late:
        # Never before the statutory day, which some bodies have beyond the 40th working day.
        days.append(weighed.on)
    return max(days, default=None)


def review_status(events: Iterable[Event], review_due: date | None, today: date) -> Review:
    """Where the latest internal review stands.

    An outcome recorded without its result leaves it at ASKED: what it was is not guessed.
    """
    history = History(events)
    latest = last_round(history)
    if latest is None:
        return Review.NONE
    if latest.outcome is not None:
        return _result(latest.outcome.detail)
    if history.happened(EventKind.WITHDRAWN):
        return Review.WITHDRAWN
    late = review_due is not None and today > review_due
    return Review.LATE if late else Review.ASKED


def _result(detail: str) -> Review:
    results = (Review.UPHELD, Review.PARTLY_UPHELD, Review.OVERTURNED, Review.WITHDRAWN)
    return next((result for result in results if result == detail), Review.ASKED)


def _unchanged(course: _Course, event: Event) -> _Course:
    return course


def _sending(course: _Course, event: Event) -> _Course:
    state = State.WAITING if course.state is State.DRAFT else course.state
    return replace(course, state=state, dated=course.dated or event.on is not None)


def _transferred(course: _Course, event: Event) -> _Course:
    # The time of the authority that has the request now runs from a day still to be learnt.
    started = course.state in (State.DRAFT, State.WAITING)
    return replace(course, state=State.WAITING, dated=False) if started else course


def _acknowledged(course: _Course, event: Event) -> _Course:
    return replace(course, state=State.WAITING) if course.state is State.DRAFT else course


def _clarification_asked(course: _Course, event: Event) -> _Course:
    if course.state not in (State.DRAFT, State.WAITING, State.ANSWERED):
        return course
    return replace(course, state=State.WAITING, clarification=True)


def _clarification_given(course: _Course, event: Event) -> _Course:
    if course.state not in (State.DRAFT, State.WAITING, State.ANSWERED):
        return course
    dated = course.dated or event.on is not None
    return replace(course, state=State.WAITING, clarification=False, dated=dated)


def _fees_notice(course: _Course, event: Event) -> _Course:
    if course.state not in (State.DRAFT, State.WAITING):
        return course
    return replace(course, state=State.WAITING, fee=True)


def _fee_paid(course: _Course, event: Event) -> _Course:
    return replace(course, fee=False)


def _response(course: _Course, event: Event) -> _Course:
    done = replace(course, answered=True, clarification=False, fee=False)
    waiting = course.state in (State.DRAFT, State.WAITING)
    return replace(done, state=State.ANSWERED) if waiting else done


def _review_outcome(course: _Course, event: Event) -> _Course:
    return replace(course, state=State.ANSWERED, answered=True)


def _decision_notice(course: _Course, event: Event) -> _Course:
    # The Commissioner may have ordered an answer that is still to come.
    unanswered = course.dated and not course.answered
    return replace(course, state=State.WAITING if unanswered else State.ANSWERED)


def _becomes(state: State) -> Callable[[_Course, Event], _Course]:
    return lambda course, event: replace(course, state=state)


_AFTER: dict[EventKind, Callable[[_Course, Event], _Course]] = {
    **dict.fromkeys(_SENDING, _sending),
    EventKind.TRANSFERRED: _transferred,
    EventKind.ACKNOWLEDGED: _acknowledged,
    EventKind.CLARIFICATION_ASKED: _clarification_asked,
    EventKind.CLARIFICATION_GIVEN: _clarification_given,
    EventKind.FEES_NOTICE: _fees_notice,
    EventKind.FEE_PAID: _fee_paid,
    EventKind.RESPONSE: _response,
    EventKind.REVIEW_ASKED: _becomes(State.IN_REVIEW),
    EventKind.REVIEW_OUTCOME: _review_outcome,
    EventKind.COMPLAINT: _becomes(State.WITH_COMMISSIONER),
    EventKind.DECISION_NOTICE: _decision_notice,
    EventKind.APPEAL: _becomes(State.WITH_TRIBUNAL),
    EventKind.WITHDRAWN: _becomes(State.WITHDRAWN),
    EventKind.CLOSED: _becomes(State.CLOSED),
}
