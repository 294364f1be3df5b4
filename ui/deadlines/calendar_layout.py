"""Where days, marks and bars stand on the painted calendar: geometry only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF

from ui.deadlines.six_weeks import WEEKS, SixWeeks, WindowBar

WEEKEND_SHARE = 0.62
"""Width of a Saturday or Sunday beside a weekday's."""
FOOT = 4
"""Pixels between the bars and the foot of their week."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights in pixels that grow with the text."""

    header: float
    number: float
    tags: float
    mark: float
    bar: float
    thin_bar: float
    """Of a bar without words, where cells are too low for all of them with words."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a bar in one week. Only one segment of a bar is labelled."""

    bar: WindowBar | None
    """None for the line that stands for bars there is no room for."""
    box: QRectF
    begins: bool
    ends: bool
    labelled: bool
    hidden: int = 0
    """Of the line for bars without room: how many."""


@dataclass(frozen=True, slots=True)
class CalendarLayout:
    """The boxes of all 42 days, week by week, and the bars' segments."""

    cells: tuple[QRectF, ...]
    columns: tuple[tuple[float, float], ...]
    segments: tuple[Segment, ...]
    mark_room: int
    """How many mark lines a cell without a holiday has room for."""

    def day_at(self, x: float, y: float) -> int | None:
        """Which cell is at a point."""
        return next((at for at, box in enumerate(self.cells) if box.contains(x, y)), None)


def lay_out(
    weeks: SixWeeks,
    width: float,
    height: float,
    sizes: Sizes,
    label_width: Callable[[WindowBar], float],
    now: int = 0,
) -> CalendarLayout:
    """Divide the calendar into boxes. `label_width` measures what a bar would say.

    A bar says it in the week `now` or later where it runs then and there is room, else before.
    """
    columns = _columns(width)
    tall = (height - sizes.header) / WEEKS
    cells = tuple(
        QRectF(columns[day][0], sizes.header + week * tall, columns[day][1], tall)
        for week in range(WEEKS)
        for day in range(7)
    )
    block = _block(weeks, cells, sizes, tall)
    segments = _segments(weeks, block, label_width, now)
    room = int((tall - sizes.number - block.used * block.bar) // sizes.mark)
    return CalendarLayout(cells, columns, segments, max(1, min(2, room)))


def _block(weeks: SixWeeks, cells: tuple[QRectF, ...], sizes: Sizes, tall: float) -> _Block:
    """Lanes with words where all fit above one another, else thin ones."""
    wanted = max((bar.lane + 1 for bar in weeks.bars), default=0)
    # One mark a day is enough where that lets the bars say what they are.
    room = tall - sizes.number - sizes.mark - FOOT
    if wanted * sizes.bar <= max(room, tall - sizes.number - 2 * sizes.mark):
        return _Block(cells, sizes.bar, wanted)
    tight = max(sizes.bar, tall - sizes.number - sizes.mark - FOOT)
    lanes = max(1, int(tight // sizes.thin_bar))
    return _Block(cells, sizes.thin_bar, min(wanted, lanes), worded=False)


def _columns(width: float) -> tuple[tuple[float, float], ...]:
    weekday = width / (5 + 2 * WEEKEND_SHARE)
    edges = [round(weekday * at) for at in range(6)]
    edges += [round(weekday * (5 + WEEKEND_SHARE)), round(width)]
    return tuple((float(edges[at]), float(edges[at + 1] - edges[at])) for at in range(7))


@dataclass(frozen=True, slots=True)
class _Block:
    """The lanes at the foot of each cell; what ends soonest is in lane 0, on top."""

    cells: tuple[QRectF, ...]
    bar: float
    used: int
    worded: bool = True

    def box(self, first: int, last: int, lane: int) -> QRectF:
        left, right = self.cells[first], self.cells[last]
        top = left.bottom() - FOOT - (self.used - lane) * self.bar
        return QRectF(left.left() + 1, top, right.right() - left.left() - 2, self.bar - 2)


def _segments(
    weeks: SixWeeks, block: _Block, label_width: Callable[[WindowBar], float], now: int
) -> tuple[Segment, ...]:
    crowded = any(bar.lane >= block.used for bar in weeks.bars)
    shown = block.used - 1 if crowded else block.used
    found: list[Segment] = []
    for bar in weeks.bars:
        if bar.lane < shown:
            found += _bar_segments(weeks, bar, block, label_width(bar), now)
    if crowded:
        rest = [bar for bar in weeks.bars if bar.lane >= shown]
        found += _rest_segments(weeks, rest, block, shown)
    return tuple(found)


def _bar_segments(
    weeks: SixWeeks, bar: WindowBar, block: _Block, label: float, now: int
) -> list[Segment]:
    parts: list[tuple[QRectF, bool, bool]] = []
    later: list[bool] = []
    for week in range(WEEKS):
        stretch = _stretch(weeks, week, bar.first, bar.last)
        if stretch is None:
            continue
        first, last = stretch
        later.append(week >= now)
        box = block.box(first, last, bar.lane)
        parts.append((box, _day(weeks, first) == bar.first, _day(weeks, last) == bar.last))
    widths = [box.width() for box, _, _ in parts]
    # Where there is room, then where it still runs, then what is widest, then what comes first.
    chosen = max(
        range(len(parts)), key=lambda at: (widths[at] >= label, later[at], widths[at], -at)
    )
    return [
        Segment(bar, box, begins, ends, block.worded and at == chosen)
        for at, (box, begins, ends) in enumerate(parts)
    ]


def _rest_segments(
    weeks: SixWeeks, rest: list[WindowBar], block: _Block, lane: int
) -> list[Segment]:
    found: list[Segment] = []
    for week in range(WEEKS):
        here = [
            stretch
            for bar in rest
            if (stretch := _stretch(weeks, week, bar.first, bar.last)) is not None
        ]
        if here:
            box = block.box(min(s[0] for s in here), max(s[1] for s in here), lane)
            found.append(Segment(None, box, True, True, block.worded, len(here)))
    return found


def _stretch(weeks: SixWeeks, week: int, first: date, last: date) -> tuple[int, int] | None:
    """The first and last cell of a stretch of days within one week, or None."""
    start = max(week * 7, (first - weeks.first).days)
    end = min(week * 7 + 6, (last - weeks.first).days)
    return (start, end) if start <= end else None


def _day(weeks: SixWeeks, at: int) -> date:
    return weeks.first + timedelta(days=at)
