"""What stands across columns of a PDF's table, and says nothing of where these are.

A heading over two of them, a note, a row that is set closer than the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from foitrack.reading.documents.pdf_layout import Line

Width = tuple[float, float]
"""Where something begins and ends across the page."""
_LOOKED_AT = 400
_MOST_PLACES = 100
_LEAST, _TIMES = 2, 2
"""Lines with a gap where another has none, at least; and how many to one of those without."""


def along_columns(lines: Sequence[Line]) -> set[Width]:
    """Where the segments of lines stand, without those that stand across columns."""
    looked = list(islice(lines, _LOOKED_AT))
    gaps = [(a.right, b.left) for line in looked for a, b in pairwise(line.segments)]
    drawn = Counter((one.left, one.right) for line in looked for one in line.segments)
    across: set[Width] = set()
    for place in islice(_places(gaps), _MOST_PLACES):
        parted = [gap for gap in gaps if gap[0] < place < gap[1]]
        whole = [width for width in drawn if width[0] < place < width[1]]
        least = _TIMES * sum(drawn[width] for width in whole)
        across.update(width for width in whole if _is_across(width, parted, least))
    return {(one.left, one.right) for line in lines for one in line.segments} - across


def _is_across(width: Width, gaps: Sequence[Width], least: int) -> bool:
    """Whether a width reaches over what stands on both sides of gaps, and not only into them, as
    a long label or figure does, or over one that a column left empty.
    """
    before = sum(width[0] < left for left, _ in gaps)
    after = sum(right < width[1] for _, right in gaps)
    if min(before, after) < _LEAST:
        least = max(least, _LEAST + 1)
    return max(before, after) >= least and min(before, after) > 0


def _places(gaps: Sequence[Width]) -> Iterator[float]:
    """Places such that each gap has one of them in it, as few as there can be."""
    last = 0.0
    for left, right in sorted(gaps, key=lambda gap: gap[1]):
        if left >= last:
            last = right - min(0.5, (right - left) / 2)
            yield last
