"""The next step, for every state and every kind of step."""

from __future__ import annotations

import pytest

from foitrack.law.clock import reckon
from foitrack.law.standing import answer_due, next_step
from foitrack.law.terms import Body, NextStep, Reckoning, Regime, State, Step
from tests.law.questions import CALENDARS, EIR, EISR, FOIA, FOISA, day, happened, reckoned_and_state

RECEIVED = "received=2025-04-02"
"""Due Fri 2 May 2025 under FOIA and EIR, Thu 1 May under FOISA and EISR."""
ANSWERED = (RECEIVED, "response=2025-04-15")
REVIEWED = (*ANSWERED, "review-asked=2025-05-06")


def _next(regime: Regime, today: str, *events: str) -> tuple[State, NextStep]:
    reckoning, state = reckoned_and_state(regime, today, *events)
    return state, next_step(regime, happened(*events), reckoning, state, day(today))


PIE = "public-interest-extension=2025-04-28"


@pytest.mark.parametrize(
    ("regime", "today", "events", "state", "step", "by", "says"),
    [
        (FOIA, "2025-04-10", (), State.DRAFT, Step.SEND, None, "Send the request"),
        (FOIA, "2025-04-10", ("sent=?",), State.DATE_MISSING, Step.SET_DATE, None, "Set the date"),
        (
            FOIA,
            "2025-04-10",
            ("posted=2025-04-02",),
            State.DATE_MISSING,
            Step.SET_DATE,
            None,
            "your letter arrived",
        ),
        (
            FOIA,
            "2025-04-10",
            (RECEIVED, "transferred=2025-04-09"),
            State.DATE_MISSING,
            Step.SET_DATE,
            None,
            "the authority that has the request now",
        ),
        (
            FOIA,
            "2025-04-10",
            (RECEIVED,),
            State.WAITING,
            Step.WAIT,
            "2025-05-02",
            "its last day is Fri 2 May 2025.",
        ),
        (
            FOIA,
            "2025-04-10",
            ("sent=2025-04-02",),
            State.WAITING,
            Step.WAIT,
            "2025-05-02",
            "if it was received on the day it was sent",
        ),
        (
            FOIA,
            "2025-05-10",
            (RECEIVED, PIE),
            State.WAITING,
            Step.WAIT,
            "2025-06-03",
            "weighs the public interest",
        ),
        (
            FOIA,
            "2025-05-10",
            (RECEIVED, "public-interest-extension=2025-05-06"),
            State.OVERDUE,
            Step.CHASE,
            None,
            "due by Fri 2 May 2025",
        ),
        (
            FOIA,
            "2025-06-04",
            (RECEIVED, PIE),
            State.OVERDUE,
            Step.CHASE,
            None,
            "due by Tue 3 June 2025",
        ),
        (
            FOIA,
            "2025-04-20",
            (RECEIVED, "clarification-asked=2025-04-10"),
            State.CLARIFICATION_WANTED,
            Step.CLARIFY,
            None,
            "starts again",
        ),
        (
            FOIA,
            "2025-04-20",
            (RECEIVED, "fees-notice=2025-04-10"),
            State.FEE_WANTED,
            Step.PAY_FEE,
            "2025-07-09",
            "Pay the fee by Wed 9 July 2025",
        ),
        (
            FOIA,
            "2025-04-20",
            (RECEIVED, "fees-notice=?"),
            State.FEE_WANTED,
            Step.PAY_FEE,
            None,
            "Pay the fee or narrow",
        ),
        (
            FOIA,
            "2025-07-10",
            (RECEIVED, "fees-notice=2025-04-10"),
            State.FEE_WANTED,
            Step.NOTHING,
            None,
            "ran out on Wed 9 July 2025",
        ),
        (
            FOIA,
            "2025-05-06",
            (RECEIVED,),
            State.OVERDUE,
            Step.CHASE,
            None,
            "complain to the ICO without asking for an internal review first.",
        ),
        (
            EIR,
            "2025-05-06",
            (RECEIVED,),
            State.OVERDUE,
            Step.CHASE,
            None,
            "or ask for one until Tue 1 July 2025",
        ),
        (
            FOIA,
            "2025-05-09",
            (RECEIVED, "chased=2025-05-08"),
            State.OVERDUE,
            Step.COMPLAIN,
            None,
            "You chased it on Thu 8 May 2025: you can complain to the ICO now",
        ),
        (
            FOIA,
            "2025-05-09",
            (RECEIVED, "chased=2025-04-28"),
            State.OVERDUE,
            Step.CHASE,
            None,
            "Chase the authority",
        ),
        (
            FOISA,
            "2025-05-06",
            (RECEIVED,),
            State.OVERDUE,
            Step.ASK_REVIEW,
            "2025-06-30",
            "only after that can you appeal to the Scottish Information Commissioner",
        ),
        (
            EISR,
            "2025-07-06",
            (RECEIVED,),
            State.OVERDUE,
            Step.ASK_REVIEW,
            None,
            "The time to ask ran out on Mon 30 June 2025. Ask for a review all the same",
        ),
        (
            FOIA,
            "2025-10-01",
            (RECEIVED, "complaint=2025-06-02", "decision-notice=2025-09-01"),
            State.OVERDUE,
            Step.CHASE,
            None,
            "with the Commissioner's decision",
        ),
        (
            FOIA,
            "2025-05-06",
            ANSWERED,
            State.ANSWERED,
            Step.ASK_REVIEW,
            "2025-06-16",
            "ask for an internal review by Mon 16 June 2025",
        ),
        (
            FOIA,
            "2025-06-17",
            ANSWERED,
            State.ANSWERED,
            Step.NOTHING,
            None,
            "ran out on Mon 16 June 2025; the authority may still agree",
        ),
        (
            FOISA,
            "2025-06-17",
            ANSWERED,
            State.ANSWERED,
            Step.ASK_REVIEW,
            "2025-06-30",
            "by FOISA s20(5) you still have until Mon 30 June 2025",
        ),
        (
            FOIA,
            "2025-05-06",
            (RECEIVED, "response=?"),
            State.ANSWERED,
            Step.ASK_REVIEW,
            None,
            "the day of the response is not known",
        ),
        (
            FOIA,
            "2025-05-20",
            REVIEWED,
            State.IN_REVIEW,
            Step.WAIT,
            "2025-06-04",
            "its last day is Wed 4 June 2025",
        ),
        (
            FOIA,
            "2025-05-20",
            (*ANSWERED, "review-asked=?"),
            State.IN_REVIEW,
            Step.WAIT,
            None,
            "Wait for the outcome of the internal review.",
        ),
        (
            FOIA,
            "2025-06-05",
            REVIEWED,
            State.REVIEW_LATE,
            Step.CHASE_REVIEW,
            "2025-07-02",
            "the longest that a review may take, you can complain to the ICO",
        ),
        (
            FOIA,
            "2025-07-03",
            REVIEWED,
            State.REVIEW_LATE,
            Step.COMPLAIN,
            None,
            "You can complain to the ICO now",
        ),
        (
            EIR,
            "2025-07-03",
            REVIEWED,
            State.REVIEW_LATE,
            Step.COMPLAIN,
            None,
            "due by Wed 2 July 2025 and is late. You can complain to the ICO now",
        ),
        (
            FOISA,
            "2025-06-05",
            REVIEWED,
            State.REVIEW_LATE,
            Step.COMPLAIN,
            "2025-12-04",
            "appeal to the Scottish Information Commissioner now, until Thu 4 December 2025",
        ),
        (
            FOISA,
            "2025-12-05",
            REVIEWED,
            State.REVIEW_LATE,
            Step.COMPLAIN,
            None,
            "ask whether a late appeal can still be taken",
        ),
        (
            FOIA,
            "2025-07-01",
            (*REVIEWED, "review-outcome=2025-06-03;upheld"),
            State.ANSWERED,
            Step.COMPLAIN,
            "2025-07-15",
            "complain to the ICO until Tue 15 July 2025",
        ),
        (
            FOISA,
            "2025-07-01",
            (*REVIEWED, "review-outcome=2025-06-03"),
            State.ANSWERED,
            Step.COMPLAIN,
            "2025-12-03",
            "appeal to the Scottish Information Commissioner until Wed 3 December 2025",
        ),
        (
            FOIA,
            "2025-07-01",
            (*REVIEWED, "review-outcome=2025-06-03;overturned"),
            State.ANSWERED,
            Step.NOTHING,
            "2025-07-15",
            "went your way",
        ),
        (
            FOIA,
            "2025-07-16",
            (*REVIEWED, "review-outcome=2025-06-03;upheld"),
            State.ANSWERED,
            Step.NOTHING,
            None,
            "The time to complain to the ICO about the review ran out",
        ),
        (
            FOIA,
            "2025-07-16",
            (*REVIEWED, "review-outcome=?;upheld"),
            State.ANSWERED,
            Step.COMPLAIN,
            None,
            "do so soon",
        ),
        (
            FOIA,
            "2025-07-16",
            (*REVIEWED, "review-outcome=2025-06-03;upheld", "response=2025-06-10"),
            State.ANSWERED,
            Step.ASK_REVIEW,
            "2025-08-07",
            "ask for an internal review by Thu 7 August 2025",
        ),
        (
            FOIA,
            "2025-09-10",
            (*REVIEWED, "complaint=2025-07-03"),
            State.WITH_COMMISSIONER,
            Step.WAIT,
            None,
            "Wait for the ICO's decision.",
        ),
        (
            EISR,
            "2025-09-10",
            (*REVIEWED, "complaint=2025-07-03"),
            State.WITH_COMMISSIONER,
            Step.WAIT,
            None,
            "Wait for the Scottish Information Commissioner's decision.",
        ),
        (
            FOIA,
            "2025-09-10",
            (*REVIEWED, "decision-notice=2025-09-01"),
            State.ANSWERED,
            Step.APPEAL,
            "2025-09-29",
            "the Tribunal must have your appeal by 5 pm on Mon 29 September 2025",
        ),
        (
            FOISA,
            "2025-09-10",
            (*REVIEWED, "decision-notice=2025-09-01"),
            State.ANSWERED,
            Step.APPEAL,
            "2025-10-13",
            "on a point of law only",
        ),
        (
            FOIA,
            "2025-09-30",
            (*REVIEWED, "decision-notice=2025-09-01"),
            State.ANSWERED,
            Step.NOTHING,
            None,
            "the time to appeal ran out on Mon 29 September 2025",
        ),
        (
            FOIA,
            "2025-09-30",
            (*REVIEWED, "decision-notice=?"),
            State.ANSWERED,
            Step.SET_DATE,
            None,
            "Record the day of the decision notice",
        ),
        (
            FOIA,
            "2025-10-30",
            (*REVIEWED, "decision-notice=2025-09-01", "appeal=2025-09-20"),
            State.WITH_TRIBUNAL,
            Step.WAIT,
            None,
            "Wait for the Tribunal's decision.",
        ),
        (
            FOISA,
            "2025-10-30",
            (*REVIEWED, "decision-notice=2025-09-01", "appeal=2025-09-20"),
            State.WITH_TRIBUNAL,
            Step.WAIT,
            None,
            "Wait for the Court of Session's decision.",
        ),
        (
            FOIA,
            "2025-05-06",
            (*ANSWERED, "closed=2025-05-01"),
            State.CLOSED,
            Step.NOTHING,
            None,
            "closed",
        ),
        (
            FOIA,
            "2025-05-06",
            (RECEIVED, "withdrawn=2025-04-20"),
            State.WITHDRAWN,
            Step.NOTHING,
            None,
            "withdrawn",
        ),
    ],
)
def test_next_step(
    regime: Regime,
    today: str,
    events: tuple[str, ...],
    state: State,
    step: Step,
    by: str | None,
    says: str,
) -> None:
    found_state, found = _next(regime, today, *events)
    assert found_state is state
    assert found.step is step, found
    assert found.by == (day(by) if by else None), found
    assert says in found.sentence, found.sentence
    assert found.sentence.endswith(".")


NOTHING_KNOWN = Reckoning(())


@pytest.mark.parametrize("regime", list(Regime))
@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_next_step_even_without_dates(regime: Regime, state: State) -> None:
    found = next_step(regime, (), NOTHING_KNOWN, state, day("2025-05-06"))
    assert found.sentence.endswith(".")
    assert found.by is None


def test_a_letter_to_read_is_read_first() -> None:
    found = next_step(
        FOIA, happened(*ANSWERED), NOTHING_KNOWN, State.RESPONSE_TO_READ, day("2025-05-06")
    )
    assert found.step is Step.READ_RESPONSE


def test_without_any_day_no_answer_is_due() -> None:
    assert answer_due(NOTHING_KNOWN) is None


def test_weighing_never_makes_an_answer_due_before_its_statutory_day() -> None:
    """A school closed for two terms has until the 60th working day; the guidance says 40."""
    closed = [(day("2024-05-27"), day("2024-12-31"))]
    events = happened("received=2024-05-20", "public-interest-extension=2024-05-24,2024-06-03")
    reckoning = reckon(
        FOIA, events, CALENDARS, today=day("2024-06-01"), body=Body.SCHOOL, closed=closed
    )
    assert answer_due(reckoning) == day("2024-08-15")
