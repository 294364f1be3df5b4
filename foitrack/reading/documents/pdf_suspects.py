"""What of a PDF page's text may not be seen on it: pale, drawn invisibly, tiny, or drawn over.

A first look, by the renderer's own account of what it draws and in which order. It names too much
rather than too little; `pdf_unseen` then looks at the page itself.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import repeat

from pypdfium2 import raw

from foitrack.reading.documents.pdf_calls import Address, Edges, Number, by_address
from foitrack.reading.documents.pdf_objects import Drawn, drawn_on, notes_over

_count = by_address("FPDFPage_CountObjects", Number)
_object = by_address("FPDFPage_GetObject", Address)
_notes = by_address("FPDFPage_GetAnnotCount", Number)
_mode = by_address("FPDFTextObj_GetTextRenderMode", Number)
_fill = by_address("FPDFPageObj_GetFillColor", Number)
_font_size = by_address("FPDFTextObj_GetFontSize", Number)
_ROOM = 1024
_colours = (ctypes.c_uint * (4 * _ROOM))()
_written = memoryview(_colours).cast("B")
_places = [Address.from_param(ctypes.addressof(_colours) + 4 * n) for n in range(4 * _ROOM)]
_red, _green, _blue, _solid = (_places[n::4] for n in range(4))
_BLACK = bytes(memoryview((ctypes.c_uint * 4)(0, 0, 0, 255)).cast("B")) * _ROOM
_UNDRAWN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_SMALL = 4.5
_NO_COVER = 2.5
"""Points: what is thinner is a line."""
_ASIDE = 1.5
_COVERED = 0.5
LEAST_HEIGHT = 1.0
"""Points: nobody reads letters that are less high."""
_OF_PICTURES = 0.3
"""The share of a page that its pictures take where they are the page: one from a scanner."""


class Why(StrEnum):
    """Why words may not be seen, in words for a person."""

    COVERED = "under what is drawn over them"
    PALE = "in the colour of what is behind them"
    UNDRAWN = "set not to be drawn"
    TINY = "too small to be read"


@dataclass(frozen=True, slots=True)
class Suspects:
    """Pieces of text that may not be seen, by their handles, and where pictures stand."""

    texts: dict[int, Why]
    pictures: Sequence[Edges]


def pieces_on(page: int, most: int) -> list[int] | None:
    """All pieces that a page's own contents draw, in their order; None where they are more."""
    handle = Address.from_param(page)
    count = _count(handle)
    return None if count > most else list(map(_object, repeat(handle), range(count)))


def is_plainly_seen(page: int, own: Sequence[int], texts: Sequence[int | None]) -> bool:
    """Whether a page that draws these pieces (`own`) holds nothing but these pieces of text, all
    of them drawn in black.
    """
    if _notes(Address.from_param(page)):
        return False
    # As many may be set into forms of their own, beside what is no text. Most pages' lines are
    # drawn in their order.
    if own != texts and set(own) != set(texts):
        return False
    return _are_black(list(map(Address.from_param, own)))


def _are_black(texts: Sequence[object]) -> bool:
    """Whether pieces of text are drawn as letters are, in black."""
    if len(texts) > _ROOM or any(map(_mode, texts)):
        return False
    list(map(_fill, texts, _red, _green, _blue, _solid))
    length = 16 * len(texts)
    return bool(_written[:length] == _BLACK[:length])


def suspects(page: int, size: tuple[float, float]) -> Suspects | None:
    """What may not be seen on a page of a width and height; None on most."""
    drawn = drawn_on(page)
    texts = [one for one in drawn if one.kind == raw.FPDF_PAGEOBJ_TEXT]
    if not texts:
        return None
    pictures = [one.bounds for one in drawn if one.kind == raw.FPDF_PAGEOBJ_IMAGE]
    found: dict[int, Why] = dict.fromkeys(_tiny(texts), Why.TINY)
    if not _are_black([Address.from_param(text.handle) for text in texts]):
        found |= _by_themselves(texts, drawn, pictures)
    found |= dict.fromkeys(_drawn_over(texts, _covers(page, drawn, pictures, size)), Why.COVERED)
    return Suspects(found, pictures) if found else None


def _tiny(texts: Sequence[Drawn]) -> Iterator[int]:
    handles = [Address.from_param(text.handle) for text in texts[:_ROOM]]
    list(map(_font_size, handles, _places))
    sizes = memoryview(_colours).cast("B").cast("f")[: len(handles)]
    # Letters of a usual size may be made smaller, but hardly as small as that.
    small = [n for n, size in enumerate(sizes) if size < _SMALL]
    return (texts[n].handle for n in small if texts[n].height < LEAST_HEIGHT)


def _by_themselves(
    texts: Sequence[Drawn], drawn: Sequence[Drawn], pictures: Sequence[Edges]
) -> Iterator[tuple[int, Why]]:
    grounds: _Grounds | None = None
    for text in texts:
        if text.mode in _UNDRAWN:
            # Over a picture it is what a machine read off that.
            if not any(holds(picture, text.middle) for picture in pictures):
                yield text.handle, Why.UNDRAWN
        elif text.is_pale:
            if grounds is None:
                grounds = _Grounds(drawn)
            if not grounds.bear(text):
                yield text.handle, Why.PALE


class _Grounds:
    """What is drawn that pale letters are seen on."""

    def __init__(self, drawn: Sequence[Drawn]) -> None:
        self._known = [(one.order, one.bounds) for one in drawn if one.is_ground]

    def bear(self, text: Drawn) -> bool:
        """Whether a piece of text stands on something that was drawn before it."""
        order, middle = text.order, text.middle
        for n, (before, edges) in enumerate(self._known):
            if before < order and holds(edges, middle):
                # The next piece of text is likely to stand on the same.
                self._known[0], self._known[n] = self._known[n], self._known[0]
                return True
        return False


def _covers(
    page: int, drawn: Sequence[Drawn], pictures: Sequence[Edges], size: tuple[float, float]
) -> list[tuple[int, Edges]]:
    """What is filled and drawn after text, with its turn in the order."""
    first = next(one.order for one in drawn if one.kind == raw.FPDF_PAGEOBJ_TEXT)
    whole = sum((right - left) * (top - bottom) for left, bottom, right, top in pictures)
    kinds = {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_IMAGE}
    if whole > _OF_PICTURES * size[0] * size[1]:
        # Words below a scanned page's picture are those that a machine read off it.
        kinds.remove(raw.FPDF_PAGEOBJ_IMAGE)
    found = [
        (one.order, one.bounds)
        for one in drawn
        if one.order > first and one.kind in kinds and _is_wide(one.bounds) and one.is_filled
    ]
    return found + list(zip(repeat(len(drawn)), notes_over(page), strict=False))


def _is_wide(edges: Edges) -> bool:
    left, bottom, right, top = edges
    return right - left > _NO_COVER and top - bottom > _NO_COVER


def _drawn_over(texts: Sequence[Drawn], covers: Sequence[tuple[int, Edges]]) -> Iterator[int]:
    """Those that something covers which was drawn after them, at half their height at least."""
    if not covers:
        return
    rows = sorted(texts, key=lambda text: text.bounds[1])
    highest = max(text.bounds[3] - text.bounds[1] for text in rows)
    covers = sorted(covers, key=lambda cover: cover[1][1])
    at = 0
    for order, (left, bottom, right, top) in covers:
        while at < len(rows) and rows[at].bounds[1] < bottom - highest:
            at += 1
        for text in rows[at:]:
            own = text.bounds
            if own[1] > top:
                break
            if text.order > order or min(right, own[2]) - max(left, own[0]) < _ASIDE:
                continue
            if min(top, own[3]) - max(bottom, own[1]) > _COVERED * (own[3] - own[1]):
                yield text.handle


def holds(edges: Edges, point: tuple[float, float]) -> bool:
    """Whether a point stands within edges."""
    left, bottom, right, top = edges
    return left <= point[0] <= right and bottom <= point[1] <= top
