"""Tables whose columns are each of a period and of something else: a rank, an outcome, a count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.cases.period_heads import heads_by_rest
from foitrack.reading.findings import Reading
from tests.reading.cases.telling import told

ABOUT = "Misconduct of police officers on social media\n\n"
Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "headings",
    [
        "2022 PC\t2022 Sergeant\t2023 PC\t2023 Sergeant",
        "PC 2022\tSergeant 2022\tPC 2023\tSergeant 2023",
        "PC (2022)\tSergeant (2022)\tPC (2023)\tSergeant (2023)",
        "2022: PC\t2022: Sergeant\t2023: PC\t2023: Sergeant",
        "PC in 2022\tSergeant in 2022\tPC in 2023\tSergeant in 2023",
    ],
)
def test_ranks_of_each_year(headings: str, read: Read) -> None:
    reading = read(f"{ABOUT}Outcome\t{headings}\nDismissed\t3\t0\t2\t1\nNFA\t5\t1\t4\t0\n")
    assert sorted(told(reading)) == [
        ("2022", "Constable", "Dismissed", "3"),
        ("2022", "Constable", "No further action", "5"),
        ("2022", "Sergeant", "No further action", "1"),
        ("2023", "Constable", "Dismissed", "2"),
        ("2023", "Constable", "No further action", "4"),
        ("2023", "Sergeant", "Dismissed", "1"),
    ]
    assert all(case.one("outcome_family") for case in reading.cases)


def test_outcomes_of_each_financial_year(read: Read) -> None:
    reading = read(
        f"{ABOUT}Rank\tWritten warning 21/22\tWritten warning 22/23\tDismissed 21/22\t"
        "Dismissed 22/23\tTotal\nPC\t3\t4\t0\t<5\t8\nSgt\t1\t0\t0\t1\t2\nTotal\t4\t4\t0\t2\t10\n"
    )
    assert told(reading) == [
        ("2021/22", "Constable", "Written warning", "3"),
        ("2022/23", "Constable", "Written warning", "4"),
        ("2021/22", "Sergeant", "Written warning", "1"),
        ("2022/23", "Constable", "Dismissed", None),
        ("2022/23", "Sergeant", "Dismissed", "1"),
    ]
    # Nobody was dismissed in the first year, but others were warned: no nought of the year.
    assert reading.zeros == ()


def test_what_is_counted_of_each_year(read: Read) -> None:
    """Figures that count allegations stand beside those that count officers, apart."""
    reading = read(
        f"{ABOUT}Rank\t2022 Allegations\t2022 Officers\t2023 Allegations\t2023 Officers\n"
        "PC\t12\t9\t15\t11\nPS\t3\t3\t1\t1\n"
    )
    assert [(*row[:2], row[3]) for row in told(reading)] == [
        ("2022", "Constable", "12"),
        ("2023", "Constable", "15"),
        ("2022", "Sergeant", "3"),
        ("2023", "Sergeant", "1"),
        ("2022", "Constable", "9"),
        ("2023", "Constable", "11"),
        ("2022", "Sergeant", "3"),
        ("2023", "Sergeant", "1"),
    ]
    flags = [case.flags for case in reading.cases]
    assert flags == [("counts allegations",)] * 4 + [("counts officers",)] * 4


def test_a_year_of_noughts_under_every_kind(read: Read) -> None:
    reading = read(
        f"{ABOUT}Rank\tDismissed 2022\tDismissed 2023\tResigned 2022\tResigned 2023\n"
        "PC\t0\t2\t0\t1\nSgt\t0\t1\t0\t0\n"
    )
    assert {case.one("period") for case in reading.cases} == {"2023"}
    assert [zero.period for zero in reading.zeros] == ["2022"]


@pytest.mark.parametrize(
    "headings",
    [
        # What the figures are nobody knows by these.
        "2022 Searches\t2022 Arrests\t2023 Searches\t2023 Arrests",
        "Cost 2022\tCost 2023\tMileage 2022\tMileage 2023",
    ],
)
def test_figures_of_something_else_are_no_cases(headings: str, read: Read) -> None:
    reading = read(f"{ABOUT}Rank\t{headings}\nPC\t12\t9\t15\t11\nPS\t3\t3\t1\t1\n")
    assert reading.cases == ()


def test_a_heading_without_a_period_among_them() -> None:
    assert heads_by_rest(["Rank", "PC 2022", "PC 2023", "Notes"]) == {}
    assert heads_by_rest(["Rank", "PC 2022", "PC 2022"]) == {}
    assert heads_by_rest(["Rank", "PC 2022"]) == {}
