"""Where characters of a PDF page stand, and which drawing command each belongs to."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import chain, repeat
from typing import Any

from foitrack.reading.documents.pdf_calls import Address, Number, by_address

_ROOM = 4096
_boxes = (ctypes.c_float * (4 * _ROOM))()
_floats: Any = memoryview(_boxes).cast("B").cast("f")
_places = [Address.from_param(ctypes.addressof(_boxes) + 16 * n) for n in range(_ROOM)]
_lefts, _tops, _rights, _feet = (_floats[n::4] for n in range(4))
_loose_box = by_address("FPDFText_GetLooseCharBox", None)
_text_object = by_address("FPDFText_GetTextObject", Address)
_angle = by_address("FPDFText_GetCharAngle", ctypes.c_float)
_is_generated = by_address("FPDFText_IsGenerated", Number)


def loose_boxes(textpage: int, indexes: Sequence[int]) -> list[float]:
    """Left, top, right, bottom of each character, one after the other, from the page's bottom.

    Only one thread at a time may ask: whoever does holds the renderer's lock.
    """
    if len(indexes) <= _ROOM:
        deque(map(_loose_box, repeat(Address.from_param(textpage)), indexes, _places), 0)
        placed: list[float] = _floats[: 4 * len(indexes)].tolist()
        return placed
    found: list[float] = []
    for at in range(0, len(indexes), _ROOM):
        found += loose_boxes(textpage, indexes[at : at + _ROOM])
    return found


def edges_of(
    textpage: int, firsts: Sequence[int], lasts: Sequence[int]
) -> tuple[list[float], list[float], list[float], list[float], bool]:
    """Left, top, right, bottom of runs of characters, from the page's bottom, and whether any
    first and last character of one differ in height: the higher top is given, the lower bottom.

    Left is that of the first ones, right that of the last.
    """
    count = len(firsts)
    if 2 * count > _ROOM:
        begun, ended = loose_boxes(textpage, firsts), loose_boxes(textpage, lasts)
        tops, feet, last_tops, last_feet = begun[1::4], begun[3::4], ended[1::4], ended[3::4]
        lefts, rights, uneven = begun[0::4], ended[2::4], tops != last_tops or feet != last_feet
    else:
        handle = repeat(Address.from_param(textpage))
        deque(map(_loose_box, handle, chain(firsts, lasts), _places), 0)
        lefts, tops, feet = (own[:count].tolist() for own in (_lefts, _tops, _feet))
        rights, last_tops, last_feet = (own[count : 2 * count] for own in (_rights, _tops, _feet))
        # Told from the numbers where they lie: hardly a page's differ.
        uneven = last_tops != _tops[:count] or last_feet != _feet[:count]
        rights = rights.tolist()
    if uneven:
        tops, feet = list(map(max, tops, last_tops)), list(map(min, feet, last_feet))
    return lefts, tops, rights, feet, uneven


def text_objects(textpage: int, indexes: Sequence[int]) -> list[int | None]:
    """The drawing command that each character belongs to."""
    return list(map(_text_object, repeat(Address.from_param(textpage)), indexes))


def are_generated(textpage: int, indexes: Sequence[int]) -> list[int]:
    """For each character, 1 where it is none of the page but stands for a gap on it."""
    return list(map(_is_generated, repeat(Address.from_param(textpage)), indexes))


def angles(textpage: int, indexes: Sequence[int]) -> list[float]:
    """How each character is turned, in radians."""
    return list(map(_angle, repeat(Address.from_param(textpage)), indexes))
