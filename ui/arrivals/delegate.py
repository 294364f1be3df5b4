"""Paints a cell of two lines with its icon."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.arrivals.lines import Cell
from ui.arrivals.model import CELL, FILE
from ui.widgets.mirrored import turn, write

PAD = 8
ICON = 16
ELIDE_FILE = Qt.TextElideMode.ElideMiddle


class TwoLines(QStyledItemDelegate):
    """The first line says what, the second why."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, cell = theme.tokens(), index.data(CELL)
        if not isinstance(cell, Cell):
            return
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, tokens.accent_soft)
        painter.setPen(tokens.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(theme.px(PAD), theme.px(6), -theme.px(PAD), -theme.px(6))
        if cell.icon:
            size = theme.px(ICON)
            spot = QRectF(room.left(), room.top() + 1, size, size)
            theme.paint_icon(painter, cell.icon, cell.token, spot)
            room.setLeft(room.left() + size + theme.px(8))
        # A file's end tells its format; what is said is understood from its beginning.
        cut = ELIDE_FILE if index.column() == FILE else Qt.TextElideMode.ElideRight
        self._write(painter, room, cell, cut)
        painter.restore()

    def _write(
        self, painter: QPainter, room: QRectF, cell: Cell, first_cut: Qt.TextElideMode
    ) -> None:
        tokens = theme.tokens()
        coloured = cell.token in ("red", "green", "accent_ink")
        ink = tokens.accent_ink if cell.link else tokens.text
        lines = (
            (cell.first, theme.font(13, 500), tokens.named(cell.token) if coloured else ink),
            (cell.second, theme.font(12, 400), tokens.text2),
        )
        half = room.height() / 2
        for place, (words, font, colour) in enumerate(lines):
            spot = QRectF(room.left(), room.top() + place * half, room.width(), half)
            if not cell.second:
                spot = room
            cut = Qt.TextElideMode.ElideRight if place else first_cut
            shown = QFontMetricsF(font).elidedText(words, cut, spot.width())
            painter.setFont(font)
            painter.setPen(colour)
            write(painter, spot, Qt.AlignmentFlag.AlignVCenter, shown)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(theme.px(160), theme.px(46))
