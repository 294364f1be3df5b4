"""Labels of two kinds in one column: "Constable", and below it "Dismissed", "Written warning"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foitrack.reading.cases.cells import Values, category
from foitrack.reading.cases.period_heads import Head
from foitrack.reading.counts import Count, added, figure_in
from foitrack.reading.findings import Table
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField

Parts = list[tuple[int, Values]]
"""Rows by their number, each with what its label and the one above it say."""


def parts_under_heads(
    table: Table,
    labelled: Sequence[int],
    columns: Sequence[Head],
    schema: CaseSchema,
    legend: dict[str, Count],
) -> Parts | None:
    """The rows that tell the parts of another's figures; None where all labels are of one kind.

    None of them are where the labels are of two kinds and the parts do not make up their heads:
    then nobody knows which figures hold which.
    """
    fields = [_field_of(table.rows[n][0], schema) for n in labelled]
    kinds = dict.fromkeys(field.name for field in fields if field is not None)
    if len(kinds) < 2 or None in fields:
        return None
    head = next(iter(kinds))
    parts: Parts = []
    for above, below in _groups(labelled, [field.name == head for field in fields if field]):
        if not below or not all(_make_up(table, above, below, one, legend) for one in columns):
            return []
        over = _said(table, above, schema)
        parts += [(n, (*over, *_said(table, n, schema))) for n in below]
    return parts


def _field_of(label: str, schema: CaseSchema) -> SchemaField | None:
    """The category that a label is surely a value of."""
    for own in schema.of_kind(FieldKind.CATEGORY):
        if own.told(label) or own.normal(label):
            return own
    return None


def _groups(labelled: Sequence[int], heads: Sequence[bool]) -> Iterator[tuple[int, list[int]]]:
    above, below = labelled[0], list[int]()
    for n, is_head in zip(labelled[1:], heads[1:], strict=True):
        if is_head:
            yield above, below
            above, below = n, []
        else:
            below.append(n)
    yield above, below


def _make_up(
    table: Table, above: int, below: Sequence[int], column: Head, legend: dict[str, Count]
) -> bool:
    """Whether the figures of some rows may add up to another's."""
    whole = figure_in(table.rows[above][column.index], legend)
    parts = [figure_in(table.rows[n][column.index], legend) for n in below]
    if whole is None or None in parts:
        return False
    total = added([part for part in parts if part is not None])
    least, most = whole.low, whole.high
    return (total.high is None or total.high >= least) and (most is None or total.low <= most)


def _said(table: Table, n: int, schema: CaseSchema) -> Values:
    label = table.rows[n][0]
    own = _field_of(label, schema)
    return tuple(v for v in category(label, own) if v.field != "count") if own else ()
