"""A workbook's tables taken out of its text, so that only what stands around them is prose.

A hundred thousand rows need no search for a signature, and a column of dates is no letter's date.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from foitrack.reading.documents.base import Document
from foitrack.reading.findings import Place, Table
from foitrack.reading.prose import Span
from foitrack.reading.tables.finding import known_tables

_ABOUT = 200_000


@dataclass(frozen=True, slots=True)
class Apart:
    """What stands around the tables, as a document whose places are those of the whole one."""

    around: Document
    tables: tuple[Table, ...]
    spans: list[Span]
    """Where each table stood, as a line end in the text around."""
    about: str
    """Enough of the whole to tell what it is about: the beginning, and every table's header."""


def tables_apart(document: Document) -> Apart:
    """The text around a document's tables, and the tables."""
    tables = known_tables(document.grids, document.place)
    cuts = _cuts(tables)
    pieces: list[str] = []
    starts: list[int] = [0]
    moved: list[int] = [0]
    spans: list[Span] = []
    at = length = 0
    for cut in cuts:
        pieces += [document.text[at : cut.start], "\n"]
        length += cut.start - at
        spans.append(Span(length, length + 1))
        starts.append(length + 1)
        length += 1
        at = cut.end
        moved.append(at - length)
    pieces.append(document.text[at:])

    def place(start: int, end: int) -> Place:
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, max(start, end - 1)) - 1
        return document.place(start + moved[first], end + moved[last])

    around = replace(document, text="".join(pieces), grids=(), place=place)
    headers = "\n".join(f"{table.heading} {' '.join(table.columns)}" for table in tables)
    return Apart(around, tables, spans, f"{document.text[:_ABOUT]}\n{headers}")


def _cuts(tables: tuple[Table, ...]) -> list[Span]:
    return [
        Span(table.place.start, table.place.end)
        for table in tables
        if table.place.start is not None and table.place.end is not None
    ]
