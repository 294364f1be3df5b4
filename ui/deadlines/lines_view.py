"""The list of the calendar's lines: arrows skip headings, Enter opens the request."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui import theme
from ui.deadlines.lines import Head, Line
from ui.deadlines.lines_delegate import LinesDelegate
from ui.deadlines.lines_model import DeadlineLinesModel

Move = QAbstractItemView.CursorAction


class LinesView(QListView):
    """One list for the day rail (`stacked`) and for the list of six weeks."""

    opened = Signal(int)
    """The request of an entry, by its id."""
    day_chosen = Signal(object)
    """The keyboard or mouse came to an entry of this day: `date`."""

    def __init__(self, name: str, *, stacked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = DeadlineLinesModel(self)
        self._begins = 0
        """The line that was scrolled to the top."""
        self.setModel(self._found)
        self.setItemDelegate(LinesDelegate(stacked=stacked, parent=self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell_day)
        theme.changes().changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        self._begins = 0
        self._found.show(lines)

    def lines_model(self) -> DeadlineLinesModel:
        """The lines shown."""
        return self._found

    def bring_up(self, on: date) -> None:
        """Scroll so that a day, or the next one on which something falls, is on top."""
        for at, line in enumerate(self._found.lines()):
            if isinstance(line, Head) and line.on is not None and line.on >= on:
                self._begins = at
                top = QAbstractItemView.ScrollHint.PositionAtTop
                self.scrollTo(self._found.index(at, 0), top)
                return

    def _tell_day(self, index: QModelIndex) -> None:
        item = self._found.item(index)
        if item is not None:
            self.day_chosen.emit(item.day)

    def _open(self, index: QModelIndex) -> None:
        item = self._found.item(index)
        if item is not None:
            self.opened.emit(item.entry.request_id)

    def _go(self, start: int, step: int) -> QModelIndex:
        at = start
        while 0 <= at < self._found.rowCount():
            index = self._found.index(at, 0)
            if self._found.item(index) is not None:
                return index
            at += step
        return self.currentIndex()

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Move over headings without stopping on them."""
        here, last = self.currentIndex().row(), self._found.rowCount() - 1
        goals = {
            Move.MoveUp: (here - 1, -1),
            Move.MovePrevious: (here - 1, -1),
            Move.MoveDown: (here + 1, 1),
            Move.MoveNext: (here + 1, 1),
            Move.MoveHome: (0, 1),
            Move.MoveEnd: (last, -1),
            Move.MovePageUp: (max(0, here - 10), 1),
            Move.MovePageDown: (min(last, here + 10), -1),
        }
        if action not in goals:
            return self.currentIndex()
        return self._go(*goals[action])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving by keyboard puts the focus on an entry at once."""
        if self._found.item(self.currentIndex()) is None:
            # Where it was scrolled to; Qt would take the first line, which may be another day's.
            self.setCurrentIndex(self._go(self._begins, 1))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Details wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
