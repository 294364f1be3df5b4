"""The charts' figures as a table, for those who read numbers or hear them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from foitrack.desk.views import Bar, CaseOverview, Chart
from ui import theme
from ui.core_words import told
from ui.widgets.chart_words import in_words
from ui.widgets.mirrored import turn, write

Index = QModelIndex | QPersistentModelIndex
LEADING = 2
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One bar with the chart it is in."""

    chart: Chart
    bar: Bar


class FiguresModel(QAbstractTableModel):
    """A line for each bar: the chart, the value, a number for each authority, and their sum.

    The sum is left out where the authorities count unlike things.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FigureRow, ...] = ()
        self._series: tuple[str, ...] = ()
        self._summed = True
        self._titles = self._named()

    def show(self, overview: CaseOverview) -> None:
        """Take other figures."""
        self.beginResetModel()
        self._rows = tuple(FigureRow(chart, bar) for chart in overview.charts for bar in chart.bars)
        self._series = overview.charts[0].series if overview.charts else ()
        self._summed = not overview.caution and len(self._series) > 1
        self._titles = self._named()
        self.endResetModel()

    def figure(self, index: Index) -> FigureRow | None:
        """The bar of a line."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        return self._rows[index.row()]

    def titles(self) -> tuple[str, ...]:
        """The columns' titles."""
        return self._titles

    def _named(self) -> tuple[str, ...]:
        # Once for all: the view asks for each of some hundred titles, and several times.
        last = (self.tr("All"),) if self._summed else ()
        return (self.tr("Chart"), self.tr("Value"), *map(told, self._series), *last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many bars there are in all charts."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Two to name the bar, one for each authority, one for the sum."""
        return 0 if parent.isValid() else len(self.titles())

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """The columns' titles; figures stand at the right."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.titles()):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= LEADING:
            return RIGHT
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A name or a figure."""
        row = self.figure(index)
        if row is None or index.column() >= self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.titles()[index.column()]}: {self._text(row, index.column())}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= LEADING:
            return RIGHT
        return None

    def _text(self, row: FigureRow, column: int) -> str:
        if column == 0:
            return row.chart.title
        if column == 1:
            return in_words(row.bar.label)
        at = column - LEADING
        if at < len(self._series):
            own = (
                row.chart.series.index(self._series[at])
                if self._series[at] in row.chart.series
                else -1
            )
            return f"{row.bar.counts[own]:,}" if own >= 0 else "0"
        return f"{sum(row.bar.counts):,}"


class FigureDelegate(QStyledItemDelegate):
    """Paints the figures under their headings, a hairline below each."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        tokens = theme.tokens()
        painter.save()
        turn(painter, option.rect, option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens.accent_soft)
        box = option.rect
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), tokens.line)
        figure = index.column() >= LEADING
        side = Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font(13, 500 if figure else 400))
        painter.setPen(tokens.text2 if index.column() == 0 else tokens.text)
        text = index.data(int(Qt.ItemDataRole.DisplayRole))
        write(painter, box.adjusted(8, 0, -8, -1), side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
