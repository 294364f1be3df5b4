"""The palette's lines for Qt: headings that cannot be chosen, and entries below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.palette.entries import Entry, Group

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class PaletteModel(QAbstractListModel):
    """One line an entry or heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Entry | str] = []

    def show(self, groups: Sequence[Group]) -> None:
        """Show other groups; the same lines stay as they are."""
        lines: list[Entry | str] = []
        for group in groups:
            more = self.tr("{0}, and more: type on to narrow them").format(group.title)
            lines.append(more if group.more else group.title)
            lines += group.entries
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry at a row; None for a heading, or where there is no such row."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Entry) else None

    def entries(self) -> list[int]:
        """The rows that can be gone to."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, Entry)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Headings and entries."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A line's words; the entry under `ENTRY_ROLE`, None for a heading."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        entry = line if isinstance(line, Entry) else None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title.text if entry else line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.said() if entry else line
        if role == Qt.ItemDataRole.ToolTipRole and entry:
            return entry.said()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen; what cannot be done now can be gone to, to hear why."""
        if not index.isValid() or self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
