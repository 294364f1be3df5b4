from __future__ import annotations

import random

import pytest

from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.text import decode
from foitrack.reading.findings import UnreadableDocumentError

LETTER = "FOI 1306/25 – “disclosed”\r\nCost: £450\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_any_encoding(encoding: str) -> None:
    assert decode(LETTER.encode(encoding)).lstrip("\ufeff") == LETTER


def test_line_ends_become_one_character() -> None:
    document = open_document(b"one\r\ntwo\rthree\nfour", "letter.txt")
    assert document.text == "one\ntwo\nthree\nfour"


def test_bytes_of_no_encoding_are_still_read() -> None:
    assert open_document(b"caf\x81 FOI 12/21", "letter.txt").text.endswith("FOI 12/21")


MAIL = b"From: a@b.example\nSubject: Ri\0ver\nContent-Type: text/plain\n\nDear \0 you, we refuse.\n"


@pytest.mark.parametrize(
    ("data", "name"), [(b"Dear \0 you, we refuse.", "letter.txt"), (MAIL, "letter.eml")]
)
def test_a_nought_is_no_letter_and_moves_nothing(data: bytes, name: str) -> None:
    document = open_document(data, name)
    text = document.text
    assert "\0" not in text + repr(document.envelope)
    assert "\\x00" not in repr(document.envelope)
    assert text.rstrip().endswith("Dear \ufffd you, we refuse.")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"", "letter.txt", "empty"),
        (b"  \r\n\x00 ", "letter.txt", "empty"),
        (b"\xef\xbb\xbf", "letter.txt", "empty"),
        (bytes(range(1, 32)) * 40, "letter.txt", "not-text"),
        (b"PK\x03\x04....word/document.xml", "letter.docx", "damaged"),
        (b"PK\x03\x04....xl/workbook.xml", "data.xlsx", "damaged"),
        (b"PK\x03\x04....", "papers.zip", "damaged"),
        (b"{\\rtf1 }", "letter.rtf", "no-text"),
        (b"just some words", "letter.pdf", "damaged"),
        (b"%PDF-1.7 and then nothing", "letter.pdf", "damaged"),
    ],
)
def test_what_cannot_be_read_says_so(data: bytes, name: str, kind: str) -> None:
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(data, name)
    assert problem.value.kind == kind
    assert name in problem.value.message
    assert problem.value.message.endswith(".")


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foitrack.reading.documents.opening.MAX_BYTES", 1024 * 1024)
    with pytest.raises(UnreadableDocumentError, match="larger than 1 MB"):
        open_document(b"x" * (1024 * 1024 + 1), "letter.txt")


def test_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foitrack.reading.documents.opening.MAX_CHARACTERS", 1000)
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(b"word " * 300, "letter.txt")
    assert problem.value.kind == "too-long"


def test_a_pdf_named_otherwise_is_a_pdf() -> None:
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(b"%PDF-1.4 broken", "letter.txt")
    assert problem.value.kind == "damaged"


def test_a_page_is_known_by_its_first_bytes() -> None:
    assert open_document(b"<!DOCTYPE html><p>Hello", "saved").format == "html"
    assert open_document(b"Hello <b>there</b>", "letter.txt").format == "text"
    assert open_document(b"# Hello", "letter.md").format == "markdown"


@pytest.mark.parametrize("name", ["rubbish.txt", "rubbish.csv", "rubbish.xlsx", "rubbish"])
@pytest.mark.parametrize("seed", range(5))
def test_bytes_by_chance_are_no_text_whatever_they_are_called(name: str, seed: int) -> None:
    data = random.Random(seed).randbytes(3000)
    with pytest.raises(UnreadableDocumentError, match="is not text"):
        open_document(data, name)
