"""Pages shown turned, text set sideways, and both at once, as wide tables are printed."""

from __future__ import annotations

import io

import pytest

from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.tables.finding import find_tables

ROWS = [["Year", "Rank", "Outcome"], ["2019", "PC", "Advice"], ["2020", "Sergeant", "Dismissed"]]
SIDE = 700


def turned(text: int, page: int) -> bytes:
    """A square page with a sentence and a table; both turns in quarters, against the clock and
    with it.
    """
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(SIDE, SIDE))
    canvas.setPageRotation(page * 90)
    canvas.translate(*[(0, 0), (SIDE, 0), (SIDE, SIDE), (0, SIDE)][text])
    canvas.rotate(text * 90)
    canvas.drawString(72, 600, "Please see below.")
    table = Table(ROWS, colWidths=120, style=[("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))])
    table.wrapOn(canvas, 500, 300)
    table.drawOn(canvas, 72, 400)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize("page", range(4))
@pytest.mark.parametrize("text", range(4))
def test_read_as_if_upright(text: int, page: int) -> None:
    document = read_pdf(turned(text, page), "table.pdf")
    (table,) = find_tables(document.text, document.place, document.grids)
    assert document.text.startswith("Please see below.\n")
    assert [list(table.columns), *map(list, table.rows)] == ROWS


@pytest.mark.parametrize("page", range(4))
@pytest.mark.parametrize("text", range(4))
def test_a_place_is_where_the_page_as_shown_has_the_words(text: int, page: int) -> None:
    import pypdfium2

    data = turned(text, page)
    place = read_pdf(data, "table.pdf").place(0, len("Please see below."))
    assert place.box is not None
    image = pypdfium2.PdfDocument(data)[0].render().to_pil().convert("L")
    left, top, right, bottom = map(round, place.box)
    whole = image.point(lambda grey: 255 - grey)
    ink = whole.crop((left - 2, top - 2, right + 2, bottom + 2)).getbbox()
    assert ink is not None
    assert max(ink[2] - ink[0], ink[3] - ink[1]) > 70, "the words from the first to the last"
    around = whole.crop((left - 12, top - 12, right + 12, bottom + 12)).getbbox()
    assert around is not None
    assert max(around[2] - around[0], around[3] - around[1]) < 110


@pytest.mark.parametrize("mark", ["DRAFT COPY", "D R A F T", "For release"])
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("angle", [30, 52, -45])
def test_a_mark_across_the_page_is_no_part_of_its_lines(mark: str, first: bool, angle: int) -> None:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    lines = [f"A line of a letter that says {n} things of its own." for n in range(20)]
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(SIDE, SIDE))

    def marked() -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 80)
        canvas.translate(150, 300)
        canvas.rotate(angle)
        canvas.drawString(0, 0, mark)
        canvas.restoreState()

    if first:
        marked()
    for n, line in enumerate(lines):
        canvas.drawString(72, 650 - 16 * n, line)
    table = Table(ROWS, colWidths=120)
    table.wrapOn(canvas, 500, 300)
    table.drawOn(canvas, 72, 200)
    if not first:
        marked()
    canvas.showPage()
    canvas.save()
    document = read_pdf(stream.getvalue(), "draft.pdf")
    (found,) = find_tables(document.text, document.place, document.grids)
    assert document.text.split("\n")[:20] == lines
    assert [list(found.columns), *map(list, found.rows)] == ROWS
