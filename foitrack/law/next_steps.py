"""The next thing to do about a request: one sentence, what is possible now, and until when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from foitrack.law.clocks.history import History
from foitrack.law.clocks.reviews import last_round
from foitrack.law.terms import (
    Deadline,
    DeadlineKind,
    Event,
    EventKind,
    NextStep,
    OtherReading,
    Reckoning,
    Regime,
    Review,
    State,
    Step,
)
from foitrack.law.wording import full_date

SCOTTISH = frozenset({Regime.FOISA, Regime.EISR})
"""The laws under which a review must be asked for before the Commissioner can be."""


@dataclass(frozen=True, slots=True)
class _Where:
    """A request on a day."""

    regime: Regime
    history: History
    reckoning: Reckoning
    today: date

    @property
    def scottish(self) -> bool:
        return self.regime in SCOTTISH

    @property
    def commissioner(self) -> str:
        return "the Scottish Information Commissioner" if self.scottish else "the ICO"

    def of(self, kind: DeadlineKind) -> Deadline | None:
        return self.reckoning.of(kind)

    def passed(self, deadline: Deadline | None) -> bool:
        return deadline is not None and self.today > deadline.on


def next_step(
    regime: Regime, events: Iterable[Event], reckoning: Reckoning, state: State, today: date
) -> NextStep:
    """What to do next about a request in `state`, and by when."""
    return _STEPS[state](_Where(regime, History(events), reckoning, today))


def _until(step: Step, sentence: str, deadline: Deadline | None) -> NextStep:
    """A step that is possible until a deadline."""
    if deadline is None:
        return NextStep(step, sentence)
    return NextStep(step, sentence, deadline.on, deadline.basis)


def _send(where: _Where) -> NextStep:
    return NextStep(
        Step.SEND, "Send the request, then record the day on which you sent it: that starts it."
    )


def _set_date(where: _Where) -> NextStep:
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


def _wait(where: _Where) -> NextStep:
    weighed = where.of(DeadlineKind.PUBLIC_INTEREST_LIMIT)
    if weighed is not None and where.passed(where.of(DeadlineKind.RESPONSE)):
        said = (
            "Wait while the authority weighs the public interest: that should not take it beyond "
            f"{full_date(weighed.on)}."
        )
        return _until(Step.WAIT, said, weighed)
    due = where.of(DeadlineKind.RESPONSE)
    if due is None:
        return NextStep(Step.WAIT, "Wait for the answer.")
    said = f"Wait for the answer: its last day is {full_date(due.on)}"
    said += ", if it was received on the day it was sent." if due.assumed else "."
    return _until(Step.WAIT, said, due)


def _clarify(where: _Where) -> NextStep:
    return NextStep(
        Step.CLARIFY,
        "Answer the authority's question: its full time to answer starts again on the day that "
        "it receives your answer.",
    )


def _pay_fee(where: _Where) -> NextStep:
    pay = where.of(DeadlineKind.FEE_PAYMENT)
    if pay is None:
        said = "Pay the fee or narrow the request: the clock stands still until it is paid."
    elif where.passed(pay):
        return _until(
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
    return _until(Step.PAY_FEE, said, pay)


def _overdue(where: _Where) -> NextStep:
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


def _or_review(where: _Where) -> str:
    """EIR r11: silence too can be reviewed, while the time to ask for it lasts."""
    window = where.of(DeadlineKind.REVIEW_REQUEST)
    if window is None or where.passed(window):
        return ""
    return f", or ask for one until {full_date(window.on)}"


def _overdue_in_scotland(where: _Where, late: str) -> NextStep:
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
    return _until(Step.ASK_REVIEW, said, window)


def _read(where: _Where) -> NextStep:
    return NextStep(Step.READ_RESPONSE, "Read the response and confirm what was found in it.")


def _answered(where: _Where) -> NextStep:
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


def _still_open(where: _Where, window: Deadline | None) -> OtherReading | None:
    """Another reading by which a window that has passed is still open."""
    if window is None or not where.passed(window):
        return None
    return next((reading for reading in window.also if reading.on >= where.today), None)


def _late_but_open(window: Deadline, reading: OtherReading, before: str = "") -> NextStep:
    said = (
        f"{before}The safer last day to ask for a review, {full_date(window.on)}, has passed, but "
        f"by {reading.basis} you still have until {full_date(reading.on)}."
    )
    return NextStep(Step.ASK_REVIEW, said, reading.on, reading.basis)


def _may_ask_review(where: _Where, window: Deadline | None) -> NextStep:
    if window is None:
        said = (
            "If the answer does not satisfy you, ask for an internal review soon: the day of the "
            "response is not known, so its last day cannot be counted."
        )
        return NextStep(Step.ASK_REVIEW, said)
    reading = _still_open(where, window)
    if reading is not None:
        return _late_but_open(window, reading)
    if where.passed(window):
        said = (
            f"Nothing has to be done. The time to ask for an internal review ran out on "
            f"{full_date(window.on)}; the authority may still agree to one."
        )
        return NextStep(Step.NOTHING, said, basis=window.basis)
    said = (
        f"If the answer does not satisfy you, ask for an internal review by {full_date(window.on)}."
    )
    return _until(Step.ASK_REVIEW, said, window)


def _reviewed(where: _Where, outcome: Event) -> NextStep:
    window = where.of(DeadlineKind.COMMISSIONER)
    verb = "appeal" if where.scottish else "complain"
    won = outcome.detail in (Review.OVERTURNED, Review.WITHDRAWN)
    begun = (
        "The review went your way; if anything is still missing,"
        if outcome.detail == Review.OVERTURNED
        else "If the outcome of the review does not satisfy you,"
    )
    step = Step.NOTHING if won else Step.COMPLAIN
    if window is None:
        said = f"{begun} you can {verb} to {where.commissioner}; do so soon."
        return NextStep(step, said)
    if where.passed(window):
        said = (
            f"Nothing has to be done. The time to {verb} to {where.commissioner} about the review "
            f"ran out on {full_date(window.on)}."
        )
        return NextStep(Step.NOTHING, said, basis=window.basis)
    said = f"{begun} you can {verb} to {where.commissioner} until {full_date(window.on)}."
    return _until(step, said, window)


def _decided(where: _Where) -> NextStep:
    window = where.of(DeadlineKind.COURT_OF_SESSION if where.scottish else DeadlineKind.TRIBUNAL)
    if window is None:
        said = (
            "The Commissioner has decided. Record the day of the decision notice to see until "
            "when you can appeal."
        )
        return NextStep(Step.SET_DATE, said)
    if where.passed(window):
        said = (
            "Nothing has to be done. The Commissioner has decided, and the time to appeal ran "
            f"out on {full_date(window.on)}."
        )
        return NextStep(Step.NOTHING, said, basis=window.basis)
    if where.scottish:
        said = (
            "If the Commissioner's decision is wrong in law, you can appeal to the Court of "
            f"Session until {full_date(window.on)}, on a point of law only."
        )
    else:
        said = (
            "If you do not accept the Commissioner's decision, you can appeal: the Tribunal must "
            f"have your appeal by 5 pm on {full_date(window.on)}."
        )
    return _until(Step.APPEAL, said, window)


def _in_review(where: _Where) -> NextStep:
    due = where.of(DeadlineKind.REVIEW)
    if due is None:
        return NextStep(Step.WAIT, "Wait for the outcome of the internal review.")
    said = f"Wait for the outcome of the internal review: its last day is {full_date(due.on)}."
    return _until(Step.WAIT, said, due)


def _review_late(where: _Where) -> NextStep:
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
        return _until(Step.CHASE_REVIEW, said, limit)
    said = f"{late} You can complain to the ICO now, without waiting for it."
    return NextStep(Step.COMPLAIN, said, basis=due.basis if due else "")


def _review_late_in_scotland(where: _Where, late: str) -> NextStep:
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
    return _until(Step.COMPLAIN, said, window)


def _with_commissioner(where: _Where) -> NextStep:
    whose = "Scottish Information Commissioner's" if where.scottish else "ICO's"
    return NextStep(Step.WAIT, f"Wait for the {whose} decision.")


def _with_tribunal(where: _Where) -> NextStep:
    whose = "Court of Session's" if where.scottish else "Tribunal's"
    return NextStep(Step.WAIT, f"Wait for the {whose} decision.")


def _closed(where: _Where) -> NextStep:
    return NextStep(Step.NOTHING, "This request is closed: nothing is left to do.")


def _withdrawn(where: _Where) -> NextStep:
    return NextStep(Step.NOTHING, "This request was withdrawn: nothing is left to do.")


_STEPS: dict[State, Callable[[_Where], NextStep]] = {
    State.DRAFT: _send,
    State.DATE_MISSING: _set_date,
    State.WAITING: _wait,
    State.CLARIFICATION_WANTED: _clarify,
    State.FEE_WANTED: _pay_fee,
    State.OVERDUE: _overdue,
    State.RESPONSE_TO_READ: _read,
    State.ANSWERED: _answered,
    State.IN_REVIEW: _in_review,
    State.REVIEW_LATE: _review_late,
    State.WITH_COMMISSIONER: _with_commissioner,
    State.WITH_TRIBUNAL: _with_tribunal,
    State.CLOSED: _closed,
    State.WITHDRAWN: _withdrawn,
}
