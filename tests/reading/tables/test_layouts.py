"""How tables look in real answers, shape by shape."""

from __future__ import annotations

import pytest

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from foitrack.reading.tables.ruled import find_piped


def found(text: str) -> tuple[Table, ...]:
    return find_tables(text, in_text)


def test_a_total_stands_apart_and_is_checked() -> None:
    (table,) = found("Rank\tNumber\nPC\t4\nSergeant\t2\nTotal\t6\n")
    assert table.rows == (("PC", "4"), ("Sergeant", "2"))
    assert table.total_row == ("Total", "6")
    assert table.flags == ()


def test_a_total_that_does_not_add_up_is_flagged() -> None:
    (table,) = found("Rank\tNumber\nPC\t4\nSergeant\t2\nTotal\t7\n")
    assert any("Number" in flag for flag in table.flags)


def test_a_total_of_suppressed_figures_may_be_anything_between() -> None:
    (fits,) = found("Rank\tNumber\nPC\t<5\nSergeant\t2\nTotal\t6\n")
    assert fits.flags == ()
    (cannot,) = found("Rank\tNumber\nPC\t<5\nSergeant\t2\nTotal\t9\n")
    assert cannot.flags != ()


def test_totals_of_groups_are_no_part_of_the_whole() -> None:
    (table,) = found(
        "Year\tRank\tNumber\n2019\tPC\t1\n\tPS\t2\n2019 Total\t\t3\n2020\tPC\t4\n"
        "2020 Sub-total\t\t4\nGrand Total\t\t7\n"
    )
    assert table.flags == ()
    assert table.total_row == ("Grand Total", "", "7")


def test_a_header_printed_again_is_no_row() -> None:
    (table,) = found("Year\tNumber\n2018\t4\nYear\tNumber\n2019\t2\n")
    assert table.rows == (("2018", "4"), ("2019", "2"))


def test_headings_that_a_letterhead_has_too() -> None:
    (first,) = found("Reference\tRank\tOutcome\nA\tPC\tAdvice\nB\tPC\tDismissed\n")
    assert first.columns == ("Reference", "Rank", "Outcome")
    (second,) = found("Year\tDismissed\tExtension of warning\n2019\t1\t2\n2020\t4\t5\n")
    assert second.columns == ("Year", "Dismissed", "Extension of warning")
    (third,) = found("Date\tRank\tAllegation\nofficer\tPC\t0\nauthority\tPS\t0\n")
    assert third.columns == ("Date", "Rank", "Allegation")
    assert found("Someham Council\tExt. 4711\nHigh Street\tDate: 3 May\n") == ()


def test_a_row_broken_over_two_lines() -> None:
    (table,) = found(
        "Date\tAllegation\tRank\tOutcome\n"
        "11/2015\tPosted remarks\tPC\tAdvice\n"
        "12/2015\tPosted a picture of\n"
        "a colleague\tPC\tAdvice\n"
    )
    assert table.rows[1] == ("12/2015", "Posted a picture of a colleague", "PC", "Advice")


def test_too_few_cells_are_flagged() -> None:
    (table,) = found("Date\tRank\tOutcome\n2018\tPC\tAdvice\n2019\tPC\n2020\tPC\tAdvice\n")
    assert table.rows[1] == ("2019", "PC", "")
    assert table.flags


def test_empty_cells_in_the_middle_stay_where_they_are() -> None:
    (table,) = found("Date\tRank\tOutcome\n2018\t\tAdvice\n2019\tPC\tAdvice\n")
    assert table.rows[0] == ("2018", "", "Advice")


def test_a_letterhead_is_no_table() -> None:
    assert found("Our ref:\tFOI 123\nDate:\t3 May 2023\nTel:\t01234 567890\n\nDear Sir\n") == ()
    assert (
        found(
            "Town Hall                     Our ref: FOI 123\n"
            "High Street                   Date: 3 May 2023\n"
            "Someham SM1 2AB               Tel: 01234 567890\n"
        )
        == ()
    )


def test_two_spaces_after_a_full_stop_are_no_columns() -> None:
    text = "\n".join(["We hold some of it.  The rest is not held.  We searched everywhere."] * 5)
    assert found(text) == ()


def test_a_heading_over_a_table() -> None:
    (table,) = found("2018\n\nRank\tOutcome\nPC\tAdvice\nPC\tDismissed\n")
    assert table.heading == "2018"


def test_years_as_columns_in_running_text() -> None:
    (table,) = found("Rank 2018 2019 2020\nConstable 4 5 6\nSergeant 1 0 <5\nTotal 5 5 8\n")
    assert table.columns == ("Rank", "2018", "2019", "2020")
    assert table.rows == (("Constable", "4", "5", "6"), ("Sergeant", "1", "0", "<5"))
    assert table.total_row == ("Total", "5", "5", "8")


def test_a_list_of_years_with_their_figures() -> None:
    (table,) = found("Year Number\n2018 5\n2019 7\n2020 1,204\n")
    assert table.columns == ("Year", "Number")
    assert table.rows == (("2018", "5"), ("2019", "7"), ("2020", "1,204"))


def test_items_under_years_are_parted_by_the_totals() -> None:
    (table,) = found(
        "2019 2020\nNo of officers 3 2\n"
        "Outcomes 1x Dismissed\n2x Written warning\n1x Resigned\n1x Dismissed\n"
    )
    assert table.rows[1] == (
        "Outcomes",
        "1x Dismissed\n2x Written warning",
        "1x Resigned\n1x Dismissed",
    )


def test_items_that_cannot_be_parted_are_left_alone() -> None:
    (table,) = found(
        "2019 2020\nNo of officers 3 2\nOutcomes 2x Dismissed\n2x Resigned\n1x Advice\n"
    )
    assert len(table.rows) == 1


def test_numbered_labels_make_a_list() -> None:
    (table,) = found("Case 1 Posted remarks.\nCase 2 Shared a picture.\nCase 3 Sent messages.\n")
    assert table.rows[2] == ("Case 3", "Sent messages.")


def test_headings_then_one_cell_a_line_without_tabs() -> None:
    (table,) = found("Rank\nOutcome\n\nPC\nAdvice\n\nSergeant\nDismissed\n")
    assert table.columns == ("Rank", "Outcome")
    assert table.rows == (("PC", "Advice"), ("Sergeant", "Dismissed"))


def test_prose_is_no_table() -> None:
    assert found("In 2018 and 2019 we had 4 officers.\nIn 2020 there were 5.\n\nThank you.\n") == ()


def test_row_places_are_the_rows() -> None:
    text = "Rank\tNumber\nPC\t4\nSergeant\t2\n"
    (table,) = found(text)
    place = table.row_places[1]
    assert text[place.start : place.end] == "Sergeant\t2"
    assert (place.table, place.row) == (1, 2)


BOX = """Outcomes of the year

┌──────┬──────┬───────────┐
│ Year │ Rank │ Outcome   │
├──────┼──────┼───────────┤
│ 2019 │ PC   │ Dismissed │
│ 2020 │ PS   │ Written   │
│      │      │ warning   │
│      │ PC   │ Resigned  │
└──────┴──────┴───────────┘
"""


def test_a_drawn_table_whose_cells_run_over_lines() -> None:
    (table,) = found(BOX)
    assert table.rows == (
        ("2019", "PC", "Dismissed"),
        ("2020", "PS", "Written warning"),
        ("", "PC", "Resigned"),
    )
    assert table.heading == "Outcomes of the year"


def test_small_letters_alone_run_on_from_nothing() -> None:
    (table,) = found("| Year | Outcome |\n|---|---|\n| 2019 | dismissed |\n| | resigned |\n")
    assert table.rows == (("2019", "dismissed"), ("", "resigned"))


def test_a_stroke_that_is_written_as_one() -> None:
    (table,) = found("| Year | Rank |\n|---|---|\n| 2019 | PC \\| PS |\n| 2020 | PC |\n")
    assert table.rows == (("2019", "PC | PS"), ("2020", "PC"))


@pytest.mark.parametrize("between", ["\n", ""])
def test_records_one_below_the_other(between: str) -> None:
    blocks = [
        "Year: 2019\nRank: PC\nOutcome: Dismissed\n",
        "Year: 2020\nRank: Sergeant\nOutcome: Written warning\n",
        "**Year:** 2021\n**Rank:** PC\n**Outcome:** Resigned\n",
    ]
    (table,) = found("Cases\n\n" + between.join(blocks) + "\nYours sincerely\n")
    assert table.columns == ("Year", "Rank", "Outcome")
    assert table.rows == (
        ("2019", "PC", "Dismissed"),
        ("2020", "Sergeant", "Written warning"),
        ("2021", "PC", "Resigned"),
    )


@pytest.mark.parametrize("between", ["\n", ""])
@pytest.mark.parametrize("title", ["Case {}", "**Officer {}:**", "Incident No. {}"])
def test_records_under_a_line_that_numbers_them(title: str, between: str) -> None:
    blocks = [
        "Year: 2019\nRank: PC\nOutcome: Dismissed\n",
        "Year: 2020\nRank: Sergeant\nOutcome: Written warning\n",
    ]
    text = "\n".join(f"{title.format(n)}\n{between}{block}" for n, block in enumerate(blocks, 1))
    (table,) = found(f"Each case is told below.\n\n{text}\nYours sincerely\n")
    assert table.columns == ("", "Year", "Rank", "Outcome")
    name = title.strip("*:")
    assert table.rows == (
        (name.format(1), "2019", "PC", "Dismissed"),
        (name.format(2), "2020", "Sergeant", "Written warning"),
    )
    assert table.heading is None


@pytest.mark.parametrize(
    "text",
    [
        "From: A\nTo: B\nSubject: C\n\nFrom: B\nTo: A\nSubject: D\n",
        "Question: How many?\nAnswer: Three.\n\nQuestion: Who?\nAnswer: Not held.\n",
        "Our ref: 12\nDate: 3 May\n\nDear Sir\n",
    ],
)
def test_what_is_no_record(text: str) -> None:
    assert found(text) == ()


def test_a_row_that_is_closed_takes_no_words_from_below() -> None:
    text = """Exemption | Reason | Part
S.40 (2), personal information | Disclosure would be contrary to the law on
data protection |
We can confirm that the University holds this.
You have the right to ask for an internal review.
"""
    (grid,) = find_piped(text)
    assert "internal review" not in grid.span.of(text)
    assert "We can confirm" not in grid.span.of(text)
