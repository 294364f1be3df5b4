"""A disclosure log's row: its days stand under headings, in cells."""

from __future__ import annotations

import pytest

from foitrack.reading.prose import fold
from foitrack.reading.response.dates import find_letter_dates

HEADS = ("Date received", "Date due", "Date completed", "What was asked for")
ROW = ("7 May 2024", "5 June 2024", "28 May 2024", "The number of moorings let in 2023.")


def days(text: str) -> tuple[str | None, ...]:
    found = find_letter_dates(text, fold(text))
    said = (found.of(f"{name}_date") for name in ("request", "received", "response"))
    return tuple(day.isoformat() if day else None for day in said)


@pytest.mark.parametrize("between", ["\t", " | "])
def test_each_day_is_what_stands_over_it(between: str) -> None:
    log = f"Disclosure log\n\n{between.join(HEADS)}\n{between.join(ROW)}\n\nWe let 14."
    assert days(log) == (None, "2024-05-07", "2024-05-28")


def test_the_last_heading_is_not_that_of_the_first_cell() -> None:
    log = "Disclosure log\n\nPublished\tDate requested\n7 May 2024\t5 June 2024\n\nWe let 14."
    assert days(log) == ("2024-06-05", None, None)


def test_a_log_of_several_requests_gives_none() -> None:
    rows = "\n".join("\t".join(row) for row in (HEADS, ROW, ("9 May 2024", *ROW[1:])))
    assert days(f"Disclosure log\n\n{rows}\n\nWe let 14.") == (None, None, None)


def test_a_label_in_the_cell_before_it_is_no_heading_of_another_row() -> None:
    page = (
        "Reference | HC/24/7 |\nTopic | Moorings let |\nDate requested | 7 May 2024 |\n\nWe let 14."
    )
    assert days(page) == ("2024-05-07", None, None)


def test_numbered_questions_below_the_row_are_no_rows() -> None:
    row = "\t".join((*ROW[:3], "1. How many?\n2. Since when?\n\n3. By whom?", "1. 14\n2. 1998"))
    heads = "\t".join(HEADS)
    assert days(f"{heads}\n{row}") == (None, "2024-05-07", "2024-05-28")
