"""Tables that may tell of the same cases say so; others do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading

ABOUT = "Misconduct of police officers on social media\n\n"
SAME = "adds up to the same as table 1: these may be the same cases"
Read = Callable[[str], Reading]


def flagged(reading: Reading) -> list[bool]:
    """Of each case row, whether it may be told by an earlier table."""
    return [SAME in case.flags for case in reading.cases]


BY_RANK = "Year\tRank\tNumber\n2021\tPC\t9\n2022\tPC\t12\n"
BY_OUTCOME = "Year\tOutcome\tNumber\n2021\tDismissed\t3\n2021\tNFA\t6\n2022\tDismissed\t12\n"


def test_the_same_officers_by_rank_and_by_outcome(read: Read) -> None:
    reading = read(f"{ABOUT}By rank\n\n{BY_RANK}\nBy outcome\n\n{BY_OUTCOME}")
    assert flagged(reading) == [False, False, True, True, True]


def test_a_table_with_years_and_one_without(read: Read) -> None:
    without = "Outcome\tNumber\nDismissed\t15\nNFA\t6\n"
    reading = read(f"{ABOUT}By rank\n\n{BY_RANK}\nBy outcome\n\n{without}")
    assert flagged(reading) == [False, False, True, True]


def test_the_same_table_again(read: Read) -> None:
    rows = "Year\tRank\tOutcome\n2021\tPC\tDismissed\n2022\tPS\tNFA\n"
    reading = read(f"{ABOUT}For phones\n\n{rows}\nFor screens\n\n{rows}")
    assert flagged(reading) == [False, False, True, True]


@pytest.mark.parametrize(
    "second",
    [
        # Another number of one year; the same things of others; suppressed; too few to tell.
        BY_OUTCOME.replace("12", "11"),
        "Year\tRank\tNumber\n2021\tSgt\t9\n2022\tSgt\t12\n",
        BY_OUTCOME.replace("12", "<5"),
    ],
)
def test_other_cases_are_not_the_same(second: str, read: Read) -> None:
    reading = read(f"{ABOUT}By rank\n\n{BY_RANK}\nMore\n\n{second}")
    assert len(reading.cases) > 3
    assert not any(flagged(reading))


def test_few_cases_are_the_same_number_by_chance(read: Read) -> None:
    reading = read(
        f"{ABOUT}By rank\n\nYear\tRank\tNumber\n2021\tPC\t1\n2022\tPC\t2\n\nBy outcome\n\n"
        "Year\tOutcome\tNumber\n2021\tDismissed\t1\n2022\tDismissed\t2\n"
    )
    assert len(reading.cases) == 4
    assert not any(flagged(reading))
