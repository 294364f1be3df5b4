"""Which format a file is in: by its first bytes, and its name only where those do not tell."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from foitrack.reading.findings import UnreadableDocumentError

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_BMP_HEADERS = frozenset([12, 40, 52, 56, 64, 108, 124])
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<meta", b"<!--")
_XML_SHEETS = b"urn:schemas-microsoft-com:office:spreadsheet"
_BY_NAME = {"md": "markdown", "markdown": "markdown"} | dict.fromkeys(
    # Systems that export "to Excel" often write a table as text, or a web page.
    ("csv", "tsv", "tab", "xls", "xlsx", "xlsm", "ods"),
    "csv",
)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_TRAVELLED = frozenset(
    [b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to", b"x-mailer"]
)
"""Headers that only a mail that has been sent carries; a letter may begin "From: … To: …"."""
_MOST_HEADERS = 200
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, EOFError)


def sniff(data: bytes, name: str) -> str:
    """The format of a file: "text", "markdown", "html", "pdf", "docx", "odt", "rtf", "doc",
    "xlsx", "xls", "ods", "csv", "eml", "msg", "mbox", "zip" or "image".

    Raises UnreadableDocumentError for an empty file, and for one that is called what it is not.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableDocumentError(
            "empty", f"“{name}” is empty: there is nothing to read in it."
        )
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    form = _by_bytes(data, name, suffix)
    if form is not None:
        return form
    if suffix in ("html", "htm", "xhtml"):
        return "html"
    if suffix in ("eml", "mbox"):
        return suffix
    if suffix == "pdf":
        raise UnreadableDocumentError(
            "damaged", f"“{name}” is called a PDF but is none inside; ask for the file again."
        )
    return _BY_NAME.get(suffix, "text")


def _by_bytes(data: bytes, name: str, suffix: str) -> str | None:
    """The format that the bytes tell; None where they could be text of any kind."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name, suffix)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data, name, suffix)
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    mail = _mail(head, data)
    if mail:
        return mail
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if _is_image(data):
        return "image"
    if head.startswith(b"<") and (form := _of_one_file(data[:10_000])):
        return form
    if head.startswith(b"<") and _XML_SHEETS in data[:4096] and b"<html" not in head.lower():
        return "xls"
    return "html" if head.lower().startswith(_HTML) else None


def _is_image(data: bytes) -> bool:
    if data.startswith(_IMAGES):
        return True
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP"
    # A text may well begin with these two letters; the size of the header tells.
    return data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in _BMP_HEADERS


def _of_one_file(head: bytes) -> str | None:
    """Word's and LibreOffice's formats that are one file of XML."""
    if b'progid="Word.Document"' in head or b"<w:wordDocument" in head:
        return "doc"
    return "odt" if b"<office:document" in head and b"opendocument.text" in head else None


def _mail(head: bytes, data: bytes) -> str | None:
    if head.startswith(b"From ") and _header_names(data[data.find(b"\n") + 1 :][:20_000]):
        return "mbox"
    names = _header_names(data[:20_000].lstrip(b"\xef\xbb\xbf\r\n"))
    return "eml" if names & _TRAVELLED and len(names) > 1 else None


def _header_names(head: bytes) -> set[bytes]:
    """The names of the headers that a text begins with, if it does."""
    names: set[bytes] = set()
    at = 0
    while len(names) < _MOST_HEADERS and (met := _HEADER.match(head, at)):
        names.add(met[1].lower())
        at = met.end()
    return names


def _compound(data: bytes, name: str, suffix: str) -> str:
    """Outlook's and the old Office formats, which are all one kind of file on the outside."""
    from foitrack.reading.documents.compound import kind_of_compound

    kind = kind_of_compound(data)
    if kind == "locked":
        raise UnreadableDocumentError(
            "encrypted",
            f"“{name}” is protected by a password. It is kept as it is; save it without the "
            "password and add that.",
        )
    if kind == "slides":
        raise _slides(name)
    if kind is not None:
        return kind
    return suffix if suffix in ("doc", "xls", "msg") else "doc"


def _slides(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "format",
        f"“{name}” is a presentation, a format that is not read. The file itself is unharmed; "
        "save it as PDF and read that.",
    )


def _zipped(data: bytes, name: str, suffix: str) -> str:
    """Office's and OpenDocument's formats are archives with certain files in them."""
    head = data[30:200]
    for mark, form in _OPEN_DOCUMENT.items():
        if head.startswith(b"mimetype" + mark):
            return form
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:2000])
            with archive.open("mimetype") if "mimetype" in names else io.BytesIO() as kind:
                said = _OPEN_DOCUMENT.get(kind.read(100).strip())
    except _BROKEN_ARCHIVE:
        return suffix if suffix in ("docx", "xlsx", "odt", "ods") else "zip"
    if "content.xml" in names and (said or suffix in ("odt", "ods")):
        return said or suffix
    if any(name.startswith("word/") for name in names) and "[Content_Types].xml" in names:
        return "docx"
    if any(name.startswith("xl/") for name in names) and "[Content_Types].xml" in names:
        return "xlsx"
    if "ppt/presentation.xml" in names:
        raise _slides(name)
    return "zip"
