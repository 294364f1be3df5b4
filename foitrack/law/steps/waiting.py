"""Before an answer: send it, set its date, wait, clarify, pay, chase."""

from __future__ import annotations

from foitrack.law.steps.where import Where, until
from foitrack.law.terms import DeadlineKind, EventKind, NextStep, Step
from foitrack.law.wording import full_date


def send(where: Where) -> NextStep:
    """Not sent yet."""
    return NextStep(
        Step.SEND, "Send the request, then record the day on which you sent it: that starts it."
    )


def set_date(where: Where) -> NextStep:
    """No day from which to count."""
    if where.history.happened(EventKind.TRANSFERRED):
        said = (
            "Ask the authority that has the request now on which day it received it, and record "
            "that day: its time runs from there."
        )
    elif where.history.happened(EventKind.POSTED):
        said = (
            "Ask the authority on which day your letter arrived, and record that day: its time "
            "runs from receipt."
        )
    else:
        said = (
            "Set the date on which the request was sent or received: without it no last day can "
            "be counted."
        )
    return NextStep(Step.SET_DATE, said)


def wait(where: Where) -> NextStep:
    """The answer is still in time."""
    weighed = where.of(DeadlineKind.PUBLIC_INTEREST_LIMIT)
    if weighed is not None and where.passed(where.of(DeadlineKind.RESPONSE)):
        said = (
            "Wait while the authority weighs the public interest: that should not take it beyond "
            f"{full_date(weighed.on)}."
        )
        return until(Step.WAIT, said, weighed)
    due = where.of(DeadlineKind.RESPONSE)
    if due is None:
        return NextStep(Step.WAIT, "Wait for the answer.")
    said = f"Wait for the answer: its last day is {full_date(due.on)}"
    said += ", if it was received on the day it was sent." if due.assumed else "."
    return until(Step.WAIT, said, due)


def clarify(where: Where) -> NextStep:
    """The authority has asked what is meant."""
    return NextStep(
        Step.CLARIFY,
        "Answer the authority's question: its full time to answer starts again on the day that "
        "it receives your answer.",
    )


def pay_fee(where: Where) -> NextStep:
    """The authority has asked for a fee."""
    pay = where.of(DeadlineKind.FEE_PAYMENT)
    if pay is None:
        said = "Pay the fee or narrow the request: the clock stands still until it is paid."
    elif where.passed(pay):
        return until(
            Step.NOTHING,
            f"The time to pay the fee ran out on {full_date(pay.on)}: to go on, send the request "
            "again or ask for a narrower one.",
            None,
        )
    else:
        said = (
            f"Pay the fee by {full_date(pay.on)} or narrow the request: until it is paid the clock "
            "stands still."
        )
    return until(Step.PAY_FEE, said, pay)


def overdue(where: Where) -> NextStep:
    """The answer is late: chase it, or in Scotland ask for a review."""
    weighed = where.of(DeadlineKind.PUBLIC_INTEREST_LIMIT)
    due = weighed if where.passed(weighed) else where.of(DeadlineKind.RESPONSE)
    late = f"The answer was due by {full_date(due.on)} and is late." if due else "No answer came."
    if where.history.happened(EventKind.DECISION_NOTICE):
        said = f"{late} Chase the authority with the Commissioner's decision."
        return NextStep(Step.CHASE, said)
    if where.scottish:
        return _overdue_in_scotland(where, late)
    chased = where.history.last(EventKind.CHASED)
    basis = due.basis if due else ""
    if chased and due and chased > due.on:
        said = (
            f"{late} You chased it on {full_date(chased)}: you can complain to the ICO now, "
            f"without asking for an internal review first{_or_review(where)}."
        )
        return NextStep(Step.COMPLAIN, said, basis=basis)
    said = (
        f"{late} Chase the authority; if it still does not answer, you can complain to the ICO "
        f"without asking for an internal review first{_or_review(where)}."
    )
    return NextStep(Step.CHASE, said, basis=basis)


def _or_review(where: Where) -> str:
    """EIR r11: silence too can be reviewed, while the time to ask for it lasts."""
    window = where.of(DeadlineKind.REVIEW_REQUEST)
    if window is None or where.passed(window):
        return ""
    return f", or ask for one until {full_date(window.on)}"


def _overdue_in_scotland(where: Where, late: str) -> NextStep:
    window = where.of(DeadlineKind.REVIEW_REQUEST)
    if window is None or where.passed(window):
        ran_out = f" The time to ask ran out on {full_date(window.on)}." if window else ""
        said = (
            f"{late}{ran_out} Ask for a review all the same, since the authority may accept it "
            "late, or send the request again."
        )
        return NextStep(Step.ASK_REVIEW, said, basis=window.basis if window else "")
    said = (
        f"{late} Ask the authority for a review by {full_date(window.on)}: only after that can "
        f"you appeal to {where.commissioner}."
    )
    return until(Step.ASK_REVIEW, said, window)
