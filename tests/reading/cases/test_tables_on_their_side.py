"""Tables with a case a column, and tables with a tick under the outcome of each case."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.findings import Reading
from tests.reading.cases.telling import told

ABOUT = "Misconduct of police officers on social media\n\n"
OUTCOMES = ["Dismissed", "Written warning", "Management advice"]
RANKS = {"PC": "Constable", "Sgt": "Sergeant", "Insp": "Inspector"}
Read = Callable[[str], Reading]


CASE = st.tuples(
    st.sampled_from(["2019", "2020", "2021"]), st.sampled_from(sorted(RANKS)),
    st.sampled_from(OUTCOMES),
)  # fmt: skip


@given(st.lists(CASE, min_size=2, max_size=6), st.booleans())
def test_a_case_a_column(read: Read, cases: list[tuple[str, str, str]], numbered: bool) -> None:
    lines = [("Year", "Rank", "Outcome")[n] + "".join(f"\t{c[n]}" for c in cases) for n in range(3)]
    if numbered:
        lines.insert(0, "".join(f"\tCase {n}" for n in range(1, len(cases) + 1)))
    reading = read(ABOUT + "\n".join(lines) + "\n")
    assert told(reading) == [(year, RANKS[rank], outcome, "1") for year, rank, outcome in cases]


def test_figures_by_year_stay_upright(read: Read) -> None:
    reading = read(
        f"{ABOUT}Outcome\t2019\t2020\nDismissed\t1\t2\nNFA\t3\t4\nWritten warning\t1\t1\n"
    )
    assert [case.one("count") for case in reading.cases] == ["1", "2", "3", "4", "1", "1"]


@pytest.mark.parametrize(("tick", "none"), [("X", ""), ("✓", "-"), ("Yes", "No"), ("y", "n")])
def test_a_tick_under_each_cases_outcome(tick: str, none: str, read: Read) -> None:
    rows = [("2021", "PC", 0), ("2021", "Sgt", 2), ("2022", "PC", 1)]
    lines = "".join(
        f"{year}\t{rank}\t" + "\t".join(tick if n == at else none for n in range(3)) + "\n"
        for year, rank, at in rows
    )
    reading = read(f"{ABOUT}Year\tRank\t" + "\t".join(OUTCOMES) + f"\n{lines}")
    assert told(reading) == [(year, RANKS[rank], OUTCOMES[at], "1") for year, rank, at in rows]


def test_two_ticks_of_one_case_are_said(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tRank\tDismissed\tManagement advice\n2021\tPC\tX\tX\n2022\tSgt\t\tX\n"
    )
    assert [case.flags for case in reading.cases] == [("several outcomes",), ()]
    assert [case.all("outcome") for case in reading.cases] == [
        ("Dismissed", "Management advice"),
        ("Management advice",),
    ]


def test_a_case_without_a_tick_is_none(read: Read) -> None:
    reading = read(f"{ABOUT}Year\tRank\tDismissed\tResigned\n2021\tPC\tX\t\n2022\tSgt\t\t\n")
    assert told(reading) == [("2021", "Constable", "Dismissed", "1")]
