"""What the columns of a table hold under a case schema."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from foitrack.reading.cases.cells import is_blank, times
from foitrack.reading.counts import is_held_back, parse_count
from foitrack.reading.findings import Table
from foitrack.reading.headings import heading_fields, identifies
from foitrack.reading.periods import parse_period
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField, keyed
from foitrack.reading.tables.grid import is_total

Led = tuple[tuple[SchemaField, ...], ...]
"""The fields that each column of a table leads to."""
ORDINAL = re.compile(r"(?:no|number|num|#|item|line)?\.?")
_SHARE = re.compile(
    r"[%£$€]|\b(?:hours?|days?|costs?|per ?cent|percentage|proportion|rates?|ratio|average|per)\b"
)
"""Words in a heading whose numbers are none of cases."""
_NAMING = {FieldKind.CATEGORY, FieldKind.CATEGORIES, FieldKind.TEXT}
CLEARLY = 0.8
"""The share of a column's cells that a vocabulary must have for them to tell what it holds."""
_LOOKED_AT = 200
"""Rows that tell what a column holds."""
_FEW_WORDS = 8


def columns_of(
    table: Table, schema: CaseSchema, mapping: Mapping[int, str | None] | None = None
) -> Led:
    """The fields that each column of a table leads to: as a person said, else by its heading,
    else by its cells.
    """
    mapping = mapping or {}
    taken = {name for name in mapping.values() if name}
    led = list(heading_fields(schema, table.columns))
    for index, fields in enumerate(led):
        if index in mapping:
            own = schema.field_named(mapping[index] or "")
            led[index] = (own,) if own else ()
            continue
        kept = (own for own in fields if own.name not in taken)
        led[index] = tuple(own for own in kept if not _is_denied(table, index, own))
    _lead_counted(led, table, schema, mapping)
    taken |= {own.name for fields in led for own in fields}
    for index, fields in enumerate(led):
        if not fields and index not in mapping and not identifies(table.columns[index]):
            own = _by_cells(table, index, schema, taken)
            if own is not None:
                led[index] = (own,)
                taken.add(own.name)
    return tuple(led)


def _lead_counted(
    led: list[tuple[SchemaField, ...]],
    table: Table,
    schema: CaseSchema,
    mapping: Mapping[int, str | None],
) -> None:
    """Lead a column of numbers, or of nothing but "not held" and its like, to the count, where its
    heading is what the schema counts ("Officers"); to nothing else, and none where another column
    has the numbers.
    """
    number = tuple(schema.of_kind(FieldKind.COUNT))[:1]
    free = not any(own.kind is FieldKind.COUNT for fields in led for own in fields)
    for index, heading in enumerate(table.columns):
        if index in mapping or not {own.kind for own in led[index]} <= _NAMING:
            continue
        cells = cells_of(table, index)
        if cells and all(map(is_held_back, cells)):
            counts = keyed(heading).removesuffix("s") in schema.counted
        elif (
            _are_numbers(cells) and not _numbers_lines(table, index) and _is_plural(heading, schema)
        ):
            led[index] = ()
            counts = _counts_alone(heading, schema) and _tells_of_what(table, led, schema)
        else:
            continue
        if free and counts:
            led[index] = number
            free = False


def _are_numbers(cells: Sequence[str]) -> bool:
    told = [cell for cell in cells if not is_held_back(cell)]
    digits = any(any(map(str.isdigit, cell)) for cell in told)
    return digits and all(parse_count(cell) is not None for cell in told)


def _is_plural(heading: str, schema: CaseSchema) -> bool:
    """Whether a heading names what the schema counts, as of many."""
    return not set(re.findall(r"\w+", keyed(heading))).isdisjoint(schema.counted.values())


def _counts_alone(heading: str, schema: CaseSchema) -> bool:
    """Whether a heading says no more than what is counted: neither a share nor an outcome."""
    families = (own.family(heading) for own in schema.fields)
    return not _SHARE.search(keyed(heading)) and set(families) <= {None, "other"}


def _tells_of_what(
    table: Table, led: Sequence[tuple[SchemaField, ...]], schema: CaseSchema
) -> bool:
    """Whether each row says of what its figures are; or when, where the table's heading says of
    what: "Allegations" over a column alone may count the public's complaints.
    """
    over = keyed(table.heading or "")
    about = any(word in over for word in [word for group in schema.subject[-1:] for word in group])
    return any(
        about and all(map(parse_period, cells_of(table, index)))
        if own.kind is FieldKind.PERIOD
        else bool(own.values) and known_share(table, index, own) >= CLEARLY
        for index, fields in enumerate(led)
        for own in fields
    )


def _numbers_lines(table: Table, index: int) -> bool:
    """Whether the first column numbers its lines from 1."""
    numbers = [parse_count(cell) for cell in cells_of(table, index)]
    counted = all(n and n.exact == place for place, n in enumerate(numbers, 1))
    return index == 0 and len(numbers) > 2 and counted


def known_share(table: Table, index: int, own: SchemaField) -> float:
    """The share of a column's cells that the field's vocabulary has; 0 of an empty column."""
    cells = cells_of(table, index)
    return sum(_is_known(cell, own) for cell in cells) / len(cells) if cells else 0.0


def cells_of(table: Table, index: int) -> list[str]:
    """What is printed in a column, in as many rows as tell what it holds."""
    rows = (row for row in table.rows[:_LOOKED_AT] if not is_total(row))
    return [row[index] for row in rows if not is_blank(row[index])]


def _is_known(cell: str, own: SchemaField) -> bool:
    if own.told(cell) or own.normal(cell) or own.normal(times(cell)[0]):
        return True
    if own.kind is FieldKind.CATEGORIES:
        return bool(own.within(cell))
    return len(cell.split()) <= _FEW_WORDS and own.family(cell) not in (None, "other")


def _is_denied(table: Table, index: int, own: SchemaField) -> bool:
    """Whether the cells of a column that is headed as numbers are none: amounts of money, or the
    lines numbered from 1.
    """
    if own.kind is not FieldKind.COUNT:
        return False
    cells = [cell for cell in cells_of(table, index) if not is_held_back(cell)]
    if not cells:
        return False
    if ORDINAL.fullmatch(keyed(table.columns[index])) and _numbers_lines(table, index):
        return True
    return sum(parse_count(cell) is not None for cell in cells) < len(cells) / 2


def _by_cells(table: Table, index: int, schema: CaseSchema, taken: set[str]) -> SchemaField | None:
    """The field whose vocabulary a column's cells are in, whatever stands over it."""
    cells = cells_of(table, index)
    if len(cells) < 2:
        return None
    for own in schema.fields:
        if own.name in taken or not own.values:
            continue
        if len(_met(cells, own)) > 1:
            return own
    return None


def _met(cells: Sequence[str], own: SchemaField) -> set[str]:
    """The values of a vocabulary that stand in cells; none where too few of these are in it."""
    needed = len(cells) * CLEARLY
    values: set[str] = set()
    known = 0
    for left, cell in zip(range(len(cells) - 1, -1, -1), cells, strict=True):
        value = own.normal(cell) or own.normal(times(cell)[0])
        if value:
            known += 1
            values.add(value)
        if known + left < needed:
            return set()
    return values
