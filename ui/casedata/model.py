"""The case rows for Qt: sorted ids, rows fetched by the chunk, columns from the schema."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from foitrack.desk.views import CaseRowView
from ui.casedata import words
from ui.casedata.columns import COUNT, SOURCE, Column
from ui.widgets.row_cache import RowCache

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COLUMN_ROLE = ROW_ROLE + 1
Rows = tuple[CaseRowView, ...]
Fetch = Callable[[Sequence[int], Callable[[Rows], None]], None]


class CaseRowsModel(QAbstractTableModel):
    """Case rows in a given order. A row not fetched yet is empty and on its way."""

    sort_wanted = Signal(str, bool)
    """A header asks for another order: the column's key, descending."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._columns: tuple[Column, ...] = ()
        self._listed = 0
        self._cache: RowCache[CaseRowView] = RowCache(lambda row: row.id, self._ask)

    def show(self, ids: Sequence[int], columns: tuple[Column, ...]) -> None:
        """List other rows under other columns; the same ones are only fetched again."""
        if tuple(ids) == self._cache.ids() and columns == self._columns:
            self._listed += 1
            self._cache.renew()
            if self._columns and ids:
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._listed += 1
        self._columns = columns
        self._cache.list(ids)
        self.endResetModel()

    def columns(self) -> tuple[Column, ...]:
        """The columns shown."""
        return self._columns

    def ids(self) -> tuple[int, ...]:
        """The ids listed, in order."""
        return self._cache.ids()

    def place_of(self, row_id: int) -> int | None:
        """The line of a row, or None where it is not listed."""
        return self._cache.place_of(row_id)

    def row_at(self, place: int) -> CaseRowView | None:
        """The row of a line, or None where it is not there yet."""
        return self._cache.at(place) if 0 <= place < len(self._cache.ids()) else None

    def _ask(self, ids: Sequence[int]) -> None:
        listed = self._listed

        def take(rows: Rows) -> None:
            if listed == self._listed:
                self._take(rows)

        self._fetch(ids, take)

    def _take(self, rows: Rows) -> None:
        places = self._cache.take(rows)
        if places:
            last = max(0, len(self._columns) - 1)
            self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], last))

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are listed."""
        return 0 if parent.isValid() else len(self._cache.ids())

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """The columns' titles; the number's stands at the right, like its figures."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole and column.key == COUNT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A cell's words; the whole row under `ROW_ROLE`, None until it has been fetched."""
        if not index.isValid() or not 0 <= index.row() < len(self._cache.ids()):
            return None
        row, column = self._cache.at(index.row()), self._columns[index.column()]
        if role == COLUMN_ROLE:
            return column
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return words.cell(row, column.key) or words.not_given()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.said(row, column.key, column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return None

    def _tip(self, row: CaseRowView, column: Column) -> str | None:
        if column.key == SOURCE:
            return f"{row.document or ''}\n{words.provenance(row).words}".strip()
        return words.cell(row, column.key) if column.stretches else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; the list changes when the ids in that order are there."""
        if 0 <= column < len(self._columns):
            down = order is Qt.SortOrder.DescendingOrder
            self.sort_wanted.emit(self._columns[column].key, down)
