"""The renderer's functions, called by their addresses; those that several ask are named here once.

A page has thousands of characters and each question about one is a call of its own. Called by
address, with what never changes made ready once, it takes a quarter of the time of the wrapper's.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw

Number, Address = ctypes.c_int, ctypes.c_void_p
Edges = tuple[float, float, float, float]
"""Left, bottom, right, top, in the page's own measure."""
Matrix = tuple[float, float, float, float, float, float]


def address(handle: Any) -> int:
    """A handle of the renderer as a number."""
    return int(Address.from_buffer(handle).value or 0)


def by_address(name: str, answer: Any, *questions: Any) -> Any:
    """A function of the renderer, to be called with plain numbers.

    Of one without declared questions nothing is looked at again with each call: addresses are
    made ready by `Address.from_param`, and a number is a C int of itself.
    """
    function = getattr(pypdfium2.raw, name)
    return ctypes.PYFUNCTYPE(answer, *questions)(ctypes.cast(function, Address).value or 0)


Way = tuple[Callable[[int], int], Callable[[int, int], int]]
"""How many pieces something holds, and one of them."""
NOWHERE: Edges = 0.0, 0.0, 0.0, 0.0
ON_PAGE: Way = (
    by_address("FPDFPage_CountObjects", Number, Address),
    by_address("FPDFPage_GetObject", Address, Address, Number),
)
IN_FORM: Way = (
    by_address("FPDFFormObj_CountObjects", Number, Address),
    by_address("FPDFFormObj_GetObject", Address, Address, ctypes.c_ulong),
)
kind_of = by_address("FPDFPageObj_GetType", Number, Address)
rotation_of = by_address("FPDFPage_GetRotation", Number, Address)
path_mode = by_address("FPDFPath_GetDrawMode", Number, Address, Address, Address)
_bounds = by_address("FPDFPageObj_GetBounds", Number, Address, *[Address] * 4)
_matrix = by_address("FPDFPageObj_GetMatrix", Number, Address, Address)
_floats = (ctypes.c_float * 6)()
_places = [ctypes.addressof(_floats) + 4 * n for n in range(6)]


def bounds_of(drawn: int) -> Edges | None:
    """Where a piece of what is drawn stands; None where that is not known."""
    if not _bounds(drawn, *_places[:4]):
        return None
    left, bottom, right, top = _floats[:4]
    return left, bottom, right, top


def matrix_of(drawn: int) -> Matrix | None:
    """How a piece of what is drawn stands in what it is set into; None where that is not known."""
    if not _matrix(drawn, _places[0]):
        return None
    a, b, c, d, e, f = _floats
    return a, b, c, d, e, f
