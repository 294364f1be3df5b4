"""Tables with a period a column beside several columns of labels: "Rank", "Outcome", "2019"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from foitrack.reading.cases.cells import Values, cell_values, count_value, period_values
from foitrack.reading.cases.columns import Led, cells_of, columns_of, known_share
from foitrack.reading.cases.fits import PARTLY, is_aside
from foitrack.reading.cases.groups import Columns
from foitrack.reading.cases.period_heads import Head
from foitrack.reading.counts import Count, figure_in, parse_count
from foitrack.reading.findings import CaseRow, Table, Zero
from foitrack.reading.headings import is_share
from foitrack.reading.periods import parse_period
from foitrack.reading.schema import CaseSchema, FieldKind, keyed
from foitrack.reading.tables.grid import is_total

_LEAST = 2


def rows_by_period(
    table: Table,
    schema: CaseSchema,
    legend: dict[str, Count],
    mapping: Mapping[int, str | None],
) -> tuple[list[CaseRow], list[Zero]] | None:
    """A case row for each figure; None where the table is no such."""
    heads = _heads(table)
    labels = _labels(table, heads)
    if len(heads) < _LEAST or len(labels) < _LEAST or heads[0].index in mapping:
        return None
    led = _led(table, schema, mapping, labels)
    if any(own.kind in (FieldKind.PERIOD, FieldKind.COUNT) for fields in led for own in fields):
        return None
    if not any(mapping.values()) and (
        is_aside(table, schema) or not _says_of_what(table, schema, led)
    ):
        return [], []
    rows: list[CaseRow] = []
    columns = Columns.of(led)
    told = [n for n, cells in enumerate(table.rows) if not columns.add_nothing(cells)]
    for n in told:
        rows += _of_row(table, n, heads, labels, led, legend)
    nothing = [one for one in heads if len(told) > 1 and _is_nought(table, told, one)]
    return rows, [Zero(one.period.value, table.place) for one in nothing]


def _heads(table: Table) -> list[Head]:
    """The columns of figures that are each headed by a period alone, each once."""
    found: dict[str, Head] = {}
    for index, name in enumerate(table.columns):
        period = parse_period(name)
        cells = cells_of(table, index) if period else []
        if period and index and cells and all(figure_in(cell) is not None for cell in cells):
            found.setdefault(period.value, Head(index, period, name))
    return list(found.values())


def _labels(table: Table, heads: Sequence[Head]) -> list[int]:
    taken = {head.index for head in heads}
    return [
        n
        for n, name in enumerate(table.columns)
        if n not in taken and not is_total([name]) and not is_share(name) and cells_of(table, n)
    ]


def _led(
    table: Table, schema: CaseSchema, mapping: Mapping[int, str | None], labels: Sequence[int]
) -> Led:
    led = columns_of(table, schema, mapping)
    return tuple(fields if n in labels else () for n, fields in enumerate(led))


def _says_of_what(table: Table, schema: CaseSchema, led: Led) -> bool:
    """Whether a column of labels bears out that the figures are cases; of ranks alone the table
    must say so.
    """
    known = [
        own
        for n, fields in enumerate(led)
        for own in fields
        if own.values and known_share(table, n, own) >= PARTLY
    ]
    if not schema.subject or any(own.families for own in known):
        return any(led)
    over = keyed(" | ".join([table.heading or "", *table.columns]))
    return len(known) > 1 or (bool(known) and any(word in over for word in schema.subject[-1]))


def _of_row(
    table: Table,
    n: int,
    heads: Sequence[Head],
    kept: Sequence[int],
    led: Led,
    legend: dict[str, Count],
) -> Iterator[CaseRow]:
    cells = table.rows[n]
    around = _around(cells, led, legend)
    labels = {name: cells[column] for column, name in enumerate(table.columns) if column in kept}
    for head in heads:
        true = table.true_values.get((n, head.index))
        count = figure_in(true or cells[head.index], legend)
        if count is None or count.high == 0:
            continue
        when = period_values(head.period, head.printed)
        values = (*when, *around, count_value(count, cells[head.index]))
        yield CaseRow(values, table.row_places[n], {**labels, head.printed: cells[head.index]})


def _around(cells: Sequence[str], led: Led, legend: dict[str, Count]) -> Values:
    told = (cell_values(cell, fields, legend) for cell, fields in zip(cells, led, strict=True))
    return tuple(value for said in told for value in said if value.field != "count")


def _is_nought(table: Table, rows: Sequence[int], head: Head) -> bool:
    counts = [parse_count(table.rows[n][head.index]) for n in rows]
    return all(count is not None and count.high == 0 for count in counts)
