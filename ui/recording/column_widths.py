"""How wide the columns of a table are, in the room there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate

from ui.recording.text_tables import TextTable

SAMPLE = 300
"""Rows that are measured, spread over the table: a cell wider than these is broken sooner."""
_WIDEST_OF = 3
"""Texts of the most characters that are measured: the widest is nearly always among them."""
_LONGEST_WORD = 14
"""Average letters: longer words are broken rather than others' room taken."""
_COMFORTABLE = 24
"""Average letters of a line in a column where the table is wider than the view in any case."""

Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column begins and how wide it is, in pixels from the edge where it begins."""

    starts: tuple[int, ...]
    widths: tuple[int, ...]
    whole: int
    gap: int

    def place_of(self, column: int, cells: int, *, to_the_left: bool) -> tuple[int, int]:
        """Where a cell begins in a row of so many, and how wide it is. The last one has what is
        free beside it.
        """
        start, wide = self.starts[column], self.widths[column]
        if column == cells - 1:
            wide = self.whole - self.gap // 2 - start
        return (self.whole - start - wide if to_the_left else start), wide


@dataclass(frozen=True, slots=True)
class Needs:
    """The pixels that a column needs for each cell on one line, and for its longest word."""

    line: int
    word: int


def needs_of(
    table: TextTable, lines: Sequence[str], measure: Measure, letter: float
) -> tuple[Needs, ...]:
    """What each column of a table needs; `letter` is how wide one is on average."""
    step = -(-len(table.rows) // SAMPLE)
    cells: list[list[str]] = [[] for _ in range(table.columns)]
    for row in table.rows[::step]:
        its = lines[row].split("\t")
        # The last cell of a short row has room beside it, as a heading over columns needs.
        for column, cell in enumerate(its if len(its) == table.columns else its[:-1]):
            cells[column].append(cell.strip())
    return tuple(_needs(column, measure, letter) for column in cells)


def _needs(cells: Sequence[str], measure: Measure, letter: float) -> Needs:
    words = {word for cell in cells for word in cell.split()}
    line = _widest(set(cells), measure)
    return Needs(line, min(_widest(words, measure), int(letter * _LONGEST_WORD), line))


def _widest(texts: Iterable[str], measure: Measure) -> int:
    longest = nlargest(_WIDEST_OF, texts, key=len)
    # One pixel more: a text must not be broken for the fraction of one.
    return max((int(measure(text)) + 2 for text in longest if text), default=0)


def share(needs: Sequence[Needs], room: int, gap: int, letter: float) -> Columns:
    """Share a room out among columns with a gap between, and half of it at either side.

    As wide as their lines where there is room; else each has its longest word, and the rest goes
    to those that need the most. Where not even words have room, the table is wider than it.
    """
    free = room - gap * len(needs)
    lines, words = sum(one.line for one in needs), sum(one.word for one in needs)
    if lines <= free:
        widths = [one.line for one in needs]
    elif words <= free:
        part = (free - words) / (lines - words)
        widths = [int(one.word + (one.line - one.word) * part) for one in needs]
    else:
        most = int(letter * _COMFORTABLE)
        widths = [min(one.line, max(one.word, most)) for one in needs]
    starts = list(accumulate((width + gap for width in widths), initial=gap // 2))
    return Columns(tuple(starts[:-1]), tuple(widths), max(starts[-1] - gap // 2, room), gap)
