"""A document's tables as grids: merged cells filled, header known, parts put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from foitrack.reading.documents.flow import Block, FlowTable, TableRow
from foitrack.reading.documents.flow_layout import Use, use_of
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import FEWER_CELLS, Grid, Row, fitted, is_total, looks_like_data
from foitrack.reading.tables.spanning import are_heads

MOST_COLUMNS = 400
_LONGEST_HEADING = 120
_TAGGED = re.compile(
    r"<(?P<tag>u|b|i|em|strong)>(?P<text>.*)</(?P=tag)>", re.IGNORECASE | re.DOTALL
)


@dataclass(slots=True)
class _Section:
    """Rows under one row that heads them all ("2019" right across the table)."""

    heading: str | None
    rows: list[Row] = field(default_factory=list)


def spread(rows: Sequence[TableRow]) -> list[list[str]]:
    """Each row's cells, with those that cover rows or columns standing in all of them."""
    found: list[list[str]] = []
    carried: dict[int, tuple[int, str]] = {}
    for row in rows:
        above = found[-1] if found else []
        cells: list[str] = []
        for cell in row.cells:
            _fill(cells, carried)
            text = _shown(cell.text)
            if cell.continues and len(cells) < len(above):
                text = above[len(cells)]
            for _ in range(min(cell.across, MOST_COLUMNS)):
                if cell.down > 1:
                    carried[len(cells)] = (cell.down - 1, text)
                cells.append(text)
        _fill(cells, carried)
        found.append(cells[:MOST_COLUMNS])
    return found


def _shown(text: str) -> str:
    """A cell's text, single spaces in each line, without tags that were typed around it."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    bare = "\n".join(line for line in lines if line)
    tagged = _TAGGED.fullmatch(bare)
    return tagged["text"] if tagged else bare


def _fill(cells: list[str], carried: dict[int, tuple[int, str]]) -> None:
    while len(cells) in carried:
        left, text = carried.pop(len(cells))
        if left > 1:
            carried[len(cells)] = (left - 1, text)
        cells.append(text)


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a table that goes on in a further table made one again."""
    found: list[Block] = []
    last: FlowTable | None = None
    for block in blocks:
        if isinstance(block, FlowTable):
            if last is not None and _goes_on(last, block):
                last.rows += block.rows
                continue
            last = block
        elif block.text.strip():
            last = None
        found.append(block)
    return found


def _goes_on(table: FlowTable, more: FlowTable) -> bool:
    """Whether a table that follows at once is the rest of the one before."""
    if table.width != more.width or not table.rows or not more.rows:
        return False
    if use_of(table) is not Use.DATA or len(table.rows) < 2:
        return False
    first, again = table.rows[0], more.rows[0]
    if _texts(first) == _texts(again) or (_marked(first) and not _marked(again)):
        return True
    if _marked(again):
        return False
    return looks_like_data(_texts(again)) or _shares_a_cell(table.rows[1:], again)


def _texts(row: TableRow) -> list[str]:
    return [cell.text for cell in row.cells]


def _marked(row: TableRow) -> bool:
    """Whether a row is set as a header: marked so, or bold throughout."""
    written = [cell for cell in row.cells if cell.lines()]
    return row.header or (bool(written) and all(cell.strong for cell in written))


def _shares_a_cell(body: Sequence[TableRow], row: TableRow) -> bool:
    known = {(at, cell.text) for other in body for at, cell in enumerate(other.cells)}
    return any(cell.text and (at, cell.text) in known for at, cell in enumerate(row.cells))


def header_rows(rows: Sequence[TableRow], cells: Sequence[Sequence[str]]) -> int:
    """How many rows at the top are the header; none where the first holds data."""
    marked = 0
    while marked < len(rows) - 1 and rows[marked].header:
        marked += 1
    if marked > 1 or (marked and not _has_names_below(rows, cells)):
        return marked
    if marked:
        return 2
    if looks_like_data(cells[0]) and not (_marked(rows[0]) and not _marked(rows[1])):
        return 0
    return 2 if _has_names_below(rows, cells) else 1


def _has_names_below(rows: Sequence[TableRow], cells: Sequence[Sequence[str]]) -> bool:
    """Whether the second row names the columns: cells over several columns stand in the first,
    beside such as go down, or over words alone.
    """
    over = any(1 < cell.across < len(cells[0]) for cell in rows[0].cells)
    if not over or len(rows) < 3:
        return False
    under = any(cell.continues for cell in rows[1].cells) or any(
        cell.down == 2 for cell in rows[0].cells
    )
    return under or (not cells[1][0].strip() and are_heads(cells[1][1:]))


def grids(table: FlowTable, spans: Sequence[Span]) -> list[Grid]:
    """The table as grids, one for each part under a heading that runs right across.

    `spans` say where each row stands in the text.
    """
    rows, cells = table.rows, spread(table.rows)
    width = max(map(len, cells))
    heading = None
    while len(rows) > 2 and (title := _across(rows[0], width)):
        heading, rows, cells, spans = title, rows[1:], cells[1:], spans[1:]
    fit = [fitted(own, width) for own in cells]
    # A row may be short because cells are missing, or only because the program left them out.
    flags = tuple(dict.fromkeys(flag for _, flag in fit if flag and flag != FEWER_CELLS))
    count = header_rows(rows, [own for own, _ in fit]) if len(rows) > 1 else 0
    header = _header([own for own, _ in fit[:count]], width)
    first = tuple(own for own, _ in fit[:count])
    sections = [_Section(heading)]
    for n in range(count, _without_notes(rows, count, width)):
        title = _across(rows[n], width)
        if title and n + 1 < len(rows) and not is_total([title]):
            sections.append(_Section(title))
        elif fit[n][0] not in first and any(cell.strip() for cell in fit[n][0]):
            sections[-1].rows.append(Row(fit[n][0], spans[n]))
    begun = spans[0].start
    found = []
    for section in sections:
        if section.rows:
            whole = Span(begun, section.rows[-1].span.end)
            found.append(
                Grid(header, tuple(section.rows), whole, section.heading, flags, verbatim=True)
            )
            begun = whole.end
    if found:
        # Notes at its foot belong to the table, and are none of its rows.
        found[-1] = replace(found[-1], span=Span(found[-1].span.start, spans[-1].end))
    return found


def _without_notes(rows: Sequence[TableRow], first: int, width: int) -> int:
    """How many rows a table has, without the notes that run right across it at its foot."""
    last = len(rows)
    while last - first > 1 and width > 1 and _is_note(rows[last - 1], width):
        last -= 1
    return last


def _is_note(row: TableRow, width: int) -> bool:
    if len(row.cells) != 1 or row.cells[0].across < width:
        return False
    return not is_total([row.cells[0].text])


def _across(row: TableRow, width: int) -> str | None:
    """The text of a row that is one short cell right across the table."""
    if width < 2 or len(row.cells) != 1 or row.cells[0].across < width:
        return None
    text = " ".join(row.cells[0].text.split())
    return text if text and len(text) <= _LONGEST_HEADING else None


def _header(rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """The names of the columns: of two rows of header, both words where they differ."""
    return tuple("\n".join(dict.fromkeys(row[n] for row in rows if row[n])) for n in range(width))
