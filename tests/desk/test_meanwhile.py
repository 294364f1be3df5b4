"""What came about while a person was away: by others, and by the days that passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from foitrack.desk import history, requests, reviews
from foitrack.desk.desk import Desk
from foitrack.desk.meanwhile import Meanwhile, by_others, last_step, rights_lost
from foitrack.law.terms import Event, EventKind
from tests.desk.conftest import TODAY
from tests.desk.letters import log

DAY = timedelta(days=1)


def answer(desk: Desk, request_id: int, on: date) -> None:
    requests.add_event(desk, request_id, Event(EventKind.RESPONSE, on, None, ""), today=TODAY)


def test_what_others_did_is_told_and_what_one_did_oneself_is_not(desk: Desk) -> None:
    assert last_step(desk) == 0
    me, ada = replace(desk, who=lambda: "me"), replace(desk, who=lambda: "ada")
    nobody = replace(desk, who=lambda: "")
    first, second = log(me), log(me, "Essex Police")
    left = last_step(me)
    assert by_others(me, left) == Meanwhile()
    answer(ada, first, date(2023, 3, 20))
    requests.edit(ada, second, notes="Rang them.")
    requests.edit(me, second, notes="Rang them again.")
    assert by_others(me, left) == Meanwhile(
        ("ada",), frozenset({first, second}), frozenset({first})
    )
    assert by_others(me, last_step(me)) == Meanwhile()
    assert by_others(ada, left).names == ("me",)
    requests.edit(nobody, first, notes="Who was it?")
    assert by_others(me, last_step(me) - 1) == Meanwhile((), frozenset({first}), frozenset())


def test_what_was_undone_or_lies_in_the_bin_is_not_told(desk: Desk) -> None:
    me, ada = replace(desk, who=lambda: "me"), replace(desk, who=lambda: "ada")
    first, second = log(me), log(me, "Essex Police")
    left = last_step(me)
    answer(ada, first, date(2023, 3, 20))
    assert history.undo(ada) is not None
    assert by_others(me, left) == Meanwhile()
    answer(ada, second, date(2023, 3, 20))
    requests.bin(me, second)
    assert by_others(me, left) == Meanwhile(("ada",), frozenset(), frozenset())


def test_a_right_that_ended_meanwhile_is_told_and_one_that_was_used_is_not(desk: Desk) -> None:
    asked = log(desk, "Cleveland Police", sent=date(2022, 11, 21))
    answer(desk, asked, date(2022, 12, 19))
    by = requests.detail(desk, asked, today=TODAY).row.review_by
    assert by is not None
    assert rights_lost(desk, by, by) == frozenset()
    assert rights_lost(desk, by, by + DAY) == {asked}
    assert rights_lost(desk, by + DAY, by + 9 * DAY) == frozenset()
    reviews.ask(desk, asked, on=date(2023, 1, 9), today=TODAY)
    assert rights_lost(desk, by, by + DAY) == frozenset()
