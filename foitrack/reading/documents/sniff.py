"""Which format a file is in: by its first bytes, and its name only where those do not tell."""

from __future__ import annotations

from foitrack.reading.findings import UnreadableDocumentError

_NOT_YET: dict[str, str] = {
    "docx": "a Word document",
    "xlsx": "an Excel workbook",
    "ods": "an OpenDocument spreadsheet",
    "odt": "an OpenDocument text",
    "zip": "a ZIP archive",
    "doc": "an old Word or Excel file",
    "rtf": "a Rich Text file",
    "eml": "an e-mail message",
    "image": "a picture",
}
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<meta", b"<!--")


def sniff(data: bytes, name: str) -> str:
    """The format of a file: "text", "markdown", "html" or "pdf".

    Raises UnreadableDocumentError for an empty file and for a format that is not read yet.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableDocumentError(
            "empty", f"“{name}” is empty: there is nothing to read in it."
        )
    if b"%PDF-" in data[:1024]:
        return "pdf"
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    unread = _not_yet(data, suffix)
    if unread:
        raise UnreadableDocumentError(
            "format",
            f"“{name}” is {_NOT_YET[unread]}, a format that is not read yet. The file itself is "
            "unharmed; save it as PDF, web page or plain text and read that.",
        )
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_HTML) or suffix in ("html", "htm", "xhtml"):
        return "html"
    if suffix == "pdf":
        raise UnreadableDocumentError(
            "damaged", f"“{name}” is called a PDF but is none inside; ask for the file again."
        )
    return "markdown" if suffix in ("md", "markdown") else "text"


def _not_yet(data: bytes, suffix: str) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, suffix)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES):
        return "image"
    return "eml" if suffix in ("eml", "msg", "mbox") else None


def _zipped(data: bytes, suffix: str) -> str:
    head = data[:4096]
    if b"word/" in data[:65536] or suffix == "docx":
        return "docx"
    if b"xl/" in data[:65536] or suffix in ("xlsx", "xlsm"):
        return "xlsx"
    for kind in ("ods", "odt"):
        mark = b"spreadsheet" if kind == "ods" else b"opendocument.text"
        if mark in head or suffix == kind:
            return kind
    return "zip"
