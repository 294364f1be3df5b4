"""A read-only text with the cells of its tables in columns, however long it is."""

from __future__ import annotations

import re
from bisect import bisect_left

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.recording.columns_layout import ColumnsLayout
from ui.recording.text_tables import in_cells, tables_in

_A_TURN = 0.008
"""Seconds that laying out the rest of a text takes at a time."""
_TWO_PLACES = re.compile(r"[\U00010000-\U0010ffff]")
"""Signs that take two places in Qt's count, as most emoji do."""
_PAGES = {
    QKeySequence.StandardKey.MoveToNextPage: (1, QTextCursor.MoveMode.MoveAnchor),
    QKeySequence.StandardKey.MoveToPreviousPage: (-1, QTextCursor.MoveMode.MoveAnchor),
    QKeySequence.StandardKey.SelectNextPage: (1, QTextCursor.MoveMode.KeepAnchor),
    QKeySequence.StandardKey.SelectPreviousPage: (-1, QTextCursor.MoveMode.KeepAnchor),
}


class LaidText(QTextEdit):
    """Places in the text are counted in its characters; Qt's own are seen nowhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # In a window from right to left a wide table would be shown from its last column.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._text = ""
        self._two_places: list[int] = []
        self._two_in_qt: list[int] = []
        self.columns_layout = ColumnsLayout(self.document())
        self.document().setDocumentLayout(self.columns_layout)
        self._rest = QTimer(self)
        self._rest.timeout.connect(self._lay_more)
        self.columns_layout.begun.connect(self._rest.start)

    def lay_text(self, text: str, *, stay: bool = False) -> None:
        """Show a text from its beginning, or from the paragraph where the person is: what is above
        it must then be as before.
        """
        bar = self.verticalScrollBar()
        first = self.columns_layout.block_at(bar.value())
        number, within = first.blockNumber(), self.area_of(first).top()
        lines = text.split("\n")
        tables = tables_in(lines)
        self._text = text
        self._two_places = [found.start() for found in _TWO_PLACES.finditer(text)]
        self._two_in_qt = [place + before for before, place in enumerate(self._two_places)]
        with self.columns_layout.given(lines, tables):
            self.setPlainText(in_cells(lines, tables))
        if stay:
            first = self.document().findBlockByNumber(number)
            self._lay_around(first)
            bar.setValue(round(self.columns_layout.blockBoundingRect(first).top() - within))

    # -- places ---------------------------------------------------------------------------------

    def to_qt(self, place: int) -> int:
        """Where Qt counts a place of the text."""
        return place + bisect_left(self._two_places, place)

    def from_qt(self, position: int) -> int:
        """The place of the text that Qt counts so."""
        return position - bisect_left(self._two_in_qt, position)

    def content_offset(self) -> QPointF:
        """Where the text begins in the viewport."""
        return QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def area_of(self, block: QTextBlock) -> QRectF:
        """Where a paragraph stands in the viewport."""
        return self.columns_layout.blockBoundingRect(block).translated(self.content_offset())

    def boxes_of(self, row: QTextBlock) -> list[QRectF]:
        """Where the cells of a row stand in the viewport; none for another paragraph."""
        offset = self.content_offset()
        return [box.translated(offset) for box in self.columns_layout.boxes_of(row)]

    def select(self, start: int, end: int) -> None:
        """Select a span and have it in the middle of the view."""
        cursor = self.textCursor()
        cursor.setPosition(self.to_qt(start))
        cursor.setPosition(self.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        self._lay_around(cursor.block())
        self.setTextCursor(cursor)
        middle = self.cursorRect().center() - self.viewport().rect().center()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + middle.y())

    def go_to(self, place: int) -> None:
        """Have a place in view."""
        cursor = self.textCursor()
        cursor.setPosition(self.to_qt(place))
        self._lay_around(cursor.block())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _lay_around(self, block: QTextBlock) -> None:
        # What is guessed too low above the place would push it out of view again.
        high = self.viewport().height()
        top = self.columns_layout.blockBoundingRect(block).top()
        self.columns_layout.lay_between(top - high, top + high)
        self.columns_layout.tell_size()

    # -- laying out -----------------------------------------------------------------------------

    def lay_seen(self) -> None:
        """Lay out what is about to be painted."""
        top = self.verticalScrollBar().value()
        if self.columns_layout.lay_between(top, top + self.viewport().height()):
            # How large the text is cannot be said while it is painted.
            self._rest.start()

    def _lay_more(self) -> None:
        """Lay out a little of the rest; what is seen stays where it is."""
        if not self.isVisible():
            self._rest.stop()
            return
        layout, bar = self.columns_layout, self.verticalScrollBar()
        first = layout.block_at(bar.value())
        before = layout.blockBoundingRect(first).top()
        more = layout.lay_for(_A_TURN)
        layout.tell_size()
        moved = round(layout.blockBoundingRect(first).top() - before)
        if moved:
            bar.setValue(bar.value() + moved)
            self.viewport().update()
        if not more:
            self._rest.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with laying out, which rests while nobody sees the text."""
        super().showEvent(event)
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the paragraph that stands at the top."""
        layout, bar = self.columns_layout, self.verticalScrollBar()
        first = layout.block_at(bar.value()) if bar.value() else None
        super().resizeEvent(event)
        if first is not None:
            bar.setValue(round(layout.blockBoundingRect(first).top()))

    # -- keys and copies ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page on or back: Qt would count the lines of cells that stand side by side."""
        for key, (step, mode) in _PAGES.items():
            if event.matches(key):
                self._turn_page(step, mode)
                return
        super().keyPressEvent(event)

    def _turn_page(self, step: int, mode: QTextCursor.MoveMode) -> None:
        bar, cursor = self.verticalScrollBar(), self.textCursor()
        before, spot = bar.value(), self.cursorRect().center()
        bar.setValue(before + step * bar.pageStep())
        if bar.value() == before:
            ends = QTextCursor.MoveOperation.End, QTextCursor.MoveOperation.Start
            cursor.movePosition(ends[step < 0], mode)
        else:
            self.columns_layout.lay_between(bar.value(), bar.value() + bar.pageStep())
            high = self.viewport().height()
            spot.setY(min(max(spot.y(), 0), high - 1))
            cursor.setPosition(self.cursorForPosition(spot).position(), mode)
        self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is selected as it stands in the text, with tabs between cells."""
        cursor = self.textCursor()
        start, end = self.from_qt(cursor.selectionStart()), self.from_qt(cursor.selectionEnd())
        copied = QMimeData()
        copied.setText(self._text[start:end])
        return copied
