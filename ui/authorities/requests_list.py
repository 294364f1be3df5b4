"""An authority's requests in its pane: what came of each, newest first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from foitrack.desk.views import RequestRow
from ui import theme
from ui.requests import cells
from ui.widgets.mirrored import turn, write
from ui.widgets.state_chip import chip_size, paint_chip, row_chip

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW = 46
PAD = 8
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MOST_SHOWN = 6


class RequestsOfOne(QListWidget):
    """Enter opens a request."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Its requests"))
        self.setItemDelegate(TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(self._open)
        theme.changes().changed.connect(self._grow)

    def show_rows(self, rows: tuple[RequestRow, ...]) -> None:
        """List these requests; the one that was current stays so."""
        current = self.currentItem()
        keep = current.data(ROW_ROLE).id if current is not None else None
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(ROW_ROLE, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, {_second(row)}")
            item.setToolTip(f"{row.title}\n{_second(row)}")
            self.addItem(item)
            if row.id == keep or self.currentItem() is None:
                self.setCurrentItem(item)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._open(self.currentItem())
            return
        super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(ROW_ROLE).id)

    def _grow(self) -> None:
        self.setMinimumHeight(min(self.count(), MOST_SHOWN) * theme.px(ROW) + 4)
        self.setVisible(self.count() > 0)


def _second(row: RequestRow) -> str:
    day = cells.due_distance(row).text
    sent = cells.sent(row).text
    return ", ".join(part for part in (row_chip(row).words, sent, day) if part)


class TwoLines(QStyledItemDelegate):
    """The title, and below it where it stands and when it was sent."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One height."""
        return QSize(100, theme.px(ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one request."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, RequestRow):
            return
        tokens, box = theme.tokens(), QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(box, tokens.accent_soft)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.line)
        inside = box.adjusted(theme.px(PAD), theme.px(3), -theme.px(PAD), -theme.px(4))
        half = inside.height() / 2
        font = theme.font(13, 500)
        painter.setFont(font)
        painter.setPen(tokens.text)
        cut = QFontMetricsF(font).elidedText(row.title, Qt.TextElideMode.ElideRight, inside.width())
        write(painter, inside.adjusted(0, 0, 0, -half), LEFT, cut)
        chip = row_chip(row)
        below = inside.adjusted(-theme.px(PAD) if not chip.tint else 0, half, 0, 0)
        paint_chip(painter, below, chip, selected=selected)
        painter.setFont(theme.font(12))
        painter.setPen(tokens.text2)
        rest = below.adjusted(chip_size(chip).width() + theme.px(6), 0, 0, 0)
        write(painter, rest, LEFT, cells.sent(row).text)
        painter.restore()
