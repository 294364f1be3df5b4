"""A random table, printed in a PDF in each way that people print them, must read back equal.

What a page cannot carry is not asked for: how often a space was typed, where a cell's text was
broken into lines. Without rules around its cells a row is told by its space and by what stands in
it: there each row has a cell that stands on one line, and no cell is empty.
"""

from __future__ import annotations

import html
import io
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from tests.reading.tables.test_round_trip import FIGURE, HEADINGS, PHRASE, WORD, Rows

EXTENDED = settings().max_examples >= 1000
FEW = settings(
    max_examples=600 if EXTENDED else 20,
    phases=(Phase.explicit, Phase.generate),
    report_multiple_bugs=False,
)
"""What does not read back is shown as it was found: looking for a smaller one takes minutes."""
BLACK = (0.0, 0.0, 0.0)
GREY = (0.85, 0.85, 0.85)
HEAD, END = (0, 0), (-1, 0)
FEW_RULES: dict[str, list[Any]] = {
    "none": [],
    "a frame": [("BOX", HEAD, (-1, -1), 0.5, BLACK)],
    "below the header": [("LINEBELOW", HEAD, END, 0.5, BLACK)],
    "a frame, and below the header": [
        ("BOX", HEAD, (-1, -1), 0.5, BLACK),
        ("LINEBELOW", HEAD, END, 0.5, BLACK),
    ],
    "above, below the header, and at the end": [
        ("LINEABOVE", HEAD, END, 1, BLACK),
        ("LINEBELOW", HEAD, END, 0.5, BLACK),
        ("LINEBELOW", (0, -1), (-1, -1), 1, BLACK),
    ],
    "between columns": [("LINEAFTER", HEAD, (-2, -1), 0.5, BLACK)],
    "between columns, in a frame": [
        ("BOX", HEAD, (-1, -1), 0.5, BLACK),
        ("LINEAFTER", HEAD, (-2, -1), 0.5, BLACK),
    ],
    "between columns, in a frame, and below the header": [
        ("BOX", HEAD, (-1, -1), 0.5, BLACK),
        ("LINEAFTER", HEAD, (-2, -1), 0.5, BLACK),
        ("LINEBELOW", HEAD, END, 0.5, BLACK),
    ],
    "a shaded header": [("BACKGROUND", HEAD, END, GREY)],
    "a shaded header, in a frame": [
        ("BACKGROUND", HEAD, END, GREY),
        ("BOX", HEAD, (-1, -1), 0.5, BLACK),
    ],
    "every other row shaded": [("ROWBACKGROUNDS", HEAD, (-1, -1), [GREY, None])],
    "between rows": [("LINEBELOW", HEAD, (-1, -1), 0.5, BLACK)],
}
"""How tables are drawn that have no rules around each cell."""
LONG_TEXT = st.lists(WORD, min_size=8, max_size=30).map(" ".join)
MAYBE = st.one_of(st.just(""), PHRASE)


@st.composite
def tables(draw: st.DrawFn, *, ruled: bool = True, most: int = 12) -> Rows:
    """A header and rows: the first column words, the others words, figures or long text."""
    width = draw(st.integers(2, 5))
    header = draw(st.permutations(HEADINGS))[:width]
    choices = [PHRASE, FIGURE, LONG_TEXT, MAYBE] if ruled else [PHRASE, FIGURE]
    kinds = [PHRASE if ruled else WORD, *(draw(st.sampled_from(choices)) for _ in range(width - 1))]
    rows = draw(st.lists(st.tuples(*kinds), min_size=2, max_size=most))
    return [list(header), *(list(row) for row in rows)]


def printed(
    rows: Rows,
    *,
    ruled: bool,
    middle: bool = False,
    right: bool = False,
    headers: bool = True,
    sideways: bool = False,
    furniture: bool = False,
    before: int = 1,
    rules: list[Any] | None = None,
    page_rules: bool = False,
    heads_left: bool = False,
) -> bytes:
    """A page or more with a sentence, the table, and a sentence.

    `rules` draw the table otherwise than with none; `page_rules`: the page has rules of its own;
    `heads_left`: headings stand at the left even over figures at the right.
    """
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
    from reportlab.platypus import Table as PrintedTable

    style = getSampleStyleSheet()["Normal"]
    to_right = ParagraphStyle("right", parent=style, alignment=2)

    def cell(text: str, column: int, number: int) -> Any:
        figures = all(row[column].isdigit() for row in rows[1:])
        own = to_right if right and figures and (number or not heads_left) else style
        return Paragraph(html.escape(text), own)

    cells = [[cell(text, m, n) for m, text in enumerate(row)] for n, row in enumerate(rows)]
    widths = [440 / len(rows[0])] * len(rows[0])
    table = PrintedTable(cells, colWidths=widths, repeatRows=int(headers))
    commands: list[Any] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if middle else "TOP")]
    if ruled:
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    else:
        commands += [("TOPPADDING", (0, 0), (-1, -1), 6), ("BOTTOMPADDING", (0, 0), (-1, -1), 6)]
    table.setStyle([*commands, *(rules or [])])
    sentence = Paragraph("Please see the figures for the last year.", style)
    flow = [*[sentence] * before, Spacer(1, 12), table, Spacer(1, 12)]
    flow.append(Paragraph("If you need more, please ask us.", style))

    def around(canvas: Any, _: Any) -> None:
        if furniture:
            canvas.drawString(72, canvas._pagesize[1] - 40, "Someham Council: response")
            canvas.drawString(250, 30, f"Page {canvas.getPageNumber()}")
        if page_rules:
            for height in (50, 60, canvas._pagesize[1] - 45):
                canvas.line(60, height, canvas._pagesize[0] - 60, height)

    stream = io.BytesIO()
    size = landscape(A4) if sideways else A4
    SimpleDocTemplate(stream, pagesize=size).build(flow, onFirstPage=around, onLaterPages=around)
    return stream.getvalue()


def read(data: bytes) -> tuple[Table, ...]:
    document = read_pdf(data, "table.pdf")
    try:
        plain = document.text.replace("\t", " ")
        return find_tables(plain, document.place, document.grids)
    finally:
        document.close()


def same(data: bytes, rows: Rows) -> None:
    (table,) = read(data)
    assert list(table.columns) == rows[0]
    assert [[" ".join(cell.split()) for cell in row] for row in table.rows] == rows[1:]


@FEW
@given(tables())
def test_ruled(rows: Rows) -> None:
    same(printed(rows, ruled=True), rows)


@FEW
@given(tables(), st.booleans())
def test_ruled_with_labels_in_the_middle(rows: Rows, right: bool) -> None:
    same(printed(rows, ruled=True, middle=True, right=right), rows)


@FEW
@given(tables(ruled=False))
def test_without_rules(rows: Rows) -> None:
    same(printed(rows, ruled=False), rows)


@FEW
@given(tables(ruled=False), st.sampled_from(sorted(FEW_RULES)), st.booleans(), st.booleans())
def test_with_few_rules(rows: Rows, drawn: str, page_rules: bool, right: bool) -> None:
    looks = {"rules": FEW_RULES[drawn], "page_rules": page_rules}
    same(printed(rows, ruled=False, right=right, heads_left=True, **looks), rows)  # type: ignore[arg-type]


@FEW
@given(tables(ruled=False))
def test_without_rules_figures_to_the_right(rows: Rows) -> None:
    same(printed(rows, ruled=False, right=True), rows)


@FEW
@given(tables(most=60), st.booleans(), st.booleans(), st.booleans())
def test_over_pages(rows: Rows, headers: bool, sideways: bool, furniture: bool) -> None:
    data = printed(
        rows, ruled=True, headers=headers, sideways=sideways, furniture=furniture, before=30
    )
    same(data, rows)


@FEW
@given(tables(ruled=False, most=60), st.booleans())
def test_over_pages_without_rules(rows: Rows, headers: bool) -> None:
    same(printed(rows, ruled=False, headers=headers, before=30), rows)
