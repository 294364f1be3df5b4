"""Everything that is drawn on a PDF page, in its order: text, paths, pictures, notes put over it.

What is set into the page as a form of its own stands where the form does.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import repeat
from math import hypot

from pypdfium2 import raw

from foitrack.reading.documents.pdf_calls import (
    IN_FORM,
    NOWHERE,
    ON_PAGE,
    Address,
    Edges,
    Matrix,
    Number,
    Way,
    bounds_of,
    by_address,
    kind_of,
    matrix_of,
    path_mode,
)

_fill = by_address("FPDFPageObj_GetFillColor", Number, Address, *[Address] * 4)
_text_mode = by_address("FPDFTextObj_GetTextRenderMode", Number, Address)
_font_size = by_address("FPDFTextObj_GetFontSize", Number, Address, Address)
_notes = by_address("FPDFPage_GetAnnotCount", Number, Address)
_note = by_address("FPDFPage_GetAnnot", Address, Address, Number)
_note_kind = by_address("FPDFAnnot_GetSubtype", Number, Address)
_note_edges = by_address("FPDFAnnot_GetRect", Number, Address, Address)
_close_note = by_address("FPDFPage_CloseAnnot", None, Address)
_floats = (ctypes.c_float * 4)()
_colours = (ctypes.c_uint * 4)()
_numbers = (ctypes.c_int * 2)()
_float_places = [ctypes.addressof(_floats) + 4 * n for n in range(4)]
_colour_places = [ctypes.addressof(_colours) + 4 * n for n in range(4)]
_number_places = [ctypes.addressof(_numbers) + 4 * n for n in range(2)]
_DEEPEST = 4
_MOST_NOTES = 2_000
_PALE = 240
"""Of 255: letters as light as this are hardly seen on paper."""
_CLEAR = 16
_DENSE = 128
_COVERING = frozenset(
    [
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_SQUARE,
        raw.FPDF_ANNOT_CIRCLE,
        raw.FPDF_ANNOT_LINE,
        raw.FPDF_ANNOT_POLYGON,
        raw.FPDF_ANNOT_POLYLINE,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_STAMP,
        raw.FPDF_ANNOT_INK,
        raw.FPDF_ANNOT_REDACT,
        raw.FPDF_ANNOT_WATERMARK,
    ]
)


class Drawn:
    """A piece of what is drawn: asked about only as far as it matters."""

    __slots__ = ("_edges", "handle", "kind", "order", "set_in")

    def __init__(self, handle: int, kind: int, order: int, set_in: Matrix | None = None) -> None:
        self.handle, self.kind, self.order = handle, kind, order
        self.set_in = set_in
        """How the form that it is part of stands on the page."""
        self._edges: Edges | None = None

    @property
    def bounds(self) -> Edges:
        """Where it stands on the page; noughts where that is not known."""
        if self._edges is None:
            self._edges = self._bounds()
        return self._edges

    def _bounds(self) -> Edges:
        edges = bounds_of(self.handle)
        if edges is None or self.set_in is None:
            return edges or NOWHERE
        left, bottom, right, top = edges
        corners = [_moved(x, y, self.set_in) for x in (left, right) for y in (bottom, top)]
        across, up = zip(*corners, strict=True)
        return min(across), min(up), max(across), max(up)

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        left, bottom, right, top = self.bounds
        return (left + right) / 2, (bottom + top) / 2

    @property
    def height(self) -> float:
        """Of a piece of text: how high its letters are set, in points."""
        if not _font_size(self.handle, _float_places[0]):
            return 12.0
        size = _floats[0]
        _, _, c, d, _, _ = _matrix_of(self.handle, self.set_in)
        return float(abs(size) * hypot(c, d))

    @property
    def mode(self) -> int:
        """Of a piece of text: how it is drawn."""
        return int(_text_mode(self.handle))

    @property
    def is_pale(self) -> bool:
        """Whether it is filled with white, nearly white, or as good as nothing."""
        if not _fill(self.handle, *_colour_places):
            return False
        return min(_colours[:3]) >= _PALE or _colours[3] < _CLEAR

    @property
    def is_filled(self) -> bool:
        """Whether it is drawn as a surface that may hide what is behind it."""
        if self.kind != raw.FPDF_PAGEOBJ_PATH:
            return True
        if not path_mode(self.handle, *_number_places) or not _numbers[0]:
            return False
        # A pattern has no one colour.
        return not _fill(self.handle, *_colour_places) or _colours[3] >= _DENSE

    @property
    def is_ground(self) -> bool:
        """Whether white letters are seen on it."""
        if self.kind == raw.FPDF_PAGEOBJ_TEXT or not self.is_filled:
            return False
        if self.kind != raw.FPDF_PAGEOBJ_PATH or not _fill(self.handle, *_colour_places):
            return True
        return min(_colours[:3]) < _PALE - _CLEAR


def drawn_on(page: int) -> list[Drawn]:
    """All that a page's own contents draw, the first first."""
    handles = _pieces_of(page, ON_PAGE)
    kinds = list(map(kind_of, handles))
    if raw.FPDF_PAGEOBJ_FORM not in kinds:
        return list(map(Drawn, handles, kinds, range(len(kinds))))
    pieces = enumerate(_pieces(handles, None, _DEEPEST))
    return [Drawn(handle, kind, order, set_in) for order, (handle, kind, set_in) in pieces]


def _pieces_of(parent: int, way: Way) -> list[int]:
    count, one = way
    return list(filter(None, map(one, repeat(parent), range(count(parent)))))


def _pieces(
    handles: Sequence[int], set_in: Matrix | None, depth: int
) -> Iterator[tuple[int, int, Matrix | None]]:
    for handle, kind in zip(handles, map(kind_of, handles), strict=True):
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield handle, kind, set_in
        elif depth > 1:
            inner = _pieces_of(handle, IN_FORM)
            yield from _pieces(inner, _matrix_of(handle, set_in), depth - 1)


def _matrix_of(handle: int, outer: Matrix | None) -> Matrix:
    own = matrix_of(handle)
    if own is None:
        return outer or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    if outer is None:
        return own
    a, b, c, d, e, f = own
    x, y = _moved(e, f, outer)
    p, q, r, s, _, _ = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y


def _moved(x: float, y: float, by: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = by
    return a * x + c * y + e, b * x + d * y + f


def notes_over(page: int) -> Iterator[Edges]:
    """Where boxes, marks and stamps stand that were put over a page as notes."""
    for n in range(min(_notes(page), _MOST_NOTES)):
        note = _note(page, n)
        if not note:
            continue
        if _note_kind(note) in _COVERING and _note_edges(note, _float_places[0]):
            # This one is written left, top, right, bottom.
            left, top, right, bottom = _floats[:4]
            yield left, min(top, bottom), right, max(top, bottom)
        _close_note(note)
