"""A table printed in two halves side by side, to save space: the same headings twice."""

from __future__ import annotations

from dataclasses import replace

from foitrack.reading.tables.grid import Grid, Row, is_total

_LEAST = 4


def unfolded(grid: Grid) -> Grid:
    """The rows of the right half below those of the left; any other table as it is."""
    width = len(grid.header)
    half = width // 2
    names = [" ".join(cell.split()).casefold() for cell in grid.header]
    if width < _LEAST or width % 2 or names[:half] != names[half:] or not all(names):
        return grid
    if len(set(names)) < half or any(row.true or is_total(row.cells) for row in grid.rows):
        return grid
    left = [replace(row, cells=row.cells[:half]) for row in grid.rows]
    right = [replace(row, cells=row.cells[half:]) for row in grid.rows]
    rows = tuple(row for row in (*left, *right) if _is_filled(row))
    return replace(grid, header=grid.header[:half], rows=rows)


def _is_filled(row: Row) -> bool:
    return any(cell.strip() for cell in row.cells)
