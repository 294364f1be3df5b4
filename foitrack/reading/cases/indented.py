"""Labels of several kinds in one column, each with its figures: "2019", below it "Dismissed".

The figures of those above are the sums of those below them, which alone are the cases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from foitrack.later import later
from foitrack.reading.cases.row_labels import Full, label_columns
from foitrack.reading.counts import figure_in, may_add_up
from foitrack.reading.findings import Table
from foitrack.reading.periods import parse_period
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField
from foitrack.reading.tables.grid import is_part, is_total

_LEAST = 2
_ANY = later(r"\(blank\)|other|unknown|not known|not stated|not recorded|n/?a", re.IGNORECASE)
"""Labels that may be of any kind."""
Kind = str | None
"""A field's name; None of what the schema does not know."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with its label's level, from 0, and those above it."""

    row: int
    level: int
    labels: tuple[str, ...]


def unindented(table: Table, schema: CaseSchema) -> Full:
    """The table with a column for each kind of label, and none of the rows that sum up others.

    Where the labels are plainly of several kinds but the figures do not add up, it has no rows:
    nobody knows which figures hold which.
    """
    columns = label_columns(table, schema)
    periods = sum(parse_period(name) is not None for name in table.columns[1:])
    rows = [n for n, row in enumerate(table.rows) if not is_total(row) and not is_part(row)]
    if columns != range(1) or periods >= _LEAST or not all(table.rows[n][0].strip() for n in rows):
        return Full(table)
    kinds = _kinds([table.rows[n][0] for n in rows], schema)
    lines = _lines(table, rows, kinds) if kinds else []
    if not lines:
        return Full(table)
    if not _adds_up(table, lines):
        return Full(replace(table, rows=(), row_places=()))
    levels = list(dict.fromkeys(kind for kind in kinds if kind != ""))
    return _apart(table, [line for line in lines if line.level == len(levels) - 1], levels, schema)


def _kinds(labels: Sequence[str], schema: CaseSchema) -> list[Kind]:
    """The kind of each label, "" where it may be of any; none where there are not several kinds,
    or where one that is not known is not the first.
    """
    kinds = ["" if _ANY.fullmatch(label.strip()) else _kind(label, schema) for label in labels]
    distinct = list(dict.fromkeys(kind for kind in kinds if kind != ""))
    if len(distinct) < _LEAST or None in distinct[1:] or kinds[0] == "":
        return []
    return kinds


def _kind(label: str, schema: CaseSchema) -> Kind:
    if parse_period(label):
        return FieldKind.PERIOD.value
    for own in schema.of_kind(FieldKind.CATEGORY, FieldKind.CATEGORIES):
        if own.told(label) or own.normal(label):
            return own.name
    for own in schema.of_kind(FieldKind.CATEGORY):
        if own.family(label) not in (None, "other"):
            return own.name
    return None


def _lines(table: Table, rows: Sequence[int], kinds: Sequence[Kind]) -> list[_Line]:
    """The rows with their levels; none where they do not stand as parts below their heads."""
    order = list(dict.fromkeys(kind for kind in kinds if kind != ""))
    lines: list[_Line] = []
    for n, kind in zip(rows, kinds, strict=True):
        level = len(order) - 1 if kind == "" else order.index(kind)
        above = lines[-1] if lines else None
        if level > (above.level + 1 if above else 0):
            return []
        over = above.labels[:level] if above else ()
        lines.append(_Line(n, level, (*over, table.rows[n][0])))
    deepest = len(order) - 1
    followed = zip(lines, [*lines[1:], None], strict=True)
    if any(one.level < deepest and (not b or b.level <= one.level) for one, b in followed):
        return []
    return lines


def _adds_up(table: Table, lines: Sequence[_Line]) -> bool:
    """Whether the figures of each head are those of the rows next below it."""
    return all(
        _is_sum(table, head.row, [part.row for part in _parts(lines, at)])
        for at, head in enumerate(lines)
        if at + 1 < len(lines) and lines[at + 1].level > head.level
    )


def _parts(lines: Sequence[_Line], at: int) -> list[_Line]:
    parts: list[_Line] = []
    for line in lines[at + 1 :]:
        if line.level <= lines[at].level:
            break
        if line.level == lines[at].level + 1:
            parts.append(line)
    return parts


def _is_sum(table: Table, head: int, parts: Sequence[int]) -> bool:
    for column in range(1, len(table.columns)):
        whole = figure_in(table.rows[head][column] or "0")
        if not may_add_up([figure_in(table.rows[n][column] or "0") for n in parts], whole):
            return False
    return True


def _apart(
    table: Table, lines: Sequence[_Line], levels: Sequence[Kind], schema: CaseSchema
) -> Full:
    names = [_heading(schema.field_named(kind or ""), table) for kind in levels]
    corner, *rest = table.columns
    more = len(levels) - 1
    numbers = {line.row: n for n, line in enumerate(lines)}
    apart = replace(
        table,
        columns=(*names, *rest),
        rows=tuple((*line.labels, *table.rows[line.row][1:]) for line in lines),
        row_places=tuple(table.row_places[line.row] for line in lines),
        total_row=None,
        true_values={
            (numbers[n], column + more): value
            for (n, column), value in table.true_values.items()
            if n in numbers and column
        },
    )
    printed: dict[str, str] = {}
    for n, name in enumerate(names, 1):
        # A column that nothing heads goes by its number.
        for given in (name, name or f"column {n}"):
            printed[given] = f"{corner or 'column'} {n}" if n > 1 else corner
    return Full(apart, names=printed)


def _heading(own: SchemaField | None, table: Table) -> str:
    """What heads a column of a kind: the schema's own words, as none is printed."""
    words = sorted(own.headings, key=lambda word: word != own.name) if own else []
    return next((word for word in words if word not in table.columns), "")
