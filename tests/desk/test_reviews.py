"""Internal reviews: asked for, late, answered, and what is possible then."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from foitrack.desk import history, requests, reviews
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError, ReviewView
from foitrack.law.terms import Event, EventKind, Review, State
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import REFUSAL, log, record

UPHOLDS = """Kent Police

Our reference: 79/23

27 March 2023

Dear Requester

Internal review

You asked for an internal review of our response to your request. I have considered it afresh.
The exemption in section 40(2) of the Freedom of Information Act 2000 was correctly applied, and I
uphold the original decision.
"""


def review(desk: Desk, request_id: int, today: date = TODAY) -> ReviewView:
    return requests.detail(desk, request_id, today=today).review


def refused(desk: Desk) -> int:
    request_id = log(desk)
    record(desk, REFUSAL, request_id)
    return request_id


def test_from_none_to_asked_to_late_to_answered(desk: Desk) -> None:
    request_id = refused(desk)
    before = review(desk, request_id)
    assert before.status is Review.NONE
    assert before.ask_by is not None
    assert before.ask_by.on == date(2023, 5, 2)
    assert before.offered_window is not None
    reviews.ask(
        desk, request_id, on=date(2023, 3, 6), challenged="s40 for the whole table", today=TODAY
    )
    asked = review(desk, request_id)
    assert (asked.status, asked.asked_on) == (Review.ASKED, date(2023, 3, 6))
    assert asked.challenged == "s40 for the whole table"
    assert asked.due is not None
    assert asked.limit is not None
    late = asked.due.on + timedelta(days=1)
    assert review(desk, request_id, late).status is Review.LATE
    assert requests.detail(desk, request_id, today=late).row.state is State.REVIEW_LATE
    reviews.outcome(desk, request_id, Review.PARTLY_UPHELD, on=date(2023, 3, 27), today=TODAY)
    ended = review(desk, request_id)
    assert (ended.status, ended.answered_on) == (Review.PARTLY_UPHELD, date(2023, 3, 27))
    assert "ICO" in ended.possible_now
    history.undo(desk)
    history.undo(desk)
    assert review(desk, request_id) == before


def test_a_row_tells_a_review_answered_without_a_result_from_one_under_way(desk: Desk) -> None:
    under_way, unsaid, undated = (refused(desk) for _ in range(3))
    for number, on in ((under_way, date(2023, 3, 6)), (unsaid, date(2023, 3, 6)), (undated, None)):
        requests.add_event(desk, number, Event(EventKind.REVIEW_ASKED, on), today=TODAY)
    answer = Event(EventKind.REVIEW_OUTCOME, date(2023, 3, 20))
    requests.add_event(desk, unsaid, answer, today=TODAY)
    told = requests.rows(desk, (under_way, unsaid, undated), today=TODAY)
    assert [row.review for row in told] == [Review.ASKED] * 3
    assert [row.review_answered for row in told] == [False, True, False]
    # Asked for anew, it is under way again.
    requests.add_event(desk, unsaid, Event(EventKind.REVIEW_ASKED, TODAY), today=TODAY)
    assert not requests.detail(desk, unsaid, today=TODAY).row.review_answered


@pytest.mark.parametrize(
    "result", [Review.UPHELD, Review.PARTLY_UPHELD, Review.OVERTURNED, Review.WITHDRAWN]
)
def test_each_outcome(desk: Desk, result: Review) -> None:
    request_id = refused(desk)
    reviews.ask(desk, request_id, on=date(2023, 3, 6), today=TODAY)
    reviews.outcome(desk, request_id, result, on=None, today=TODAY)
    assert review(desk, request_id).status is result


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    request_id = refused(desk)
    before = contents(desk)
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(DeskError, match="still to come"):
        reviews.ask(desk, request_id, on=tomorrow, today=TODAY)
    with pytest.raises(DeskError, match="still to come"):
        reviews.outcome(desk, request_id, Review.UPHELD, on=tomorrow, today=TODAY)
    with pytest.raises(DeskError, match="ends upheld"):
        reviews.outcome(desk, request_id, Review.ASKED, on=TODAY, today=TODAY)
    with pytest.raises(DeskError, match="no request 99"):
        reviews.ask(desk, 99, on=TODAY, today=TODAY)
    assert contents(desk) == before


def test_a_letter_that_ends_the_review_says_how(desk: Desk) -> None:
    request_id = refused(desk)
    reviews.ask(desk, request_id, on=date(2023, 3, 6), today=TODAY)
    proposal = record(desk, UPHOLDS, request_id)
    [result] = [found for found in proposal.findings if found.field == "review_result"]
    assert result.value == Review.UPHELD
    ended = review(desk, request_id)
    assert (ended.status, ended.answered_on) == (Review.UPHELD, date(2023, 3, 27))


@pytest.mark.parametrize("on", [date(2023, 3, 27), None], ids=["dated", "undated"])
def test_an_answered_review_is_never_late_though_nobody_said_how_it_ended(
    desk: Desk, on: date | None
) -> None:
    request_id = refused(desk)
    reviews.ask(desk, request_id, on=date(2023, 3, 6), today=TODAY)
    answered = Event(EventKind.REVIEW_OUTCOME, on)
    requests.add_event(desk, request_id, answered, today=TODAY)
    much_later = date(2024, 1, 8)
    after = review(desk, request_id, much_later)
    assert after.status is Review.ASKED
    assert (after.answered, after.answered_on) == (True, on)
    assert requests.detail(desk, request_id, today=much_later).row.state is State.ANSWERED


def test_a_review_asked_for_again_is_open_though_the_one_before_was_answered(desk: Desk) -> None:
    request_id = refused(desk)
    reviews.ask(desk, request_id, on=date(2023, 3, 6), today=TODAY)
    assert not review(desk, request_id).answered
    reviews.outcome(desk, request_id, Review.UPHELD, on=date(2023, 3, 9), today=TODAY)
    assert review(desk, request_id).answered
    again = Event(EventKind.REVIEW_ASKED, date(2023, 3, 20))
    requests.add_event(desk, request_id, again, today=TODAY)
    assert not review(desk, request_id).answered
