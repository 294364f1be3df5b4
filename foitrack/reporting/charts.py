"""A chart's description, the one that the window paints, as a drawing on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from reportlab.platypus.flowables import Flowable

from foitrack.law.wording import counted
from foitrack.reporting.chart_series import Alike, kept_series
from foitrack.reporting.contents import ChartShape
from foitrack.reporting.fills import SERIES, Fill, paint
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.prose import baseline
from foitrack.reporting.styles import CELL, LINE2, SMALL, SUBHEADING, TEXT2, TEXT3, Style, ink

UPRIGHT_FIELDS = frozenset({"year", "period"})
"""Fields whose bars stand side by side, in the order of time."""
MOST_BARS = 8
MOST_UPRIGHT = 40
BETWEEN = 24.0
TICK = replace(CELL, size=7.8, leading=10, colour=TEXT2)
TOTAL = replace(CELL, size=8.2, leading=10)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar ready to be drawn."""

    label: str
    counts: tuple[int, ...]
    known: bool

    @property
    def total(self) -> int:
        """All series together."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Plan:
    """What of a chart is drawn: never more series than there are fills, nor endless bars."""

    title: str
    series: tuple[str, ...]
    bars: tuple[Drawn, ...]
    upright: bool
    note: str


def _gathered(counts: Sequence[int], falls: Sequence[int], size: int) -> tuple[int, ...]:
    sums = [0] * size
    for count, at in zip(counts, falls, strict=True):
        sums[at] += count
    return tuple(sums)


def _gathered_bars(bars: list[Drawn]) -> list[Drawn]:
    """The first bars, the rest in one; "Not given" is never added to what was given."""
    known, unknown = [bar for bar in bars if bar.known], [bar for bar in bars if not bar.known]
    kept = MOST_BARS - 1 - len(unknown)
    rest = known[kept:]
    sums = tuple(sum(each) for each in zip(*(bar.counts for bar in rest), strict=True))
    return [*known[:kept], Drawn(counted(len(rest), "other"), sums, True), *unknown]


def plan(chart: ChartShape, alike: Alike = ()) -> Plan:
    """The chart as drawn; what would be too many bars or series is added up, and said so."""
    series, falls = kept_series(chart, alike)
    bars = [
        Drawn(bar.label, _gathered(bar.counts, falls, len(series)), bar.known) for bar in chart.bars
    ]
    upright = chart.field in UPRIGHT_FIELDS and len(bars) <= MOST_UPRIGHT
    if len(bars) > MOST_BARS and not upright:
        bars = _gathered_bars(bars)
    return Plan(chart.title, series, tuple(bars), upright, chart.note)


class ChartDrawing(Flowable):
    """One chart: its title, its bars with their numbers, its note.

    Not `stacked`, the series of a bar stand beside one another, each with its own number: counts
    of unlike things are never added up.
    """

    PLOT = 76.0
    LINE = 11.6
    LANE = 6.8

    def __init__(self, lettering: Lettering, drawn: Plan, *, stacked: bool) -> None:
        super().__init__()
        self._lettering, self._plan, self._stacked = lettering, drawn, stacked

    def _lanes(self, bar: Drawn) -> list[tuple[Fill, int]]:
        """The series that a bar has."""
        return [pair for pair in zip(SERIES, bar.counts, strict=False) if pair[1]]

    def _line_height(self, bar: Drawn) -> float:
        return self.LINE if self._stacked else max(self.LINE, self.LANE * len(self._lanes(bar)) + 4)

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """The width given, and the height its bars need."""
        bars = sum(self._line_height(bar) for bar in self._plan.bars)
        self._note = self._lettering.lines(self._plan.note, SMALL, across)
        self.width = across
        self.height = 18 + (self.PLOT + 28 if self._plan.upright else bars)
        self.height += SMALL.leading * len(self._note)
        return across, self.height

    def draw(self) -> None:
        """Draws title, bars and note."""
        title = self._lettering.cut(self._plan.title, SUBHEADING, self.width)
        top = self.height
        self._lettering.draw(self.canv, 0, baseline(top, SUBHEADING), title, SUBHEADING)
        top -= 18
        if self._plan.upright:
            self._draw_upright(top)
        else:
            self._draw_level(top)
        for place, line in enumerate(reversed(self._note)):
            y = baseline(SMALL.leading * (place + 1), SMALL)
            self._lettering.draw(self.canv, 0, y, line, SMALL)

    def _largest(self) -> int:
        sizes = [bar.total if self._stacked else max(bar.counts) for bar in self._plan.bars]
        return max(sizes, default=0) or 1

    def _draw_upright(self, top: float) -> None:
        foot, bars = top - 12 - self.PLOT, self._plan.bars
        step = self.width / max(len(bars), 1)
        every = max(1, ceil(28 / step))
        for at, bar in enumerate(bars):
            middle = step * at + step / 2
            if self._stacked:
                self._draw_column(bar, middle, foot, step)
            else:
                self._draw_columns(bar, middle, foot, step)
            if at % every == 0:
                label = self._lettering.cut(bar.label, TICK, step * every - 2)
                self._lettering.draw_centred(self.canv, middle, foot - 10, label, self._tick(bar))
        self.canv.setStrokeColor(ink(LINE2))
        self.canv.setLineWidth(0.7)
        self.canv.line(0, foot - 0.5, self.width, foot - 0.5)

    def _draw_column(self, bar: Drawn, middle: float, foot: float, step: float) -> None:
        """A year's series on top of one another, and their sum."""
        wide, y = min(22.0, step * 0.66), foot
        for fill, count in self._lanes(bar):
            high = self.PLOT * count / self._largest()
            paint(self.canv, fill, middle - wide / 2, y, wide, high - 0.7)
            y += high
        self._draw_fitting(middle, y + 3, bar.total, step)

    def _draw_columns(self, bar: Drawn, middle: float, foot: float, step: float) -> None:
        """A year's series side by side, each with its number."""
        lanes = self._lanes(bar)
        wide = min(16.0, step * 0.86 / max(len(lanes), 1))
        x = middle - wide * len(lanes) / 2
        for fill, count in lanes:
            high = self.PLOT * count / self._largest()
            paint(self.canv, fill, x + 0.5, foot, wide - 1, high)
            self._draw_fitting(x + wide / 2, foot + high + 3, count, wide)
            x += wide

    def _draw_fitting(self, middle: float, y: float, number: int, room: float) -> None:
        words = f"{number:,}"
        wide = self._lettering.width(words, TOTAL)
        style = TOTAL if wide <= room else replace(TOTAL, size=TOTAL.size * room / wide)
        self._lettering.draw_centred(self.canv, middle, y, words, style)

    def _tick(self, bar: Drawn) -> Style:
        return TICK if bar.known else replace(TICK, colour=TEXT3)

    def _draw_level(self, top: float) -> None:
        labels = [
            self._lettering.cut(bar.label, TICK, self.width * 0.42) for bar in self._plan.bars
        ]
        left = max((self._lettering.width(label, TICK) for label in labels), default=0) + 8
        each = (self.width - left - 26) / self._largest()
        for label, bar in zip(labels, self._plan.bars, strict=True):
            y = baseline(top, TICK) - 1
            self._lettering.draw(self.canv, 0, y, label, self._tick(bar))
            if self._stacked:
                self._draw_bar(bar, left, top, each)
            else:
                self._draw_bars(bar, left, top, each)
            top -= self._line_height(bar)

    def _draw_bar(self, bar: Drawn, x: float, top: float, each: float) -> None:
        for fill, count in self._lanes(bar):
            paint(self.canv, fill, x, top - 10, count * each - 0.7, 8)
            x += count * each
        y = baseline(top, TICK) - 1
        self._lettering.draw(self.canv, x + 4, y, f"{bar.total:,}", TOTAL)

    def _draw_bars(self, bar: Drawn, x: float, top: float, each: float) -> None:
        lanes = self._lanes(bar)
        if not lanes:
            self._lettering.draw(self.canv, x + 4, baseline(top, TICK) - 1, "0", TOTAL)
        y = top - 3 if len(lanes) > 1 else top - 4.5
        for fill, count in lanes:
            paint(self.canv, fill, x, y - 5, count * each, 5.2)
            small = replace(TOTAL, size=6.8)
            self._lettering.draw(self.canv, x + count * each + 4, y - 5, f"{count:,}", small)
            y -= self.LANE


class SideBySide(Flowable):
    """Two charts beside each other."""

    def __init__(self, left: ChartDrawing, right: ChartDrawing | None) -> None:
        super().__init__()
        self._parts = [part for part in (left, right) if part is not None]
        self.spaceBefore, self.spaceAfter = 4.0, 4.0

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """Half the width for each, and the height of the higher."""
        self._each = (across - BETWEEN) / 2 if len(self._parts) > 1 else across
        self.width = across
        self.height = max(part.wrap(self._each, down)[1] for part in self._parts)
        return across, self.height

    def draw(self) -> None:
        """Draws each with its title at the top."""
        for place, part in enumerate(self._parts):
            x = place * (self._each + BETWEEN)
            part.drawOn(self.canv, x, self.height - part.height)


class Legend(Flowable):
    """Which fill is whose."""

    LINE = 14.0

    def __init__(self, lettering: Lettering, series: Sequence[str]) -> None:
        super().__init__()
        self._lettering, self._series = lettering, tuple(zip(SERIES, series, strict=False))
        self.spaceBefore, self.spaceAfter = 2.0, 0.0

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """As many lines as the names need."""
        self._placed: list[tuple[float, int, Fill, str]] = []
        x, line = 0.0, 0
        for fill, name in self._series:
            words = self._lettering.cut(name, CELL, across - 40)
            wide = self._lettering.width(words, CELL) + 30
            if x and x + wide > across + 18:
                x, line = 0.0, line + 1
            self._placed.append((x, line, fill, words))
            x += wide
        self.width, self.height = across, self.LINE * (line + 1)
        return across, self.height

    def draw(self) -> None:
        """Draws the fills and their names."""
        for x, line, fill, words in self._placed:
            middle = self.height - self.LINE * line - self.LINE / 2
            paint(self.canv, fill, x, middle - 4, 8, 8)
            self._lettering.draw(self.canv, x + 12, middle - 0.36 * CELL.size, words, CELL)


def charts(
    shapes: Sequence[ChartShape],
    lettering: Lettering,
    *,
    stacked: bool = True,
    alike: Alike = (),
) -> list[Flowable]:
    """The charts in pairs; charts of the same series share a legend."""
    story: list[Flowable] = []
    plans = [plan(shape, alike) for shape in shapes if shape.bars]
    for series, same in groupby(plans, key=lambda each: each.series):
        drawings = [ChartDrawing(lettering, each, stacked=stacked) for each in same]
        story.append(Legend(lettering, series))
        for at in range(0, len(drawings), 2):
            beside = drawings[at + 1] if at + 1 < len(drawings) else None
            story.append(SideBySide(drawings[at], beside))
    return story
