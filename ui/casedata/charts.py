"""The charts of the case rows side by side, or their figures as a table."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QStackedWidget, QWidget

from foitrack.desk.views import CaseOverview
from ui import theme
from ui.casedata.figures import LEADING, FigureDelegate, FiguresModel
from ui.widgets.chart import BarChart
from ui.widgets.table_view import ListTable

PER_ROW = 6
LEAST_WIDTH = 264
"""A chart narrower than this goes below the others."""
TIGHT = 180
"""As narrow as this where that lets all stand in one row: nobody looks for a chart below."""
ASIDE, CLOSE = 32, 24
"""Between charts, and where they are narrow."""
LEAST_HEIGHT = 190
BETWEEN = 16
PEEK = 20
"""Of a row that must be scrolled to its titles are seen, so that one knows it is there."""


def side_by_side(charts: int, room: int) -> int:
    """How many of so many charts stand in one row of that many pixels."""
    usual = max(1, min(PER_ROW, (room + theme.px(ASIDE)) // theme.px(LEAST_WIDTH)))
    tight = (room + CLOSE) // (theme.px(TIGHT) + CLOSE)
    return charts if usual < charts <= min(PER_ROW, tight) else usual


def common_note(overview: CaseOverview) -> str:
    """What is noted of every chart alike, which is then said once for all; empty otherwise."""
    notes = {chart.note for chart in overview.charts}
    return notes.pop() if len(notes) == 1 and len(overview.charts) > 1 else ""


class Charts(QStackedWidget):
    """Clicking a bar, or Enter on it, asks for the filter of its value."""

    chosen = Signal(str, str)
    """A field and one of its values ("" for "Not given")."""
    figures_wanted = Signal()
    """A chart has more bars than it can show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted = QWidget()
        self._grid = QGridLayout(self.painted)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(ASIDE)
        self._grid.setVerticalSpacing(BETWEEN)
        self._charts: list[BarChart] = []
        self._across = PER_ROW
        self._shown = 0
        self._one_row = True
        self._unlisted: CaseOverview | None = None
        """Whose figures are not in the table yet: it may have hundreds of columns."""
        self.model = FiguresModel(self)
        self.table = ListTable(self.tr("Figures of the charts"), row=32)
        self.table.setModel(self.model)
        self.table.setItemDelegate(FigureDelegate(self.table))
        self.table.opened.connect(self._open)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.painted)
        self.addWidget(self.area)
        self.addWidget(self.table)

    def charts(self) -> list[BarChart]:
        """The charts shown."""
        return [chart for chart in self._charts if not chart.isHidden()]

    def show_overview(self, overview: CaseOverview, chosen: Mapping[str, frozenset[str]]) -> None:
        """Show other figures; `chosen` are the values that the filters now ask for."""
        while len(self._charts) < len(overview.charts):
            self._charts.append(self._made())
        self._shown = len(overview.charts)
        self._show_some()
        common = common_note(overview)
        for widget, chart in zip(self._charts, overview.charts, strict=False):
            picked = chosen.get(chart.field, frozenset())
            widget.show_chart(
                chart,
                stacked=not overview.caution,
                alike=overview.alike,
                selected=picked,
                noted=chart.note != common,
            )
        self._unlisted = overview
        if self.currentWidget() is self.table:
            self._list_figures()

    def _list_figures(self) -> None:
        if self._unlisted is not None:
            self.model.show(self._unlisted)
            self._unlisted = None
            self._fit()

    def _fit(self) -> None:
        """Each column as wide as its title, or as the names it holds."""
        metrics = QFontMetrics(theme.font(13, 400))
        for at, title in enumerate(self.model.titles()):
            least = 190 if at < LEADING else 96
            wide = max(theme.px(least), metrics.horizontalAdvance(title) + theme.px(24))
            self.table.setColumnWidth(at, wide)

    def _made(self) -> BarChart:
        chart = BarChart()
        chart.chosen.connect(self.chosen)
        chart.more_wanted.connect(self.figures_wanted)
        self._place(chart, len(self._charts))
        # Tab comes to them where they stand, above the rows, though they are made later.
        self.setTabOrder(self._charts[-1] if self._charts else self.table, chart)
        return chart

    def _place(self, chart: BarChart, at: int) -> None:
        self._grid.addWidget(chart, at // self._across, at % self._across)

    def arrange(self, room: int, *, one_row: bool) -> None:
        """Put side by side what has room; with `one_row` the next ones are scrolled to."""
        across = side_by_side(self._shown, room)
        self._one_row = one_row
        narrow = (room + ASIDE) // across < theme.px(LEAST_WIDTH)
        self._grid.setHorizontalSpacing(CLOSE if narrow else ASIDE)
        if across != self._across:
            self._across = across
            for at, chart in enumerate(self._charts):
                self._grid.removeWidget(chart)
                self._place(chart, at)
        self._show_some()

    def _show_some(self) -> None:
        for at, chart in enumerate(self._charts):
            chart.setVisible(at < self._shown)
        rows = max(1, ceil(self._shown / self._across))
        tall = theme.px(LEAST_HEIGHT)
        if self._one_row:
            tall = self.height() - (BETWEEN + theme.px(PEEK) if rows > 1 else 0)
        self.painted.setMinimumHeight(rows * tall + (rows - 1) * BETWEEN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rows as high as the view."""
        super().resizeEvent(event)
        self._show_some()

    def show_figures(self, on: bool) -> None:
        """Show the table instead of the charts, or the charts again."""
        if on:
            self._list_figures()
        self.setCurrentWidget(self.table if on else self.area)

    def _open(self, index: QModelIndex) -> None:
        figure = self.model.figure(index)
        if figure is not None:
            self.chosen.emit(figure.chart.field, figure.bar.label if figure.bar.known else "")
