"""A ruled table of questions and answers is read cell by cell: what stands there is said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from foitrack.reading.documents.pdf_layout import Line, made_line, spaced, words_of
from foitrack.reading.documents.pdf_rows import joined
from foitrack.reading.documents.pdf_ruled import Ruled, filled
from foitrack.reading.tables.answering import MOST_COLUMNS, are_questions


def cell_by_cell(lines: Sequence[Line], lattices: Sequence[Ruled]) -> list[Line]:
    """The lines, those of such tables in the order of cells: a question, then its answer."""
    instead: dict[int, list[Line]] = {}
    for lattice in lattices:
        if len(lattice.lefts) > MOST_COLUMNS + 1:
            continue  # As most are: the words need not be put in its cells to know it.
        cells = filled(lattice, lines, joined)
        if not are_questions(cells.rows):
            continue
        for numbers, title in zip(cells.lines, cells.titles, strict=True):
            if title or list(numbers) != list(range(numbers[0], numbers[-1] + 1)):
                continue
            own = [lines[number] for number in numbers]
            instead |= {number: [] for number in numbers}
            instead[numbers[0]] = list(_by_cell(own, lattice.lefts))
    if not instead:
        return list(lines)
    return [one for n, line in enumerate(lines) for one in instead.get(n, [line])]


def _by_cell(lines: Sequence[Line], lefts: Sequence[float]) -> Iterator[Line]:
    """The lines of a row, column by column; each cell begins a paragraph."""
    for column in range(1, len(lefts)):
        own = []
        for line in lines:
            words = [w for w in words_of(line) if _column(w.box, lefts) == column]
            if words:
                own.append(made_line(words))
        for number, line in enumerate(spaced(own)):
            line.after_gap = line.after_gap or not number
            yield line


def _column(box: tuple[float, float, float, float], lefts: Sequence[float]) -> int:
    """The column that a word's middle stands in, counted from 1; the nearest, where in none."""
    return min(max(1, bisect_right(lefts, (box[0] + box[2]) / 2)), len(lefts) - 1)
