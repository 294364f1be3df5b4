"""Where the tables of a PDF's page that have no rules begin and end, by its lines in columns."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from foitrack.reading.documents.pdf_layout import Line, Segment
from foitrack.reading.documents.pdf_lines import PlainLines
from foitrack.reading.documents.pdf_pitch import runs_on

_NEWEST = 60
_BESIDE = 0.25
_LEAST_ROWS = 2
_MARK = re.compile(r"[^\x00-\x7f£€–—]|[*·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")
_MARK_AND_WORDS, _LEAST_WORDS = 2, 3
_CLOSE = 0.35
_TOLERANCE = 3.0


def blocks(lines: Sequence[Line], taken: Container[int]) -> Iterator[tuple[int, int]]:
    """Runs of lines in several segments, with the lines between that only carry on a cell."""
    if isinstance(lines, PlainLines):
        return
    start: int | None = None
    last = 0
    known: list[Segment] = []
    for index, line in enumerate(lines):
        if index not in taken and _is_part(lines, index, start, known):
            if start is None or len(line.segments) > 1:
                known += line.segments
            start = index if start is None else start
            last = index
        elif start is not None:
            if index in taken or not _is_prose(lines, start, last):
                yield start, last
            start, known = None, []
    if start is not None:
        yield start, last


def _is_part(
    lines: Sequence[Line], index: int, start: int | None, known: Sequence[Segment]
) -> bool:
    """Whether a line is part of a table that has begun, or begins one where none has."""
    line = lines[index]
    if start is None:
        several = len(line.segments) > 1 and not _is_item(line)
        return several or _is_beside_next(lines, index, ())
    return len(line.segments) > 1 or _belongs(lines, index, known[-_NEWEST:])


def _belongs(lines: Sequence[Line], index: int, known: Sequence[Segment]) -> bool:
    """Whether a line of one segment is part of the table whose lines stand above it."""
    line, above = lines[index], lines[index - 1]
    return (
        _carries_on(line, above, known)
        or _stands_beside(line, above)
        or _is_beside_next(lines, index, known)
    )


def _is_item(line: Line) -> bool:
    """Whether a line is an item of a list: a mark, and words after a gap."""
    if len(line.segments) != _MARK_AND_WORDS:
        return False
    mark, words = line.segments
    return len(words.words) >= _LEAST_WORDS and _MARK.fullmatch(mark.text) is not None


def _is_prose(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether lines with wide gaps stand in a paragraph: each runs on in the next; or few,
    and close to those around them, or with their gaps between sentences.
    """
    if not first:
        return False
    pairs = pairwise(lines[first - 1 : last + 2])
    before, *within, after = [runs_on(above.text, below.text) for above, below in pairs]
    if all(within) and (before or after or lines[last].text[-1:] in ".?!"):
        return True
    if last - first >= _LEAST_ROWS:
        return False
    before_gaps = [one.text for line in lines[first : last + 1] for one in line.segments[:-1]]
    if all(text[-1] in ".?!" for text in before_gaps):
        return True
    return _are_close(lines[first - 1], lines[first]) and _are_close(lines[last], lines[last + 1])


def _are_close(above: Line, below: Line) -> bool:
    height = below.box[3] - below.box[1]
    return below.box[1] - above.box[3] < _CLOSE * height


def _stands_beside(line: Line, above: Line) -> bool:
    """Whether a line begins well above the foot of the one before: a cell set in the middle of
    its row, beside the lines of others.
    """
    height = line.box[3] - line.box[1]
    return above.box[3] - line.box[1] > _BESIDE * height


def _is_beside_next(lines: Sequence[Line], index: int, known: Sequence[Segment]) -> bool:
    """Whether a line is a label's first, whose figures stand in the middle beside its lines."""
    line = lines[index]
    if index + 1 == len(lines) or not line.segments:
        return False
    following, own = lines[index + 1], line.segments[0]
    return (
        len(following.segments) > 1
        and _stands_beside(following, line)
        and own.right < following.segments[0].left
        and not _runs_under_columns(own.left, own.right, known)
    )


def _carries_on(line: Line, above: Line, known: Sequence[Segment]) -> bool:
    """Whether a line of one segment is the next line of a cell: close, and begun where one does.

    Or ended where one does; but not where it begins at the table's left edge, as prose does.
    """
    height = line.box[3] - line.box[1]
    if line.box[1] - above.box[3] >= 1.2 * height:
        return False
    left, right = line.segments[0].left, line.segments[0].right
    if _runs_under_columns(left, right, known):
        return False
    if any(abs(left - one.left) < _TOLERANCE for one in known):
        return True
    edge = min((one.left for one in known), default=left)
    return left > edge + _TOLERANCE and any(abs(right - one.right) < _TOLERANCE for one in known)


def _runs_under_columns(left: float, right: float, known: Sequence[Segment]) -> bool:
    """Whether a line from the table's left edge reaches below other columns: a sentence after it.

    Not where a cell of the first column has reached as far.
    """
    edge = min((one.left for one in known), default=left)
    if left > edge + _TOLERANCE:
        return False
    first = max((one.right for one in known if one.left < edge + _TOLERANCE), default=right)
    others = min((one.left for one in known if one.left > first), default=right)
    return right > max(first, others) + _TOLERANCE
