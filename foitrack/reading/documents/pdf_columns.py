"""A page set in columns of running text: each column is read before the one at its right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foitrack.reading.documents.pdf_layout import Line, Word, made_line, spaced
from foitrack.reading.documents.pdf_pitch import runs_on
from foitrack.reading.documents.pdf_ruled import Ruled

_LEAST = 6
"""Lines with something in both columns, from which columns can be told."""
_NEAR = 3.0
_MOST_EDGES = 3
_MOST_TURNS = 2
"""How often a page in columns goes from one to the other as it is drawn; a table does by rows."""
_FAR = 3.0
"""Lines' heights between what belongs to a column and what stands below both."""
_WORDS = 3.5
"""Words of a line of running text, on the average of a column, at least."""
_LEAST_RUNNING = 3
_PARAGRAPH = 1.45


def columns_apart(
    lines: list[Line], drawn: Sequence[Word], ruled: Sequence[Ruled] = (), most: int = 4
) -> list[Line]:
    """The lines in the order of reading, where some stand in columns of running text: as many as
    `most`. `drawn` are the words in the order in which the page draws them.

    A table's cells may hold sentences too: its rows are drawn one after the other, or begin in
    both columns at once, as paragraphs do not; and what stands in a lattice is a table's anyhow.
    """
    for edge in _edges(lines) if most > 1 else ():
        found: list[Line] = []
        at = 0
        for first, last in _stretches(lines, edge, ruled):
            columns = _columns(lines[first:last], edge, drawn)
            if columns is None:
                continue
            left, right = (columns_apart(spaced(own), drawn, ruled, most - 1) for own in columns)
            right[0].after_gap = not runs_on(left[-1].text, right[0].text)
            left[0].after_gap = lines[first].after_gap
            found += [*lines[at:first], *left, *right]
            if last < len(lines):
                lines[last].after_gap = True
            at = last
        if at:
            return [*found, *lines[at:]]
    return lines


def _edges(lines: Sequence[Line]) -> Iterator[float]:
    """Where a column at the right may begin, the likeliest first."""
    begun = Counter(round(line.segments[-1].left) for line in lines if len(line.segments) > 1)
    for _ in range(_MOST_EDGES):
        if not begun:
            return
        edge, _ = begun.most_common(1)[0]
        near = [left for left in begun if abs(left - edge) <= _NEAR]
        if sum(begun.pop(left) for left in near) >= _LEAST:
            yield edge - _NEAR


def _stretches(lines: Sequence[Line], edge: float, ruled: Sequence[Ruled]) -> list[tuple[int, int]]:
    """Where lines stand together of which none goes over the edge, nor stands in cells on both
    sides of it.
    """
    found: list[tuple[int, int]] = []
    tables = [one for one in ruled if len(one.tops) > 2 and one.lefts[0] < edge < one.lefts[-1]]
    start: int | None = None
    last = 0
    for n, line in enumerate(lines):
        crossed = any(one.left < edge < one.right for one in line.segments) or any(
            table.tops[0] < (line.box[1] + line.box[3]) / 2 < table.tops[-1] for table in tables
        )
        right = any(one.left >= edge for one in line.segments)
        below = start is not None and not right and _is_below(lines[n - 1], line)
        if crossed or below:
            if start is not None:
                found.append((start, last))
            start = None
        if crossed:
            continue
        if right and start is None:
            start = n
        last = n + 1
    if start is not None:
        found.append((start, last))
    return found


def _is_below(above: Line, line: Line) -> bool:
    return line.box[1] - above.box[3] > _FAR * (above.box[3] - above.box[1])


@dataclass(slots=True)
class _Column:
    words: list[list[Word]]
    """Of each line."""
    numbers: list[int]
    """Those of the page's lines that its lines are of."""

    def is_prose(self) -> bool:
        """Whether its lines have several words, and some go on in the next."""
        texts = [" ".join([text for text, _ in words]) for words in self.words]
        words = sum(len(text.split()) for text in texts)
        running = sum(runs_on(above, below) for above, below in pairwise(texts))
        return words >= _WORDS * len(texts) and running >= _LEAST_RUNNING

    def lines(self) -> list[Line]:
        """Its lines by themselves."""
        return list(map(made_line, self.words))

    def begun(self, lines: Sequence[Line]) -> set[int]:
        """The numbers of the page's lines with which a paragraph begins in it."""
        # Of the column itself: lines of two columns often stand at different heights.
        widest = _usual(lines) * _PARAGRAPH
        steps = zip(self.numbers[1:], pairwise(lines), strict=True)
        return {n for n, (a, b) in steps if b.box[1] - a.box[1] > widest}


def _columns(
    lines: Sequence[Line], edge: float, drawn: Sequence[Word]
) -> tuple[list[Line], list[Line]] | None:
    """The lines of both columns, where these are of running text."""
    one, other = _column(lines, edge, right=False), _column(lines, edge, right=True)
    if min(len(one.words), len(other.words)) < _LEAST:
        return None
    running = one.is_prose() + other.is_prose()
    if not running:
        return None
    left, right = one.lines(), other.lines()
    at_left, at_right = one.begun(left), other.begun(right)
    # A list beside running text goes its own way too, where the page draws them so.
    apart = running > 1 and len(at_left & at_right) * 2 <= len(at_left | at_right)
    return (left, right) if apart or _are_drawn_apart(lines, edge, drawn) else None


def _are_drawn_apart(lines: Sequence[Line], edge: float, drawn: Sequence[Word]) -> bool:
    """Whether a page draws all of one column, and then the other."""
    top, foot = lines[0].box[1], max(line.box[3] for line in lines)
    first, last = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    sides = [
        left >= edge
        for _, (left, upper, right, lower) in drawn
        if left >= first and right <= last and upper >= top and lower <= foot
    ]
    return sum(a is not b for a, b in pairwise(sides)) <= _MOST_TURNS


def _column(lines: Sequence[Line], edge: float, *, right: bool) -> _Column:
    found = _Column([], [])
    for number, line in enumerate(lines):
        words = [w for one in line.segments if (one.left >= edge) is right for w in one.words]
        if words:
            found.words.append(words)
            found.numbers.append(number)
    return found


def _usual(lines: Sequence[Line]) -> float:
    """The usual distance from line to line."""
    steps = sorted(b.box[1] - a.box[1] for a, b in pairwise(lines) if b.box[1] > a.box[1])
    return steps[len(steps) // 4] if steps else 0.0
