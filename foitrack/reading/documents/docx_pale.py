"""Text of a Word file that is there and cannot be seen: in the colour of its ground, or tiny.

A name under black marking is so; and white text, where no shade is behind it.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from foitrack.reading.documents.docx_parts import Parts
from foitrack.reading.documents.docx_signs import text_of
from foitrack.reading.documents.xml_tree import within

PAPER = "FFFFFF"
_BLACK = "000000"
_MARKED = {"black": _BLACK, "white": PAPER}
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_AS_GOOD_AS_SAME = 15
"""Of 255 shades."""
_TINY = ("0", "1")
"""Half points: nobody reads letters of less than a point."""


def ground_of(properties: Element | None, below: str | None) -> str | None:
    """The colour behind what has some properties; None where it cannot be told."""
    shade = within(properties, "w:shd")
    if shade is None or shade.get("w:val") == "nil":
        return below
    colour = shade.get("w:color" if shade.get("w:val") == "solid" else "w:fill", "auto")
    if shade.get("w:val", "clear") not in ("clear", "solid"):
        return None
    if colour == "auto":
        return below if shade.get("w:themeFill") is None else None
    return colour if _COLOUR.fullmatch(colour) else None


def is_unseen(
    properties: Element | None, styles: tuple[str, ...], parts: Parts, ground: str | None
) -> bool:
    """Whether a run of text shows nothing on the ground that it stands on."""
    if text_of(properties, "w:sz") in _TINY:
        return True
    colour = text_of(properties, "w:color")
    if not colour:
        told = (parts.style(style, "colour") for style in styles if style)
        colour = str(next((one for one in told if one is not None), "auto"))
    marked = text_of(properties, "w:highlight")
    if marked and marked != "none":
        behind = _MARKED.get(marked)
        # Whoever marks words black wants them not to be read.
        colour = _BLACK if colour == "auto" else colour
    else:
        behind = ground_of(properties, ground)
    if behind is None or not _COLOUR.fullmatch(colour):
        return False
    return all(
        abs(int(colour[n : n + 2], 16) - int(behind[n : n + 2], 16)) <= _AS_GOOD_AS_SAME
        for n in (0, 2, 4)
    )
