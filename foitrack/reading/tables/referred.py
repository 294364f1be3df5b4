"""Rows that only carry on the case above them: a further allegation under the same reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foitrack.reading.counts import parse_count
from foitrack.reading.headings import identifies
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import Grid, Row, clean

_CASES = frozenset(
    {"case", "cases", "complaint", "incident", "investigation", "hearing", "officer"}
)
_REFERENCE = re.compile(r"\w{1,2}|.*\d.*")
_LEAST_EMPTY = 2


def under_references(grid: Grid) -> Grid:
    """The table with each case a row, where what heads the first column tells case from case.

    A row goes on where its reference is empty and it has one cell only, or is empty at other
    cells beside the reference too: a lone reference may be missing.
    """
    if not _tells_cases(grid):
        return grid
    rows: list[Row] = []
    for row in grid.rows:
        if rows and _goes_on(rows[-1].cells, row):
            rows[-1] = _with(rows[-1], row)
        else:
            rows.append(row)
    return replace(grid, rows=tuple(rows)) if len(rows) < len(grid.rows) else grid


def _tells_cases(grid: Grid) -> bool:
    name = clean(grid.header[0]).casefold()
    references = [row.cells[0].strip() for row in grid.rows if row.cells[0].strip()]
    if len(set(references)) < len(references):
        return False
    # Under "Officer" a rank may be printed once, above all its cases.
    return identifies(name) or (name in _CASES and all(map(_REFERENCE.fullmatch, references)))


def _goes_on(above: Sequence[str], row: Row) -> bool:
    filled = [n for n, cell in enumerate(row.cells) if cell.strip()]
    if not filled or not filled[0] or row.true:
        return False
    if any(parse_count(row.cells[n]) is not None for n in filled):
        return False
    if not all(cell.strip() for cell in above[: filled[0]]):
        return False
    # An allegation with an outcome of its own stays a row of its own.
    new = [n for n in filled if row.cells[n].strip() not in above[n].split("\n")]
    return len(filled) == 1 or (filled[0] >= _LEAST_EMPTY and len(new) <= 1)


def _with(above: Row, below: Row) -> Row:
    """A row with the cells of the next under its own; what is said twice stands once."""
    cells = tuple(
        "\n".join(dict.fromkeys(cell for cell in (*a.split("\n"), b) if cell.strip()))
        for a, b in zip(above.cells, below.cells, strict=True)
    )
    return replace(above, cells=cells, span=Span(above.span.start, below.span.end))
