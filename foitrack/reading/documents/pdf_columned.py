"""Where the columns of a PDF's table begin, by its words alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from foitrack.reading.documents.pdf_across import along_columns
from foitrack.reading.documents.pdf_layout import Line, Segment, Word
from foitrack.reading.documents.pdf_pitch import is_figure
from foitrack.reading.periods import parse_period

_TOLERANCE = 3.0
_LEAST_SUPPORT = 0.25
_MOST_HEADS = 3
_FEW = 2
"""Words that begin where a column does to one that stands across that place: a heading's."""
MORE_THAN_A_SPACE = 0.45
"""Of a line's height, between two words."""
_MORE_THAN_A_LETTER = 1.1
"""A typewriter's blank is as wide as its letters."""


def column_starts(lines: Sequence[Line]) -> list[float]:
    """Where the columns begin: at gaps that run from top to bottom, and where many cells do."""
    words = [word for line in lines for segment in line.segments for word in segment.words]
    merged = _merged(along_columns(lines))
    by_line = [[left for one in line.segments for left in _begun(one)] for line in lines]
    begun = Counter(chain.from_iterable(by_line))
    edges = [left for left, _ in merged]
    inside = Counter(column for line in lines for column in _columns_of(line, edges))
    starts: list[float] = []
    for column, (left, right) in enumerate(merged):
        starts.append(left)
        needed = max(2, inside[column] * _LEAST_SUPPORT)
        starts += [
            split
            for split, met in _splits(begun, left, right, needed)
            if sum(_crosses(word, split) for word in words) * _FEW <= met
            and any(_begins_beside(own, left, split, right) for own in by_line)
        ]
    return _with_headings(starts, lines)


def _with_headings(starts: list[float], lines: Sequence[Line]) -> list[float]:
    """The columns, where headings stand at the left and figures at the right, or the other way
    round, so far apart that each made a column of its own.
    """
    of_lines = [_columns_of(line, starts) for line in lines]
    data = next((n for n, line in enumerate(lines) if _has_figure(line, years=n > 0)), 0)
    heads = set[int]().union(*of_lines[:data])
    below = set[int]().union(*of_lines[data:])
    alone, unheaded = sorted(heads - below), sorted(below - heads)
    if len(unheaded) == len(alone) + 1 and unheaded[0] == 0:
        # Labels have no heading, often.
        unheaded = unheaded[1:]
    pairs = list(zip(alone, unheaded, strict=False))
    if data > _MOST_HEADS or len(alone) != len(unheaded) or any(abs(a - b) > 1 for a, b in pairs):
        return starts
    dropped = {max(pair) for pair in pairs}
    return [start for n, start in enumerate(starts) if n not in dropped]


def _has_figure(line: Line, *, years: bool) -> bool:
    """Whether a line has a figure in a column but its first; one that may be a year, or not."""
    texts = [segment.text for segment in line.segments[1:]]
    return any(is_figure(text) and (years or parse_period(text) is None) for text in texts)


def _merged(widths: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The widths that segments take together, seen from above."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted(widths):
        if merged and left < merged[-1][1] + 1.0:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _columns_of(line: Line, edges: Sequence[float]) -> set[int]:
    """The widths, by where they begin, in which something of a line begins."""
    return {bisect_right(edges, segment.left, 1) - 1 for segment in line.segments}


def _splits(
    begun: Counter[float], left: float, right: float, needed: float
) -> list[tuple[float, int]]:
    """Places within a width at which many words begin after a gap, and how many: columns that
    all but touch.
    """
    starts: list[float] = []
    support: list[int] = []
    for place in sorted(x for x in begun if left + _TOLERANCE < x < right):
        if starts and place - starts[-1] < _TOLERANCE:
            support[-1] += begun[place]
        else:
            starts.append(place)
            support.append(begun[place])
    return [one for one in zip(starts, support, strict=True) if one[1] >= needed]


def _begun(segment: Segment) -> list[float]:
    """Where words begin after more than the space between two words."""
    begun = [segment.left]
    if len(segment.words) > 1:
        for (text, before), (_, box) in pairwise(segment.words):
            gap = box[0] - before[2]
            if gap > MORE_THAN_A_SPACE * (box[3] - box[1]) and gap * len(
                text
            ) > _MORE_THAN_A_LETTER * (before[2] - before[0]):
                begun.append(box[0])
    return begun


def _begins_beside(begun: Iterable[float], left: float, split: float, right: float) -> bool:
    """Whether a line begins something at a place and something before it.

    Where none does, figures stand under the middle of a heading's words.
    """
    own = [x for x in begun if left - _TOLERANCE < x < right]
    return any(abs(x - split) < _TOLERANCE for x in own) and min(own) < split - _TOLERANCE


def _crosses(word: Word, x: float) -> bool:
    return word.box[0] < x - _TOLERANCE and word.box[2] > x + 1.0
