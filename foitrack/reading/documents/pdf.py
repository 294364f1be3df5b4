"""PDF files with a text layer: text by page, with the place of every line and word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2
import pypdfium2.raw

from foitrack.reading.documents.base import MAX_CHARACTERS, Document
from foitrack.reading.documents.ocr import doubt
from foitrack.reading.documents.pages import Page, document_of
from foitrack.reading.documents.pdf_book import Book
from foitrack.reading.documents.pdf_file import PDFIUM, PdfFile
from foitrack.reading.documents.pdf_layout import Line
from foitrack.reading.documents.pdf_lines import feet_of, gaps_of, texts_of, tops_of, without
from foitrack.reading.documents.pdf_page import MARGIN
from foitrack.reading.documents.pdf_scans import with_scans_read
from foitrack.reading.documents.pdf_shared import read_pages
from foitrack.reading.documents.pdf_suspects import Why
from foitrack.reading.documents.workbook_hidden import hidden
from foitrack.reading.findings import UnreadableDocumentError

MAX_PAGES = 5_000
__all__ = ["MAX_PAGES", "PDFIUM", "read_pdf"]


def read_pdf(data: bytes, name: str) -> Document:
    """A PDF as a document. Close it when its places have been asked for.

    Raises UnreadableDocumentError where it is encrypted, damaged or has too many pages.
    """
    with PDFIUM:
        file = PdfFile(_opened(data, name))
        try:
            pages = with_scans_read(file, _pages(file, name), name)
            return _document(_without_repeats(pages), file)
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


def _pages(file: PdfFile, name: str) -> list[Page]:
    if file.pages > MAX_PAGES:
        raise UnreadableDocumentError(
            "too-long", f"“{name}” has {file.pages:,} pages; up to {MAX_PAGES:,} are read at once."
        )
    pages: list[Page] = []
    characters = 0
    for page in read_pages(file):
        pages.append(page)
        characters += sum(map(len, texts_of(page.lines)))
        if characters > MAX_CHARACTERS:
            raise UnreadableDocumentError(
                "too-long", f"“{name}” holds more text than is read at once."
            )
    if pages and all(page.damaged for page in pages):
        raise _damaged(name)
    return pages


def _without_repeats(pages: list[Page]) -> list[Page]:
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
    kept: list[Page] = []
    for number, page in enumerate(pages):
        head, foot = heads[number], feet[number]
        if head or foot:
            again = {n for n in head if first[_key(page.lines[n])] < number}
            again |= {n for n in foot if last[_key(page.lines[n])] > number}
            if again:
                page = replace(page, lines=without(page.lines, again))
        kept.append(page)
    return kept


def _head(page: Page) -> range:
    """The lines above the first paragraph's space, where they stand in the top margin."""
    first = next(filter(None, gaps_of(page.lines)), 0)
    margin = page.height * MARGIN
    # Most pages have no such lines: the last of them tells that at once.
    feet = feet_of(page.lines) if first else ()
    if not first or feet[first - 1] > margin:
        return range(0)
    return range(first if max(feet[:first]) <= margin else 0)


def _foot(page: Page) -> range:
    """The lines below the last paragraph's space, where they stand in the bottom margin."""
    last = max(gaps_of(page.lines), default=0)
    margin = page.height * (1 - MARGIN)
    tops = tops_of(page.lines) if last else ()
    if not last or tops[last] < margin:
        return range(0)
    return range(last, len(page.lines)) if min(tops[last:]) >= margin else range(0)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _document(pages: Sequence[Page], file: PdfFile) -> Document:
    turns = {number: page.turn for number, page in enumerate(pages) if page.turn is not None}
    book = Book(file.words, turns)
    return replace(
        document_of("pdf", pages, book, book.place), warnings=_warnings(pages), close=file.close
    )


def _warnings(pages: Sequence[Page]) -> tuple[str, ...]:
    damaged = [number for number, page in enumerate(pages, 1) if page.damaged]
    cut = [number for number, page in enumerate(pages, 1) if page.cut]
    scanned = [n for n, page in enumerate(pages, 1) if page.dots_a_point is not None]
    empty = [n for n, page in enumerate(pages, 1) if not page.lines and not page.damaged]
    found = []
    if damaged:
        found.append(f"{_named(damaged)} could not be read: the file is damaged there.")
    if cut:
        found.append(hidden(f"{_named(cut)}: words stand beyond the edge of what the page shows."))
    if scanned:
        found.append(doubt(_named(scanned).lower()))
    if empty and len(empty) < len(pages):
        found.append(
            f"No text on {_named(empty).lower()}: it may be a picture from a scanner, which was "
            "not read."
        )
    found += _unseen(pages)
    return tuple(found)


def _unseen(pages: Sequence[Page]) -> Iterator[str]:
    """What is said of pages that hold what they do not show."""
    looked = [(n, page.unseen) for n, page in enumerate(pages, 1) if page.unseen is not None]
    held = {n: one for n, one in looked if one.words}
    if held:
        words = sum(one.words for one in held.values())
        whys = [why.value for why in Why if any(why in one.why for one in held.values())]
        what = "a word" if words == 1 else f"{words:,} words"
        yield hidden(
            f"{_named(list(held))} {'holds' if len(held) == 1 else 'hold'} {what} that cannot be "
            f"seen on the page ({', or '.join(whys)}).",
            words == 1,
        )
    if left := [n for n, one in looked if not one.words]:
        yield (
            f"{_named(left)}: not looked through for words that cannot be seen on the page, as "
            "too many pages before have such words."
        )


def _named(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:20]))
    return f"Page {shown}" if len(pages) == 1 else f"Pages {shown}"
