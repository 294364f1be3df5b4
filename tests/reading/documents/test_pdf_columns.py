"""Pages in two columns of running text are read column by column; tables row by row."""

from __future__ import annotations

import io
from itertools import chain

import pytest

from foitrack import assets
from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.reader import ReadingContext, read_document

SEEDS = sorted(assets.seed_folder().glob("*.txt"))
SENTENCE = 40
"""Characters of a line that is no item of a list of cases."""
MARKED = {"&": "&amp;", "<": "&lt;", "*": "", "_": ""}


def printed(text: str, columns: int, *, before: str = "", lower: float = 0) -> bytes:
    """A text in columns, under a line across the page where `before` is given; each column
    begins so many points lower than the one before it.
    """
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    for mark, plain in MARKED.items():
        text = text.replace(mark, plain)
    style = getSampleStyleSheet()["BodyText"]
    wide = (475 - 24 * (columns - 1)) / columns
    frames = [
        Frame(60 + n * (wide + 24), 60, wide, 680 - n * lower, 0, 0, 0, 0) for n in range(columns)
    ]
    if before:
        frames.insert(0, Frame(60, 745, 475, 40, 0, 0, 0, 0))
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=(595, 842))
    document.addPageTemplates([PageTemplate(frames=frames)])
    lines = [line for line in text.split("\n") if line.strip()]
    document.build([Paragraph(line, style) for line in chain([before] if before else [], lines)])
    return stream.getvalue()


@pytest.mark.parametrize("seed", SEEDS[2::2], ids=lambda file: file.stem[:3])
def test_a_letter_in_two_columns_says_what_it_says_in_one(
    seed: object, context: ReadingContext
) -> None:
    text = next(file for file in SEEDS if file == seed).read_text("utf-8")
    one, two = (read_document(printed(text, n), "letter.pdf", context) for n in (1, 2))
    assert two.tables == ()
    assert (two.letter, two.reference, two.authority) == (one.letter, one.reference, one.authority)
    assert (two.request_date, two.response_date) == (one.request_date, one.response_date)
    assert (two.outcome, two.exemptions, two.review) == (one.outcome, one.exemptions, one.review)
    assert one.outcome is not None and one.exemptions


@pytest.mark.parametrize(("seed", "lower"), [(1, 3), (2, 0), (4, 2)])
def test_columns_may_be_three_and_their_lines_at_different_heights(
    seed: int, lower: float, context: ReadingContext
) -> None:
    whole = SEEDS[seed].read_text("utf-8")
    text = "\n".join(line for line in whole.split("\n") if len(line) > SENTENCE)
    one = read_document(printed(text, 1), "letter.pdf", context)
    more = read_document(printed(text, 3, lower=lower), "letter.pdf", context)
    assert more.text.split() == one.text.split()
    assert more.tables == ()
    assert (more.outcome, more.exemptions, more.review) == (one.outcome, one.exemptions, one.review)


def test_what_runs_over_the_column_goes_on_in_the_next() -> None:
    words = [f"word{n}" for n in range(700)]
    document = read_pdf(printed(" ".join(words), 2, before="A line across the page."), "a.pdf")
    try:
        assert document.text.split() == ["A", "line", "across", "the", "page.", *words]
        start = document.text.index("word320")
        place = document.place(start, start + 7)
        assert place.page == 1 and place.box is not None and place.box[0] > 300
    finally:
        document.close()


def test_a_table_of_questions_and_answers_is_read_row_by_row() -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    asked = (
        "How many officers were disciplined for their use of the site, and of what rank were they?"
    )
    told = "We hold this. There were {} officers, and most of them received advice from a manager."
    rows = [["Question", "Answer"], *([asked, told.format(n)] for n in range(2, 9))]
    style, stream = getSampleStyleSheet()["Normal"], io.BytesIO()
    cells = [[Paragraph(cell, style) for cell in row] for row in rows]
    SimpleDocTemplate(stream).build(
        [Table(cells, colWidths=[190, 200], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])]
    )
    document = read_pdf(stream.getvalue(), "table.pdf")
    try:
        (grid,) = document.grids
        assert [list(row.cells) for row in grid.rows] == rows[1:]
    finally:
        document.close()


def test_a_ruled_table_of_running_text_is_no_page_in_columns() -> None:
    """Cells in the middle of their rows begin at other heights than those beside them."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    short, long = "advice given by a manager", "action taken by the force after a colleague told "
    rows = [["Outcome", "Circumstances"], *([short * (n % 3 + 1), long * n] for n in range(1, 7))]
    style, stream = getSampleStyleSheet()["Normal"], io.BytesIO()
    cells = [[Paragraph(cell, style) for cell in row] for row in rows]
    middle = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))]
    SimpleDocTemplate(stream).build([Table(cells, colWidths=[190, 200], style=middle)])
    document = read_pdf(stream.getvalue(), "table.pdf")
    try:
        (grid,) = document.grids
        assert [[" ".join(cell.split()) for cell in row.cells] for row in grid.rows] == [
            [cell.strip() for cell in row] for row in rows[1:]
        ]
    finally:
        document.close()


def test_a_list_beside_running_text_is_read_after_it_where_it_is_drawn_after_it() -> None:
    from reportlab.pdfgen.canvas import Canvas

    said = [f"and the force told us in part {n} of its answer that it" for n in range(12)]
    listed = [f"Item {n}" for n in range(12)]
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    for place, lines in ((60, said), (400, listed)):
        for number, line in enumerate(lines):
            canvas.drawString(place, 780 - 13 * number, line)
    canvas.showPage()
    canvas.save()
    document = read_pdf(stream.getvalue(), "a.pdf")
    try:
        assert document.text.split() == " ".join([*said, *listed]).split()
        assert document.grids == ()
    finally:
        document.close()
