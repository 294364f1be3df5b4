"""Tables drawn with strokes in which a cell covers several columns or rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from foitrack.reading.documents.flow import Cell, FlowTable, Paragraph, TableRow
from foitrack.reading.documents.flow_tables import grids
from foitrack.reading.prose import Span, lines
from foitrack.reading.tables.grid import Grid

_UPRIGHT = frozenset("│┃║|")
_LEVEL = frozenset("─━═-=")
_JOINTS = frozenset("┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┠┨┯┷┿╂+")
_STROKES = _UPRIGHT | _JOINTS
_LEAST_LINES = 5
_LEAST_EDGES = 3


@dataclass(slots=True)
class _Drawn:
    """A cell as it is drawn: what is written in it, and which columns and rows it covers."""

    columns: range
    written: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    """A row between two rules: the cell that covers each column, and its lines."""

    cells: dict[int, _Drawn] = field(default_factory=dict)
    lines: list[Span] = field(default_factory=list)


def find_boxed(plain: str) -> Iterator[Grid]:
    """Such tables; one whose cells all cover a column and a row is found by its strokes alone."""
    if not any(stroke in plain for stroke in _UPRIGHT):
        return
    block: list[Span] = []
    for span in lines(plain):
        line = span.of(plain).strip()
        if line[:1] in _STROKES and line[-1:] in _STROKES and len(line) > 1:
            block.append(span)
        else:
            yield from _grids(plain, block)
            block = []
    yield from _grids(plain, block)


def _grids(plain: str, block: Sequence[Span]) -> Iterator[Grid]:
    if len(block) < _LEAST_LINES:
        return
    texts = [span.of(plain) for span in block]
    strokes = [_places(text) for text in texts]
    edges = max(strokes, key=len)
    if len(edges) < _LEAST_EDGES or not all(set(own) <= set(edges) for own in strokes):
        return
    rows = _rows(texts, block, edges)
    if not _cover_more(rows):
        return
    table = FlowTable([_as_row(rows, n) for n in range(len(rows))])
    spans = [Span(row.lines[0].start, row.lines[-1].end) for row in rows]
    found = grids(table, spans)
    for n, grid in enumerate(found):
        start = block[0].start if not n else grid.span.start
        end = block[-1].end if n + 1 == len(found) else grid.span.end
        yield Grid(grid.header, grid.rows, Span(start, end), grid.heading, grid.flags, True)


def _as_row(rows: Sequence[_Row], at: int) -> TableRow:
    """A row with the cells that begin in it."""
    above = rows[at - 1].cells if at else {}
    found = TableRow()
    for column, cell in sorted(rows[at].cells.items()):
        if column == cell.columns.start and above.get(column) is not cell:
            down = sum(row.cells[column] is cell for row in rows[at:])
            said = " ".join(words for words in cell.written if words)
            found.cells.append(Cell([Paragraph(said)], len(cell.columns), down))
    return found


def _places(text: str) -> list[int]:
    """Where upright strokes stand in a line."""
    return [at for at, sign in enumerate(text) if sign in _UPRIGHT]


def _rows(texts: Sequence[str], block: Sequence[Span], edges: Sequence[int]) -> list[_Row]:
    """The rows between rules; none where a rule or a stroke stands elsewhere than the others."""
    rows = [_Row()]
    for text, span in zip(texts, block, strict=True):
        parts = list(_parts(text, edges))
        if not parts or parts[0][0].start or parts[-1][0].stop != len(edges) - 1:
            return []
        going_on = [columns for columns, words in parts if not _is_rule(words)]
        if len(going_on) < len(parts) or (rows[-1].lines and _is_full(parts)):
            rows.append(_below(rows[-1], going_on if len(going_on) < len(parts) else ()))
        row = rows[-1]
        if going_on:
            row.lines.append(span)
        for columns, words in parts:
            if not _is_rule(words) and not _write(row, columns, words):
                return []
    return [row for row in rows if row.lines and len(row.cells) == len(edges) - 1]


def _parts(text: str, edges: Sequence[int]) -> Iterator[tuple[range, str]]:
    """What stands between two strokes of a line, and the columns that it covers."""
    own = [n for n, at in enumerate(edges) if at < len(text) and text[at] in _STROKES]
    for first, last in pairwise(own):
        yield range(first, last), text[edges[first] + 1 : edges[last]]


def _is_full(parts: Sequence[tuple[range, str]]) -> bool:
    """Whether every column has words of its own on a line: it is a row, rule or none."""
    return all(len(columns) == 1 and words.strip() for columns, words in parts)


def _is_rule(words: str) -> bool:
    return bool(words) and all(sign in _LEVEL or sign in _JOINTS for sign in words)


def _below(above: _Row, going_on: Sequence[range]) -> _Row:
    """The row below a rule, with the cells of the row above that the rule leaves open."""
    row = _Row()
    for columns in going_on:
        for column in columns:
            if column in above.cells and above.cells[column].columns == columns:
                row.cells[column] = above.cells[column]
    return row


def _write(row: _Row, columns: range, words: str) -> bool:
    """Adds a line to a cell; whether it covers the columns that it covered before."""
    cell = row.cells.get(columns.start)
    if cell is None:
        cell = _Drawn(columns)
        row.cells |= dict.fromkeys(columns, cell)
    cell.written.append(words.strip())
    return cell.columns == columns


def _cover_more(rows: Sequence[_Row]) -> bool:
    """Whether a cell covers several columns or rows."""
    wide = any(len(cell.columns) > 1 for row in rows for cell in row.cells.values())
    return wide or any(
        above.cells.get(column) is cell
        for above, below in pairwise(rows)
        for column, cell in below.cells.items()
    )
