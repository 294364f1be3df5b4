"""A ruled table with rows that no rule parts: its lattice with edges where its lines tell them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from foitrack.reading.documents.pdf_bands import FEW, is_one_row
from foitrack.reading.documents.pdf_columned import MORE_THAN_A_SPACE, column_starts
from foitrack.reading.documents.pdf_layout import Line, Word, made_line, words_of
from foitrack.reading.documents.pdf_pitch import Pitch, is_figure, same_row
from foitrack.reading.documents.pdf_rows import Placed, joined
from foitrack.reading.documents.pdf_ruled import MOST_COLUMNS, Rule, Ruled

_LEAST_SPANNED = 3
_LEAST_LINES = 3
_LEAST_LABELS = 4
"""Lines of a label that stands beside as many rows, hardly ever: labels of their own."""
_MOSTLY = 3
"""Lines with a gap to one without, where columns are parted by nothing else."""
_BEFORE = 1.0
_NEAR = 4.0
_Width = tuple[float, float]
"""Where a cell begins and ends across the page."""


def parted(lattice: Ruled, lines: Sequence[Line]) -> Ruled:
    """The lattice with an edge wherever its words stand in rows or columns that no rule parts."""
    top, foot = lattice.tops[0], lattice.tops[-1]
    own = [line for line in lines if top < _middle(line) < foot]
    return _rows_parted(_labels_parted(_columns_parted(lattice, own), own), own)


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _labels_parted(lattice: Ruled, lines: Sequence[Line]) -> Ruled:
    """The lattice with edges across a column that has no rules, but words in each of its rows."""
    if _is_ruled_across(lattice):
        return lattice
    edges: list[Rule] = []
    for column, (left, right) in enumerate(pairwise(lattice.lefts)):
        merged = list(_merged_down(lattice, column))
        heights = [
            _middle(line)
            for line in (lines if merged else ())
            if any(_is_in(word, left, right) for word in words_of(line))
        ]
        held = {bisect_right(lattice.tops, height) - 1 for height in heights}
        for first, last in merged:
            labelled = len(held.intersection(range(first, last)))
            if labelled >= _LEAST_LABELS and labelled * 5 >= (last - first) * 4:
                edges += [(lattice.tops[row], left, right) for row in range(first + 1, last)]
    return replace(lattice, level=tuple(sorted([*lattice.level, *edges]))) if edges else lattice


def _is_ruled_across(lattice: Ruled) -> bool:
    """Whether each edge between rows is one rule from the first column to the last, as in most."""
    left, right = lattice.lefts[0] + _NEAR, lattice.lefts[-1] - _NEAR
    whole = [place for place, begun, ended in lattice.level if begun < left and right < ended]
    places = sorted(whole)
    return all(
        any(abs(place - top) < _NEAR for place in places[max(0, at - 1) : at + 1])
        for top in lattice.tops[1:-1]
        for at in (bisect_right(places, top),)
    )


def _merged_down(lattice: Ruled, column: int) -> Iterator[tuple[int, int]]:
    """Where rows are one in a column: from the first up to, not including, the last."""
    first = 0
    rows = len(lattice.tops) - 1
    for row in range(1, rows + 1):
        if row == rows or not lattice.down(row, column):
            if row - first > 1:
                yield first, row
            first = row


def _columns_parted(lattice: Ruled, lines: Sequence[Line]) -> Ruled:
    """The lattice with an edge down its rows wherever most lines of a column have a gap."""
    places: list[float] = []
    for words in _by_column(lattice.lefts, lines):
        # Nearly every column's words stand a space apart, if it has several in a line.
        if sum(map(_has_gap, words)) >= _LEAST_LINES:
            own = list(map(made_line, words))
            starts = [start - _BEFORE for start in column_starts(own)[1:]]
            places += [start for start in starts if _parts(start, own)]
    if not places or len(lattice.lefts) + len(places) > MOST_COLUMNS:
        return lattice
    lefts = tuple(sorted([*lattice.lefts, *places]))
    top, foot = lattice.tops[0], lattice.tops[-1]
    upright = sorted([*lattice.upright, *((place, top, foot) for place in places)])
    return replace(lattice, lefts=lefts, upright=tuple(upright))


def _by_column(lefts: Sequence[float], lines: Sequence[Line]) -> list[list[list[Word]]]:
    """For each column the words that stand in it, line by line."""
    columns: list[list[list[Word]]] = [[] for _ in lefts[1:]]
    for line in lines:
        last = -1
        for word in words_of(line):
            at = bisect_right(lefts, (word.box[0] + word.box[2]) / 2) - 1
            if not 0 <= at < len(columns):
                continue
            if at == last:
                columns[at][-1].append(word)
            else:
                columns[at].append([word])
            last = at
    return columns


def _has_gap(words: Sequence[Word]) -> bool:
    return any(
        b.box[0] - a.box[2] > MORE_THAN_A_SPACE * (a.box[3] - a.box[1]) for a, b in pairwise(words)
    )


def _parts(place: float, lines: Sequence[Line]) -> bool:
    """Whether the lines that have words before and after a place have a gap there, nearly all,
    and figures after it, most: running text set to both edges has gaps too.
    """
    wide, narrow, figures = 0, 0, 0
    for line in lines:
        words = list(words_of(line))
        after = next((n for n, word in enumerate(words) if word.box[0] >= place), 0)
        if after:
            gap = words[after].box[0] - words[after - 1].box[2]
            is_wide = gap > MORE_THAN_A_SPACE * (line.box[3] - line.box[1])
            wide, narrow = wide + is_wide, narrow + (not is_wide)
            figures += is_figure(words[after].text)
    return wide >= max(_LEAST_LINES, _MOSTLY * narrow) and figures * 2 > wide


def _is_in(word: Word, left: float, right: float) -> bool:
    return left <= (word.box[0] + word.box[2]) / 2 < right


def _rows_parted(lattice: Ruled, lines: Sequence[Line]) -> Ruled:
    """The lattice with an edge between lines that are rows of their own, across all cells that
    these rows have; a cell that is one with others above or below it stays one.
    """
    few = len(lattice.tops) - 1 <= FEW
    edges: list[Rule] = []
    bands: list[list[Line]] = [[] for _ in lattice.tops]
    for line in lines:
        bands[bisect_right(lattice.tops, _middle(line)) - 1].append(line)
    for row, held in enumerate(bands):
        if len(held) > 1:
            widths = _closed(lattice, row, held)
            if len(widths) == 1:
                widths = _in_columns(widths[0], lattice.lefts, held)
            edges += _edges(held, widths, few=few)
    if not edges:
        return lattice
    tops = tuple(sorted({*lattice.tops, *(edge for edge, _, _ in edges)}))
    return replace(lattice, tops=tops, level=tuple(sorted([*lattice.level, *edges])))


def _closed(lattice: Ruled, row: int, lines: Sequence[Line]) -> list[_Width]:
    """The cells of a row that have rules above and below, or words on as many of its lines."""
    columns = range(len(lattice.lefts) - 1)
    ends = [end for end in (row, row + 1) if 0 < end < len(lattice.tops) - 1]
    widths: list[_Width] = []
    for column in columns:
        left, right = lattice.lefts[column], lattice.lefts[column + 1]
        if column and widths and lattice.across(row, column):
            widths[-1] = widths[-1][0], right
        elif not any(lattice.down(end, column) for end in ends) or _fills(left, right, lines):
            widths.append((left, right))
    return widths


def _fills(left: float, right: float, lines: Sequence[Line]) -> bool:
    """Whether most lines have words in a column."""
    held = sum(any(_is_in(word, left, right) for word in words_of(line)) for line in lines)
    return held >= _LEAST_LABELS and held * 5 >= len(lines) * 4


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
