"""Pages of lines with places, put as text with its tables: the same for PDF and for pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.pdf_book import Book
from foitrack.reading.documents.pdf_layout import Line
from foitrack.reading.documents.pdf_rows import PageTable
from foitrack.reading.documents.pdf_ruled import Ruled
from foitrack.reading.documents.pdf_tables import find_tables
from foitrack.reading.documents.pdf_turned import Turn
from foitrack.reading.documents.pdf_unseen import Unseen
from foitrack.reading.findings import Place
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import Grid, Row, looks_like_data


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines from top to bottom, and the heights of its level rules, in points."""

    lines: Sequence[Line]
    rules: Sequence[float]
    height: float
    damaged: bool = False
    dots_a_point: float | None = None
    """Of a page that a machine read off a picture: the picture's scale."""
    lattices: Sequence[Ruled] = ()
    """Its rules that make cells."""
    turn: Turn | None = None
    """How its text is turned, where it is."""
    cut: bool = False
    """Whether words that stand beyond its edges were left out."""
    unseen: Unseen | None = None
    """What it holds and does not show, where it does; none of that is in its lines."""


def document_of(
    form: str, pages: Sequence[Page], book: Book, place: Callable[[int, int], Place]
) -> Document:
    """The document that pages make; `book` is empty yet."""
    for page in pages:
        book.page(page.lines)
    found = find_tables(
        [page.lines for page in pages],
        [page.rules for page in pages],
        [page.lattices for page in pages],
    )
    return Document(
        form,
        "".join(book.pieces),
        len(pages),
        grids=tuple(_grid(table, book) for table in found),
        tabs_are_cells=False,
        recognised=tuple(
            whole
            for number, page in enumerate(pages)
            if page.dots_a_point is not None and (whole := book.whole(number)) is not None
        ),
        place=place,
    )


def _grid(table: PageTable, book: Book) -> Grid:
    rows = []
    for cells, placed in zip(table.rows, table.lines, strict=True):
        first, last = placed[0], placed[-1]
        start = book.span(first.page, first.index).start
        rows.append(Row(cells, Span(start, book.span(last.page, last.index).end)))
    first = table.above[0] if table.above else table.lines[0][0]
    whole = Span(book.span(first.page, first.index).start, rows[-1].span.end)
    if table.header is not None:
        return Grid(table.header, tuple(rows), whole, table.heading)
    return _headed(Grid(("",) * table.width, tuple(rows), whole))


def _headed(grid: Grid) -> Grid:
    """The first row as header, unless it holds data."""
    first = grid.rows[0]
    if looks_like_data(first.cells) or len(grid.rows) < 2:
        return grid
    header = tuple(" ".join(cell.split()) for cell in first.cells)
    # A header printed again at the top of the next page is no row.
    rows = tuple(row for row in grid.rows[1:] if row.cells != first.cells)
    return Grid(header, rows or grid.rows[1:], grid.span, grid.heading, grid.flags)
