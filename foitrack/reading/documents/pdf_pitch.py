"""Where a row of a table without rules ends, by the space between its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap
from math import inf

from foitrack.reading.counts import parse_count
from foitrack.reading.documents.pdf_rows import Placed

_NEARLY, _APART = 1.15, 1.25
_ENDS = ".!?:;"
_AMOUNT = re.compile(r"[(-]?\s?[£$€]?\s?\d[\d,]*(?:\.\d+)?\s?%?\)?")
_LEAST_FIGURES = 2
Cells = Sequence[tuple[str, ...]]
"""The cells of each line of a table."""


@dataclass(frozen=True, slots=True)
class Pitch:
    """How far apart the lines within a cell stand, where rows stand further apart than that."""

    tight: float

    def together(self, above: Placed, below: Placed) -> bool:
        """Whether a line stands under another as the lines of a cell do."""
        apart = below.line.box[1] - above.line.box[1]
        return above.page == below.page and apart <= self.tight * _NEARLY

    @classmethod
    def of(cls, run: Sequence[Placed], cells: Cells) -> Pitch | None:
        """None where rows are set as close as the lines of a cell, so that space does not tell."""
        # Two full lines together are two rows, unless a cell's words run on; one alone may be
        # the last line of a row whose cells stand at its foot.
        pitches = [
            (b.line.box[1] - a.line.box[1], above, own)
            for (a, b), (above, own) in zip(pairwise(run), pairwise(cells), strict=True)
            if a.page == b.page and b.line.box[1] > a.line.box[1]
        ]
        if not pitches:
            return None
        # A cell in the middle of its row stands between the lines of others.
        tight = max(min(pitch for pitch, _, _ in pitches), _closest(run, cells))
        apart = sum(pitch > tight * _APART for pitch, _, _ in pitches)
        within = [(above, own) for pitch, above, own in pitches if pitch <= tight * _NEARLY]
        full = sum(_are_two(above, own) for above, own in within)
        if not apart or full * 2 > apart:
            return None
        found = cls(tight)
        return None if any(map(holds_rows, found.groups(run, cells))) else found

    def groups(self, run: Sequence[Placed], cells: Cells) -> Iterator[Cells]:
        """The cells of lines that stand together."""
        begun = 0
        for number in range(1, len(run) + 1):
            if number == len(run) or not self.together(run[number - 1], run[number]):
                yield cells[begun:number]
                begun = number


def _closest(run: Sequence[Placed], cells: Cells) -> float:
    """How far apart the closest two lines stand that follow each other in one column."""
    closest = inf
    last: dict[int, Placed] = {}
    for placed, own in zip(run, cells, strict=True):
        for column, cell in enumerate(own):
            if not cell:
                continue
            above = last.get(column)
            if above is not None and above.page == placed.page:
                closest = min(closest, placed.line.box[1] - above.line.box[1])
            last[column] = placed
    return closest if 0 < closest < inf else 0.0


def _are_two(above: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether two lines set close are two rows: full ones, or with a figure under a figure."""
    if all(above) and all(own) and not any(map(runs_on, above, own)):
        return True
    return figure_under_figure(above, own)


def figure_under_figure(above: Sequence[str], own: Sequence[str]) -> bool:
    """Whether some cell and the one below it are figures: those of two rows."""
    return any(
        a and b and is_figure(a) and is_figure(b) for a, b in zip(above[1:], own[1:], strict=True)
    )


def holds_rows(cells: Cells) -> bool:
    """Whether two lines that have a label have figures in one column: those of two rows."""
    labelled = [own for own in cells if own[0]]
    return any(starmap(figure_under_figure, pairwise(labelled)))


def heads_figures(above: Sequence[str], own: Sequence[str]) -> bool:
    """Whether words stand over figures, column by column: a header over the first row of data."""
    headed = sum(
        bool(head) and bool(cell) and is_figure(cell)
        for head, cell in zip(above[1:], own[1:], strict=True)
    )
    figures = any(map(is_figure, filter(None, above[1:])))
    return bool(own[0]) and headed >= _LEAST_FIGURES and not figures


def is_figure(cell: str) -> bool:
    """Whether a cell holds nothing but a number, an amount, or a mark in place of one."""
    return parse_count(cell) is not None or _AMOUNT.fullmatch(cell) is not None


def runs_on(above: str, below: str) -> bool:
    """Whether a line is the next of a sentence."""
    return above[-1:] not in _ENDS and below[:1].islower()


def same_row(
    run: Sequence[Placed],
    cells: Cells,
    before: tuple[int, tuple[str, ...]],
    pitch: Pitch | None,
) -> bool:
    """Whether a line carries on the row above, by its space and its cells; no rule tells.

    `before` is the number of the line above, with its row as far as it is put together.
    """
    number, row = before
    above, placed, own = run[number], run[number + 1], cells[number + 1]
    same_page = above.page == placed.page
    if heads_figures(cells[number], own):
        return False
    if pitch is not None and same_page:
        return pitch.together(above, placed)
    if pitch is not None:
        return not (row[0] and _has_first(run, cells, number + 1, pitch))
    if own[0] or (placed.line.after_gap and same_page):
        return False
    if figure_under_figure(cells[number], own):
        return False
    return all(kept for kept, cell in zip(row, own, strict=True) if cell)


def _has_first(run: Sequence[Placed], cells: Cells, number: int, pitch: Pitch) -> bool:
    """Whether the lines of a row, from one at the top of a page on, have its first cell."""
    while not cells[number][0]:
        number += 1
        if number == len(run) or not pitch.together(run[number - 1], run[number]):
            return False
    return True
