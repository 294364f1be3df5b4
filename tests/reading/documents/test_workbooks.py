"""What workbooks show, in every format: tables, places, values as printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from foitrack.reading.cells_apart import tables_apart
from foitrack.reading.documents.base import Document
from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import Table
from tests.reading.making.sheets import WRITERS, MadeSheet, Value, csv_text

ALL = [*WRITERS, "csv"]
HEADER: list[Value] = ["Year", "Rank", "Number"]


def opened(form: str, *sheets: MadeSheet) -> Document:
    data = csv_text(sheets[0].rows) if form == "csv" else WRITERS[form](*sheets)
    document = open_document(data, f"Data.{form}")
    assert document.format == form
    return document


def tables(form: str, *sheets: MadeSheet) -> tuple[Table, ...]:
    return tables_apart(opened(form, *sheets)).tables


def made(*rows: Sequence[Value]) -> MadeSheet:
    return MadeSheet(rows)


@pytest.mark.parametrize("form", ALL)
def test_a_table_with_its_places(form: str) -> None:
    (table,) = tables(form, made(HEADER, [2019, "PC", 3], [2020, "Sergeant", 1]))
    assert table.columns == ("Year", "Rank", "Number")
    assert table.rows == (("2019", "PC", "3"), ("2020", "Sergeant", "1"))
    assert [(place.sheet, place.cell) for place in table.row_places] == [
        ("Data", "A2:C2"),
        ("Data", "A3:C3"),
    ]


@pytest.mark.parametrize("form", ALL)
def test_a_place_in_the_text_is_a_cell(form: str) -> None:
    document = opened(form, made([None, *HEADER], [], [None, 2019, "PC", 3], [None, 2020, "SC", 5]))
    at = document.text.index("SC")
    place = document.place(at, at + 2)
    assert (place.sheet, place.cell, place.start) == ("Data", "C4", at)


@pytest.mark.parametrize("form", ALL)
def test_title_lines_and_notes_are_text_around_the_table(form: str) -> None:
    document = opened(
        form,
        made(
            ["Freedom of information request 12/21"],
            ["Officers disciplined in 2020"],
            [],
            HEADER,
            [2019, "PC", 3],
            [2020, "SC", 5],
            [],
            ["Note: figures are correct as of the day of extraction."],
        ),
    )
    apart = tables_apart(document)
    (table,) = apart.tables
    assert table.heading == "Officers disciplined in 2020"
    assert len(table.rows) == 2
    assert "Note: figures" in apart.around.text
    assert "PC" not in apart.around.text


@pytest.mark.parametrize("form", ALL)
def test_notes_right_under_the_rows_are_no_rows(form: str) -> None:
    (table,) = tables(
        form,
        made(
            HEADER, [2019, "PC", 3], [2020, "SC", 5], ["* fewer than five officers"], ["Source: HR"]
        ),
    )
    assert len(table.rows) == 2


@pytest.mark.parametrize("form", ALL)
def test_two_tables_one_below_the_other(form: str) -> None:
    first, second = tables(
        form,
        made(
            ["Complaints"], HEADER, [2019, "PC", 3], [2020, "SC", 5],
            [],
            ["Outcomes"], ["Outcome", "Cases"], ["Dismissed", 1], ["Resigned", 2],
        ),
    )  # fmt: skip
    assert (first.heading, second.heading) == ("Complaints", "Outcomes")
    assert second.rows == (("Dismissed", "1"), ("Resigned", "2"))


@pytest.mark.parametrize("form", ALL)
def test_two_tables_without_an_empty_row_between(form: str) -> None:
    first, second = tables(
        form,
        made(
            ["Table 1: complaints"], ["Rank", "Number"], ["PC", 3], ["SC", 5],
            ["Table 2: outcomes"], ["Outcome", "Cases"], ["Dismissed", 1], ["Resigned", 2],
        ),
    )  # fmt: skip
    assert first.rows == (("PC", "3"), ("SC", "5"))
    assert second.columns == ("Outcome", "Cases")
    assert second.heading == "Table 2: outcomes"


@pytest.mark.parametrize("form", ALL)
def test_two_tables_side_by_side(form: str) -> None:
    first, second = tables(
        form,
        made(
            ["Rank", "Number", None, "Outcome", "Cases"],
            ["PC", 3, None, "Dismissed", 1],
            ["SC", 5, None, "Resigned", 2],
            ["DC", 4],
        ),
    )
    assert first.rows == (("PC", "3"), ("SC", "5"), ("DC", "4"))
    assert second.rows == (("Dismissed", "1"), ("Resigned", "2"))
    assert second.row_places[0].cell == "D2:E2"


@pytest.mark.parametrize("form", ALL)
def test_an_empty_column_within_a_table_parts_nothing(form: str) -> None:
    (table,) = tables(
        form, made(["Rank", None, "Number", "Share"], ["PC", None, 3, 1], ["SC", None, 5, 2])
    )
    assert table.columns == ("Rank", "Number", "Share")


@pytest.mark.parametrize("form", ALL)
def test_empty_rows_in_the_middle_part_nothing(form: str) -> None:
    (table,) = tables(
        form, made(HEADER, [2019, "PC", 3], [], [2020, "SC", 5], [], [], [2021, "PC", 1])
    )
    assert [row[0] for row in table.rows] == ["2019", "2020", "2021"]
    assert [place.cell for place in table.row_places] == ["A2:C2", "A4:C4", "A7:C7"]


@pytest.mark.parametrize("form", ALL)
def test_a_header_printed_again_is_no_row(form: str) -> None:
    (table,) = tables(form, made(HEADER, [2019, "PC", 3], HEADER, [2020, "SC", 5]))
    assert len(table.rows) == 2


@pytest.mark.parametrize("form", ALL)
def test_a_total_stands_apart_and_is_checked(form: str) -> None:
    (table,) = tables(form, made(["Rank", "Number"], ["PC", 3], ["SC", 5], [], ["Grand total", 9]))
    assert table.total_row == ("Grand total", "9")
    assert any("not the sum" in flag for flag in table.flags)


@pytest.mark.parametrize("form", ALL)
def test_years_between_the_rows_head_what_follows(form: str) -> None:
    found = tables(
        form,
        made(
            ["Rank", "Outcome"],
            ["2019"],
            ["PC", "NFA"],
            ["SC", "NFA"],
            ["2020"],
            ["PC", "Dismissed"],
        ),
    )
    assert [(t.heading, len(t.rows)) for t in found] == [("2019", 2), ("2020", 1)]
    assert all(t.columns == ("Rank", "Outcome") for t in found)


@pytest.mark.parametrize("form", WRITERS)
def test_a_sheet_named_for_a_year_heads_its_table(form: str) -> None:
    rows = [["Rank", "Outcome"], ["PC", "NFA"], ["SC", "NFA"]]
    found = tables(form, MadeSheet(rows, "2019"), MadeSheet(rows, "2020-21"))
    assert [t.heading for t in found] == ["2019", "2020-21"]
    assert [t.place.sheet for t in found] == ["2019", "2020-21"]


@pytest.mark.parametrize("form", ALL)
def test_values_are_as_printed(form: str) -> None:
    row: list[Value] = ["007", "<5", "*", True, 0.5, "#REF!", date(2021, 2, 1), "1 - 4"]
    sheet = MadeSheet([["a", "b", "c", "d", "e", "f", "g", "h"], row, row])
    (table,) = tables(form, sheet)
    assert table.rows[0] == ("007", "<5", "*", "TRUE", "0.5", "#REF!", "01/02/2021", "1 - 4")


@pytest.mark.parametrize("form", WRITERS)
def test_days_printed_month_first_keep_their_own_day(form: str) -> None:
    sheet = MadeSheet(
        [["Date", "Rank"], [date(2021, 2, 1), "PC"], [date(2021, 12, 25), "SC"]],
        formats={(2, 0): "mm/dd/yyyy", (3, 0): "mm/dd/yyyy"},
    )
    (table,) = tables(form, sheet)
    assert [row[0] for row in table.rows] == ["02/01/2021", "12/25/2021"]
    assert table.true_values == {(0, 0): "2021-02-01", (1, 0): "2021-12-25"}
    assert any("month first" in flag for flag in table.flags)


@pytest.mark.parametrize("form", WRITERS)
def test_percentages_are_printed(form: str) -> None:
    sheet = MadeSheet(
        [["Rank", "Share"], ["PC", 0.25], ["SC", 1]], formats={(2, 1): "0.0%", (3, 1): "0%"}
    )
    (table,) = tables(form, sheet)
    assert [row[1] for row in table.rows] == ["25.0%", "100%"]


@pytest.mark.parametrize("form", WRITERS)
def test_a_header_of_two_rows(form: str) -> None:
    sheet = MadeSheet(
        [
            ["Outcome", "Officers", None, "Staff", None],
            [None, 2019, 2020, 2019, 2020],
            ["Dismissed", 1, 2, 0, 3],
            ["Resigned", 4, 0, 1, 1],
        ],
        merges=("A1:A2", "B1:C1", "D1:E1"),
    )
    (table,) = tables(form, sheet)
    assert table.columns == (
        "Outcome", "Officers – 2019", "Officers – 2020", "Staff – 2019", "Staff – 2020",
    )  # fmt: skip
    assert table.rows[0] == ("Dismissed", "1", "2", "0", "3")


@pytest.mark.parametrize("form", ALL)
def test_one_label_over_all_the_years_is_a_heading(form: str) -> None:
    sheet = MadeSheet(
        [
            ["Outcome", "Number of officers", None, None],
            [None, 2019, 2020, 2021],
            ["Dismissed", 1, 2, 0],
            ["Resigned", 4, 0, 1],
        ],
        merges=("A1:A2", "B1:D1"),
    )
    (table,) = tables(form, sheet)
    assert table.columns == ("Outcome", "2019", "2020", "2021")
    assert table.heading == "Number of officers"


@pytest.mark.parametrize("form", WRITERS)
def test_a_label_merged_over_rows_stands_in_each(form: str) -> None:
    sheet = MadeSheet(
        [["Year", "Rank", "Number"], [2019, "PC", 3], [None, "SC", 5], [2020, "PC", 1]],
        merges=("A2:A3",),
    )
    (table,) = tables(form, sheet)
    assert table.rows == (("2019", "PC", "3"), ("2019", "SC", "5"), ("2020", "PC", "1"))


@pytest.mark.parametrize("form", WRITERS)
def test_a_figure_merged_over_rows_is_read_once(form: str) -> None:
    sheet = MadeSheet(
        [
            ["Rank", "Allegation", "Number"],
            ["PC", "Rudeness", 3],
            ["PC", "Delay", None],
            ["SC", "x", 1],
        ],
        merges=("C2:C3",),
    )
    (table,) = tables(form, sheet)
    assert [row[2] for row in table.rows] == ["3", "", "1"]
    assert any("C2" in warning for warning in opened(form, sheet).warnings)


@pytest.mark.parametrize("form", ALL)
def test_line_ends_within_a_cell_stay(form: str) -> None:
    (table,) = tables(form, made(["Year", "Outcome"], [2019, "1x Warning\n\n2x  NFA"], [2020, "x"]))
    assert table.rows[0][1] == "1x Warning\n2x NFA"


@pytest.mark.parametrize("form", WRITERS)
def test_every_sheet_is_read(form: str) -> None:
    rows = [["Rank", "Number"], ["PC", 3], ["SC", 1]]
    found = tables(form, MadeSheet(rows, "Officers"), MadeSheet(rows, "Staff"))
    assert [t.place.sheet for t in found] == ["Officers", "Staff"]


@pytest.mark.parametrize("form", ALL)
def test_rows_that_lack_a_column_below_an_empty_row(form: str) -> None:
    """The column that they lack parts no table in two."""
    header: list[Value] = ["Date", "Number", "Rank", "Outcome", "Force"]
    (table,) = tables(
        form,
        made(
            header, ["01/02/2020", 1, "PC", "NFA", "Kent"], [],
            ["02/02/2020", 1, None, "NFA", "Kent"], ["03/02/2020", 2, None, "NFA", "Kent"],
        ),
    )  # fmt: skip
    assert [row[2] for row in table.rows] == ["PC", "", ""]


@pytest.mark.parametrize("form", ALL)
def test_an_empty_row_under_the_header(form: str) -> None:
    (table,) = tables(form, made(["Complaints"], HEADER, [], [2019, "PC", 3], [2020, "SC", 5]))
    assert table.columns == ("Year", "Rank", "Number")
    assert table.heading == "Complaints"
    assert len(table.rows) == 2


@pytest.mark.parametrize("form", WRITERS)
def test_hidden_rows_and_columns_part_no_table(form: str) -> None:
    rows: list[list[Value]] = [
        ["Rank", "Outcome", "Name", "Force"],
        ["PC", "Written warning", "x", "Kent"],
        ["Sergeant", "Dismissed", "x", "Essex"],
        ["Inspector", "Resigned", "x", "Gwent"],
        ["Constable", "No action", "x", "Surrey"],
    ]
    sheet = MadeSheet(rows, hidden_rows=frozenset({3, 4}), hidden_columns=frozenset({2}))
    (table,) = tables(form, sheet)
    assert table.columns == ("Rank", "Outcome", "Force")
    assert [row[0] for row in table.rows] == ["PC", "Constable"]


@pytest.mark.parametrize("form", ALL)
def test_labels_with_values_are_text_and_a_small_table_is_none_of_them(form: str) -> None:
    document = opened(
        form,
        made(
            ["Reference", "FOI 1234/21"], ["Date", "4 March 2021"], [],
            ["Ref no.", "Outcome"], ["1", "NFA"], ["2", "Dismissed"],
        ),
    )  # fmt: skip
    apart = tables_apart(document)
    assert [table.columns for table in apart.tables] == [("Ref no.", "Outcome")]
    assert "Reference\tFOI 1234/21" in apart.around.text


@pytest.mark.parametrize("form", ALL)
@pytest.mark.parametrize(
    "note", ["Note: figures as recorded on 2 May 2024.", "Source: the force's own system"]
)
def test_a_note_below_one_table_is_no_heading_of_the_next(form: str, note: str) -> None:
    first, second = tables(
        form,
        made(
            ["Use of force by year", "", ""], HEADER, [2019, "PC", 3], [2020, "PS", 1],
            [note], [], [], ["Age", "Men", "Women"], ["18-34", 20, 30], ["35-49", 15, 12],
        ),
    )  # fmt: skip
    assert first.heading == "Use of force by year"
    assert second.columns == ("Age", "Men", "Women")
    assert second.heading is None


@pytest.mark.parametrize("form", ALL)
@pytest.mark.parametrize(
    ("caption", "labels"),
    [
        (["Count of Case Ref", "Column Labels"], "Row Labels"),
        (["Anything", "Column Labels"], "Row Labels"),
        (["Sum of Number", "Year"], "Rank"),
    ],
)
@pytest.mark.parametrize("title", [[], [["Officers dismissed"]]])
def test_what_a_pivot_table_counts_stands_over_its_header(
    form: str, caption: list[Value], labels: str, title: list[list[Value]]
) -> None:
    years = [labels, "2020", "2021", "Grand Total"]
    body: list[list[Value]] = [["PC", 4, 6, 10], ["PS", 1, 0, 1], ["Grand Total", 5, 6, 11]]
    (table,) = tables(form, made(*title, caption, years, *body))
    assert table.columns == tuple(years)
    assert table.rows == (("PC", "4", "6", "10"), ("PS", "1", "0", "1"))
    assert table.total_row == ("Grand Total", "5", "6", "11")
    assert table.heading == (title[0][0] if title else caption[0])
