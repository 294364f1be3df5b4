"""Columns of lists are made wider and narrower by key, and stay so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Settle
from ui.actions import keys_in_words
from ui.main_window import MainWindow
from ui.remembered import recall
from ui.widgets.table_view import ListTable
from ui.workspace import Workspace

Key = Qt.Key
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
LISTS: dict[str, tuple[str, int | None]] = {
    "Requests": ("requests", None),
    "Authorities of the campaign": ("campaign", 1),
    "Authorities": ("authorities", None),
    "Case rows": ("casedata", None),
}
KEPT = ("requests/columns", "widths/campaign", "widths/authorities", "widths/case-rows")


def window_of(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    window = MainWindow(workspace, "examples.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def by_tab(window: MainWindow, name: str) -> QTableView:
    """The list of that name, come to by Tab alone."""
    for _ in range(60):
        at = QApplication.focusWidget()
        if isinstance(at, QTableView) and at.accessibleName() == name:
            return at
        QTest.keyClick(at or window, Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name}")


def on_page(window: MainWindow, name: str, settle: Settle) -> QTableView:
    page, argument = LISTS[name]
    window.go(page, argument)
    settle(window.workspace)
    table = by_tab(window, name)
    settle(window.workspace)
    return table


def widths(table: QTableView) -> list[int]:
    return [table.columnWidth(place) for place in range(table.model().columnCount())]


def test_a_column_gets_wider_by_key_and_stays_so(
    workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window, before, chosen = window_of(workspace, qtbot), {}, {}
    for name in LISTS:
        before[name] = widths(on_page(window, name, settle))
    # What the lists do of their own accord is nobody's choice.
    assert [recall(place) for place in KEPT] == [""] * 4
    for name in LISTS:
        table = on_page(window, name, settle)
        QTest.keyClick(table, Key.Key_Home)
        QTest.keyClick(table, Key.Key_Right)
        chosen[name] = table.currentIndex().column()
        for _ in range(5):
            QTest.keyClick(table, Key.Key_Right, ALT_SHIFT)
        QTest.keyClick(table, Key.Key_Left, ALT_SHIFT)
        assert table.currentIndex().column() == chosen[name]
        assert table.columnWidth(chosen[name]) == before[name][chosen[name]] + 64
    again = window_of(workspace, qtbot)
    for name in LISTS:
        table = on_page(again, name, settle)
        assert table.columnWidth(chosen[name]) == before[name][chosen[name]] + 64, name
        QTest.keyClick(table, Key.Key_Home, ALT_SHIFT)
        assert widths(table) == before[name], name


def test_no_key_makes_a_column_vanish_and_the_keys_are_listed(
    workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = window_of(workspace, qtbot)
    table = on_page(window, "Requests", settle)
    column = table.currentIndex().column()
    for _ in range(40):
        QTest.keyClick(table, Key.Key_Left, ALT_SHIFT)
    assert table.columnWidth(column) == 40
    wider = window.actions_by_name["wider-column"]
    assert keys_in_words(wider) == "Alt+Shift+Right"
    QTest.keyClick(table, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "wider col")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: table.columnWidth(column) == 56)
    assert table.hasFocus()
    window.go("reports")
    settle(workspace)
    wider.trigger()
    assert window.notice.label.text() == "There is no list with columns here."


def test_in_a_dialog_the_list_takes_the_keys_itself_and_finds_its_way_back(
    dressed: QApplication, qtbot: QtBot
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    table, model = ListTable("Days", dialog), QStandardItemModel(2, 3)
    table.setModel(model)
    table.setColumnWidth(1, 130)
    dialog.show()
    table.setCurrentIndex(model.index(0, 1))
    for _ in range(3):
        QTest.keyClick(table, Key.Key_Right, ALT_SHIFT)
    assert table.columnWidth(1) == 130 + 48
    QTest.keyClick(table, Key.Key_Home, ALT_SHIFT)
    assert table.columnWidth(1) == 130
    # Other columns have their own way back.
    model.setHorizontalHeaderLabels(["Day", "Why"])
    table.setColumnWidth(1, 90)
    QTest.keyClick(table, Key.Key_Left, ALT_SHIFT)
    assert table.columnWidth(1) == 74
    QTest.keyClick(table, Key.Key_Home, ALT_SHIFT)
    assert table.columnWidth(1) == 90
    assert table.currentIndex() == model.index(0, 1)
