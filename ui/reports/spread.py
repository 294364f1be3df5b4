"""Which pages are seen at once, how large, and where: plain geometry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSizeF

MARGIN = 24.0
GAP = 26.0
SMALLEST_PAIR = 0.6
"""Two pages side by side are shown where they can be at least this large; else one."""
LEAST_ZOOM, MOST_ZOOM = 0.25, 2.0
"""Pixels to a point."""
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class Spread:
    """The pages seen, their boxes in the view, and the scale in pixels to a point."""

    first: int
    boxes: tuple[QRectF, ...]
    scale: float
    size: QSizeF
    """Of the whole, margins included."""

    @property
    def pages(self) -> range:
        """The indexes of the pages seen."""
        return range(self.first, self.first + len(self.boxes))


def _fitting(sizes: Sequence[QSizeF], view: QSizeF) -> float:
    # A pixel for each sheet, since its width is rounded up.
    across = view.width() - 2 * MARGIN - (GAP + 1) * (len(sizes) - 1) - 1
    wide = across / sum(size.width() for size in sizes)
    high = (view.height() - 2 * MARGIN - 1) / max(size.height() for size in sizes)
    return min(max(min(wide, high), LEAST_ZOOM), MOST_ZOOM)


def _side_by_side(sizes: Sequence[QSizeF], scale: float) -> float:
    return sum(size.width() for size in sizes) * scale + GAP * (len(sizes) - 1) + 2 * MARGIN


def lay_out(sizes: Sequence[QSizeF], at: int, view: QSizeF, zoom: float | None) -> Spread:
    """The pages from `at` on that the view holds: at `zoom`, or as large as they fit."""
    pair = sizes[at : at + 2]
    if zoom is None:
        scale = _fitting(pair, view)
        if len(pair) > 1 and scale < SMALLEST_PAIR:
            pair = pair[:1]
            scale = _fitting(pair, view)
    else:
        scale = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        if len(pair) > 1 and _side_by_side(pair, scale) > view.width():
            pair = pair[:1]
    return _placed(pair, at, scale, view)


def _placed(pair: Sequence[QSizeF], at: int, scale: float, view: QSizeF) -> Spread:
    across = max(_side_by_side(pair, scale) + len(pair), view.width())
    highest = ceil(max(size.height() for size in pair) * scale)
    down = max(highest + 2 * MARGIN, view.height())
    x = (across - _side_by_side(pair, scale)) / 2 + MARGIN
    boxes = []
    for size in pair:
        # Whole pixels, rounded up as the renderer does, so that no picture is stretched.
        wide, high = ceil(size.width() * scale), ceil(size.height() * scale)
        boxes.append(QRectF(round(x), int((down - high) / 2), wide, high))
        x += wide + GAP
    return Spread(at, tuple(boxes), scale, QSizeF(across, down))


def next_zoom(scale: float, *, larger: bool) -> float:
    """The next step up or down from a scale."""
    if larger:
        return next((step for step in STEPS if step > scale + 0.005), MOST_ZOOM)
    return next((step for step in reversed(STEPS) if step < scale - 0.005), LEAST_ZOOM)
