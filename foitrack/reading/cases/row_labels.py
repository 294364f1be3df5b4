"""Labels of rows that a pivot table prints once: above the rows of a group, or on its first row.

A spreadsheet's pivot either indents the labels of several kinds in one column, each with its sum,
or has a column for each kind, where an empty cell means the label above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from foitrack.later import later
from foitrack.reading.cases.columns import cells_of
from foitrack.reading.counts import figure_in
from foitrack.reading.findings import CaseRow, Table
from foitrack.reading.headings import heading_fields
from foitrack.reading.schema import CaseSchema, FieldKind
from foitrack.reading.tables.grid import is_part, is_total

_PIVOTED = later(
    r"(?:(?:distinct )?count|sum) of .+|(?:row|column) labels|grand total", re.IGNORECASE
)
"""A pivot table's own words, in its headings or before its total."""
_TOTAL_OF = re.compile(r"(?P<label>.+?)\s+total:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Full:
    """A table whose rows each have all their labels."""

    table: Table
    empty: frozenset[tuple[int | None, str]] = frozenset()
    """Where no label is printed, by the row's number and the heading."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Headings as printed, by those that the table has been given."""

    def verbatim(self, rows: Sequence[CaseRow]) -> list[CaseRow]:
        """Case rows with what is printed in place of what is meant."""
        if not self.empty and not self.names:
            return list(rows)
        return [replace(row, printed=dict(self._printed(row))) for row in rows]

    def _printed(self, row: CaseRow) -> Iterator[tuple[str, str]]:
        for name, cell in row.printed.items():
            yield self.names.get(name, name), "" if (row.place.row, name) in self.empty else cell


def with_labels(table: Table, schema: CaseSchema) -> Full:
    """The table with the label above in each cell that is empty because it is printed there.

    Only in a pivot table: elsewhere an empty cell may be one of which nothing is known.
    """
    columns = label_columns(table, schema)
    meant = _meant(table, columns) if len(columns) > 1 else {}
    if not meant:
        return Full(table)
    rows = tuple(
        tuple(meant.get((n, column), cell) for column, cell in enumerate(row))
        for n, row in enumerate(table.rows)
    )
    empty = {
        (table.row_places[n].row, table.columns[column])
        for n, column in meant
        if n < len(table.row_places)
    }
    return Full(replace(table, rows=rows), frozenset(empty))


def label_columns(table: Table, schema: CaseSchema) -> range:
    """The columns, from the first, that say of what the figures in all the others are."""
    led = heading_fields(schema, table.columns)
    first = len(table.columns)
    while first > 1 and _has_figures(table, first - 1):
        first -= 1
        if any(own.kind is FieldKind.PERIOD for own in led[first]):
            return range(first + 1)
    return range(first if first < len(table.columns) else 0)


def _has_figures(table: Table, column: int) -> bool:
    return all(figure_in(cell) is not None for cell in cells_of(table, column))


def _meant(table: Table, columns: range) -> dict[tuple[int, int], str]:
    """What empty cells mean, by row and column; nothing where any of them may mean another."""
    last = columns[-1]
    above = [""] * last
    met: set[tuple[str, ...]] = set()
    closed: set[str] = set()
    meant: dict[tuple[int, int], str] = {}
    for n, row in enumerate(table.rows):
        summed = _summed(row, columns)
        if summed is not None:
            closed.add(summed)
            continue
        if is_part(row) or not row[last].strip():
            return {}
        for column in range(last):
            if row[column].strip():
                above[column:] = [row[column], *[""] * (last - column - 1)]
                if (label := tuple(above[: column + 1])) in met:
                    return {}
                met.add(label)
            elif not above[column]:
                return {}
            else:
                meant[n, column] = above[column]
    if not _is_pivot(table) and not {label.casefold() for label in meant.values()} <= closed:
        return {}
    return meant


def _summed(row: Sequence[str], columns: range) -> str | None:
    """The label whose rows a row adds up, or nothing where it names none; None of any other."""
    totals = [row[n] for n in columns if row[n].strip() and is_total((row[n], "1"))]
    if not totals:
        return None
    of = _TOTAL_OF.fullmatch(totals[0].strip())
    return of["label"].casefold() if of else ""


def _is_pivot(table: Table) -> bool:
    total = table.total_row[:1] if table.total_row else ()
    return any(_PIVOTED.fullmatch(cell.strip()) for cell in (*table.columns, *total))
