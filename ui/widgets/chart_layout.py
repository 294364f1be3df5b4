"""Where the bars of a chart stand: plain geometry, measured before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from foitrack.desk.views import Bar, Chart

MAX_SERIES = 3
"""Series that have a fill of their own; the rest are drawn together as "others"."""
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


def drawn_counts(bar: Bar, drawn: int) -> tuple[int, ...]:
    """A bar's counts for the series drawn; the last takes all that have no fill of their own."""
    if len(bar.counts) <= drawn:
        return bar.counts
    return (*bar.counts[: drawn - 1], sum(bar.counts[drawn - 1 :]))


def lay_out(
    chart: Chart, width: float, height: float, measures: Measures, *, stacked: bool
) -> ChartLayout:
    """Place a chart's bars in a box of that size.

    `stacked` puts the series of a bar one after another; otherwise they stand side by side,
    because they count unlike things and must not be seen as one sum.
    """
    place = _standing if upright(chart) else _lying
    return place(chart, width, height, measures, stacked)


def _largest(chart: Chart, stacked: bool) -> int:
    drawn = len(drawn_series(chart))
    sizes = [drawn_counts(bar, drawn) for bar in chart.bars]
    return max((sum(s) if stacked else max(s, default=0) for s in sizes), default=0) or 1


def _lying(
    chart: Chart, width: float, height: float, measures: Measures, stacked: bool
) -> ChartLayout:
    row = max(24.0, measures.line + 6.0)
    room = max(1, int((height - measures.top) // row))
    shown = len(chart.bars) if len(chart.bars) <= room else max(1, room - 1)
    start = measures.label_width + LABEL_GAP
    length = max(12.0, width - start - measures.count_width - LABEL_GAP)
    scale = length / _largest(chart, stacked)
    bars = tuple(
        _lying_bar(
            bar,
            QRectF(0, measures.top + at * row, width, row),
            start,
            scale,
            len(drawn_series(chart)),
            stacked,
        )
        for at, bar in enumerate(chart.bars[:shown])
    )
    left_off = len(chart.bars) - shown
    more = QRectF(0, measures.top + shown * row, width, row) if left_off else QRectF()
    return ChartLayout(bars, left_off, more)


def _lying_bar(
    bar: Bar, target: QRectF, start: float, scale: float, drawn: int, stacked: bool
) -> PlacedBar:
    label = QRectF(0, target.top(), start - LABEL_GAP, target.height())
    thick = min(16.0, target.height() - 8.0) if stacked else target.height() - 5.0
    top = target.center().y() - thick / 2
    counts = [(at, count) for at, count in enumerate(drawn_counts(bar, drawn)) if count]
    lane = thick / (1 if stacked else max(1, len(counts)))
    pieces: list[Piece] = []
    x, y = start, top
    for series, count in counts:
        box = QRectF(x, y, max(2.0, count * scale - (BAR_GAP if stacked else 0)), lane)
        pieces.append(Piece(series, count, box))
        x, y = (x + count * scale, y) if stacked else (x, y + lane)
    end = max((piece.box.right() for piece in pieces), default=start)
    figure = QRectF(end + 6, target.top(), target.right() - end - 6, target.height())
    return PlacedBar(bar, target, label, figure, tuple(pieces))


def _standing(
    chart: Chart, width: float, height: float, measures: Measures, stacked: bool
) -> ChartLayout:
    slot = min(72.0, width / max(1, len(chart.bars)))
    fit = max(1, int(width // 24))
    first = max(0, len(chart.bars) - fit)
    baseline = height - measures.line - 4
    scale = max(8.0, baseline - measures.top - measures.line - 4) / _largest(chart, stacked)
    bars = tuple(
        _standing_bar(
            bar,
            QRectF(at * slot, measures.top, slot, height - measures.top),
            baseline,
            scale,
            len(drawn_series(chart)),
            stacked,
        )
        for at, bar in enumerate(chart.bars[first:])
    )
    return ChartLayout(bars, first, QRectF(), baseline)


def _standing_bar(
    bar: Bar, target: QRectF, baseline: float, scale: float, drawn: int, stacked: bool
) -> PlacedBar:
    label = QRectF(target.left(), baseline + 2, target.width(), target.bottom() - baseline - 2)
    thick = min(28.0, target.width() * 0.62)
    left = target.center().x() - thick / 2
    counts = [(at, count) for at, count in enumerate(drawn_counts(bar, drawn)) if count]
    lane = thick / (1 if stacked else max(1, len(counts)))
    pieces: list[Piece] = []
    x, bottom = left, baseline
    for series, count in counts:
        tall = max(2.0, count * scale - (BAR_GAP if stacked else 0))
        pieces.append(Piece(series, count, QRectF(x, bottom - tall, lane, tall)))
        x, bottom = (x, bottom - count * scale) if stacked else (x + lane, bottom)
    top = min((piece.box.top() for piece in pieces), default=baseline)
    figure = QRectF(target.left(), target.top(), target.width(), top - target.top() - 2)
    return PlacedBar(bar, target, label, figure, tuple(pieces))
