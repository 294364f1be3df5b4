"""The Requests list for Qt: sorted ids, and a cache of the rows that have been looked at.

Sorting and filtering happen in SQL; this holds only the order and fetches rows by the chunk
when a view asks for them, so that a list of any length costs what is on screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from shiboken6 import isValid

from foitrack.desk.views import RequestRow, SortKey
from ui.requests import cells
from ui.requests.columns import COLUMNS

Index = QModelIndex | QPersistentModelIndex
Rows = tuple[RequestRow, ...]
Fetch = Callable[[Sequence[int], Callable[[Rows], None], Callable[[Exception], None]], None]
"""Gets the rows of some ids, now or later, and calls the first with them or the second."""

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
LOADING_ROLE = ROW_ROLE + 1
CHUNK = 100
KEPT = 4_000
"""Rows kept; beyond that the ones longest unseen are let go."""


class RequestsModel(QAbstractTableModel):
    """Requests in a given order. A row not fetched yet shows nothing and is on its way."""

    sort_wanted = Signal(object, bool)
    """A header asks for another order: `SortKey`, descending."""
    failed = Signal(object)
    """Rows could not be fetched: the exception."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: tuple[int, ...] = ()
        self._places: dict[int, int] = {}
        self._rows: dict[int, RequestRow] = {}
        self._wanted: set[int] = set()
        self._asked: set[int] = set()
        self._generation = 0

    def ids(self) -> tuple[int, ...]:
        """The ids listed, in order."""
        return self._ids

    def id_at(self, place: int) -> int | None:
        """The id of a line, or None beyond the list."""
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def place_of(self, request_id: int) -> int | None:
        """The line of a request, or None where it is not listed."""
        return self._places.get(request_id)

    def row_of(self, request_id: int) -> RequestRow | None:
        """A row that has been fetched, or None."""
        return self._rows.get(request_id)

    def show(self, ids: Sequence[int], rows: Iterable[RequestRow] = ()) -> None:
        """List these ids; `rows` are those already at hand, newer than any kept."""
        fresh = {row.id: row for row in rows}
        if tuple(ids) == self._ids:
            self._rows.update(fresh)
            self._announce(fresh)
            return
        self.beginResetModel()
        self._ids = tuple(ids)
        self._places = {request_id: place for place, request_id in enumerate(self._ids)}
        self._rows = {i: row for i, row in self._rows.items() if i in self._places} | fresh
        self._forget_questions()
        self.endResetModel()

    def stale(self, request_ids: Iterable[int] | None = None) -> None:
        """Forget the rows of these requests (None: all), so that they are fetched again."""
        gone = set(self._rows if request_ids is None else request_ids)
        self._forget_questions()
        for request_id in gone:
            self._rows.pop(request_id, None)
        self._announce(gone)

    def _forget_questions(self) -> None:
        self._generation += 1
        self._asked.clear()
        self._wanted.clear()

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many requests are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are, shown or not."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return COLUMNS[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return COLUMNS[section].tip
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words; the whole row under `ROW_ROLE`, None until it has been fetched."""
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        row = self._row(index.row())
        if role == LOADING_ROLE:
            return row is None
        if row is None:
            return None
        return self._cell(row, COLUMNS[index.column()].key, role)

    def _cell(self, row: RequestRow, key: str, role: int) -> Any:
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.text(row, key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return cells.tooltip(row, key)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, key)
        return None

    def _said(self, row: RequestRow, key: str) -> str:
        column = next(column for column in COLUMNS if column.key == key)
        said = f"{column.title}: {cells.text(row, key)}"
        if column is not COLUMNS[0]:
            return said
        # Going down the list only this cell is read out: it says which request it is of.
        whose = (cells.text(row, name) for name in ("authority", "title", "due"))
        return ". ".join((said, *(words for words in whose if words)))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; the list changes when the ids in that order are there."""
        descending = order is Qt.SortOrder.DescendingOrder
        if column < 0:
            self.sort_wanted.emit(SortKey.URGENCY, False)
        elif (key := COLUMNS[column].sort) is not None:
            self.sort_wanted.emit(key, descending)

    # Fetching

    def _row(self, place: int) -> RequestRow | None:
        row = self._rows.get(self._ids[place])
        if row is None:
            self._want(place // CHUNK)
        return row

    def _want(self, chunk: int) -> None:
        if chunk in self._asked:
            return
        if not self._wanted:
            # After this turn of the event loop: a fast scroll then asks for what it ends on.
            QTimer.singleShot(0, self, self._ask)
        self._wanted.add(chunk)

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, set()
        for chunk in sorted(wanted):
            self._asked.add(chunk)
            ids = self._ids[chunk * CHUNK : (chunk + 1) * CHUNK]
            missing = tuple(i for i in ids if i not in self._rows)
            if missing:
                self._fetch(missing, self._taker(chunk, len(missing)), self._misser(chunk))

    def _taker(self, chunk: int, asked: int) -> Callable[[Rows], None]:
        generation = self._generation

        def take(rows: Rows) -> None:
            if not isValid(self) or generation != self._generation:
                return
            if len(rows) == asked:
                # One that is gone from the case file stays asked for, or painting would
                # ask for it for ever.
                self._asked.discard(chunk)
            self._make_room(chunk)
            self._rows.update((row.id, row) for row in rows)
            self._announce(row.id for row in rows)

        return take

    def _misser(self, chunk: int) -> Callable[[Exception], None]:
        generation = self._generation

        def miss(problem: Exception) -> None:
            # The chunk stays asked for: painting must not ask again and again.
            if isValid(self) and generation == self._generation:
                self.failed.emit(problem)

        return miss

    def _make_room(self, chunk: int) -> None:
        if len(self._rows) + CHUNK <= KEPT:
            return
        near = set(self._ids[max(0, (chunk - 5) * CHUNK) : (chunk + 6) * CHUNK])
        self._rows = {i: row for i, row in self._rows.items() if i in near}

    def _announce(self, request_ids: Iterable[int]) -> None:
        places = [self._places[i] for i in request_ids if i in self._places]
        if places:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))
