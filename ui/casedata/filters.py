"""The filters over the case rows: campaign, and one for each chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from foitrack.desk.views import CampaignView, CaseFilter
from ui import theme
from ui.casedata.words import field_name, not_given
from ui.widgets.chart_words import in_words
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.flow import Flow
from ui.widgets.page_header import MARGIN
from ui.widgets.search_box import SearchBox

Counted = tuple[tuple[str, int], ...]


class FilterBar(QWidget):
    """44 high, more where the pills need lines.

    Whatever is chosen here drives charts and rows together.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(self.tr("Search case rows"))
        self.search.searched.connect(lambda _: self.changed.emit())
        self.campaign = FilterPill(self.tr("Campaign"), single=True)
        self.fields: dict[str, FilterPill] = {}
        self.clear = QPushButton(self.tr("Clear filters"))
        theme.button_kind(self.clear, "link")
        self.clear.clicked.connect(self.clear_all)
        self._row = Flow(self, 8, QMargins(MARGIN, 4, MARGIN, 8))
        for widget in (self.search, self.campaign, self.clear):
            self._row.addWidget(widget)
        self.campaign.changed.connect(lambda _: self._tell())
        self._grow()
        theme.changes().changed.connect(self._grow)
        self._show_clear()

    # What is asked for

    def case_filter(self) -> CaseFilter:
        """What the pills ask for."""
        return CaseFilter(
            campaign_id=self.campaign_id(),
            values=tuple(
                (field, value)
                for field, pill in self.fields.items()
                for value in sorted(pill.ticked())
            ),
            search=self.search.text().strip(),
        )

    def campaign_id(self) -> int | None:
        """The campaign chosen, or None for all."""
        chosen = next(iter(self.campaign.ticked()), None)
        return int(chosen) if chosen is not None else None

    def chosen(self) -> dict[str, frozenset[str]]:
        """The values chosen, by field."""
        return {field: pill.ticked() for field, pill in self.fields.items()}

    def active(self) -> bool:
        """Whether anything narrows the rows."""
        return self.case_filter() != CaseFilter()

    # What may be asked for

    def offer(
        self,
        campaigns: Sequence[CampaignView],
        fields: Sequence[str],
        options: Mapping[str, Counted],
    ) -> None:
        """Offer campaigns, and for each field the values there are."""
        self.campaign.set_options(Option(str(c.id), c.name) for c in campaigns)
        self.campaign.setVisible(len(campaigns) > 1 or bool(self.campaign.ticked()))
        for field in fields:
            pill = self.fields.get(field) or self._add(field)
            pill.set_options(
                Option(value, in_words(value) or not_given(), count)
                for value, count in options.get(field, ())
            )
        for field, pill in self.fields.items():
            choice = len(options.get(field, ())) > 1
            pill.setVisible((field in fields and choice) or bool(pill.ticked()))
        self._show_clear()

    def _add(self, field: str) -> FilterPill:
        pill = FilterPill(field_name(field))
        pill.changed.connect(lambda _: self._tell())
        before = next(reversed(self.fields.values()), self.campaign)
        self.fields[field] = pill
        self._row.put_before(pill, self.clear)
        self.setTabOrder(before, pill)
        return pill

    # Changes

    def choose(self, wanted: CaseFilter) -> None:
        """Ask for what a filter asks for."""
        campaign_id = wanted.campaign_id
        self.campaign.set_ticked([] if campaign_id is None else [str(campaign_id)])
        values = dict.fromkeys(self.fields, frozenset[str]())
        for field, value in wanted.values:
            values[field] = values.get(field, frozenset()) | {value}
        for field, ticked in values.items():
            (self.fields.get(field) or self._add(field)).set_ticked(ticked)
        self._tell()

    def toggle(self, field: str, value: str) -> None:
        """Ask for a value of a field, or no longer."""
        pill = self.fields.get(field)
        if pill is None:
            return
        ticked = pill.ticked()
        pill.set_ticked(ticked - {value} if value in ticked else ticked | {value})
        self._tell()

    def clear_all(self) -> None:
        """Ask for everything."""
        for pill in (self.campaign, *self.fields.values()):
            pill.set_ticked([])
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear.setVisible(self.active())

    def _grow(self) -> None:
        self.search.setFixedWidth(theme.px(196))
