"""Tables of figures as a page's text lays them out, whose labels run over lines.

The figures stand on the label's last line, its first or in its middle; a page may end within.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from foitrack.reading.prose import Span, lines, rows_of, trimmed
from foitrack.reading.tables.figure_columns import Columns, columns_of
from foitrack.reading.tables.figure_labels import Part, labelled
from foitrack.reading.tables.figure_lines import Kind, Laid, laid
from foitrack.reading.tables.grid import Grid, Row

LEFT_OUT = "rows on a later page are left out: under which headings they stand is not certain"
_MOST_HEAD = 8
_MOST_BLANK = 3
_MOST_ASIDE = 10
_BESIDE = 2
_ENDS = frozenset("0123456789%)*-–—eEaAlL ")
_GAP = re.compile(r"\S  +\S")


def find_figures(plain: str) -> Iterator[Grid]:
    """Such tables, where a label runs over lines or a page ends; others are found otherwise."""
    if "  " not in plain or not any(map(_GAP.search, filter(_has_gap, rows_of(plain)))):
        return
    spans = list(lines(plain))
    rows = _Lines(plain, spans)
    after = 0
    for at, line in enumerate(rows_of(plain)[: len(spans)]):
        # Few lines of a long text end in a figure that stands apart.
        if at < after or line[-1:] not in _ENDS or not _GAP.search(line):
            continue
        if rows[at].kind is Kind.FIGURES and len(rows[at].chunks) >= _BESIDE:
            found = _table(plain, rows, at)
            if found is not None:
                grid, after = found
                yield grid


def _has_gap(line: str) -> bool:
    return "  " in line


class _Lines:
    """The lines of a text as they are laid out, each looked at when it is asked for."""

    def __init__(self, plain: str, spans: Sequence[Span]) -> None:
        self._plain, self._spans = plain, spans
        self._known: dict[int, Laid] = {}

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, number: int) -> Laid:
        if number not in self._known:
            self._known[number] = laid(self._spans[number], self._plain)
        return self._known[number]

    def between(self, first: int, last: int) -> list[Laid]:
        """Those from one up to, not including, another."""
        return [self[number] for number in range(first, min(last, len(self)))]


@dataclass
class _Body:
    """The lines of a table below its headings."""

    parts: list[Part] = field(default_factory=list)
    end: int = 0
    """The number of the line after the last one with figures."""


def _table(plain: str, rows: _Lines, at: int) -> tuple[Grid, int] | None:
    """The table whose first line with figures is that one, and the number of the line after it."""
    limit = _limit(rows.between(at, at + _MOST_HEAD))
    first = at
    while first and _is_row(rows[first - 1], limit):
        first -= 1
    head = first
    while head and first - head < _MOST_HEAD and _heads(rows[head - 1], limit):
        head -= 1
    if head == first or rows[first - 1].kind is not Kind.HEAD:
        return None
    body = _body(rows, first, rows[first - 1])
    columns = columns_of(rows.between(head, first), [part.line for part in body.parts])
    if columns is None:
        return None
    made = labelled(body.parts)
    simple = all(part.has_figures for part in body.parts) and not _is_parted(body.parts)
    if made is None or simple:
        return None
    whole = _rows(plain, made, columns)
    if len(whole) < _BESIDE:
        return None
    last = whole[-1] if len(whole) == len(made) else Row((), trimmed(plain, made[-1][-1].line.span))
    span = Span(trimmed(plain, rows[head].span).start, last.span.end)
    flags = () if len(whole) == len(made) else (LEFT_OUT,)
    return Grid(columns.header, tuple(whole), span, flags=flags), body.end


def _is_row(line: Laid, limit: int) -> bool:
    """Whether a line may be one of the table's own, above the first with several figures."""
    if line.kind is Kind.FIGURES:
        return line.label is not None and line.label.end < limit
    return line.kind is Kind.LABEL and _is_left(line, limit)


def _is_left(line: Laid, limit: int) -> bool:
    """Whether words stand where the labels do, and end before the figures begin."""
    return line.chunks[0].start < limit and line.chunks[-1].end <= limit + 1


def _heads(line: Laid, limit: int) -> bool:
    if line.kind is Kind.HEAD:
        return bool(line.chunks)
    return line.kind is Kind.LABEL and line.chunks[0].start >= limit - 1


def _is_parted(parts: Sequence[Part]) -> bool:
    """Whether an empty line stands between rows, and the figures stand elsewhere after it."""
    return any(part.after_blank for part in parts[1:]) and len(parts) > _BESIDE


def _body(rows: _Lines, first: int, head: Laid) -> _Body:
    body = _Body(end=first)
    blanks = aside = 0
    limit = _limit(rows.between(first, first + _MOST_HEAD))
    kept = 0
    for n in range(first, len(rows)):
        line = rows[n]
        if line.kind is Kind.BLANK:
            blanks += 1
            if blanks > _MOST_BLANK:
                break
            continue
        if _is_aside(line, limit, parted=bool(blanks or aside)):
            # A letterhead or a page's number between two pages.
            aside += 1
            if aside > _MOST_ASIDE:
                break
            continue
        if line.kind is Kind.HEAD and aside and _words(line) == _words(head):
            # Printed again on the next page; with no page's end between, another table begins.
            continue
        if line.kind is Kind.HEAD or (line.kind is Kind.LABEL and not _is_left(line, limit + 8)):
            break
        body.parts.append(Part(line, after_blank=bool(blanks or aside)))
        if line.kind is Kind.FIGURES:
            limit = min(limit, line.chunks[0].start) if not blanks else line.chunks[0].start
            body.end, kept = n + 1, len(body.parts)
        blanks = aside = 0
    body.parts[kept:] = takewhile(lambda part: not part.after_blank, body.parts[kept:])
    return body


def _is_aside(line: Laid, limit: int, *, parted: bool) -> bool:
    """Whether a line, below an empty one or not, is none of a table's own."""
    if line.kind is Kind.PAGE:
        return True
    if line.kind is Kind.FIGURES:
        return parted and line.label is None and len(line.chunks) == 1
    return parted and line.kind is Kind.LABEL and line.chunks[0].start > limit


def _limit(near: Sequence[Laid]) -> int:
    """Where the figures begin, by a few lines."""
    own = takewhile(lambda line: line.kind is not Kind.HEAD, near)
    return min(line.chunks[0].start for line in own if line.kind is Kind.FIGURES)


def _words(line: Laid) -> list[str]:
    return [chunk.text for chunk in line.chunks]


def _rows(plain: str, made: Sequence[Sequence[Part]], columns: Columns) -> list[Row]:
    found = []
    for parts in made:
        figures = [part.line.span.start for part in parts if part.has_figures]
        if any(start not in columns.places for start in figures):
            break
        own = [columns.lines.get(part.line.span.start, part.line) for part in parts]
        label = " ".join(line.label.text for line in own if line.label)
        cells = [""] * (len(columns.header) - 1)
        for line in own:
            if line.kind is Kind.FIGURES:
                for column, chunk in zip(columns.places[line.span.start], line.chunks, strict=True):
                    cells[column] = chunk.text
        start = trimmed(plain, parts[0].line.span).start
        found.append(Row((label, *cells), Span(start, trimmed(plain, parts[-1].line.span).end)))
    return found
