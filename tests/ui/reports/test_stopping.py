"""A summary is made beside everything else, can be stopped, and is not begun of thousands."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from foitrack.desk import requests
from foitrack.desk.views import RequestDetail
from tests.ui.conftest import Settle
from ui.main_window import MainWindow
from ui.reports import making
from ui.reports.page import ReportsPage
from ui.workspace import Workspace


class Slow:
    """Gathering waits at its second request, as it would among thousands."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = threading.Event()
        self.asked = 0
        real = requests.detail

        def detail(*args: object, **named: object) -> RequestDetail:
            self.asked += 1
            if self.asked == 2:
                self.go_on.wait(20)
            return real(*args, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(requests, "detail", detail)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow(monkeypatch)
    yield made
    made.go_on.set()


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    made = MainWindow(workspace, "examples.foitrack")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    settle(workspace)
    yield made


def page_of(window: MainWindow) -> ReportsPage:
    page = window.pages.currentWidget()
    assert isinstance(page, ReportsPage)
    return page


def test_a_long_summary_says_so_lets_the_desk_answer_and_stops(
    window: MainWindow, slow: Slow, qtbot: QtBot, settle: Settle
) -> None:
    workspace, bar = window.workspace, window.work_bar
    stop = window.actions_by_name["stop"]
    assert not stop.isEnabled()
    window.go("reports")
    page = page_of(window)
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert bar.told.text() == "Gathering the requests…"
    assert bar.bar.accessibleName() == "Laying out the summary"
    # Whatever else is asked for does not wait for it.
    answered: list[object] = []
    workspace.read(lambda: 1, answered.append)
    qtbot.waitUntil(lambda: answered == [1], timeout=5_000)
    assert bar.isVisible()
    stop.trigger()
    assert bar.told.text() == "Stopping…"
    slow.go_on.set()
    settle(workspace)
    assert not bar.isVisible()
    assert not stop.isEnabled()
    assert page.stack.currentWidget() is page.failed
    assert page.failed.title.text() == "The summary was not made"
    page.failed.button.click()
    settle(workspace)
    assert page.stack.currentWidget() is page.view


def test_a_newer_wish_stops_the_one_before(
    window: MainWindow, slow: Slow, qtbot: QtBot, settle: Settle
) -> None:
    window.go("reports")
    page = page_of(window)
    qtbot.waitUntil(lambda: slow.asked == 2, timeout=10_000)
    page.refresh()
    slow.go_on.set()
    settle(window.workspace)
    # The first gave up at its third request; the second gathered all five.
    assert slow.asked == 2 + 5
    assert page.ready()
    assert page.stack.currentWidget() is page.view


def test_of_thousands_of_requests_none_is_made_unasked(
    window: MainWindow, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "MOST", 4)
    window.go("reports")
    settle(window.workspace)
    page = page_of(window)
    assert page.stack.currentWidget() is page.many
    assert page.many.title.text() == "5 requests are many for one summary"
    assert not page.rail.save.isEnabled()
    page.many.button.click()
    settle(window.workspace)
    assert page.stack.currentWidget() is page.view
    # What is changed meanwhile is put into it without another question.
    window.workspace.announce_changes()
    qtbot.waitUntil(page.ready, timeout=10_000)
    settle(window.workspace)
    assert page.stack.currentWidget() is page.view


def test_a_window_that_is_laid_out_anew_can_stop_what_runs(
    window: MainWindow, slow: Slow, qtbot: QtBot, settle: Settle
) -> None:
    window.go("reports")
    qtbot.waitUntil(window.work_bar.isVisible, timeout=10_000)
    again = MainWindow(window.workspace, "examples.foitrack")
    qtbot.addWidget(again)
    again.show()
    assert again.work_bar.isVisible()
    assert again.actions_by_name["stop"].isEnabled()
    again.actions_by_name["stop"].trigger()
    slow.go_on.set()
    settle(window.workspace)
    assert not again.work_bar.isVisible()
    assert page_of(window).failed.title.text() == "The summary was not made"
