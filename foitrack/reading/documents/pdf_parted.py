"""A ruled table with rows that no rule parts: its lattice with edges where its lines tell them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from foitrack.reading.documents.pdf_bands import FEW, is_one_row
from foitrack.reading.documents.pdf_layout import Line, words_of
from foitrack.reading.documents.pdf_pitch import Pitch, same_row
from foitrack.reading.documents.pdf_rows import Placed, joined
from foitrack.reading.documents.pdf_ruled import Ruled


def parted(lattice: Ruled, lines: Sequence[Line]) -> Ruled:
    """The lattice with an edge right across between lines that are rows of their own."""
    few = len(lattice.tops) - 1 <= FEW
    edges: list[float] = []
    for row in range(len(lattice.tops) - 1):
        held = _between(lines, lattice.tops[row], lattice.tops[row + 1])
        if len(held) > 1 and _is_closed(lattice, row):
            edges += _edges(held, lattice.lefts, few=few)
    if not edges:
        return lattice
    across = [(edge, lattice.lefts[0], lattice.lefts[-1]) for edge in edges]
    tops = tuple(sorted([*lattice.tops, *edges]))
    return replace(lattice, tops=tops, level=tuple(sorted([*lattice.level, *across])))


def _between(lines: Sequence[Line], top: float, foot: float) -> list[Line]:
    return [line for line in lines if top < (line.box[1] + line.box[3]) / 2 < foot]


def _is_closed(lattice: Ruled, row: int) -> bool:
    """Whether no cell of a row is one with a cell above it, below it or beside it."""
    columns = range(len(lattice.lefts) - 1)
    ends = (row, row + 1) if row + 2 < len(lattice.tops) else (row,)
    if any(lattice.down(end, column) for end in ends if end for column in columns):
        return False
    return not any(lattice.across(row, column) for column in columns if column)


def _edges(lines: Sequence[Line], lefts: Sequence[float], *, few: bool) -> Iterator[float]:
    """Where rows end between the lines of a band."""
    run = [Placed(0, number, line) for number, line in enumerate(lines)]
    cells = [_cells(line, lefts) for line in lines]
    pitch = Pitch.of(run, cells)
    if is_one_row(run, cells, pitch, few=few):
        return
    row = cells[0]
    for number, (above, below) in enumerate(pairwise(lines)):
        own = cells[number + 1]
        if same_row(run, cells, (number, row), pitch):
            row = tuple(joined(a, b) for a, b in zip(row, own, strict=True))
        else:
            yield (above.box[3] + below.box[1]) / 2
            row = own


def _cells(line: Line, lefts: Sequence[float]) -> tuple[str, ...]:
    """The words of a line by the column that their middle stands in."""
    cells: list[list[str]] = [[] for _ in lefts[1:]]
    for word in words_of(line):
        at = bisect_right(lefts, (word.box[0] + word.box[2]) / 2) - 1
        if 0 <= at < len(cells):
            cells[at].append(word.text)
    return tuple(map(" ".join, cells))
