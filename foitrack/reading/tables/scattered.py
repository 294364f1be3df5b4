"""Tables that a mail program took apart: each cell a paragraph of its own, below its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foitrack.later import later
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span, lines, trimmed
from foitrack.reading.tables.grid import Grid, Row
from foitrack.reading.tables.vertical import is_heading

_OF_PERIODS = re.compile(r"(?:financial |calendar )?(?:year|date|period|month|quarter)\b", re.I)
_BEGUN = re.compile(
    r"\n[ \t]*\n[ \t]*(?:financial |calendar )?(?:year|date|period|month|quarter)\b[^\n]*"
    r"\n[ \t]*\n",
    re.I,
)
"""The first heading of such a table, between empty lines: looked for at once, as few letters
have one.
"""
_FAREWELL = later(
    r"(?:yours|kind|best|many|with|regards|sincerely|thank|thanks|cofion|yn gywir|dear)\b",
    re.IGNORECASE,
)
_LONGEST = 200
_LEAST_COLUMNS, _MOST_COLUMNS = 2, 12
_LEAST_ROWS = 2


def find_scattered(plain: str) -> Iterator[Grid]:
    """Such tables, where each row begins with its period, so that none can lack a cell unseen."""
    enough = plain.count("\n\n") > _LEAST_COLUMNS * _LEAST_ROWS
    alone = list(_alone(plain)) if enough and _BEGUN.search(f"\n\n{plain}") else []
    at = 0
    while at < len(alone):
        rows = _table(plain, alone, at) if _begins(plain, alone[at]) else []
        if rows:
            header = tuple(span.of(plain) for span in rows[0])
            body = tuple(
                Row(tuple(span.of(plain) for span in row), Span(row[0].start, row[-1].end))
                for row in rows[1:]
            )
            yield Grid(header, body, Span(rows[0][0].start, rows[-1][-1].end))
        at += max(1, sum(map(len, rows)))


def _alone(plain: str) -> Iterator[Span | None]:
    """Each short line between empty ones; None where there is other text."""
    block: list[Span] = []
    for span in [*lines(plain), Span(len(plain), len(plain))]:
        own = trimmed(plain, span)
        if own.end > own.start:
            block.append(own)
        elif block:
            short = len(block) == 1 and block[0].end - block[0].start <= _LONGEST
            yield block[0] if short else None
            block = []


def _begins(plain: str, span: Span | None) -> bool:
    return span is not None and _OF_PERIODS.match(span.of(plain)) is not None


def _table(plain: str, alone: Sequence[Span | None], at: int) -> list[list[Span]]:
    """The header and the rows that begin at a line; nothing where they do not come out even."""
    ahead = alone[at : at + _MOST_COLUMNS + 1]
    width = next((n for n, span in enumerate(ahead) if _is_period(plain, span)), 0)
    header = ahead[:width]
    if width < _LEAST_COLUMNS or not all(span and is_heading(span.of(plain)) for span in header):
        return []
    dated = [bool(span and _OF_PERIODS.match(span.of(plain))) for span in header]
    rows = [[span for span in header if span]]
    for start in range(at + width, len(alone), width):
        if not _is_period(plain, alone[start]):
            break
        row = [span for span in alone[start : start + width] if span]
        if len(row) < width or any(_FAREWELL.match(span.of(plain)) for span in row):
            return []
        if any(_is_period(plain, span) != own for span, own in zip(row, dated, strict=True)):
            return []
        rows.append(row)
    ends = [row[-1].of(plain)[-1] in ".:!?" for row in rows[1:]]
    # What follows the table may have been taken for the cell that its last row lacks.
    return rows if len(rows) > _LEAST_ROWS and any(ends[:-1]) >= ends[-1] else []


def _is_period(plain: str, span: Span | None) -> bool:
    return span is not None and parse_period(span.of(plain)) is not None
