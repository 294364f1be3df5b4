"""The program's own workers: the same reading as without them, pages as pictures, early news."""

from __future__ import annotations

import io
import shutil
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from foitrack import assets
from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.isolation import Limits, Readers
from foitrack.reading.reader import ReadingContext, read_document

RED, BLUE = (255, 0, 0, 255), (0, 0, 255, 255)


@pytest.fixture(scope="module")
def own() -> Iterator[Readers]:
    """The program's workers."""
    with Readers(workers=1) as readers:
        yield readers


def pdf(pages: int, first: str = "", size: tuple[float, float] = (595, 842)) -> bytes:
    """A page of text on a red ground, the left half of each page blue."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, *size, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 1)
        canvas.rect(0, 0, size[0] / 2, size[1], stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(72, 700, first if number == 1 else f"This is page {number}.")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def test_seeds_read_as_without_a_worker(own: Readers, context: ReadingContext) -> None:
    seeds = [(file.read_bytes(), file.name) for file in assets.seed_folder().glob("*.txt")]
    assert len(seeds) == 5
    found = list(own.read_many(seeds, context))
    assert found == [read_document(data, name, context) for data, name in seeds]


def test_a_pdf_reads_as_without_a_worker(own: Readers, context: ReadingContext) -> None:
    data = pdf(3, "Our reference: 2021/24677")
    assert own.read(data, "letter.pdf", context) == read_document(data, "letter.pdf", context)


def test_a_reader_says_itself_what_it_cannot_read(own: Readers, context: ReadingContext) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        own.read(b"%PDF-1.7 nothing more", "broken.pdf", context)
    assert caught.value.kind == "damaged"
    assert "broken.pdf" in caught.value.message


def test_the_first_pages_are_told_before_the_rest(own: Readers, context: ReadingContext) -> None:
    told: list[Reading] = []
    data = pdf(40, "Our reference: 2021/24677")
    whole = own.read(data, "long.pdf", context, early=told.append)
    assert [found.reference for found in told] == ["2021/24677"]
    assert "page 40" in whole.text and "page 40" not in told[0].text
    # The places of the first pages are those of the whole.
    where = {f.field: f.place for f in whole.findings}
    assert all(where[f.field] == f.place for f in told[0].findings if f.field == "reference")
    assert whole == own.read(data, "long.pdf", context)


def test_a_short_document_is_told_once(own: Readers, context: ReadingContext) -> None:
    told: list[Reading] = []
    own.read(pdf(3), "short.pdf", context, early=told.append)
    own.read(b"Our reference: 2021/24677", "short.txt", context, early=told.append)
    assert told == []


def test_a_long_text_is_told_early(own: Readers, context: ReadingContext) -> None:
    told: list[Reading] = []
    letter = "Our reference: 2021/24677\n\n" + "We do not hold this. Nothing was found.\n" * 11_000
    own.read(letter.encode(), "long.txt", context, early=told.append)
    assert [found.reference for found in told] == ["2021/24677"]


def test_a_schema_of_ones_own_crosses_over(own: Readers, context: ReadingContext) -> None:
    data = next(assets.seed_folder().glob("000*.txt")).read_bytes()
    asked = replace(context, schema="police-misconduct")
    assert len(own.read(data, "letter.txt", asked).cases) == 7
    assert own.read(data, "letter.txt", replace(context, schemas={})).cases == ()


def dot(picture: object, x: int, y: int) -> tuple[int, ...]:
    at = 4 * (y * picture.width + x)  # type: ignore[attr-defined]
    return tuple(picture.dots[at : at + 4])  # type: ignore[attr-defined]


def test_a_page_is_drawn(own: Readers) -> None:
    page = own.picture(pdf(3), "letter.pdf", 2, 300)
    assert (page.width, page.pages, page.size) == (300, 3, (595.0, 842.0))
    assert page.height == pytest.approx(300 * 842 / 595, abs=1)
    assert len(page.dots) == 4 * page.width * page.height
    assert (dot(page, 10, 10), dot(page, 290, 10)) == (BLUE, RED)


def test_an_image_is_drawn(own: Readers) -> None:
    image = Image.new("RGB", (400, 200), "red")
    image.paste("blue", (0, 0, 200, 200))
    for form in ("PNG", "TIFF", "BMP"):
        data = io.BytesIO()
        image.save(data, form)
        shown = own.picture(data.getvalue(), f"scan.{form.lower()}", 1, 100)
        assert (shown.width, shown.height, shown.pages) == (100, 50, 1)
        assert shown.size == (400.0, 200.0)
        assert (dot(shown, 10, 10), dot(shown, 90, 10)) == (BLUE, RED)


def test_pages_of_a_scan_are_counted(own: Readers) -> None:
    data = io.BytesIO()
    pages = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    pages[0].save(data, "TIFF", save_all=True, append_images=pages[1:])
    shown = own.picture(data.getvalue(), "scan.tiff", 2, 100)
    assert (shown.pages, shown.width, dot(shown, 5, 5)) == (2, 20, BLUE)


@pytest.mark.parametrize(
    ("data", "page", "kind"),
    [
        (pdf(3), 4, "no-page"),
        (pdf(3), 0, "no-page"),
        (b"%PDF-1.7 nothing", 1, "no-picture"),
        (b"just words", 1, "no-picture"),
        (b"\x89PNG\r\n\x1a\n broken", 1, "no-picture"),
    ],
)
def test_what_has_no_picture_is_said_so(own: Readers, data: bytes, page: int, kind: str) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        own.picture(data, "document", page, 100)
    assert caught.value.kind == kind


def png(width: int, height: int) -> bytes:
    """The beginning of a picture of one colour, however large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(own)) + kind + own + struct.pack(">I", zlib.crc32(kind + own))
        for kind, own in chunks
    )


@pytest.mark.parametrize("side", [12_000, 20_000])
def test_a_picture_that_unpacks_to_too_much_is_refused(own: Readers, side: int) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        own.picture(png(side, side), "bomb.png", 1, 100)
    assert caught.value.kind == "too-large"


def test_a_page_is_never_drawn_too_large(own: Readers) -> None:
    tall = own.picture(pdf(1, size=(10, 14_000)), "tall.pdf", 1, 50_000)
    assert tall.width * tall.height <= 24_100_000


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_works_within_the_fences(context: ReadingContext, tmp_path: Path) -> None:
    rtf = rb"{\rtf1\ansi Our reference: 2021/24677\par}"
    with Readers(workers=1, tasks="tests.reading.isolation.hostile", limits=Limits()) as pool:
        program = shutil.which("soffice") or ""
        said = pool.read(program.encode() + b"\n" + rtf, "office", context).text
    assert "2021/24677" in said
