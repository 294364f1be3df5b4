from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from foitrack.desk.views import RequestRow
from foitrack.law.terms import Outcome, Regime, Review, State
from ui.today.share import PARTS, part_key, share_out
from ui.today.share_bar import described, pieces


def row(state: State, outcome: Outcome | None = None, *, answered: bool = False) -> RequestRow:
    return RequestRow(
        id=1,
        state=state,
        outcome=outcome,
        authority="A",
        title="T",
        campaign="C",
        regime=Regime.FOIA,
        references=(),
        sent_on=None,
        due_on=None,
        answered=answered or outcome is not None,
        answered_on=None,
        answered_day=None,
        working_days_left=None,
        review=Review.NONE,
        review_by=None,
        review_due_on=None,
        review_days_late=None,
        provisions=(),
        provisional=False,
        due_soon=False,
    )


@pytest.mark.parametrize(
    ("state", "outcome", "part"),
    [
        (State.ANSWERED, Outcome.DISCLOSED, "answered"),
        (State.ANSWERED, Outcome.PART_DISCLOSED, "part"),
        (State.ANSWERED, Outcome.COST_LIMIT, "refused"),
        (State.ANSWERED, Outcome.NOT_HELD, "not-held"),
        (State.IN_REVIEW, Outcome.REFUSED, "refused"),
        (State.RESPONSE_TO_READ, None, "to-read"),
        (State.CLARIFICATION_WANTED, None, "waiting"),
        (State.OVERDUE, None, "overdue"),
        (State.DATE_MISSING, None, "date-missing"),
        (State.WITHDRAWN, None, "other"),
    ],
)
def test_a_request_counts_by_its_answer_else_by_its_state(
    state: State, outcome: Outcome | None, part: str
) -> None:
    assert part_key(row(state, outcome)) == part


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_part(state: State) -> None:
    assert part_key(row(state)) in {part.key for part in PARTS}


def test_an_answer_of_which_the_outcome_is_not_known_still_counts_as_answered() -> None:
    assert part_key(row(State.IN_REVIEW, answered=True)) == "answered"


def test_the_parts_add_up_to_all_requests() -> None:
    rows = [row(state) for state in State] + [row(State.ANSWERED, outcome) for outcome in Outcome]
    share = share_out(1, "C", rows)
    assert share.total == len(rows)
    assert all(count for _, count in share.counts)


def test_the_bar_is_filled_exactly_and_small_parts_are_seen(dressed: QApplication) -> None:
    share = share_out(1, "C", [row(State.WAITING)] * 999 + [row(State.OVERDUE)])
    bar = QRectF(10, 0, 240, 10)
    found = pieces(share, bar)
    assert found[0].left() == bar.left()
    assert found[-1].right() == pytest.approx(bar.right())
    assert min(piece.width() for piece in found) >= 5


def test_the_bar_is_said_in_words(dressed: QApplication) -> None:
    share = share_out(1, "C", [row(State.WAITING)] * 2 + [row(State.OVERDUE)])
    assert described(share) == "Waiting 2, Overdue 1. 3 in all"
