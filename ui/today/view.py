"""The list of Today: Up and Down skip headings, Enter does the action, Space opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui import theme
from ui.today.delegate import STACKED_BELOW, TodayDelegate, columns
from ui.today.lines import ActionRow, Heading, fitting
from ui.today.model import TodayModel
from ui.widgets.mirrored import to_the_left


class TodayView(QListView):
    """Next-action rows under their headings, with no widget per row."""

    acted = Signal(object)
    """Do the next thing: `ActionRow`."""
    opened = Signal(object)
    """Open the request itself: `ActionRow`."""

    def __init__(self, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._delegate = TodayDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Things to do"))
        self.setAccessibleDescription(
            self.tr(
                "Up and Down move, Enter does the next thing, Space opens the request, S snoozes."
            )
        )
        model.modelReset.connect(self._fit)
        theme.changes().changed.connect(self._fit)

    def current_row(self) -> ActionRow | None:
        """The next-action row that the keyboard is on."""
        return self._lines.row_at(self.currentIndex())

    def select_first(self) -> None:
        """Put the keyboard on the first row."""
        self._go(0, 1)

    def _fit(self) -> None:
        found = self._lines.lines()
        headings = sum(isinstance(line, Heading) for line in found)
        height = self.viewport().height()
        self._delegate.density = fitting(len(found) - headings, headings, height, theme.scale())
        self._delegate.stacked = self.viewport().width() < theme.px(STACKED_BELOW)
        self.scheduleDelayedItemsLayout()

    # Keyboard

    def _go(self, start: int, step: int) -> QModelIndex:
        at = start
        while 0 <= at < self._lines.rowCount():
            index = self._lines.index(at, 0)
            if self._lines.row_at(index) is not None:
                self.setCurrentIndex(index)
                return index
            at += step
        return self.currentIndex()

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Move over headings without stopping on them."""
        move = QAbstractItemView.CursorAction
        here = self.currentIndex().row()
        last = self._lines.rowCount() - 1
        page = max(1, self.viewport().height() // max(1, self._delegate.density.row) - 1)
        goals = {
            move.MoveUp: (here - 1, -1),
            move.MovePrevious: (here - 1, -1),
            move.MoveDown: (here + 1, 1),
            move.MoveNext: (here + 1, 1),
            move.MoveHome: (0, 1),
            move.MoveEnd: (last, -1),
            move.MovePageUp: (max(0, here - page), 1),
            move.MovePageDown: (min(last, here + page), -1),
        }
        if action not in goals:
            return self.currentIndex()
        start, step = goals[action]
        before = self.currentIndex()
        found = self._go(start, step)
        if found == before and here <= 1:
            self.scrollToTop()
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts and Space opens; the rest moves."""
        row = self.current_row()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.acted.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Space:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving by keyboard puts the focus on a row at once."""
        super().focusInEvent(event)
        if self.current_row() is None:
            self.select_first()

    # Mouse

    def _button_under(self, at: QPoint) -> int | None:
        index = self.indexAt(at)
        if self._lines.row_at(index) is None:
            return None
        box = self.visualRect(index)
        if to_the_left(self):
            at = QPoint(box.left() + box.right() - at.x(), at.y())
        return index.row() if columns(box).button.contains(at) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the button under the mouse."""
        super().mouseMoveEvent(event)
        over = self._button_under(event.position().toPoint())
        if over != self._delegate.hovered_button:
            self._delegate.hovered_button = over
            shape = Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape if over is None else Qt.CursorShape.PointingHandCursor)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """No button is under the mouse any more."""
        super().leaveEvent(event)
        self._delegate.hovered_button = None
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which button was pressed."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._delegate.pressed_button = self._button_under(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button acts when the mouse is let go on it."""
        super().mouseReleaseEvent(event)
        pressed, self._delegate.pressed_button = self._delegate.pressed_button, None
        released = self._button_under(event.position().toPoint())
        if pressed is not None and pressed == released:
            row = self._lines.row_at(self._lines.index(pressed, 0))
            if row is not None:
                self.acted.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on a row, beside its button, opens the request."""
        at = event.position().toPoint()
        row = self._lines.row_at(self.indexAt(at))
        if row is not None and self._button_under(at) is None:
            self.opened.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the density that the new height allows."""
        super().resizeEvent(event)
        self._fit()
