"""Tables with periods as columns: each figure, or each thing in a cell, becomes a case row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foitrack.later import later
from foitrack.reading.cases.cells import (
    Values,
    category,
    count_value,
    field_values,
    is_blank,
    period_values,
    times,
)
from foitrack.reading.cases.columns import known_share
from foitrack.reading.cases.fits import PARTLY, is_aside
from foitrack.reading.cases.nested_labels import parts_under_heads
from foitrack.reading.cases.period_heads import Head, heads_by_rest
from foitrack.reading.counts import Count, figure_in, parse_count
from foitrack.reading.findings import CaseRow, CaseValue, Table, Zero
from foitrack.reading.headings import heading_fields, is_share
from foitrack.reading.periods import parse_period
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField, keyed
from foitrack.reading.tables.grid import is_part, is_total

_METRIC = later(
    r"(?:no\.?|number|numbers|total|count|volume|figures?|how many)\b|.*\b(?:officers?|"
    r"allegations?|complaints?|cases?|investigations?|incidents?)$",
    re.IGNORECASE,
)

_OTHERS = later(r"(?:other|unknown|not known|various|unspecified)(?:\s?/\s?\w+)*", re.IGNORECASE)


def pivot_rows(
    table: Table,
    schema: CaseSchema,
    legend: dict[str, Count],
    labels: SchemaField | None = None,
) -> tuple[list[CaseRow], list[Zero]] | None:
    """The case rows of a pivot; None where the table is none.

    Things named in cells ("1x Written warning") are the cases; then a row of figures for the
    same people is only their sum. Else each label's figures are the cases. `labels` is the
    field of the first column, where a person said which it is.
    """
    columns = _periods(table)
    if columns is None:
        return _by_rest(table, schema, legend, labels)
    if labels is None and is_aside(table, schema):
        return [], []
    itemised = [n for n, row in enumerate(table.rows) if _is_itemised(row, columns, legend)]
    if itemised:
        return [case for n in itemised for case in _items(table, n, columns, schema)], []
    return _figures(table, columns, schema, legend, labels)


def _periods(table: Table) -> list[Head] | None:
    found = []
    for index, name in enumerate(table.columns):
        period = parse_period(name)
        if period and index:
            found.append(Head(index, period, name))
    others = [c for n, c in enumerate(table.columns) if n and parse_period(c) is None]
    if len(found) < 2 or any(not is_total([c]) and not is_share(c) for c in others if c):
        return None
    return found


def _by_rest(
    table: Table, schema: CaseSchema, legend: dict[str, Count], labels: SchemaField | None
) -> tuple[list[CaseRow], list[Zero]] | None:
    """The case rows of a table with a period and something else over each column: a kind of case
    ("2022 – PC"), or what is counted ("2022 Officers"); None where it is none, or where none of
    that is known.
    """
    rows: list[CaseRow] = []
    noughts: list[set[str]] = []
    place: dict[str, Zero] = {}
    for rest, columns in heads_by_rest(table.columns).items():
        named, counted = _named(rest, schema), tuple(_counted(rest, schema))
        found, zeros = _figures(table, columns, schema, legend, labels)
        if named and any(row.one(named[0].name) for row in found):
            named = None  # The labels are of that kind: "Officers" over ranks is what is counted.
        if named is None and not (
            (counted and _counts_cases(rest, schema)) or _is_about(rest, schema)
        ):
            continue
        rows += [_also(row, named, counted) for row in found]
        noughts.append({zero.period for zero in zeros})
        place |= {zero.period: zero for zero in zeros}
    if not noughts or is_aside(table, schema):
        return None
    nowhere = set.intersection(*noughts) - {row.one("period") for row in rows}
    return rows, [place[period] for period in sorted(nowhere)]


def _named(rest: str, schema: CaseSchema) -> tuple[SchemaField, Values] | None:
    """The category that a heading's words are a value of, with that value."""
    for own in schema.of_kind(FieldKind.CATEGORY):
        known = own.told(rest) or own.normal(rest)
        # "Gross misconduct" says of what the figures are, not what came of it.
        if known or (own.family(rest) not in (None, "other") and not _is_about(rest, schema)):
            return own, tuple(v for v in category(rest, own) if v.field != "count")
    return None


def _is_about(rest: str, schema: CaseSchema) -> bool:
    """Whether a heading names the subject: all figures below it are cases."""
    return bool(schema.subject) and any(word in keyed(rest) for word in schema.subject[-1])


def _also(
    row: CaseRow, named: tuple[SchemaField, Values] | None, counted: tuple[str, ...]
) -> CaseRow:
    values = (*row.values[:-1], *(named[1] if named else ()), row.values[-1])
    return replace(row, values=values, flags=tuple(dict.fromkeys((*row.flags, *counted))))


def _is_itemised(row: Sequence[str], columns: Sequence[Head], legend: dict[str, Count]) -> bool:
    cells = [row[c.index] for c in columns if row[c.index].strip()]
    return (
        bool(cells)
        and any(times(line)[1] is not None for cell in cells for line in cell.split("\n"))
        and all(parse_count(cell, legend) is None or cell.strip() in ("0", "-") for cell in cells)
    )


def _items(table: Table, index: int, columns: Sequence[Head], schema: CaseSchema) -> list[CaseRow]:
    row = table.rows[index]
    label = row[0]
    own = _field_for(label, schema) or _field_by_values(row[1:], schema)
    if own is None:
        return []
    rows = []
    for column in columns:
        for line in row[column.index].split("\n"):
            bare, number = times(line)
            if number:
                values = _case(column, category(bare, own), Count(number, number), line)
                rows.append(
                    CaseRow(values, table.row_places[index], {label: line, "": column.printed})
                )
    return rows


def _figures(
    table: Table,
    columns: Sequence[Head],
    schema: CaseSchema,
    legend: dict[str, Count],
    labels: SchemaField | None,
) -> tuple[list[CaseRow], list[Zero]]:
    labelled = [
        n
        for n, row in enumerate(table.rows)
        if row[0].strip() and not is_total(row) and not is_part(row)
    ]
    parts = None if labels else parts_under_heads(table, labelled, columns, schema, legend)
    if parts is not None:
        rows = [row for n, named in parts for row in _cases(table, n, columns, named, legend)]
        return rows, []
    own = labels or _label_field(table, labelled, schema)
    metrics = [n for n in labelled if _counts_cases(table.rows[n][0], schema)]
    if own is None:
        if len(metrics) != 1:
            return [], []
        (n,) = metrics
        flags = tuple(_counted(table.rows[n][0], schema))
        none = [c for c in columns if (count := _count(table, n, c, legend)) and count.high == 0]
        zeros = [Zero(column.period.value, table.row_places[n]) for column in none]
        return list(_cases(table, n, columns, (), legend, flags)), zeros
    rows = []
    for n in labelled:
        named = tuple(v for v in field_values(table.rows[n][0], own) if v.field != "count")
        rows += _cases(table, n, columns, named, legend)
    told = [table.rows[n] for n in labelled]
    nothing = [column for column in columns if _is_nought(column, told, table.total_row)]
    return rows, [Zero(column.period.value, table.place) for column in nothing]


def _cases(
    table: Table,
    n: int,
    columns: Sequence[Head],
    named: Values,
    legend: dict[str, Count],
    flags: tuple[str, ...] = (),
) -> Iterator[CaseRow]:
    """A case row for each figure of a row but noughts."""
    label = table.rows[n][0]
    for column in columns:
        count = _count(table, n, column, legend)
        if count is not None and count.high != 0:
            printed = table.rows[n][column.index]
            cells = {table.columns[0] or "": label, column.printed: printed}
            values = _case(column, named, count, printed)
            yield CaseRow(values, table.row_places[n], cells, flags)


def _count(table: Table, n: int, column: Head, legend: dict[str, Count]) -> Count | None:
    true = table.true_values.get((n, column.index))
    return figure_in(true or table.rows[n][column.index], legend)


def _is_nought(column: Head, rows: Sequence[Sequence[str]], total: Sequence[str] | None) -> bool:
    """Whether a period's total is 0, or each of several kinds; a nought of one kind says less."""
    every = [parse_count(row[column.index]) for row in rows]
    if any(count is None or count.high != 0 for count in every):
        return False
    whole = parse_count(total[column.index]) if total else None
    return len(every) > 1 or (whole is not None and whole.high == 0)


def _case(column: Head, named: Values, count: Count, printed: str) -> Values:
    return (*period_values(column.period, column.printed), *named, count_value(count, printed))


def _label_field(table: Table, labelled: Sequence[int], schema: CaseSchema) -> SchemaField | None:
    """The field whose values the labels are: by the corner's heading, or by the labels."""
    kinds = FieldKind.CATEGORY, FieldKind.CATEGORIES
    corner = heading_fields(schema, [table.columns[0]])[0]
    for own in corner:
        # Labels of which the vocabulary has next to none are some other list's.
        closed = schema.subject and own.values
        if own.kind in kinds and not (closed and known_share(table, 0, own) < PARTLY):
            return own
    labels = [table.rows[n][0] for n in labelled]
    for own in schema.of_kind(*kinds):
        if labels and all(is_blank(label) or _is_of(label, own) for label in labels):
            return own
    return None


def _is_of(label: str, own: SchemaField) -> bool:
    if own.kind is FieldKind.CATEGORIES:
        return bool(own.normal(label) or own.within(label) or _OTHERS.fullmatch(label))
    return bool(own.normal(label) or own.family(label))


def _counts_cases(label: str, schema: CaseSchema) -> bool:
    low = keyed(label)
    return bool(_METRIC.match(low)) and (
        not schema.counted or any(word in low for word in schema.counted)
    )


def _counted(label: str, schema: CaseSchema) -> list[str]:
    low = label.lower()
    return [f"counts {what}" for word, what in schema.counted.items() if word in low][:1]


def _field_for(label: str, schema: CaseSchema) -> SchemaField | None:
    return next(
        (own for own in heading_fields(schema, [label])[0] if own.kind is FieldKind.CATEGORY), None
    )


def _field_by_values(cells: Sequence[str], schema: CaseSchema) -> SchemaField | None:
    things = [times(line)[0] for cell in cells for line in cell.split("\n") if line.strip()]
    for own in schema.of_kind(FieldKind.CATEGORY):
        if things and all(own.normal(thing) or own.family(thing) for thing in things):
            return own
    return None


__all__ = ["CaseValue", "pivot_rows"]
