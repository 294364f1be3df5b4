"""What an Office file is, whatever it is called."""

from __future__ import annotations

import pytest

from foitrack.reading.documents.libreoffice import read_doc
from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.sniff import sniff
from foitrack.reading.findings import UnreadableDocumentError
from tests.reading.making import docx, image, odt, rtf
from tests.reading.making.msg import compound


@pytest.mark.parametrize(
    ("stream", "form"),
    [
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("Book", "xls"),
        ("__properties_version1.0", "msg"),
    ],
)
@pytest.mark.parametrize("name", ["letter.doc", "letter.xls", "letter", "letter.txt"])
def test_compound_files_by_what_stands_at_their_root(stream: str, form: str, name: str) -> None:
    assert sniff(compound({stream: b"x" * 100}), name) == form


def test_what_lies_deeper_does_not_tell() -> None:
    inside = compound({"WordDocument": b"x" * 100, "ObjectPool": {"Workbook": b"y" * 100}})
    assert sniff(inside, "letter.xls") == "doc"


@pytest.mark.parametrize("name", ["letter.docx", "data.xlsx", "letter.doc"])
def test_a_password(name: str) -> None:
    data = compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"y" * 300})
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(data, name)
    assert problem.value.kind == "encrypted"
    assert "protected by a password" in problem.value.message


def test_a_password_of_an_old_word_document() -> None:
    header = b"\xec\xa5" + b"\0" * 8 + (0x0100).to_bytes(2, "little")
    data = compound({"WordDocument": header.ljust(5000, b"\0")})
    with pytest.raises(UnreadableDocumentError) as problem:
        read_doc(data, "letter.doc")
    assert problem.value.kind == "encrypted"


def test_a_presentation_is_told() -> None:
    for data in (
        compound({"PowerPoint Document": b"x" * 100}),
        docx.zipped({"[Content_Types].xml": b"<x/>", "ppt/presentation.xml": b"<x/>"}),
    ):
        with pytest.raises(UnreadableDocumentError) as problem:
            open_document(data, "talk.doc")
        assert "presentation" in problem.value.message


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (docx.docx(["Hello"]), "docx"),
        (rtf.rtf(["Hello"]), "rtf"),
        (odt.odt(["Hello"]), "odt"),
        (b"<html><body><p>Hello</p></body></html>", "html"),
        (image.image("Hello", "BMP"), "image"),
        (b"BMA letter: Hello, this begins as some pictures do.", "text"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "doc"),
    ],
)
@pytest.mark.parametrize("name", ["letter.doc", "letter.docx", "letter"])
def test_the_bytes_tell(data: bytes, form: str, name: str) -> None:
    assert sniff(data, name) == form


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foitrack.reading.documents.libreoffice.find_program", lambda name: None)
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(compound({"WordDocument": b"x" * 5000}), "letter.doc")
    assert problem.value.kind == "needs-program"
    assert "LibreOffice" in problem.value.message
