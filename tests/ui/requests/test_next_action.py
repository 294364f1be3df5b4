from __future__ import annotations

import pytest

from foitrack.law.terms import Review, Step
from ui.requests.next_action import ACTIONS, Does, action_for
from ui.theme.icons import OTHER_NAMES, icon_names


def test_every_step_but_nothing_has_its_button() -> None:
    assert {step for step in Step if action_for(step) is None} == {Step.NOTHING}


@pytest.mark.parametrize("step", list(ACTIONS))
def test_each_button_has_words_an_icon_and_a_deed(step: Step) -> None:
    action = ACTIONS[step]
    assert action.text
    assert OTHER_NAMES.get(action.icon, action.icon) in icon_names()
    needs_event = action.does in (Does.EVENT, Does.NOTE_EVENT)
    assert (action.event is not None) == needs_event


def test_waiting_is_no_call_to_action() -> None:
    waiting = action_for(Step.WAIT)
    assert waiting is not None
    assert not waiting.filled
    in_review = action_for(Step.WAIT, Review.ASKED)
    assert in_review is not None
    assert in_review.does is Does.REVIEW_OUTCOME
    assert not in_review.filled
