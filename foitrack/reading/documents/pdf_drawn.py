"""What is drawn on a PDF page as lines and boxes: the renderer's own calls, by their addresses."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from pypdfium2 import raw

from foitrack.reading.documents.pdf_calls import (
    IN_FORM,
    NOWHERE,
    ON_PAGE,
    Address,
    Edges,
    Number,
    Way,
    bounds_of,
    by_address,
    kind_of,
    matrix_of,
    path_mode,
)

_point = (ctypes.c_float * 2)()
_places = [ctypes.addressof(_point) + 4 * n for n in range(2)]
_segments = by_address("FPDFPath_CountSegments", Number, Address)
_segment = by_address("FPDFPath_GetPathSegment", Address, Address, Number)
_segment_kind = by_address("FPDFPathSegment_GetType", Number, Address)
_segment_point = by_address("FPDFPathSegment_GetPoint", Number, Address, Address, Address)
_closes = by_address("FPDFPathSegment_GetClose", Number, Address)
_filled, _stroked = ctypes.c_int(), ctypes.c_int()
_fill, _stroke = ctypes.addressof(_filled), ctypes.addressof(_stroked)
_UPRIGHT = 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
_MOST_SEGMENTS = 2_000
_STRAIGHT = 0.5


def drawn_paths(page: int, depth: int) -> Iterator[int]:
    """Everything drawn as a path on a page, or in a form on it, down to a depth."""
    return _objects(page, depth, ON_PAGE)


def drawn_bounds(drawn: int) -> Edges:
    """Left, bottom, right, top, from the page's bottom; noughts where it has none."""
    return bounds_of(drawn) or NOWHERE


def drawn_strokes(drawn: int) -> list[Edges]:
    """The level and upright strokes of a path of several, each as its bounds; none of a filling."""
    count = _segments(drawn)
    if (
        not 2 <= count <= _MOST_SEGMENTS
        or not path_mode(drawn, _fill, _stroke)
        or not _stroked.value
    ):
        return []
    a, b, c, d, e, f = matrix_of(drawn) or _UPRIGHT
    found = []
    begun = at = (0.0, 0.0)
    for n in range(count):
        segment = _segment(drawn, n)
        kind = _segment_kind(segment)
        if not _segment_point(segment, *_places):
            break
        x, y = _point
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


def _objects(parent: int, depth: int, way: Way) -> Iterator[int]:
    count, one = way
    for n in range(count(parent)):
        drawn = one(parent, n)
        kind = kind_of(drawn) if drawn else None
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield drawn
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _objects(drawn, depth - 1, IN_FORM)
