"""Case data: filters over charts and rows, and below them the words each row was read from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk import campaigns, casedata, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import CampaignView, CaseFilter, CaseOverview, CaseRowView, Changed
from foitrack.reading.schema import CaseSchema
from ui import theme
from ui.casedata import words
from ui.casedata.charts import LEAST_WIDTH, PER_ROW, Charts
from ui.casedata.columns import SOURCE, columns_for, schema_for
from ui.casedata.filters import Counted, FilterBar
from ui.casedata.legend import SeriesLegend
from ui.casedata.model import CaseRowsModel, Rows
from ui.casedata.rows import CaseRowsTable
from ui.casedata.source_strip import SourceStrip
from ui.widgets.chart_layout import drawn_series
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import rule, section
from ui.widgets.labels import words as label
from ui.widgets.page_header import MARGIN, PageHeader
from ui.widgets.segmented import Segmented
from ui.workspace import Workspace

NARROW = 1200
"""Windows narrower than this show rows and charts as two tabs."""
CHARTS_HEIGHT = 240


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the desk gave for the question asked as number `asked`."""

    asked: int
    campaigns: tuple[CampaignView, ...]
    options: dict[str, Counted]
    overview: CaseOverview
    ids: tuple[int, ...]


class CaseDataPage(QWidget):
    """Every case row of the responses recorded; clicking a bar sets the filter."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked = 0
        self._sort, self._descending = "", False
        self._schema: CaseSchema | None = None
        self._kept: int | None = None
        theme.ground(self, "window")
        self._make()
        self._lay_out()
        self._connect()
        self.refresh()

    def show_argument(self, argument: object) -> None:
        """Come to the page with a campaign's rows, or with a row to show."""
        if isinstance(argument, CaseFilter):
            self.filters.choose_campaign(argument.campaign_id)

    def refresh(self) -> None:
        """Ask the desk for rows and figures."""
        self._asked += 1
        asked, desk, wanted = self._asked, self._workspace.desk, self.filters.case_filter()
        sort, descending = self._sort, self._descending
        self._workspace.read(lambda: load(asked, desk, wanted, sort, descending), self._take)

    # The parts

    def _make(self) -> None:
        self.header = PageHeader(self.tr("Case data"))
        self.legend = SeriesLegend()
        options = (("charts", self.tr("Charts")), ("figures", self.tr("Figures")))
        self.shown_as = Segmented(self.tr("Shown as"), options)
        self.shown_as.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.header.add(self.legend)
        self.header.add(self.shown_as)
        self.filters = FilterBar()
        self.tabs = QTabBar()
        self.tabs.addTab(self.tr("Rows"))
        self.tabs.addTab(self.tr("Charts"))
        self.tabs.setAccessibleName(self.tr("Rows or charts"))
        self.charts = Charts()
        self.total = section("")
        self.unchecked = label("", 12, 500, "amber")
        self.caution = label("", 12, 500, "amber", wrap=True)
        self.model = CaseRowsModel(self._fetch, self)
        self.table = CaseRowsTable(self.model)
        self.strip = SourceStrip()
        self.empty = EmptyState(
            self.tr("No case rows yet"),
            self.tr("Record a response with a table."),
            icon="table",
            button=self.tr("Record a response…"),
        )
        self.no_match = EmptyState(
            self.tr("No case rows match"), icon="filter", button=self.tr("Clear filters")
        )

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.full = self._made_full()
        for widget in (QWidget(), self.full, self.empty, self.no_match):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self.stack, 1)

    def _made_full(self) -> QWidget:
        self.chart_box = QWidget()
        theme.ground(self.chart_box, "surface")
        charts = QVBoxLayout(self.chart_box)
        charts.setContentsMargins(MARGIN, 14, MARGIN, 12)
        charts.addWidget(self.charts)
        self.row_box = QWidget()
        theme.ground(self.row_box, "surface")
        rows = QVBoxLayout(self.row_box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._made_counts())
        beside = QHBoxLayout()
        beside.setContentsMargins(MARGIN - 8, 0, 4, 0)
        beside.addWidget(self.table)
        rows.addLayout(beside, 1)
        rows.addWidget(rule())
        rows.addWidget(self.strip)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(MARGIN, 0, MARGIN, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        column.addLayout(tabs)
        column.addWidget(rule())
        column.addWidget(self.chart_box)
        self.between = rule()
        column.addWidget(self.between)
        column.addWidget(self.row_box, 1)
        return full

    def _made_counts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN, 10, MARGIN, 4)
        line.setSpacing(12)
        line.addWidget(self.total)
        self.hint = label(self.tr("Enter opens the place a row came from"), 12, 400, "text2")
        line.addWidget(self.hint)
        line.addWidget(self.caution, 1)
        line.addStretch(0)
        line.addWidget(self.unchecked)
        return line

    def _connect(self) -> None:
        self._workspace.changed.connect(self._hear)
        self.filters.changed.connect(self.refresh)
        self.charts.chosen.connect(self.filters.toggle)
        self.charts.figures_wanted.connect(lambda: self._show_as("figures"))
        self.shown_as.chosen.connect(self._show_as)
        self.tabs.currentChanged.connect(lambda _: self._fit())
        self.model.sort_wanted.connect(self._sort_by)
        self.model.dataChanged.connect(lambda *_: self._show_current())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.table.opened.connect(self._open_index)
        self.table.clicked.connect(self._clicked)
        self.strip.open_wanted.connect(self._open_source)
        self.strip.checked_wanted.connect(self._set_checked)
        self.empty.asked.connect(lambda: self._workspace.navigate.emit("record-response", None))
        self.no_match.asked.connect(self.filters.clear_all)
        self._add_actions()

    def _add_actions(self) -> None:
        """What the Case data menu offers while the page is up."""
        check = QAction(self.tr("Mark row as &checked or not"), self)
        check.setShortcut(QKeySequence("Ctrl+Return"))
        check.triggered.connect(self._toggle_checked)
        source = QAction(self.tr("&Open the source"), self)
        source.triggered.connect(lambda: self._open_index(self.table.currentIndex()))
        for action in (source, check):
            action.setProperty("menu", "casedata")
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    # What is shown

    def _hear(self, change: Changed) -> None:
        self.refresh()

    def _take(self, loaded: Loaded) -> None:
        if loaded.asked != self._asked:
            return
        overview = loaded.overview
        self._schema = schema_for(self._workspace.desk.reference.schemas, loaded.options)
        fields = {chart.field: _pill_name(chart.field) for chart in overview.charts}
        self.filters.offer(loaded.campaigns, fields, loaded.options)
        self._show_overview(overview)
        current = self._current_row()
        keep = current.id if current is not None else self._kept
        one = len(overview.authorities) <= 1 and overview.rows > 0
        columns = columns_for(self._schema, loaded.options, one_authority=one)
        self.model.show(loaded.ids, columns)
        self._select(keep)
        self.stack.setCurrentWidget(self._in_front(overview))
        self._fit()

    def _in_front(self, overview: CaseOverview) -> QWidget:
        if overview.rows:
            return self.full
        return self.no_match if self.filters.active() else self.empty

    def _show_overview(self, overview: CaseOverview) -> None:
        self.charts.show_overview(overview, self.filters.chosen())
        series = drawn_series(overview.charts[0]) if overview.charts else ()
        everyone = len(overview.charts[0].series) if overview.charts else 0
        self.legend.show_series(series, everyone - len(series) + 1)
        self.header.say_beside(_from_whom(overview))
        self.shown_as.setVisible(bool(overview.charts))
        self.filters.setVisible(bool(overview.rows) or self.filters.active())
        self.total.setText(words.total(overview))
        self.unchecked.setText(words.unchecked(overview.unchecked))
        self.unchecked.setVisible(overview.unchecked > 0)
        self.caution.setText(overview.caution)
        self.caution.setVisible(bool(overview.caution))
        self.hint.setVisible(not overview.caution)

    def _select(self, row_id: int | None) -> None:
        place = self.model.place_of(row_id) if row_id is not None else None
        if place is None and self.model.rowCount():
            place = 0
        if place is not None:
            self.table.setCurrentIndex(self.model.index(place, 0))
        self._show_current()

    def _current_row(self) -> CaseRowView | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _show_current(self) -> None:
        row = self._current_row()
        if row is not None:
            self._kept = row.id
        self.strip.show_row(row, self._schema)

    def _fetch(self, ids: Sequence[int], take: Callable[[Rows], None]) -> None:
        desk = self._workspace.desk
        self._workspace.read(lambda: casedata.rows(desk, ids), take)

    def _show_as(self, value: str) -> None:
        self.shown_as.set_value(value)
        self.charts.show_figures(value == "figures")

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self.refresh()

    # What is done

    def _clicked(self, index: QModelIndex) -> None:
        column = self.table.column_at(index)
        if column is not None and column.key == SOURCE:
            self._open_index(index)

    def _open_index(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self._open_source(row)

    def _open_source(self, row: CaseRowView) -> None:
        """Open the document that a row was read from, at the row's place."""
        if row.document_id is None:
            return
        desk, today = self._workspace.desk, self._workspace.today

        def work() -> int | None:
            detail = requests.detail(desk, row.request_id, today=today)
            held = (r.id for r in detail.responses for d in r.documents if d.id == row.document_id)
            return next(held, None)

        def done(response_id: int | None) -> None:
            if response_id is not None:
                self._workspace.navigate.emit("recording", (response_id, row.place))

        self._workspace.read(work, done)

    def _toggle_checked(self) -> None:
        row = self._current_row()
        if row is not None:
            self._set_checked(row, not row.checked)

    def _set_checked(self, row: CaseRowView, checked: bool) -> None:
        desk = self._workspace.desk
        self._workspace.write(lambda: casedata.set_checked(desk, (row.id,), checked))

    # Room

    def _fit(self) -> None:
        narrow = self.window().width() < theme.px(NARROW)
        charts_only = narrow and self.tabs.currentIndex() == 1
        self.tabs.setVisible(narrow)
        self.between.setVisible(not narrow)
        self.chart_box.setVisible(not narrow or charts_only)
        self.row_box.setVisible(not charts_only)
        across = max(1, min(PER_ROW, self.width() // theme.px(LEAST_WIDTH)))
        self.charts.arrange(across, one_row=not charts_only)
        if charts_only:
            self.chart_box.setMaximumHeight(16_777_215)
            self.chart_box.setMinimumHeight(0)
        else:
            self.chart_box.setFixedHeight(theme.px(CHARTS_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Charts beside the rows where there is room, else behind a tab."""
        super().resizeEvent(event)
        self._fit()


def load(asked: int, desk: Desk, wanted: CaseFilter, sort: str, descending: bool) -> Loaded:
    """Everything on the page, read in one go off the window's thread."""
    return Loaded(
        asked,
        campaigns.all(desk),
        casedata.options(desk, wanted),
        casedata.overview(desk, wanted),
        casedata.ids(desk, wanted, sort, descending),
    )


def _pill_name(field: str) -> str:
    return field.removesuffix("_family").replace("_", " ").capitalize()


def _from_whom(overview: CaseOverview) -> str:
    if not overview.authorities:
        return ""
    if len(overview.authorities) == 1:
        return words.translate("CaseData", "Case rows from {0}").format(overview.authorities[0])
    return words.translate("CaseData", "Case rows from {0} authorities").format(
        len(overview.authorities)
    )
