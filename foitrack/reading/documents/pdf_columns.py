"""A page set in two columns of running text: its left column is read before its right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from foitrack.reading.documents.pdf_layout import Line, made_line, spaced
from foitrack.reading.documents.pdf_pitch import runs_on

_LEAST = 6
"""Lines with something in both columns, from which columns can be told."""
_NEAR = 3.0
_FAR = 3.0
"""Lines' heights between what belongs to a column and what stands below both."""
_WORDS = 3.5
"""Words of a line of running text, on the average of a column, at least."""
_LEAST_RUNNING = 3
_PARAGRAPH = 1.45


def columns_apart(lines: list[Line]) -> list[Line]:
    """The lines in the order of reading, where some stand in two columns of running text.

    A table's cells may hold sentences too: its rows begin in both columns at once, paragraphs do
    not.
    """
    edge = _edge(lines)
    if edge is None:
        return lines
    found: list[Line] = []
    at = 0
    for first, last in _stretches(lines, edge):
        columns = _columns(lines[first:last], edge)
        if columns is None:
            continue
        left, right = map(spaced, columns)
        right[0].after_gap = not runs_on(left[-1].text, right[0].text)
        left[0].after_gap = lines[first].after_gap
        found += [*lines[at:first], *left, *right]
        if last < len(lines):
            lines[last].after_gap = True
        at = last
    return [*found, *lines[at:]]


def _edge(lines: Sequence[Line]) -> float | None:
    """Where the right column begins; None where there is none."""
    begun = Counter(round(line.segments[-1].left) for line in lines if len(line.segments) > 1)
    if not begun:
        return None
    edge, _ = begun.most_common(1)[0]
    enough = sum(number for left, number in begun.items() if abs(left - edge) <= _NEAR)
    return edge - _NEAR if enough >= _LEAST else None


def _stretches(lines: Sequence[Line], edge: float) -> list[tuple[int, int]]:
    """Where lines stand together of which none goes over the edge."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    last = 0
    for n, line in enumerate(lines):
        crossed = any(one.left < edge < one.right for one in line.segments)
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
    lines: list[Line]
    begun: set[int]
    """The numbers of the lines of the page with which a paragraph begins in it."""

    def is_prose(self) -> bool:
        """Whether its lines have several words, and some go on in the next."""
        if len(self.lines) < _LEAST:
            return False
        words = sum(len(line.text.split()) for line in self.lines)
        running = sum(runs_on(a.text, b.text) for a, b in pairwise(self.lines))
        return words >= _WORDS * len(self.lines) and running >= _LEAST_RUNNING


def _columns(lines: Sequence[Line], edge: float) -> tuple[list[Line], list[Line]] | None:
    """The lines of both columns, where these are of running text."""
    left, right = _column(lines, edge, right=False), _column(lines, edge, right=True)
    if not (left.is_prose() and right.is_prose()):
        return None
    begun = left.begun | right.begun
    both = left.begun & right.begun
    return (left.lines, right.lines) if len(both) * 2 <= len(begun) else None


def _column(lines: Sequence[Line], edge: float, *, right: bool) -> _Column:
    made: list[Line] = []
    begun: set[int] = set()
    usual = _usual(lines)
    for number, line in enumerate(lines):
        words = [w for one in line.segments if (one.left >= edge) is right for w in one.words]
        if not words:
            continue
        own = made_line(words)
        if made and own.box[1] - made[-1].box[1] > usual * _PARAGRAPH:
            begun.add(number)
        made.append(own)
    return _Column(made, begun)


def _usual(lines: Sequence[Line]) -> float:
    """The usual distance from line to line."""
    steps = sorted(b.box[1] - a.box[1] for a, b in pairwise(lines) if b.box[1] > a.box[1])
    return steps[len(steps) // 4] if steps else 0.0
