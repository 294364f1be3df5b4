"""The list of authorities for Qt; order and filter are asked for elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from foitrack.desk.views.authority import AuthorityLine
from ui.authorities import words

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COLUMN_ROLE = LINE_ROLE + 1
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it sorts by, its title, its width at 100 % text, when it gives way."""

    key: str
    title: str
    width: int
    drop: int = 0
    """The highest gives way first where there is no room; 0 never does."""
    tip: str = ""

    @property
    def number(self) -> bool:
        """Whether its cells are figures, which stand at the right."""
        return self.key in ("requests", "in-time", "late", "days")


def columns() -> tuple[Column, ...]:
    """The columns in reading order."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Authorities", text)

    return (
        Column("name", tr("Authority"), 240),
        Column("nation", tr("Nation"), 122, 3),
        Column("kind", tr("Kind"), 146, 2),
        Column("law", tr("Law"), 66, 1),
        Column("requests", tr("Requests"), 82),
        Column("in-time", tr("In time"), 76, tip=tr("Answers by their last day")),
        Column("late", tr("Late now"), 80, 4, tr("No answer, and the last day has passed")),
        Column("days", tr("Days"), 70, 5, tr("Working days that its answers took, on average")),
    )


class AuthoritiesModel(QAbstractTableModel):
    """One line an authority."""

    sort_wanted = Signal(str, bool)
    """A header asks for another order: the column's key, descending."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[AuthorityLine, ...] = ()
        self._columns = columns()
        self._places: dict[str, int] = {}

    def show(self, lines: Sequence[AuthorityLine]) -> None:
        """Show other lines; the same authorities in the same order stay where they are."""
        before = [line.name for line in self._lines]
        names = [line.name for line in lines]
        if names == before and lines:
            self._lines = tuple(lines)
            last = self.index(len(lines) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self._places = {name: place for place, name in enumerate(names)}
        self.endResetModel()

    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        return self._columns

    def line_at(self, place: int) -> AuthorityLine | None:
        """The line at a place, or None where there is none."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def place_of(self, name: str) -> int | None:
        """Where an authority stands, or None where it is not shown."""
        return self._places.get(name)

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
        """The columns' titles; those of figures stand at the right."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.tip or column.title
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return RIGHT
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
            return words.cell(line, column.key)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.said(line, column.key, column.tip or column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.said(line, column.key, column.tip or column.title)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; -1 is by name, or the best found first."""
        down = order is Qt.SortOrder.DescendingOrder
        known = 0 <= column < len(self._columns)
        self.sort_wanted.emit(self._columns[column].key if known else "", known and down)
