"""Case data: filters over charts and rows, and below them the words each row was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk import casedata
from foitrack.desk.views import CaseFilter, CaseOverview, CaseRowView, Changed
from ui import theme
from ui.casedata.charts import Charts
from ui.casedata.columns import AUTHORITY, columns_for, schema_for
from ui.casedata.deeds import CaseDeeds
from ui.casedata.fill_order import Fills, said
from ui.casedata.filters import FilterBar
from ui.casedata.legend import SeriesLegend
from ui.casedata.loading import Asked, Loaded, load
from ui.casedata.model import Rows
from ui.casedata.no_rows import NoRows
from ui.casedata.page_actions import CaseActions
from ui.casedata.rows_panel import RowsPanel
from ui.casedata.words import from_whom, word_of
from ui.casedata.words_panel import WordsPanel
from ui.widgets.chart_layout import drawn_series
from ui.widgets.empty_state import EmptyState
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import rule
from ui.widgets.page_header import MARGIN, PageHeader
from ui.widgets.segmented import Segmented
from ui.widgets.when_seen import WhenSeen
from ui.workspace import Workspace

LANE = "casedata"
NARROW = 1200
"""Windows narrower than this show rows and charts as two tabs."""
CHARTS_HEIGHT = 240
UNLIMITED = 16_777_215


class CaseDataPage(InTurns):
    """Every case row of the responses recorded; clicking a bar sets the filter."""

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        self._workspace = workspace
        self._asked = Asked(0, CaseFilter(), "", False)
        self._sort, self._descending = "", False
        self._known: Loaded | None = None
        """What was answered last, as long as nothing was written since."""
        self._fills = Fills()
        self.deeds = CaseDeeds(workspace, self)
        theme.ground(self, "window")
        self._make_head()
        self._lay_out()
        yield
        # Tab comes to what was put in the window first.
        self.charts = Charts()
        self.chart_column.addWidget(self.charts)
        yield
        yield from self._make_lists()
        self._make_empty()
        self._connect()
        CaseActions(self)
        # Where nobody looks at it yet, its figures are reckoned when somebody does.
        (self._unseen.hear if self.made_ahead else self.refresh)()

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is on the rows, or on what leads to some."""
        empty = self.stack.currentWidget() is self.empty
        where: QWidget = self.empty.button if empty else self.panel.table
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_argument(self, argument: object) -> None:
        """Show what a filter asks for."""
        if isinstance(argument, CaseFilter):
            self.filters.choose(argument)

    def refresh(self) -> None:
        """Ask the desk for rows and figures."""
        wanted = self.filters.case_filter()
        asked = Asked(self._asked.number + 1, wanted, self._sort, self._descending)
        self._asked, desk = asked, self._workspace.desk
        known = self._known
        self._workspace.read(lambda: load(desk, asked, known), self._take, lane=LANE, topic=self)

    # The parts

    def _make_head(self) -> None:
        self.header = PageHeader(self.tr("Case data"))
        self.legend = SeriesLegend()
        options = (("charts", self.tr("Charts")), ("figures", self.tr("Figures")))
        self.shown_as = Segmented(self.tr("Shown as"), options)
        self.shown_as.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        lists = (("rows", self.tr("Rows")), ("words", self.tr("Words")))
        self.listed = Segmented(self.tr("Listed below"), lists)
        self.listed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.header.add(self.legend)
        self.header.add(self.shown_as)
        self.header.add(self.listed)
        self.filters = FilterBar()
        self.tabs = QTabBar()
        self.tabs.addTab(self.tr("Rows"))
        self.tabs.addTab(self.tr("Charts"))
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Rows or charts"))

    def _make_lists(self) -> Iterator[None]:
        self.panel = RowsPanel(self._fetch)
        self.below.addWidget(self.panel)
        yield
        self.words = WordsPanel()
        self.below.addWidget(self.words)
        yield

    def _make_empty(self) -> None:
        self.empty = NoRows()
        self.no_match = EmptyState(
            self.tr("No case rows match."), icon="filter", button=self.tr("Clear filters")
        )
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.no_match)

    def _lay_out(self) -> None:
        self.below = QStackedWidget()
        self.full = self._made_full()
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())
        self.stack.addWidget(self.full)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self.stack, 1)

    def _made_full(self) -> QWidget:
        self.chart_box = QWidget()
        theme.ground(self.chart_box, "surface")
        self.chart_column = QVBoxLayout(self.chart_box)
        self.chart_column.setContentsMargins(MARGIN, 14, MARGIN, 12)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(MARGIN, 0, MARGIN, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        self.between = rule()
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tabs)
        for widget in (rule(), self.chart_box, self.between):
            column.addWidget(widget)
        column.addWidget(self.below, 1)
        return full

    def _connect(self) -> None:
        self._workspace.changed.connect(self._forget)
        self._unseen = WhenSeen(self, self.refresh)
        self._workspace.changed.connect(self._unseen.hear)
        self.filters.changed.connect(self.refresh)
        self.charts.chosen.connect(self.filters.toggle)
        self.charts.figures_wanted.connect(lambda: self._show_as("figures"))
        self.shown_as.chosen.connect(self._show_as)
        self.tabs.currentChanged.connect(lambda _: self._fit())
        self.panel.sort_wanted.connect(self._sort_by)
        self.panel.open_wanted.connect(self.deeds.open_source)
        self.filters.search.leads_to(self.panel.table)
        self.panel.checked_wanted.connect(self.deeds.set_checked)
        self.listed.chosen.connect(self._list)
        self.panel.strip.grouping_wanted.connect(self._group_row)
        self.words.grouping_wanted.connect(self.deeds.group)
        self.words.forget_wanted.connect(self.deeds.as_it_was)
        go = self._workspace.navigate.emit
        self.words.schema_wanted.connect(lambda: go("schema", self.deeds.campaign_id))
        self.empty.wanted.connect(lambda page: go(page, None))
        self.no_match.asked.connect(self.filters.clear_all)

    # What is shown

    def _forget(self, _change: Changed) -> None:
        self._known = None
        # What is on its way was asked before this was written.
        self._asked = replace(self._asked, number=self._asked.number + 1)

    def _take(self, loaded: Loaded) -> None:
        if loaded.asked is not self._asked:
            return
        self._known = loaded
        overview = said(self._fills.in_order(loaded.overview, loaded.asked.wanted.campaign_id))
        self._offer(loaded, overview)
        self._list_rows(loaded, overview)
        # In a turn of its own, so that the window answers between them.
        QTimer.singleShot(0, self, lambda: self._chart(loaded, overview))

    def _offer(self, loaded: Loaded, overview: CaseOverview) -> None:
        charted = (chart.field for chart in overview.charts)
        fields = tuple(dict.fromkeys((AUTHORITY, *charted)))
        self.filters.offer(loaded.campaigns, fields, loaded.options)
        self.filters.setVisible(bool(overview.rows) or self.filters.active())

    def _list_rows(self, loaded: Loaded, overview: CaseOverview) -> None:
        schema = schema_for(loaded.schemas, loaded.options)
        one = len(overview.authorities) <= 1
        columns = columns_for(schema, loaded.options, one_authority=one)
        self.panel.show_counts(overview)
        self.panel.show_rows(loaded.ids, columns, schema)
        self.deeds.campaign_id = loaded.campaign_id
        self.words.show_words(loaded.words, loaded.schemas)
        self.empty.show_tables(loaded.tables)

    def _chart(self, loaded: Loaded, overview: CaseOverview) -> None:
        if loaded.asked is not self._asked:
            return
        self._show_charts(overview)
        self.header.say_beside(from_whom(overview))
        self.stack.setCurrentWidget(self._in_front(overview))
        self._fit()

    def _in_front(self, overview: CaseOverview) -> QWidget:
        if overview.rows:
            return self.full
        return self.no_match if self.filters.active() else self.empty

    def _show_charts(self, overview: CaseOverview) -> None:
        self.charts.show_overview(overview, self.filters.chosen())
        first = overview.charts[0] if overview.charts else None
        series = drawn_series(first) if first is not None else ()
        others = len(first.series) - len(series) + 1 if first is not None else 0
        self.legend.show_series(series, others)

    def _fetch(self, ids: Sequence[int], take: Callable[[Rows], None]) -> None:
        desk = self._workspace.desk
        self._workspace.read(lambda: casedata.rows(desk, ids), take)

    def _show_as(self, value: str) -> None:
        self.shown_as.set_value(value)
        self.charts.show_figures(value == "figures")

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self.refresh()

    # Words

    def _list(self, value: str) -> None:
        self.listed.set_value(value)
        shown = self.words if value == "words" else self.panel
        self.below.setCurrentWidget(shown)
        shown.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _group_row(self, row: CaseRowView) -> None:
        """Show the words of a row's first grouped cell, to change what they count as."""
        self._list("words")
        for field, printed in word_of(row, self.panel.schema()):
            self.words.choose(field, printed)
            return

    # Room

    def _fit(self) -> None:
        narrow = self.window().width() < theme.px(NARROW)
        charts_only = narrow and self.tabs.currentIndex() == 1
        self.tabs.setVisible(narrow)
        self.between.setVisible(not narrow)
        # What belongs to the charts, or to the rows, is there while they are.
        charted = self.legend.has_series()
        self.legend.setVisible(charted and (charts_only or not narrow))
        self.shown_as.setVisible(charted and (charts_only or not narrow))
        self.listed.setVisible(self.stack.currentWidget() is self.full and not charts_only)
        self.chart_box.setVisible(not narrow or charts_only)
        self.below.setVisible(not charts_only)
        self.charts.arrange(self.width() - 2 * MARGIN, one_row=not charts_only)
        fixed = theme.px(CHARTS_HEIGHT)
        self.chart_box.setMinimumHeight(0 if charts_only else fixed)
        self.chart_box.setMaximumHeight(UNLIMITED if charts_only else fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Charts beside the rows where there is room, else behind a tab."""
        super().resizeEvent(event)
        self._fit()
