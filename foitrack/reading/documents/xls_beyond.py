"""What an old workbook holds beside its cells, in words: copies, links, objects, programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from foitrack.reading.documents.workbook_hidden import hidden
from foitrack.reading.documents.xls_book import Book
from foitrack.reading.documents.xlsx_beyond import listed, properties

_PIVOTS = "_SX_DB_CUR"
_PROPERTIES = {
    "author": "author", "last_saved_by": "last saved by", "company": "organisation",
    "manager": "manager", "title": "title", "subject": "subject", "comments": "remarks",
    "keywords": "keywords", "category": "category",
}  # fmt: skip


def beyond_cells(book: Book) -> Iterator[str]:
    """A sentence for each thing that the workbook's own part holds and no sheet shows."""
    if book.copied_rows:
        yield hidden("The workbook keeps values copied from another workbook.")
    secret = [name for name, away in book.names if away]
    shown = [name for name, away in book.names if not away]
    if shown:
        yield f"The workbook gives names to ranges or values, which are not read: {listed(shown)}."
    if secret:
        yield hidden(f"The workbook has hidden names: {listed(secret)}.", len(secret) == 1)


def beyond_streams(archive: Any) -> Iterator[str]:
    """A sentence for each thing that the file holds beside the workbook."""
    entries = archive.listdir(streams=True, storages=True)
    tops = {entry[0] for entry in entries if entry}
    if _PIVOTS in tops:
        yield hidden(
            "A pivot table keeps a copy of the data it was made from, which may hold more than "
            "the sheets show."
        )
    if any(top.startswith("MBD") for top in tops):
        yield hidden("The workbook has files inside it.")
    if "_VBA_PROJECT_CUR" in tops:
        yield "The workbook has macros (programs). They were not run and are not read."
    told = archive.get_metadata()
    held = [word for name, word in _PROPERTIES.items() if getattr(told, name, None)]
    if held:
        yield properties(held)
