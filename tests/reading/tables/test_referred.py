"""A case whose allegations stand on several rows, its reference on the first alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from tests.reading.tables.test_between_rows import LAYOUTS, Lay
from tests.reading.tables.test_round_trip import PHRASE, around

HEADER = ["Case", "Year", "Rank", "Allegation", "Outcome"]


def read(text: str) -> tuple[Table, ...]:
    return find_tables(around(text), in_text)


@LAYOUTS
@given(st.lists(st.lists(PHRASE, min_size=1, max_size=3), min_size=2, max_size=5))
def test_each_case_is_a_row(lay: Lay, cases: list[list[str]]) -> None:
    rows, expected = [HEADER], []
    for n, told in enumerate(cases):
        first, *more = [f"Told {at} {words}" for at, words in enumerate(told)]
        own = [f"{n + 1}/24", f"{2018 + n}", "PC", first, "Dismissed"]
        rows += [own, *(["", "", "", other, ""] for other in more)]
        expected.append([*own[:3], " ".join([first, *more]), own[4]])
    (table,) = read("\n".join(line.rstrip(" ") for line in lay(rows)))
    assert list(table.columns) == HEADER
    assert [[" ".join(cell.split()) for cell in row] for row in table.rows] == expected


def test_cells_that_stop_short_and_such_as_are_told_twice() -> None:
    (table,) = read(
        "\t".join(HEADER)
        + "\nA\t2021\tPC\tConduct\tDismissed\n\t\t\tHonesty\n\t\t\tForce\tDismissed\n"
        + "B\t2022\tPS\tConduct\tAdvice"
    )
    assert table.rows == (
        ("A", "2021", "PC", "Conduct\nHonesty\nForce", "Dismissed"),
        ("B", "2022", "PS", "Conduct", "Advice"),
    )


@pytest.mark.parametrize(
    "rows",
    [
        "Ref\tRank\tOutcome\n1\tPC\tAdvice\n\tPS\tDismissed\n3\tPC\tAdvice",
        "Officer\tOutcome\tReason\nConstable\tAdvice\tPosts\n\tDismissed\tForce\nSergeant\tAdvice\t",
        "Year\tRank\tOutcome\n2021\tPC\tAdvice\n\t\tDismissed\n2022\tPC\tAdvice",
        "Case\tRank\tNumber\n1\tPC\t3\n\t\t4\n2\tPC\t5",
        "Case\tRank\tAct\tOutcome\nA\tPC\tPost\tAdvice\n\t\tForce\tNFA\nB\tPC\tPost\tAdvice",
    ],
)
def test_rows_that_are_no_more_of_the_one_above(rows: str) -> None:
    (table,) = read(rows)
    assert len(table.rows) == 3


def test_words_set_in_below_a_table_are_none_of_it() -> None:
    (table,) = read("Rank\tNumber\nPC\t4\nPS\t2\n\n\tPlease ask us for more.\n")
    assert len(table.rows) == 2
