"""Pages of a PDF whose text does not stand upright in the page's own measure, or not all shown.

A page may say that it is to be shown turned, and its text may be set sideways; both at once is
how most programs print a wide table. Such a page is laid out as if turned so that its text stands
upright; its places are those of the page as it is shown. A page may also say that only a part of
it is to be shown: then places are counted from that part's corner.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import pi

from foitrack.reading.documents.pdf_calls import Address, Number, by_address, rotation_of
from foitrack.reading.documents.pdf_glyphs import angles
from foitrack.reading.documents.pdf_layout import Box

_bounding_box = by_address("FPDF_GetPageBoundingBox", Number, Address, Address)
_crop_box = by_address("FPDFPage_GetCropBox", Number, Address, *[Address] * 4)
_media_box = by_address("FPDFPage_GetMediaBox", Number, Address, *[Address] * 4)
_edges = (ctypes.c_float * 4)()
_floats = memoryview(_edges).cast("B").cast("f")
_place = ctypes.addressof(_edges)
_places = [_place + 4 * n for n in range(4)]
_ASKED = 7
_CUT = 0.5


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page's text stands. Quarters of a turn, against the clock."""

    text: int
    """By how much the text is turned in the page's own measure."""
    shown: int
    """By how much it is turned as the page is shown."""
    width: float
    height: float
    """Of the page as it is shown, in points."""
    left: float = 0.0
    bottom: float = 0.0
    """Where the corner of what is shown stands in the page's own measure."""

    @property
    def upright_size(self) -> tuple[float, float]:
        """Width and height of the page turned so that its text stands upright."""
        return (self.height, self.width) if self.shown % 2 else (self.width, self.height)

    def upright(self, edges: Sequence[float]) -> list[float]:
        """Left, top, right, bottom of characters from the page's bottom, as if turned upright."""
        quarters = (self.text - self.shown) % 2
        wide, high = (self.height, self.width) if quarters else (self.width, self.height)
        found: list[float] = []
        for at in range(0, len(edges), 4):
            left, top, right, bottom = edges[at : at + 4]
            left, right = left - self.left, right - self.left
            top, bottom = top - self.bottom, bottom - self.bottom
            if self.text == 1:
                found += bottom, wide - left, top, wide - right
            elif self.text == 2:
                found += wide - right, high - bottom, wide - left, high - top
            elif self.text == 3:
                found += high - top, right, high - bottom, left
            else:
                found += left, top, right, bottom
        return found

    def as_shown(self, box: Box) -> Box:
        """A box of the page turned upright, as one of the page as it is shown."""
        left, top, right, bottom = box
        if self.shown == 1:
            return top, self.height - right, bottom, self.height - left
        if self.shown == 2:
            return (
                self.width - right,
                self.height - bottom,
                self.width - left,
                self.height - top,
            )
        if self.shown == 3:
            return self.width - bottom, left, self.width - top, right
        return box


def turn_of(page: int, textpage: int, characters: int, box: Box) -> Turn | None:
    """How a page is turned or cut; None for most, shown whole and with their text upright.

    `box` is what of it is shown: left, top, right, bottom in its own measure.
    """
    if characters <= 0:
        return None
    text = _text_turn(textpage, characters)
    rotated = rotation_of(page)
    left, top, right, bottom = box
    if not text and not rotated and not left and not bottom and not _is_cut(page, box):
        return None
    wide, high = right - left, top - bottom
    if rotated % 2:
        wide, high = high, wide
    return Turn(text, (text - rotated) % 4, wide, high, left, bottom)


def _text_turn(textpage: int, characters: int) -> int:
    """By how many quarters most of some characters are turned, against the clock."""
    asked = range(0, characters, max(1, characters // _ASKED))
    turned = angles(textpage, asked)
    if not any(turned):
        return 0
    quarters = Counter(round(angle / (pi / 2)) for angle in turned)
    (with_the_clock, _), *_ = quarters.most_common(1)
    return int(-with_the_clock) % 4


def shown_box(page: int) -> Box:
    """What of a page is shown: left, top, right, bottom in its own measure."""
    _bounding_box(page, _place)
    left, top, right, bottom = _floats
    return left, top, right, bottom


def _is_cut(page: int, box: Box) -> bool:
    """Whether less than the whole page is shown, its lower left corner the same."""
    # Left, bottom, right, top.
    if not _crop_box(page, *_places) or not _media_box(page, *_places):
        return False
    return _floats[2] - box[2] > _CUT or _floats[3] - box[1] > _CUT
