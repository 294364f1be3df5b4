"""The first pages of a long document, as a document of their own."""

from __future__ import annotations

import io

from foitrack.reading.documents.sniff import sniff
from foitrack.reading.findings import UnreadableDocumentError

_LONG_PAGES = 20
_FIRST_PAGES = 4
_LONG_TEXT = 400_000
_FIRST_BYTES = 40_000


def beginning(data: bytes, name: str) -> bytes | None:
    """The first pages of a PDF, the first lines of a text; None where it is short or neither."""
    try:
        form = sniff(data, name)
    except UnreadableDocumentError:
        return None
    if form == "pdf":
        return _first_pages(data)
    if form in ("text", "markdown") and len(data) > _LONG_TEXT and b"\0" not in data[:4096]:
        return data[: data.rfind(b"\n", 0, _FIRST_BYTES) + 1] or None
    return None


def _first_pages(data: bytes) -> bytes | None:
    import pypdfium2

    from foitrack.reading.documents.pdf_file import PDFIUM

    with PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return None
        try:
            if len(pdf) < _LONG_PAGES:
                return None
            short = pypdfium2.PdfDocument.new()
            try:
                short.import_pages(pdf, list(range(_FIRST_PAGES)))
                written = io.BytesIO()
                short.save(written)
                return written.getvalue()
            finally:
                short.close()
        except pypdfium2.PdfiumError:
            return None
        finally:
            pdf.close()
