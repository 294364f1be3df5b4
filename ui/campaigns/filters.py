"""Which lines of a campaign are shown: words, nation, kind."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from foitrack.desk.views.coverage import CoverageFilter, Figure
from ui import theme
from ui.counting import by_number, counted
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.flow import Flow
from ui.widgets.labels import secondary
from ui.widgets.page_header import MARGIN
from ui.widgets.search_box import SearchBox

Counted = tuple[tuple[str, int], ...]


class CampaignFilters(QWidget):
    """The figures pressed are kept elsewhere; this makes one filter of both."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(self.tr("Search authorities"))
        self.nation = FilterPill(self.tr("Nation"))
        self.kind = FilterPill(self.tr("Kind"))
        self.clear = QPushButton(self.tr("Clear filters"))
        theme.button_kind(self.clear, "link")
        self.count = secondary("")
        row = Flow(self, 8, QMargins(MARGIN, 2, MARGIN, 8))
        for widget in (self.search, self.nation, self.kind, self.count, self.clear):
            row.addWidget(widget)
        self.search.searched.connect(lambda _: self.changed.emit())
        self.nation.changed.connect(lambda _: self.changed.emit())
        self.kind.changed.connect(lambda _: self.changed.emit())
        self._grow()
        theme.changes().changed.connect(self._grow)

    def wanted(self, figures: frozenset[Figure]) -> CoverageFilter:
        """What is asked for, with the figures pressed."""
        return CoverageFilter(
            figures, self.nation.ticked(), self.kind.ticked(), self.search.text().strip()
        )

    def offer(self, nations: Counted, kinds: Counted) -> None:
        """Offer the nations and kinds that there are."""
        for pill, values in ((self.nation, nations), (self.kind, kinds)):
            pill.set_options(
                Option(value, value or self.tr("not known"), number) for value, number in values
            )
            pill.setVisible(len(values) > 1 or bool(pill.ticked()))

    def show_count(self, shown: int, total: int) -> None:
        """How many lines there are, of how many."""
        of = by_number(total, "{1} of {0} request", "{1} of {0} requests", f"{shown:,}")
        self.count.setText(of if shown != total else counted(total, "request"))
        self.clear.setVisible(shown != total)

    def forget(self) -> None:
        """Ask for everything, without saying so."""
        for pill in (self.nation, self.kind):
            pill.set_ticked([])
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def _grow(self) -> None:
        self.search.setFixedWidth(theme.px(196))
        self.count.setMinimumHeight(theme.px(30))
