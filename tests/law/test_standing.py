"""State, review and next step, for every state and step."""

from __future__ import annotations

import pytest

from foitrack.law.standing import review_status, stage, state_on
from foitrack.law.terms import Review, State
from tests.law.questions import day, happened

RECEIVED = "received=2025-04-02"
"""Due Fri 2 May 2025 under FOIA and EIR, Thu 1 May under FOISA and EISR."""
ANSWERED = (RECEIVED, "response=2025-04-15")
REVIEWED = (*ANSWERED, "review-asked=2025-05-06")


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ((), State.DRAFT),
        (("chased=2025-04-02",), State.DRAFT),
        (("sent=?",), State.DATE_MISSING),
        (("acknowledged=2025-04-02",), State.DATE_MISSING),
        (("sent=2025-04-01", "acknowledged=2025-04-02"), State.WAITING),
        (("sent=?", RECEIVED), State.WAITING),
        (("clarification-given=2025-04-20",), State.WAITING),
        ((RECEIVED, "clarification-asked=2025-04-10"), State.CLARIFICATION_WANTED),
        ((RECEIVED, "clarification-asked=?"), State.CLARIFICATION_WANTED),
        (
            (RECEIVED, "clarification-asked=2025-04-10", "clarification-given=2025-04-12"),
            State.WAITING,
        ),
        ((RECEIVED, "fees-notice=2025-04-10"), State.FEE_WANTED),
        ((RECEIVED, "fees-notice=2025-04-10", "fee-paid=2025-04-12"), State.WAITING),
        (
            (RECEIVED, "fees-notice=2025-04-10", "clarification-asked=2025-04-10"),
            State.CLARIFICATION_WANTED,
        ),
        ((RECEIVED, "extension=2025-04-20"), State.WAITING),
        (ANSWERED, State.ANSWERED),
        ((RECEIVED, "fees-notice=2025-04-10", "response=2025-04-20"), State.ANSWERED),
        (("response=?",), State.ANSWERED),
        ((*ANSWERED, RECEIVED), State.ANSWERED),
        ((*ANSWERED, "acknowledged=2025-04-16", "fees-notice=2025-04-17"), State.ANSWERED),
        ((*ANSWERED, "clarification-asked=2025-04-20"), State.CLARIFICATION_WANTED),
        ((*ANSWERED, "clarification-given=2025-04-20"), State.WAITING),
        (REVIEWED, State.IN_REVIEW),
        ((*REVIEWED, "clarification-asked=2025-05-07"), State.IN_REVIEW),
        ((*REVIEWED, "clarification-given=2025-05-08", "fee-paid=2025-05-09"), State.IN_REVIEW),
        ((*REVIEWED, "response=2025-05-20"), State.IN_REVIEW),
        ((*REVIEWED, "transferred=2025-05-20"), State.IN_REVIEW),
        ((*REVIEWED, "review-outcome=2025-06-03"), State.ANSWERED),
        ((*REVIEWED, "review-outcome=?", "response=?"), State.ANSWERED),
        ((*REVIEWED, "last-contact=2025-06-03"), State.IN_REVIEW),
        ((*REVIEWED, "complaint=2025-08-01"), State.WITH_COMMISSIONER),
        ((RECEIVED, "complaint=2025-06-01"), State.WITH_COMMISSIONER),
        ((RECEIVED, "complaint=2025-06-01", "decision-notice=2025-09-01"), State.WAITING),
        ((*REVIEWED, "decision-notice=2025-09-01"), State.ANSWERED),
        (("decision-notice=2025-09-01",), State.ANSWERED),
        ((*REVIEWED, "decision-notice=2025-09-01", "appeal=2025-09-09"), State.WITH_TRIBUNAL),
        ((RECEIVED, "transferred=2025-04-10"), State.DATE_MISSING),
        ((RECEIVED, "transferred=2025-04-10", "received=2025-04-14"), State.WAITING),
        (("transferred=2025-04-10",), State.DATE_MISSING),
        ((RECEIVED, "withdrawn=2025-04-10"), State.WITHDRAWN),
        ((*ANSWERED, "closed=2025-04-16"), State.CLOSED),
        ((*ANSWERED, "closed=2025-04-16", "review-asked=2025-05-01"), State.IN_REVIEW),
    ],
)
def test_stage(events: tuple[str, ...], state: State) -> None:
    assert stage(happened(*events), to_read=False) is state
    assert stage(happened(*reversed(events)), to_read=False) is state


@pytest.mark.parametrize("events", [(), ANSWERED, REVIEWED, ("sent=?",)])
def test_a_letter_nobody_has_confirmed_comes_first(events: tuple[str, ...]) -> None:
    assert stage(happened(*events), to_read=True) is State.RESPONSE_TO_READ


@pytest.mark.parametrize(
    ("at", "response_due", "review_due", "today", "state"),
    [
        (State.WAITING, "2023-03-30", None, "2023-03-30", State.WAITING),
        (State.WAITING, "2023-03-30", None, "2023-03-31", State.OVERDUE),
        (State.WAITING, None, None, "2023-03-31", State.DATE_MISSING),
        (State.IN_REVIEW, "2023-03-30", "2023-05-01", "2023-05-01", State.IN_REVIEW),
        (State.IN_REVIEW, "2023-03-30", "2023-05-01", "2023-05-02", State.REVIEW_LATE),
        (State.IN_REVIEW, None, None, "2023-05-02", State.IN_REVIEW),
        (State.CLARIFICATION_WANTED, "2023-03-30", None, "2023-05-02", State.CLARIFICATION_WANTED),
        (State.ANSWERED, "2023-03-30", "2023-05-01", "2024-05-02", State.ANSWERED),
    ],
)
def test_state_on_a_day(
    at: State, response_due: str | None, review_due: str | None, today: str, state: State
) -> None:
    due = day(response_due) if response_due else None
    review = day(review_due) if review_due else None
    assert state_on(at, due, review, day(today)) is state


@pytest.mark.parametrize(
    ("events", "review"),
    [
        (ANSWERED, Review.NONE),
        (REVIEWED, Review.ASKED),
        (("review-asked=?",), Review.ASKED),
        ((*REVIEWED, "withdrawn=2025-05-20"), Review.WITHDRAWN),
        ((*REVIEWED, "review-outcome=2025-06-03;upheld"), Review.UPHELD),
        ((*REVIEWED, "review-outcome=2025-06-03;partly-upheld"), Review.PARTLY_UPHELD),
        ((*REVIEWED, "review-outcome=2025-06-03;overturned"), Review.OVERTURNED),
        ((*REVIEWED, "review-outcome=2025-06-03;withdrawn"), Review.WITHDRAWN),
        ((*REVIEWED, "review-outcome=2025-06-03"), Review.ASKED),
        ((*REVIEWED, "review-outcome=2025-06-03;late"), Review.ASKED),
        (
            (*REVIEWED, "review-outcome=2025-06-03;upheld", "review-asked=2025-06-20"),
            Review.ASKED,
        ),
    ],
)
def test_review_status(events: tuple[str, ...], review: Review) -> None:
    assert review_status(happened(*events), day("2025-06-04"), day("2025-06-04")) is review


def test_a_review_is_late_from_the_day_after() -> None:
    due = day("2025-06-04")
    assert review_status(happened(*REVIEWED), due, day("2025-06-05")) is Review.LATE
    assert review_status(happened(*REVIEWED), None, day("2025-06-05")) is Review.ASKED
    outcome = (*REVIEWED, "review-outcome=2025-07-03;upheld")
    assert review_status(happened(*outcome), due, day("2025-08-05")) is Review.UPHELD
