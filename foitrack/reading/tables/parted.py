"""Lines between the rows of a table, and rows that belong to a table of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foitrack.later import later
from foitrack.reading.counts import is_held_back, parse_count
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import Grid, is_total, looks_like_data

Line = tuple[Span, list[str]]
_NOTE = later(r"\s*(?:please note\b|notes?\s?\d{0,2}\s?[:.\u2013-]|n\.?b\.?[\s:])", re.IGNORECASE)
_NIL = later(
    r"(?:nil|none|zero|0|no (?:cases|records|officers|staff|data))(?: returns?| recorded)?\.?",
    re.IGNORECASE,
)
_LONGEST_NOTE = 250
_TWO = 2
_LONGEST_PERIOD = 7
"""Characters of a period's normal form; a day has more."""


def is_year(line: str) -> bool:
    """Whether a line is a year, or another period longer than a day, and nothing else."""
    period = parse_period(line)
    return period is not None and len(period.value) <= _LONGEST_PERIOD


def stands_between(line: str, above: str, *, close: bool) -> bool:
    """Whether a line may stand between the rows of one table: a year over those below, "nil"
    under such a year, or, `close` under the row above, a note.
    """
    if is_year(line):
        return True
    if is_year(above):
        return _NIL.fullmatch(line.strip()) is not None
    return close and is_note(line)


def is_note(line: str) -> bool:
    """Whether a line says of itself that it is a note."""
    return len(line) <= _LONGEST_NOTE and _NOTE.match(line) is not None


def tables_of(plain: str, rows: Sequence[Line]) -> Iterator[list[Line]]:
    """The rows of each table, where rows that are set alike are those of several."""
    own: list[Line] = []
    for at, row in enumerate(rows):
        if own and _begins(plain, own, rows[at:]):
            yield own
            own = []
        own.append(row)
    if own:
        yield own


def by_year(plain: str, grid: Grid) -> Iterator[Grid]:
    """The table in parts, each headed by the year that stands on a line of its own over it."""
    starts: list[tuple[int, Span]] = []
    end = grid.span.start
    for at, row in enumerate(grid.rows):
        if year := _year_between(plain, end, row.span.start):
            starts.append((at, year))
        end = row.span.end
    if not starts:
        yield grid
        return
    if starts[0][0]:
        yield replace(grid, rows=grid.rows[: starts[0][0]], span=_until(grid, 0, starts[0][0]))
    ends = [at for at, _ in starts[1:]] + [len(grid.rows)]
    for n, ((at, year), last) in enumerate(zip(starts, ends, strict=True)):
        # The header above the first year is of that part, unless another year has no rows.
        from_top = not n and not at and _lines_between(plain, grid.span.start, year.start) < _TWO
        span = Span(grid.span.start if from_top else year.start, grid.rows[last - 1].span.end)
        heading = year.of(plain).strip(" \t*_:")
        yield replace(grid, rows=grid.rows[at:last], span=span, heading=heading)


def _until(grid: Grid, first: int, last: int) -> Span:
    start = grid.rows[first].span.start if first else grid.span.start
    return Span(start, grid.rows[last - 1].span.end)


def _lines_between(plain: str, start: int, end: int) -> int:
    return sum(bool(line.strip()) for line in plain[start:end].split("\n"))


def _year_between(plain: str, start: int, end: int) -> Span | None:
    """The last line between two places that is a year."""
    for line in reversed(list(re.finditer(r"[^\n]+", plain[start:end]))):
        if is_year(line.group()):
            return Span(start + line.start(), start + line.end())
    return None


def _begins(plain: str, above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether the first of the rows below begins a table of its own."""
    start, end = above[-1][0].end, below[0][0].start
    between = [line for line in plain[start:end].split("\n") if line.strip()]
    if any(map(is_year, between)) and _heads_years(plain, [*above, below[0]]):
        return False
    if any(is_year(line) or is_note(line) for line in between):
        return not _goes_on(above, below[0][1])
    return _heads_anew(above, below, apart=end > start + 1)


def _heads_years(plain: str, rows: Sequence[Line]) -> bool:
    """Whether a row of names stands right over the first year; under one it would be a row."""
    (span, cells), below = rows[0], rows[1]
    over = plain[max(0, span.start - _LONGEST_NOTE) : span.start].rstrip().rpartition("\n")[2]
    if looks_like_data(cells) or is_year(over):
        return False
    return _year_between(plain, span.end, below[0].start) is not None


def _goes_on(above: Sequence[Line], cells: Sequence[str]) -> bool:
    """Whether a row below a year or a note is one more of those above: it is data, or has a cell
    that one of them has too.
    """
    header = above[0][1]
    if _filled(cells) == _filled(header):
        return True
    if len(cells) > len(header) or looks_like_data(header):
        return False
    pairs = zip(header, cells, strict=False)
    if any(a.strip() and a.strip() == b.strip() for a, b in pairs):
        return False
    known = {(n, cell.strip()) for _, row in above[1:] for n, cell in enumerate(row)}
    return looks_like_data(cells) or any(
        cell.strip() and (n, cell.strip()) in known for n, cell in enumerate(cells)
    )


def _heads_anew(above: Sequence[Line], below: Sequence[Line], *, apart: bool) -> bool:
    """Whether a row has words where the rows above it and below it have figures, below a total
    or, `apart`, a word that the header above has there.
    """
    if len(above) < _TWO or len(below) < _TWO:
        return False
    header, cells, after = above[0][1], below[0][1], below[1][1]
    if not _may_head(cells) or _filled(cells) == _filled(header):
        return False
    over = [n for n in range(1, min(len(cells), len(after))) if _is_figure(after[n])]
    figures = [n for n in over if cells[n].strip() and _are_figures(above[1:], n)]
    if not figures:
        return False
    named = any(n < len(header) and cells[n].strip() == header[n].strip() for n in figures)
    return is_total(above[-1][1]) or (apart and named)


def _may_head(cells: Sequence[str]) -> bool:
    filled = _filled(cells)
    return (
        len(filled) > 1
        and not is_total(filled)
        and parse_period(filled[0]) is None
        and not any(map(_is_figure, filled))
        and not any(map(is_held_back, filled))
    )


def _is_figure(cell: str) -> bool:
    return parse_count(cell) is not None and parse_period(cell) is None


def _are_figures(rows: Sequence[Line], column: int) -> bool:
    """Whether a column has figures, and nothing else that is no word for one held back."""
    cells = [row[column] for _, row in rows if column < len(row) and row[column].strip()]
    return any(map(_is_figure, cells)) and all(
        parse_count(cell) is not None or is_held_back(cell) for cell in cells
    )


def _filled(cells: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in cells if cell.strip()]
