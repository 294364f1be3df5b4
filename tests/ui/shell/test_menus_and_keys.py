"""Menus, their keys, and the sheet that lists them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Settle
from ui import theme
from ui.actions import Actions, keys_in_words, name_in_words
from ui.main_window import MainWindow
from ui.shell.help_sheets import AboutSheet
from ui.shell.shortcut_sheet import ShortcutSheet
from ui.widgets.labels import QLabel


def test_menus_have_no_mnemonic_twice(window: MainWindow) -> None:
    def check(actions: list[object]) -> None:
        keys = [_mnemonic(action.text()) for action in actions if action.isVisible()]  # type: ignore[attr-defined]
        used = [key for key in keys if key]
        assert len(used) == len(set(used)), used

    bar = window.menuBar().actions()
    check(list(bar))
    for entry in bar:
        menu = entry.menu()
        assert menu is not None
        check(list(menu.actions()))  # type: ignore[attr-defined]


def _mnemonic(text: str) -> str:
    plain = text.replace("&&", "")
    return plain[plain.index("&") + 1].lower() if "&" in plain else ""


def test_menus_hold_a_pages_own_actions_while_it_is_up(window: MainWindow) -> None:
    page = window.pages.currentWidget()
    assert page is not None
    own = Actions(window).add("own", "x", "Mark as checked", lambda: None)
    own.setProperty("menu", "casedata")
    page.addAction(own)

    def in_the_menu() -> bool:
        [menu] = [e.menu() for e in window.menuBar().actions() if e.text() == "&Case data"]
        return own in menu.actions()  # type: ignore[attr-defined]

    window.go("deadlines")
    assert in_the_menu()
    window.go("reports")
    assert not in_the_menu()


def test_nothing_of_later_issues_shows(window: MainWindow) -> None:
    words = " ".join(
        action.text().replace("&", "")
        for entry in window.menuBar().actions()
        for action in entry.menu().actions()  # type: ignore[attr-defined]
    )
    for later in ("Letter", "Bundle"):
        assert later not in words
        assert later.lower() not in window.sidebar.items


def test_the_registry_refuses_a_name_twice(window: MainWindow) -> None:
    with pytest.raises(ValueError, match="undo"):
        window.actions_by_name.add("undo", "Edit", "Undo", lambda: None)


def test_the_shortcut_sheet_lists_every_key(window: MainWindow, qtbot: QtBot) -> None:
    sheet = ShortcutSheet(window.actions_by_name, window, window.pages.opened())
    qtbot.addWidget(sheet)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    for action in window.actions_by_name:
        if action.shortcuts():
            assert name_in_words(action) in words
            assert keys_in_words(action) in words
    assert "Another month" in words
    about = AboutSheet(window)
    qtbot.addWidget(about)
    assert any("General Public License" in label.text() for label in about.findChildren(QLabel))


def test_the_shortcut_sheet_is_no_larger_than_the_window(
    dressed: QApplication, qtbot: QtBot
) -> None:
    theme.apply(dressed, "light", 2.0)
    try:
        below = QWidget()
        qtbot.addWidget(below)
        below.resize(1024, 640)
        actions = Actions(below)
        actions.add("long", "Pages", "Put what was chosen where it was before", print, ["Ctrl+9"])
        sheet = ShortcutSheet(actions, below)
        sheet.show()
        QApplication.processEvents()
        assert sheet.width() <= 1024
        assert sheet.height() <= 640
        keys = next(one for one in sheet.findChildren(QLabel) if one.text() == "Ctrl+9")
        assert keys.visibleRegion().boundingRect().width() == keys.width()
    finally:
        theme.apply(dressed, "light", 1.0)


def test_the_shortcut_sheet_is_narrowed_and_has_the_pages_own_keys(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    window.go("requests")
    settle(window.workspace)
    window.actions_by_name["shortcuts"].trigger()
    (sheet,) = window.findChildren(ShortcutSheet)
    qtbot.waitUntil(sheet.filter.hasFocus)
    everything = sheet.shown()
    qtbot.keyClicks(sheet.filter, "edit req")
    assert sheet.shown() == ("Edit the request",)
    sheet.filter.setText("ctrl+shift+w")
    assert sheet.shown() == ("Why this date?",)
    sheet.filter.setText("nothing like it")
    assert sheet.shown() == ()
    assert sheet.nothing.isVisible()
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Return)
    assert sheet.isVisible()
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Escape)
    assert sheet.shown() == everything
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_two_actions_never_share_a_key(window: MainWindow) -> None:
    keys = [
        sequence.toString() for action in window.actions_by_name for sequence in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
