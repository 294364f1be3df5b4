"""Tables with a kind a column and a tick in it for each case: "X" under "Dismissed"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from foitrack.reading.cases.cells import category, cell_values, count_value, period_values
from foitrack.reading.cases.columns import columns_of
from foitrack.reading.cases.fits import heading_period, is_aside
from foitrack.reading.cases.groups import Columns
from foitrack.reading.cases.kinds_across import fields_around, named_by
from foitrack.reading.counts import Count
from foitrack.reading.findings import CaseRow, Table
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField

_LEAST = 2
_TICK = re.compile(r"[x✓✔☑☒●•]|yes|y|ticked", re.IGNORECASE)
_NO_TICK = re.compile(r"|[-–—☐○]|no?", re.IGNORECASE)
SEVERAL = "several outcomes"


def rows_ticked(
    table: Table,
    schema: CaseSchema,
    legend: dict[str, Count],
    mapping: Mapping[int, str | None],
) -> list[CaseRow] | None:
    """A case row for each row with a tick; None where the table is no such."""
    if is_aside(table, schema):
        return None
    across = _ticked(table, schema, mapping)
    if not across:
        return None
    led = fields_around(columns_of(table, schema, mapping), across)
    columns = Columns.of(led)
    heading = heading_period(table.heading)
    rows: list[CaseRow] = []
    for cells, place in zip(table.rows, table.row_places, strict=False):
        ticked = [n for n in across if _TICK.fullmatch(cells[n].strip())]
        if not ticked or columns.add_nothing(cells):
            continue
        values = [
            value
            for cell, fields in zip(cells, led, strict=True)
            for value in cell_values(cell, fields, legend)
            if value.field != "count"
        ]
        if heading and not any(value.field == "period" for value in values):
            values = [*period_values(heading, heading.value), *values]
        for n in ticked:
            own, kind = across[n]
            values += [value for value in category(kind, own) if value.field != "count"]
        printed = dict(zip(table.columns, cells, strict=True))
        flags = (SEVERAL,) if len(ticked) > 1 else ()
        rows.append(CaseRow((*values, count_value(Count(1, 1), "")), place, printed, flags))
    return rows


def _ticked(
    table: Table, schema: CaseSchema, mapping: Mapping[int, str | None]
) -> dict[int, tuple[SchemaField, str]]:
    """The columns that hold ticks, counted from 0, with the field and value that head them."""
    free = [n for n in range(len(table.columns)) if n not in mapping and _has_ticks(table, n)]
    for own in schema.of_kind(FieldKind.CATEGORY):
        named = {n: kind for n in free if (kind := named_by(table.columns[n], own))}
        if len(named) >= _LEAST and any(
            _TICK.fullmatch(row[n].strip()) for row in table.rows for n in named
        ):
            return {n: (own, kind) for n, kind in named.items()}
    return {}


def _has_ticks(table: Table, column: int) -> bool:
    cells = [row[column].strip() for row in table.rows]
    return all(_TICK.fullmatch(cell) or _NO_TICK.fullmatch(cell) for cell in cells)
