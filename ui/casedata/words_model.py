"""The words of the case rows: as written, and the value that each counts as."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from foitrack.desk.schemas import Word
from ui import theme
from ui.casedata.words import field_name, not_given

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
COLUMN, WRITTEN, COUNTS_AS, ROWS = range(4)


class WordsModel(QAbstractTableModel):
    """Words that no list knows stand first."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[Word, ...] = ()

    def show(self, found: Sequence[Word]) -> None:
        """Show other words."""
        self.beginResetModel()
        self._words = tuple(
            sorted(found, key=lambda one: (one.known, one.field, -one.times, one.printed.lower()))
        )
        self.endResetModel()

    def word(self, row: int) -> Word | None:
        """The word of a line."""
        return self._words[row] if 0 <= row < len(self._words) else None

    def place_of(self, word: Word) -> int:
        """The line of a word, or -1."""
        key = word.field, word.printed
        return next((n for n, w in enumerate(self._words) if (w.field, w.printed) == key), -1)

    def unknown(self) -> int:
        """How many words no list knows."""
        return sum(not word.known for word in self._words)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._words)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == ROWS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (self.tr("Column"), self.tr("As written"), self.tr("Counts as"), self.tr("Rows"))
        return titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        word = self._words[index.row()]
        said = self._said(word, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.headerData(index.column(), Qt.Orientation.Horizontal)
            rest = "" if word.known else f", {self.tr('not known')}"
            return f"{title}: {said}{rest}"
        if role == Qt.ItemDataRole.ForegroundRole and index.column() != WRITTEN:
            return theme.tokens().text2
        if role == Qt.ItemDataRole.ForegroundRole and not word.known:
            return theme.tokens().amber
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == ROWS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _said(self, word: Word, column: int) -> str:
        if column == COLUMN:
            return field_name(word.field)
        if column == WRITTEN:
            return " ".join(word.printed.split())
        if column == ROWS:
            return f"{word.times:,}"
        grouped = ", ".join(word.normal) or not_given()
        return f"{grouped} ({word.note})" if word.note else grouped
