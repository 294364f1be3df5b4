"""What stands in the attributes and values of a sheet's XML: rectangles, numbers, moments, text."""

from __future__ import annotations

import re
from datetime import date, datetime

from foitrack.reading.documents.workbook import MAX_ROWS, Area, column_number
from foitrack.reading.documents.workbook_xml import BrokenXmlError

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def area_of(reference: str) -> Area | None:
    """The rectangle that a reference names (`B4`, `A1:F9`), or None."""
    found = _REFERENCE.match(reference.strip())
    if not found:
        return None
    left, top = column_number(found[1]), int(found[2])
    right = column_number(found[3]) if found[3] else left
    bottom = int(found[4]) if found[4] else top
    if min(left, right) < 0 or not 1 <= top <= MAX_ROWS or not 1 <= bottom <= MAX_ROWS:
        return None
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def unescaped(text: str) -> str:
    """Text with characters that XML cannot hold put back (`_x000D_`)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def whole(text: str) -> int:
    """A whole number; BrokenXmlError where it is none."""
    bare = text.strip()
    if not bare.isdecimal() or len(bare) > 9:
        raise BrokenXmlError(f"a number was expected, not {bare[:20]}")
    return int(bare)


def decimal(text: str) -> float:
    """A number; 1.0 where it is none."""
    try:
        return float(text)
    except ValueError:
        return 1.0


def serial(text: str) -> str:
    """The serial number of an ISO day or moment; the text itself where it is none."""
    try:
        when = datetime.fromisoformat(text.strip().removesuffix("Z"))
    except ValueError:
        return text
    past = when.date() - date(1899, 12, 30)
    seconds = when.hour * 3600 + when.minute * 60 + when.second
    return str(past.days + seconds / 86_400)
