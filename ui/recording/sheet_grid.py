"""The cells of a workbook's tables, at their addresses; no Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from foitrack.desk.views import TableView

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


@dataclass(slots=True)
class SheetGrid:
    """The lines of one sheet that hold something read from it, each with its row number."""

    name: str
    columns: int = 0
    first_column: int = 0
    lines: list[SheetLine] = field(default_factory=list)

    def line_at(self, row: int) -> int | None:
        """Which line shows a row of the sheet."""
        for at, line in enumerate(self.lines):
            if line.row == row:
                return at
        return None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """The cells of a row; `row` is None where its number in the sheet is not known."""

    row: int | None
    cells: tuple[str, ...]
    left: int
    """The column of the first cell, counted from 0."""
    heading: bool = False


def area(name: str) -> tuple[int, int, int, int] | None:
    """Top, left, bottom, right of "B4" or "A5:F9": rows from 1, columns from 0."""
    found = _CELL.findall(name.upper())
    if not found:
        return None
    (left, top), (right, bottom) = found[0], found[-1]
    return int(top), column_number(left), int(bottom), column_number(right)


def column_number(letters: str) -> int:
    """A column's number from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_name(column: int) -> str:
    """The letters of a column counted from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def grids(tables: Sequence[TableView]) -> tuple[SheetGrid, ...]:
    """The sheets of a workbook's tables, in order; tables that have no address left out."""
    made: dict[str, SheetGrid] = {}
    for table in tables:
        spot = area(table.place.cell or "")
        if table.place.sheet is None or spot is None:
            continue
        grid = made.setdefault(table.place.sheet, SheetGrid(table.place.sheet))
        grid.lines += _lines(table, spot)
    for grid in made.values():
        grid.columns = max((line.left + len(line.cells) for line in grid.lines), default=0)
    return tuple(made.values())


def _lines(table: TableView, spot: tuple[int, int, int, int]) -> list[SheetLine]:
    top, left, bottom, _ = spot
    # Row by row from the top, where as many rows are there as the range is high.
    exact = bottom - top == len(table.rows) + (table.total_row is not None)
    lines = [SheetLine(top, table.columns, left, heading=True)]
    for number, cells in enumerate(table.rows, 1):
        own = area(table.row_cells[number - 1]) if number <= len(table.row_cells) else None
        row = own[0] if own is not None else top + number if exact else None
        lines.append(SheetLine(row, cells, left))
    if table.total_row is not None:
        lines.append(SheetLine(bottom, table.total_row, left))
    return lines
