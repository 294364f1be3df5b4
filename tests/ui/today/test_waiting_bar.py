"""Documents without a request can be found again from Today."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from foitrack.desk import responses
from ui.today.page import TodayPage
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


def test_a_document_without_a_request_is_led_to_even_in_an_empty_case_file(
    qtbot: QtBot, empty_workspace: Workspace, settle: Settle
) -> None:
    page = TodayPage(empty_workspace)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    settle(empty_workspace)
    assert not page.waiting.isVisible()
    first = responses.keep(empty_workspace.desk, "one.txt", b"one", None)
    second = responses.keep(empty_workspace.desk, "two.txt", b"two", None)
    empty_workspace.announce_changes()
    settle(empty_workspace)
    assert page.waiting.isVisible()
    assert "2 documents" in page.waiting.label.text()
    assert "one.txt" in page.waiting.label.text()
    asked: list[tuple[str, object]] = []
    empty_workspace.navigate.connect(lambda name, argument: asked.append((name, argument)))
    qtbot.mouseClick(page.waiting.button, Qt.MouseButton.LeftButton)
    assert asked == [("arrivals", None)]
    empty_workspace.changed.emit(responses.discard(empty_workspace.desk, second))
    settle(empty_workspace)
    qtbot.mouseClick(page.waiting.button, Qt.MouseButton.LeftButton)
    assert asked[1:] == [("recording", first)]


def test_the_line_goes_when_every_document_is_put_away(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    kept = responses.keep(workspace.desk, "one.txt", b"one", None)
    page = TodayPage(workspace)
    qtbot.addWidget(page)
    page.show()
    settle(workspace)
    assert "“one.txt”" in page.waiting.label.text()
    workspace.changed.emit(responses.discard(workspace.desk, kept))
    settle(workspace)
    assert not page.waiting.isVisible()
