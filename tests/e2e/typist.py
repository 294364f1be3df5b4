"""Someone at the window with a keyboard and eyes: nothing is called but keys, and what shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow

PATIENCE = 10_000
MOST_TABS = 90
MENU_MS = 30


class Typist:
    """Keys go to the window that the system would give them to, as from a keyboard."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    def press(self, *keys: str) -> None:
        """Press keys one after another: "Ctrl+N", "Return", "Down"."""
        for key in keys:
            held = QKeySequence(key)[0]
            QTest.keyClick(self._front(), held.key(), held.keyboardModifiers())
            self.wait()

    def from_menu(self, *keys: str) -> None:
        """Open a button's menu and choose from it: the button waits until the menu has gone."""
        opening, *choosing = (QKeySequence(key)[0] for key in keys)
        for place, held in enumerate(choosing):
            QTimer.singleShot(MENU_MS * (place + 1), partial(self._popped, held.key()))
        QTest.keyClick(self._front(), opening.key(), opening.keyboardModifiers())
        self.wait()

    def _popped(self, key: Qt.Key) -> None:
        popup = QApplication.activePopupWidget()
        assert popup is not None, "no menu came up"
        QTest.keyClick(popup, key)

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        for letter in words:
            QTest.keyClick(self._front(), letter)
        self.wait()

    def write(self, words: str) -> None:
        """Type words in place of those that stand in the field."""
        self.press("Ctrl+A")
        self.type(words)

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab until the keyboard is at what is called so."""
        passed = []
        for _ in range(MOST_TABS):
            if name in self.at():
                return
            passed.append(self.at())
            self.press(key)
        raise AssertionError(f"Tab never came to {name!r}, only to {sorted(set(passed))}")

    def step_to(self, name: str, key: str = "Down") -> None:
        """Press an arrow until what the keyboard is at is called so."""
        passed = []
        while name not in self.at():
            assert self.at() not in passed, f"{name!r} is not among {passed}"
            passed.append(self.at())
            self.press(key)

    def at(self) -> str:
        """What the keyboard is at, as a screen reader says it."""
        return said(QApplication.focusWidget())

    def line(self) -> str:
        """All cells of the chosen line, as a screen reader says them: of the list that has the
        keyboard, or of the one that the field with the keyboard moves in.
        """
        near = QApplication.focusWidget()
        views: list[QAbstractItemView] = []
        while near is not None and not views:
            views = [near] if isinstance(near, QAbstractItemView) else []
            views += [view for view in near.findChildren(QAbstractItemView) if view.isVisible()]
            near = near.parentWidget()
        at = views[0].currentIndex()
        columns = 1 if isinstance(at.model(), QAbstractListModel) else at.model().columnCount()
        cells = [at.siblingAtColumn(column) for column in range(columns)]
        return ", ".join(heard(cell) for cell in cells if cell.isValid())

    def selected(self) -> str:
        """The words that are marked in the texts on the screen."""
        every = (*self._window.findChildren(QTextEdit), *self._window.findChildren(QPlainTextEdit))
        texts = [text for text in every if text.isVisible()]
        return folded(" ".join(text.textCursor().selectedText() for text in texts))

    def sees(self, words: str) -> bool:
        """Whether the words stand anywhere on the screen."""
        return folded(words) in self.screen()

    def until_seen(self, words: str) -> None:
        """Wait until the words stand on the screen."""

        def there() -> None:
            assert self.sees(words), f"{words!r} is not on the screen: {self.screen()}"

        self._qtbot.waitUntil(there, timeout=PATIENCE)

    def until(self, happened: Callable[[], bool]) -> None:
        """Wait for something outside of the window."""
        self._qtbot.waitUntil(happened, timeout=PATIENCE)

    def screen(self) -> str:
        """All words that can be read in the windows now, folded to single spaces."""
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        return folded(" | ".join(words for top in tops for words in readable(top)))

    def wait(self) -> None:
        """Let the window finish what it began."""
        QApplication.processEvents()
        self._qtbot.waitUntil(self._window.workspace.tasks.idle, timeout=PATIENCE)
        QApplication.processEvents()

    def _front(self) -> QWindow:
        popup = QApplication.activePopupWidget()
        if popup is None and QGuiApplication.focusWindow() is None:
            # Without a desktop nobody gives the keyboard back when a dialog ends.
            (QApplication.activeModalWidget() or self._window).activateWindow()
            self._qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
        found = QGuiApplication.focusWindow()
        assert found is not None
        return found


def plain(words: str) -> str:
    """Words of a button or menu without the mark of its mnemonic."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def folded(words: str) -> str:
    """Words with single spaces, tags of rich text left out."""
    return " ".join(re.sub(r"<[^>]+>", " ", words).replace("&nbsp;", " ").split())


def said(widget: QWidget | None) -> str:
    """Name, and for a list the line that is current."""
    if widget is None:
        return ""
    name = widget.accessibleName() or plain(str(getattr(widget, "text", str)()))
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return f"{name}: {heard(widget.currentIndex())}"
    if isinstance(widget, QComboBox):
        return f"{name}: {widget.currentText()}"
    if isinstance(widget, QTabBar):
        return f"{name}: {plain(widget.tabText(widget.currentIndex()))}"
    return name


def heard(index: QModelIndex) -> str:
    """A cell, as it is read out."""
    role = Qt.ItemDataRole
    return str(index.data(role.AccessibleTextRole) or index.data(role.DisplayRole) or "")


def readable(top: QWidget) -> Iterator[str]:
    """The words of all widgets that are visible in a window."""
    yield top.windowTitle()
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is top:
            yield from words_of(widget)


def words_of(widget: QWidget) -> Iterator[str]:
    """What one widget shows, its children left out."""
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QAbstractButton):
        yield plain(widget.text())
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QTabBar):
        yield from (plain(widget.tabText(at)) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        yield from lines_of(widget)


def lines_of(view: QAbstractItemView) -> Iterator[str]:
    """The lines of a list that are in sight."""
    model = view.model()
    if model is None:
        return
    for row in range(model.rowCount()):
        first = model.index(row, 0)
        if view.visualRect(first).intersects(view.viewport().rect()):
            columns = 1 if not hasattr(view, "horizontalHeader") else model.columnCount()
            yield from (str(model.index(row, c).data() or "") for c in range(columns))
