"""The Case data tab: the case rows of one request's answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import CaseRowView, RequestDetail
from ui import theme
from ui.core_words import told
from ui.counting import counted
from ui.widgets.labels import words
from ui.widgets.mirrored import turn, write
from ui.widgets.table_view import ListTable

Index = QModelIndex | QPersistentModelIndex
SHOWN = 200
"""Rows shown here; the Case data page has all of them."""
ORDER = ("period", "year", "rank", "platform", "allegation", "outcome")
WIDTHS = {"period": 70, "year": 70, "outcome": 200, "count": 64, "place": 124, "checked": 96}
OTHERWISE = 100
"""Pixels at 100 % text."""
PAD = 8
HIDDEN = ("outcome_family", "count")


@dataclass(frozen=True, slots=True)
class CaseRows:
    """Some case rows of a request, and how many it has in all."""

    request_id: int
    rows: tuple[CaseRowView, ...]
    total: int


class CaseRowsModel(QAbstractTableModel):
    """A column for each field that any of the rows has, then the count and the place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CaseRowView, ...] = ()
        self._fields: tuple[str, ...] = ()

    def show(self, rows: tuple[CaseRowView, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        there = {name: None for row in rows for name in row.values if name not in HIDDEN}
        if "period" in there:
            there.pop("year", None)
        known = [name for name in ORDER if name in there]
        self._fields = tuple(known + [name for name in there if name not in ORDER])
        self.endResetModel()

    def fields(self) -> tuple[str, ...]:
        """The fields that have a column, in order."""
        return self._fields

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Fields, count, place, checked."""
        return 0 if parent.isValid() or not self._rows else len(self._fields) + 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The fields' names."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < len(self._fields):
            return self._fields[section].replace("_", " ").capitalize()
        return (self.tr("Cases"), self.tr("Where it stands"), self.tr("Checked"))[
            section - len(self._fields)
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Normal values; as printed in the tooltip."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            printed = (f"{name}: {cell}" for name, cell in row.printed.items())
            return "\n".join([*printed, *map(told, row.flags)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.headerData(column, Qt.Orientation.Horizontal)
            return f"{heading}: {self._cell(row, column)}"
        return None

    def _cell(self, row: CaseRowView, column: int) -> str:
        if column < len(self._fields):
            values = row.values.get(self._fields[column], ())
            return ", ".join(values) or self.tr("not given")
        rest = (self._count(row), self._where(row), self._checked(row))
        return rest[column - len(self._fields)]

    def _count(self, row: CaseRowView) -> str:
        if row.count is not None:
            return f"{row.count:,}"
        if row.low is not None and row.high is not None:
            return self.tr("{0} to {1}").format(row.low, row.high)
        return self.tr("not known")

    def _where(self, row: CaseRowView) -> str:
        place, parts = row.place, []
        if place.table is not None:
            parts.append(self.tr("table {0}").format(place.table))
        if place.row is not None:
            parts.append(self.tr("row {0}").format(place.row))
        if place.page is not None and not parts:
            parts.append(self.tr("page {0}").format(place.page))
        return ", ".join(parts).capitalize() or self.tr("not known")

    def _checked(self, row: CaseRowView) -> str:
        return self.tr("by a person") if row.checked else self.tr("not yet")


class CaseRowsDelegate(QStyledItemDelegate):
    """Words, and a hairline below them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell; long allegations are cut, their tooltip has them whole."""
        box, tokens = QRectF(option.rect), theme.tokens()
        painter.save()
        turn(painter, box, option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, tokens.accent_soft)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.line)
        inside = box.adjusted(PAD, 0, -PAD, -1)
        painter.setFont(theme.font(13))
        painter.setPen(tokens.text)
        words = QFontMetricsF(theme.font(13)).elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, inside.width()
        )
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        write(painter, inside, middle, words)
        painter.restore()


class CaseDataTab(QWidget):
    """A look at the rows; the page of its own has charts and filters."""

    open_wanted = Signal()
    read_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request_id: int | None = None
        self.model = CaseRowsModel(self)
        self.table = ListTable(self.tr("Case data of this request"), row=32)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CaseRowsDelegate(self.table))
        self.summary = words("", 13, 400, "text2")
        self.open = QPushButton(self.tr("Open in Case data"))
        self.open.clicked.connect(self.open_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 10)
        head.addWidget(self.summary)
        head.addStretch(1)
        head.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        rows = QHBoxLayout()
        rows.setContentsMargins(24 - PAD, 0, 24 - PAD, 0)
        rows.addWidget(self.table)
        column.addLayout(rows, 1)

    def expect(self, detail: RequestDetail) -> None:
        """Say how many rows there are before they are fetched."""
        self._request_id = detail.row.id
        number = detail.case_rows
        self.summary.setText(
            counted(number, "case row")
            if number
            else self.tr("No case rows yet. Record a response with a table.")
        )
        self.open.setVisible(number > 0)
        self.table.setVisible(number > 0)

    def show_rows(self, found: CaseRows) -> None:
        """Show the rows of the request expected."""
        if found.request_id != self._request_id:
            return
        self.model.show(found.rows)
        if found.total > len(found.rows):
            said = self.tr("The first {0} of {1}")
            self.summary.setText(
                said.format(f"{len(found.rows):,}", counted(found.total, "case row"))
            )
        self._share_width()

    def _share_width(self) -> None:
        """The field with the longest words takes what the others leave."""
        header, fields = self.table.horizontalHeader(), self.model.fields()
        names = [*fields, "count", "place", "checked"]
        stretching = "allegation" if "allegation" in fields else names[-1]
        for place, name in enumerate(names):
            stretches = name == stretching
            mode = (
                QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            )
            header.setSectionResizeMode(place, mode)
            if not stretches:
                header.resizeSection(place, theme.px(WIDTHS.get(name, OTHERWISE)))
