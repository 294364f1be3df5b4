"""Excel workbooks (XLSX, XLSM): what every sheet shows, as text and tables with their cells.

The package's own XML is read, in a stream and without entities, because no library tells which
cells a person does not see: docs/decisions/008.
"""

from __future__ import annotations

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.package import open_package
from foitrack.reading.documents.workbook import Budget, Sheet
from foitrack.reading.documents.workbook_text import as_document
from foitrack.reading.documents.workbook_xml import Stream
from foitrack.reading.documents.xlsx_beside import beside_cells, table_headers
from foitrack.reading.documents.xlsx_beyond import beyond_cells
from foitrack.reading.documents.xlsx_parts import Parts, SheetPart, find_parts, relations
from foitrack.reading.documents.xlsx_sheet import SheetReader
from foitrack.reading.documents.xlsx_strings import read_strings
from foitrack.reading.documents.xlsx_styles import Style, read_styles


def read_xlsx(data: bytes, name: str) -> Document:
    """A workbook as a document; what its sheets hide is named in the warnings and not read.

    Raises UnreadableDocumentError: damaged, locked, too large, or binary (.xlsb).
    """
    parts = find_parts(open_package(data, name))
    stream = Stream(parts.package)
    strings, styles = read_strings(parts, stream), read_styles(parts)
    budget = Budget(name)
    sheets = [_sheet(part, parts, stream, styles, strings, budget) for part in parts.sheets]
    return as_document("xlsx", sheets, tuple(beyond_cells(parts, stream)), name)


def _sheet(
    part: SheetPart,
    parts: Parts,
    stream: Stream,
    styles: list[Style],
    strings: list[str],
    budget: Budget,
) -> Sheet:
    sheet = Sheet(part.name)
    sheet.unseen.sheet = part.state or None
    if part.kind == "chartsheet":
        sheet.unseen.others.append("it is a chart, which is not read.")
        return sheet
    related = relations(parts.package, part.member)
    headers = table_headers(parts.package, related)
    SheetReader(sheet, styles, strings, budget, headers).read(stream.pieces(part.member))
    beside_cells(sheet, parts.package, related)
    return sheet
