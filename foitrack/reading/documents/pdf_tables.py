"""Tables of a PDF, from words that stand in columns, over as many pages as they run."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from foitrack.reading.documents.pdf_bands import Bands
from foitrack.reading.documents.pdf_blocks import blocks
from foitrack.reading.documents.pdf_columned import column_starts
from foitrack.reading.documents.pdf_layout import Line, Word
from foitrack.reading.documents.pdf_pitch import Pitch, same_row
from foitrack.reading.documents.pdf_rows import PageTable, Placed, joined
from foitrack.reading.documents.pdf_ruled import Ruled
from foitrack.reading.documents.pdf_ruled_tables import find_ruled
from foitrack.reading.tables.spanning import are_heads, both, spanned

_LEAST_LINES = 2
_MOST_COLUMNS = 30
_MOST_ABOVE = 12
_TOLERANCE = 3.0


def find_tables(
    pages: Sequence[Sequence[Line]],
    rules: Sequence[Sequence[float]],
    lattices: Sequence[Sequence[Ruled]],
) -> list[PageTable]:
    """The tables of a document; `rules` are the heights of each page's level rules.

    Those with rules around their cells are read by the rules, all others by their columns.
    """
    ruled = find_ruled(pages, lattices) if any(lattices) else []
    taken: dict[int, set[int]] = {}
    for table in ruled:
        for placed in (*table.above, *(placed for own in table.lines for placed in own)):
            taken.setdefault(placed.page, set()).add(placed.index)
    runs: list[list[Placed]] = []
    known = _Lefts()
    for number, lines in enumerate(pages):
        for first, last in blocks(lines, taken.get(number, ())):
            begun = first
            if runs and runs[-1][-1].page + 1 == number and _all_carry_on(lines, first, known):
                begun = 0
            block = [Placed(number, n, lines[n]) for n in range(begun, last + 1)]
            lefts = [segment.left for placed in block for segment in placed.line.segments]
            if begun == 0 and runs and _goes_on(runs[-1][-1], number, lefts, known, pages):
                runs[-1] += block
            else:
                runs.append(block)
                known = _Lefts()
            known.add(lefts)
    return [*ruled, *filter(None, (_table(run, rules) for run in runs))]


def _goes_on(
    end: Placed,
    page: int,
    lefts: Sequence[float],
    known: _Lefts,
    pages: Sequence[Sequence[Line]],
) -> bool:
    """Whether a block at the top of a page is the rest of the table that ended the page before.

    `lefts` are where its segments begin, `known` those of the table before.
    """
    if end.page + 1 != page or end.index + 1 != len(pages[end.page]):
        return False
    return sum(map(known.near, lefts)) * 10 >= len(lefts) * 6


def _all_carry_on(lines: Sequence[Line], first: int, known: _Lefts) -> bool:
    """Whether the lines above a block, at the top of a page, are those of a cell of the table
    before: few, close together, and begun where one of its columns does, but not the first.
    """
    if not 0 < first <= _MOST_ABOVE:
        return False
    height = lines[first].box[3] - lines[first].box[1]
    close = all(b.box[1] - a.box[3] < height for a, b in pairwise(lines[: first + 1]))
    lefts = [line.box[0] for line in lines[:first]]
    return close and all(known.near(left) and not known.near_first(left) for left in lefts)


class _Lefts:
    """Places across a page, to be asked whether one is near; in slots as wide as near is."""

    __slots__ = ("_slots",)

    def __init__(self) -> None:
        self._slots: dict[int, tuple[float, float]] = {}

    def add(self, lefts: Sequence[float]) -> None:
        """More of them."""
        for left in set(lefts):
            slot = int(left // _TOLERANCE)
            low, high = self._slots.get(slot, (left, left))
            self._slots[slot] = min(low, left), max(high, left)

    def near_first(self, left: float) -> bool:
        """Whether a place is at the left edge of them all, or left of it."""
        edge = min((low for low, _ in self._slots.values()), default=left)
        return left < edge + _TOLERANCE

    def near(self, left: float) -> bool:
        """Whether one is near a place."""
        slot = int(left // _TOLERANCE)
        if slot in self._slots:
            return True
        _, below = self._slots.get(slot - 1, (0.0, -1e9))
        above, _ = self._slots.get(slot + 1, (1e9, 0.0))
        return left - below < _TOLERANCE or above - left < _TOLERANCE


def _table(run: Sequence[Placed], rules: Sequence[Sequence[float]]) -> PageTable | None:
    lines = [placed.line for placed in run]
    several = sum(len(line.segments) > 1 for line in lines)
    if several > _LEAST_LINES and (header := _two_level(lines)) is not None:
        body = _rows(run[2:], rules, column_starts(lines[1:]), least=1)
        return None if body is None else replace(body, header=header, above=tuple(run[:2]))
    starts = column_starts(lines)
    if several < _LEAST_LINES or not 1 < len(starts) <= _MOST_COLUMNS:
        return None
    return _rows(run, rules, starts)


def _two_level(lines: Sequence[Line]) -> tuple[str, ...] | None:
    """The header of a table whose first line heads several columns with each of its cells."""
    heads, under = lines[0].segments, lines[1].segments
    if not 1 < len(heads) < len(under) + 1:
        return None
    starts = column_starts(lines[1:])
    names = _cells(lines[1], starts)
    label = names[0]
    if not label and _column(starts, heads[0].left) == 0:
        # The first column's own name may stand beside the headings, or beside the names below.
        label, heads = heads[0].text, heads[1:]
    if len(names) > _MOST_COLUMNS or not label or not are_heads(names[1:]):
        return None
    columns = [(one.left, one.right) for one in under if _column(starts, one.left)]
    over = spanned(columns, [(one.left, one.right, one.text) for one in heads], _TOLERANCE)
    return both(label, over, names[1:]) if over and len(over) == len(names) - 1 else None


def _rows(
    run: Sequence[Placed],
    rules: Sequence[Sequence[float]],
    starts: Sequence[float],
    least: int = _LEAST_LINES,
) -> PageTable | None:
    lines = [placed.line for placed in run]
    rows: list[tuple[str, ...]] = []
    members: list[list[Placed]] = []
    every = [_cells(line, starts) for line in lines]
    pitch = Pitch.of(run, every)
    bands = Bands.of(run, every, rules, pitch)
    for number, (placed, cells) in enumerate(zip(run, every, strict=True)):
        told = bands.tell(number - 1) if bands and number else None
        before = number - 1, rows[-1] if rows else ()
        if rows and (same_row(run, every, before, pitch) if told is None else told):
            rows[-1] = tuple(joined(a, b) for a, b in zip(rows[-1], cells, strict=True))
            members[-1].append(placed)
        else:
            rows.append(cells)
            members.append([placed])
    if len(rows) < least or sum(row[0].endswith(":") for row in rows) * 2 >= len(rows):
        return None
    return PageTable(tuple(rows), tuple(tuple(own) for own in members), len(starts))


def _cells(line: Line, starts: Sequence[float]) -> tuple[str, ...]:
    cells = [""] * len(starts)
    for segment in line.segments:
        at = _column(starts, segment.left)
        if _column(starts, _place(segment.words[-1])) == at:
            cells[at] = f"{cells[at]} {segment.text}" if cells[at] else segment.text
            continue
        for word in segment.words:
            at = _column(starts, _place(word))
            cells[at] = f"{cells[at]} {word.text}".strip()
    return tuple(cells)


def _place(word: Word) -> float:
    """Where a word tells its column: a figure set to the right may begin left of those below."""
    left, _, right, _ = word.box
    return (left + right) / 2 if word.text[:1].isdigit() else left


def _column(starts: Sequence[float], left: float) -> int:
    return max(0, bisect_right(starts, left + _TOLERANCE) - 1)
