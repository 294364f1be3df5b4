"""Rows of a PDF's tables as they are found, whichever way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foitrack.reading.documents.pdf_layout import Line

_ITEM = re.compile(r"(?:\d{1,4} ?[x×]\s|[•·*-]\s|\(?[a-z0-9]{1,2}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the page that it stands on (counted from 0) and its number there."""

    page: int
    index: int
    line: Line


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table: its rows of cells, each with the lines that it is made of."""

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[tuple[Placed, ...], ...]
    width: int
    header: tuple[str, ...] | None = None
    """The names of the columns where they are known; else the first row may hold them."""
    heading: str | None = None
    above: tuple[Placed, ...] = ()
    """The lines of its header and heading, where its rows are without them."""


_BEGUN_DAY = re.compile(r"(?<![\d/.-])\d{1,4}[/.-](?:\d{1,2}(?:[/.-]\d{0,3})?)?$")
_REST = re.compile(r"[\d/.-]{1,7}(?![\d/.-])")
_DAY = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}|\d{4}-\d\d-\d\d")


def joined(above: str, below: str) -> str:
    """A cell with its next line: on the same line, unless that begins an item of its own."""
    if not above or not below:
        return above or below
    begun, rest = _BEGUN_DAY.search(above), _REST.match(below)
    if begun and rest and _DAY.fullmatch(begun.group() + rest.group()):
        return above + below  # Broken where the cell was full: a day has no space in it.
    return f"{above}\n{below}" if _ITEM.match(below) else f"{above} {below}"
