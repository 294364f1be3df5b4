"""Tables of which each cell stands in a paragraph of its own."""

from __future__ import annotations

import pytest
from hypothesis import given

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from tests.reading.tables.test_round_trip import Rows, around, same, tables


def read(cells: list[str]) -> tuple[Table, ...]:
    return find_tables(around("\n\n".join(cells)), in_text)


@given(tables())
def test_a_cell_a_paragraph(rows: Rows) -> None:
    rows = [
        ["Year", *(f"Reason {name}" for name in rows[0])],
        *([f"{2010 + n}", *(f"No. {cell}" for cell in row)] for n, row in enumerate(rows[1:])),
    ]
    same(read([cell for row in rows for cell in row]), rows)


CELLS = ["Year", "Rank", "Outcome", "2021", "PC", "Dismissed", "2022", "PS", "Advice", "2023"]


@pytest.mark.parametrize(
    "cells",
    [
        CELLS,
        [*CELLS, "PC"],
        [*CELLS, "PC", "Yours sincerely"],
        [*CELLS[:5], *CELLS[6:], "PC", "Advice"],
        [*CELLS[:6]],
        ["Rank", "Outcome", "PC", "Dismissed", "PS", "Advice"],
    ],
)
def test_what_does_not_come_out_even_is_left_alone(cells: list[str]) -> None:
    assert read(cells) == ()
