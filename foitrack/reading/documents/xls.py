"""Old Excel workbooks (XLS, Excel 5 to 2003): what every sheet shows, cell by cell.

The records are read here: the one library for them has parts under a licence with an advertising
clause, which cannot be combined with ours (docs/decisions/008).
"""

from __future__ import annotations

import io

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.workbook import Budget, Sheet, damaged, protected
from foitrack.reading.documents.workbook_text import as_document
from foitrack.reading.documents.xls_beyond import beyond_cells, beyond_streams
from foitrack.reading.documents.xls_book import Book, LockedBookError, SheetEntry
from foitrack.reading.documents.xls_records import BrokenRecordError, records
from foitrack.reading.documents.xls_sheet import SheetReader
from foitrack.reading.documents.xls_xml import MARK, read_xls_xml

_STREAMS = ("Workbook", "Book")


def read_xls(data: bytes, name: str) -> Document:
    """An old workbook as a document; what it hides is named in the warnings and not read.

    Raises UnreadableDocumentError: damaged, locked or too large.
    """
    if MARK in data[:4096] and not data.startswith(b"\xd0\xcf"):
        return read_xls_xml(data, name)
    stream, beside = _stream(data, name)
    book = Book()
    try:
        for record in records(stream, 0):
            book.take(record)
    except LockedBookError:
        raise protected(name) from None
    except BrokenRecordError:
        if not book.sheets:
            raise damaged(name) from None
    if not book.sheets:
        raise damaged(name)
    book.finish()
    budget = Budget(name)
    sheets = [_sheet(entry, stream, book, budget) for entry in book.sheets]
    return as_document("xls", sheets, (*beyond_cells(book), *beside), name)


def _stream(data: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    """The workbook's own stream, and what is to be said of the others."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as archive:
            found = next((own for own in _STREAMS if archive.exists(own)), None)
            if found is None:
                raise damaged(name)
            stream = archive.openstream(found).read()
            return stream, tuple(beyond_streams(archive))
    except (OSError, ValueError, LookupError, ArithmeticError, RecursionError, AttributeError,
            TypeError, MemoryError) as problem:  # fmt: skip
        # The library meets a broken file with errors of every kind.
        raise damaged(name) from problem


def _sheet(entry: SheetEntry, stream: bytes, book: Book, budget: Budget) -> Sheet:
    sheet = Sheet(entry.name)
    sheet.unseen.sheet = entry.state or None
    if entry.kind == 2:
        sheet.unseen.others.append("it is a chart, which is not read.")
    elif entry.kind == 0:
        SheetReader(sheet, book, budget).read(records(stream, entry.at))
    return sheet
