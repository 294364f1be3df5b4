"""Scans that lie on their side or stand on their head."""

from __future__ import annotations

import io
from typing import Any

import pytest

from foitrack.reading.documents import ocr
from foitrack.reading.documents.ocr_turned import upright
from foitrack.reading.documents.ocr_words import Seen
from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.pdf_layout import Word
from foitrack.reading.documents.programs import find_program
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.making import image

pytestmark = pytest.mark.skipif(
    find_program("tesseract") is None, reason="tesseract is not installed here"
)
LETTER = """Someham Council
Our ref: FOI 8123
3 March 2023

Thank you for your request. We are withholding the names of contractors under section 43(2) of the
Freedom of Information Act 2000.

"""
ROWS = [["Year", "Rank", "Outcome"], ["2019", "Constable", "Dismissed"], ["2020", "PC", "Resigned"]]
TABLE = "\n".join("\t".join(row) for row in ROWS)


@pytest.fixture(scope="module")
def drawn() -> Any:
    """A page with a letter and a table, as a grey picture."""
    return image.pages(LETTER + TABLE)[0]


def png(picture: Any) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize(
    "quarters", [1, *(pytest.param(more, marks=pytest.mark.extended) for more in (2, 3))]
)
def test_a_scan_turned(drawn: Any, quarters: int, context: ReadingContext) -> None:
    picture = drawn.rotate(90 * quarters, expand=True)
    reading = read_document(png(picture), "scan.png", context)
    assert reading.reference == "FOI 8123"
    assert reading.exemptions == ("FOIA s43(2)",)
    (table,) = reading.tables
    assert [list(table.columns), *map(list, table.rows)] == ROWS
    (place,) = [one.place for one in reading.findings if one.field == "reference"]
    assert place.box is not None
    left, top, right, bottom = map(round, place.box)
    dark = picture.point(lambda grey: 255 - grey)
    words = dark.crop((left - 4, top - 4, right + 4, bottom + 4))
    assert words.getbbox() is not None
    wide, high = right - left, bottom - top
    assert (wide > high) is (quarters == 2), "along the line, which runs as the page is turned"
    around = dark.crop((left - 14, top - 14, right + 14, bottom + 14))
    assert max(around.getbbox()[2:]) - 28 <= max(wide, high) + 4


def test_pages_of_a_pdf_turned_each_its_own_way(drawn: Any) -> None:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    for quarters in (1, 0):
        picture = drawn.rotate(90 * quarters, expand=True)
        size = picture.width * 72 / image.DOTS_AN_INCH, picture.height * 72 / image.DOTS_AN_INCH
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    document = open_document(stream.getvalue(), "scan.pdf")
    assert document.text.count("FOI 8123") == 2
    first, second = (
        document.place(at, at + len("Our ref: FOI 8123")).box
        for at in (document.text.index("Our ref"), document.text.rindex("Our ref"))
    )
    assert first is not None and second is not None
    # Turned against the clock, a line runs up the page: where it begins is its foot.
    height = drawn.width * 72 / image.DOTS_AN_INCH
    left, top, right, bottom = second
    assert first == pytest.approx((top, height - right, bottom, height - left), abs=3)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The pictures that are looked at."""
    seen: list[Any] = []
    look = ocr.Recogniser._look

    def counted(reader: ocr.Recogniser, picture: Any) -> Seen:
        seen.append(picture)
        return look(reader, picture)

    monkeypatch.setattr(ocr.Recogniser, "_look", counted)
    return seen


def test_an_upright_page_is_looked_at_once(drawn: Any, looks: list[Any]) -> None:
    assert "FOI 8123" in open_document(png(drawn), "scan.png").text
    assert len(looks) == 1


@pytest.mark.extended
def test_the_next_page_is_first_looked_at_as_the_one_before_lay(
    drawn: Any, looks: list[Any]
) -> None:
    turned = drawn.rotate(180)
    stream = io.BytesIO()
    turned.save(stream, "TIFF", save_all=True, append_images=[turned, turned])
    assert open_document(stream.getvalue(), "scan.tif").text.count("FOI 8123") == 3
    assert len(looks) == 4


def test_without_time_a_page_is_not_turned_and_turned_again(drawn: Any) -> None:
    badly = Seen((Word("Jequinn", (0.0, 0.0, 90.0, 20.0)),), 20.0, sureness=30.0, weight=9.0)
    looks = []

    def look(picture: Any) -> Seen:
        looks.append(picture)
        return badly

    assert upright(drawn, 0, look, lambda: len(looks) < 1) == (badly, 0)
    assert len(looks) == 1
