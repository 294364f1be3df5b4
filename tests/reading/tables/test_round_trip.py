"""A random table, laid out in each way, must read back equal: same columns, same rows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from foitrack.reading.documents.base import in_text
from foitrack.reading.documents.html import read_html
from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from tests.reading import rendering

HEADINGS = ["Date", "Rank", "Allegation", "Outcome", "Platform", "Location", "Gender", "Reason"]
WORD = st.sampled_from(
    [
        "officer",
        "posted",
        "offensive",
        "remarks",
        "online",
        "about",
        "colleague",
        "constable",
        "warned",
        "advice",
        "dismissed",
        "resigned",
        "facebook",
        "management",
        "action",
        "station",
        "custody",
        "image",
        "shared",
        "without",
        "authority",
    ]
)
PHRASE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
FIGURE = st.integers(0, 9999).map(str)
Rows = list[list[str]]


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """A header and rows; the first column is never empty, others may be figures or words."""
    width = draw(st.integers(2, 6))
    header = draw(st.permutations(HEADINGS))[:width]
    kinds = draw(st.lists(st.sampled_from([PHRASE, FIGURE]), min_size=width, max_size=width))
    kinds[0] = PHRASE
    rows = draw(st.lists(st.tuples(*kinds), min_size=2, max_size=8))
    return [list(header), *(list(row) for row in rows)]


def same(found: tuple[Table, ...], rows: Rows) -> None:
    (table,) = found
    assert list(table.columns) == rows[0]
    assert [list(row) for row in table.rows] == rows[1:]


def around(body: str) -> str:
    return (
        f"Please see the figures for the last year.\n\n{body}\n\nIf you need more, please ask us.\n"
    )


@given(tables())
def test_tabs(rows: Rows) -> None:
    same(find_tables(around("\n".join("\t".join(row) for row in rows)), in_text), rows)


@given(tables(), st.data())
def test_tabs_with_blank_lines_between_rows(rows: Rows, data: st.DataObject) -> None:
    lines = []
    for row in rows:
        lines += ["\t".join(row), *[""] * data.draw(st.integers(0, 2))]
    same(find_tables(around("\n".join(lines)), in_text), rows)


@given(tables())
def test_pipes(rows: Rows) -> None:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    same(find_tables(around("\n".join(lines)), in_text), rows)


@given(tables())
def test_box_drawing(rows: Rows) -> None:
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    rule = "┼".join("─" * (width + 2) for width in widths)
    lines = [
        "│ " + " │ ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " │"
        for row in rows
    ]
    body = f"┌{rule}┐\n" + f"\n├{rule}┤\n".join(lines) + f"\n└{rule}┘"
    same(find_tables(around(body), in_text), rows)


@given(tables())
def test_aligned_spaces(rows: Rows) -> None:
    widths = [max(len(row[n]) for row in rows) + 4 for n in range(len(rows[0]))]
    lines = ["".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows]
    same(find_tables(around("\n".join(lines)), in_text), rows)


@given(tables())
def test_one_cell_a_line(rows: Rows) -> None:
    body = "\n\n".join("\n".join(f"\t{cell} " for cell in row) for row in rows)
    same(find_tables(around(body), in_text), rows)


@given(tables())
def test_web_page(rows: Rows) -> None:
    document = read_html(rendering.page("\n".join("\t".join(row) for row in rows)))
    same(find_tables(document.text, document.place, document.grids), rows)


@settings(max_examples=15)
@given(tables(), st.booleans())
def test_pdf(rows: Rows, ruled: bool) -> None:
    letter = around("\n".join("\t".join(row) for row in rows))
    document = read_pdf(rendering.pdf(letter, ruled=ruled), "table.pdf")
    same(find_tables(document.text.replace("\t", " "), document.place, document.grids), rows)
