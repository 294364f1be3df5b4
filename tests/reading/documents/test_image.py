from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from foitrack.reading.documents import image as reader
from foitrack.reading.documents import ocr, pdf_scans
from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.programs import find_program
from foitrack.reading.findings import Certainty, UnreadableDocumentError
from foitrack.reading.pictures import draw
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.making import docx, image
from tests.reading.test_letters import LETTERS, differences, letter

needs_tesseract = pytest.mark.skipif(
    find_program("tesseract") is None, reason="tesseract is not installed here"
)
EXTENDED = pytest.mark.extended
LETTER = """Someham Council
Our ref: FOI 8123
3 March 2023

Dear Ms Example,

Thank you for your request dated 1 February 2023. We are withholding the names of
contractors under section 43(2) of the Freedom of Information Act 2000.

Yours sincerely
"""


@needs_tesseract
@pytest.mark.parametrize(
    "kind",
    # PNG and TIFF are read by others below.
    ["JPEG", "WEBP", *(pytest.param(k, marks=EXTENDED) for k in ("PNG", "TIFF", "GIF", "BMP"))],
)
def test_every_kind_of_picture(kind: str) -> None:
    document = open_document(image.image(LETTER, kind), f"scan.{kind.lower()}")
    assert document.format == "image"
    assert "FOI 8123" in document.text
    assert "section 43(2)" in document.text


@needs_tesseract
def test_findings_are_to_be_checked_and_have_their_place(context: ReadingContext) -> None:
    reading = read_document(image.image(LETTER), "scan.png", context)
    assert reading.reference == "FOI 8123"
    assert reading.exemptions == ("FOIA s43(2)",)
    assert str(reading.response_date) == "2023-03-03"
    assert all(finding.certainty is Certainty.CHECK for finding in reading.findings)
    assert "compare" in reading.warnings[0]
    (reference,) = [finding for finding in reading.findings if finding.field == "reference"]
    place = reference.place
    assert place.page == 1 and place.box is not None
    # In dots of the picture: beside "Our ref:", on the second line.
    scale = image.DOTS_AN_INCH / 72
    left, top, right, bottom = (edge / scale for edge in place.box)
    assert 100 < left < right < 200
    assert 70 < top < bottom < 120


@needs_tesseract
def test_all_pages_of_a_tiff() -> None:
    stream = io.BytesIO()
    first, second = image.pages("The first page.")[0], image.pages("The second page.")[0]
    first.save(stream, "TIFF", save_all=True, append_images=[second])
    document = open_document(stream.getvalue(), "scan.tif")
    assert document.pages == 2
    assert document.text.split("\n\n") == ["The first page.", "The second page.\n"]
    assert (
        document.place(document.text.index("second"), document.text.index("second") + 6).page == 2
    )


@needs_tesseract
def test_a_table_on_a_picture(context: ReadingContext) -> None:
    rows = [
        ["Year", "Rank", "Outcome", "Number"],
        ["2019", "Constable", "Dismissed", "12"],
        ["2020", "Sergeant", "Written warning", "7"],
        ["2021", "Inspector", "Resigned", "31"],
    ]
    text = "Please see the figures below.\n\n" + "\n".join("\t".join(row) for row in rows)
    reading = read_document(image.image(text), "scan.png", context)
    (table,) = reading.tables
    assert [list(table.columns), *map(list, table.rows)] == rows
    assert "by machine" in table.flags[-1]


@needs_tesseract
def test_scanned_pages_among_others(context: ReadingContext) -> None:
    drawn = image.pages("We refuse under section 12 of the Freedom of Information Act 2000.")
    data = image.scanned(drawn, before="Someham Council\nOur ref: FOI 8123")
    reading = read_document(data, "letter.pdf", context)
    assert reading.pages == 2
    certainty = {finding.field: finding.certainty for finding in reading.findings}
    assert certainty["reference"] is Certainty.FOUND
    assert certainty["exemption"] is Certainty.CHECK
    assert any("page 2" in warning for warning in reading.warnings)
    (cited,) = [finding for finding in reading.findings if finding.field == "exemption"]
    assert cited.place.page == 2 and cited.place.box is not None


@needs_tesseract
def test_a_blank_picture() -> None:
    stream = io.BytesIO()
    Image.new("L", (1200, 1600), 255).save(stream, "PNG")
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(stream.getvalue(), "scan.png")
    assert problem.value.kind == "no-text"


@pytest.mark.parametrize("cut", [20, 200, 2000])
def test_a_picture_cut_short(cut: int) -> None:
    data = image.image(LETTER)[:cut]
    if find_program("tesseract") is None:
        pytest.skip("tesseract is not installed here")
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(data, "scan.png")
    assert problem.value.kind == "damaged"


@needs_tesseract
def test_a_picture_of_too_many_dots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_DOTS", 1000)
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(image.image(LETTER), "scan.png")
    assert problem.value.kind == "too-large"


@needs_tesseract
def test_a_picture_that_unpacks_without_end() -> None:
    stream = io.BytesIO()
    # More than twice what Pillow takes for a bomb.
    Image.new("1", (14_000, 14_000), 1).save(stream, "PNG")
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(stream.getvalue(), "scan.png")
    assert problem.value.kind == "too-large"


def test_without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "is_installed", lambda: False)
    monkeypatch.setattr(pdf_scans, "is_installed", lambda: False)
    drawn = image.pages("Dear Ms Example")
    for data, name in (
        (image.image(LETTER), "scan.png"),
        (image.scanned(drawn), "scan.pdf"),
    ):
        with pytest.raises(UnreadableDocumentError) as problem:
            open_document(data, name)
        assert problem.value.kind == "needs-program"
        assert "looks like a picture of a page" in problem.value.message
    document = open_document(image.scanned(drawn, before="Dear Ms Example"), "letter.pdf")
    assert "No text on page 2" in document.warnings[0]


def test_a_program_that_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sleeper = find_program("tesseract")
    if sleeper is None:
        pytest.skip("tesseract is not installed here")
    monkeypatch.setattr(ocr, "PAGE_SECONDS", 0.01)
    found = ocr.recogniser(tmp_path)
    assert found is not None
    assert found.page(image.pages(LETTER)[0]).lines == []


@needs_tesseract
@pytest.mark.extended
def test_letters_read_off_pictures(context: ReadingContext) -> None:
    """Scans are read by a machine that errs: nine letters in ten must be right in every field."""
    wrong = []
    for name in LETTERS:
        data = letter(name)
        drawn = image.pages(data["text"].lstrip("\n"))
        reading = read_document(image.scanned(drawn), "scan.pdf", context)
        if differences(reading, data):
            wrong.append((name, differences(reading, data)))
    assert len(wrong) * 10 <= len(LETTERS), wrong


@needs_tesseract
def test_a_word_document_of_nothing_but_a_picture(context: ReadingContext) -> None:
    data = docx.package("<w:p/>", more={"word/media/image1.png": image.image(LETTER)})
    reading = read_document(data, "letter.docx", context)
    assert (reading.format, reading.reference) == ("docx", "FOI 8123")
    assert all(finding.certainty is Certainty.CHECK for finding in reading.findings)


@needs_tesseract
def test_a_photograph_taken_on_its_side() -> None:
    drawn = image.pages(LETTER)[0].rotate(90, expand=True)
    turned = Image.Exif()
    turned[0x0112] = 6
    stream = io.BytesIO()
    drawn.save(stream, "JPEG", exif=turned)
    assert "FOI 8123" in open_document(stream.getvalue(), "photo.jpg").text
    shown = draw(stream.getvalue(), "photo.jpg", 1, 400)
    assert shown.size == (float(drawn.height), float(drawn.width))
