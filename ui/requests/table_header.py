"""The header of the Requests list: the page's margin at the left, an arrow where it is sorted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.requests.columns import COLUMNS
from ui.requests.row_delegate import LEFT, PAD
from ui.widgets.mirrored import turn, write

HEIGHT = 32
ARROW = 12


class TableHeader(QHeaderView):
    """Sections can be dragged, resized and clicked; the arrow is not the header's own business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.sorted_by: int | None = None
        """The column sorted by, or None while the list is in order of urgency."""
        self.descending = False
        self.first_column = 0
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(1)
        self.setAccessibleName(self.tr("Columns"))

    def sizeHint(self) -> QSize:
        """One height, growing with the text."""
        return QSize(super().sizeHint().width(), theme.px(HEIGHT))

    def show_sort(self, column: int | None, descending: bool) -> None:
        """Show the arrow elsewhere."""
        self.sorted_by, self.descending = column, descending
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Words, arrow and hairline."""
        box, tokens = QRectF(rect), theme.tokens()
        painter.save()
        turn(painter, box, self.layoutDirection())
        painter.fillRect(box, tokens.surface)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.line)
        sorts = logicalIndex == self.sorted_by
        font = theme.font(13, 500 if sorts else 400)
        painter.setFont(font)
        painter.setPen(tokens.text if sorts else tokens.text2)
        margin = LEFT if logicalIndex == self.first_column else PAD
        inside = box.adjusted(margin, 0, -2, -1)
        title = COLUMNS[logicalIndex].title
        write(painter, inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        if sorts:
            self._paint_arrow(painter, inside, QFontMetricsF(font).horizontalAdvance(title))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, box: QRectF, after: float) -> None:
        side = theme.px(ARROW)
        left = min(box.left() + after + 4, box.right() - side)
        spot = QRectF(left, box.center().y() - side / 2, side, side)
        theme.paint_icon(
            painter, "chevron-down" if self.descending else "chevron-up", "text2", spot
        )
