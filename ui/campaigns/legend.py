"""What the signs of the matrix mean, in words; only those that are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from foitrack.desk.views.coverage import CoverageRow
from ui import theme
from ui.campaigns import cells
from ui.campaigns.cells import LEGEND, Matrix, translate
from ui.campaigns.delegate import paint_matrix
from ui.widgets.flow import Flow
from ui.widgets.mirrored import turn_for, write
from ui.widgets.page_header import MARGIN

TALL = 24
SIGN = 26
GAP = 6


class Sign(QLabel):
    """One cell and its words."""

    def __init__(self, cell: Matrix, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._cell = cell

    def sizeHint(self) -> QSize:
        """The sign and its words."""
        across = QFontMetricsF(theme.font(12, 500)).horizontalAdvance(self.text())
        return QSize(round(across) + theme.px(SIGN + GAP) + 2, theme.px(TALL))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cell, then the words."""
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_matrix(painter, QRectF(0, 0, theme.px(SIGN), self.height()), self._cell)
        painter.setFont(theme.font(12, 500))
        painter.setPen(theme.tokens().text2)
        words = QRectF(self.rect()).adjusted(theme.px(SIGN + GAP), 0, 0, 0)
        write(painter, words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class Legend(QWidget):
    """Below the matrix, on as many lines as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = Flow(self, 10, QMargins(MARGIN - 2, 4, MARGIN, 8))
        self._shown: list[Matrix] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_cells(self, wanted: Sequence[Matrix]) -> None:
        """Explain these signs."""
        if list(wanted) == self._shown:
            return
        self._shown = list(wanted)
        while (taken := self._row.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.deleteLater()
        for cell in wanted:
            self._row.addWidget(Sign(cell, translate("Campaign", cell.words)))
        self.setVisible(bool(wanted))
        self.updateGeometry()


def signs_of(lines: Iterable[CoverageRow], years: tuple[str, ...]) -> tuple[Matrix, ...]:
    """The signs that stand in the year columns of these lines, in the legend's order."""
    found: set[str] = set()
    for line in lines:
        given = len(line.by_year)
        if given:
            found.add(cells.HAS_ROWS.words)
        if given < len(years):
            missing = cells.NOT_THAT_YEAR if given else cells.year(line, years[0])
            found.add(missing.words)
        if len(found) == len(LEGEND):
            break
    return tuple(cell for cell in LEGEND if cell.words in found) if years else ()


def with_legend(table: QWidget, legend: Legend) -> QWidget:
    """The matrix with its legend at the foot."""
    whole = QWidget()
    theme.ground(whole, "surface")
    matrix = QHBoxLayout()
    matrix.setContentsMargins(MARGIN - 8, 0, 4, 0)
    matrix.addWidget(table)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(matrix, 1)
    column.addWidget(legend)
    return whole
