"""What is drawn on a PDF page as lines and boxes: the renderer's own calls, by their addresses."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from foitrack.reading.documents.pdf_glyphs import by_address

_Number, _Address = ctypes.c_int, ctypes.c_void_p
_edges = (ctypes.c_float * 4)()
_floats = memoryview(_edges).cast("B").cast("f")
_places = [ctypes.addressof(_edges) + 4 * n for n in range(4)]
_on_page = (
    by_address("FPDFPage_CountObjects", _Number, _Address),
    by_address("FPDFPage_GetObject", _Address, _Address, _Number),
)
_in_form = (
    by_address("FPDFFormObj_CountObjects", _Number, _Address),
    by_address("FPDFFormObj_GetObject", _Address, _Address, ctypes.c_ulong),
)
_kind = by_address("FPDFPageObj_GetType", _Number, _Address)
_bounds = by_address("FPDFPageObj_GetBounds", _Number, _Address, *[_Address] * 4)
_segments = by_address("FPDFPath_CountSegments", _Number, _Address)
_segment = by_address("FPDFPath_GetPathSegment", _Address, _Address, _Number)
_segment_kind = by_address("FPDFPathSegment_GetType", _Number, _Address)
_segment_point = by_address("FPDFPathSegment_GetPoint", _Number, _Address, _Address, _Address)
_closes = by_address("FPDFPathSegment_GetClose", _Number, _Address)
_mode = by_address("FPDFPath_GetDrawMode", _Number, _Address, _Address, _Address)
_matrix = by_address("FPDFPageObj_GetMatrix", _Number, _Address, _Address)
_filled, _stroked = ctypes.c_int(), ctypes.c_int()
_fill, _stroke = ctypes.addressof(_filled), ctypes.addressof(_stroked)
_matrix_floats = (ctypes.c_float * 6)()
_matrix_place = ctypes.addressof(_matrix_floats)
_MOST_SEGMENTS = 2_000
_STRAIGHT = 0.5


def drawn_paths(page: int, depth: int) -> Iterator[int]:
    """Everything drawn as a path on a page, or in a form on it, down to a depth."""
    return _objects(page, depth, *_on_page)


def drawn_bounds(drawn: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top, from the page's bottom; noughts where it has none."""
    if not _bounds(drawn, *_places):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = _floats
    return left, bottom, right, top


def drawn_strokes(drawn: int) -> list[tuple[float, float, float, float]]:
    """The level and upright strokes of a path of several, each as its bounds; none of a filling."""
    count = _segments(drawn)
    if not 2 <= count <= _MOST_SEGMENTS or not _mode(drawn, _fill, _stroke) or not _stroked.value:
        return []
    a, b, c, d, e, f = _matrix_of(drawn)
    found = []
    begun = at = (0.0, 0.0)
    for n in range(count):
        segment = _segment(drawn, n)
        kind = _segment_kind(segment)
        if not _segment_point(segment, *_places[:2]):
            break
        x, y = _floats[0], _floats[1]
        before, at = at, (a * x + c * y + e, b * x + d * y + f)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = at
        elif kind == raw.FPDF_SEGMENT_LINETO:
            found.append((before, at))
        if _closes(segment):
            found.append((at, begun))
    return [
        (min(x, u), min(y, v), max(x, u), max(y, v))
        for (x, y), (u, v) in found
        if abs(x - u) < _STRAIGHT or abs(y - v) < _STRAIGHT
    ]


def _matrix_of(drawn: int) -> tuple[float, ...]:
    if not _matrix(drawn, _matrix_place):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return tuple(_matrix_floats)


def _objects(parent: int, depth: int, count: Any, one: Any) -> Iterator[int]:
    for n in range(count(parent)):
        drawn = one(parent, n)
        kind = _kind(drawn) if drawn else None
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield drawn
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _objects(drawn, depth - 1, *_in_form)
