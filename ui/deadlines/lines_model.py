"""The calendar's lines for Qt. Headings and remarks are there to read, never to select."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.core_words import told
from ui.deadlines.lines import Head, Item, Line, said

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class DeadlineLinesModel(QAbstractListModel):
    """Headings, entries and remarks in reading order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        """Take other lines; the same ones again change nothing."""
        if lines == self._lines:
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def lines(self) -> tuple[Line, ...]:
        """All lines shown."""
        return self._lines

    def line(self, index: Index) -> Line | None:
        """The line of an index, or None where it has none."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        return self._lines[index.row()]

    def item(self, index: Index) -> Item | None:
        """The entry of an index, or None on a heading or remark."""
        line = self.line(index)
        return line if isinstance(line, Item) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only entries can be selected."""
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return plain | Qt.ItemFlag.ItemIsSelectable if isinstance(line, Item) else plain

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A line's name, its whole sentence for screen readers, or the line itself."""
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return told(line.entry.label) if isinstance(line, Item) else line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said(line)
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(line, Head):
            return said(line)
        return None
