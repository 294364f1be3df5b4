"""A list of any length: rows of one height, no widget a row, moved through by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.widgets.column_widths import changed_by_key

ROW = 36
MARK = 4
"""Height of what shows the column that the keyboard is in."""


class ListTable(QTableView):
    """Whole rows are chosen; Enter opens the current one; Tab leaves the table."""

    opened = Signal(QModelIndex)
    reaches_across = False
    """Whether lines go on to the edge where the columns end before it."""

    def __init__(self, name: str, parent: QWidget | None = None, *, row: int = ROW) -> None:
        super().__init__(parent)
        self._row = row
        self._marks_column = False
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._grow()
        self.doubleClicked.connect(self.opened)
        theme.changes().changed.connect(self._grow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and last row."""
        if changed_by_key(self, event):
            self.mark_column()
            return
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        model = self.model()
        alone = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ends = (Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in ends and alone and model is not None:
            row = 0 if event.key() == Qt.Key.Key_Home else model.rowCount() - 1
            if row >= 0:
                self.selectRow(row)
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.mark_column()
        super().keyPressEvent(event)

    def mark_column(self) -> None:
        """Show in which column the keyboard is, until it leaves the list."""
        self._marks_column = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Another time the whole row is meant again."""
        super().focusOutEvent(event)
        self._marks_column = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus is a ring in the current row, or around the list where no row is current."""
        super().paintEvent(event)
        if self.reaches_across:
            self._paint_rest()
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.tokens().accent, 2))
            painter.drawRoundedRect(QRectF(self._focus_box()).adjusted(1, 1, -1, -1), 4, 4)
            if self._marks_column and self.currentIndex().isValid():
                cell = QRectF(self.visualRect(self.currentIndex()))
                foot = cell.adjusted(0, cell.height() - theme.px(MARK), 0, 0)
                painter.fillRect(foot, theme.tokens().accent)

    def _paint_rest(self) -> None:
        """The ground and hairline of each line beyond the last column."""
        rest, model, header = self.viewport().rect(), self.model(), self.horizontalHeader()
        if model is None or not model.rowCount():
            return
        end = header.logicalIndex(header.count() - 1)
        if self.isRightToLeft():
            rest.setRight(self.columnViewportPosition(end) - 1)
        else:
            rest.setLeft(self.columnViewportPosition(end) + self.columnWidth(end))
        if rest.width() <= 0:
            return
        painter, tokens, chosen = QPainter(self.viewport()), theme.tokens(), self.selectionModel()
        last = self.rowAt(rest.bottom())
        for row in range(self.rowAt(0), (last if last >= 0 else model.rowCount() - 1) + 1):
            rest.setTop(self.rowViewportPosition(row))
            rest.setHeight(self.rowHeight(row))
            if chosen.isSelected(model.index(row, 0)):
                painter.fillRect(rest, tokens.accent_soft)
            painter.fillRect(rest.adjusted(0, rest.height() - 1, 0, 0), tokens.line)

    def _focus_box(self) -> QRect:
        box = self.viewport().rect()
        current = self.currentIndex()
        if current.isValid():
            box.setTop(self.rowViewportPosition(current.row()))
            box.setHeight(self.rowHeight(current.row()))
        return box

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ring goes along: whole rows are painted anew."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def _grow(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(self._row))
        self.verticalHeader().setMinimumSectionSize(theme.px(self._row))
        self.horizontalHeader().setMinimumHeight(theme.px(32))
