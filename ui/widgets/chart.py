"""A bar chart painted from `desk.views.Chart`: no colour needed to read it, each bar a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from foitrack.desk.views import Bar, Chart
from ui import theme
from ui.widgets.chart_lanes import Lanes, lane_sums, lanes_of
from ui.widgets.chart_layout import (
    TITLE_GAP,
    ChartLayout,
    Measures,
    lay_out,
    upright,
)
from ui.widgets.chart_paint import paint_bar, paint_foot, paint_ground, paint_ring, paint_title
from ui.widgets.chart_words import describe, describe_bar, in_words
from ui.widgets.mirrored import from_start, onward, turn_for

MOST_MEASURED = 120
WIDEST_LABEL, IN_LITTLE, LITTLE = 0.45, 0.58, 240
"""A label takes at most the first share of the chart, the second in one narrower than so many
pixels at 100 % text; longer ones are cut, the tooltip has all.
"""


class BarChart(QWidget):
    """Bars by one field, split by authority. Arrows move between bars, Enter chooses one."""

    chosen = Signal(str, str)
    """A bar was chosen: the chart's field, and the bar's label ("" for "Not given")."""
    more_wanted = Signal()
    """The line that says how many bars have no room was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._stacked = self._noted = True
        self._alike: tuple[tuple[str, ...], ...] = ()
        self._lanes: Lanes = ()
        self._selected: frozenset[str] = frozenset()
        self._layout = ChartLayout((), 0, QRectF())
        self._current = 0
        self._hover: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changes().changed.connect(self._place)

    def show_chart(
        self,
        chart: Chart,
        *,
        stacked: bool = True,
        alike: tuple[tuple[str, ...], ...] = (),
        selected: frozenset[str] = frozenset(),
        noted: bool = True,
    ) -> None:
        """Show a chart; `selected` are the labels that the filters now ask for.

        Not `noted`, its note is said elsewhere for the eye, and here for the ear and the tooltip.
        """
        self._chart, self._stacked, self._selected = chart, stacked, selected
        self._noted, self._alike, self._lanes = noted, alike, lanes_of(chart, stacked, alike)
        self._current = min(self._current, max(0, len(chart.bars) - 1))
        self.setAccessibleName(chart.title)
        self._tell()
        self._place()

    def chart(self) -> Chart | None:
        """The chart shown."""
        return self._chart

    def placed(self) -> ChartLayout:
        """Where everything stands now."""
        return self._layout

    def sizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(120))

    def _place(self) -> None:
        chart = self._chart
        if chart is None:
            return
        metrics, title = self._metrics(12, 400), self._metrics(13, 600)
        measured = chart.bars if upright(chart) else chart.bars[:MOST_MEASURED]
        labels = [metrics.horizontalAdvance(in_words(bar.label)) for bar in measured]
        figures = [metrics.horizontalAdvance(self._figure(bar)) for bar in measured]
        share = IN_LITTLE if self.width() < theme.px(LITTLE) else WIDEST_LABEL
        measures = Measures(
            line=metrics.height(),
            label_width=min(max(labels, default=0.0) + 2, self.width() * share),
            count_width=max(figures, default=0.0) + 6,
            top=title.height() + TITLE_GAP,
        )
        size = (self.width(), self.height())
        self._layout = lay_out(chart, *size, measures, stacked=self._stacked, alike=self._alike)
        self.update()

    def _metrics(self, size: int, weight: int) -> QFontMetricsF:
        return QFontMetricsF(theme.font(size, weight), self)

    def _figure(self, bar: Bar) -> str:
        return " | ".join(f"{total:,}" for total in lane_sums(bar, self._lanes)) or "0"

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        chart = self._chart
        if chart is None:
            return
        painter = QPainter(self)
        turn_for(painter, self)
        paint_title(painter, chart, self.width(), noted=self._noted)
        for at, placed in enumerate(self._layout.bars):
            chosen = placed.bar.label in self._selected
            paint_ground(painter, placed, chosen=chosen, pointed=at == self._hover)
            if self.hasFocus() and at == self._current:
                paint_ring(painter, placed)
            paint_bar(painter, placed, self._figure(placed.bar), standing=upright(chart))
        paint_foot(painter, self._layout, self._more_words())
        painter.end()

    def _more_words(self) -> str:
        return self.tr("%n more", "", self._layout.left_off)

    # Mouse and keys

    def bar_at(self, spot: QPointF) -> int | None:
        """Which bar is at a point, counted from the side where reading begins."""
        bars = enumerate(self._layout.bars)
        return next((at for at, placed in bars if placed.target.contains(spot)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = from_start(self, event.position())
        hover = self.bar_at(spot)
        if hover != self._hover:
            self._hover = hover
            over = hover is not None or self._layout.more.contains(spot)
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        spot = from_start(self, event.position())
        if self._layout.more.contains(spot):
            self.more_wanted.emit()
            return
        at = self.bar_at(spot)
        if at is not None:
            self._current = at
            self._choose(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = {Qt.Key.Key_Up, Qt.Key.Key_Left}
        on = {Qt.Key.Key_Down, Qt.Key.Key_Right}
        last = len(self._layout.bars) - 1
        key = onward(self, event.key())
        if last < 0:
            super().keyPressEvent(event)
        elif key in back | on:
            step = 1 if key in on else -1
            self._move(min(last, max(0, self._current + step)))
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._move(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def _move(self, at: int) -> None:
        self._current = at
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Say the bar that the keyboard is on, then the whole chart."""
        chart = self._chart
        if chart is None:
            return
        current = chart.bars[self._current : self._current + 1] if self.hasFocus() else ()
        said = [f"{describe_bar(chart, bar)}." for bar in current]
        self.setAccessibleDescription(" ".join((*said, describe(chart), chart.note)).strip())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keyboard is."""
        super().focusInEvent(event)
        self._tell()

    def _choose(self, at: int) -> None:
        if self._chart is not None and at < len(self._layout.bars):
            bar = self._layout.bars[at].bar
            self.chosen.emit(self._chart.field, bar.label if bar.known else "")

    # Changes from outside

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at, chart = self.bar_at(from_start(self, QPointF(event.pos()))), self._chart
            words = chart.note if chart is not None else ""
            if chart is not None and at is not None:
                words = describe_bar(chart, self._layout.bars[at].bar)
            if words:
                QToolTip.showText(event.globalPos(), words, self)
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
