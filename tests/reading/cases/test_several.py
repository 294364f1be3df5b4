"""Rows that tell of several: as many case rows, or one whose number is not certain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import CaseRow
from foitrack.reading.reader import ReadingContext, read_document

Told = list[tuple[str | None, ...]]


@pytest.fixture
def table(context: ReadingContext) -> Callable[..., tuple[CaseRow, ...]]:
    """Reads a table of a page; in a cell, "~" begins a new line."""

    def reader(*rows: str) -> tuple[CaseRow, ...]:
        first, *rest = (_line(row) for row in rows)
        lines = first.replace("td>", "th>") + "".join(rest)
        about = "<h1>Misconduct of police officers</h1><p>The cases are these.</p>"
        page = f"<html><body>{about}<table>{lines}</table></body></html>"
        return read_document(page.encode(), "page.html", context).cases

    return reader


def _line(row: str) -> str:
    cells = "".join(f"<td>{cell.strip()}</td>" for cell in row.replace("~", "<br>").split("|"))
    return f"<tr>{cells}</tr>"


Table = Callable[..., tuple[CaseRow, ...]]


def told(rows: tuple[CaseRow, ...]) -> Told:
    assert all(sum(v.field == "count" for v in row.values) == 1 for row in rows)
    return [tuple(row.one(f) for f in ("rank", "outcome", "count")) for row in rows]


PC, PS = "Constable", "Sergeant"
DISMISSED, FINAL, WRITTEN = "Dismissed", "Final written warning", "Written warning"
ADVICE = "Management advice"

RANKS = [
    ("PC (4), PS (1)", [(PC, "4"), (PS, "1")]),
    ("PC and PS", [(PC, "1"), (PS, "1")]),
    ("PC, PC", [(PC, "1"), (PC, "1")]),
    ("PC, PC and PS", [(PC, "1"), (PC, "1"), (PS, "1")]),
    ("1 Sgt, 2 PCs", [(PS, "1"), (PC, "2")]),
    ("PS and 2 PCs", [(PS, "1"), (PC, "2")]),
    ("one PS and two PCs", [(PS, "1"), (PC, "2")]),
    ("SGT & CON", [(PS, "1"), (PC, "1")]),
    ("PC x 2; PS x 1", [(PC, "2"), (PS, "1")]),
    ("PC - 2, PS - 1", [(PC, "2"), (PS, "1")]),
    ("PC x 2 / PS x 1", [(PC, "2"), (PS, "1")]),
    ("PC~PS", [(PC, "1"), (PS, "1")]),
]


@pytest.mark.parametrize(("cell", "ranks"), RANKS)
def test_several_ranks_in_a_cell(table: Table, cell: str, ranks: Told) -> None:
    rows = table("Year|Rank|Outcome", f"2020|{cell}|Dismissed", "2021|DC|Dismissed")
    assert told(rows)[:-1] == [(rank, DISMISSED, number) for rank, number in ranks]
    assert [row.flags for row in rows] == [()] * len(rows)
    assert all(row.one("period") == "2020" for row in rows[:-1])


def test_each_row_has_its_part_of_the_cell(table: Table) -> None:
    rows = table("Year|Rank|Outcome", "2020|PC (4), PS (1)|Dismissed")
    assert [row.printed["Rank"] for row in rows] == ["PC (4)", "PS (1)"]
    assert [v.printed for row in rows for v in row.values if v.field == "rank"] == [
        "PC (4)",
        "PS (1)",
    ]


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("PCs and PSs", 0, None),  # More than one of each.
        ("PC and PS (2)", 0, None),  # Two in all, or two of them sergeants.
        ("PC (4), PS, rest (2)", 0, None),
        ("PC/Special Constable", 1, 2),  # One who is both, or two.
    ],
)
def test_ranks_that_cannot_be_told_apart(
    table: Table, cell: str, low: int, high: int | None
) -> None:
    (row,) = table("Year|Rank|Outcome", f"2020|{cell}|Dismissed")
    (count,) = (v for v in row.values if v.field == "count")
    assert (count.value, count.low, count.high) == (None, low, high)
    assert row.flags == (f"several in one cell, not told apart: {cell}",)
    assert row.one("rank") == cell


@pytest.mark.parametrize(
    "cell", ["Sergeant, Custody", "PC, Response and Patrol", "Police~Constable", "T/DCI"]
)
def test_one_rank_with_what_is_said_of_it(table: Table, cell: str) -> None:
    (row,) = table("Year|Rank|Outcome", f"2020|{cell}|Dismissed")
    assert (row.one("count"), row.flags) == ("1", ())


def test_a_number_checks_the_ranks(table: Table) -> None:
    rows = table(
        "Year|Number|Rank|Outcome",
        "2020|5|PC (4), PS (1)|Dismissed",
        "2021|2|PC x 2|Dismissed",
        "2022|3|PC / PS|Dismissed",
        "2023|4|PC, PS|Dismissed",
    )
    assert told(rows) == [
        (PC, DISMISSED, "4"),
        (PS, DISMISSED, "1"),
        (PC, DISMISSED, "2"),
        ("PC / PS", DISMISSED, "3"),
        ("PC, PS", DISMISSED, "4"),
    ]
    assert [bool(row.flags) for row in rows] == [False, False, False, True, True]


OUTCOMES = [
    ("4", "Management advice (3)~Final written warning (1)", [(ADVICE, "3"), (FINAL, "1")]),
    ("4", "• Management advice (3) • Final written warning (1)", [(ADVICE, "3"), (FINAL, "1")]),
    ("3", "• 2 Written warnings • 1 Dismissed", [(WRITTEN, "2"), (DISMISSED, "1")]),
    ("3", "2 Written warnings~1 Dismissed", [(WRITTEN, "2"), (DISMISSED, "1")]),
    ("3", "Final written warning x 2, Dismissed x 1", [(FINAL, "2"), (DISMISSED, "1")]),
    ("3", "Dismissed, 2 x Written warning", [(DISMISSED, "1"), (WRITTEN, "2")]),
    ("2", "Dismissed~Written warning", [(DISMISSED, "1"), (WRITTEN, "1")]),
    ("*", "Dismissed (2), Written warning (1)", [(DISMISSED, "2"), (WRITTEN, "1")]),
    ("3", "Dismissed (1), Sent to sea (2)", [(DISMISSED, "1"), ("Sent to sea", "2")]),
    ("2", "Dismissed - 2, Written warning - 0", [(DISMISSED, "2")]),
]


@pytest.mark.parametrize(("number", "cell", "outcomes"), OUTCOMES)
def test_several_outcomes_that_add_up(table: Table, number: str, cell: str, outcomes: Told) -> None:
    rows = table("Year|Number of officers|Outcomes", f"2020|{number}|{cell}", "2021|1|Dismissed")
    assert told(rows)[:-1] == [(None, outcome, count) for outcome, count in outcomes]
    assert [row.flags for row in rows] == [("counts officers",)] * len(rows)


@pytest.mark.parametrize(
    ("number", "cell"),
    [
        ("5", "Management advice (3), Final written warning (1)"),
        ("3", "Dismissed and Written warning"),
        ("2", "Written warning and management advice"),
    ],
)
def test_outcomes_that_do_not_add_up(table: Table, number: str, cell: str) -> None:
    (row,) = table("Year|Number of officers|Outcomes", f"2020|{number}|{cell}")
    assert (row.one("count"), row.one("outcome"), row.one("outcome_family")) == (number, cell, None)
    assert f"several in one cell, not told apart: {cell}" in row.flags


def test_several_outcomes_of_one_officer(table: Table) -> None:
    rows = table(
        "Year|Number|Rank|Outcome",
        "2020|1|PC|Written warning and management advice",
        "2021||PC|Dismissed",
    )
    assert (rows[0].one("count"), rows[0].one("outcome_family")) == ("1", "written-warning")
    assert rows[0].flags == ()
    (row,) = table("Year|Rank|Outcome", "2020|PC|Written warning and management advice")
    assert (row.one("count"), row.flags) == ("1", ())


def test_outcomes_of_whom_nobody_says_how_many(table: Table) -> None:
    rows = table(
        "Year|Outcome", "2020|Dismissed, Written warning", "2021|Dismissed, 2 x Written warning"
    )
    assert [row.one("count") for row in rows] == [None, None]
    assert all(row.flags for row in rows)


def test_the_rank_says_how_many_had_the_outcomes(table: Table) -> None:
    rows = table(
        "Year|Rank|Outcome",
        "2020|PC x 3|Final written warning x 2, Dismissed x 1",
        "2021|PC x 3|Final written warning x 3, Dismissed x 1",
    )
    assert told(rows)[:2] == [(PC, FINAL, "2"), (PC, DISMISSED, "1")]
    assert rows[2].one("count") == "3"
    assert rows[2].one("outcome_family") is None
    assert rows[2].flags


def test_outcomes_of_each_rank_with_their_numbers(table: Table) -> None:
    rows = table(
        "Rank|Outcomes",
        "PC|Dismissed \u2013 3~• Final written warning \u2013 2~• NFA \u2013 5",
        "Sgt|Dismissed \u2013 1",
        "Insp|None",
        "DC|",
    )
    assert told(rows) == [
        (PC, DISMISSED, "3"),
        (PC, FINAL, "2"),
        (PC, "No further action", "5"),
        (PS, DISMISSED, "1"),
        ("Detective Constable", None, None),
    ]


def test_none_beside_outcomes_without_numbers_is_a_case(table: Table) -> None:
    rows = table("Rank|Outcomes", "PC|Dismissed x 2", "Sgt|NFA", "Insp|None")
    assert [row.one("count") for row in rows] == ["2", "1", "1"]


PAIRED = [
    ("PC~PC~PS", "Written warning~Dismissed~Management advice"),
    ("PC x 1~PC x 1~PS x 1", "Written warning~Dismissed~Management advice"),
]


@pytest.mark.parametrize(("ranks", "outcomes"), PAIRED)
def test_ranks_and_outcomes_line_by_line(table: Table, ranks: str, outcomes: str) -> None:
    rows = table("Year|Rank|Outcome", f"2021|{ranks}|{outcomes}", "2022|DC|Resigned")
    assert told(rows)[:-1] == [(PC, WRITTEN, "1"), (PC, DISMISSED, "1"), (PS, ADVICE, "1")]


def test_an_outcome_told_twice_is_of_two(table: Table) -> None:
    rows = table("Year|Rank|Outcome", "2022|PC, PC and PS|Dismissed, Dismissed and FWW")
    assert told(rows) == [(PC, DISMISSED, "1"), (PC, DISMISSED, "1"), (PS, FINAL, "1")]


@pytest.mark.parametrize(
    ("ranks", "outcomes", "count"),
    [
        ("PC and PS", "Dismissed and written warning", "2"),
        ("PC (2), PS (1)", "Dismissed (1), written warning (2)", "3"),
        ("PC~PS", "Dismissed~Written warning~NFA", "2"),
    ],
)
def test_who_had_which_outcome_is_not_told(
    table: Table, ranks: str, outcomes: str, count: str
) -> None:
    (row,) = table("Year|Rank|Outcome", f"2022|{ranks}|{outcomes}")
    assert row.one("count") == count
    assert len(row.flags) == 2


def test_numbers_that_differ_are_told(table: Table) -> None:
    rows = table(
        "Year|Number|Rank|Outcome", "2020|2|PC x 3|Dismissed", "2021|Not held|PC x 3|Dismissed"
    )
    assert [row.one("count") for row in rows] == ["2", "3"]
    assert rows[0].flags == ("the numbers printed for the same differ: “2”, “PC x 3”",)
    (row,) = table("Year|Rank|Outcome", "2020|PC x 3|Dismissed x 2")
    assert row.one("count") is None
    assert row.flags == ("the numbers printed for the same differ: “PC x 3”, “Dismissed x 2”",)
