"""The lines of one paragraph: one under the other, or in columns where it is a row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine

from ui.recording.column_widths import Columns
from ui.recording.text_tables import CELL_END


def set_in_lines(layout: QTextLayout, left: float, room: float) -> float:
    """Break a paragraph where the room ends; how high it has become."""
    high = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(left, high))
        high += line.height()
    layout.endLayout()
    return high


def set_in_columns(
    layout: QTextLayout,
    ends: Sequence[int],
    left: float,
    columns: Columns,
    padding: int,
    *,
    to_the_left: bool,
) -> float:
    """Break each cell of a row within its column; how high the row has become."""
    cell, high, highest = 0, 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        while cell < len(ends) - 1 and line.textStart() >= ends[cell]:
            cell, high = cell + 1, 0.0
        beside, room = columns.place_of(cell, len(ends), to_the_left=to_the_left)
        line.setLineWidth(room)
        line.setPosition(QPointF(left + beside, padding + high))
        high += line.height()
        highest = max(highest, high)
    layout.endLayout()
    return highest + 2 * padding


def ends_of_cells(text: str) -> list[int]:
    """Where each cell of a row ends with the mark after it, counted as Qt counts."""
    return [*accumulate(_length(cell) + 1 for cell in text.split(CELL_END))]


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def lines_of(layout: QTextLayout) -> Iterator[QTextLine]:
    """The lines of a paragraph, cell after cell."""
    for number in range(layout.lineCount()):
        yield layout.lineAt(number)


def position_at(layout: QTextLayout, ends: Sequence[int], spot: QPointF) -> int:
    """The place in a paragraph that is nearest to a point of it, as where a click selects from."""
    line = nearest(lines_of(layout), spot)
    if line is None:
        return 0
    at = line.xToCursor(spot.x())
    behind = at > line.textStart() and at in ends
    return at - 1 if behind else at


def nearest(lines: Iterable[QTextLine], spot: QPointF) -> QTextLine | None:
    """The line nearest to a point: in its column first, there by its height."""

    def away(line: QTextLine) -> tuple[float, float]:
        left, top = line.x(), line.y()
        return (
            max(left - spot.x(), spot.x() - left - line.width(), 0.0),
            max(top - spot.y(), spot.y() - top - line.height(), 0.0),
        )

    return min(lines, key=away, default=None)
