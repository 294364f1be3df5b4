"""Words that a PDF's text holds and its page does not show: not read, and told of by page."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from foitrack.reading.documents import pdf_file
from foitrack.reading.documents.base import Document
from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.reader import ReadingContext, read_document

SAID = "The officer is Mr Jonathan Smithers of Gwent."
WITHOUT = "The officer is Mr\tof Gwent.\n"
BOX = (160, 697, 110, 12)
"""Over the name: left, foot, width, height."""
UNDER = "under what is drawn over them"
BLACK, WHITE, NAVY, YELLOW = (0, 0, 0), (1, 1, 1), (0, 0, 0.4), (1, 1, 0)
Draw = Callable[[Any], object]


def pdf(*pages: Draw) -> bytes:
    """Pages, each drawn by one of them."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def read(*pages: Draw) -> Document:
    """Those pages, read."""
    return read_pdf(pdf(*pages), "letter.pdf")


def line(canvas: Any, said: str = SAID, foot: float = 700, colour: Any = BLACK) -> None:
    """A line of text."""
    canvas.setFillColorRGB(*colour)
    canvas.drawString(72, foot, said)


def box(canvas: Any, colour: Any = BLACK, at: Any = BOX, alpha: float = 1) -> None:
    """A filled box."""
    canvas.setFillColorRGB(*colour, alpha=alpha)
    canvas.rect(*at, stroke=0, fill=1)
    canvas.setFillColorRGB(*BLACK, alpha=1)


def picture(canvas: Any, colour: Any, at: Any = BOX, mode: str = "RGB") -> None:
    """A picture of one colour."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new(mode, (4, 4), colour)), *at, mask="auto")


def undrawn(canvas: Any, foot: float = 700) -> None:
    """Text that is there to be searched and copied, and not drawn."""
    text = canvas.beginText(72, foot)
    text.setTextRenderMode(3)
    text.textLine(SAID)
    canvas.drawText(text)


def as_form(canvas: Any, *draw: Draw) -> None:
    """The same set into the page as a form of its own, smaller."""
    canvas.beginForm("whole")
    for one in draw:
        one(canvas)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(30, 40)
    canvas.scale(0.8, 0.8)
    canvas.doForm("whole")
    canvas.restoreState()


@cache
def scan() -> Any:
    """A page from a scanner, that shows the line."""
    return pypdfium2.PdfDocument(pdf(line))[0].render(scale=2).to_pil()


def scanned(canvas: Any) -> None:
    """That picture over the whole page."""
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(scan()), 0, 0, 595, 842)


def drawn(*draw: Draw) -> Draw:
    """One after the other."""
    return lambda canvas: [one(canvas) for one in draw]


def warning(words: str, why: str, page: int = 1) -> str:
    """What is said of a page."""
    them = "it" if words == "a word" else "them"
    return (
        f"Page {page} holds {words} that cannot be seen on the page ({why}). The authority may not "
        f"have meant to release {them}: nothing hidden is read into case data or published."
    )


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(box, id="black"),
        pytest.param(partial(box, colour=WHITE), id="white"),
        pytest.param(partial(picture, colour="black"), id="picture"),
    ],
)
def test_words_under_a_box_drawn_over_them(over: Draw) -> None:
    document = read(drawn(line, over))
    assert document.text == WITHOUT
    assert document.warnings == (warning("2 words", UNDER),)


def test_they_stay_out_however_the_page_is_made() -> None:
    assert read(lambda canvas: as_form(canvas, line, box)).text == WITHOUT
    turned = drawn(lambda canvas: canvas.setPageRotation(90), partial(line, foot=500),
                   partial(box, at=(160, 497, 110, 12)))  # fmt: skip
    document = read(turned)
    assert document.text == WITHOUT
    assert document.place(0, 3).box is not None


@pytest.mark.parametrize("kind", ["SQUARE", "HIGHLIGHT"])
def test_words_under_a_mark_put_over_them_as_a_note(kind: str) -> None:
    document = read_pdf(noted(kind, (0, 0, 0)), "letter.pdf")
    assert document.text == WITHOUT
    assert document.warnings == (warning("2 words", UNDER),)


def test_a_marker_pen_hides_nothing() -> None:
    document = read_pdf(noted("HIGHLIGHT", (255, 255, 0)), "letter.pdf")
    assert (document.text, document.warnings) == (f"{SAID}\n", ())


def noted(kind: str, colour: tuple[int, int, int]) -> bytes:
    """The line with a note of a kind over the name."""
    document = pypdfium2.PdfDocument(pdf(line))
    left, foot, wide, high = BOX
    right, top = left + wide, foot + high
    note = raw.FPDFPage_CreateAnnot(document[0], getattr(raw, f"FPDF_ANNOT_{kind}"))
    raw.FPDFAnnot_SetRect(note, raw.FS_RECTF(left, top, right, foot))
    points = raw.FS_QUADPOINTSF(left, top, right, top, left, foot, right, foot)
    raw.FPDFAnnot_AppendAttachmentPoints(note, points)
    for part in (raw.FPDFANNOT_COLORTYPE_InteriorColor, raw.FPDFANNOT_COLORTYPE_Color):
        raw.FPDFAnnot_SetColor(note, part, *colour, 255)
    raw.FPDFPage_CloseAnnot(note)
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


def test_what_stands_on_the_box_is_read() -> None:
    def label(canvas: Any) -> None:
        canvas.setFillColorRGB(*WHITE)
        canvas.drawString(190, 699, "s40(2)")

    assert read(drawn(line, box, label)).text == "The officer is Mr\ts40(2)\tof Gwent.\n"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (partial(line, foot=680, colour=WHITE), "in the colour of what is behind them"),
        (partial(line, foot=680, colour=(0.97,) * 3), "in the colour of what is behind them"),
        (partial(undrawn, foot=680), "set not to be drawn"),
        (drawn(lambda canvas: canvas.setFont("Helvetica", 0.6), partial(line, foot=680)),
         "too small to be read"),
    ],
)  # fmt: skip
def test_words_that_are_there_and_show_nothing(more: Draw, why: str) -> None:
    document = read(line, drawn(line, more))
    assert document.text.split() == [*SAID.split(), *SAID.split()]
    assert document.warnings == (warning("8 words", why, page=2),)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(drawn(partial(box, colour=NAVY, at=(60, 690, 400, 30)),
                           partial(line, colour=WHITE)), id="white on dark"),
        pytest.param(drawn(line, partial(box, colour=YELLOW, alpha=0.4)), id="clear box"),
        pytest.param(drawn(line, partial(picture, colour=(0, 0, 0, 0), mode="RGBA")),
                     id="clear picture"),
        pytest.param(drawn(line, partial(box, colour=YELLOW, at=(60, 680, 400, 16))),
                     id="shade of the next row"),
        pytest.param(drawn(line, lambda canvas: canvas.rect(60, 690, 400, 30)), id="frame"),
        pytest.param(drawn(partial(line, colour=WHITE), line), id="drawn twice"),
        pytest.param(drawn(scanned, undrawn), id="scan with its text over it"),
        pytest.param(drawn(line, scanned), id="scan with its text below it"),
    ],
)  # fmt: skip
def test_what_is_seen_stays(page: Draw) -> None:
    document = read(page)
    assert (document.text, document.warnings) == (f"{SAID}\n", ())


def test_a_box_over_a_scan_hides_what_was_read_off_it() -> None:
    document = read(drawn(scanned, undrawn, box))
    assert document.text == WITHOUT
    assert document.warnings == (warning("2 words", UNDER),)


def test_white_words_that_a_border_and_a_number_cross() -> None:
    def page(canvas: Any) -> None:
        line(canvas)
        line(canvas, "E0202_1", 650, WHITE)
        canvas.setStrokeColorRGB(*BLACK)
        canvas.line(78, 640, 78, 670)
        canvas.line(60, 655, 90, 655)
        line(canvas, "17", 650.5)

    document = read(page)
    assert document.text.split() == [*SAID.split(), "17"]
    assert document.warnings == (warning("a word", "in the colour of what is behind them"),)


def test_nothing_of_it_is_found_or_becomes_a_case(context: ReadingContext) -> None:
    from reportlab.platypus import Table

    rows = [["Year", "Rank", "Outcome"], ["2019", "PC", "Written warning"],
            ["2020", "PC", "Dismissed"], ["2021", "PS", "Resigned"]]  # fmt: skip
    style: list[Any] = [
        ("GRID", (0, 0), (-1, -1), 0.5, BLACK),
        ("TEXTCOLOR", (0, 2), (-1, 2), WHITE),
    ]

    def page(canvas: Any) -> None:
        line(canvas, "Our reference: FOI 2023/1111", 780, WHITE)
        line(canvas, "Social media misconduct of police officers: cases by year", 740)
        table = Table(rows, colWidths=120, rowHeights=20, style=style)
        table.wrapOn(canvas, 500, 300)
        table.drawOn(canvas, 72, 600)

    reading = read_document(pdf(page), "cases.pdf", context)
    assert reading.reference is None
    assert [case.one("period") for case in reading.cases] == ["2019", "2021"]
    assert "Dismissed" not in reading.text
    assert reading.warnings[0].startswith("Page 1 holds 7 words that cannot be seen on the page")


def test_pages_beyond_the_most_that_are_looked_at_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_file, "MOST_LOOKED_AT", 1)
    document = read(drawn(line, box), line, drawn(line, box))
    assert document.warnings == (
        warning("2 words", UNDER),
        "Page 3: not looked through for words that cannot be seen on the page, as too many pages "
        "before have such words.",
    )
