"""How tables look in PDFs of real answers, shape by shape."""

from __future__ import annotations

import io
from typing import Any

import pytest

from foitrack.reading.counts import parse_count
from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables

GRID = ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))


def found(
    rows: list[list[Any]], *style: Any, ruled: bool = True, wide: int = 110
) -> tuple[Table, ...]:
    """What is read of rows printed as a table, some of whose cells may be merged."""
    from reportlab.platypus import SimpleDocTemplate
    from reportlab.platypus import Table as Printed

    stream = io.BytesIO()
    printed = Printed(rows, colWidths=wide, style=[*([GRID] if ruled else []), *style])
    SimpleDocTemplate(stream).build([printed])
    document = read_pdf(stream.getvalue(), "table.pdf")
    try:
        return find_tables(document.text.replace("\t", " "), document.place, document.grids)
    finally:
        document.close()


@pytest.mark.parametrize("ruled", [True, False])
def test_a_total_stands_apart_and_is_checked(ruled: bool) -> None:
    rows = [["Rank", "Number"], ["PC", "4"], ["Sergeant", "2"], ["Total", "6"]]
    (table,) = found(rows, ruled=ruled)
    assert table.rows == (("PC", "4"), ("Sergeant", "2"))
    assert table.total_row == ("Total", "6")
    assert table.flags == ()
    (wrong,) = found([*rows[:3], ["Total", "7"]], ruled=ruled)
    assert any("Number" in flag for flag in wrong.flags)


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("mark", ["<5", "*", "-"])
def test_a_suppressed_figure_is_kept_as_printed(ruled: bool, mark: str) -> None:
    (table,) = found([["Rank", "2019", "2020"], ["PC", mark, "12"], ["SG", "7", mark]], ruled=ruled)
    assert table.columns == ("Rank", "2019", "2020")
    assert table.rows == (("PC", mark, "12"), ("SG", "7", mark))
    count = parse_count(mark)
    assert count is not None and count.exact is None


def test_a_cell_over_several_rows_stands_in_each() -> None:
    (table,) = found(
        [["Year", "Rank"], ["2019", "PC"], ["", "Sergeant"], ["2020", "PC"]],
        ("SPAN", (0, 1), (0, 2)),
    )
    assert table.rows == (("2019", "PC"), ("2019", "Sergeant"), ("2020", "PC"))


def test_a_header_of_two_rows_is_one() -> None:
    (table,) = found(
        [["Rank", "Officers", ""], ["", "2019", "2020"], ["PC", "3", "4"], ["Sergeant", "1", "0"]],
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (0, 0), (0, 1)),
    )
    assert table.columns == ("Rank", "Officers 2019", "Officers 2020")
    assert table.rows == (("PC", "3", "4"), ("Sergeant", "1", "0"))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("02/02/202\n3", "02/02/2023"),
        ("2023-0\n2-14", "2023-02-14"),
        ("heard 15/06/\n2023 here", "heard 15/06/2023 here"),
        ("02/02/2023\n3", "02/02/2023 3"),
        ("2\n3 PCs", "2 3 PCs"),
        ("41/7\n2023", "41/7 2023"),
    ],
)
def test_a_day_broken_in_a_narrow_cell(broken: str, whole: str) -> None:
    (table,) = found([["Date", "Rank"], [broken, "PC"], ["03/03/2023", "Sergeant"]])
    assert table.rows[0] == (whole, "PC")


def test_a_row_right_across_heads_what_is_below() -> None:
    first, second = found(
        [["Rank", "Outcome"], ["2019", ""], ["PC", "Advice"], ["2020", ""], ["PC", "Dismissed"]],
        ("SPAN", (0, 1), (1, 1)),
        ("SPAN", (0, 3), (1, 3)),
    )
    assert (first.heading, first.rows) == ("2019", (("PC", "Advice"),))
    assert (second.heading, second.rows) == ("2020", (("PC", "Dismissed"),))
    assert second.columns == ("Rank", "Outcome")


def test_columns_that_only_the_header_rules() -> None:
    (table,) = found(
        [["Rank", "Outcome"], ["PC", "Advice"], ["Sergeant", "Dismissed"]],
        ("GRID", (0, 0), (-1, 0), 0.5, (0, 0, 0)),
        ("BOX", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
        ruled=False,
    )
    assert table.rows == (("PC", "Advice"), ("Sergeant", "Dismissed"))


def test_rows_that_are_alike_on_two_pages_are_all_kept() -> None:
    rows = [["Rank", "Outcome"], *[["PC", "Advice"]] * 90]
    (table,) = found(rows)
    assert len(table.rows) == 90


def test_a_page_whose_rows_fill_one_column_goes_on_with_the_table() -> None:
    rows = [["Rank", "Note"], *[["PC", "Advice"]] * 34, *[["Sergeant", ""]] * 80, ["PC", "Advice"]]
    (table,) = found(rows)
    assert [list(row) for row in table.rows] == rows[1:]


@pytest.mark.parametrize("where", ["TOP", "MIDDLE", "BOTTOM"])
def test_cells_of_several_lines_without_rules_wherever_the_others_stand(where: str) -> None:
    """A row is one row, over pages too, whether its short cells stand at its head or foot."""
    said = "Words 0 on a page of theirs, told by them"
    rows = [[f"{2001 + n}", "PC", said.replace("0", str(n)), "Advice"] for n in range(44)]
    (table,) = found(
        [
            ["Year", "Rank", "Allegation", "Outcome"],
            *([*row[:2], _wrapped(row[2]), row[3]] for row in rows),
        ],
        ("VALIGN", (0, 0), (-1, -1), where),
        ruled=False,
    )
    assert table.columns == ("Year", "Rank", "Allegation", "Outcome")
    assert [list(row) for row in table.rows] == rows


def test_headings_of_two_lines_around_one_in_the_middle() -> None:
    rows = [["Year", "Written\nwarnings", "No further\naction"]]
    rows += [["2018", "12", "1,204"], ["2019", "7", "3"], ["2020", "<5", "17"]]
    (table,) = found(
        rows, ("ALIGN", (1, 0), (-1, -1), "CENTER"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ruled=False,
    )  # fmt: skip
    assert table.columns == ("Year", "Written warnings", "No further action")
    assert [list(row) for row in table.rows] == rows[1:]


def _wrapped(said: str) -> str:
    """Three lines of a cell."""
    words = said.split()
    return "\n".join(" ".join(words[n : n + 4]) for n in range(0, len(words), 4))


@pytest.mark.parametrize("years", [["2021", "2022"], ["Officers dismissed", "Staff dismissed"]])
def test_what_stands_over_each_of_two_tables_side_by_side(years: list[str]) -> None:
    from reportlab.platypus import Table as Printed

    bodies = [[["PC", "Dismissed"], ["PS", "NFA"]], [["DC", "Resigned"], ["PS", "Advice"]]]
    own = [Printed([["Rank", "Outcome"], *body], style=[GRID]) for body in bodies]
    first, second = found([years, own], ("VALIGN", (0, 0), (-1, -1), "TOP"), ruled=False, wide=220)
    assert (first.heading, second.heading) == tuple(years)
    assert [table.rows for table in (first, second)] == [tuple(map(tuple, body)) for body in bodies]
