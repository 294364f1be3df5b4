"""Questions of which the second asks of those that the first counts: they are never added up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from foitrack.reading.reasons import remark
from foitrack.saying import Said

Read = Callable[[str], Reading]
TOP = "Gwent Police\n\nDear Requester\n\nYou asked about misconduct of police officers.\n\n"
ALL_BY_YEAR = "Year\tNumber of officers\n2021\t7\n2022\t9\n\n"
SOME_BY_YEAR = "Year\tNumber of officers\n2021\t2\n2022\t3\n"
FLAG = "its figures may be part of those of a table above: no case rows are proposed from it"
SECOND = [
    "2. Of these how many were dismissed?",
    "2. How many of those were dismissed?",
    "2) Of which, how many resigned?",
    "2. How many of the officers in question 1 were dismissed?",
    "2. How many of the 16 were dismissed?",
]


def told(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(case.one("period") or case.one("rank"), case.one("count")) for case in reading.cases]


@pytest.mark.parametrize("second", SECOND)
def test_the_second_question_is_of_those_of_the_first(read: Read, second: str) -> None:
    first = f"1{second[1]} How many officers were investigated in each year?"
    reading = read(f"{TOP}{first}\n\n{ALL_BY_YEAR}{second}\n\n{SOME_BY_YEAR}")
    assert told(reading) == [("2021", "7"), ("2022", "9")]
    # Each answer is a table, though both have the same header.
    assert [len(table.rows) for table in reading.tables] == [2, 2]
    assert [table.flags for table in reading.tables] == [(), (FLAG,)]


@pytest.mark.parametrize(
    "heading",
    ["Of these, officers dismissed:", "How many of those were dismissed?", "Of which suspended"],
)
def test_a_heading_that_says_so(read: Read, heading: str) -> None:
    reading = read(f"{TOP}All officers\n\n{ALL_BY_YEAR}{heading}\n\n{SOME_BY_YEAR}")
    assert told(reading) == [("2021", "7"), ("2022", "9")]
    assert reading.tables[1].flags == (FLAG,)


def test_by_rank(read: Read) -> None:
    ranks = "Rank\tNumber of officers\nPC\t{}\nSgt\t{}\n\n"
    first = "1. How many officers were investigated, by rank?\n\n" + ranks.format(7, 9)
    second = "2. Of these how many were dismissed?\n\n" + ranks.format(2, 3)
    assert told(read(TOP + first + second)) == [("Constable", "7"), ("Sergeant", "9")]


def test_on_a_page(context: ReadingContext) -> None:
    table = "<table><tr><td>Year</td><td>Number of officers</td></tr>{}</table>"
    rows = "<tr><td>2021</td><td>{}</td></tr><tr><td>2022</td><td>{}</td></tr>"
    page = (
        "<html><body><h1>Gwent Police</h1><p>Misconduct of police officers</p>"
        f"<p>Officers investigated</p>{table.format(rows.format(7, 9))}"
        f"<p>Of these, officers dismissed</p>{table.format(rows.format(2, 3))}</body></html>"
    )
    reading = read_document(page.encode(), "page.html", context)
    assert told(reading) == [("2021", "7"), ("2022", "9")]


def test_what_another_question_counts_is_counted(read: Read) -> None:
    first = "1. How many officers were dismissed in each year?\n\n"
    second = "2. How many officers resigned in each year?\n\n"
    reading = read(TOP + first + ALL_BY_YEAR + second + SOME_BY_YEAR)
    assert [count for _, count in told(reading)] == ["7", "9", "2", "3"]
    assert len(reading.tables) == 2


def test_the_only_figures_are_no_part_of_others(read: Read) -> None:
    reading = read(f"{TOP}Of these, officers dismissed:\n\n{SOME_BY_YEAR}")
    assert told(reading) == [("2021", "2"), ("2022", "3")]
    assert reading.tables[0].flags == ()


@pytest.mark.parametrize(
    "answers",
    [
        "1. How many officers were investigated in 2021?\n\n7\n\n2. Of these how many were "
        "dismissed?\n\n2\n",
        "1. How many officers were investigated in 2021? 7\n2. Of these, how many were "
        "dismissed? 2\n",
        "Question\tAnswer\n1. How many officers were investigated in 2021?\t7\n"
        "2. Of these how many were dismissed?\t2\n",
    ],
)
def test_figures_below_or_beside_questions_are_none(read: Read, answers: str) -> None:
    """Which are of which, only a person can tell."""
    assert read(TOP + answers).cases == ()


def test_the_flag_is_a_sentence_of_the_program() -> None:
    assert isinstance(remark(FLAG), Said)
