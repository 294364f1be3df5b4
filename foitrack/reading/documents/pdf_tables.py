"""Tables of a PDF page, from words that stand in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foitrack.reading.documents.pdf_layout import Line, Segment

_LEAST_LINES = 2
_MOST_COLUMNS = 30
_COLUMN_SPACE = 2.0


@dataclass(frozen=True, slots=True)
class PageTable:
    """Consecutive lines of a page that make a table: its rows of cells, each with its lines."""

    first: int
    last: int
    columns: tuple[tuple[float, float], ...]
    rows: tuple[tuple[str, ...], ...]
    row_lines: tuple[tuple[int, int], ...]
    """First and last line of each row."""


def page_tables(lines: Sequence[Line], rules: Sequence[float]) -> list[PageTable]:
    """The tables of a page. `rules` are the heights of horizontal rules, where it has them."""
    found = []
    for first, last in _blocks(lines):
        table = _table(lines, first, last, rules)
        if table is not None:
            found.append(table)
    return found


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines in several segments, with the lines between that only carry on a cell."""
    start: int | None = None
    last = 0
    for index, line in enumerate(lines):
        if len(line.segments) > 1:
            start = index if start is None else start
            last = index
        elif start is not None and not _within(line, lines, start, last):
            yield start, last
            start = None
    if start is not None:
        yield start, last


def _within(line: Line, lines: Sequence[Line], start: int, last: int) -> bool:
    """Whether a line of one segment fits inside one column of the lines above it."""
    own = line.segments[0]
    columns = _columns(lines[start : last + 1])
    met = [c for c in columns if own.left < c[1] and c[0] < own.right]
    near = line.box[1] - lines[last].box[3] < 2.5 * (line.box[3] - line.box[1])
    return near and len(columns) > 1 and len(met) == 1 and own.right <= _limit(columns, met[0])


def _limit(columns: Sequence[tuple[float, float]], column: tuple[float, float]) -> float:
    """How far a cell may reach: to the next column, or a good deal beyond the last."""
    after = [c[0] for c in columns if c[0] > column[1]]
    return min(after) if after else column[1] + 60


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The widths that segments take together, seen from above."""
    spans = sorted((s.left, s.right) for line in lines for s in line.segments)
    merged: list[tuple[float, float]] = []
    for left, right in spans:
        if merged and left < merged[-1][1] + _COLUMN_SPACE:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _table(
    lines: Sequence[Line], first: int, last: int, rules: Sequence[float]
) -> PageTable | None:
    last = _with_tail(lines, first, last)
    own = lines[first : last + 1]
    columns = _columns(own)
    several = sum(len(line.segments) > 1 for line in own)
    if several < _LEAST_LINES or not 1 < len(columns) <= _MOST_COLUMNS:
        return None
    cells = [_cells(line.segments, columns) for line in own]
    if sum(row[0].endswith(":") for row in cells) * 2 >= len(cells):
        return None
    rows: list[tuple[str, ...]] = []
    extents: list[tuple[int, int]] = []
    for index, row in enumerate(cells):
        if rows and _same_row(own, index, row, rows[-1], rules):
            rows[-1] = tuple(f"{a}\n{b}".strip() for a, b in zip(rows[-1], row, strict=True))
            extents[-1] = (extents[-1][0], first + index)
        else:
            rows.append(row)
            extents.append((first + index, first + index))
    if len(rows) < _LEAST_LINES:
        return None
    return PageTable(first, last, tuple(columns), tuple(rows), tuple(extents))


def _with_tail(lines: Sequence[Line], first: int, last: int) -> int:
    while last + 1 < len(lines) and len(lines[last + 1].segments) == 1:
        if not _within(lines[last + 1], lines, first, last) or lines[last + 1].after_gap:
            break
        last += 1
    return last


def _cells(segments: Sequence[Segment], columns: Sequence[tuple[float, float]]) -> tuple[str, ...]:
    cells = [""] * len(columns)
    for segment in segments:
        at = next(n for n, c in enumerate(columns) if c[0] <= segment.left <= c[1])
        cells[at] = f"{cells[at]} {segment.text}".strip()
    return tuple(cells)


def _same_row(
    lines: Sequence[Line],
    index: int,
    row: tuple[str, ...],
    above: tuple[str, ...],
    rules: Sequence[float],
) -> bool:
    """Whether a line carries on the row above: by the rules, else by its space and its cells."""
    upper, lower = lines[index - 1].box, lines[index].box
    if len(rules) > 2 and rules[0] < upper[3] and rules[-1] > lower[1]:
        between = (upper[1] + upper[3]) / 2, (lower[1] + lower[3]) / 2
        return not any(between[0] < rule < between[1] for rule in rules)
    filled = sum(bool(cell) for cell in row)
    if row[0] or filled * 2 > len(row) or (row[-1] and row[-1].strip()[:1].isdigit()):
        return False
    fits = all(above_cell for above_cell, cell in zip(above, row, strict=True) if cell)
    return fits and not lines[index].after_gap
