"""The header of the matrix: no padding over narrow cells, an arrow where it is sorted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.widgets.mirrored import turn, write

HEIGHT = 32
PAD = 8
ARROW = 10
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MatrixHeader(QHeaderView):
    """Titles of years stand over the middle of their cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setAccessibleName(self.tr("Columns"))

    def sizeHint(self) -> QSize:
        """One height, growing with the text."""
        return QSize(super().sizeHint().width(), theme.px(HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Words, arrow and hairline."""
        model, tokens, box = self.model(), theme.tokens(), QRectF(rect)
        role = Qt.ItemDataRole.TextAlignmentRole
        middle = model.headerData(logicalIndex, Qt.Orientation.Horizontal, role) is not None
        title = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        sorts = logicalIndex == self.sortIndicatorSection()
        font = theme.font(13, 500 if sorts else 400)
        painter.save()
        turn(painter, box, self.layoutDirection())
        painter.fillRect(box, tokens.surface)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.line)
        painter.setFont(font)
        painter.setPen(tokens.text if sorts else tokens.text2)
        inside = box if middle else box.adjusted(theme.px(PAD), 0, 0, 0)
        write(painter, inside, Qt.AlignmentFlag.AlignCenter if middle else LEFT, title)
        if sorts:
            wide = QFontMetricsF(font).horizontalAdvance(title)
            after = box.center().x() + wide / 2 if middle else inside.left() + wide + 3
            self._paint_arrow(painter, box, after)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, box: QRectF, after: float) -> None:
        side = theme.px(ARROW)
        left = min(after, box.right() - side)
        spot = QRectF(left, box.center().y() - side / 2, side, side)
        down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        theme.paint_icon(painter, "chevron-down" if down else "chevron-up", "text2", spot)
