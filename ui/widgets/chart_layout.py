"""Where the bars of a chart stand: plain geometry, measured before anything is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from foitrack.desk.views import Bar, Chart
from ui.widgets.chart_lanes import MAX_SERIES, Lanes, lane_counts, lane_sums, lanes_of

TITLE_GAP = 8.0
ROW_GAP = 12.0
LABEL_GAP = 8.0
BAR_GAP = 2.0
UPRIGHT_FIELDS = frozenset({"year", "period"})


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes that come from the font, in pixels: line height and a ruler for words."""

    line: float
    label_width: float
    """Of the widest label that must stand beside a bar."""
    count_width: float
    """Of the widest figure."""
    top: float
    """Height taken by the title."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One coloured part of a bar: which series, how many, and where."""

    series: int
    count: int
    box: QRectF


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar: the box that a click may hit, its words' boxes, and its pieces."""

    bar: Bar
    target: QRectF
    label: QRectF
    figure: QRectF
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """All bars that fit, and how many were left off."""

    bars: tuple[PlacedBar, ...]
    left_off: int
    more: QRectF
    """Where "3 more" is said; empty where nothing is left off."""
    baseline: float | None = None


def upright(chart: Chart) -> bool:
    """Whether the bars stand (time runs from left to right) instead of lying."""
    return chart.field in UPRIGHT_FIELDS


def drawn_series(chart: Chart) -> tuple[str, ...]:
    """The series that get a fill: all, or the first three and one for all others."""
    if len(chart.series) <= MAX_SERIES + 1:
        return chart.series
    return (*chart.series[:MAX_SERIES], "")


def lay_out(
    chart: Chart,
    width: float,
    height: float,
    measures: Measures,
    *,
    stacked: bool,
    alike: Sequence[Sequence[str]] = (),
) -> ChartLayout:
    """Place a chart's bars in a box of that size; `stacked` and `alike` as in `lanes_of`."""
    place = _standing if upright(chart) else _lying
    return place(chart, width, height, measures, lanes_of(chart, stacked, alike))


def _largest(chart: Chart, lanes: Lanes) -> int:
    sums = (lane_sums(bar, lanes) for bar in chart.bars)
    return max((max(each, default=0) for each in sums), default=0) or 1


def _lying(
    chart: Chart, width: float, height: float, measures: Measures, lanes: Lanes
) -> ChartLayout:
    row = max(24.0, measures.line + 6.0)
    room = max(1, int((height - measures.top) // row))
    shown = len(chart.bars) if len(chart.bars) <= room else max(1, room - 1)
    start = measures.label_width + LABEL_GAP
    length = max(12.0, width - start - measures.count_width - LABEL_GAP)
    scale = length / _largest(chart, lanes)
    bars = tuple(
        _lying_bar(
            bar,
            QRectF(0, measures.top + at * row, width, row),
            start,
            scale,
            lanes,
        )
        for at, bar in enumerate(chart.bars[:shown])
    )
    left_off = len(chart.bars) - shown
    more = QRectF(0, measures.top + shown * row, width, row) if left_off else QRectF()
    return ChartLayout(bars, left_off, more)


def _lying_bar(bar: Bar, target: QRectF, start: float, scale: float, lanes: Lanes) -> PlacedBar:
    label = QRectF(0, target.top(), start - LABEL_GAP, target.height())
    filled = lane_counts(bar, lanes)
    thick = min(16.0, target.height() - 8.0) if len(filled) < 2 else target.height() - 5.0
    lane = thick / max(1, len(filled))
    y = target.center().y() - thick / 2
    pieces: list[Piece] = []
    for counts in filled:
        x = start
        for series, count in counts:
            gap = BAR_GAP if len(counts) > 1 else 0
            pieces.append(Piece(series, count, QRectF(x, y, max(2.0, count * scale - gap), lane)))
            x += count * scale
        y += lane
    end = max((piece.box.right() for piece in pieces), default=start)
    figure = QRectF(end + 6, target.top(), target.right() - end - 6, target.height())
    return PlacedBar(bar, target, label, figure, tuple(pieces))


def _standing(
    chart: Chart, width: float, height: float, measures: Measures, lanes: Lanes
) -> ChartLayout:
    slot = min(72.0, width / max(1, len(chart.bars)))
    fit = max(1, int(width // 24))
    first = max(0, len(chart.bars) - fit)
    baseline = height - measures.line - 4
    scale = max(8.0, baseline - measures.top - measures.line - 4) / _largest(chart, lanes)
    bars = tuple(
        _standing_bar(
            bar,
            QRectF(at * slot, measures.top, slot, height - measures.top),
            baseline,
            scale,
            lanes,
        )
        for at, bar in enumerate(chart.bars[first:])
    )
    return ChartLayout(bars, first, QRectF(), baseline)


def _standing_bar(
    bar: Bar, target: QRectF, baseline: float, scale: float, lanes: Lanes
) -> PlacedBar:
    label = QRectF(target.left(), baseline + 2, target.width(), target.bottom() - baseline - 2)
    thick = min(28.0, target.width() * 0.62)
    x = target.center().x() - thick / 2
    filled = lane_counts(bar, lanes)
    lane = thick / max(1, len(filled))
    pieces: list[Piece] = []
    for counts in filled:
        bottom = baseline
        for series, count in counts:
            tall = max(2.0, count * scale - (BAR_GAP if len(counts) > 1 else 0))
            pieces.append(Piece(series, count, QRectF(x, bottom - tall, lane, tall)))
            bottom -= count * scale
        x += lane
    top = min((piece.box.top() for piece in pieces), default=baseline)
    figure = QRectF(target.left(), target.top(), target.width(), top - target.top() - 2)
    return PlacedBar(bar, target, label, figure, tuple(pieces))
