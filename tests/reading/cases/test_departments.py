"""Figures of departments, divisions or boroughs by rank: the ranks count, the department stays in
print, and nothing is counted twice.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.making.clothes import CLOTHES, Rows

Read = Callable[[Rows], Reading]
TITLE = "Police misconduct investigations"
PC, PS = "Constable", "Sergeant"


@pytest.fixture(params=CLOTHES)
def read_rows(request: pytest.FixtureRequest, context: ReadingContext) -> Read:
    """Reads rows under a title, in each of several clothes."""

    def reader(rows: Rows) -> Reading:
        # A page's title is over all of it: its table's caption says of what this one is.
        data = CLOTHES[request.param](TITLE, rows)
        data = data.replace(b"<table>", f"<p>{TITLE}</p><table>".encode())
        return read_document(data, request.param, context)

    return reader


def told(reading: Reading, name: str) -> list[tuple[str | None, ...]]:
    """The department of each case as printed, and its rank and number."""
    return [(case.printed.get(name), case.one("rank"), case.one("count")) for case in reading.cases]


CASES = [("Roads", PC, "3"), ("Roads", PS, "1"), ("Custody", PC, "2")]


@pytest.mark.parametrize("name", ["Department", "Division", "Borough", "Area", "Unit"])
@pytest.mark.parametrize("whole", ["Total", "Grand Total", "All", "Force", "Force-wide"])
def test_ranks_across(read_rows: Read, name: str, whole: str) -> None:
    rows: Rows = [
        [name, "Constable", "Sergeant", "Total"],
        ["Roads", 3, 1, 4],
        ["Custody", 2, 0, 2],
        [whole, 5, 1, 6],
    ]
    assert told(read_rows(rows), name) == CASES


def test_the_whole_force_first(read_rows: Read) -> None:
    rows: Rows = [["Division", PC, PS], ["Force", 5, 1], ["Roads", 3, 1], ["Custody", 2, 0]]
    assert told(read_rows(rows), "Division") == CASES


def test_a_department_that_is_called_so_is_one(read_rows: Read) -> None:
    rows: Rows = [["Unit", PC, PS], ["Force", 4, 1], ["Roads", 3, 1], ["Custody", 2, 0]]
    assert told(read_rows(rows), "Unit") == [("Force", PC, "4"), ("Force", PS, "1"), *CASES]


@pytest.mark.parametrize("below", ["Roads total", "Roads Total", "Total"])
def test_ranks_down(read_rows: Read, below: str) -> None:
    rows: Rows = [
        ["Department", "Rank", "Number of officers"],
        ["Roads", "PC", 3],
        ["Roads", "Sgt", 1],
        [below, None, 4],
        ["Custody", "PC", 2],
        ["Total", None, 6],
    ]
    assert told(read_rows(rows), "Department") == CASES


def test_departments_over_their_ranks(read_rows: Read) -> None:
    rows: Rows = [
        ["Department", "Number of officers"],
        *[["Roads", 4], ["PC", 3], ["Sgt", 1], ["Custody", 2], ["PC", 2], ["Total", 6]],
    ]
    found = read_rows(rows)
    assert told(found, "Department") == CASES
    assert [case.printed["Department 2"] for case in found.cases] == ["PC", "Sgt", "PC"]


def test_departments_and_ranks_by_year(read_rows: Read) -> None:
    rows: Rows = [
        ["Division", "Rank", "2021", "2022", "Total"],
        ["Roads", "PC", 3, 0, 3],
        [None, "Sgt", 0, 1, 1],
        ["Roads Total", None, 3, 1, 4],
        ["Custody", "PC", 2, 0, 2],
        ["Custody Total", None, 2, 0, 2],
        ["Grand Total", None, 5, 1, 6],
    ]
    found = read_rows(rows)
    assert [case.one("period") for case in found.cases] == ["2021", "2022", "2021"]
    assert [row[1:] for row in told(found, "Division")] == [row[1:] for row in CASES]


def test_years_departments_and_ranks(read_rows: Read) -> None:
    rows: Rows = [
        ["Year", "Division", PC, PS],
        *[["2021", "Roads", 3, 1], ["2021", "Custody", 2, 0], ["2021", "Total", 5, 1]],
        *[["2022", "Roads", 1, 0], ["2022", "All", 1, 0]],
    ]
    assert told(read_rows(rows), "Division") == [*CASES, ("Roads", PC, "1")]


def test_of_what_they_are_must_be_said(read: Callable[[str], Reading]) -> None:
    about = "Gwent Police\n\nYou asked about misconduct.\n\nOfficers by department\n\n"
    table = "Department\tConstable\tSergeant\nRoads\t300\t10\nCustody\t90\t4\n"
    assert read(about + table).cases == ()
