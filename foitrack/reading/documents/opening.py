"""A file's bytes, opened by the reader of its format."""

from __future__ import annotations

from foitrack.reading.documents.base import MAX_BYTES, MAX_CHARACTERS, Document
from foitrack.reading.documents.sniff import sniff
from foitrack.reading.findings import UnreadableDocumentError


def open_document(data: bytes, name: str) -> Document:
    """The document in a file. Close it when its places have been asked for.

    Raises UnreadableDocumentError: too large, empty, of a format not read yet, encrypted,
    damaged, or without any text.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableDocumentError(
            "too-large",
            f"“{name}” is larger than {MAX_BYTES // 1024 // 1024} MB, more than is read at once.",
        )
    document = _read(data, name, sniff(data, name))
    if len(document.text) > MAX_CHARACTERS:
        document.close()
        raise UnreadableDocumentError(
            "too-long",
            f"“{name}” holds more than {MAX_CHARACTERS // 1_000_000} million characters, "
            "more than is read at once.",
        )
    if not document.text.strip():
        document.close()
        raise UnreadableDocumentError("no-text", _without_text(document, name))
    return document


def _read(data: bytes, name: str, form: str) -> Document:
    # Each reader's library is imported only when a document of its format comes.
    if form == "pdf":
        from foitrack.reading.documents.pdf import read_pdf

        return read_pdf(data, name)
    if form == "html":
        from foitrack.reading.documents.html import read_html

        return read_html(data)
    from foitrack.reading.documents.text import read_text

    return read_text(data, name, form)


def _without_text(document: Document, name: str) -> str:
    if document.format == "pdf":
        return (
            f"“{name}” has no text in it: its pages are pictures, from a scanner perhaps. "
            "Reading pictures is not possible yet; the document itself is unharmed."
        )
    return f"“{name}” has no text in it."
