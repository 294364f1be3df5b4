"""Lines that are drawn in several pieces: whether a wide gap parts them, told without their words.

Bold words, names in italics, word processors that place every few letters anew: most lines of such
pages are one run of words all the same. A gap can only be where a blank stands, and only where
the drawing goes on in another piece there, is moved, or draws several blanks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import add, lt, sub

from foitrack.reading.documents.pdf_glyphs import are_generated, loose_boxes, text_objects
from foitrack.reading.documents.pdf_layout import is_wide_gap

_BLANKS = re.compile(r"\s+")
_FIRST_TRIED = 5


@dataclass(frozen=True, slots=True)
class Pieces:
    """What lines without wide gaps were found to be drawn with."""

    texts: set[int | None]
    """The drawing commands met at the blanks of the lines."""
    heights: dict[int, tuple[float, float]]
    """By a line's number, the top and the foot of its pieces, from the page's bottom."""


def without_gaps(
    textpage: int,
    rows: Sequence[str],
    firsts: Sequence[int],
    numbers: Collection[int],
    spread: Collection[int],
) -> Pieces | None:
    """The pieces of lines (`numbers` of the rows), where none has a wide gap or a piece drawn
    before what stands left of it; None where any has.

    Those that are `spread` may have a gap at any blank.
    """
    found = Pieces(set(), {})
    lines = sorted(numbers)
    # A table shows in its first lines: the others need no look.
    for some in (lines[:_FIRST_TRIED], lines[_FIRST_TRIED:]):
        if some and not _look(textpage, _blanks(rows, firsts, some, spread), found):
            return None
    return found


@dataclass(frozen=True, slots=True)
class _Blanks:
    """Runs of blanks, by what they have in common."""

    lines: list[int]
    before: list[int]
    """The numbers of the characters before them."""
    after: list[int]
    doubtful: list[bool]
    """Whether they may be wide even where one piece of text holds them."""


def _look(textpage: int, blanks: _Blanks, found: Pieces) -> bool:
    before, after = blanks.before, blanks.after
    ends, begins = text_objects(textpage, before), text_objects(textpage, after)
    found.texts.update(ends, begins)
    moved = are_generated(textpage, list(map(add, before, repeat(1))))
    parting = [
        a != b or bool(c) or d
        for a, b, c, d in zip(ends, begins, moved, blanks.doubtful, strict=True)
    ]
    if True not in parting:
        return True
    lines, before, after = (list(compress(own, parting)) for own in (blanks.lines, before, after))
    left, right = loose_boxes(textpage, before), loose_boxes(textpage, after)
    if any(map(lt, right[0::4], left[0::4])):
        return False
    gaps = map(sub, right[0::4], left[2::4])
    if any(map(is_wide_gap, gaps, map(sub, right[1::4], right[3::4]))):
        return False
    tops, feet = map(max, left[1::4], right[1::4]), map(min, left[3::4], right[3::4])
    for n, top, foot in zip(lines, tops, feet, strict=True):
        highest, lowest = found.heights.get(n, (top, foot))
        found.heights[n] = max(top, highest), min(foot, lowest)
    return True


def _blanks(
    rows: Sequence[str], firsts: Sequence[int], numbers: Sequence[int], spread: Collection[int]
) -> _Blanks:
    lines, before, after, doubtful = [], [], [], []
    for n in numbers:
        first, wide = firsts[n], n in spread
        for met in _BLANKS.finditer(rows[n]):
            start, end = met.span()
            lines.append(n)
            before.append(first + start - 1)
            after.append(first + end)
            doubtful.append(wide or end - start > 1)
    return _Blanks(lines, before, after, doubtful)
