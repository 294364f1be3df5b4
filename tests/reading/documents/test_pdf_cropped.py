"""Pages of which only a part is shown: what is beyond is not read, and places are as shown."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.tables.finding import find_tables

BOX = (100.0, 200.0, 600.0, 700.0)
"""Left, bottom, right, top of what is shown of a page of 700 by 800 points."""
SEEN = "Words that are seen."
ROWS = [["Year", "Rank", "Outcome"], ["2019", "PC", "Advice"], ["2020", "Sergeant", "Dismissed"]]


def page(*more: tuple[float, float, str], text: int = 0, shown: int = 0, by: str = "crop") -> bytes:
    """A sentence within the box, and more; the text turned, and the page, by quarters."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(700, 800))
    canvas.setPageRotation(shown * 90)
    for left, foot, said in ((250, 500, SEEN), *more):
        canvas.saveState()
        canvas.translate(left, foot)
        canvas.rotate(text * 90)
        canvas.drawString(0, 0, said)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return boxed(stream.getvalue(), by)


def boxed(data: bytes, by: str) -> bytes:
    """A page that shows no more than the box."""
    pdf = pypdfium2.PdfDocument(data)
    for own in pdf:
        (own.set_cropbox if by == "crop" else own.set_mediabox)(*BOX)
    stream = io.BytesIO()
    pdf.save(stream)
    pdf.close()
    return stream.getvalue()


def ink(document: Document, data: bytes, said: str, around: int) -> Any:
    """What is drawn where words are said to stand, on the page as it is shown."""
    at = document.text.index(said)
    box = document.place(at, at + len(said)).box
    assert box is not None
    left, top, right, bottom = map(round, box)
    image = pypdfium2.PdfDocument(data)[0].render().to_pil().convert("L")
    dark = image.point(lambda grey: 255 - grey)
    return dark.crop((left - around, top - around, right + around, bottom + around)).getbbox()


@pytest.mark.parametrize("by", ["crop", "media"])
@pytest.mark.parametrize("shown", range(4))
@pytest.mark.parametrize("text", range(4))
def test_a_place_is_counted_from_the_corner_of_what_is_shown(
    text: int, shown: int, by: str
) -> None:
    data = page(text=text, shown=shown, by=by)
    document = read_pdf(data, "letter.pdf")
    assert document.text == f"{SEEN}\n"
    found, wider = (ink(document, data, SEEN, around) for around in (2, 14))
    assert found is not None and wider is not None
    size = [found[2] - found[0], found[3] - found[1]]
    assert sorted(size) == sorted([wider[2] - wider[0], wider[3] - wider[1]]), "all of the words"
    assert max(size) > 100


@pytest.mark.parametrize("by", ["crop", "media"])
@pytest.mark.parametrize("shown", range(4))
def test_words_beyond_the_edges_are_not_read_but_told_of(shown: int, by: str) -> None:
    beyond = [(250, 750, "Above."), (250, 50, "Below."), (5, 500, "Left."), (640, 500, "Right.")]
    document = read_pdf(page(*beyond, shown=shown, by=by), "letter.pdf")
    assert document.text == f"{SEEN}\n"
    assert document.warnings == (
        "Page 1: words stand beyond the edge of what the page shows. The authority may not have "
        "meant to release them: nothing hidden is read into case data or published.",
    )


def test_a_line_is_read_as_far_as_it_is_shown() -> None:
    long = (480, 400, "This goes on and on until beyond the edge.")
    document = read_pdf(page(long), "letter.pdf")
    assert document.text.startswith(f"{SEEN}\n\nThis goes on and on")
    assert "beyond" not in document.text


def test_words_beyond_a_page_that_is_shown_whole() -> None:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(600, 800))
    for left, foot, said in [(72, 820, "Above."), (72, 700, SEEN), (-90, 650, "Left.")]:
        canvas.drawString(left, foot, said)
    canvas.showPage()
    canvas.save()
    assert read_pdf(stream.getvalue(), "letter.pdf").text == f"{SEEN}\n"


@pytest.mark.parametrize("shown", range(4))
def test_a_table_on_a_page_shown_in_part(shown: int) -> None:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(700, 800))
    canvas.setPageRotation(shown * 90)
    table = Table(ROWS, colWidths=120, style=[("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))])
    table.wrapOn(canvas, 500, 300)
    table.drawOn(canvas, 150, 400)
    canvas.showPage()
    canvas.save()
    data = boxed(stream.getvalue(), "crop")
    document = read_pdf(data, "table.pdf")
    (found,) = find_tables(document.text, document.place, document.grids)
    assert [list(found.columns), *map(list, found.rows)] == ROWS
    assert ink(document, data, "Dismissed", 1) is not None
