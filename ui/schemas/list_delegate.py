"""Lines of the two lists: what it is, and in quieter words what more there is to say."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.widgets.mirrored import turn, write

BESIDE = Qt.ItemDataRole.UserRole + 1
PAD = 8


class LineDelegate(QStyledItemDelegate):
    """With `below`, the quieter words stand under the others; else at the right end."""

    def __init__(self, *, below: bool) -> None:
        super().__init__()
        self._below = below

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        tokens = theme.tokens()
        box = option.rect
        painter.save()
        turn(painter, option.rect, option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, tokens.accent_soft)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, tokens.hover)
        inner = box.adjusted(PAD, 0, -PAD, 0)
        said = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        beside = str(index.data(BESIDE) or "")
        first, second = self._boxes(inner, beside)
        self._write(painter, first, said, 13, 500, "text")
        self._write(painter, second, beside, 12, 400, "text2")
        painter.restore()

    def _boxes(self, inner: QRect, beside: str) -> tuple[QRect, QRect]:
        if self._below:
            half = inner.height() // 2
            upper = QRect(inner.left(), inner.top() + 3, inner.width(), half - 2)
            return upper, QRect(inner.left(), inner.top() + half, inner.width(), half - 3)
        width = QFontMetrics(theme.font(12, 400)).horizontalAdvance(beside) + 2
        right = QRect(inner.right() - width, inner.top(), width, inner.height())
        return inner.adjusted(0, 0, -width - PAD, 0), right

    def _write(
        self, painter: QPainter, box: QRect, text: str, size: int, weight: int, token: str
    ) -> None:
        font = theme.font(size, weight)
        painter.setFont(font)
        painter.setPen(getattr(theme.tokens(), token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        write(painter, box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
