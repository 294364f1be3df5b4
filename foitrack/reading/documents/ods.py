"""OpenDocument spreadsheets (ODS): what every sheet shows, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.ods_cells import CellsReader
from foitrack.reading.documents.ods_styles import Styles
from foitrack.reading.documents.package import Package, open_package
from foitrack.reading.documents.workbook import Budget, damaged, protected
from foitrack.reading.documents.workbook_hidden import hidden
from foitrack.reading.documents.workbook_text import as_document
from foitrack.reading.documents.workbook_xml import BrokenXmlError, Stream, parse, whole
from foitrack.reading.documents.xlsx_beyond import listed, properties

_META = {
    "meta:initial-creator": "author", "dc:creator": "last saved by", "dc:title": "title",
    "dc:subject": "subject", "dc:description": "remarks", "meta:keyword": "keywords",
    "meta:printed-by": "printed by",
}  # fmt: skip
_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def read_ods(data: bytes, name: str) -> Document:
    """A spreadsheet as a document; what it hides is named in the warnings and not read.

    Raises UnreadableDocumentError: damaged, locked or too large.
    """
    package = open_package(data, name)
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise protected(name)
    if "content.xml" not in package:
        raise damaged(name, "spreadsheet")
    stream, styles = Stream(package), Styles()
    if "styles.xml" in package:
        whole(stream, "styles.xml", name, styles.begin, _nothing, _nothing)
    reader = CellsReader(styles, Budget(name))
    try:
        parse(stream.pieces("content.xml"), reader.start, reader.end, reader.data)
    except BrokenXmlError:
        if not any(sheet.rows for sheet in reader.sheets):
            raise damaged(name, "spreadsheet") from None
        reader.sheets[-1].unseen.others.append(
            "the file is damaged here: what follows could not be read."
        )
    return as_document("ods", reader.sheets, tuple(_beyond(package, reader)), name)


def _nothing(_: str) -> None:
    """Text and end tags say nothing about styles."""


def _beyond(package: Package, reader: CellsReader) -> Iterator[str]:
    held = reader.held
    if held.get("table:data-pilot-table"):
        yield "A pivot table is read as it stands, with its stored values."
    if held.get("table:tracked-changes"):
        yield hidden("The spreadsheet keeps a history of its changes, with earlier values.")
    if held.get("table:table-source") or held.get("table:dde-link"):
        yield "The spreadsheet takes values from another file; nothing was fetched."
    if reader.names:
        names = listed(reader.names)
        yield f"The workbook gives names to ranges or values, which are not read: {names}."
    if sum(n for tag, n in held.items() if tag.startswith("draw:")):
        yield "The spreadsheet has pictures, charts or text boxes, which are not read."
    if any(member.startswith("Basic/") for member in package.members):
        yield "The workbook has macros (programs). They were not run and are not read."
    yield from _properties(package)


def _properties(package: Package) -> Iterator[str]:
    root = package.xml("meta.xml", _PREFIXES)
    told = [] if root is None else list(root.iter())
    held = [_META[e.tag] for e in told if e.tag in _META and (e.text or "").strip()]
    held += ["other"] if any(e.tag == "meta:user-defined" and e.text for e in told) else []
    if held:
        yield properties(held)
