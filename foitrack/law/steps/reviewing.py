"""While a review, the Commissioner or a court has it."""

from __future__ import annotations

from foitrack.law.steps.where import Where, until
from foitrack.law.terms import DeadlineKind, NextStep, Step
from foitrack.law.wording import full_date
from foitrack.saying import say


def in_review(where: Where) -> NextStep:
    """The outcome of the review is still in time."""
    due = where.of(DeadlineKind.REVIEW)
    if due is None:
        return NextStep(Step.WAIT, say("Wait for the outcome of the internal review."))
    said = say(
        "Wait for the outcome of the internal review: its last day is {0}.", full_date(due.on)
    )
    return until(Step.WAIT, said, due)


def review_late(where: Where) -> NextStep:
    """The outcome of the review is late."""
    due, limit = where.of(DeadlineKind.REVIEW), where.of(DeadlineKind.REVIEW_LIMIT)
    late = (
        say("The outcome of the internal review was due by {0} and is late.", full_date(due.on))
        if due
        else say("The outcome of the internal review is late.")
    )
    if where.scottish:
        return _review_late_in_scotland(where, late)
    if limit is not None and not where.passed(limit):
        said = say(
            "{0} Chase it; if there is none by {1}, the longest that a review may take, "
            "you can complain to the ICO.",
            late,
            full_date(limit.on),
        )
        return until(Step.CHASE_REVIEW, said, limit)
    said = say("{0} You can complain to the ICO now, without waiting for it.", late)
    return NextStep(Step.COMPLAIN, said, basis=due.basis if due else "")


def _review_late_in_scotland(where: Where, late: str) -> NextStep:
    window = where.of(DeadlineKind.COMMISSIONER)
    if window is None:
        return NextStep(
            Step.COMPLAIN, say("{0} You can appeal to {1} now.", late, where.commissioner)
        )
    if where.passed(window):
        said = say(
            "{0} The time to appeal to {1} ran out on {2}: ask whether a late appeal can "
            "still be taken.",
            late,
            where.commissioner,
            full_date(window.on),
        )
        return NextStep(Step.COMPLAIN, said, basis=window.basis)
    said = say(
        "{0} You can appeal to {1} now, until {2}.", late, where.commissioner, full_date(window.on)
    )
    return until(Step.COMPLAIN, said, window)


def with_commissioner(where: Where) -> NextStep:
    """The Commissioner is asked."""
    whose = say("Scottish Information Commissioner's") if where.scottish else "ICO's"
    return NextStep(Step.WAIT, say("Wait for the {0} decision.", whose))


def with_tribunal(where: Where) -> NextStep:
    """The Tribunal or the Court of Session is asked."""
    whose = say("Court of Session's") if where.scottish else "Tribunal's"
    return NextStep(Step.WAIT, say("Wait for the {0} decision.", whose))
