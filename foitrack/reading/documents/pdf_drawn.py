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


def drawn_paths(page: int, depth: int) -> Iterator[int]:
    """Everything drawn as a path on a page, or in a form on it, down to a depth."""
    return _objects(page, depth, *_on_page)


def drawn_bounds(drawn: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top, from the page's bottom; noughts where it has none."""
    if not _bounds(drawn, *_places):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = _floats
    return left, bottom, right, top


def _objects(parent: int, depth: int, count: Any, one: Any) -> Iterator[int]:
    for n in range(count(parent)):
        drawn = one(parent, n)
        kind = _kind(drawn) if drawn else None
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield drawn
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _objects(drawn, depth - 1, *_in_form)
