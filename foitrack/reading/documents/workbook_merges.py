"""Merged cells: a label that stands for several rows is repeated in each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from foitrack.reading.counts import parse_count
from foitrack.reading.documents.workbook import Area, SheetRow, cell_name
from foitrack.reading.periods import parse_period

_MOST_FILLED = 1_000_000


def fill_down(rows: Sequence[SheetRow], merges: Sequence[Area]) -> tuple[str, ...]:
    """Repeats the text of cells merged over rows; the names of those that hold a number.

    A number is not repeated: it would be counted once for each row.
    """
    numbers = [row.number for row in rows]
    left = _MOST_FILLED
    figures: list[str] = []
    for area in sorted(merges, key=lambda area: (area.left, area.top)):
        if area.bottom == area.top:
            continue
        first = bisect_left(numbers, area.top)
        last = bisect_right(numbers, area.bottom)
        if first == last or rows[first].number != area.top:
            continue
        text = rows[first].at(area.left)
        if not text:
            continue
        if parse_count(text) is not None and parse_period(text) is None:
            if last - first > 1:
                figures.append(cell_name(area.top, area.left))
            continue
        left -= last - first
        if left < 0:
            break
        for row in rows[first + 1 : last]:
            _put(row, area.left, text)
    return tuple(figures)


def _put(row: SheetRow, column: int, text: str) -> None:
    if column in row.columns:
        return
    cells = dict(zip(row.columns, row.texts, strict=True))
    cells[column] = text
    row.columns = tuple(sorted(cells))
    row.texts = tuple(cells[c] for c in row.columns)
