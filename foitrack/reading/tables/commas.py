"""Tables pasted into a letter as a program writes them: commas between cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from foitrack.reading.counts import parse_count
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span, lines
from foitrack.reading.tables.grid import Grid, Row
from foitrack.reading.wrapping import rows_of

_LEAST_ROWS, _LEAST_CELLS = 3, 3
_LONGEST, _LONGEST_HEADING = 1000, 60
_QUOTED = re.compile(r'"[^"\n]*"')
_OF_PROSE = re.compile(r",\s+\S")
"""After a comma in a sentence there is a blank."""


def find_commas(plain: str) -> Iterator[Grid]:
    """Such tables: lines of as many cells, close below each other, under a line of headings."""
    may = [row for row in rows_of(plain) if row.count(",") > 1 and (", " not in row or '"' in row)]
    if len(may) < _LEAST_ROWS:
        return
    run: list[tuple[Span, list[str]]] = []
    for span in lines(plain):
        cells = _cells(span.of(plain))
        if cells:
            run.append((span, cells))
        elif run:
            yield from _grid(run)
            run = []
    yield from _grid(run)


def _cells(line: str) -> list[str]:
    if line.count(",") < _LEAST_CELLS - 1 or len(line) > _LONGEST or "\r" in line:
        return []
    if _OF_PROSE.search(_QUOTED.sub("", line)):
        return []
    return next(csv.reader([line.strip()]))


def _grid(run: Sequence[tuple[Span, list[str]]]) -> Iterator[Grid]:
    widths = {len(cells) for _, cells in run}
    if len(run) < _LEAST_ROWS or len(widths) > 1 or not _heads(run[0][1]):
        return
    # A column without a heading and without a cell only keeps others apart.
    kept = [n for n in range(widths.pop()) if any(cells[n].strip() for _, cells in run)]
    (first, header), *rows = [(span, tuple(own[n] for n in kept)) for span, own in run]
    body = tuple(Row(cells, span) for span, cells in rows)
    yield Grid(header, body, Span(first.start, run[-1][0].end))


def _heads(cells: Sequence[str]) -> bool:
    """Whether cells are words, or periods, that may head columns."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) > 1 and all(
        len(cell) <= _LONGEST_HEADING
        and (parse_period(cell) or (cell[0].isalpha() and parse_count(cell) is None))
        for cell in filled
    )
