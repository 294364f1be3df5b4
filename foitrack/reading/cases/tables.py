"""Tables as case rows, by a case schema. Only what a cell or heading prints becomes a value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from foitrack.reading.cases.cells import UNKNOWN, Values, cell_values, count_value, dated
from foitrack.reading.cases.columns import columns_of
from foitrack.reading.cases.elsewhere import elsewhere
from foitrack.reading.cases.fits import counts_of, fits, heading_period
from foitrack.reading.cases.groups import Columns, labels_of_groups, periods_of_groups
from foitrack.reading.cases.indented import unindented
from foitrack.reading.cases.kinds_across import rows_across
from foitrack.reading.cases.noughts import noughts_of, row_nought
from foitrack.reading.cases.parts_of_others import is_of_others
from foitrack.reading.cases.period_sums import without_sums
from foitrack.reading.cases.periods_across import rows_by_period
from foitrack.reading.cases.pivots import pivot_rows
from foitrack.reading.cases.row_labels import Full, with_labels
from foitrack.reading.cases.several import itemised, told_of
from foitrack.reading.cases.shares import without_shares
from foitrack.reading.cases.ticks_across import rows_ticked
from foitrack.reading.cases.transposed import upright
from foitrack.reading.counts import Count
from foitrack.reading.findings import CaseRow, CaseValue, Place, Table, Zero
from foitrack.reading.periods import Period
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField

Found = tuple[list[CaseRow], list[Zero]]
Known = dict[tuple[int, str, str | None], Values]
"""What a column's cells said before: most tables say the same few things over and over."""
_MOST_KNOWN = 50_000


@dataclass(frozen=True, slots=True)
class Cases:
    """The case rows of a document, and the periods for which it prints a nought."""

    rows: tuple[CaseRow, ...]
    zeros: tuple[Zero, ...]
    parts: tuple[int, ...] = ()
    """The numbers of the tables whose figures are of those of a table above."""


def read_cases(
    tables: Sequence[Table],
    schema: CaseSchema,
    legend: Mapping[str, Count],
    over: Mapping[int, str] | None = None,
) -> Cases:
    """Every case row that the tables give under a schema.

    `over` has the question that stands over a table, by the table's number.
    """
    rows: list[CaseRow] = []
    zeros: list[Zero] = []
    parts: list[int] = []
    for table in tables:
        number = table.place.table or 0
        asked = (over or {}).get(number, "")
        found, nothing = _of_table(table, schema, dict(legend), {})
        if asked and not (found or nothing or table.heading):
            found, nothing = _of_answer(table, asked, schema, dict(legend))
        if found and rows and is_of_others(table.heading or asked):
            parts.append(number)
            continue
        rows += found
        zeros += nothing
    return Cases(tuple(rows), tuple(zeros), tuple(parts))


def _of_answer(table: Table, asked: str, schema: CaseSchema, legend: dict[str, Count]) -> Found:
    """The cases of a table of ranks or of platforms, of which only the question over it says what
    its figures count. When they are of, a question does not say: "since 2019".
    """
    over = re.sub(r"\d+", "", asked)
    return rows_across(replace(table, heading=over), schema, legend, {}) or ([], [])


def read_table(
    table: Table,
    schema: CaseSchema,
    legend: Mapping[str, Count],
    mapping: Mapping[int, str | None] | None = None,
) -> Cases:
    """The case rows of one table, where a person may have said what its columns hold.

    `mapping` has the field of a column, counted from 0, or None where a column is left out;
    a column it does not name is led by its heading.
    """
    rows, zeros = _of_table(table, schema, dict(legend), mapping or {})
    return Cases(tuple(rows), tuple(zeros))


def _of_table(
    table: Table,
    schema: CaseSchema,
    legend: dict[str, Count],
    mapping: Mapping[int, str | None],
) -> Found:
    if not mapping and (standing := upright(table, schema)) is not None:
        table = standing
    headed = without_shares(table)
    outline = Full(headed.table) if mapping else unindented(headed.table, schema)
    full = with_labels(outline.table, schema)
    told = without_sums(full.table, schema, columns=not mapping)
    found = _of_figures(told, schema, legend, mapping)
    if found is None:
        found = _of_list(told, schema, legend, mapping)
    rows, zeros = found
    return headed.verbatim(outline.verbatim(full.verbatim(rows))), zeros


def _of_figures(
    table: Table,
    schema: CaseSchema,
    legend: dict[str, Count],
    mapping: Mapping[int, str | None],
) -> Found | None:
    """The cases of a table whose columns are each a year's or a kind's; None where it is none."""
    # Years across the top stay figures by year whatever the column of labels is said to hold.
    if not mapping.keys() - {0}:
        pivoted = pivot_rows(table, schema, legend, schema.field_named(mapping.get(0) or ""))
        if pivoted is not None:
            return pivoted
    by_period = rows_by_period(table, schema, legend, mapping)
    if by_period is not None:
        return by_period
    across = rows_across(table, schema, legend, mapping)
    if across is not None:
        return across
    ticked = rows_ticked(table, schema, legend, mapping)
    return (ticked, []) if ticked is not None else None


def _of_list(
    table: Table,
    schema: CaseSchema,
    legend: dict[str, Count],
    mapping: Mapping[int, str | None],
) -> Found:
    """The cases of a table with a case, or several that are alike, a row."""
    led = columns_of(table, schema, mapping)
    heading = heading_period(table.heading)
    chosen = any(mapping.values()) and any(led)
    if not chosen and not fits(table, schema, led):
        return [], []
    rows: list[CaseRow] = []
    zeros: list[Zero] = []
    kinds: list[tuple[str | None, Place]] = []
    counted = _counted(table, led, schema)
    known: Known = {}
    columns, names, besides = Columns.of(led), _names(table.columns), _Besides.of(led, heading)
    labels, years = labels_of_groups(table), periods_of_groups(table, led)
    listing, other = itemised(table, led), elsewhere(table, schema, led, mapping)
    for index, cells in enumerate(table.rows):
        if columns.add_nothing(cells):
            continue
        held = table.true_values
        true = [held.get((index, n)) for n in range(len(cells))] if held else []
        whole = (labels[index], *cells[1:]) if index in labels else cells
        if index in years:
            at, period = years[index]
            whole = (*whole[:at], period, *whole[at + 1 :])
        whole = other.told(whole)
        values = _row_values(whole, led, besides, legend, true, known)
        place = table.row_places[index] if index < len(table.row_places) else table.place
        nothing = row_nought(whole, led, values, schema, place)
        if nothing is not None:
            zeros += nothing
            if not nothing:
                kinds.append((next((v.value for v in values if v.field == "period"), None), place))
            continue
        for told in told_of(whole, led, values, schema, listing):
            flags = (*_flags(told.values, counted), *told.flags)
            printed = [told.parts.get(n, cell) for n, cell in enumerate(cells)]
            as_printed = dict(zip(names, printed, strict=True))
            rows.append(CaseRow(told.values, place, as_printed, flags))
    return rows, noughts_of(zeros, kinds, rows)


@dataclass(frozen=True, slots=True)
class _Besides:
    """What a row's values are where no cell of it says so."""

    heading: Period | None
    count: CaseValue

    @classmethod
    def of(cls, led: Sequence[tuple[SchemaField, ...]], heading: Period | None) -> _Besides:
        """The period of the table's heading; one case, or as many as a column fails to say."""
        numbered = any([own.kind for own in fields] == [FieldKind.COUNT] for fields in led)
        return cls(heading, count_value(UNKNOWN if numbered else Count(1, 1), ""))


def _row_values(
    cells: Sequence[str],
    led: Sequence[tuple[SchemaField, ...]],
    besides: _Besides,
    legend: dict[str, Count],
    true: Sequence[str | None],
    known: Known,
) -> Values:
    values: list[CaseValue] = []
    for column, (cell, fields) in enumerate(zip(cells, led, strict=True)):
        if not fields:
            continue
        key = (column, cell, true[column] if true else None)
        found = known.get(key)
        if found is None:
            found = known[key] = cell_values(cell, fields, legend, key[2])
        values += found
    if len(known) > _MOST_KNOWN:
        known.clear()
    names = {value.field for value in values}
    if besides.heading:
        values = list(dated(tuple(values), besides.heading))
    if "count" not in names:
        values.append(besides.count)
    return tuple(values)


def _names(columns: Sequence[str]) -> list[str]:
    """The headings of a table; one printed twice, or none, gets its column's number."""
    names: list[str] = []
    for number, column in enumerate(columns, 1):
        alone = column and column not in names
        names.append(column if alone else f"{column or 'column'} {number}".strip())
    return names


def _flags(values: Values, counted: Sequence[str]) -> tuple[str, ...]:
    flags = [
        f"not in the vocabulary: {v.printed}"
        for v in values
        if v.field == "period" and v.value is None and v.printed
    ]
    return tuple(dict.fromkeys([*flags, *counted]))


def _counted(table: Table, led: Sequence[tuple[SchemaField, ...]], schema: CaseSchema) -> list[str]:
    """What the figures of a table count, as flags of each of its rows."""
    return [
        flag
        for column, fields in zip(table.columns, led, strict=True)
        if any(own.kind is FieldKind.COUNT for own in fields)
        for flag in counts_of(column, schema)
    ]
