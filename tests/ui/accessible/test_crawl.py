"""Every page and every dialog: named, reached by Tab, its keys not given twice, no noise."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui
from tests.ui.accessible.dialogs import DIALOGS, FRAMES
from tests.ui.conftest import Settle
from ui.main_window import MainWindow
from ui.shell.pages import PAGES
from ui.widgets.focus_ring import FocusRing
from ui.workspace import Workspace

LETTER = re.compile(r"&([^&\s])")
OWN_OF_QT = ("QScrollArea", "QHeaderView", "QExpandingLineEdit", "QComboBoxListView")
ARGUMENTS = {"requests": 1, "recording": 1, "campaign": 1}


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    made = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    settle(workspace)
    yield made
    settle(workspace)


class Trap(QLineEdit):
    """Gives the keyboard on as soon as it has it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focusNextChild()


def own_dialogs() -> set[type[QDialog]]:
    found: set[type[QDialog]] = set()
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, QDialog):
                found |= {thing} if thing.__module__.startswith("ui.") else set()
    return found


def test_no_dialog_is_left_out() -> None:
    assert own_dialogs() - FRAMES == set(DIALOGS)


def stops(top: QWidget) -> list[QWidget]:
    """What Tab must come to: in sight, to be used now, not led to by arrows from a neighbour."""
    return [widget for widget in top.findChildren(QWidget) if _is_stop(widget, top)]


def _is_stop(widget: QWidget, top: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    here = widget.isVisible() and widget.isEnabled() and widget.window() is top
    if not (takes and here) or type(widget).__name__ in OWN_OF_QT:
        return False
    if isinstance(widget, QAbstractButton):
        grouped = widget.autoExclusive() or widget.group() is not None
        return not grouped or widget.isChecked()
    return not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)


def name_of(widget: QWidget) -> str:
    words = widget.accessibleName() or str(getattr(widget, "text", str)())
    return re.sub(r"<[^>]+>|&", "", words).strip()


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name_of(widget)!r} {widget.objectName()}".strip()


def reached(top: QWidget) -> set[QWidget]:
    """Everything that Tab comes to, once round."""
    passed: list[QWidget] = []
    for _ in range(200):
        top.focusNextChild()
        at = QApplication.focusWidget()
        if at is None or (passed and at is passed[0]):
            break
        if at in passed:
            break
        passed.append(at)
    return set(passed)


def mnemonics(top: QWidget) -> list[str]:
    """The letters that Alt goes with in a window: of labels and of buttons in sight."""
    words = [
        widget.text()
        for widget in (*top.findChildren(QLabel), *top.findChildren(QAbstractButton))
        if widget.isVisible()
        and widget.window() is top
        and (not isinstance(widget, QLabel) or widget.buddy() is not None)
    ]
    if isinstance(top, QMainWindow):
        words += [entry.text() for entry in top.menuBar().actions() if entry.isVisible()]
    return [found.group(1).lower() for text in words if (found := LETTER.search(text))]


def menu_faults(window: QMainWindow) -> list[str]:
    """Letters that a menu gives twice, with what the page lends it."""
    found = []
    for entry in window.menuBar().actions():
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        texts = [action.text() for action in menu.actions() if action.isVisible()]
        letters = Counter(
            LETTER.search(text).group(1).lower() for text in texts if LETTER.search(text)
        )  # type: ignore[union-attr]
        found += [f"{letter} twice in {entry.text()}" for letter, n in letters.items() if n > 1]
    return found


def faults(top: QWidget) -> list[str]:
    """What somebody without a mouse, or without eyes, would stumble over."""
    every = stops(top)
    found = [f"no name: {told(widget)}" for widget in every if not name_of(widget)]
    come_to = reached(top)
    # The focus of a list may be in what lies inside of it, and that of a field around it.
    found += [
        f"never reached: {told(widget)}"
        for widget in every
        if widget not in come_to and not any(widget.isAncestorOf(one) for one in come_to)
    ]
    counted = Counter(mnemonics(top))
    found += [f"Alt+{letter} twice" for letter, times in counted.items() if times > 1]
    found += [
        f"no words in a cell: {told(view)}"
        for view in top.findChildren(QAbstractItemView)
        if view.isVisible() and not _cells_speak(view)
    ]
    return found


def _cells_speak(view: QAbstractItemView) -> bool:
    model = view.model()
    if model is None or model.rowCount() == 0:
        return True
    index = model.index(0, 0)
    said: Any = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
    return bool(said)


def test_every_page(window: MainWindow, settle: Settle) -> None:
    found: dict[str, list[str]] = {}
    for spec in PAGES:
        window.go(spec.name, ARGUMENTS.get(spec.name))
        settle(window.workspace)
        QApplication.processEvents()
        found[spec.name] = faults(window) + menu_faults(window)
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize("kind", DIALOGS, ids=[f"{k.__module__}.{k.__name__}" for k in DIALOGS])
def test_every_dialog(
    window: MainWindow, qtbot: QtBot, settle: Settle, kind: type[QDialog]
) -> None:
    dialog = DIALOGS[kind](window)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    settle(window.workspace)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    found = faults(dialog)
    if not (dialog.windowTitle() or dialog.accessibleName()):
        found.append("the dialog itself has no name")
    if dialog.findChild(FocusRing) is None:
        found.append("nothing shows which button has the keyboard")
    dialog.hide()
    assert found == []


def test_the_crawl_sees_what_is_wrong(dressed: QApplication, qtbot: QtBot) -> None:
    top = QDialog()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    first, nameless, second = QPushButton("&Save"), QLineEdit(), QPushButton("&Send")
    for widget in (first, nameless, second):
        column.addWidget(widget)
    top.show()
    top.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is top)
    assert faults(top) == ["no name: QLineEdit ''", "Alt+s twice"]
    nameless.setAccessibleName("Name")
    second.setText("S&end")
    assert faults(top) == []
    # A field that gives the keyboard straight on is never come to.
    trap = Trap(top)
    trap.setAccessibleName("Trap")
    column.addWidget(trap)
    trap.show()
    assert faults(top) == ["never reached: Trap 'Trap'"]


def test_what_is_made_later_is_come_to_where_it_stands(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    window.go("casedata")
    settle(window.workspace)
    [search] = [box for box in stops(window) if name_of(box) == "Search case rows"]
    search.setFocus()
    passed = []
    for _ in range(12):
        window.focusNextChild()
        passed.append(name_of(window.focusWidget() or window))
    wanted = ["Filter: Authority All", "Filter: Rank All", "By year", "By rank", "Case rows"]
    places = [passed.index(name) for name in wanted]
    assert places == sorted(places), passed


class Restless(QObject):
    """Counts what is painted, laid out or renamed while nobody does anything."""

    KINDS = (QEvent.Type.Paint, QEvent.Type.LayoutRequest, QEvent.Type.WindowTitleChange)

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and event.type() in self.KINDS:
            self.seen[f"{event.type().name} {type(watched).__name__}"] += 1
        return False


def test_nothing_moves_or_speaks_by_itself(
    window: MainWindow, dressed: QApplication, qtbot: QtBot, settle: Settle
) -> None:
    """What is painted again and again is read out again and again."""
    watch, found = Restless(), {}
    dressed.setCursorFlashTime(0)
    for name in ("today", "requests", "casedata", "campaign", "recording"):
        window.go(name, ARGUMENTS.get(name))
        settle(window.workspace)
        qtbot.wait(300)
        settle(window.workspace)
        QApplication.processEvents()
        watch.seen.clear()
        dressed.installEventFilter(watch)
        qtbot.wait(250)
        dressed.removeEventFilter(watch)
        found[name] = dict(watch.seen)
    assert {name: what for name, what in found.items() if what} == {}
