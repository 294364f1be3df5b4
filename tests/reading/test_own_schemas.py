"""Case schemas of one's own: what is guessed from a table, and which tables they then read."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from foitrack.reading.cases.tables import read_table
from foitrack.reading.findings import Place, Table
from foitrack.reading.schema import FieldKind
from foitrack.reading.schema_guess import proposed

FORCE = (
    "Year|Tactic|Custody suite|Number",
    "2022|Taser|Chelmsford|3",
    "2022|Handcuffs|Chelmsford|211",
    "2023|Taser|Southend|7",
)
SEARCHES = (
    "Year|Stop searches|Arrests|No further action",
    "2019|8,214|1,011|6,002",
    "2020|9,988|1,140|7,431",
    "2021|7,650|902|5,844",
)
BARE = ("Year|Number", "2019|12", "2020|9", "2021|14")


def table(lines: Sequence[str], heading: str | None = None) -> Table:
    columns, *rows = (tuple(line.split("|")) for line in lines)
    return Table(columns, tuple(rows), Place(), heading=heading)


def rows_of(of: Sequence[str], by: Sequence[str]) -> int:
    """How many rows a schema made from one table reads in another."""
    return len(read_table(table(of), proposed(table(by), "Mine").schema(), {}).rows)


@pytest.mark.parametrize("lines", [FORCE, SEARCHES, BARE])
def test_a_schema_reads_the_table_that_it_was_made_from(lines: Sequence[str]) -> None:
    assert rows_of(lines, lines) == 3


@pytest.mark.parametrize("made_from", [FORCE, SEARCHES])
@pytest.mark.parametrize(
    "other",
    [
        BARE,
        ("Financial year|Drawn|Fired|Total", "2021/22|112|31|143", "2022/23|131|28|159"),
        ("Month|Pothole claims|How many", "Jan 2022|paid|3", "Feb 2022|refused|8"),
    ],
)
def test_a_table_that_shares_only_when_and_how_many_is_another(
    made_from: Sequence[str], other: Sequence[str]
) -> None:
    assert rows_of(other, made_from) == 0


def test_figures_by_year_alone_are_read_by_a_schema_of_no_more() -> None:
    assert rows_of(("Year|Total", "2019|12", "2020|9"), BARE) == 2


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("Arrest rate", ("12.3%", "11.4%", "-"), FieldKind.TEXT),
        ("Arrest rate", ("12.3 per cent", "11 per cent", "9 per cent"), FieldKind.TEXT),
        ("Cost of kit", ("£1,250.00", "£980", "n/a"), FieldKind.TEXT),
        ("Cost of kit", ("£1,250.00", "£980", "0"), FieldKind.TEXT),
        ("Average days", ("4.5", "6.25", "3.1"), FieldKind.TEXT),
        # A few amounts that come again are kinds, as of a fine.
        ("Penalty", ("£35", "£70", "£35", "£35", "£70", "£70"), FieldKind.CATEGORY),
        ("Tactic", ("Taser", "Handcuffs", "-"), FieldKind.CATEGORY),
    ],
)
def test_measures_are_no_words(heading: str, cells: Sequence[str], kind: FieldKind) -> None:
    lines = [f"Year|{heading}|Number", *(f"20{n + 10}|{cell}|{n}" for n, cell in enumerate(cells))]
    [_, own, _] = proposed(table(lines), "Mine").fields
    assert own.kind is kind
