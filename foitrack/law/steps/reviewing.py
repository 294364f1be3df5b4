"""While a review, the Commissioner or a court has it."""

from __future__ import annotations

from foitrack.law.steps.where import Where, until
from foitrack.law.terms import DeadlineKind, NextStep, Step
from foitrack.law.wording import full_date


def in_review(where: Where) -> NextStep:
    """The outcome of the review is still in time."""
    due = where.of(DeadlineKind.REVIEW)
    if due is None:
        return NextStep(Step.WAIT, "Wait for the outcome of the internal review.")
    said = f"Wait for the outcome of the internal review: its last day is {full_date(due.on)}."
    return until(Step.WAIT, said, due)


def review_late(where: Where) -> NextStep:
    """The outcome of the review is late."""
    due, limit = where.of(DeadlineKind.REVIEW), where.of(DeadlineKind.REVIEW_LIMIT)
    late = (
        f"The outcome of the internal review was due by {full_date(due.on)} and is late."
        if due
        else "The outcome of the internal review is late."
    )
    if where.scottish:
        return _review_late_in_scotland(where, late)
    if limit is not None and not where.passed(limit):
        said = (
            f"{late} Chase it; if there is none by {full_date(limit.on)}, the longest that a "
            "review may take, you can complain to the ICO."
        )
        return until(Step.CHASE_REVIEW, said, limit)
    said = f"{late} You can complain to the ICO now, without waiting for it."
    return NextStep(Step.COMPLAIN, said, basis=due.basis if due else "")


def _review_late_in_scotland(where: Where, late: str) -> NextStep:
    window = where.of(DeadlineKind.COMMISSIONER)
    if window is None:
        return NextStep(Step.COMPLAIN, f"{late} You can appeal to {where.commissioner} now.")
    if where.passed(window):
        said = (
            f"{late} The time to appeal to {where.commissioner} ran out on "
            f"{full_date(window.on)}: ask whether a late appeal can still be taken."
        )
        return NextStep(Step.COMPLAIN, said, basis=window.basis)
    said = f"{late} You can appeal to {where.commissioner} now, until {full_date(window.on)}."
    return until(Step.COMPLAIN, said, window)


def with_commissioner(where: Where) -> NextStep:
    """The Commissioner is asked."""
    whose = "Scottish Information Commissioner's" if where.scottish else "ICO's"
    return NextStep(Step.WAIT, f"Wait for the {whose} decision.")


def with_tribunal(where: Where) -> NextStep:
    """The Tribunal or the Court of Session is asked."""
    whose = "Court of Session's" if where.scottish else "Tribunal's"
    return NextStep(Step.WAIT, f"Wait for the {whose} decision.")
