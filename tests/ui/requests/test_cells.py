from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foitrack.desk.views import RequestRow
from foitrack.law.terms import Outcome, Review, State
from tests.ui.requests.samples import ANSWERED, WAITING
from ui.requests import cells


@pytest.mark.parametrize(
    ("row", "words", "tone"),
    [
        (WAITING, "30 Mar 2023 in 8 working days", "text2"),
        (
            replace(WAITING, working_days_left=1, due_soon=True),
            "30 Mar 2023 in 1 working day",
            "amber",
        ),
        (replace(WAITING, working_days_left=0, due_soon=True), "30 Mar 2023 due today", "amber"),
        (
            replace(WAITING, state=State.OVERDUE, working_days_left=-12),
            "30 Mar 2023 12 working days late",
            "red",
        ),
        (ANSWERED, "30 Mar 2023 answered day 17", "text2"),
        (replace(ANSWERED, answered_day=None), "30 Mar 2023 answered 27 Mar 2023", "text2"),
        (
            replace(ANSWERED, answered_day=None, answered_on=None, due_on=None),
            "not known day not known",
            "text2",
        ),
        (replace(WAITING, due_on=None, working_days_left=None), "not known", "text"),
        (replace(WAITING, state=State.WITHDRAWN, working_days_left=-3), "30 Mar 2023", "text"),
    ],
)
def test_due_says_the_day_and_how_far_off(row: RequestRow, words: str, tone: str) -> None:
    assert cells.text(row, "due") == words
    assert cells.due_distance(row).tone == tone


def test_what_is_not_known_is_said() -> None:
    bare = replace(WAITING, authority=None, references=(), sent_on=None, campaign=None)
    assert cells.text(bare, "authority") == "Authority not stated"
    assert cells.text(bare, "reference") == "none yet"
    assert cells.text(bare, "sent") == "not known"
    assert cells.text(bare, "campaign") == "none"
    assert cells.text(replace(bare, state=State.DRAFT), "sent") == "not sent yet"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (ANSWERED, "Ask by 27 May 2023"),
        (replace(ANSWERED, review_by=None), "not asked for"),
        (WAITING, ""),
        (
            replace(ANSWERED, review=Review.ASKED, review_due_on=date(2023, 5, 2)),
            "Due 2 May 2023",
        ),
        (replace(ANSWERED, review=Review.LATE, review_days_late=18), "18 working days late"),
        (replace(ANSWERED, review=Review.LATE, review_days_late=1), "1 working day late"),
        (replace(ANSWERED, review=Review.LATE), "Late"),
        (replace(ANSWERED, review=Review.ASKED), "Asked for"),
        (
            replace(ANSWERED, review=Review.ASKED, review_answered=True),
            "Result not recorded",
        ),
        (replace(ANSWERED, review=Review.UPHELD), "Refusal upheld"),
        (replace(ANSWERED, review=Review.PARTLY_UPHELD), "Partly upheld"),
        (replace(ANSWERED, review=Review.OVERTURNED), "Overturned"),
        (replace(ANSWERED, review=Review.WITHDRAWN), "Withdrawn"),
    ],
)
def test_review_says_where_it_stands(row: RequestRow, words: str) -> None:
    assert cells.text(row, "review") == words


def test_state_says_the_outcome_once_answered() -> None:
    assert cells.state(replace(WAITING, due_soon=True)) == "Due soon"
    assert cells.state(replace(ANSWERED, state=State.ANSWERED)) == "Answered"
    part = replace(ANSWERED, state=State.ANSWERED, outcome=Outcome.PART_DISCLOSED)
    assert cells.state(part) == "Answered in part"
    assert cells.state(ANSWERED) == "Response to read"


def test_provisions_are_short_in_the_cell_and_whole_in_the_tooltip() -> None:
    assert cells.text(ANSWERED, "provisions") == "s31, s40"
    tip = cells.tooltip(ANSWERED, "provisions")
    assert "FOIA s31(1)(g), Law enforcement, qualified, read by the app, not confirmed yet" in tip
    assert "FOIA s40(2), Personal information, absolute, confirmed" in tip
    read = replace(ANSWERED, state=State.ANSWERED, provisions=())
    assert cells.text(read, "provisions") == "none"
    assert cells.text(WAITING, "provisions") == ""


def test_a_provisional_date_says_so() -> None:
    row = replace(WAITING, provisional=True)
    assert "not all announced" in cells.tooltip(row, "due")
    assert "not all announced" not in cells.tooltip(WAITING, "due")
    assert cells.tooltip(WAITING, "sent") == "Wed 1 March 2023"
