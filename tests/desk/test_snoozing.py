"""Putting a line of Today off, and what may not be put off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from foitrack.desk import agenda, history, requests, snoozing
from foitrack.desk import bin as the_bin
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError, NewRequest
from foitrack.law.terms import Event, EventKind, Regime
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import REFUSAL, log, record

LATER = date(2023, 4, 3)


def shown(desk: Desk, today: date = TODAY) -> dict[str, int]:
    return {one.kind: one.requests for one in agenda.agenda(desk, today=today).groups}


def test_what_is_put_off_comes_back_on_its_day_by_undo_or_when_asked(desk: Desk) -> None:
    late, other = log(desk), log(desk, "Essex Police")
    before = contents(desk)
    changed = snoozing.snooze(desk, (late,), "overdue", LATER, today=TODAY)
    assert changed.undo_label == "Put off 1 request to Mon 3 April 2023"
    assert shown(desk) == {"overdue": 1}
    assert agenda.counts(desk, today=TODAY).today == 1
    assert agenda.agenda(desk, today=TODAY).headline == "1 request is overdue."
    [line] = snoozing.put_off(desk, today=TODAY)
    assert (line.request_id, line.authority, line.until) == (late, "Kent Police", LATER)
    assert shown(desk, LATER - timedelta(days=1)) == {"overdue": 1}
    assert shown(desk, LATER) == {"overdue": 2}
    assert snoozing.number(desk, today=LATER) == 0
    snoozing.snooze(desk, (late, other), "overdue", LATER + timedelta(days=9), today=TODAY)
    assert shown(desk) == {} and snoozing.number(desk, today=TODAY) == 2
    snoozing.bring_back(desk, snoozing.put_off(desk, today=TODAY))
    assert shown(desk) == {"overdue": 2}
    for _ in range(3):
        history.undo(desk)
    assert contents(desk) == before


def test_only_the_reason_that_is_shown_is_put_off(desk: Desk) -> None:
    request_id = log(desk, sent=date(2023, 3, 2))
    due = requests.detail(desk, request_id, today=TODAY).row.due_on
    assert due is not None
    snoozing.snooze(desk, (request_id,), "due-soon", date(2023, 5, 1), today=TODAY)
    assert shown(desk) == {}
    assert shown(desk, due + timedelta(days=1)) == {"overdue": 1}


def test_a_right_that_would_end_first_is_never_put_out_of_sight(desk: Desk) -> None:
    request_id = log(desk, sent=date(2023, 1, 9))
    record(desk, REFUSAL, request_id)
    right = requests.detail(desk, request_id, today=TODAY).review.ask_by
    assert right is not None
    ask_by = right.on
    soon, day_before = ask_by - timedelta(days=5), ask_by - timedelta(days=1)
    assert shown(desk, soon) == {"review": 1}
    with pytest.raises(DeskError, match="right to ask for an internal review ends on"):
        snoozing.snooze(desk, (request_id,), "review", ask_by, today=soon)
    assert shown(desk, soon) == {"review": 1}
    snoozing.snooze(desk, (request_id,), "review", day_before, today=soon)
    assert shown(desk, soon) == {}
    # The answer turns out to have come earlier: the right now ends before the line comes back.
    [answer] = [
        view
        for view in requests.detail(desk, request_id, today=TODAY).events
        if view.event.kind is EventKind.RESPONSE
    ]
    assert answer.event.on is not None
    earlier = Event(EventKind.RESPONSE, answer.event.on - timedelta(days=2))
    requests.correct_event(desk, answer.id, earlier, today=TODAY)
    assert shown(desk, soon) == {"review": 1}


def test_a_scottish_request_without_an_answer_keeps_its_right_in_sight(desk: Desk) -> None:
    new = NewRequest("Roads", "Somewhere Council", regime=Regime.FOISA, sent_on=date(2023, 1, 9))
    request_id = requests.log(desk, new, today=TODAY).new_id
    assert request_id is not None
    with pytest.raises(DeskError, match="ends on"):
        snoozing.snooze(desk, (request_id,), "overdue", date(2024, 1, 1), today=TODAY)
    snoozing.snooze(desk, (request_id,), "overdue", TODAY + timedelta(days=1), today=TODAY)
    assert shown(desk) == {}


@pytest.mark.parametrize(
    ("ids", "kind", "until"),
    [
        ((1,), "overdue", TODAY),
        ((1,), "nothing", LATER),
        ((), "overdue", LATER),
        ((9,), "review", LATER),
    ],
)
def test_what_cannot_be_put_off_changes_nothing(
    desk: Desk, ids: tuple[int, ...], kind: str, until: date
) -> None:
    log(desk)
    before = contents(desk)
    with pytest.raises(DeskError):
        snoozing.snooze(desk, ids, kind, until, today=TODAY)
    assert contents(desk) == before


def test_removing_a_request_for_good_takes_what_was_put_off_with_it(desk: Desk) -> None:
    request_id = log(desk)
    snoozing.snooze(desk, (request_id,), "overdue", LATER, today=TODAY)
    requests.bin(desk, request_id)
    assert snoozing.number(desk, today=TODAY) == 0
    the_bin.purge(desk, [request_id])
    assert not contents(desk)["snooze"]
