"""A file's bytes, opened by the reader of its format."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from foitrack.reading.documents.base import (
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_CHARACTERS_OF_CELLS,
    Document,
    Envelope,
)
from foitrack.reading.documents.sniff import sniff
from foitrack.reading.findings import UnreadableDocumentError

# Each reader's library is imported only when a document of its format comes.
_READERS = {
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "odt": ("odt", "read_odt"),
    "doc": ("libreoffice", "read_doc"),
    "rtf": ("rtf", "read_rtf"),
    "xlsx": ("xlsx", "read_xlsx"),
    "xls": ("xls", "read_xls"),
    "ods": ("ods", "read_ods"),
    "csv": ("csv", "read_csv"),
    "eml": ("eml", "read_eml"),
    "msg": ("msg", "read_msg"),
    "mbox": ("mbox", "read_mbox"),
    "zip": ("zip", "read_zip"),
    "image": ("image", "read_image"),
}
_CALLED = {
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "doc": "an old Word document",
    "rtf": "a Rich Text file",
    "xlsx": "an Excel workbook",
    "xls": "an old Excel workbook",
    "ods": "an OpenDocument spreadsheet",
    "csv": "a table as text",
    "msg": "an Outlook mail",
    "image": "a picture",
}


INSTEAD = "\ufffd"
"""In the place of what is no letter."""


def open_document(data: bytes, name: str) -> Document:
    """The document in a file. Close it when its places have been asked for.

    Raises UnreadableDocumentError: too large, empty, of a format not read, encrypted, damaged,
    or without anything in it.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableDocumentError(
            "too-large",
            f"“{name}” is larger than {MAX_BYTES // 1024 // 1024} MB, more than is read at once.",
        )
    document = _without_noughts(_read(data, name, sniff(data, name)))
    most = MAX_CHARACTERS_OF_CELLS if document.all_tables_known else MAX_CHARACTERS
    if len(document.text) > most:
        document.close()
        raise UnreadableDocumentError(
            "too-long",
            f"“{name}” holds more than {most // 1_000_000} million characters, "
            "more than is read at once.",
        )
    if is_empty(document.text) and not document.members:
        document.close()
        raise UnreadableDocumentError("no-text", _without_text(document, name))
    return document


def _without_noughts(document: Document) -> Document:
    """A nought is no letter, and no database server keeps one; each place stays where it was."""
    return replace(
        document,
        text=_clean(document.text),
        members=tuple(replace(one, name=_clean(one.name)) for one in document.members),
        envelope=_of_letters(document.envelope) if document.envelope else None,
        quoted=tuple(replace(q, envelope=_of_letters(q.envelope)) for q in document.quoted),
    )


def _of_letters(envelope: Envelope) -> Envelope:
    said = envelope.sender, envelope.subject
    sender, subject = (_clean(one) if one is not None else None for one in said)
    return replace(envelope, sender=sender, subject=subject)


def is_empty(text: str) -> bool:
    """Whether a text holds nothing but white space; of a long one no copy is made to tell."""
    return not text or text.isspace()


def _clean(text: str) -> str:
    return text.replace("\0", INSTEAD)


def _read(data: bytes, name: str, form: str) -> Document:
    if form == "html":
        from foitrack.reading.documents.html import read_html

        return read_html(data)
    if form in _READERS:
        return _reader(form, name)(data, name)
    from foitrack.reading.documents.text import read_text

    return read_text(data, name, form)


def _reader(form: str, name: str) -> Callable[[bytes, str], Document]:
    module, function = _READERS[form]
    path = f"foitrack.reading.documents.{module}"
    try:
        found = getattr(importlib.import_module(path), function)
    except ModuleNotFoundError as missing:
        if missing.name != path:
            raise
        raise UnreadableDocumentError(
            "format",
            f"“{name}” is {_CALLED.get(form, form)}, a format that is not read yet. The file "
            "itself is unharmed; save it as PDF, web page or plain text and read that.",
        ) from None
    return cast("Callable[[bytes, str], Document]", found)


def _without_text(document: Document, name: str) -> str:
    if document.format == "pdf":
        return (
            f"“{name}” has no text in it: its pages are blank, or pictures on which nothing could "
            "be made out. It is kept and unharmed; put in the values by hand."
        )
    return f"“{name}” has no text in it."
