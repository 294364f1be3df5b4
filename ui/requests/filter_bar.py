"""What is listed: search, pills, how many; in a narrow window some pills fold into a menu."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from foitrack.desk.listed_counts import Counts
from foitrack.desk.views import CampaignView, RequestFilter
from foitrack.law.terms import Regime, Review, State
from ui import theme
from ui.counting import by_number, counted
from ui.law_words import review_words, state_words
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.flow import Flow
from ui.widgets.labels import secondary
from ui.widgets.search_box import SearchBox

HEIGHT = 44
SEARCH_WIDE = (220, 170)
"""Pixels at 100 % text: in a wide window, in a narrow one."""
NARROW = 1080
REGIMES = (Regime.FOIA, Regime.EIR, Regime.FOISA, Regime.EISR)


class FilterBar(QWidget):
    """Tells the filter that its fields make up; `show_filter` sets them without telling."""

    changed = Signal(object)
    """A `RequestFilter`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = RequestFilter()
        self._counts: Counts | None = None
        self.own = QToolButton()
        self.search = SearchBox(self.tr("Search requests"))
        self.campaign = FilterPill(self.tr("Campaign"), single=True)
        self.state = FilterPill(self.tr("State"))
        self.regime = FilterPill(self.tr("Law"))
        self.review = FilterPill(self.tr("Review"))
        self.clear = QPushButton(self.tr("Clear filters"))
        self.count = secondary("")
        self.columns = QToolButton()
        self.more = QToolButton()
        self._fill()
        self._lay_out()
        self._connect()

    def show_filter(self, wanted: RequestFilter) -> None:
        """Show a filter that came from elsewhere."""
        self._filter = wanted
        if self.search.text().strip() != wanted.search:
            self.search.blockSignals(True)
            self.search.setText(wanted.search)
            self.search.blockSignals(False)
        its = () if wanted.campaign_id is None else (str(wanted.campaign_id),)
        self.campaign.set_ticked(its)
        states = set(wanted.states) | ({State.OVERDUE} if wanted.overdue else set())
        self.state.set_ticked(state.value for state in states)
        self.regime.set_ticked(regime.value for regime in wanted.regimes)
        self.review.set_ticked(review.value for review in wanted.reviews)
        self.clear.setVisible(wanted != RequestFilter(binned=wanted.binned))
        self._grow()
        self._show_counts()

    def show_campaigns(self, campaigns: Iterable[CampaignView]) -> None:
        """Offer these campaigns."""
        found = tuple(campaigns)
        self.campaign.set_options(Option(str(c.id), c.name, c.requests) for c in found)
        self.campaign.setVisible(bool(found) or self._filter.campaign_id is not None)

    def show_counts(self, counts: Counts) -> None:
        """Say of each choice how many requests it would find."""
        self._counts = counts
        self._show_counts()

    def _show_counts(self) -> None:
        if self._counts is not None:
            self.state.show_counts(self._counts.states(self._filter))
            self.regime.show_counts(self._counts.regimes(self._filter))
            self.review.show_counts(self._counts.reviews(self._filter))

    def show_count(self, listed: int, total: int) -> None:
        """How many requests are listed, of how many."""
        of = by_number(total, "{1} of {0} request", "{1} of {0} requests", f"{listed:,}")
        self.count.setText(of if listed != total else counted(total, "request"))

    def _fill(self) -> None:
        self.state.set_options(Option(s.value, state_words(s)) for s in State)
        self.regime.set_options(Option(r.value, r.value) for r in REGIMES)
        self.review.set_options(Option(r.value, review_words(r)) for r in Review)
        self.campaign.hide()

    def _lay_out(self) -> None:
        self.setMinimumHeight(theme.px(HEIGHT))
        theme.button_kind(self.clear, "link")
        self.clear.hide()
        for button, icon, said in (
            (self.own, "star", self.tr("Filters of your own")),
            (self.columns, "table", self.tr("Columns and order")),
            (self.more, "filter", self.tr("More filters")),
        ):
            theme.set_icon(button, icon, "text2")
            button.setFixedSize(theme.px(32), theme.px(30))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # On as many lines as they need: large text in a small window has room for few on one.
        chosen = QWidget()
        flow = Flow(chosen, 8, QMargins(0, 0, 0, 0))
        for widget in (self.search, self.campaign, self.state, self.regime, self.review):
            flow.addWidget(widget)
        for beside in (self.more, self.own, self.clear):
            flow.addWidget(beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 8)
        row.setSpacing(8)
        row.addWidget(chosen, 1)
        row.addWidget(self.count)
        row.addSpacing(4)
        row.addWidget(self.columns)
        self._make_more()

    def _make_more(self) -> None:
        menu = QMenu(self.more)
        for pill, said in ((self.regime, self.tr("Law")), (self.review, self.tr("Review"))):
            inside = pill.menu()
            assert inside is not None
            inside.setTitle(said)
            menu.addMenu(inside)
        self.more.setMenu(menu)
        self.more.hide()

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.campaign.changed.connect(self._choose_campaign)
        self.state.changed.connect(self._choose_states)
        self.regime.changed.connect(self._choose_regimes)
        self.review.changed.connect(self._choose_reviews)
        self.clear.clicked.connect(self.clear_all)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold two pills into a menu where there is no room for them."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        self.search.setFixedWidth(theme.px(SEARCH_WIDE[narrow]))
        self.regime.setVisible(not narrow)
        self.review.setVisible(not narrow)
        self.more.setVisible(narrow)
        self._grow()

    def _grow(self) -> None:
        """All lines stay whole; it is the list that gives way."""
        layout = self.layout()
        needed = layout.heightForWidth(self.width()) if layout is not None else 0
        self.setMinimumHeight(max(theme.px(HEIGHT), needed))

    # What is chosen

    def clear_all(self) -> None:
        """List everything."""
        self._tell(RequestFilter(binned=self._filter.binned))

    def _search(self, words: str) -> None:
        self._tell(replace(self._filter, search=words))

    def _choose_campaign(self, values: frozenset[str]) -> None:
        chosen = next(iter(values), None)
        self._tell(replace(self._filter, campaign_id=int(chosen) if chosen else None))

    def _choose_states(self, values: frozenset[str]) -> None:
        states = frozenset(State(value) for value in values)
        self._tell(replace(self._filter, states=states, overdue=False))

    def _choose_regimes(self, values: frozenset[str]) -> None:
        self._tell(replace(self._filter, regimes=frozenset(Regime(value) for value in values)))

    def _choose_reviews(self, values: frozenset[str]) -> None:
        self._tell(replace(self._filter, reviews=frozenset(Review(value) for value in values)))

    def _tell(self, wanted: RequestFilter) -> None:
        self.show_filter(wanted)
        self.changed.emit(wanted)
