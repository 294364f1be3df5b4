"""PDF files with a text layer: text by page, with the place of every line and word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw

from foitrack.reading.documents.base import MAX_CHARACTERS, Document
from foitrack.reading.documents.pdf_book import Book
from foitrack.reading.documents.pdf_file import PDFIUM, PdfFile
from foitrack.reading.documents.pdf_layout import Line, page_lines
from foitrack.reading.documents.pdf_plain import plain_lines
from foitrack.reading.documents.pdf_tables import PageTable, find_tables
from foitrack.reading.findings import UnreadableDocumentError
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import Grid, Row, looks_like_data

MAX_PAGES = 5_000
__all__ = ["MAX_PAGES", "PDFIUM", "read_pdf"]
_MARGIN = 0.12


@dataclass(frozen=True, slots=True)
class _Page:
    lines: Sequence[Line]
    rules: Sequence[float]
    height: float
    damaged: bool = False


def read_pdf(data: bytes, name: str) -> Document:
    """A PDF as a document. Close it when its places have been asked for.

    Raises UnreadableDocumentError where it is encrypted, damaged or has too many pages.
    """
    with PDFIUM:
        file = PdfFile(_opened(data, name))
        try:
            return _document(_without_repeats(_pages(file, name)), file)
        except BaseException:
            file.close()
            raise


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if pypdfium2.raw.FPDF_GetLastError() == pypdfium2.raw.FPDF_ERR_PASSWORD or "assword" in str(
            problem
        ):
            raise UnreadableDocumentError(
                "encrypted",
                f"“{name}” is locked with a password. Open it with the password, save it without "
                "one, and read that; the file itself is unharmed.",
            ) from None
        raise _damaged(name) from None


def _damaged(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "damaged",
        f"“{name}” is a PDF that cannot be opened: it is damaged or cut short. "
        "Ask for the file again.",
    )


def _pages(file: PdfFile, name: str) -> list[_Page]:
    if file.pages > MAX_PAGES:
        raise UnreadableDocumentError(
            "too-long", f"“{name}” has {file.pages:,} pages; up to {MAX_PAGES:,} are read at once."
        )
    pages: list[_Page] = []
    characters = 0
    for index in range(file.pages):
        page = _page(file, index)
        pages.append(page)
        characters += sum([len(line.text) for line in page.lines])
        if characters > MAX_CHARACTERS:
            raise UnreadableDocumentError(
                "too-long", f"“{name}” holds more text than is read at once."
            )
    if pages and all(page.damaged for page in pages):
        raise _damaged(name)
    return pages


def _page(file: PdfFile, index: int) -> _Page:
    with file.page(index) as page:
        if page is None:
            # One page's damage does not take the others with it.
            return _Page((), (), 0.0, damaged=True)
        lines = plain_lines(page.textpage, page.text, page.characters, page.height)
        if lines is not None:
            return _Page(lines, (), page.height)
        lines = page_lines(page.textpage, page.text, page.characters, page.height)
        columns = any(len(line.segments) > 1 for line in lines)
        return _Page(lines, page.rules() if columns else (), page.height)


def _without_repeats(pages: list[_Page]) -> list[_Page]:
    """The pages without head and foot lines that another page shows as well.

    A head line stays where it stands first, a foot line where it stands last, so that a table
    that runs over pages is not broken by them.
    """
    heads, feet = [_head(page) for page in pages], [_foot(page) for page in pages]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, page in enumerate(pages):
        for index in heads[number]:
            first.setdefault(_key(page.lines[index]), number)
        for index in feet[number]:
            last[_key(page.lines[index])] = number
    kept: list[_Page] = []
    for number, page in enumerate(pages):
        head, foot, lines = heads[number], feet[number], page.lines
        if head or foot:
            lines = [
                line
                for index, line in enumerate(page.lines)
                if not (index in head and first[_key(line)] < number)
                and not (index in foot and last[_key(line)] > number)
            ]
        kept.append(_Page(lines, page.rules, page.height, page.damaged))
    return kept


def _head(page: _Page) -> range:
    """The lines above the first paragraph's space, where they stand in the top margin."""
    for index, line in enumerate(page.lines):
        if index and line.after_gap:
            return range(index)
        if line.box[3] > page.height * _MARGIN:
            break
    return range(0)


def _foot(page: _Page) -> range:
    """The lines below the last paragraph's space, where they stand in the bottom margin."""
    for index in range(len(page.lines) - 1, 0, -1):
        if page.lines[index].box[1] < page.height * (1 - _MARGIN):
            break
        if page.lines[index].after_gap:
            return range(index, len(page.lines))
    return range(0)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _document(pages: Sequence[_Page], file: PdfFile) -> Document:
    book = Book(file.words)
    written = [book.page(page.lines, number) for number, page in enumerate(pages)]
    found = find_tables([page.lines for page in pages], [page.rules for page in pages])
    return Document(
        "pdf",
        "".join(book.pieces),
        len(pages),
        grids=tuple(_headed(_grid(table, written)) for table in found),
        tabs_are_cells=False,
        warnings=_warnings(pages),
        place=book.place,
        close=file.close,
    )


def _grid(table: PageTable, written: Sequence[Sequence[Span]]) -> Grid:
    rows = []
    for cells, placed in zip(table.rows, table.lines, strict=True):
        first, last = placed[0], placed[-1]
        span = Span(written[first.page][first.index].start, written[last.page][last.index].end)
        rows.append(Row(cells, span))
    whole = Span(rows[0].span.start, rows[-1].span.end)
    return Grid(("",) * table.width, tuple(rows), whole)


def _headed(grid: Grid) -> Grid:
    """The first row as header, unless it holds data."""
    first = grid.rows[0]
    if looks_like_data(first.cells) or len(grid.rows) < 2:
        return grid
    header = tuple(" ".join(cell.split()) for cell in first.cells)
    # A header printed again at the top of the next page is no row.
    rows = tuple(row for row in grid.rows[1:] if row.cells != first.cells)
    return Grid(header, rows or grid.rows[1:], grid.span, grid.heading, grid.flags)


def _warnings(pages: Sequence[_Page]) -> tuple[str, ...]:
    damaged = [number for number, page in enumerate(pages, 1) if page.damaged]
    empty = [n for n, page in enumerate(pages, 1) if not page.lines and not page.damaged]
    found = []
    if damaged:
        found.append(f"{_named(damaged)} could not be read: the file is damaged there.")
    if empty and len(empty) < len(pages):
        found.append(
            f"No text on {_named(empty).lower()}: it may be a picture from a scanner, which was "
            "not read."
        )
    return tuple(found)


def _named(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:20]))
    return f"Page {shown}" if len(pages) == 1 else f"Pages {shown}"
