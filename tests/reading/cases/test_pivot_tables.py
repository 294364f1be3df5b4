"""Pivot tables of a spreadsheet: labels printed once, sums of groups, and a pivot's own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.cases.telling import told
from tests.reading.making.clothes import CLOTHES, Rows

TITLE = "Police misconduct"


@pytest.fixture(params=CLOTHES)
def reading(request: pytest.FixtureRequest, context: ReadingContext) -> Callable[[Rows], Reading]:
    """Reads rows under a title, in each of several clothes."""

    def reader(rows: Rows) -> Reading:
        return read_document(CLOTHES[request.param](TITLE, rows), request.param, context)

    return reader


@pytest.fixture
def book(context: ReadingContext) -> Callable[[Rows], Reading]:
    """Reads rows under a title as a workbook."""
    return lambda rows: read_document(CLOTHES["data.xlsx"](TITLE, rows), "data.xlsx", context)


Read = Callable[[Rows], Reading]


PC, PS, NFA = "Constable", "Sergeant", "No further action"
BY_YEAR_AND_RANK = [
    ("2019", PC, "Dismissed", "3"),
    ("2019", PC, "Written warning", "1"),
    ("2019", PS, "Dismissed", "1"),
    ("2020", PC, NFA, "2"),
]


def test_labels_on_the_first_row_with_sums_of_groups(reading: Read) -> None:
    found = reading(
        [
            ["Year", "Rank", "Outcome", "Count of Officer"],
            [2019, "PC", "Dismissed", 3],
            [None, None, "Written warning", 1],
            [None, "PC Total", None, 4],
            [None, "Sgt", "Dismissed", 1],
            [None, "Sgt Total", None, 1],
            ["2019 Total", None, None, 5],
            [2020, "PC", "NFA", 2],
            [None, "PC Total", None, 2],
            ["2020 Total", None, None, 2],
            ["Grand Total", None, None, 7],
        ]
    )
    assert told(found) == BY_YEAR_AND_RANK
    # What is printed stays so: there is no label in these cells.
    assert (found.cases[1].printed["Year"], found.cases[1].printed["Rank"]) == ("", "")


@pytest.mark.parametrize(
    "counts",
    [
        "Count of Officer",
        "Count of Ref",
        "Count of ID",
        "Sum of Number",
        "Distinct Count of Case Ref",
    ],
)
def test_labels_on_the_first_row_without_sums(reading: Read, counts: str) -> None:
    found = reading(
        [
            ["Year", "Rank", "Outcome", counts],
            [2019, "PC", "Dismissed", 3],
            [None, None, "Written warning", 1],
            [None, "Sgt", "Dismissed", 1],
            [2020, "PC", "NFA", 2],
            ["Grand Total", None, None, 7],
        ]
    )
    assert told(found) == BY_YEAR_AND_RANK


def test_outcomes_across_beside_two_columns_of_labels(book: Read) -> None:
    found = book(
        [
            ["Count of Officer", None, "Outcome"],
            ["Year", "Rank", "Dismissed", "NFA", "Grand Total"],
            [2019, "PC", 1, 2, 3],
            [None, "Sgt", 1, None, 1],
            ["2019 Total", None, 2, 2, 4],
            [2020, "PC", 1, None, 1],
            ["2020 Total", None, 1, None, 1],
            ["Grand Total", None, 3, 2, 5],
        ]
    )
    assert told(found) == [
        ("2019", PC, "Dismissed", "1"),
        ("2019", PC, NFA, "2"),
        ("2019", PS, "Dismissed", "1"),
        ("2020", PC, "Dismissed", "1"),
    ]


def test_years_across_beside_two_columns_of_labels(book: Read) -> None:
    found = book(
        [
            ["Count of ID", None, "Year"],
            ["Rank", "Outcome", 2019, 2020, "Grand Total"],
            ["Constable", "Dismissed", 3, 1, 4],
            [None, "NFA", 1, None, 1],
            ["Constable Total", None, 4, 1, 5],
            ["Sergeant", "Dismissed", 1, "<5", 2],
            ["Sergeant Total", None, 1, "<5", 2],
            ["Grand Total", None, 5, 2, 7],
        ]
    )
    assert told(found) == [
        ("2019", PC, "Dismissed", "3"),
        ("2020", PC, "Dismissed", "1"),
        ("2019", PC, NFA, "1"),
        ("2019", PS, "Dismissed", "1"),
        ("2020", PS, "Dismissed", None),
    ]
    assert found.cases[2].printed == {"Rank": "", "Outcome": "NFA", "2019": "1"}


def test_years_across_without_a_pivots_words(reading: Read) -> None:
    found = reading(
        [
            ["Rank", "Outcome", "2019", "2020"],
            ["PC", "Dismissed", 3, 1],
            ["PC", "NFA", 1, 0],
            ["Sgt", "Dismissed", 0, 1],
        ]
    )
    assert told(found) == [
        ("2019", PC, "Dismissed", "3"),
        ("2020", PC, "Dismissed", "1"),
        ("2019", PC, NFA, "1"),
        ("2020", PS, "Dismissed", "1"),
    ]


INDENTED: list[tuple[Rows, list[tuple[str | None, ...]]]] = [
    (
        [["2019", 4], ["Dismissed", 1], ["NFA", 3], ["2020", 2], ["NFA", 2], ["Grand Total", 6]],
        [("2019", None, "Dismissed", "1"), ("2019", None, NFA, "3"), ("2020", None, NFA, "2")],
    ),
    (
        [["Constable", 4], ["Dismissed", 1], ["NFA", 3], ["Sergeant", 2], ["NFA", 2], ["Total", 6]],
        [(None, PC, "Dismissed", "1"), (None, PC, NFA, "3"), (None, PS, NFA, "2")],
    ),
    (
        [
            *[["2019", 5], ["PC", 4], ["Dismissed", 1], ["NFA", 3], ["Sgt", 1], ["NFA", 1]],
            *[["2020", 2], ["PC", 2], ["(blank)", 2], ["Grand Total", 7]],
        ],
        [
            ("2019", PC, "Dismissed", "1"),
            ("2019", PC, NFA, "3"),
            ("2019", PS, NFA, "1"),
            ("2020", PC, None, "2"),
        ],
    ),
]


@pytest.mark.parametrize(("rows", "cases"), INDENTED)
def test_labels_of_several_kinds_in_one_column(
    reading: Read, rows: Rows, cases: list[tuple[str | None, ...]]
) -> None:
    found = reading([["Row Labels", "Count of Officer"], *rows])
    assert told(found) == cases
    assert {case.flags for case in found.cases} == {("counts officers",)}
    assert set(found.cases[0].printed) >= {"Row Labels", "Row Labels 2", "Count of Officer"}


def test_ranks_below_years_and_outcomes_across(book: Read) -> None:
    found = book(
        [
            ["Count of Officer", "Column Labels"],
            ["Row Labels", "Dismissed", "Written warning", "Grand Total"],
            ["2019", 1, 2, 3],
            ["PC", 1, 1, 2],
            ["Sgt", None, 1, 1],
            ["2020", 2, None, 2],
            ["PC", 2, None, 2],
            ["Grand Total", 3, 2, 5],
        ]
    )
    assert told(found) == [
        ("2019", PC, "Dismissed", "1"),
        ("2019", PC, "Written warning", "1"),
        ("2019", PS, "Written warning", "1"),
        ("2020", PC, "Dismissed", "2"),
    ]


def test_heads_that_are_no_sums_of_the_rows_below(reading: Read) -> None:
    """Which figures hold which, nobody knows."""
    rows: Rows = [["Constable", 9], ["Dismissed", 1], ["NFA", 3], ["Sergeant", 2], ["NFA", 2]]
    assert reading([["Row Labels", "Count of Officer"], *rows]).cases == ()


def test_blank_is_no_value(book: Read) -> None:
    found = book(
        [
            ["Force", "(All)"],
            ["Type", "Officer"],
            [],
            ["Count of Officer", "Column Labels"],
            ["Row Labels", "2019", "2020", "Grand Total"],
            ["Dismissed", 1, 2, 3],
            ["NFA", 3, None, 3],
            ["(blank)", 1, None, 1],
            ["Grand Total", 5, 2, 7],
        ]
    )
    assert told(found) == [
        ("2019", None, "Dismissed", "1"),
        ("2020", None, "Dismissed", "2"),
        ("2019", None, NFA, "3"),
        ("2019", None, None, "1"),
    ]
    assert found.cases[3].printed["Row Labels"] == "(blank)"


def test_a_blank_of_which_there_are_none_is_no_case(reading: Read) -> None:
    rows: Rows = [["Dismissed", 1], ["NFA", 3], ["(blank)", None], ["Grand Total", 4]]
    found = reading([["Row Labels", "Count of Officer"], *rows])
    assert told(found) == [(None, None, "Dismissed", "1"), (None, None, NFA, "3")]


EMPTY: list[tuple[str, str, str]] = [
    # No word of a pivot, nor a group's own sum.
    ("Number", "Sgt", PS),
    # The label comes again: its empty cells are others.
    ("Count of Officer", "PC", PC),
]


@pytest.mark.parametrize(("counts", "label", "rank"), EMPTY)
def test_an_empty_label_that_nothing_explains(
    reading: Read, counts: str, label: str, rank: str
) -> None:
    rows: Rows = [["PC", "Dismissed", 3], [None, "NFA", 1], [label, "Resigned", 2]]
    found = reading([["Rank", "Outcome", counts], *rows])
    assert [case.one("rank") for case in found.cases] == [PC, None, rank]
    assert [case.one("count") for case in found.cases] == ["3", "1", "2"]
