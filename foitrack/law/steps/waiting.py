"""Before an answer: send it, set its date, wait, clarify, pay, chase."""

from __future__ import annotations

from foitrack.law.steps.where import Where, until
from foitrack.law.terms import DeadlineKind, EventKind, NextStep, Step
from foitrack.law.wording import full_date
from foitrack.saying import say


def send(where: Where) -> NextStep:
    """Not sent yet."""
    return NextStep(
        Step.SEND,
        say("Send the request, then record the day on which you sent it: that starts it."),
    )


def set_date(where: Where) -> NextStep:
    """No day from which to count."""
    if where.history.happened(EventKind.TRANSFERRED):
        said = say(
            "Ask the authority that has the request now on which day it received it, and "
            "record that day: its time runs from there."
        )
    elif where.history.happened(EventKind.POSTED):
        said = say(
            "Ask the authority on which day your letter arrived, and record that day: its "
            "time runs from receipt."
        )
    else:
        said = say(
            "Set the date on which the request was sent or received: without it no last "
            "day can be counted."
        )
    return NextStep(Step.SET_DATE, said)


def wait(where: Where) -> NextStep:
    """The answer is still in time."""
    weighed = where.of(DeadlineKind.PUBLIC_INTEREST_LIMIT)
    if weighed is not None and where.passed(where.of(DeadlineKind.RESPONSE)):
        said = say(
            "Wait while the authority weighs the public interest: that should not take it "
            "beyond {0}.",
            full_date(weighed.on),
        )
        return until(Step.WAIT, said, weighed)
    due = where.of(DeadlineKind.RESPONSE)
    if due is None:
        return NextStep(Step.WAIT, say("Wait for the answer."))
    said = say("Wait for the answer: its last day is {0}", full_date(due.on))
    said += say(", if it was received on the day it was sent.") if due.assumed else "."
    return until(Step.WAIT, said, due)


def clarify(where: Where) -> NextStep:
    """The authority has asked what is meant."""
    return NextStep(
        Step.CLARIFY,
        say(
            "Answer the authority's question: its full time to answer starts again on the "
            "day that it receives your answer."
        ),
    )


def pay_fee(where: Where) -> NextStep:
    """The authority has asked for a fee."""
    pay = where.of(DeadlineKind.FEE_PAYMENT)
    if pay is None:
        said = say("Pay the fee or narrow the request: the clock stands still until it is paid.")
    elif where.passed(pay):
        return until(
            Step.NOTHING,
            say(
                "The time to pay the fee ran out on {0}: to go on, send the request again or "
                "ask for a narrower one.",
                full_date(pay.on),
            ),
            None,
        )
    else:
        said = say(
            "Pay the fee by {0} or narrow the request: until it is paid the clock stands still.",
            full_date(pay.on),
        )
    return until(Step.PAY_FEE, said, pay)


def overdue(where: Where) -> NextStep:
    """The answer is late: chase it, or in Scotland ask for a review."""
    weighed = where.of(DeadlineKind.PUBLIC_INTEREST_LIMIT)
    due = weighed if where.passed(weighed) else where.of(DeadlineKind.RESPONSE)
    late = (
        say("The answer was due by {0} and is late.", full_date(due.on))
        if due
        else say("No answer came.")
    )
    if where.history.happened(EventKind.DECISION_NOTICE):
        said = say("{0} Chase the authority with the Commissioner's decision.", late)
        return NextStep(Step.CHASE, said)
    if where.scottish:
        return _overdue_in_scotland(where, late)
    chased = where.history.last(EventKind.CHASED)
    basis = due.basis if due else ""
    if chased and due and chased > due.on:
        said = say(
            "{0} You chased it on {1}: you can complain to the ICO now, without asking for "
            "an internal review first{2}.",
            late,
            full_date(chased),
            _or_review(where),
        )
        return NextStep(Step.COMPLAIN, said, basis=basis)
    said = say(
        "{0} Chase the authority; if it still does not answer, you can complain to the "
        "ICO without asking for an internal review first{1}.",
        late,
        _or_review(where),
    )
    return NextStep(Step.CHASE, said, basis=basis)


def _or_review(where: Where) -> str:
    """EIR r11: silence too can be reviewed, while the time to ask for it lasts."""
    window = where.of(DeadlineKind.REVIEW_REQUEST)
    if window is None or where.passed(window):
        return ""
    return say(", or ask for one until {0}", full_date(window.on))


def _overdue_in_scotland(where: Where, late: str) -> NextStep:
    window = where.of(DeadlineKind.REVIEW_REQUEST)
    if window is None or where.passed(window):
        ran_out = say(" The time to ask ran out on {0}.", full_date(window.on)) if window else ""
        said = say(
            "{0}{1} Ask for a review all the same, since the authority may accept it late, "
            "or send the request again.",
            late,
            ran_out,
        )
        return NextStep(Step.ASK_REVIEW, said, basis=window.basis if window else "")
    said = say(
        "{0} Ask the authority for a review by {1}: only after that can you appeal to {2}.",
        late,
        full_date(window.on),
        where.commissioner,
    )
    return until(Step.ASK_REVIEW, said, window)
