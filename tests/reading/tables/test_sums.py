"""Printed totals against the rows they are of, with totals of a few rows among them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables

FIGURES = st.lists(st.integers(0, 9), min_size=2, max_size=4)
GROUPS = st.lists(st.lists(FIGURES, min_size=2, max_size=2), min_size=2, max_size=3)


def read(rows: list[list[str]]) -> Table:
    (table,) = find_tables("\n".join(map("\t".join, rows)), in_text)
    return table


def grouped(groups: list[list[list[int]]], *, above: bool) -> list[list[str]]:
    """Two columns of figures in groups, each with its own sums above or below it."""
    rows = [["Month", "Officers", "Staff"]]
    for n, (officers, staff) in enumerate(groups, 1):
        both = list(zip(officers, staff, strict=False))
        months = [[f"Month {n}.{m}", str(a), str(b)] for m, (a, b) in enumerate(both, 1)]
        own = [f"Quarter {n}", str(sum(a for a, _ in both)), str(sum(b for _, b in both))]
        rows += [own, *months] if above else [*months, own]
    return rows


def total(rows: list[list[str]], *, wrong: int = 0) -> list[str]:
    months = [row for row in rows if row[0].startswith("Month ")]
    return ["Total", *(str(sum(int(row[n]) for row in months) + wrong) for n in (1, 2))]


@given(GROUPS, st.booleans())
def test_totals_of_groups_are_not_counted_again(groups: list[list[list[int]]], above: bool) -> None:
    rows = grouped(groups, above=above)
    assert read([*rows, total(rows)]).flags == ()


@given(GROUPS, st.booleans())
def test_a_wrong_total_of_groups_is_told(groups: list[list[list[int]]], above: bool) -> None:
    rows = grouped(groups, above=above)
    assert read([*rows, total(rows, wrong=1000)]).flags


def test_totals_above_their_rows_of_which_some_cells_are_empty() -> None:
    rows = [["Rank", "2020", "2021"], ["Constable", "1", "0"], ["Advice", "1", ""], ["NFA", "", ""]]
    rows += [["Sergeant", "2", "3"], ["Advice", "", "3"], ["NFA", "2", ""], ["Total", "3", "3"]]
    assert read(rows).flags == ()


def test_a_row_of_sums_without_a_label_is_the_total() -> None:
    rows = [["", "2021/22", "2022/23"], ["North", "61", "44"], ["East", "28", "19"]]
    table = read([*rows, ["", "89", "63"]])
    assert (len(table.rows), table.total_row) == (2, ("", "89", "63"))


def test_a_row_without_a_label_that_is_no_sum_is_a_row() -> None:
    rows = [["Year", "Rank", "Number"], ["2021", "PC", "1"], ["", "PS", "2"]]
    assert len(read([*rows, ["", "Inspector", "3"]]).rows) == 3
    assert len(read([["", "2021"], ["PC", "1"], ["PS", "2"], ["", "4"]]).rows) == 3


def test_a_row_that_is_the_sum_of_others_by_chance() -> None:
    rows = [["Month", "Number"], ["July", "1"], ["August", "1"], ["September", "2"]]
    assert read([*rows, ["Quarter 2", "4"], ["October", "3"], ["Total", "7"]]).flags == ()
