"""Tables of a web page: every row and cell, spans filled, header known."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import replace

from selectolax.lexbor import LexborNode

from foitrack.reading.documents.flow import Cell, FlowTable, Paragraph, TableRow
from foitrack.reading.documents.flow_tables import grids
from foitrack.reading.documents.html_hidden import cells_with_text, columns_away, is_away
from foitrack.reading.documents.page_text import PageText
from foitrack.reading.prose import Span

Write = Callable[[LexborNode, PageText], None]
"""Writes the text below a node."""


def is_data_table(table: LexborNode) -> bool:
    """A table of data: not one that only lays out a page around other tables."""
    inner = any(other.mem_id != table.mem_id for other in table.css("table"))
    return not inner and table.attributes.get("role") != "presentation"


def write_table(table: LexborNode, writer: PageText, write: Write) -> None:
    """The table's rows as lines with tabs, and the table itself."""
    writer.line(2)
    heading = _caption(table) or _line_above(writer)
    shown = [
        (row, _written(cells, writer))
        for row, cells in _shown(table, writer, write)
        if any(cell.strip() for cell in cells)
    ]
    writer.line(2)
    rows = FlowTable([row for row, _ in shown])
    if len(shown) < 2 or rows.width < 2:
        return
    writer.grids += [
        replace(grid, heading=grid.heading or heading)
        for grid in grids(rows, [span for _, span in shown])
    ]


def _written(cells: list[str], writer: PageText) -> Span:
    writer.line()
    start = writer.length
    writer.put("\t".join(" ".join(cell.split()) for cell in cells))
    return Span(start, writer.length)


def _shown(
    table: LexborNode, writer: PageText, write: Write
) -> Iterator[tuple[TableRow, list[str]]]:
    """Each row, and what stands in its columns; those of hidden columns are counted."""
    away = columns_away(table)
    for row, cells in _spread(table, writer, write, away):
        writer.unseen += sum(bool(cell.strip()) for n, cell in enumerate(cells) if n in away)
        yield row, [cell for n, cell in enumerate(cells) if n not in away]


def _spread(
    table: LexborNode, writer: PageText, write: Write, away: Container[int]
) -> Iterator[tuple[TableRow, list[str]]]:
    """Each row without hidden columns, and what stands in all its columns: cells that span rows
    or columns stand in each.
    """
    carried: dict[int, tuple[int, str]] = {}
    for row in table.css("tr"):
        cells: list[str] = []
        if is_away(row):
            writer.unseen += cells_with_text(row)
            continue
        own = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        made = TableRow(header=_heads(row, own))
        for cell in own:
            if is_away(cell):
                writer.unseen += bool(cell.text(strip=True))
                continue
            _fill(cells, carried)
            text = _cell_text(cell, write)
            rows_down, across = _number(cell, "rowspan"), _number(cell, "colspan")
            columns = range(len(cells), len(cells) + across)
            for column in columns:
                if rows_down > 1:
                    carried[column] = (rows_down - 1, text)
                cells.append(text)
            if seen := sum(column not in away for column in columns):
                made.cells.append(Cell([Paragraph(text)], seen, rows_down))
        _fill(cells, carried)
        yield made, cells


def _heads(row: LexborNode, cells: list[LexborNode]) -> bool:
    """Whether a row is marked as a header: in the head of the table, or of nothing else."""
    if row.parent is not None and row.parent.tag == "thead":
        return True
    written = [cell for cell in cells if cell.text(strip=True)]
    heads = [cell.tag == "th" and cell.attributes.get("scope") != "row" for cell in written]
    return len(heads) > 1 and all(heads)


def _fill(cells: list[str], carried: dict[int, tuple[int, str]]) -> None:
    while len(cells) in carried:
        left, text = carried.pop(len(cells))
        if left > 1:
            carried[len(cells)] = (left - 1, text)
        cells.append(text)


def _number(cell: LexborNode, attribute: str) -> int:
    text = (cell.attributes.get(attribute) or "1").strip()
    return min(int(text), 100) if text.isdigit() and int(text) > 0 else 1


def _cell_text(cell: LexborNode, write: Write) -> str:
    inner = PageText()
    for child in cell.iter(include_text=True):
        if child.tag == "-text":
            inner.add(child.text(deep=False))
        else:
            write(child, inner)
    return re.sub(r"\n{2,}", "\n", "".join(inner.pieces).strip())


def _caption(table: LexborNode) -> str | None:
    caption = table.css_first("caption")
    return caption.text(strip=True)[:200] if caption is not None else None


def _line_above(writer: PageText) -> str | None:
    """The line of text just written, where it is short enough for a heading."""
    above = "".join(writer.pieces[-40:]).rstrip().rsplit("\n", 1)[-1].strip()
    return above if above and len(above) <= 120 and above[-1] not in ".;," else None
