"""The matrix as a table: columns fit the width, what has no room gives way in a fixed order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.campaigns.columns import AUTHORITY
from ui.campaigns.delegate import ROW, MatrixDelegate
from ui.campaigns.header import MatrixHeader
from ui.campaigns.model import CoverageModel
from ui.widgets.column_widths import KeptWidths
from ui.widgets.sharing import shared_out
from ui.widgets.table_view import ListTable

NARROWEST, WIDEST = 150, 520
"""Of the authority's column: before others give way, and where there is room for more."""


class CoverageTable(ListTable):
    """Up and Down move through the authorities; Enter opens a request."""

    reaches_across = True

    def __init__(self, lines: CoverageModel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Authorities of the campaign"), parent, row=ROW)
        self._lines = lines
        self.setHorizontalHeader(MatrixHeader(self))
        self.setModel(lines)
        self.setItemDelegate(MatrixDelegate(self))
        self.setSelectionMode(ListTable.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.widths = KeptWidths(
            self, "campaign", lambda: [column.key for column in lines.columns()]
        )
        lines.modelReset.connect(self.fit)
        theme.changes().changed.connect(self.fit)

    def fit(self) -> None:
        """Give each column its width and the authority the rest; where that is too little, hide
        one after another.
        """
        columns = self._lines.columns()
        room = self.viewport().width()
        others = [c for c in columns if c.key != AUTHORITY]
        wide = sum(self.widths.of(c.key, c.width) for c in others)
        hidden = set()
        for column in sorted((c for c in others if c.drop), key=lambda c: -c.drop):
            if wide + theme.px(NARROWEST) <= room:
                break
            hidden.add(column.key)
            wide -= self.widths.of(column.key, column.width)
        usual = {c.key: self.widths.of(c.key, c.width) for c in columns if c.key not in hidden}
        if AUTHORITY not in self.widths:
            usual[AUTHORITY] = theme.px(NARROWEST)
        kept = [key for key in usual if key in self.widths]
        made = shared_out(usual, room, {AUTHORITY: theme.px(WIDEST)}, kept)
        with self.widths.laying():
            for at, column in enumerate(columns):
                self.setColumnHidden(at, column.key in hidden)
                if column.key in made:
                    self.setColumnWidth(at, made[column.key])

    def usual_widths(self) -> None:
        """Widths as at the first start."""
        self.widths.forget()
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns again."""
        super().resizeEvent(event)
        self.fit()

    def choose(self, request_id: int) -> bool:
        """Make a request's line current; False where it is not shown."""
        place = self._lines.place_of(request_id)
        if place is not None:
            self.selectRow(place)
        return place is not None

    def current_id(self) -> int | None:
        """The request of the current line."""
        line = self._lines.line_at(self.currentIndex().row())
        return line.row.id if line is not None else None
