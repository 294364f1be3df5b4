"""After an answer: ask for a review, go to the Commissioner, appeal."""

from __future__ import annotations

from foitrack.law.clocks.reviews import last_round
from foitrack.law.steps.where import Where, until
from foitrack.law.terms import (
    Deadline,
    DeadlineKind,
    Event,
    EventKind,
    NextStep,
    OtherReading,
    Review,
    Step,
)
from foitrack.law.wording import full_date
from foitrack.saying import say


def answered(where: Where) -> NextStep:
    """There is an answer, an outcome of a review, or a decision: what may follow."""
    if where.history.happened(EventKind.DECISION_NOTICE):
        return _decided(where)
    review = last_round(where.history)
    window = where.of(DeadlineKind.REVIEW_REQUEST)
    fresh = window is not None and window.met is None
    if review is not None and review.outcome is not None:
        outcome_on = review.outcome.on
        if not (fresh and window and outcome_on and window.start > outcome_on):
            return _reviewed(where, review.outcome)
    return _may_ask_review(where, window)


def _still_open(where: Where, window: Deadline | None) -> OtherReading | None:
    """Another reading by which a window that has passed is still open."""
    if window is None or not where.passed(window):
        return None
    return next((reading for reading in window.also if reading.on >= where.today), None)


def _late_but_open(window: Deadline, reading: OtherReading) -> NextStep:
    said = say(
        "The safer last day to ask for a review, {0}, has passed, but by {1} you still "
        "have until {2}.",
        full_date(window.on),
        reading.basis,
        full_date(reading.on),
    )
    return NextStep(Step.ASK_REVIEW, said, reading.on, reading.basis)


def _may_ask_review(where: Where, window: Deadline | None) -> NextStep:
    if window is None:
        said = say(
            "If the answer does not satisfy you, ask for an internal review soon: the day "
            "of the response is not known, so its last day cannot be counted."
        )
        return NextStep(Step.ASK_REVIEW, said)
    reading = _still_open(where, window)
    if reading is not None:
        return _late_but_open(window, reading)
    if where.passed(window):
        said = say(
            "Nothing has to be done. The time to ask for an internal review ran out on "
            "{0}; the authority may still agree to one.",
            full_date(window.on),
        )
        return NextStep(Step.NOTHING, said, basis=window.basis)
    said = say(
        "If the answer does not satisfy you, ask for an internal review by {0}.",
        full_date(window.on),
    )
    return until(Step.ASK_REVIEW, said, window)


def _reviewed(where: Where, outcome: Event) -> NextStep:
    window = where.of(DeadlineKind.COMMISSIONER)
    verb = say("appeal") if where.scottish else say("complain")
    won = outcome.detail in (Review.OVERTURNED, Review.WITHDRAWN)
    begun = (
        say("The review went your way; if anything is still missing,")
        if outcome.detail == Review.OVERTURNED
        else say("If the outcome of the review does not satisfy you,")
    )
    step = Step.NOTHING if won else Step.COMPLAIN
    if window is None:
        said = say("{0} you can {1} to {2}; do so soon.", begun, verb, where.commissioner)
        return NextStep(step, said)
    if where.passed(window):
        said = say(
            "Nothing has to be done. The time to {0} to {1} about the review ran out on {2}.",
            verb,
            where.commissioner,
            full_date(window.on),
        )
        return NextStep(Step.NOTHING, said, basis=window.basis)
    said = say(
        "{0} you can {1} to {2} until {3}.", begun, verb, where.commissioner, full_date(window.on)
    )
    return until(step, said, window)


def _decided(where: Where) -> NextStep:
    window = where.of(DeadlineKind.COURT_OF_SESSION if where.scottish else DeadlineKind.TRIBUNAL)
    if window is None:
        said = say(
            "The Commissioner has decided. Record the day of the decision notice to see "
            "until when you can appeal."
        )
        return NextStep(Step.SET_DATE, said)
    if where.passed(window):
        said = say(
            "Nothing has to be done. The Commissioner has decided, and the time to appeal "
            "ran out on {0}.",
            full_date(window.on),
        )
        return NextStep(Step.NOTHING, said, basis=window.basis)
    if where.scottish:
        said = say(
            "If the Commissioner's decision is wrong in law, you can appeal to the Court "
            "of Session until {0}, on a point of law only.",
            full_date(window.on),
        )
    else:
        said = say(
            "If you do not accept the Commissioner's decision, you can appeal: the "
            "Tribunal must have your appeal by 5 pm on {0}.",
            full_date(window.on),
        )
    return until(Step.APPEAL, said, window)
