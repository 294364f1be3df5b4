"""All tables of a text, each laid out in one of the ways known, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from foitrack.reading.findings import Place, Table
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span, blank
from foitrack.reading.tables.aligned import find_aligned
from foitrack.reading.tables.flattened import find_labelled, find_period_lists, find_pivots
from foitrack.reading.tables.grid import Grid, finished
from foitrack.reading.tables.ruled import find_piped, find_tabbed
from foitrack.reading.tables.vertical import find_vertical

_FINDERS: tuple[Callable[[str], Iterator[Grid]], ...] = (
    find_piped,
    find_tabbed,
    find_vertical,
    find_pivots,
    find_aligned,
    find_period_lists,
    find_labelled,
)
_HEADING_REACH = 400
_LONGEST_HEADING = 120


def find_tables(plain: str, place: Callable[[int, int], Place]) -> tuple[Table, ...]:
    """Every table in a folded text. What one finder takes, the next does not see."""
    rest = plain
    grids: list[Grid] = []
    for finder in _FINDERS:
        found = list(finder(rest))
        rest = blank(rest, (grid.span for grid in found))
        grids += found
    grids.sort(key=lambda grid: grid.span.start)
    return tuple(
        finished(_headed(rest, grid), number, place) for number, grid in enumerate(grids, 1)
    )


def _headed(rest: str, grid: Grid) -> Grid:
    """The table with the line above it, where that is a heading and no sentence."""
    above = rest[max(0, grid.span.start - _HEADING_REACH) : grid.span.start].rstrip()
    line = above.rsplit("\n", 1)[-1].strip()
    if not line or len(line) > _LONGEST_HEADING or re.search(r"[.;,]$", line):
        return grid
    return replace(grid, heading=line.rstrip(": ") if parse_period(line) else line)


def heading_span(rest: str, grid: Grid) -> Span:
    """Where the line above a table stands."""
    end = len(rest[: grid.span.start].rstrip())
    return Span(rest.rfind("\n", 0, end) + 1, end)
