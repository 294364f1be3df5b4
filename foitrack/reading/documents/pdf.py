"""PDF files with a text layer: text by page, with the place of every line and word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import RLock

import pypdfium2
import pypdfium2.raw

from foitrack.reading.documents.base import MAX_CHARACTERS, Document
from foitrack.reading.documents.pdf_layout import Box, Line, Word, page_lines
from foitrack.reading.documents.pdf_tables import PageTable, page_tables
from foitrack.reading.findings import Place, Table, UnreadableDocumentError
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import Grid, Row, finished, looks_like_data

PDFIUM = RLock()
"""pdfium may be used by one thread at a time; whoever calls it holds this."""
MAX_PAGES = 5_000
_MARGIN = 0.12
_THIN = 2.5
_RULE_LENGTH = 20.0


@dataclass(frozen=True, slots=True)
class _Page:
    lines: tuple[Line, ...]
    tables: tuple[PageTable, ...]
    height: float


@dataclass
class _Book:
    """The text as it is put together, with the place of each word."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)
    words: list[tuple[int, Box]] = field(default_factory=list)

    def put(self, text: str) -> None:
        """Text that stands for nothing on a page: spaces and line ends."""
        self.pieces.append(text)
        self.length += len(text)

    def word(self, word: Word, page: int) -> None:
        """A word of a page."""
        self.starts.append(self.length)
        self.words.append((page, word.box))
        self.put(word.text)

    def place(self, start: int, end: int) -> Place:
        """Page and box of a span; the part on its first page, where it runs over."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first + 1, bisect_right(self.starts, end - 1))
        met = self.words[first:last]
        if not met:
            return Place(start=start, end=end)
        page = met[0][0]
        boxes = [box for number, box in met if number == page]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        box = (min(lefts), min(tops), max(rights), max(bottoms))
        rounded = tuple(round(edge, 1) for edge in box)
        return Place(page, (rounded[0], rounded[1], rounded[2], rounded[3]), start, end)


def read_pdf(data: bytes, name: str) -> Document:
    """A PDF as a document.

    Raises UnreadableDocumentError where it is encrypted, damaged or has too many pages.
    """
    with PDFIUM:
        pdf = _opened(data, name)
        try:
            pages, scanned = _pages(pdf, name)
        finally:
            pdf.close()
    return _document(_without_repeats(pages), scanned)


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
        raise UnreadableDocumentError(
            "damaged",
            f"“{name}” is a PDF that cannot be opened: it is damaged or cut short. "
            "Ask for the file again.",
        ) from None


def _pages(pdf: pypdfium2.PdfDocument, name: str) -> tuple[list[_Page], list[int]]:
    """The pages, and the numbers of those that hold pictures but no text."""
    if len(pdf) > MAX_PAGES:
        raise UnreadableDocumentError(
            "too-long", f"“{name}” has {len(pdf):,} pages; up to {MAX_PAGES:,} are read at once."
        )
    pages: list[_Page] = []
    scanned: list[int] = []
    characters = 0
    for index in range(len(pdf)):
        page = pdf[index]
        textpage = page.get_textpage()
        height = page.get_height()
        lines = page_lines(textpage, height)
        rules = _rules(page, height) if any(len(line.segments) > 1 for line in lines) else []
        characters += textpage.count_chars()
        textpage.close()
        page.close()
        if not lines:
            scanned.append(index + 1)
        if characters > MAX_CHARACTERS:
            raise UnreadableDocumentError(
                "too-long", f"“{name}” holds more text than is read at once."
            )
        pages.append(_Page(tuple(lines), tuple(page_tables(lines, rules)), height))
    return pages, scanned


def _rules(page: pypdfium2.PdfPage, height: float) -> list[float]:
    """Heights of the horizontal rules of a page, from its top, in order."""
    heights: set[float] = set()
    for drawn in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = drawn.get_bounds()
        if right - left < _RULE_LENGTH:
            continue
        edges = [(top + bottom) / 2] if top - bottom < _THIN else [top, bottom]
        heights |= {round(height - edge) for edge in edges}
    return sorted(heights)


def _without_repeats(pages: list[_Page]) -> list[_Page]:
    """The pages without head and foot lines that an earlier page has already shown."""
    seen: Counter[str] = Counter(
        key
        for page in pages
        for key in {_key(line) for line in page.lines if _in_margin(line, page)}
    )
    shown: set[str] = set()
    kept: list[_Page] = []
    for page in pages:
        lines = []
        fresh = set(shown)
        for line in page.lines:
            repeated = _in_margin(line, page) and seen[_key(line)] > 1
            if repeated and _key(line) in fresh:
                continue
            shown |= {_key(line)} if repeated else set()
            lines.append(line)
        if len(lines) == len(page.lines):
            kept.append(page)
        else:
            kept.append(_Page(tuple(lines), tuple(page_tables(lines, [])), page.height))
    return kept


def _in_margin(line: Line, page: _Page) -> bool:
    return line.box[3] < page.height * _MARGIN or line.box[1] > page.height * (1 - _MARGIN)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _document(pages: Sequence[_Page], scanned: list[int]) -> Document:
    book = _Book()
    grids: list[Grid] = []
    open_columns: tuple[tuple[float, float], ...] | None = None
    for number, page in enumerate(pages, 1):
        by_first = {table.first: table for table in page.tables}
        index = 0
        if book.length:
            book.put("\n")
        while index < len(page.lines):
            table = by_first.get(index)
            if table is None:
                _write_line(book, page.lines[index], number)
                index += 1
                continue
            grid = _write_table(book, page, table, number)
            if index == 0 and grids and _goes_on(open_columns, table, grids[-1]):
                grids[-1] = _joined(grids[-1], grid)
            else:
                grids.append(grid)
            index = table.last + 1
        ended = page.tables and page.tables[-1].last == len(page.lines) - 1
        open_columns = page.tables[-1].columns if ended else None
    tables: tuple[Table, ...] = tuple(
        finished(_headed(grid), n, book.place) for n, grid in enumerate(grids, 1)
    )
    warnings = _scan_warnings(scanned, len(pages))
    return Document("pdf", "".join(book.pieces), len(pages), tables or None, warnings, book.place)


def _write_line(book: _Book, line: Line, page: int) -> None:
    if line.after_gap and book.length:
        book.put("\n")
    for n, segment in enumerate(line.segments):
        book.put("\t" if n else "")
        for k, word in enumerate(segment.words):
            book.put(" " if k else "")
            book.word(word, page)
    book.put("\n")


def _write_table(book: _Book, page: _Page, table: PageTable, number: int) -> Grid:
    book.put("\n")
    rows = []
    for cells, (first, last) in zip(table.rows, table.row_lines, strict=True):
        start = book.length
        for line in page.lines[first : last + 1]:
            _write_line(book, Line(line.segments, line.box), number)
        rows.append(Row(cells, Span(start, book.length - 1)))
    book.put("\n")
    return Grid(
        ("",) * len(table.columns), tuple(rows), Span(rows[0].span.start, rows[-1].span.end)
    )


def _goes_on(
    columns: tuple[tuple[float, float], ...] | None, table: PageTable, before: Grid
) -> bool:
    """Whether a table at the top of a page is the rest of the one that ended the page before."""
    if columns is None or len(columns) != len(table.columns) or len(before.header) != len(columns):
        return False
    return all(a[0] < b[1] and b[0] < a[1] for a, b in zip(columns, table.columns, strict=True))


def _joined(before: Grid, after: Grid) -> Grid:
    header = before.rows[0].cells
    more = tuple(row for row in after.rows if row.cells != header)
    return Grid(
        before.header,
        (*before.rows, *more),
        Span(before.span.start, after.span.end),
        before.heading,
    )


def _headed(grid: Grid) -> Grid:
    """The first row as header, unless it holds data."""
    first = grid.rows[0]
    if looks_like_data(first.cells) or len(grid.rows) < 2:
        return grid
    header = tuple(" ".join(cell.split()) for cell in first.cells)
    return Grid(header, grid.rows[1:], grid.span, grid.heading, grid.flags)


def _scan_warnings(scanned: list[int], pages: int) -> tuple[str, ...]:
    if not scanned or len(scanned) == pages:
        return ()
    which = ", ".join(map(str, scanned[:20]))
    return (f"No text on page {which}: it may be a picture from a scanner, which was not read.",)
