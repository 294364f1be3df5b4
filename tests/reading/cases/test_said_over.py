"""Figures of ranks, or of platforms, alone: what stands over them must say of what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.making.clothes import CLOTHES, Rows

Read = Callable[[str], Reading]
TOP = "Gwent Police\n\nDear Requester\n\nYou asked about the misconduct of police officers.\n\n"
BY_RANK: Rows = [
    ["Year", "Constable", "Sergeant", "Inspector", "Total"],
    ["2019", 3, 1, 0, 4],
    ["2020", 2, None, 1, 3],
    ["Total", 5, 1, 1, 7],
]
BY_PLATFORM: Rows = [["Year", "Facebook", "Twitter"], ["2019", 3, 1], ["2020", 2, 0]]
OF_RANKS = [
    ("2019", "Constable", "3"),
    ("2019", "Sergeant", "1"),
    ("2020", "Constable", "2"),
    ("2020", "Inspector", "1"),
]
OF_PLATFORMS = [("2019", "Facebook", "3"), ("2019", "Twitter", "1"), ("2020", "Facebook", "2")]


def told(reading: Reading) -> list[tuple[str | None, ...]]:
    return [
        (case.one("period"), case.one("rank") or case.one("platform"), case.one("count"))
        for case in reading.cases
    ]


def table(rows: Rows) -> str:
    return "".join(
        "\t".join("" if cell is None else str(cell) for cell in row) + "\n" for row in rows
    )


SAYS = [
    "Police officers investigated for misconduct",
    "Police misconduct investigations",
    "Police officers dismissed",
]


@pytest.mark.parametrize(("rows", "cases"), [(BY_RANK, OF_RANKS), (BY_PLATFORM, OF_PLATFORMS)])
@pytest.mark.parametrize("name", ["data.xlsx", "data.csv", "letter.txt"])
@pytest.mark.parametrize("title", SAYS)
def test_a_title_that_says_of_what(
    context: ReadingContext,
    name: str,
    title: str,
    rows: Rows,
    cases: list[tuple[str | None, ...]],
) -> None:
    assert told(read_document(CLOTHES[name](title, rows), name, context)) == cases


@pytest.mark.parametrize(("rows", "cases"), [(BY_RANK, OF_RANKS), (BY_PLATFORM, OF_PLATFORMS)])
@pytest.mark.parametrize(
    "line",
    [
        "Officers investigated for misconduct",
        "Number of officers investigated",
        "Misconduct investigations",
        "The table below shows the number of officers dismissed.",
        "Please find below the number of officers subject to misconduct investigations.",
        "1. How many officers were investigated for misconduct in each year since 2019?",
    ],
)
def test_the_line_before(
    read: Read, line: str, rows: Rows, cases: list[tuple[str | None, ...]]
) -> None:
    reading = read(f"{TOP}{line}\n\n{table(rows)}")
    assert told(reading) == cases
    assert {case.flags for case in reading.cases} <= {
        ("counts officers",),
        ("counts investigations",),
    }


@pytest.mark.parametrize("rows", [BY_RANK, BY_PLATFORM])
@pytest.mark.parametrize(
    "line",
    [
        "Officers",
        "Our officers and their accounts",
        "The table below shows the number of officers of each rank.",
        "The table below shows our strength; allegations follow.",
        "Allegations are taken seriously. The table below shows what we hold.",
        "1. How many officers of each rank left the force?",
        "1. How many were investigated?\n2. How many of each are there?",
    ],
)
def test_a_line_that_does_not_say_of_what(read: Read, line: str, rows: Rows) -> None:
    assert read(f"{TOP}{line}\n\n{table(rows)}").cases == ()


@pytest.mark.parametrize("line", ["Social media posts", "Our social media accounts", "Posts"])
def test_posts_on_platforms_are_no_cases(read: Read, line: str) -> None:
    assert read(f"{TOP}{line}\n\n{table(BY_PLATFORM)}").cases == ()


def test_outcomes_beside_the_figures_of_platforms(read: Read) -> None:
    rows: Rows = [["Outcome", "Facebook", "Twitter"], ["Dismissed", 3, 1], ["NFA", 2, 0]]
    reading = read(TOP + table(rows))
    assert [case.one("outcome") for case in reading.cases] == [
        *["Dismissed"] * 2,
        "No further action",
    ]
    assert [row[1:] for row in told(reading)] == [row[1:] for row in OF_PLATFORMS]
