"""Somebody who goes through the pages of a large case file, and notes what keeps them waiting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.at_size import Watch
from ui.main_window import MainWindow

Key = Qt.Key


class Visitor:
    """Uses a page, and notes how long each step kept the event loop from turning."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.held: dict[str, float] = {}

    def step(self, what: str, work: Callable[[], object]) -> None:
        with Watch() as watch:
            work()
            self.rest()
        self.held[what] = watch.longest

    def rest(self) -> None:
        for _ in range(2):
            # Whatever waits for the keys to rest has begun after this.
            self._qtbot.wait(180)
            self._qtbot.waitUntil(self.window.workspace.tasks.idle, timeout=120_000)

    def until(self, happened: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(happened, timeout=120_000)

    def open(self, name: str, argument: object = None) -> None:
        self.step(f"open {name}", lambda: self.window.go(name, argument))
        self.step(f"come back to {name}", lambda: self.window.go(name, argument))

    def scroll(self, view: QAbstractItemView) -> None:
        view.setFocus()
        for key, times in ((Key.Key_PageDown, 12), (Key.Key_Down, 12), (Key.Key_End, 1)):
            self.step(f"{key.name} {times}", lambda key=key, times=times: press(view, key, times))
        bar = view.verticalScrollBar()
        for part in (0.2, 0.7, 0.4):
            self.step(
                f"scroll to {part}", lambda part=part: bar.setValue(int(bar.maximum() * part))
            )
        self.step("Home", lambda: press(view, Key.Key_Home))

    def sort(self, table: QTableView) -> None:
        header = table.horizontalHeader()
        for section in range(header.count()):
            if not header.isSectionHidden(section):
                self.step(
                    f"sort by {section}",
                    lambda section=section: table.sortByColumn(
                        section, Qt.SortOrder.DescendingOrder
                    ),
                )

    def type(self, field: QWidget, words: str) -> None:
        def letters() -> None:
            for letter in words:
                QTest.keyClicks(field, letter)
                self._qtbot.wait(40)

        self.step(f"type {words}", letters)


def press(view: QWidget, key: Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(view, key)
        QApplication.processEvents()
