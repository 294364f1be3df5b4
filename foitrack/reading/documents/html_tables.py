"""Tables of a web page: every row and cell, spans filled, header known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from foitrack.reading.documents.html_hidden import cells_with_text, columns_away, is_away
from foitrack.reading.documents.page_text import PageText
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import Grid, Row, fitted, looks_like_data

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
    rows = [
        _written(cells, writer)
        for cells in _shown(table, writer, write)
        if any(cell.strip() for cell in cells)
    ]
    writer.line(2)
    header_rows = bool(table.css_first("th"))
    if len(rows) < 2 or max(len(row.cells) for row in rows) < 2:
        return
    width = max(len(row.cells) for row in rows)
    fit = [Row(fitted(row.cells, width)[0], row.span) for row in rows]
    has_header = header_rows or not looks_like_data(fit[0].cells)
    header = fit[0].cells if has_header else ("",) * width
    body = tuple(fit[1:] if has_header else fit)
    if body:
        writer.grids.append(
            Grid(header, body, Span(rows[0].span.start, rows[-1].span.end), heading)
        )


def _written(cells: list[str], writer: PageText) -> Row:
    writer.line()
    start = writer.length
    writer.put("\t".join(" ".join(cell.split()) for cell in cells))
    return Row(tuple(cells), Span(start, writer.length))


def _shown(table: LexborNode, writer: PageText, write: Write) -> Iterator[list[str]]:
    """Each row's cells but for those of hidden columns, which are counted."""
    away = columns_away(table)
    for cells in _spread(table, writer, write):
        writer.unseen += sum(bool(cell.strip()) for n, cell in enumerate(cells) if n in away)
        yield [cell for n, cell in enumerate(cells) if n not in away]


def _spread(table: LexborNode, writer: PageText, write: Write) -> Iterator[list[str]]:
    """Each row's cells, with cells that span rows or columns standing in all of them."""
    carried: dict[int, tuple[int, str]] = {}
    for row in table.css("tr"):
        cells: list[str] = []
        if is_away(row):
            writer.unseen += cells_with_text(row)
            continue
        own = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        for cell in own:
            if is_away(cell):
                writer.unseen += bool(cell.text(strip=True))
                continue
            _fill(cells, carried)
            text = _cell_text(cell, write)
            rows_down = _number(cell.attributes.get("rowspan"))
            for _ in range(_number(cell.attributes.get("colspan"))):
                if rows_down > 1:
                    carried[len(cells)] = (rows_down - 1, text)
                cells.append(text)
        _fill(cells, carried)
        yield cells


def _fill(cells: list[str], carried: dict[int, tuple[int, str]]) -> None:
    while len(cells) in carried:
        left, text = carried.pop(len(cells))
        if left > 1:
            carried[len(cells)] = (left - 1, text)
        cells.append(text)


def _number(attribute: str | None) -> int:
    text = (attribute or "1").strip()
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
