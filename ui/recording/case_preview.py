"""The case rows that were read, as a table to look over before they are taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from foitrack.desk.views import CaseRowView
from ui import theme
from ui.core_words import told
from ui.counting import counted

Index = QModelIndex | QPersistentModelIndex
COUNT = "count"
HIDDEN_FIELDS = frozenset({"year", "outcome_family", COUNT})


class CasePreviewModel(QAbstractTableModel):
    """Rows as proposed: normal values shown, the printed words in the tooltip."""

    def __init__(self, rows: Sequence[CaseRowView]) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._fields = fields_of(rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._fields) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        last = section == len(self._fields)
        if last and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        # Whole in the tooltip: where the pane is narrow its end is cut.
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation is not Qt.Orientation.Horizontal or not shown:
            return None
        if last:
            return QCoreApplication.translate("recording", "Count")
        return self._fields[section].replace("_", " ").capitalize()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() == len(self._fields):
            return self._count(row, role)
        field = self._fields[index.column()]
        if role == Qt.ItemDataRole.FontRole and row.source == "prose":
            return _leaning()
        shown = ", ".join(row.values.get(field, ())) or QCoreApplication.translate(
            "recording", "not given"
        )
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(row, shown)
        return None

    def _count(self, row: CaseRowView, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return count_in_words(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and row.flags:
            return "\n".join(map(told, row.flags))
        return None

    def _tooltip(self, row: CaseRowView, shown: str) -> str:
        if row.source == "prose":
            from_sentence = QCoreApplication.translate("recording", "Made from a sentence")
            shown = f"{shown}\n{from_sentence}"
        printed = "\n".join(f"{heading}: {cell}" for heading, cell in row.printed.items() if cell)
        return f"{shown}\n\n{printed}" if printed else shown

    def row(self, number: int) -> CaseRowView:
        """The case row at a line of the table."""
        return self._rows[number]


def _leaning() -> QFont:
    """A row made from a sentence looks different from one of a table."""
    font = theme.font(13, 400)
    font.setItalic(True)
    return font


def fields_of(rows: Sequence[CaseRowView]) -> tuple[str, ...]:
    """The fields that any row has, in the order of first use; helpers of grouping left out."""
    seen: dict[str, None] = {}
    for row in rows:
        for field in row.values:
            if field not in HIDDEN_FIELDS:
                seen.setdefault(field)
    return tuple(seen)


def count_in_words(row: CaseRowView) -> str:
    """A count, or the range that a suppressed one lies in."""
    if row.count is not None:
        return f"{row.count:,}"
    if row.low is not None and row.high is not None:
        return _range(f"{row.low}", f"{row.high}")
    return QCoreApplication.translate("recording", "not given")


def _range(low: str, high: str) -> str:
    return QCoreApplication.translate("recording", "{0} to {1}").format(low, high)


def totals_in_words(rows: Sequence[CaseRowView]) -> str:
    """How many rows, and what their counts add up to (a range where some are suppressed)."""
    low = sum(row.count if row.count is not None else row.low or 0 for row in rows)
    high = sum(row.count if row.count is not None else row.high or 0 for row in rows)
    total = f"{low:,}" if low == high else _range(f"{low:,}", f"{high:,}")
    lines = counted(len(rows), "row")
    return QCoreApplication.translate("recording", "{0}, total count {1}").format(lines, total)
