"""What stands between the rows of a table: years, notes, and the header of the next table."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from tests.reading.tables.test_round_trip import Rows, around, tables

Lay = Callable[[Rows], list[str]]
YEARS = ["2018", "2019/20", "Financial year 2020/21", "Q1 2022", "2023"]
NOTE = "Please note that from 1 February 2020 new regulations apply."


def tabbed(rows: Rows) -> list[str]:
    return ["\t".join(row) for row in rows]


def piped(rows: Rows) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in rows]


def aligned(rows: Rows) -> list[str]:
    widths = [max(len(row[n]) for row in rows) + 4 for n in range(len(rows[0]))]
    return ["".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows]


LAYOUTS = pytest.mark.parametrize("lay", [tabbed, piped, aligned])


def read(text: str) -> tuple[Table, ...]:
    return find_tables(around(text), in_text)


@LAYOUTS
@given(tables(), st.data())
def test_a_year_heads_the_rows_below_it(lay: Lay, rows: Rows, data: st.DataObject) -> None:
    header, *lines = lay(rows)
    starts = data.draw(st.sets(st.integers(1, len(lines) - 1), max_size=len(YEARS) - 1))
    edges = [0, *sorted(starts), len(lines)]
    blank = data.draw(st.sampled_from(["", "\n"]))
    text = header
    for year, (start, end) in zip(YEARS, pairwise(edges), strict=False):
        text += f"\n{blank}{year}\n" + "\n".join(lines[start:end])
    found = read(text)
    assert [table.heading for table in found] == YEARS[: len(edges) - 1]
    for table, (start, end) in zip(found, pairwise(edges), strict=True):
        assert list(table.columns) == rows[0]
        assert [list(row) for row in table.rows] == rows[1 + start : 1 + end]


@LAYOUTS
def test_a_year_below_rows_under_the_same_header(lay: Lay) -> None:
    rows = [["Rank", "Outcome"], ["PC", "Advice"], ["PS", "Resigned"], ["PC", "Dismissed"]]
    lines = lay(rows)
    first, second = read("\n".join(["2019", *lines[:3], "2020", *lines[3:]]))
    assert (first.heading, second.heading) == ("2019", "2020")
    assert (first.columns, second.columns) == (("Rank", "Outcome"), ("Rank", "Outcome"))
    assert second.rows == (("PC", "Dismissed"),)


@LAYOUTS
def test_a_year_with_no_rows(lay: Lay) -> None:
    lines = lay([["Rank", "Outcome"], ["PC", "Advice"], ["PS", "Resigned"], ["PC", "Dismissed"]])
    text = "\n".join([lines[0], "2018", "Nil", "2019", *lines[1:3], "2020", lines[3]])
    first, second = read(text)
    assert (first.heading, second.heading) == ("2019", "2020")
    place = first.place
    assert "Nil" not in around(text)[place.start : place.end]


def test_a_row_under_each_year_is_no_header() -> None:
    assert read("2019\nPC\tAdvice\n2020\nPS\tResigned\n2021\nPC\tDismissed") == ()


def test_other_headings_below_a_year_are_a_table_of_their_own() -> None:
    first, second = read("Rank\tOutcome\nPC\tAdvice\n2020\nRank\tReason\nPS\tOther\nPC\tNone said")
    assert (first.columns, second.columns) == (("Rank", "Outcome"), ("Rank", "Reason"))


@LAYOUTS
@given(tables(), st.data())
def test_rows_go_on_below_a_note(lay: Lay, rows: Rows, data: st.DataObject) -> None:
    rows = [["Year", *rows[0]], *([f"{2015 + n}", *row] for n, row in enumerate(rows[1:]))]
    lines = lay(rows)
    lines.insert(data.draw(st.integers(2, len(lines) - 1)), NOTE)
    (table,) = read("\n".join(lines))
    assert [list(row) for row in (table.columns, *table.rows)] == rows


def test_another_table_below_a_note() -> None:
    first, second = read(
        f"Rank\tOutcome\nPC\tAdvice\nPS\tResigned\n{NOTE}\nPlatform\tReason\nNone\tOther"
    )
    assert (first.columns, second.columns) == (("Rank", "Outcome"), ("Platform", "Reason"))


FIGURES = st.lists(st.integers(0, 99), min_size=2, max_size=5)


@LAYOUTS
@given(FIGURES, FIGURES, st.booleans())
def test_a_table_below_the_total_of_another(
    lay: Lay, first: list[int], second: list[int], apart: bool
) -> None:
    expected = []
    for own, name in ((first, "Rank"), (second, "Platform")):
        rows = [[f"Of {'abcde'[n]}", str(figure)] for n, figure in enumerate(own)]
        expected.append([[name, "Number"], *rows, ["Total", str(sum(own))]])
    lines = lay([*expected[0], *expected[1]])
    between = "\n\n" if apart else "\n"
    at = len(expected[0])
    found = read("\n".join(lines[:at]) + between + "\n".join(lines[at:]))
    assert [
        [list(table.columns), *map(list, table.rows), list(table.total_row or ())]
        for table in found
    ] == expected
    assert not any(table.flags for table in found)


def test_what_is_no_header_below_a_total() -> None:
    (groups,) = read(
        "Year\tRank\tNumber\n2019\tPC\t3\n2019 Total\t\t3\n\nUnknown\tPS\tnot held\n2020\tPC\t4\n"
        "Grand Total\t\t7"
    )
    assert ("Unknown", "PS", "not held") in groups.rows
