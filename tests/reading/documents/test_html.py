from __future__ import annotations

import pytest

from foitrack.reading.documents.html import read_html
from foitrack.reading.tables.grid import Grid


def text(body: str, head: str = "") -> str:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode()).text


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>Menu</nav>",
        "<div class='cookie-banner'>We use cookies</div>",
        "<div id='global-cookie-message'>We use cookies</div>",
        "<a class='govuk-skip-link' href='#x'>Skip to content</a>",
        "<ol class='breadcrumb'><li>Home</li></ol>",
        "<div role='navigation'>Home</div>",
        "<script>alert('no')</script>",
        "<style>p { color: red }</style>",
        "<p hidden>not shown</p>",
        "<p aria-hidden='true'>not shown</p>",
        "<form><label>Was this page useful?</label></form>",
        "<noscript>Switch scripts on</noscript>",
        "<!-- a comment -->",
    ],
)
def test_furniture_is_left_out(furniture: str) -> None:
    assert text(f"{furniture}<main><p>The answer.</p></main>").strip() == "The answer."


def test_title_stands_first() -> None:
    assert text("<p>Answer</p>", "<title>FOI 1/21 | Kent Police</title>").startswith(
        "FOI 1/21 | Kent Police\n"
    )


def test_paragraphs_breaks_and_lists() -> None:
    assert text("<p>One<br>two</p><ul><li>three</li><li>four</li></ul><div>five</div>").split(
        "\n"
    ) == ["One", "two", "", "• three", "• four", "", "five", ""]


def test_inline_marks_do_not_part_words() -> None:
    assert text("<p>Sec<b>tion</b> <i>40(2)</i></p>").strip() == "Section 40(2)"


def test_cells_that_span_stand_in_each_place() -> None:
    document = read_html(
        b"<html><body><table><tr><th>Year</th><th colspan='2'>Officers</th></tr>"
        b"<tr><td rowspan='2'>2018</td><td>PC</td><td>4</td></tr>"
        b"<tr><td>Sergeant</td><td>2</td></tr></table></body></html>"
    )
    (grid,) = document.grids
    assert grid.header == ("Year", "Officers", "Officers")
    assert [row.cells for row in grid.rows] == [("2018", "PC", "4"), ("2018", "Sergeant", "2")]


def test_a_table_for_layout_is_no_table() -> None:
    document = read_html(
        b"<html><body><table><tr><td>Side</td><td><table><tr><th>A</th><th>B</th></tr>"
        b"<tr><td>1</td><td>2</td></tr></table></td></tr></table></body></html>"
    )
    assert [grid.header for grid in document.grids] == [("A", "B")]


def test_the_page_names_its_encoding() -> None:
    page = "<html><head><meta charset='windows-1252'></head><body><p>£5 – café</p></body></html>"
    assert read_html(page.encode("cp1252")).text.strip() == "£5 – café"


def test_nesting_without_end() -> None:
    assert "deep" in text("<div>" * 5000 + "deep" + "</div>" * 5000)


@pytest.mark.parametrize(
    ("page", "cells"),
    [
        ("<tr><td>PC<td>3<tr style='DISPLAY:none'><td>secret<td>4<tr><td>SC<td>5", 2),
        ("<tr><td>PC<td>3<td style='x:y; display : none'>secret<tr><td>SC<td>5", 1),
        ("<tr><td>PC<td>3<tr hidden><td>secret<td><tr><td>SC<td>5", 1),
        (
            "<col><col><col style='mso-width-source:userset;display:none' span=2>"
            "<tr><td>PC<td>3<td>secret<td>secret<tr><td>SC<td>5<td><td>secret",
            3,
        ),
    ],
)
def test_hidden_cells_of_a_table_are_counted_and_not_read(page: str, cells: int) -> None:
    document = read_html(f"<table>{page}</table>".encode())
    assert "secret" not in document.text
    assert [row.cells for row in document.grids[0].rows] == [("PC", "3"), ("SC", "5")]
    (warning,) = document.warnings
    assert f"{cells} cell" in warning
    assert "may not have meant to release" in warning


def grids(rows: str) -> list[Grid]:
    page = f"<p>Outcomes</p><table>{rows}</table>"
    return list(read_html(page.encode()).grids)


@pytest.mark.parametrize("cell", ["th", "td"])
def test_a_header_of_two_rows_names_the_columns(cell: str) -> None:
    (grid,) = grids(
        f"<tr><{cell} rowspan=2>Year</{cell}><{cell} colspan=2>Outcome</{cell}></tr>"
        f"<tr><{cell}>Dismissed</{cell}><{cell}>Resigned</{cell}></tr>"
        "<tr><td>2019</td><td>1</td><td>2</td></tr><tr><td>2020</td><td>3</td><td>4</td></tr>"
    )
    assert grid.header == ("Year", "Outcome\nDismissed", "Outcome\nResigned")
    assert [row.cells for row in grid.rows] == [("2019", "1", "2"), ("2020", "3", "4")]


def test_rows_right_across_head_those_below_them() -> None:
    first, second = grids(
        "<tr><th>Rank</th><th>Outcome</th></tr><tr><td colspan=2><b>2019</b></td></tr>"
        "<tr><td>PC</td><td>Dismissed</td></tr><tr><td colspan=2>2020</td></tr>"
        "<tr><td>Sergeant</td><td>Resigned</td></tr>"
    )
    assert (first.heading, [row.cells for row in first.rows]) == ("2019", [("PC", "Dismissed")])
    assert second.heading == "2020"
    assert second.header == ("Rank", "Outcome")


def test_a_title_right_across_is_no_header() -> None:
    (grid,) = grids(
        "<tr><th colspan=2>Table 1: by year</th></tr><tr><th>Year</th><th>Number</th></tr>"
        "<tr><td>2019</td><td>4</td></tr><tr><td>2020</td><td>7</td></tr>"
    )
    assert (grid.heading, grid.header) == ("Table 1: by year", ("Year", "Number"))


def test_a_hidden_column_under_a_cell_that_spans_it() -> None:
    (grid,) = grids(
        "<colgroup><col><col style='display:none'><col></colgroup>"
        "<tr><th>Year</th><th colspan=2>Officers</th></tr>"
        "<tr><td>2019</td><td>A. Name</td><td>4</td></tr>"
        "<tr><td>2020</td><td>B. Name</td><td>7</td></tr>"
    )
    assert grid.header == ("Year", "Officers")
    assert [row.cells for row in grid.rows] == [("2019", "4"), ("2020", "7")]
