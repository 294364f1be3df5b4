"""The Authorities page: found, looked at, added, corrected, joined; by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from foitrack.desk import authority_record, history, requests
from foitrack.desk.views import DeskError, NewRequest
from foitrack.law.terms import Regime
from tests.ui.conftest import TODAY, Settle
from ui.authorities.edit_dialog import EditDialog
from ui.authorities.join_dialog import JoinDialog
from ui.authorities.page import AuthoritiesPage
from ui.requests.prefilled import Prefilled
from ui.workspace import Workspace

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[AuthoritiesPage]:
    made = AuthoritiesPage(workspace)
    qtbot.addWidget(made)
    made.resize(1220, 840)
    made.show()
    settle(workspace)
    yield made
    settle(workspace)


@pytest.fixture
def gone(workspace: Workspace) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    workspace.navigate.connect(lambda where, what: found.append((where, what)))
    return found


def names(page: AuthoritiesPage) -> list[str]:
    return [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]


def search(page: AuthoritiesPage, typed: str, qtbot: QtBot, settle: Settle) -> None:
    page.filters.search.setText(typed)
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    settle(page._workspace)


def dialog(page: AuthoritiesPage, kind: type[Any]) -> Any:
    QApplication.processEvents()
    [shown] = [one for one in page.findChildren(kind) if one.isVisible()]
    return shown


def log(workspace: Workspace, authority: str) -> int:
    new = NewRequest("Body-worn cameras", authority, sent_on=TODAY)
    number = requests.log(workspace.desk, new, today=TODAY).new_id
    assert number is not None
    return number


def test_it_is_found_and_told_of(page: AuthoritiesPage, qtbot: QtBot, settle: Settle) -> None:
    QAbstractItemModelTester(page.model, FATAL)
    assert len(names(page)) == len(page._workspace.desk.reference.directory.entries)
    search(page, "stafford", qtbot, settle)
    assert names(page)[0] == "Staffordshire Police"
    pane = page.pane
    assert pane.name.text() == "Staffordshire Police"
    assert "is not a Scottish public authority" in pane.reason.text()
    assert pane.did.text() == (
        "1 request, 1 answered.\n1 in time, 0 late.\n17.0 working days on average, over 1 answer."
    )
    assert pane.requests.count() == 1
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    said = [page.model.index(0, at).data(role) for at in range(page.model.columnCount())]
    assert said[5:] == [
        "Answers by their last day: 1 of 1",
        "No answer, and the last day has passed: none",
        "Working days that its answers took, on average: 17.0",
    ]


def test_the_list_is_narrowed_and_ordered(
    page: AuthoritiesPage, qtbot: QtBot, settle: Settle
) -> None:
    page.filters.which.choose("asked")
    settle(page._workspace)
    assert len(names(page)) == 4
    page.model.sort(7, Qt.SortOrder.AscendingOrder)
    settle(page._workspace)
    assert names(page)[0] == "Staffordshire Police"
    search(page, "zzz", qtbot, settle)
    assert page.front.currentWidget() is page.no_match
    page.no_match.button.click()
    settle(page._workspace)
    assert len(names(page)) > 700


def test_the_orders_are_in_a_menu_too(page: AuthoritiesPage, settle: Settle) -> None:
    page.filters.which.choose("asked")
    settle(page._workspace)
    order = next(one.menu() for one in page.actions() if one.text() == "&Order")
    assert isinstance(order, QMenu)

    def choose(title: str) -> list[str]:
        order.aboutToShow.emit()
        next(one for one in order.actions() if one.text() == title).trigger()
        settle(page._workspace)
        return names(page)

    by_name = choose("Authority")
    assert by_name == sorted(by_name)
    assert choose("Authority") == by_name[::-1]
    assert choose("As at first") == by_name


def test_the_way_to_its_requests(
    page: AuthoritiesPage, gone: list[tuple[str, object]], qtbot: QtBot, settle: Settle
) -> None:
    page.show_argument("Gwent Police")
    settle(page._workspace)
    assert page.pane.name.text() == "Gwent Police"
    qtbot.keyClick(page.pane.requests, Qt.Key.Key_Return)
    [number] = requests.meant_by(page._workspace.desk, "Gwent Police")
    page.pane.new.click()
    assert gone == [("requests", number), ("new-request", Prefilled(names=("Gwent Police",)))]


class TestOnesOwn:
    """An authority that the directory does not have."""

    def test_it_is_added_by_keyboard(
        self, page: AuthoritiesPage, qtbot: QtBot, settle: Settle
    ) -> None:
        qtbot.keyClick(page.add, Qt.Key.Key_Space)
        shown: EditDialog = dialog(page, EditDialog)
        control = Qt.KeyboardModifier.ControlModifier
        for field, typed in (
            (shown.name, "Ambridge Parish Council"),
            (shown.aliases, "Ambridge Council; the Met"),
            (shown.email, "not an address"),
        ):
            qtbot.keyClicks(field, typed)
        qtbot.keyClick(shown, Qt.Key.Key_Return, control)
        assert "no e-mail address" in shown.problem.text()
        shown.email.setText("clerk@ambridge.example")
        qtbot.keyClick(shown, Qt.Key.Key_Return, control)
        settle(page._workspace)
        assert "means Metropolitan Police Service already" in shown.problem.text()
        shown.aliases.setText("Ambridge Council")
        shown.law.setCurrentIndex(list(Regime).index(Regime.EIR))
        qtbot.keyClick(shown, Qt.Key.Key_Return, control)
        settle(page._workspace)
        assert page.pane.name.text() == "Ambridge Parish Council"
        assert page.pane.names.text() == "Ambridge Council"
        assert page.pane.law.text() == "EIR"
        assert page.pane.email.text() == "Write to clerk@ambridge.example"
        page.pane.remove.trigger()
        settle(page._workspace)
        assert "Ambridge Parish Council" not in names(page)
        assert history.undo_label(page._workspace.desk) == "Remove Ambridge Parish Council"

    def test_it_is_joined_with_the_one_it_is(
        self, page: AuthoritiesPage, qtbot: QtBot, settle: Settle
    ) -> None:
        workspace = page._workspace
        log(workspace, "Ambridge Plod")
        page.show_argument("Ambridge Plod")
        settle(workspace)
        assert not page.pane.same.isVisible()
        page.deeds.join()
        shown: JoinDialog = dialog(page, JoinDialog)
        shown.accept()
        assert shown.search.problem.isVisible()
        qtbot.keyClicks(shown.search.edit, "gwent pol")
        qtbot.waitUntil(lambda: shown.search.is_open() and workspace.tasks.idle(), timeout=9000)
        qtbot.keyClick(shown.search.edit, Qt.Key.Key_Return)
        shown.accept()
        settle(workspace)
        assert page.pane.name.text() == "Gwent Police"
        assert page.pane.requests.count() == 2

    def test_one_much_like_one_of_the_directory_is_joined_with_a_press(
        self, page: AuthoritiesPage, settle: Settle
    ) -> None:
        log(page._workspace, "Met Police Force")
        page.show_argument("Met Police Force")
        settle(page._workspace)
        assert page.pane.same.text() == "It is Metropolitan Police Service"
        page.pane.same.click()
        settle(page._workspace)
        assert page.pane.name.text() == "Metropolitan Police Service"
        assert "Met Police Force" in page.pane.names.text()


def test_what_the_directory_leaves_open_can_be_said(page: AuthoritiesPage, settle: Settle) -> None:
    page.show_argument("Kent Police")
    settle(page._workspace)
    assert not page.pane.more.isVisible()
    page.deeds.edit()
    shown: EditDialog = dialog(page, EditDialog)
    assert not shown.name.isEnabled()
    shown.notes.setPlainText("Answers on the last day.")
    shown.accept()
    settle(page._workspace)
    assert page.pane.notes.text() == "Answers on the last day."
    found = authority_record.record(page._workspace.desk, "Kent Police", today=TODAY)
    assert found.details.notes == "Answers on the last day."


def test_in_a_narrow_window_it_is_a_page_of_its_own(
    page: AuthoritiesPage, qtbot: QtBot, settle: Settle
) -> None:
    page.resize(900, 600)
    page.table.setFocus()
    assert page.stack.currentWidget() is page.list
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.alone
    before = page.pane.name.text()
    page.alone.after.click()
    qtbot.waitUntil(lambda: page.pane.name.text() != before, timeout=9000)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.list
    page.resize(1220, 840)
    assert page.pane.isVisible()


def test_an_error_is_said_with_a_way_on(
    page: AuthoritiesPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DeskError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("foitrack.desk.authority_list.listed", fail)
        page.refresh()
        settle(page._workspace)
    assert "The disk is full." in page.error.label.text()
    page.error.try_again.emit()
    settle(page._workspace)
    assert not page.error.isVisible()
