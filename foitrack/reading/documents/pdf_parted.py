"""A ruled table with rows that no rule parts: its lattice with edges where its lines tell them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from foitrack.reading.documents.pdf_bands import FEW, is_one_row
from foitrack.reading.documents.pdf_layout import Line, words_of
from foitrack.reading.documents.pdf_pitch import Pitch, same_row
from foitrack.reading.documents.pdf_rows import Placed, joined
from foitrack.reading.documents.pdf_ruled import Rule, Ruled

_LEAST_SPANNED = 3
_Width = tuple[float, float]
"""Where a cell begins and ends across the page."""


def parted(lattice: Ruled, lines: Sequence[Line]) -> Ruled:
    """The lattice with an edge between lines that are rows of their own, across all cells that
    these rows have; a cell that is one with others above or below it stays one.
    """
    few = len(lattice.tops) - 1 <= FEW
    edges: list[Rule] = []
    for row, (top, foot) in enumerate(pairwise(lattice.tops)):
        held = [line for line in lines if top < (line.box[1] + line.box[3]) / 2 < foot]
        if len(held) > 1:
            widths = _closed(lattice, row)
            if len(widths) == 1:
                widths = _in_columns(widths[0], lattice.lefts, held)
            edges += _edges(held, widths, few=few)
    if not edges:
        return lattice
    tops = tuple(sorted({*lattice.tops, *(edge for edge, _, _ in edges)}))
    return replace(lattice, tops=tops, level=tuple(sorted([*lattice.level, *edges])))


def _closed(lattice: Ruled, row: int) -> list[_Width]:
    """The cells of a row that have rules above and below."""
    columns = range(len(lattice.lefts) - 1)
    ends = [end for end in (row, row + 1) if 0 < end < len(lattice.tops) - 1]
    widths: list[_Width] = []
    for column in columns:
        left, right = lattice.lefts[column], lattice.lefts[column + 1]
        if column and widths and lattice.across(row, column):
            widths[-1] = widths[-1][0], right
        elif not any(lattice.down(end, column) for end in ends):
            widths.append((left, right))
    return widths


def _in_columns(whole: _Width, lefts: Sequence[float], lines: Sequence[Line]) -> list[_Width]:
    """The columns of a cell whose words stand in columns that only the rows above it have rules
    for; the cell itself where they do not.
    """
    own = [(left, right) for left, right in pairwise(lefts) if whole[0] <= left < whole[1]]
    columns = (
        {bisect_right(lefts, segment.left) for segment in line.segments if len(line.segments) > 1}
        for line in lines
    )
    return own if sum(len(met) > 1 for met in columns) > 1 else [whole]


def _edges(lines: Sequence[Line], widths: Sequence[_Width], *, few: bool) -> list[Rule]:
    """Where rows end between the lines of a band, as rules across its cells."""
    held = [(line, cells) for line in lines if any(cells := _cells(line, widths))]
    if len(widths) < 2 or len(held) < 2:
        return []
    places, rows = _ends(held, few=few)
    if _is_label_of_all(rows):
        # It may stand between two rows.
        places, _ = _ends([one for one in held if any(one[1][1:])], few=few)
        widths = widths[1:]
    return [(place, left, right) for place in places for left, right in widths]


def _ends(
    held: Sequence[tuple[Line, tuple[str, ...]]], *, few: bool
) -> tuple[list[float], list[tuple[str, ...]]]:
    """Where rows end between lines with their cells, and the rows."""
    run = [Placed(0, number, line) for number, (line, _) in enumerate(held)]
    every = [cells for _, cells in held]
    pitch = Pitch.of(run, every)
    rows = [every[0]]
    places: list[float] = []
    if is_one_row(run, every, pitch, few=few):
        return places, rows
    for number, ((above, _), (below, own)) in enumerate(pairwise(held)):
        if same_row(run, every, (number, rows[-1]), pitch):
            rows[-1] = tuple(joined(a, b) for a, b in zip(rows[-1], own, strict=True))
        else:
            places.append((above.box[3] + below.box[1]) / 2)
            rows.append(own)
    return places, rows


def _is_label_of_all(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether rows have one label, set in the middle beside them."""
    labelled = [number for number, row in enumerate(rows) if row[0]]
    return len(rows) >= _LEAST_SPANNED and len(labelled) == 1 and 0 < labelled[0] < len(rows) - 1


def _cells(line: Line, widths: Sequence[_Width]) -> tuple[str, ...]:
    """The words of a line by the cell that their middle stands in."""
    cells: list[list[str]] = [[] for _ in widths]
    lefts = [left for left, _ in widths]
    for word in words_of(line):
        middle = (word.box[0] + word.box[2]) / 2
        at = bisect_right(lefts, middle) - 1
        if at >= 0 and middle <= widths[at][1]:
            cells[at].append(word.text)
    return tuple(map(" ".join, cells))
