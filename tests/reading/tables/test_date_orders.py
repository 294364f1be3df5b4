"""The order of day and month is settled for a column; where it is not certain, that is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document

ABOUT = "Police officers: misconduct on social media\n\n"
Read = Callable[[str], Reading]


def rows(days: Sequence[str]) -> str:
    lines = [f"{day}\tPC\tFacebook\tDismissed" for day in days]
    return "\n".join([f"{ABOUT}Date\tRank\tPlatform\tOutcome", *lines, ""])


def periods(reading: Reading) -> list[str | None]:
    return [case.one("period") for case in reading.cases]


def test_day_first_where_nothing_says_otherwise(read: Read) -> None:
    reading = read(rows(["03/04/2020", "05/06/2020", "25/12/2020"]))
    assert periods(reading) == ["2020-04-03", "2020-06-05", "2020-12-25"]
    assert reading.tables[0].flags == ()


@pytest.mark.parametrize("mark", ["/", "-", "."])
def test_one_that_can_be_no_other_settles_the_column(read: Read, mark: str) -> None:
    days = ["03/04/2020", "12/25/2020", "1/2/21"]
    reading = read(rows([day.replace("/", mark) for day in days]))
    assert periods(reading) == ["2020-03-04", "2020-12-25", "2021-01-02"]
    (flag,) = reading.tables[0].flags
    assert "“Date”" in flag and "month first" in flag
    # What is printed stays as it is.
    assert reading.tables[0].rows[0][0] == days[0].replace("/", mark)
    assert reading.cases[0].printed["Date"] == days[0].replace("/", mark)


def test_in_a_column_of_both_a_day_that_may_be_either_is_not_guessed(read: Read) -> None:
    reading = read(rows(["13/02/2020", "03/04/2019", "12/13/2020", "05/05/2020"]))
    assert periods(reading) == ["2020-02-13", "2019", "2020-12-13", "2020-05-05"]
    assert [case.one("year") for case in reading.cases] == ["2020", "2019", "2020", "2020"]
    assert any("both" in flag for flag in reading.tables[0].flags)


def test_a_slip_of_the_pen_settles_nothing(read: Read) -> None:
    reading = read(rows(["03/04/2020", "04/31/2020", "25/12/2020"]))
    assert periods(reading) == ["2020-04-03", None, "2020-12-25"]
    assert reading.tables[0].flags == ()


def test_each_column_for_itself(context: ReadingContext) -> None:
    text = "Received,Closed,Rank,Outcome\n03/04/2020,03/04/2020,PC,Dismissed\n"
    text += "13/04/2020,04/30/2020,PS,Dismissed\n"
    (table,) = read_document(text.encode(), "police misconduct.csv", context).tables
    assert table.true_values == {(0, 1): "2020-03-04", (1, 1): "2020-04-30"}
    (flag,) = table.flags
    assert "“Closed”" in flag
