"""What fell due since the case file was closed last: counted by days, told once, on Today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from foitrack.desk import requests
from foitrack.desk.meanwhile import last_step
from foitrack.desk.views import NewRequest, RequestFilter
from foitrack.law.terms import Event, EventKind
from tests.ui.conftest import TODAY, Settle
from ui import since
from ui.remembered import remember
from ui.today.page import TodayPage
from ui.workspace import Workspace

LATE_SENT, TODAY_SENT = date(2023, 2, 22), date(2023, 2, 27)
"""Twenty working days before Thu 23 March and before Tue 28 March 2023."""


@pytest.fixture
def log(empty_workspace: Workspace) -> Callable[[date], int]:
    def add(sent: date) -> int:
        new = NewRequest("Complaints", "Staffordshire Police", sent_on=sent)
        made = requests.log(empty_workspace.desk, new, today=TODAY).new_id
        assert made is not None
        return made

    return add


def test_an_answer_due_on_the_day_of_closing_was_not_late_then(
    empty_workspace: Workspace, log: Callable[[date], int]
) -> None:
    late, due, desk = log(LATE_SENT), log(TODAY_SENT), empty_workspace.desk
    day = requests.detail(desk, late, today=TODAY).row.due_on
    assert day is not None
    assert day < TODAY
    assert requests.detail(desk, due, today=TODAY).row.due_on == TODAY
    away = since.came_about(desk, day, TODAY)
    assert (away.overdue, away.due_today, away.review) == (
        frozenset({late}),
        frozenset({due}),
        frozenset(),
    )
    later = since.came_about(desk, day + timedelta(days=1), TODAY)
    assert (later.overdue, later.due_today) == (frozenset(), frozenset({due}))
    assert since.came_about(desk, TODAY, TODAY).every == frozenset()
    assert since.came_about(desk, TODAY + timedelta(days=9), TODAY).every == frozenset()


def test_today_tells_it_once_and_leads_there(
    empty_workspace: Workspace, log: Callable[[date], int], settle: Settle
) -> None:
    workspace, ids = empty_workspace, {log(LATE_SENT), log(TODAY_SENT)}
    place = workspace.desk.case.address
    since.leave(place, date(2023, 3, 20))
    page = TodayPage(workspace)
    settle(workspace)
    assert page.away.label.text() == (
        "Since you were last here, on Mon 20 March 2023: "
        "1 request became overdue, 1 answer due today."
    )
    gone: list[object] = []
    workspace.navigate.connect(lambda name, argument: gone.append((name, argument)))
    page.away.show_them.click()
    assert gone == [("requests", RequestFilter(ids=frozenset(ids)))]
    assert page.away.isHidden()
    assert since.left_on(place) == TODAY
    again = TodayPage(workspace)
    settle(workspace)
    assert again.away.isHidden()


def test_what_colleagues_did_is_told_also_on_the_same_day(
    empty_workspace: Workspace, log: Callable[[date], int], settle: Settle
) -> None:
    workspace, first, second = empty_workspace, log(date(2023, 3, 20)), log(date(2023, 3, 21))
    desk, place = workspace.desk, workspace.desk.case.address
    since.leave(place, TODAY)
    since.keep_step(desk)
    unchanged = TodayPage(workspace)
    settle(workspace)
    assert unchanged.away.isHidden()
    ada, ben = replace(desk, who=lambda: "ada"), replace(desk, who=lambda: "ben")
    answer = Event(EventKind.RESPONSE, date(2023, 3, 27), None, "")
    requests.add_event(ada, first, answer, today=TODAY)
    requests.edit(ben, second, notes="Rang them.")
    page = TodayPage(workspace)
    settle(workspace)
    assert page.away.label.text() == (
        "Since you were last here, on Tue 28 March 2023: "
        "ada and ben changed 2 requests, 1 answer came in."
    )
    page.away.dismiss.click()
    settle(workspace)
    again = TodayPage(workspace)
    settle(workspace)
    assert again.away.isHidden()


def test_a_right_that_ended_meanwhile_is_told(
    empty_workspace: Workspace, log: Callable[[date], int], settle: Settle
) -> None:
    workspace, number = empty_workspace, log(date(2022, 12, 20))
    answer = Event(EventKind.RESPONSE, date(2023, 1, 25), None, "")
    requests.add_event(workspace.desk, number, answer, today=TODAY)
    by = requests.detail(workspace.desk, number, today=TODAY).row.review_by
    assert by is not None
    assert by < TODAY
    since.leave(workspace.desk.case.address, by)
    page = TodayPage(workspace)
    settle(workspace)
    assert page.away.label.text().endswith(": 1 answer can no longer be challenged.")


def test_the_step_is_remembered_on_closing_and_rubbish_is_none(workspace: Workspace) -> None:
    place = workspace.desk.case.address
    assert since.left_step(place) is None
    expected = last_step(workspace.desk)
    workspace.close()
    assert since.left_step(place) == expected
    remember(since._key(place, "left-step"), "many")
    assert since.left_step(place) is None


def test_nothing_is_told_where_it_is_not_wanted_or_nobody_was_here(
    empty_workspace: Workspace, log: Callable[[date], int], settle: Settle
) -> None:
    log(LATE_SENT)
    fresh = TodayPage(empty_workspace)
    since.leave(empty_workspace.desk.case.address, date(2023, 3, 20))
    since.tell_at_start(False)
    unwanted = TodayPage(empty_workspace)
    settle(empty_workspace)
    assert fresh.away.isHidden()
    assert unwanted.away.isHidden()


def test_closing_is_remembered_for_each_case_file_and_laying_out_anew_is_none(
    workspace: Workspace,
) -> None:
    place = workspace.desk.case.address
    again = workspace.again()
    workspace.close()
    assert since.left_on(place) is None
    again.close()
    assert since.left_on(place) == TODAY
    assert since.left_on(f"{place}x") is None
