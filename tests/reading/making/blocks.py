"""What a letter is made of, whatever format it is then written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foitrack.reading.findings import Reading
from tests.reading.rendering import cells_of

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Table:
    """Rows of cells; a line end in a cell is one on the page. `marked`: the first is a header."""

    rows: Rows
    marked: bool = False
    bold_header: bool = False


Block = str | Table


def of_letter(letter: str, *, blanks: bool = True) -> list[Block]:
    """A letter's lines as paragraphs, and the rows of its tables as tables.

    Without `blanks`, paragraphs are parted by their style, as most programs do of themselves.
    """
    blocks: list[Block] = []
    rows: list[list[str]] = []
    for line in [*letter.split("\n"), ""]:
        cells = cells_of(line)
        if cells:
            rows.append(cells)
            continue
        if line.strip() and set(line.strip()) <= set("|-: "):
            continue
        if rows:
            blocks.append(Table(even(rows)))
            rows = []
        if line.strip() or blanks:
            blocks.append(line)
    return blocks


def even(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows, all as long as the longest."""
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def dressed(reading: Reading) -> list[Block]:
    """A letter that was read, each of its tables as one that the format knows."""
    blocks: list[Block] = []
    at = 0
    for table in reading.tables:
        start, end = table.place.start or 0, table.place.end or 0
        blocks += of_letter(reading.text[at:start].strip("\n"))
        blocks.append(Table([table.columns, *table.rows]))
        at = end
    return [*blocks, *of_letter(reading.text[at:].strip("\n"))]
