"""Cells with commas between them, pasted into a letter."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from tests.reading.tables.test_round_trip import Rows, around, same, tables


def read(text: str) -> tuple[Table, ...]:
    return find_tables(around(text), in_text)


@given(tables().filter(lambda rows: len(rows[0]) > 2), st.data())
def test_a_table_as_a_program_writes_it(rows: Rows, data: st.DataObject) -> None:
    for row in rows[1:]:
        at = data.draw(st.integers(0, len(row) - 1))
        row[at] = data.draw(st.sampled_from(["", row[at], f"{row[at]}, and more"]))
        row[0] = row[0] or "PC"
    empty = data.draw(st.booleans())
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([row[0], *([""] if empty else []), *row[1:]] for row in rows)
    filled = [n for n in range(len(rows[0])) if any(row[n] for row in rows)]
    same(read(written.getvalue()), [[row[n] for n in filled] for row in rows])


@pytest.mark.parametrize(
    "text",
    [
        "We hold pens, paper, ink.\nWe sold pens, paper, ink.\nWe lost pens, paper, ink.",
        "1,204,300\n1,305,400\n1,406,500",
        "Rank,Year,Number\nPC,2019,1,204\nPS,2020,3",
        "Rank,Year,Number\nPC,2019,4",
        "Rank,Year,Number\nPC,\r2019,4\nPS,2020,1",
    ],
)
def test_what_is_no_such_table(text: str) -> None:
    assert read(text) == ()
