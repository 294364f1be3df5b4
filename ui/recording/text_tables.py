"""Which lines of a text are the rows of a table: cells that are parted by tabs.

Known by their look alone: a folded passage takes lines away, and letters have rows that no
table was read from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CELL_END = "\N{LINE SEPARATOR}"
"""Stands for a tab between cells, one character for one: Qt begins another line at it, which may
be put anywhere."""
_ROW = re.compile(r"[^\t]*[^\t\s][^\t]*\t")
_BETWEEN = 2
"""Lines without cells that a table goes on after, such as a gap where a page ended."""
_LOOKED_AT = 5
_TO_THE_LEFT = ("R", "AL")


@dataclass(frozen=True, slots=True)
class TextTable:
    """Rows that share their columns, by the numbers of their lines."""

    rows: tuple[int, ...]
    columns: int
    to_the_left: bool = False
    """Whether it is read from right to left, and its first column stands at the right."""


def tables_in(lines: Sequence[str]) -> tuple[TextTable, ...]:
    """The tables of a text, from top to bottom."""
    runs: list[tuple[list[int], int]] = []
    for rows in _adjoining(lines):
        columns = max(lines[row].count("\t") for row in rows) + 1
        if runs and runs[-1][1] == columns and rows[0] - runs[-1][0][-1] <= _BETWEEN + 1:
            runs[-1][0].extend(rows)
        else:
            runs.append((rows, columns))
    return tuple(
        TextTable(tuple(rows), columns, _is_to_the_left(lines, rows)) for rows, columns in runs
    )


def _adjoining(lines: Sequence[str]) -> Iterable[list[int]]:
    """Rows without another line between them. One cell that is moved in by tabs is a row only
    beside others: alone it is a paragraph.
    """
    run: list[int] = []
    for number, line in enumerate(lines):
        if "\t" not in line:
            continue
        if run and run[-1] != number - 1:
            yield from _with_cells(lines, run)
            run = []
        run.append(number)
    yield from _with_cells(lines, run)


def _with_cells(lines: Sequence[str], run: list[int]) -> Iterable[list[int]]:
    if any(_ROW.match(lines[row].rstrip()) for row in run):
        yield run


def _is_to_the_left(lines: Sequence[str], rows: Sequence[int]) -> bool:
    """By the first letter that has a direction, as of a paragraph."""
    for row in rows[:_LOOKED_AT]:
        for sign in lines[row]:
            direction = unicodedata.bidirectional(sign)
            if direction in (*_TO_THE_LEFT, "L"):
                return direction in _TO_THE_LEFT
    return False


def in_cells(lines: Sequence[str], tables: Iterable[TextTable]) -> str:
    """The text with the tabs between cells as `CELL_END`. Every character stays in its place."""
    shown = list(lines)
    for table in tables:
        for row in table.rows:
            shown[row] = _one_row(shown[row])
    # Qt would begin paragraphs at these, which are counted as lines here.
    return "\n".join(shown).replace("\r", " ").replace("\N{PARAGRAPH SEPARATOR}", " ")


def _one_row(line: str) -> str:
    return line.replace(CELL_END, " ").replace("\t", CELL_END)
