"""Months and quarters with the sums of quarters and years among them: each case counts once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.making.clothes import CLOTHES, Rows

TITLE = "Police misconduct"
Read = Callable[[Rows], Reading]


@pytest.fixture(params=CLOTHES)
def read_rows(request: pytest.FixtureRequest, context: ReadingContext) -> Read:
    """Reads rows under a title, in each of several clothes."""

    def reader(rows: Rows) -> Reading:
        return read_document(CLOTHES[request.param](TITLE, rows), request.param, context)

    return reader


def told(reading: Reading) -> list[tuple[str | None, ...]]:
    return sorted(
        (case.one("period"), case.one("outcome") or case.one("rank"), case.one("count"))
        for case in reading.cases
    )


MONTHS = [
    ("2019-04", "Dismissed", "1"),
    ("2019-05", "Dismissed", "2"),
    ("2019-05", "Resigned", "1"),
    ("2019-06", "Resigned", "3"),
    ("2019-07", "Dismissed", "1"),
    ("2019-07", "Resigned", "1"),
    ("2019-09", "Dismissed", "2"),
]
FIGURES = [(1, 0), (2, 1), (0, 3), (3, 4), (1, 1), (0, 0), (2, 0), (3, 1), (6, 5)]
NAMES = [
    ("Apr-19", "May-19", "Jun-19", "{}", "Jul-19", "Aug-19", "Sep-19", "{}"),
    ("April 2019", "May 2019", "June 2019", "{}", "July 2019", "August 2019", "Sept 2019", "{}"),
    ("04/2019", "05/2019", "06/2019", "{}", "07/2019", "08/2019", "09/2019", "{}"),
]
SUMS = [
    ("Q1 total", "Q2 total", "Total"),
    ("Q1", "Q2", "2019/20"),
    ("Quarter 1", "Quarter 2", "Total"),
    ("Q1 2019/20", "Q2 2019/20", "2019/20"),
    ("Q1 2019/20", "Q2 2019/20", "2019/20 total"),
]


def named(months: tuple[str, ...], sums: tuple[str, ...]) -> list[str]:
    quarters = iter(sums)
    return [name.format(next(quarters)) if name == "{}" else name for name in months] + [sums[-1]]


@pytest.mark.parametrize("sums", SUMS)
@pytest.mark.parametrize("months", NAMES)
def test_months_down(read_rows: Read, months: tuple[str, ...], sums: tuple[str, ...]) -> None:
    rows = [[name, *pair] for name, pair in zip(named(months, sums), FIGURES, strict=True)]
    found = read_rows([["Month", "Dismissed", "Resigned"], *rows])
    assert told(found) == MONTHS
    assert [zero.period for zero in found.zeros] == ["2019-08"]


@pytest.mark.parametrize("sums", SUMS)
@pytest.mark.parametrize("months", NAMES)
def test_months_across(read_rows: Read, months: tuple[str, ...], sums: tuple[str, ...]) -> None:
    first, second = zip(*FIGURES, strict=True)
    header = ["Outcome", *named(months, sums)]
    found = read_rows([header, ["Dismissed", *first], ["Resigned", *second]])
    assert told(found) == MONTHS


def test_months_of_each_rank(read_rows: Read) -> None:
    found = read_rows(
        [
            ["Month", "Rank", "Number of officers"],
            *[["Apr-19", "PC", 2], ["Apr-19", "Sgt", 1], ["May-19", "PC", 1], ["May-19", "Sgt", 0]],
            *[["Q1 2019/20", "PC", 3], ["Q1 2019/20", "Sgt", 1]],
        ]
    )
    assert told(found) == [
        ("2019-04", "Constable", "2"),
        ("2019-04", "Sergeant", "1"),
        ("2019-05", "Constable", "1"),
    ]


YEARS: Rows = [
    *[["2019", 3, 5], ["Q1 2019", 1, 2], ["Q2 2019", 2, 3]],
    *[["2020", 2, 2], ["Q1 2020", 2, 2]],
]


@pytest.mark.parametrize("rows", [YEARS, [*YEARS[1:3], YEARS[0], YEARS[4], YEARS[3]]])
def test_quarters_below_or_above_their_year(read_rows: Read, rows: Rows) -> None:
    found = read_rows([["Period", "Dismissed", "Resigned"], *rows])
    assert told(found) == [
        ("2019-Q1", "Dismissed", "1"),
        ("2019-Q1", "Resigned", "2"),
        ("2019-Q2", "Dismissed", "2"),
        ("2019-Q2", "Resigned", "3"),
        ("2020-Q1", "Dismissed", "2"),
        ("2020-Q1", "Resigned", "2"),
    ]


def test_quarters_that_only_their_year_dates(read_rows: Read) -> None:
    quarters = ["Q1", "Q2", "Q3", "Q4"]
    found = read_rows(
        [
            ["Outcome", *quarters, "2018/19", *quarters, "2019/20"],
            ["Dismissed", 1, 2, 0, 3, 6, 1, 0, 0, 0, 1],
            ["Resigned", 1, 0, 0, 1, 2, 1, 1, 1, 1, 4],
        ]
    )
    assert told(found) == [
        ("2018/19", "Dismissed", "6"),
        ("2018/19", "Resigned", "2"),
        ("2019/20", "Dismissed", "1"),
        ("2019/20", "Resigned", "4"),
    ]


def test_a_years_total_beside_its_quarters(read_rows: Read) -> None:
    found = read_rows(
        [
            ["Year", "Quarter", "Dismissed"],
            *[[2019, "Q1", 1], [2019, "Q2", 2], [2019, "Q3", 0], [2019, "Q4", 4]],
            *[[2019, "Total", 7], [2020, "Q1", 2], [2020, "Total", 2]],
        ]
    )
    assert [row[2] for row in told(found)] == ["1", "2", "4", "2"]


@pytest.mark.parametrize(
    ("heading", "name", "period"),
    [
        ("2019", "May", "2019-05"),
        ("2019", "Q2", "2019-Q2"),
        ("2019/20", "Q2", "2019/20-Q2"),
        # The year is told, if no more.
        ("2019/20", "May", "2019/20"),
    ],
)
def test_a_months_name_below_its_year(
    read: Callable[[str], Reading], heading: str, name: str, period: str
) -> None:
    about = "Misconduct of police officers on social media\n\n"
    table = f"{heading}\n\nMonth\tDismissed\tResigned\n{name}\t1\t2\n"
    assert told(read(about + table)) == [(period, "Dismissed", "1"), (period, "Resigned", "2")]


OTHERS: list[Rows] = [
    # Another year's; the same figures by chance; figures that are more than their parts'.
    [["2017/18", 6], *[[f"Q{n} 2018/19", n] for n in (1, 2, 3)], ["Q4 2018/19", 5]],
    [["2017", 1], ["2018", 2], ["2019", 3]],
    [["Apr-19", 3], ["May-19", 1], ["2020", 4]],
]


@pytest.mark.parametrize("rows", OTHERS)
def test_periods_that_sum_up_none(read_rows: Read, rows: Rows) -> None:
    found = read_rows([["Period", "Dismissed"], *rows])
    assert [case.one("count") for case in found.cases] == [str(row[1]) for row in rows]


def test_days_of_which_one_is_told_as_a_year(read_rows: Read) -> None:
    rows: Rows = [
        ["2019", "PC", "Dismissed"],
        ["May 2019", "PC", "Dismissed"],
        ["2020", "PC", "NFA"],
    ]
    assert len(read_rows([["Date", "Rank", "Outcome"], *rows]).cases) == 3
