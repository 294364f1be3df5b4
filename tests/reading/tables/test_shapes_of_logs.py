"""Shapes that disclosure logs have: headings over several columns, sections, halves, notes."""

from __future__ import annotations

import textwrap

import pytest

from foitrack.reading.documents.base import in_text
from foitrack.reading.documents.html import read_html
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from tests.reading.making.pdf_rows import Sheet

Rows = list[tuple[str, ...]]


def read(text: str) -> tuple[Table, ...]:
    return find_tables(textwrap.dedent(text), in_text)


def of_page(table: str) -> tuple[Table, ...]:
    document = read_html(f"<p>Please see:</p><table>{table}</table>".encode())
    return find_tables(document.text, document.place, document.grids)


def as_rows(table: Table) -> Rows:
    return [table.columns, *table.rows, *([table.total_row] if table.total_row else [])]


BY_YEAR: Rows = [
    ("Rank", "2020 M", "2020 F", "2021 M", "2021 F", "2022 M", "2022 F"),
    ("Constable", "12", "7", "14", "9", "11", "8"),
    ("Sergeant", "3", "2", "4", "0", "<5", "1"),
    ("Total", "15", "9", "18", "9", "12 to 15", "9"),
]


def test_years_over_men_and_women_in_a_page_without_rules() -> None:
    sheet = Sheet((250, "c"), (350, "c"), (450, "c"))
    sheet.row("2020", "2021", "2022")
    sheet.columns = ((72, "l"), *((225 + 50 * n, "c") for n in range(6)))
    sheet.row("Rank", *"MFMFMF")
    (table,) = sheet.rows(*BY_YEAR[1:]).tables()
    assert as_rows(table) == BY_YEAR
    assert table.flags == ()


@pytest.mark.parametrize("how", ["r", "l"])
def test_years_set_with_their_columns_beside_the_name_of_the_labels(how: str) -> None:
    """Both years end, or begin, where their columns do: the middles tell nothing."""
    sheet = Sheet(
        (72, "l"), ((290, "r") if how == "r" else (170, "l")), (490 - 120 * (how == "l"), how)
    )
    sheet.row("Vehicle", "2022/23", "2023/24")
    places = (200, 290, 400, 490) if how == "r" else (170, 230, 370, 430)
    sheet.columns = ((72, "l"), *((place, how) for place in places))
    sheet.row("", "Crashes", "Repairs", "Crashes", "Repairs")
    rows: Rows = [("Cars", "312", "£402,118", "298", "£388,004"), ("Vans", "8", "£9", "6", "")]
    (table,) = sheet.rows(*rows).tables()
    heads = ("2022/23 Crashes", "2022/23 Repairs", "2023/24 Crashes", "2023/24 Repairs")
    assert as_rows(table) == [("Vehicle", *heads), *rows]


def test_years_beside_the_name_of_the_labels_in_plain_text() -> None:
    (table,) = read(
        """
        Vehicle                   2022                  2023
                    Crashes    Repairs    Crashes    Repairs
        Cars            312       £402        298       £388
        Vans             88       £120         91       £131
        """
    )
    assert as_rows(table) == [
        ("Vehicle", "2022 Crashes", "2022 Repairs", "2023 Crashes", "2023 Repairs"),
        ("Cars", "312", "£402", "298", "£388"),
        ("Vans", "88", "£120", "91", "£131"),
    ]


@pytest.mark.parametrize("how", ["r", "c"])
def test_numbers_beside_shares_below_each_year(how: str) -> None:
    sheet = Sheet((230, "c"), (360, "c"))
    sheet.row("2020/21", "2021/22")
    sheet.columns = ((72, "l"), *((200 + 65 * n, how) for n in range(4)))
    rows: Rows = [
        ("Ashdale", "14", "20.0", "18", "31.6"),
        ("Broom", "26", "37.1", "20", "35.1"),
        ("Carrick", "30", "42.9", "19", "33.3"),
    ]
    sheet.row("Ward", "No.", "%", "No.", "%")
    (table,) = sheet.rows(*rows).tables()
    head = ("Ward", "2020/21 No.", "2020/21 %", "2021/22 No.", "2021/22 %")
    assert as_rows(table) == [head, *rows]


@pytest.mark.parametrize(
    "text",
    [
        """
                         2020          2021         2022
        Rank           M     F      M      F      M     F
        Constable     12     7     14      9     11     8
        Sergeant       3     2      4      0     <5     1
        Total         15     9     18      9  12 to 15  9
        """,
        "\t2020\t\t2021\t\t2022\t\nRank\tM\tF\tM\tF\tM\tF\nConstable\t12\t7\t14\t9\t11\t8\n"
        "Sergeant\t3\t2\t4\t0\t<5\t1\nTotal\t15\t9\t18\t9\t12 to 15\t9\n",
        "| |2020| |2021| |2022| |\n|-|-|-|-|-|-|-|\n|Rank|M|F|M|F|M|F|\n"
        "|Constable|12|7|14|9|11|8|\n|Sergeant|3|2|4|0|<5|1|\n|Total|15|9|18|9|12 to 15|9|\n",
    ],
)
def test_years_over_men_and_women_in_text(text: str) -> None:
    (table,) = read(text)
    assert as_rows(table) == BY_YEAR


def test_one_heading_of_two_is_no_heading_over_both() -> None:
    (table,) = read("\tNote\nRank\tWords\nPC\tAdvice\nPS\tNone\n")
    assert as_rows(table) == [("Rank", "Words"), ("PC", "Advice"), ("PS", "None")]


SECTIONS = {
    "spaces": """
        Station            2020   2021
        North area
        Ashdale               4      7
        Broom                 2      1
        South area
        Carrick               9      3
        """,
    "spaces, set in": """
        Station            2020   2021
        North area
          Ashdale             4      7
          Broom               2      1
        South area
          Carrick             9      3
        """,
    "tabs": "Station\t2020\t2021\nNorth area\t\t\nAshdale\t4\t7\nBroom\t2\t1\nSouth area\t\t\n"
    "Carrick\t9\t3\n",
}


@pytest.mark.parametrize("how", SECTIONS)
def test_areas_stand_over_their_stations(how: str) -> None:
    (table,) = read(SECTIONS[how])
    assert as_rows(table) == [
        ("Station", "2020", "2021"),
        ("North area", "", ""),
        ("Ashdale", "4", "7"),
        ("Broom", "2", "1"),
        ("South area", "", ""),
        ("Carrick", "9", "3"),
    ]


HALVES: Rows = [
    ("Year", "Number"),
    ("2015", "14"),
    ("2016", "<5"),
    ("2017", "22"),
    ("2018", "31"),
    ("2019", "9"),
]


def test_two_halves_side_by_side_are_one_below_the_other() -> None:
    (of_text,) = read(
        """
        Year   Number        Year   Number
        2015       14        2018       31
        2016       <5        2019        9
        2017       22
        """
    )
    (page,) = of_page(
        "<tr><th>Year<th>Number<th>Year<th>Number</tr><tr><td>2015<td>14<td>2018<td>31</tr>"
        "<tr><td>2016<td>&lt;5<td>2019<td>9</tr><tr><td>2017<td>22<td><td></tr>"
    )
    sheet = Sheet((72, "l"), (180, "r"), (320, "l"), (430, "r"))
    sheet.row("Year", "Number", "Year", "Number")
    sheet.rows(("2015", "14", "2018", "31"), ("2016", "<5", "2019", "9"), ("2017", "22"))
    (printed,) = sheet.tables()
    assert as_rows(of_text) == as_rows(page) == as_rows(printed) == HALVES


def test_unlike_tables_side_by_side_stay_as_printed() -> None:
    (table,) = read(
        """
        Year   Number        Rank         Officers
        2019       14        Constable          31
        2020       17        Sergeant            9
        2021       22        Inspector           4
        """
    )
    assert table.columns == ("Year", "Number", "Rank", "Officers")
    assert len(table.rows) == 3


def test_a_list_of_years_with_none_and_a_total() -> None:
    (table,) = read("We hold this:\n\n2019: 12\n2020: <5\n2021: nil\nTotal: 15\n")
    assert table.rows == (("2019", "12"), ("2020", "<5"), ("2021", "nil"))
    assert (table.total_row, table.flags) == (("Total", "15"), ())
    (wrong,) = read("2019: 12\n2020: <5\nTotal: 20\n")
    assert wrong.flags


def test_a_cell_that_ends_in_the_last_column_of_the_next_line() -> None:
    (table,) = read(
        """
        Date         Allegation                          Outcome
        03/05/2020   Posted remarks about a colleague    Written warning
                     on a page that all could see
        09/07/2020   Shared a picture                    Management
                                                         advice
        01/06/2021   Messages                            Dismissed
        """
    )
    assert table.rows[0][1] == "Posted remarks about a colleague on a page that all could see"
    assert table.rows[1] == ("09/07/2020", "Shared a picture", "Management advice")


def test_notes_right_across_at_the_foot_are_no_rows() -> None:
    rows = "<tr><th>Year<th>Refused</tr><tr><td>2020<td>12*</tr><tr><td>2021<td>&lt;5</tr>"
    notes = "<tr><td colspan=2>* Two of them in part.</tr><tr><td colspan=2>To May only.</tr>"
    (table,) = of_page(rows + notes)
    assert table.rows == (("2020", "12*"), ("2021", "<5"))
    (whole,) = of_page(f"{rows}<tr><td colspan=2>Total: none kept</tr>")
    assert len(whole.rows) == 2 and whole.total_row is not None
