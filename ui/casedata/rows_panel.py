"""The rows with their counts above and the chosen row's source below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foitrack.desk.views import CaseOverview, CaseRowView
from foitrack.reading.schema import CaseSchema
from ui import theme
from ui.casedata import words
from ui.casedata.charts import common_note
from ui.casedata.columns import SOURCE, Column
from ui.casedata.model import CaseRowsModel, Fetch
from ui.casedata.rows import CaseRowsTable
from ui.casedata.source_strip import SourceStrip
from ui.widgets.labels import rule, section
from ui.widgets.labels import words as label
from ui.widgets.page_header import MARGIN

STRIP_FROM = 240
"""Pixels of height from which on there is room for rows and the strip below them."""


class RowsPanel(QWidget):
    """Enter, a double click or a click on the source opens the document at the row's place."""

    open_wanted = Signal(object)
    """Open a row's document at its place: `CaseRowView`."""
    checked_wanted = Signal(object, bool)
    """Mark a row as checked by a person, or not: `CaseRowView`."""
    sort_wanted = Signal(str, bool)
    """Another order: a column's key, descending."""

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "surface")
        self._schema: CaseSchema | None = None
        self._kept: int | None = None
        self.total = section("")
        self.hint = label(self.tr("Enter opens the place a row came from"), 12, 400, "text2")
        self.caution = label("", 12, 500, "amber", wrap=True)
        self.unchecked = label("", 12, 500, "amber")
        self.model = CaseRowsModel(fetch, self)
        self.table = CaseRowsTable(self.model)
        self.strip = SourceStrip()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        counts = QHBoxLayout()
        counts.setContentsMargins(MARGIN, 10, MARGIN, 4)
        counts.setSpacing(12)
        counts.addWidget(self.total)
        counts.addWidget(self.hint)
        counts.addWidget(self.caution, 1)
        counts.addStretch(0)
        counts.addWidget(self.unchecked)
        table = QHBoxLayout()
        table.setContentsMargins(MARGIN - 8, 0, 4, 0)
        table.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(counts)
        column.addLayout(table, 1)
        column.addWidget(rule())
        column.addWidget(self.strip)

    def _connect(self) -> None:
        self.model.sort_wanted.connect(self.sort_wanted)
        self.model.dataChanged.connect(lambda *_: self._show_current())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.strip.open_wanted.connect(self.open_wanted)
        self.strip.checked_wanted.connect(self.checked_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no height for both, the rows have it before their source's words."""
        super().resizeEvent(event)
        self.strip.setVisible(self.height() >= theme.px(STRIP_FROM))

    def show_rows(
        self, ids: tuple[int, ...], columns: tuple[Column, ...], schema: CaseSchema | None
    ) -> None:
        """List other rows; the row that was chosen stays chosen where it is still listed."""
        current = self.current_row()
        keep = current.id if current is not None else self._kept
        self._schema = schema
        self.model.show(ids, columns)
        if current is not None and self.current_row() is current:
            return
        place = self.model.place_of(keep) if keep is not None else None
        if place is None and ids:
            place = 0
        if place is not None:
            self.table.setCurrentIndex(self.model.index(place, 0))
        self._show_current()

    def show_counts(self, overview: CaseOverview) -> None:
        """Say how many rows there are, and what must not be added up."""
        self.total.setText(words.total(overview))
        self.unchecked.setText(words.unchecked(overview.unchecked))
        self.unchecked.setVisible(overview.unchecked > 0)
        self.caution.setVisible(bool(overview.caution))
        note = common_note(overview)
        self.hint.setText(note or self.tr("Enter opens the place a row came from"))
        self.hint.setVisible(not overview.caution)
        told = (overview.caution, note)
        self.caution.setText(" ".join(text for text in told if text) if overview.caution else "")

    def schema(self) -> CaseSchema | None:
        """The schema by which the rows are shown."""
        return self._schema

    def current_row(self) -> CaseRowView | None:
        """The row that the keyboard is on, once it has been fetched."""
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def open_current(self) -> None:
        """Open the chosen row's source."""
        self._open(self.table.currentIndex())

    def _show_current(self) -> None:
        row = self.current_row()
        if row is not None:
            self._kept = row.id
        self.strip.show_row(row, self._schema)

    def _clicked(self, index: QModelIndex) -> None:
        column = self.table.column_at(index)
        if column is not None and column.key == SOURCE:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is not None and row.document_id is not None:
            self.open_wanted.emit(row)
