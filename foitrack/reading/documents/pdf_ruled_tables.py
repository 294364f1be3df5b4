"""Ruled tables of a PDF, over as many pages as they run: their parts, headers and headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foitrack.reading.counts import parse_count
from foitrack.reading.documents.pdf_layout import Line, Segment
from foitrack.reading.documents.pdf_parted import parted
from foitrack.reading.documents.pdf_rows import PageTable, Placed, joined
from foitrack.reading.documents.pdf_ruled import Cells, Ruled, filled
from foitrack.reading.tables.grid import is_total, looks_like_data

_SAME_EDGE = 3.0
_LONGEST_HEADING = 120
_MOST_HEADS = 3
_SIDE_BY_SIDE = 2
_CLOSE = 3
"""Lines' heights between a heading and its table."""
_NUMBER_OF_PAGE = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)


@dataclass(slots=True)
class _Row:
    """A row with its lines; `title` where it is one cell right across."""

    cells: tuple[str, ...]
    lines: tuple[Placed, ...]
    title: bool


@dataclass(slots=True)
class _Part:
    """A table as far as it is read: its rows, and where it ended."""

    lefts: tuple[float, ...]
    """Where its columns begin that have rules, and where the last ends."""
    width: int
    """How many columns it has, with those that have none."""
    rows: list[_Row]
    covers: bool
    over: str | None = None
    """What stands over it alone, where others stand beside it."""


def find_ruled(
    pages: Sequence[Sequence[Line]], lattices: Sequence[Sequence[Ruled]]
) -> list[PageTable]:
    """The tables with rules around their cells."""
    parts: list[_Part] = []
    for number, (lines, own) in enumerate(zip(pages, lattices, strict=True)):
        for lattice in own:
            whole = parted(lattice, lines)
            cells = filled(whole, lines, joined)
            if not cells.rows:
                continue
            width = len(whole.lefts) - 1
            part = _Part(lattice.lefts, width, _rows(cells, lines, number), cells.covers)
            if parts and _goes_on(parts[-1], part, pages):
                _join(parts[-1], part)
            else:
                parts.append(part)
    _head_each(parts, pages)
    return [table for part in parts for table in _tables(part)]


def _head_each(parts: Sequence[_Part], pages: Sequence[Sequence[Line]]) -> None:
    """Tells tables side by side apart by the line above them, where it has a piece over each."""
    beside: dict[tuple[int, int], list[_Part]] = {}
    for part in parts:
        for first in part.rows[0].lines[:1]:
            beside.setdefault((first.page, first.index), []).append(part)
    for (page, index), group in beside.items():
        if not index or len(group) < _SIDE_BY_SIDE:
            continue
        above, below = pages[page][index - 1 : index + 1]
        close = below.box[1] - above.box[3] < _CLOSE * (above.box[3] - above.box[1])
        pairs = list(zip(sorted(group, key=_left), above.segments, strict=False))
        if (
            not close
            or len(above.segments) != len(group)
            or not all(_is_over(part, piece) for part, piece in pairs)
        ):
            continue
        for part, piece in pairs:
            part.over = piece.text


def _left(part: _Part) -> float:
    return part.lefts[0]


def _is_over(part: _Part, piece: Segment) -> bool:
    """Whether words stand within a table's width."""
    within = part.lefts[0] - _SAME_EDGE <= piece.left and piece.right <= part.lefts[-1] + _SAME_EDGE
    return within and len(piece.text) <= _LONGEST_HEADING


def _rows(cells: Cells, lines: Sequence[Line], page: int) -> list[_Row]:
    return [
        _Row(own, tuple(Placed(page, n, lines[n]) for n in numbers), title)
        for own, numbers, title in zip(cells.rows, cells.lines, cells.titles, strict=True)
    ]


def _goes_on(part: _Part, more: _Part, pages: Sequence[Sequence[Line]]) -> bool:
    """Whether rows at the top of a page, in the same columns, go on with the page before's."""
    end, begin = part.rows[-1].lines[-1], more.rows[0].lines[0]
    if end.page + 1 != begin.page or part.width != more.width:
        return False
    if len(part.lefts) != len(more.lefts):
        return False
    if any(abs(a - b) > _SAME_EDGE for a, b in zip(part.lefts, more.lefts, strict=True)):
        return False
    between = [*pages[end.page][end.index + 1 :], *pages[begin.page][: begin.index]]
    return all(_NUMBER_OF_PAGE.fullmatch(line.text) for line in between)


def _join(part: _Part, more: _Part) -> None:
    """Put rows to those before: without their header, a row cut by the page's end made whole."""
    rows = list(more.rows)
    titles = next((n for n, row in enumerate(rows) if not row.title), 0)
    for row in part.rows[: titles + _headed(part.rows[titles:], part.covers)]:
        if not rows or rows[0].cells != row.cells:
            break
        rows.pop(0)
    if rows and _carries_on(part.rows[-1], rows[0]):
        last, cut = part.rows[-1], rows.pop(0)
        cells = tuple(joined(a, b) for a, b in zip(last.cells, cut.cells, strict=True))
        part.rows[-1] = _Row(cells, (*last.lines, *cut.lines), last.title)
    part.rows += rows


def _carries_on(row: _Row, more: _Row) -> bool:
    return not more.cells[0] and all(
        above for above, cell in zip(row.cells, more.cells, strict=True) if cell
    )


def _tables(part: _Part) -> list[PageTable]:
    """The table, or one for each heading that runs right across it."""
    rows, heading = part.rows, part.over
    while len(rows) > 2 and _is_heading(rows[0]):
        heading, rows = rows[0].cells[0], rows[1:]
    if len(rows) < 2 or sum(row.cells[0].endswith(":") for row in rows) * 2 >= len(rows):
        return []
    several = sum(len(set(filter(None, row.cells))) > 1 for row in rows)
    if several < 2 and not all(rows[0].cells):
        return []
    count = _headed(rows, part.covers)
    header = _header([row.cells for row in rows[:count]], part.width)
    first = [row.cells for row in rows[:count]]
    found: list[PageTable] = []
    lines = [line for row in rows[:count] for line in row.lines]
    body: list[_Row] = []
    for n, row in enumerate(rows[count:], count):
        if _is_heading(row) and n + 1 < len(rows):
            found += _section(header, body, heading, lines)
            heading, body, lines = row.cells[0], [], list(row.lines)
        elif row.cells not in first:
            body.append(row)
    return [*found, *_section(header, body, heading, lines)]


def _headed(rows: Sequence[_Row], covers: bool) -> int:
    """How many rows are the header: more where a cell of the first covers columns of the next,
    as long as they have the first's label, merged down, or none.
    """
    if not rows or looks_like_data(rows[0].cells):
        return 0
    count = 1
    while covers and count < min(_MOST_HEADS, len(rows) - 1):
        cells = rows[count].cells
        same = cells[0] == rows[0].cells[0]
        if looks_like_data(cells) or (count > 1 and not (same and _names_columns(cells))):
            break
        count += 1
    return count


def _names_columns(cells: Sequence[str]) -> bool:
    """Whether every column but the first has a name, and none a figure."""
    return all(cells[1:]) and not any(parse_count(cell) for cell in cells[1:])


def _section(
    header: tuple[str, ...], rows: Sequence[_Row], heading: str | None, lines: Sequence[Placed]
) -> list[PageTable]:
    if not rows:
        return []
    own = tuple(row.cells for row in rows), tuple(row.lines for row in rows)
    return [PageTable(*own, len(header), header, heading, tuple(lines))]


def _is_heading(row: _Row) -> bool:
    text = row.cells[0]
    return row.title and 0 < len(text) <= _LONGEST_HEADING and not is_total([text])


def _header(rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """The names of the columns: of two rows of header, both words where they differ."""
    names = [dict.fromkeys(row[n] for row in rows if row[n]) for n in range(width)]
    return tuple(" ".join(" ".join(name).split()) for name in names)
