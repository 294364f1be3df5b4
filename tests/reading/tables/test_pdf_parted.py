"""Ruled tables of PDFs with rows that no rule parts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.tables.test_pdf_shapes import found

BLACK = (0, 0, 0)
BOX = ("BOX", (0, 0), (-1, -1), 0.5, BLACK)
COLUMNS = ("LINEAFTER", (0, 0), (-2, -1), 0.5, BLACK)
BELOW_HEADER = ("LINEBELOW", (0, 0), (-1, 0), 0.5, BLACK)
HEAD = ["Area", "2021", "2022", "2023"]
AREAS = [["North", "1,204", "12", "4"], ["East", "871", "9", "0"], ["South", "64", "14", "3"]]
MORE = [["West", "12", "3", "5"], ["Centre", "7", "31", "2"], ["Islands", "6", "1", "0"]]


def read(rows: list[list[str]], *style: Any) -> tuple[list[str], list[list[str]]]:
    """The columns and rows of the one table that is read."""
    (table,) = found(rows, *style, ruled=False)
    return list(table.columns), [list(row) for row in table.rows]


@pytest.mark.parametrize("header", [True, False])
def test_rows_between_rules_around_every_third(header: bool) -> None:
    rows = [HEAD, *AREAS, *MORE]
    below = [("LINEBELOW", (0, n), (-1, n), 0.5, BLACK) for n in ((0, 3, 6) if header else (3, 6))]
    assert read(rows, BOX, COLUMNS, *below) == (HEAD, rows[1:])


def test_a_label_merged_beside_rows_that_no_rule_parts() -> None:
    rows = [["Country", *HEAD], ["Wales", *AREAS[0]], *(["", *row] for row in (*AREAS[1:], *MORE))]
    span = ("SPAN", (0, 1), (0, -1)), ("VALIGN", (0, 1), (0, -1), "MIDDLE")
    columns, own = read(rows, BOX, COLUMNS, BELOW_HEADER, *span)
    assert columns == rows[0]
    assert own == [["Wales", *row] for row in (*AREAS, *MORE)]


def test_columns_of_which_only_the_header_has_rules() -> None:
    """A record's second line goes on with one cell; it is no row."""
    rows = [
        ["Number", "Paid to", "Purpose", "Amount"],
        ["A-1", "A carrier", "Travel to a hearing", "920.68"],
        ["", "", "and back", ""],
        ["A-2", "A carrier", "Travel to a meeting", "1,907.96"],
        ["", "", "and back", ""],
        ["A-3", "A printer", "Leaflets", "37.94"],
    ]
    style = BOX, ("GRID", (0, 0), (-1, 0), 0.5, BLACK)
    close = [(f"{side}PADDING", (0, 0), (-1, -1), 1) for side in ("TOP", "BOTTOM")]
    columns, own = read(rows, *style, *close)
    assert columns == rows[0]
    assert own == [
        ["A-1", "A carrier", "Travel to a hearing and back", "920.68"],
        ["A-2", "A carrier", "Travel to a meeting and back", "1,907.96"],
        ["A-3", "A printer", "Leaflets", "37.94"],
    ]


def test_a_header_of_three_rows() -> None:
    rows = [
        ["Year", "Officers", "", "", ""],
        ["", "Men", "", "Women", ""],
        ["", "Warned", "Dismissed", "Warned", "Dismissed"],
        ["2021", "4", "1", "2", "0"],
        ["2022", "3", "0", "5", "1"],
    ]
    spans = [
        ("SPAN", (0, 0), (0, 2)),
        ("SPAN", (1, 0), (4, 0)),
        ("SPAN", (1, 1), (2, 1)),
        ("SPAN", (3, 1), (4, 1)),
    ]
    columns, own = read(rows, ("GRID", (0, 0), (-1, -1), 0.5, BLACK), *spans)
    kinds = [f"{who} {what}" for who in ("Men", "Women") for what in ("Warned", "Dismissed")]
    assert columns == ["Year", *(f"Officers {kind}" for kind in kinds)]
    assert own == rows[3:]


def test_a_cell_of_several_paragraphs_stays_one() -> None:
    told = "The first of two paragraphs.\n\nThe second one."
    rows = [["Force", "What it said"], ["North", told], ["South", "Nothing was held."]]
    columns, own = read(rows, ("GRID", (0, 0), (-1, -1), 0.5, BLACK))
    assert columns == rows[0]
    assert [[" ".join(cell.split()) for cell in row] for row in own] == [
        [" ".join(cell.split()) for cell in row] for row in rows[1:]
    ]


def test_figures_in_columns_that_only_their_label_is_ruled_from() -> None:
    """A rule after the labels, and one around; the headings stand over the middle of figures."""
    rows = [
        ["Answer", "Number", "Per cent", "Mean"],
        ["All were kept", "344", "75.2", "12,196"],
        ["Some were sold", "53", "11.6", "23,518"],
        ["All were sold", "61", "13.2", "9,187"],
        ["No answer", "1", "0.2", "12"],
    ]
    after = ("LINEAFTER", (0, 0), (0, -1), 0.5, BLACK)
    right = ("ALIGN", (1, 1), (-1, -1), "RIGHT")
    assert read(rows, BOX, BELOW_HEADER, after, right) == (rows[0], rows[1:])


def test_labels_that_no_rule_parts_beside_rows_that_have_rules() -> None:
    rows = [HEAD, *AREAS, *MORE]
    ruled = [("LINEBELOW", (1, n), (-1, n), 0.5, BLACK) for n in range(1, 6)]
    assert read(rows, BOX, COLUMNS, BELOW_HEADER, *ruled) == (HEAD, rows[1:])


def test_running_text_set_to_both_edges_stays_in_its_cell() -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle("both", fontName="Helvetica", fontSize=10, alignment=4)
    label = "Number of member organisations that one or more of the officers applied to in the year"
    rows: list[list[Any]] = [["What", "All", "Some"]]
    rows += [[Paragraph(f"{label} {n}", style), f"{n}1", f"{n}"] for n in (2, 3, 4)]
    columns, own = read(rows, ("GRID", (0, 0), (-1, -1), 0.5, BLACK))
    assert columns == ["What", "All", "Some"]
    assert [[" ".join(cell.split()) for cell in row] for row in own] == [
        [f"{label} {n}", f"{n}1", f"{n}"] for n in (2, 3, 4)
    ]
