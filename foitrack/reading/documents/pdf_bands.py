"""What stands between two level rules of a table: one row's lines, or rows that no rule parts.

Many tables have a rule above their header, one below it, and one at their end; others a frame
and no more. There the lines themselves tell the rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap

from foitrack.reading.documents.pdf_pitch import (
    Cells,
    Pitch,
    figure_under_figure,
    heads_figures,
    holds_rows,
    runs_on,
)
from foitrack.reading.documents.pdf_rows import Placed

FEW = 3
"""Bands on a page that are a header, a body and a total, and no row each."""
_LEAST_LISTED = 3
_LEAST_COLUMNS = 3
_LEAST_ROWS = 2
_MANY_FIGURES = 2
"""Figures under figures: no cell lists as many."""
_WIDE = 0.6
"""Of a line's height: more than stands between two lines of a cell."""

Band = tuple[int, int]
"""A page, and how many of its rules stand above."""


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands of a table, by its lines."""

    of_lines: tuple[Band, ...]
    whole: frozenset[Band]
    """Those whose lines are one row."""

    def tell(self, number: int) -> bool | None:
        """Whether a line and the one after it are of one row; None where no rule tells."""
        above, below = self.of_lines[number], self.of_lines[number + 1]
        if above[0] != below[0]:
            return None
        if above != below:
            return False
        return True if above in self.whole else None

    @classmethod
    def of(
        cls,
        run: Sequence[Placed],
        cells: Cells,
        rules: Sequence[Sequence[float]],
        pitch: Pitch | None,
    ) -> Bands | None:
        """`rules` are the heights of each page's rules; None where none parts the lines."""
        bands = tuple(_band(placed, rules[placed.page]) for placed in run)
        on_page = Counter(page for page, _ in set(bands))
        most = max(on_page.values(), default=0)
        if most < 2 or (most == 2 and not _is_framed(run, rules)):
            # A rule below the header alone parts no rows.
            return None
        own: dict[Band, list[int]] = {}
        for number, band in enumerate(bands):
            own.setdefault(band, []).append(number)
        few = most <= FEW
        whole = set()
        for band, held in own.items():
            lines = slice(held[0], held[-1] + 1)
            if is_one_row(run[lines], cells[lines], pitch, few=few):
                whole.add(band)
        return cls(bands, frozenset(whole))


def is_one_row(run: Sequence[Placed], cells: Cells, pitch: Pitch | None, *, few: bool) -> bool:
    """Whether the lines between two rules are one row; `few`: the table has hardly more rules
    than its header has.
    """
    pairs = list(pairwise(cells))
    if holds_rows(cells) or any(starmap(heads_figures, pairs)):
        return False
    if sum(starmap(figure_under_figure, pairs)) >= _MANY_FIGURES:
        return False
    if few and pairs and (_stand_apart(run, cells) or (pitch and _are_rows(run, cells, pitch))):
        return False
    listed = len(cells) >= _LEAST_LISTED and (few or len(cells[0]) >= _LEAST_COLUMNS)
    return not (listed and all(_are_full(a, b) for a, b in pairs))


def _stand_apart(run: Sequence[Placed], cells: Cells) -> bool:
    """Whether each line has its first cell and stands further from the next than lines of a cell
    do.
    """
    boxes = [placed.line.box for placed in run]
    apart = all(b[1] - a[3] > _WIDE * (a[3] - a[1]) for a, b in pairwise(boxes))
    return apart and all(own[0] for own in cells)


def _are_rows(run: Sequence[Placed], cells: Cells, pitch: Pitch) -> bool:
    """Whether what space parts are rows, each with its first cell, and no paragraphs of a cell."""
    filled = [[any(cell) for cell in zip(*row, strict=True)] for row in pitch.groups(run, cells)]
    return all(own[0] for own in filled) and sum(map(all, filled)) >= _LEAST_ROWS


def _are_full(above: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether two lines have every cell, and no cell's words run on."""
    return all(above) and all(own) and not any(map(runs_on, above, own))


def _band(placed: Placed, rules: Sequence[float]) -> Band:
    _, top, _, bottom = placed.line.box
    return placed.page, bisect_right(rules, (top + bottom) / 2)


def _is_framed(run: Sequence[Placed], rules: Sequence[Sequence[float]]) -> bool:
    """Whether rules stand above a table's first line and below its last."""
    first, last = run[0], run[-1]
    above, below = rules[first.page], rules[last.page]
    return bool(above and below) and above[0] < first.line.box[3] and (below[-1] > last.line.box[1])
