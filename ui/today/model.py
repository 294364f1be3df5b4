"""The lines of Today for Qt. Headings are there to read, never to select."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from foitrack.desk.views import Agenda
from ui.today import words
from ui.today.lines import ActionRow, Heading, Line, lines

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class TodayModel(QAbstractListModel):
    """Headings and next-action rows in reading order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, agenda: Agenda) -> None:
        """Take a new agenda."""
        self.beginResetModel()
        self._lines = lines(agenda)
        self.endResetModel()

    def lines(self) -> tuple[Line, ...]:
        """All lines shown."""
        return self._lines

    def line(self, index: Index) -> Line | None:
        """The line of an index, or None where it has none."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        return self._lines[index.row()]

    def row_at(self, index: Index) -> ActionRow | None:
        """The next-action row of an index, or None on a heading."""
        line = self.line(index)
        return line if isinstance(line, ActionRow) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected."""
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        if isinstance(line, Heading):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A line's name, its whole sentence for screen readers, or the line itself."""
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.group.title if isinstance(line, Heading) else line.item.authority
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(line, role)
        return None

    def _said(self, line: Line, role: int) -> str | None:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.said(line)
        return line.item.step.sentence or None if isinstance(line, ActionRow) else None
