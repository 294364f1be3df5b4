"""A table printed in parts side by side, to save space: the same headings again and again."""

from __future__ import annotations

from dataclasses import replace

from foitrack.reading.tables.grid import Grid, Row, is_total

_LEAST = 2
"""Columns of a part."""
_MOST_PARTS = 4


def unfolded(grid: Grid) -> Grid:
    """The rows of each part below those of the part at its left; any other table as it is."""
    width = len(grid.header)
    names = [" ".join(cell.split()).casefold() for cell in grid.header]
    if width < 2 * _LEAST or not all(names):
        return grid
    for parts in range(_MOST_PARTS, 1, -1):
        own, rest = divmod(width, parts)
        if not rest and own >= _LEAST and names == names[:own] * parts:
            return _unfolded(grid, own)
    return grid


def _unfolded(grid: Grid, width: int) -> Grid:
    if len(set(grid.header[:width])) < width:
        return grid
    if any(row.true or is_total(row.cells) for row in grid.rows):
        return grid
    rows = [
        replace(row, cells=row.cells[start : start + width])
        for start in range(0, len(grid.header), width)
        for row in grid.rows
    ]
    return replace(grid, header=grid.header[:width], rows=tuple(filter(_is_filled, rows)))


def _is_filled(row: Row) -> bool:
    return any(cell.strip() for cell in row.cells)
