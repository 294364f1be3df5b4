"""Pages of a PDF whose text does not stand upright in the page's own measure.

A page may say that it is to be shown turned, and its text may be set sideways; both at once is
how most programs print a wide table. Such a page is laid out as if turned so that its text stands
upright; its places are those of the page as it is shown.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import pi
from typing import Any

from pypdfium2 import raw

from foitrack.reading.documents.pdf_glyphs import by_address
from foitrack.reading.documents.pdf_layout import Box

_angle = by_address("FPDFText_GetCharAngle", ctypes.c_float, ctypes.c_void_p, ctypes.c_int)
_ASKED = 7


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

    @property
    def upright_height(self) -> float:
        """The height of the page turned so that its text stands upright."""
        return self.width if self.shown % 2 else self.height

    def upright(self, edges: Sequence[float]) -> list[float]:
        """Left, top, right, bottom of characters from the page's bottom, as if turned upright."""
        quarters = (self.text - self.shown) % 2
        wide, high = (self.height, self.width) if quarters else (self.width, self.height)
        found: list[float] = []
        for at in range(0, len(edges), 4):
            left, top, right, bottom = edges[at : at + 4]
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


def turn_of(page: Any, textpage: int, characters: int) -> Turn | None:
    """How a page is turned; None for most, whose text stands upright as it is."""
    if characters <= 0:
        return None
    asked = range(0, characters, max(1, characters // _ASKED))
    quarters = Counter(round(_angle(textpage, n) / (pi / 2)) for n in asked)
    (with_the_clock, _), *_ = quarters.most_common(1)
    text = -with_the_clock % 4
    rotated = raw.FPDFPage_GetRotation(page)
    if not text and not rotated:
        return None
    shown = (text - rotated) % 4
    return Turn(text, shown, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page))
