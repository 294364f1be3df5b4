"""Plain text and Markdown, whatever the encoding."""

from __future__ import annotations

import codecs

from foitrack.reading.documents.base import Document
from foitrack.reading.findings import UnreadableDocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_FEW = 3
_MOST_UNPRINTABLE = 0.03
"""Bytes by chance have one in ten; a text with a stray control character, one in thousands."""


def read_text(data: bytes, name: str, form: str) -> Document:
    """A text file as a document.

    Raises UnreadableDocumentError where the bytes are no text.
    """
    text = decode(data)
    sample = text[:_SAMPLE]
    odd = sum(1 for ch in sample if _is_odd(ch))
    if odd > max(_FEW, len(sample) * _MOST_UNPRINTABLE):
        raise UnreadableDocumentError(
            "not-text", f"“{name}” is not text: it holds data that no reader here knows."
        )
    return Document(form, text.replace("\r\n", "\n").replace("\r", "\n"))


def _is_odd(ch: str) -> bool:
    """Whether a text hardly ever holds such a character: control characters, and what is none."""
    return (ch < " " and ch not in "\t\n\r\f\v") or "\x7f" <= ch <= "\x9f" or ch == "\ufffd"


def decode(data: bytes) -> str:
    """Bytes as text: by the byte order mark, else UTF-16 by its noughts, UTF-8, cp1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    guessed = _utf16_by_noughts(data)
    if guessed:
        return data.decode(guessed, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _utf16_by_noughts(data: bytes) -> str | None:
    """UTF-16 without a mark: English in it has a nought in every other byte."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.7 and sample[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def _windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
