"""Rows that only add up, part, or head others: none of them is a case."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.findings import Reading
from tests.reading.cases.telling import told

ABOUT = "Misconduct of police officers on social media\n\n"
Read = Callable[[str], Reading]
SUMS = ["Total 2021", "All outcomes", "Overall", "Sub-total", "Sum", "2021 total"]
OUTCOMES = ["Dismissed", "Written warning", "Management advice"]


@pytest.mark.parametrize("label", SUMS)
def test_a_groups_total_in_the_column_of_outcomes(label: str, read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tOutcome\tNumber\n2021\tDismissed\t3\n2021\tResigned\t2\n2021\t{label}\t5\n"
        f"2022\tDismissed\t6\n2022\t{label}\t6\n"
    )
    assert told(reading) == [
        ("2021", None, "Dismissed", "3"),
        ("2021", None, "Resigned", "2"),
        ("2022", None, "Dismissed", "6"),
    ]


@pytest.mark.parametrize("years", [("2020", "2021"), ("2020", "2022"), ("2021/22", "2020/21")])
def test_a_year_alone_above_its_cases(years: tuple[str, str], read: Read) -> None:
    first, second = years
    reading = read(
        f"{ABOUT}Year\tRank\tOutcome\n{first}\t\t\n\tPC\tDismissed\n\tPS\tNFA\n"
        f"{second}\t\t\n\tPC\tWritten warning\n"
    )
    assert told(reading) == [
        (first, "Constable", "Dismissed", "1"),
        (first, "Sergeant", "No further action", "1"),
        (second, "Constable", "Written warning", "1"),
    ]


@pytest.mark.parametrize("part", ["of which male", "Of these, on probation", "including specials"])
def test_a_part_of_the_row_above(part: str, read: Read) -> None:
    reading = read(
        f"{ABOUT}Outcome\t2021\t2022\nDismissed\t5\t7\n{part}\t4\t5\nResigned\t2\t3\nTotal\t7\t10\n"
    )
    assert [case.one("count") for case in reading.cases] == ["5", "7", "2", "3"]
    # The part is in the sum already.
    assert reading.tables[0].flags == ()


@pytest.mark.parametrize("part", ["of which male", "including specials"])
def test_a_part_of_the_row_above_in_a_list(part: str, read: Read) -> None:
    reading = read(
        f"{ABOUT}Rank\tOutcome\tNumber\nPC\tDismissed\t5\n{part}\tDismissed\t4\nSgt\tNFA\t2\n"
    )
    assert [case.one("count") for case in reading.cases] == ["5", "2"]


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=2))
def test_parts_that_make_up_the_figures_of_a_rank(read: Read, figures: list[list[int]]) -> None:
    """The ranks' own figures are sums; each part is a case of its rank and its outcome."""
    rows = ""
    for rank, parts in zip(("Constable", "Sergeant"), figures, strict=True):
        rows += f"{rank}\t{sum(parts)}\t{sum(parts)}\n"
        rows += "".join(f"{o}\t{n}\t{n}\n" for o, n in zip(OUTCOMES, parts, strict=True))
    reading = read(f"{ABOUT}Rank / Outcome\t2021\t2022\n{rows}")
    assert told(reading) == [
        (year, rank, outcome, str(n))
        for rank, parts in zip(("Constable", "Sergeant"), figures, strict=True)
        for outcome, n in zip(OUTCOMES, parts, strict=True)
        if n
        for year in ("2021", "2022")
    ]


def test_labels_of_two_kinds_that_do_not_add_up_are_no_cases(read: Read) -> None:
    reading = read(
        f"{ABOUT}Rank / Outcome\t2021\t2022\nConstable\t7\t5\nDismissed\t2\t1\n"
        "Written warning\t4\t4\nSergeant\t2\t1\nDismissed\t1\t0\n"
    )
    assert reading.cases == ()


@pytest.mark.parametrize(
    "columns", ["2021/22\t%\t2022/23\t%", "2021/22\tShare of all\t2022/23\t% of total"]
)
def test_shares_beside_the_figures_of_each_year(columns: str, read: Read) -> None:
    reading = read(
        f"{ABOUT}Outcome\t{columns}\nDismissed\t4\t40.0\t6\t60.0\nNFA\t6\t60.0\t4\t40.0\n"
    )
    assert [(row[0], row[2], row[3]) for row in told(reading)] == [
        ("2021/22", "Dismissed", "4"),
        ("2022/23", "Dismissed", "6"),
        ("2021/22", "No further action", "6"),
        ("2022/23", "No further action", "4"),
    ]


def test_how_figures_changed_is_no_year(read: Read) -> None:
    reading = read(f"{ABOUT}Outcome\t2021\t2022\t% change\nDismissed\t4\t6\t50\nNFA\t6\t3\t-50\n")
    assert [case.one("count") for case in reading.cases] == ["4", "6", "6", "3"]


@pytest.mark.parametrize("whole", ["Investigated", "Number investigated", "Recorded"])
def test_what_came_of_those_investigated(whole: str, read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\t{whole}\tNumber dismissed\tNumber given written warning\n"
        "2020\t9\t2\t1\n2021\t12\t3\t0\n"
    )
    assert [(row[0], row[2], row[3]) for row in told(reading)] == [
        ("2020", "Dismissed", "2"),
        ("2020", "Written warning", "1"),
        ("2021", "Dismissed", "3"),
    ]


def test_one_outcome_by_year(read: Read) -> None:
    reading = read(f"{ABOUT}Year\tDismissed\n2020\t2\n2021\t<5\n2022\t0\n")
    assert told(reading) == [("2020", None, "Dismissed", "2"), ("2021", None, "Dismissed", None)]
