"""Removing a request in the bin for good, from its menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from foitrack.desk import history, requests
from foitrack.desk.views import RequestFilter
from tests.ui.requests.conftest import row_of
from ui.requests.page import RequestsPage
from ui.requests.question import Question
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


def offered(page: RequestsPage) -> list[str]:
    menu = QMenu()
    page.detail.deeds.fill(menu)
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def asked(page: RequestsPage) -> Question:
    [box] = page.findChildren(Question, "removeForGood")
    return box


@pytest.fixture
def binned(staffordshire: RequestsPage, workspace: Workspace, settle: Settle) -> RequestsPage:
    staffordshire.detail.deeds.bin()
    settle(workspace)
    staffordshire.listing.narrow(replace(RequestFilter(), binned=True))
    settle(workspace)
    [only] = requests.ids(
        workspace.desk,
        RequestFilter(binned=True),
        staffordshire.listing.sort,
        False,
        today=workspace.today,
    )
    staffordshire.open_request(only)
    settle(workspace)
    return staffordshire


def test_only_what_lies_in_the_bin_is_offered_for_it(staffordshire: RequestsPage) -> None:
    said = offered(staffordshire)
    assert "Move to the bin" in said
    assert "Remove for good…" not in said
    assert "Take out of the bin" not in said


def test_it_is_asked_first_and_then_gone(
    binned: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    assert {"Take out of the bin", "Remove for good…"} <= set(offered(binned))
    notices: list[tuple[str, bool]] = []
    workspace.notice.connect(lambda said, undo: notices.append((said, undo)))
    binned.detail.deeds.remove_for_good()
    box = asked(binned)
    assert "Staffordshire Police" in box.asked.text()
    assert "cannot be undone" in box.follows.text()
    assert box.accept_button.text() == "Remove for good"
    box.accept_button.click()
    settle(workspace)
    assert notices == [("1 request removed for good", False)]
    everything = RequestFilter(binned=True)
    assert requests.count(workspace.desk, everything, today=workspace.today) == 0
    assert history.undo_label(workspace.desk) is None
    assert binned.detail.request_id() is None or binned.detail.detail() is None


def test_keeping_it_keeps_it(binned: RequestsPage, workspace: Workspace, settle: Settle) -> None:
    binned.detail.deeds.remove_for_good()
    box = asked(binned)
    # Enter keeps it: that button has the keyboard.
    held = box.focusWidget()
    assert held is box.cancel
    assert box.cancel.text() == "Keep it"
    QTest.keyClick(held, Qt.Key.Key_Return)
    settle(workspace)
    everything = RequestFilter(binned=True)
    assert requests.count(workspace.desk, everything, today=workspace.today) == 1
    assert row_of(workspace, "Gwent Police")
