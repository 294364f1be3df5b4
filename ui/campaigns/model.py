"""A campaign's lines for Qt. All of them are at hand: order and filter are asked for elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from foitrack.desk.views.coverage import CoverageRow
from ui.campaigns import cells
from ui.campaigns.columns import AUTHORITY, Column

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COLUMN_ROLE = LINE_ROLE + 1


class CoverageModel(QAbstractTableModel):
    """One line an authority."""

    sort_wanted = Signal(str, bool)
    """A header asks for another order: the column's key, descending."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CoverageRow, ...] = ()
        self._columns: tuple[Column, ...] = ()
        self._places: dict[int, int] = {}

    def show(self, lines: Sequence[CoverageRow], columns: tuple[Column, ...]) -> None:
        """Show other lines; the same requests in the same order stay where they are."""
        ids = [line.row.id for line in lines]
        if columns == self._columns and ids == [line.row.id for line in self._lines]:
            self._lines = tuple(lines)
            if lines:
                last = self.index(len(lines) - 1, len(columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines, self._columns = tuple(lines), columns
        self._places = {request_id: place for place, request_id in enumerate(ids)}
        self.endResetModel()

    def columns(self) -> tuple[Column, ...]:
        """The columns shown."""
        return self._columns

    def line_at(self, place: int) -> CoverageRow | None:
        """The line at a place, or None where there is none."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def place_of(self, request_id: int) -> int | None:
        """Where a request stands, or None where it is not shown."""
        return self._places.get(request_id)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """The columns' titles; those of the years stand over the middle of their cells."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.tip or column.title
        if role == Qt.ItemDataRole.TextAlignmentRole and (column.year or column.key == "review"):
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A cell's words; the whole line under `LINE_ROLE`."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = self._columns[index.column()]
        if role == LINE_ROLE:
            return line
        if role == COLUMN_ROLE:
            return column
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{column.tip or column.title}: {cells.text(line, column)}"
            # Going down the matrix only the first cell is read out: it says whose it is.
            first = index.column() == 0 and column.key != AUTHORITY
            return f"{said}. {line.row.authority or ''}".rstrip(". ") if first else said
        if role == Qt.ItemDataRole.ToolTipRole:
            return cells.tooltip(line, column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; -1 is the order in which they come."""
        down = order is Qt.SortOrder.DescendingOrder
        if 0 <= column < len(self._columns):
            self.sort_wanted.emit(self._columns[column].key, down)
        else:
            self.sort_wanted.emit("", False)
