"""Pages of running text, as most are: their lines as the renderer has them, not word by word.

Such a page has its lines one below the other, each drawn by one command with its spaces in it.
A line that is not so is looked at word by word; a wide gap in one, or lines side by side, and
the whole page is laid out by its words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, compress, repeat
from operator import add, gt, le, lt, mul, sub
from typing import TYPE_CHECKING

from foitrack.reading.documents.pdf_glyphs import are_generated, edges_of, text_objects
from foitrack.reading.documents.pdf_layout import SAME_LINE, is_wide_gap, made_line, page_words
from foitrack.reading.documents.pdf_lines import NOWHERE, Edges, PlainLines
from foitrack.reading.documents.pdf_pieces import Pieces, without_gaps
from foitrack.reading.documents.pdf_suspects import LEAST_HEIGHT

if TYPE_CHECKING:
    from foitrack.reading.documents.pdf_file import OpenPage

_NO_LETTERS = "\x00\ufffe\uffff"
_ODD = "\t\x0b\x0c\x1c\x1d\x1e\x1f"
_ODD_BEYOND = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_BREAK = "\r\n"
_MARGIN = 0.08
"""The share of a page's height, at its top and at its foot, where lines may have two parts: no
row of a table stands as far out.
"""
_MOST_PIECES = 12
"""Pieces to a line, of a page whose text may at once be known to be seen."""
_HIGH_LETTERS = 1.4
_WIDEST_LETTERS = 0.8
"""The mean width of a line's letters and blanks, in heights; a typewriter's are about 0.5."""


def plain_lines(page: OpenPage) -> PlainLines | None:
    """The lines of a page of running text; None where it is no such page."""
    textpage, text, known, size = page.textpage, page.text, page.characters, page.size
    for odd in _NO_LETTERS:
        if odd in text:
            text = text.replace(odd, " ")
    rows, firsts = _rows(text)
    if not rows:
        return PlainLines([], ([], [], [], []), ([], []), seen=_is_seen(page, page.pieces(0), []))
    lasts = list(map(add, map(add, firsts, map(len, rows)), repeat(-1)))
    if lasts[-1] >= known:
        return None
    own = page.pieces(_MOST_PIECES * len(rows))
    begun = text_objects(textpage, firsts)
    # Where each of as many pieces begins a line, none is left that could end another's.
    ended = begun if begun == own else text_objects(textpage, lasts)
    texts = begun if begun == ended else [*begun, *ended]
    edges = _edges(textpage, firsts, lasts, size[1])
    spread = _spread(rows, edges)
    blanks = "  " in text
    outer: Collection[int] = ()
    doubtful = _doubtful(textpage, rows, firsts, begun, ended, blanks=blanks)
    if doubtful or spread:
        looked_at = {*doubtful, *spread}
        outer = _outer(looked_at, edges, size[1])
        pieces = without_gaps(textpage, rows, firsts, looked_at.difference(outer), spread)
        spans = {n: (firsts[n], lasts[n] + 1) for n in outer}
        if pieces is None or not _by_words(page, rows, edges, spans):
            return None
        edges = _as_high(edges, pieces, size[1])
        texts = [*texts, *pieces.texts]
    if blanks or _is_uneven(text):
        parted = {n: row for n, row in enumerate(rows) if n in outer}
        rows = [parted.get(n) or " ".join(row.split()) for n, row in enumerate(rows)]
    lines = _from_the_top(rows, edges, (firsts, lasts), size[1])
    if lines is None or not _within(lines, *size):
        return None
    lines.seen = _are_high(lines) and _is_seen(page, own, texts)
    return lines


def _by_words(
    page: OpenPage, rows: list[str], edges: Edges, spans: Mapping[int, tuple[int, int]]
) -> bool:
    """Lay out some of the lines by their words, each in its characters' span; False where one has
    its words in another order than the text.
    """
    lefts, tops, _, feet = edges
    for n, (first, end) in spans.items():
        words = page_words(page.textpage, page.text, first, page.characters, page.height, end)
        line = made_line(words)
        if line.text.split() != rows[n].split():
            return False
        rows[n], (lefts[n], tops[n], _, feet[n]) = line.text, line.box
    return True


def _outer(numbers: Collection[int], edges: Edges, height: float) -> Collection[int]:
    """Those lines that stand in the page's margins: a running head may have two parts."""
    _, tops, _, feet = edges
    margin = height * _MARGIN
    return {n for n in numbers if feet[n] <= margin or tops[n] >= height - margin}


def _as_high(edges: Edges, pieces: Pieces, height: float) -> Edges:
    """The edges, with those lines higher that have higher pieces within them."""
    lefts, tops, rights, feet = edges
    for n, (top, foot) in pieces.heights.items():
        tops[n], feet[n] = min(tops[n], height - top), max(feet[n], height - foot)
    return lefts, tops, rights, feet


def _from_the_top(
    rows: list[str], edges: Edges, characters: tuple[list[int], list[int]], height: float
) -> PlainLines | None:
    """The lines from top to bottom; None where any stands beside another, but for those that head
    and end the page: these are often drawn before what stands between, and in two parts.
    """
    _, tops, _, feet = edges
    if _one_below_the_other(tops, feet):
        return PlainLines(rows, edges, characters)
    middles = list(map(add, tops, feet))
    order = sorted(range(len(rows)), key=middles.__getitem__)
    lefts, tops, rights, feet = ([own[n] for n in order] for own in edges)
    firsts, lasts = ([own[n] for n in order] for own in characters)
    lines = PlainLines([rows[n] for n in order], (lefts, tops, rights, feet), (firsts, lasts))
    if _one_below_the_other(tops, feet) or _put_together(lines, height):
        return lines
    return None


def _put_together(lines: PlainLines, height: float) -> bool:
    """Whether lines that stand beside each other do so in the page's margins, far apart, and only
    there; each two are one line then, of two cells. Of which characters is not kept.
    """
    margin, n = height * _MARGIN, 1
    while n < len(lines):
        above, here = n - 1, n
        if lines.feet[above] - lines.tops[here] <= _shared(lines, above, here):
            n += 1
            continue
        inside = lines.feet[here] <= margin or lines.tops[above] >= height - margin
        left, right = sorted((above, here), key=lines.lefts.__getitem__)
        gap = lines.lefts[right] - lines.rights[left]
        if not inside or not is_wide_gap(gap, lines.feet[right] - lines.tops[right]):
            return False
        lines.texts[above] = f"{lines.texts[left]}\t{lines.texts[right]}"
        lines.lefts[above], lines.rights[above] = lines.lefts[left], lines.rights[right]
        lines.tops[above] = min(lines.tops[above], lines.tops[here])
        lines.feet[above] = max(lines.feet[above], lines.feet[here])
        lines.firsts[above] = lines.lasts[above] = NOWHERE
        for kept in (lines.texts, lines.lefts, lines.tops, lines.rights, lines.feet):
            del kept[here]
        del lines.firsts[here], lines.lasts[here]
    lines.space()
    return _one_below_the_other(lines.tops, lines.feet)


def _shared(lines: PlainLines, above: int, here: int) -> float:
    """How much of two lines' heights may overlap where one stands below the other."""
    heights = (lines.feet[n] - lines.tops[n] for n in (above, here))
    return SAME_LINE * max(0.1, min(heights))


def _rows(text: str) -> tuple[list[str], list[int]]:
    """The written lines without spaces around them, and where each begins."""
    rows = text.split(_BREAK)
    firsts = list(map(add, accumulate(map(len, rows), initial=0), range(0, 2 * len(rows), 2)))
    bare = list(map(str.strip, rows))
    if bare != rows:
        firsts = [
            first + len(row) - len(row.lstrip()) for first, row in zip(firsts, rows, strict=True)
        ]
    if all(bare):
        return bare, firsts
    return list(filter(None, bare)), list(compress(firsts, bare))


def _is_uneven(text: str) -> bool:
    """Whether there is other white space than blanks and line ends."""
    if any(map(text.__contains__, _ODD)):
        return True
    return not text.isascii() and any(map(text.__contains__, _ODD_BEYOND))


def _doubtful(
    textpage: int,
    rows: Sequence[str],
    firsts: Sequence[int],
    begun: Sequence[int | None],
    ended: Sequence[int | None],
    *,
    blanks: bool,
) -> list[int]:
    """The lines that may hold a wide gap: drawn in several pieces, by moving on, or with blanks."""
    blank = list(map(str.find, rows, repeat(" ")))
    if -1 in blank:
        blank = [max(0, place) for place in blank]
    moved = are_generated(textpage, list(map(add, firsts, blank)))
    if begun == ended and not any(moved) and not blanks:
        return []
    return [
        n
        for n, row in enumerate(rows)
        if begun[n] != ended[n] or moved[n] or (blanks and "  " in row)
    ]


def _edges(textpage: int, firsts: list[int], lasts: list[int], height: float) -> Edges:
    """The lines' edges.

    Some fonts' boxes end where the letter does: a line that begins and ends in low letters is
    as high as the others all the same.
    """
    lefts, tops, rights, feet, uneven = edges_of(textpage, firsts, lasts)
    if uneven:
        tops = _levelled(tops, feet)
    down = repeat(height)
    return lefts, list(map(sub, down, tops)), rights, list(map(sub, down, feet))


def _spread(rows: Sequence[str], edges: Edges) -> list[int]:
    """The lines wider than their letters: the renderer gives a run of blanks as a single one.

    So a table that was set with blanks, in letters of one width, has words far apart.
    """
    lefts, tops, rights, feet = edges
    widest = map(mul, map(mul, repeat(_WIDEST_LETTERS), map(sub, feet, tops)), map(len, rows))
    wide = list(map(gt, map(sub, rights, lefts), widest))
    return list(compress(range(len(wide)), wide)) if True in wide else []


def _levelled(tops: Sequence[float], feet: Sequence[float]) -> list[float]:
    heights = sorted({top - foot for top, foot in zip(tops, feet, strict=True)}, reverse=True)
    return [foot + _like(top - foot, heights) for top, foot in zip(tops, feet, strict=True)]


def _like(own: float, heights: Sequence[float]) -> float:
    """The greatest of the heights, highest first, that letters alone make of this one."""
    return next(height for height in heights if height <= own * _HIGH_LETTERS)


def _one_below_the_other(tops: Sequence[float], feet: Sequence[float]) -> bool:
    """Whether no line stands beside the one before it, or above."""
    if not all(map(lt, feet, feet[1:])):
        return False
    # Most lines begin where the one before has ended.
    if all(map(le, feet, tops[1:])):
        return True
    heights = list(map(sub, feet, tops))
    return not any(
        foot > top and foot - top > SAME_LINE * max(0.1, min(tall, own))
        for foot, tall, top, own in zip(feet, heights, tops[1:], heights[1:], strict=False)
    )


def _are_high(lines: PlainLines) -> bool:
    """Whether nobody can miss the lines for how low they are."""
    return bool(min(map(sub, lines.feet, lines.tops)) >= LEAST_HEIGHT)


def _is_seen(page: OpenPage, own: Sequence[int] | None, texts: Sequence[int | None]) -> bool:
    """Whether a page that draws these pieces (`own`) plainly shows all these, and draws no more."""
    return own is not None and page.is_plainly_seen(own, texts)


def _within(lines: PlainLines, width: float, height: float) -> bool:
    """Whether lines, one below the other, stand within the page's edges."""
    upright = lines.tops[0] >= 0 and lines.feet[-1] <= height
    return upright and min(lines.lefts) >= 0 and max(lines.rights) <= width
