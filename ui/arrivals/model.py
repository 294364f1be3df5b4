"""The list of what came in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.arrivals.lines import Cell, Line

Index = QModelIndex | QPersistentModelIndex
FILE, STATE, REQUEST = range(3)
CELL = Qt.ItemDataRole.UserRole + 1


class ArrivalsModel(QAbstractTableModel):
    """Files in the order in which they came: file, how far it is read, whose answer it is."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; where they are of the same files, the list stays where it is."""
        if [_who(line) for line in self.lines] == [_who(line) for line in lines]:
            self.lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, REQUEST))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("File"), self.tr("Reading"), self.tr("Request"))[section]
        return None

    def cell(self, index: Index) -> Cell:
        """What stands in a cell."""
        line = self.lines[index.row()]
        return (line.file, line.state, line.request)[index.column()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.first
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{cell.first}. {cell.second}" if cell.second else cell.first
        return None


def _who(line: Line) -> tuple[int | None, str]:
    return line.proposal_id, line.file.first
