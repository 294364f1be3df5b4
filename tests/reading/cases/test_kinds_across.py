"""Outcomes, or ranks, across the top of a table: each figure is a case row of its kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.cases.tables import read_table
from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.cases.telling import told

ABOUT = "Misconduct of police officers on social media\n\n"
Read = Callable[[str], Reading]


def test_outcomes_by_year(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tDismissed\tFinal written warning\tNFA\tTotal\n"
        "2019\t1\t0\t4\t5\n2020\t2\t3\t0\t5\n2021\t0\t0\t0\t0\nTotal\t3\t3\t4\t10\n"
    )
    assert told(reading) == [
        ("2019", None, "Dismissed", "1"),
        ("2019", None, "No further action", "4"),
        ("2020", None, "Dismissed", "2"),
        ("2020", None, "Final written warning", "3"),
    ]
    assert [zero.period for zero in reading.zeros] == ["2021"]
    first = reading.cases[0]
    assert first.printed == {"Year": "2019", "Total": "5", "Dismissed": "1"}
    assert first.one("outcome_family") == "dismissed"


def test_of_each_rank(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tRank\tWritten warning\tDismissed\n"
        "2019\tPC\t1\t<5\n2019\tSgt\t2\t*\n2020\tPC\t0\t1\n"
    )
    assert told(reading) == [
        ("2019", "Constable", "Written warning", "1"),
        ("2019", "Constable", "Dismissed", None),
        ("2019", "Sergeant", "Written warning", "2"),
        ("2019", "Sergeant", "Dismissed", None),
        ("2020", "Constable", "Dismissed", "1"),
    ]
    held_back = [value for value in reading.cases[1].values if value.field == "count"]
    assert [(value.low, value.high) for value in held_back] == [(1, 4)]


@pytest.mark.parametrize(
    "headings",
    [
        ("Number of officers dismissed¹", "Number of officers given a written warning²"),
        ("Outcome – Dismissed", "Outcome – Written warning"),
        ("No. dismissed", "Written Warning*"),
        ("DISMISSED", "WRITTEN WARNINGS"),
    ],
)
def test_as_headings_say_it(context: ReadingContext, headings: tuple[str, str]) -> None:
    first, second = headings
    text = f"{ABOUT}Financial year,{first},{second}\n2018/19,3,1\n2019/20,2,n/a\n"
    reading = read_document(text.encode(), "misconduct of police officers.csv", context)
    assert told(reading) == [
        ("2018/19", None, "Dismissed", "3"),
        ("2018/19", None, "Written warning", "1"),
        ("2019/20", None, "Dismissed", "2"),
    ]


def test_what_is_counted_is_said(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tComplaints received\tWithdrawn\tNot upheld\n2019\t9\t4\t5\n2020\t3\t1\t2\n"
    )
    assert [case.one("count") for case in reading.cases] == ["4", "5", "1", "2"]
    assert {case.flags for case in reading.cases} == {("counts complaints",)}


def test_ranks_across_and_outcomes_down(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year: 2019\n\nOutcome\tPC\tSergeant\tTotal\nDismissed\t1\t2\t3\n"
        "Written warning\t4\t0\t4\nTotal\t5\t2\t7\n"
    )
    assert [row[1:] for row in told(reading)] == [
        ("Constable", "Dismissed", "1"),
        ("Sergeant", "Dismissed", "2"),
        ("Constable", "Written warning", "4"),
    ]


def test_the_heading_over_it_gives_the_year(read: Read) -> None:
    reading = read(f"{ABOUT}2019\n\nRank\tDismissed\tResigned\nPC\t2\t1\nSgt\t0\t1\n")
    assert told(reading) == [
        ("2019", "Constable", "Dismissed", "2"),
        ("2019", "Constable", "Resigned", "1"),
        ("2019", "Sergeant", "Resigned", "1"),
    ]


def test_an_outcome_that_no_list_has_is_one_all_the_same(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tDismissed\tWritten warning\tExtension of final written warning\n"
        "2019\t1\t2\t3\n2020\t4\t5\t6\n"
    )
    assert [case.one("count") for case in reading.cases] == ["1", "2", "3", "4", "5", "6"]
    assert reading.cases[2].one("outcome") == "Extension of final written warning"
    assert reading.cases[2].one("outcome_family") == "final-written-warning"


def test_marks_under_each_cases_outcome_are_no_figures(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tRank\tAllegation\tDismissed\tWritten warning\n"
        "2019\tPC\tPosted a joke\tx\t\n2020\tPC\tSent a picture\t\tx\n"
    )
    assert [case.one("count") for case in reading.cases] == ["1", "1"]


@pytest.mark.parametrize(
    "text",
    [
        "Officers in post\n\nYear\tConstable\tSergeant\n2019\t900\t80\n2020\t910\t82\n",
        "Constables and sergeants\n\nYear\tConstable\tSergeant\n2019\t900\t80\n2020\t910\t82\n",
        "Cost of hearings\n\nYear\tDismissed\tResigned\n2019\t£900\t£80\n2020\t£9\t£2\n",
    ],
)
def test_figures_of_other_things_are_no_cases(read: Read, text: str) -> None:
    reading = read("You asked about misconduct of police officers on social media.\n\n" + text)
    assert reading.cases == ()


def test_a_column_that_a_person_leaves_out_takes_no_other_with_it(context: ReadingContext) -> None:
    text = f"{ABOUT}Year\tDismissed\tWritten warning\n2019\t1\t2\n2020\t3\t4\n"
    (table,) = read_document(text.encode(), "letter.txt", context).tables
    schema = context.schemas["police-misconduct"]
    cases = read_table(table, schema, {}, {1: None})
    assert [(row.one("outcome"), row.one("count")) for row in cases.rows] == [
        ("Written warning", "2"),
        ("Written warning", "4"),
    ]
    other = read_table(table, schema, {}, {0: None})
    assert [row.one("period") for row in other.rows] == []
