"""What single signs of a Word file print: ticked boxes, chosen words, letters of fonts of signs."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from foitrack.reading.documents.docx_parts import as_level, switched
from foitrack.reading.documents.xml_tree import every, within

_TICKED = {"f0fe": "☒", "f0fd": "☒", "f052": "☑", "f0a8": "☐", "f0a3": "☐", "f06f": "☐"}


def form_field(mark: Element) -> str:
    """What a form of old shows: a ticked box, or the word chosen from a list."""
    form = within(mark, "w:ffData")
    box = within(form, "w:checkBox")
    if box is not None:
        on = switched(box, "w:checked")
        return "☒" if (switched(box, "w:default") if on is None else on) else "☐"
    choices = within(form, "w:ddList")
    if choices is None:
        return ""
    entries = [entry.get("w:val", "") for entry in every(choices, "w:listEntry")]
    chosen = as_level(text_of(choices, "w:result") or text_of(choices, "w:default") or "0")
    return entries[chosen] if chosen is not None and chosen < len(entries) else ""


def symbol(sign: Element) -> str:
    """A sign of a font of signs, as a letter."""
    code = sign.get("w:char", "").lower()
    if not re.fullmatch(r"[0-9a-f]{4}", code):
        return ""
    known = _TICKED.get(code)
    return known or ("•" if code.startswith("f0") else chr(int(code, 16)))


def text_of(properties: Element | None, name: str) -> str:
    """The value of one of some properties; empty where it is not set."""
    found = within(properties, name)
    return "" if found is None else found.get("w:val", "")
