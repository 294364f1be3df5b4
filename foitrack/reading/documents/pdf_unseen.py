"""Words that a PDF's text holds and its page does not show: those under a black box, white ones.

Where the first look suspects a piece of text, the page is drawn with it and without it: what makes
no difference nobody can see.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdfium2 import raw

from foitrack.reading.documents.pdf_calls import (
    Address,
    Edges,
    Number,
    address,
    by_address,
    rotation_of,
)
from foitrack.reading.documents.pdf_glyphs import text_objects
from foitrack.reading.documents.pdf_suspects import LEAST_HEIGHT, Suspects, Why, holds, suspects

if TYPE_CHECKING:
    from PIL.Image import Image

_char_box = by_address("FPDFText_GetCharBox", Number, Address, Number, *[Address] * 4)
_set_active = by_address("FPDFPageObj_SetIsActive", Number, Address, Number)
_draw = by_address("FPDF_RenderPageBitmap", None, Address, Address, *[Number] * 5, ctypes.c_int)
_edges = (ctypes.c_double * 4)()
_edge_places = [ctypes.addressof(_edges) + 8 * n for n in range(4)]
_WORD = re.compile(r"[^\s\x00\ufffe\uffff]+")
_DOTS_A_POINT = 2.0
_MOST_DOTS = 6_000_000
_NO_DIFFERENCE = 12
"""Of 255 shades: nobody sees less than that."""
_MOSTLY, _SOME = 0.5, 0.2
"""Shares of a word's letters."""
MOST_LOOKED_AT = 100
"""Pages of one file that are drawn to be looked at."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """What a page's text holds that the page does not show."""

    text: str
    """The page's text with blanks in place of that, each other character where it was."""
    words: int
    """How many words that is; 0 where the page was not looked at."""
    why: frozenset[Why]


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of a word that one piece of drawn text shows."""

    first: int
    last: int
    why: Why


def unseen(
    page: Any, textpage: int, text: str, box: tuple[float, float, float, float], draw: bool
) -> Unseen | None:
    """What a page holds and does not show; None for most. `box` is what of it is shown.

    Where it may not be drawn to be looked at, that stands in place of what it does not show.
    """
    left, top, right, bottom = box
    found = suspects(address(page), (right - left, top - bottom))
    if found is None:
        return None
    runs = list(_runs(textpage, text, found))
    if not runs or not draw:
        return Unseen(text, 0, frozenset()) if runs else None
    sight = _Sight(page, box, found)
    gone = [run for run in runs if sight.misses(textpage, text, run)]
    if not gone:
        return None
    blanked = list(text)
    for run in gone:
        blanked[run.first : run.last] = " " * (run.last - run.first)
    return Unseen("".join(blanked), len(gone), frozenset(run.why for run in gone))


def _runs(textpage: int, text: str, found: Suspects) -> Iterator[_Run]:
    """The words, or parts of words, that are suspected."""
    owners = text_objects(textpage, range(len(text)))
    for word in _WORD.finditer(text):
        for owner, group in groupby(range(*word.span()), key=owners.__getitem__):
            own = list(group)
            if owner is not None and owner in found.texts:
                yield _Run(own[0], own[-1] + 1, found.texts[owner])


class _Sight:
    """A page as it is seen, and as it would be without what is suspected."""

    def __init__(self, page: Any, box: tuple[float, float, float, float], found: Suspects) -> None:
        self._page, self._box, self._found = page, box, found
        left, top, right, bottom = box
        dots = max(1.0, (right - left) * (top - bottom))
        self._scale = min(_DOTS_A_POINT, (_MOST_DOTS / dots) ** 0.5)
        self._seen: tuple[Image, Image] | None = None

    def misses(self, textpage: int, text: str, run: _Run) -> bool:
        """Whether a run of letters is not seen: most of them change nothing on the page."""
        letters = [n for n in range(run.first, run.last) if text[n].isalnum()]
        boxes = [box for n in letters if (box := _box_of(textpage, n)) is not None]
        if not boxes:
            return False
        if run.why == Why.TINY:
            return all(top - bottom < LEAST_HEIGHT for _, bottom, _, top in boxes)
        still = [box for box in boxes if self._changes_nothing(box)]
        if len(still) <= _MOSTLY * len(boxes):
            return False
        pictured = any(holds(p, _middle(box)) for p in self._found.pictures for box in still[:1])
        if run.why == Why.COVERED and not pictured:
            return True
        # The same word may show itself otherwise: in a scan's picture, or drawn once more.
        least = _MOSTLY if pictured else _SOME
        return sum(map(self._is_bare, still)) > least * len(boxes)

    def _changes_nothing(self, box: Edges) -> bool:
        """Whether a letter on the page is as good as none."""
        left, top, right, bottom = self._box
        # What stands beyond the page is told of apart.
        if not holds((left, bottom, right, top), _middle(box)):
            return False
        _, change = self._look()
        return _shades(change, self._dots(box))[1] <= _NO_DIFFERENCE

    def _is_bare(self, box: Edges) -> bool:
        """Whether nothing is drawn where a letter stands."""
        page, _ = self._look()
        low, high = _shades(page, self._dots(box))
        return high - low <= _NO_DIFFERENCE

    def _look(self) -> tuple[Image, Image]:
        """The page, and what changes on it without what is suspected."""
        if self._seen is None:
            from PIL import ImageChops

            page = self._drawn()
            texts = list(self._found.texts)
            try:
                for text in texts:
                    _set_active(text, 0)
                self._seen = page, ImageChops.difference(page, self._drawn())
            finally:
                for text in texts:
                    _set_active(text, 1)
        return self._seen

    def _drawn(self) -> Image:
        left, top, right, bottom = self._box
        across, down = (max(1, round(n * self._scale)) for n in (right - left, top - bottom))
        bitmap = pypdfium2.PdfBitmap.new_native(across, down, raw.FPDFBitmap_Gray)
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, across, down)
            upright = -rotation_of(address(self._page)) % 4
            flags = raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE
            _draw(address(bitmap.raw), address(self._page), 0, 0, across, down, upright, flags)
            image: Image = bitmap.to_pil().copy()
            return image
        finally:
            bitmap.close()

    def _dots(self, edges: Edges) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of the dots that a letter takes, one at least."""
        left, bottom, right, top = edges
        x, y = self._box[0], self._box[1]
        a, b = int((left - x) * self._scale), int((y - top) * self._scale)
        c, d = round((right - x) * self._scale), round((y - bottom) * self._scale)
        return a, b, max(c, a + 1), max(d, b + 1)


def _middle(box: Edges) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _shades(picture: Image, at: tuple[int, int, int, int]) -> tuple[float, float]:
    """The darkest and the lightest shade of a part of a grey picture."""
    low, high = picture.crop(at).getextrema()
    return (0.0, 255.0) if isinstance(low, tuple) or isinstance(high, tuple) else (low, high)


def _box_of(textpage: int, character: int) -> Edges | None:
    """Left, bottom, right, top of a letter's ink."""
    if not _char_box(textpage, character, *_edge_places):
        return None
    left, right, bottom, top = _edges
    return (left, bottom, right, top) if right > left and top > bottom else None
