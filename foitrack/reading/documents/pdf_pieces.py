"""Lines that are drawn in several pieces: whether a wide gap parts them, told without their words.

Bold words, names in italics, word processors that place every few letters anew: most lines of such
pages are one run of words all the same. A gap can only be where a blank stands, and only where
the drawing goes on in another piece there, is moved, or draws several blanks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count, repeat
from operator import add, lt, ne, sub

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
        if some and not _look(textpage, _words(rows, firsts, some, spread), found):
            return None
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    """Where the words of lines begin, by what they have in common; the first of a line too."""

    lines: list[int]
    starts: list[int]
    """The numbers of their first characters."""
    blanks: list[int]
    """Those of the blanks before them; of a line's first word its own."""
    doubtful: set[int]
    """The words, by their place here, whose blanks may be wide even within one piece of text."""


def _look(textpage: int, words: _Words, found: Pieces) -> bool:
    pieces = text_objects(textpage, words.starts)
    found.texts.update(pieces)
    # A word that is drawn by the same piece as the one before it stands as that piece has it.
    anew = map(ne, pieces, [None, *pieces])
    moved = are_generated(textpage, words.blanks)
    inside = map(ne, words.blanks, words.starts)
    parting = [(a or bool(b)) and c for a, b, c in zip(anew, moved, inside, strict=False)]
    for n in words.doubtful:
        parting[n] = True
    if True not in parting:
        return True
    lines, blanks, starts = (
        list(compress(own, parting)) for own in (words.lines, words.blanks, words.starts)
    )
    left = loose_boxes(textpage, list(map(sub, blanks, repeat(1))))
    right = loose_boxes(textpage, starts)
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


def _words(
    rows: Sequence[str], firsts: Sequence[int], numbers: Sequence[int], spread: Collection[int]
) -> _Words:
    found = _Words([], [], [], set())
    for n in numbers:
        row, first = rows[n], firsts[n]
        if n in spread or "  " in row or not row.isascii() or "\t" in row:
            _one_by_one(found, n, row, first, wide=n in spread)
            continue
        lengths = map(len, row.split(" "))
        starts = list(map(add, accumulate(lengths, initial=first), count()))
        starts.pop()
        found.lines.extend(repeat(n, len(starts)))
        found.starts.extend(starts)
        found.blanks.append(first)
        found.blanks.extend(map(sub, starts[1:], repeat(1)))
    return found


def _one_by_one(found: _Words, n: int, row: str, first: int, *, wide: bool) -> None:
    """The words of a line that has other blanks than single plain ones, or may."""
    spans = [met.span() for met in _BLANKS.finditer(row)]
    for start, end in ((0, 0), *spans):
        if (wide and end) or end - start > 1:
            found.doubtful.add(len(found.starts))
        found.lines.append(n)
        found.starts.append(first + end)
        found.blanks.append(first + start)
