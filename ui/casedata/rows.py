"""The table of case rows: columns fit the width, the longest text takes what is left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.casedata.columns import Column
from ui.casedata.delegate import ROW, CaseRowDelegate
from ui.casedata.model import CaseRowsModel
from ui.widgets.column_widths import KeptWidths
from ui.widgets.table_view import ListTable

NARROWEST = 200
"""Of the column that stretches, before the others give way."""
TIGHTEST = 0.64
"""The others keep at least this share of their width; beyond that the table scrolls."""


class CaseRowsTable(ListTable):
    """Up and Down move through the rows; Enter opens a row's source."""

    def __init__(self, rows: CaseRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Case rows"), parent, row=ROW)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(CaseRowDelegate(self))
        self.setSelectionMode(ListTable.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.widths = KeptWidths(
            self, "case-rows", lambda: [column.key for column in rows.columns()]
        )
        rows.modelReset.connect(self.fit)
        theme.changes().changed.connect(self.fit)

    def fit(self) -> None:
        """Give each column its width and the stretching one the rest.

        Where that is too little, the others give way: their words may take two lines.
        """
        columns = self._rows.columns()
        room = self.viewport().width()
        least = theme.px(NARROWEST)
        firm = [c for c in columns if c.key in self.widths or not (c.stretches or c.yields)]
        fixed = sum(self.widths.of(c.key, c.width) for c in firm)
        soft = sum(theme.px(c.width) for c in columns if c.yields and c not in firm)
        squeeze = min(1.0, max(TIGHTEST, (room - least - fixed) / max(1, soft)))
        rest = max(least, room - fixed - round(soft * squeeze))
        with self.widths.laying():
            for at, column in enumerate(columns):
                own = self.widths.of(column.key, column.width)
                if column not in firm:
                    own = rest if column.stretches else int(own * squeeze)
                self.setColumnWidth(at, own)

    def column_at(self, index: QModelIndex) -> Column | None:
        """The column of an index."""
        columns = self._rows.columns()
        return columns[index.column()] if 0 <= index.column() < len(columns) else None

    def usual_widths(self) -> None:
        """Widths as at the first start."""
        self.widths.forget()
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns again."""
        super().resizeEvent(event)
        self.fit()
