"""Sums of quarters and years among the figures of months: they count no case again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from foitrack.reading.cases.cells import is_blank
from foitrack.reading.cases.columns import cells_of
from foitrack.reading.cases.row_labels import label_columns
from foitrack.reading.counts import Count, figure_in, may_add_up
from foitrack.reading.findings import Table
from foitrack.reading.periods import (
    Length,
    Period,
    length_named,
    length_of,
    months_of,
    parse_period,
)
from foitrack.reading.schema import CaseSchema
from foitrack.reading.tables.grid import is_part, is_total

_LEAST = 2
_WHOLE = {
    (Length.MONTH, Length.QUARTER): 3,
    (Length.MONTH, Length.HALF): 6,
    (Length.MONTH, Length.YEAR): 12,
    (Length.QUARTER, Length.HALF): 2,
    (Length.QUARTER, Length.YEAR): 4,
    (Length.HALF, Length.YEAR): 2,
}
"""How many of one length make up another."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row's or column's figures, by its number."""

    number: int
    length: Length
    period: Period | None
    """None where its label does not say of which year it is."""
    figures: tuple[Count | None, ...]


def without_sums(table: Table, schema: CaseSchema, *, columns: bool = True) -> Table:
    """The table without the rows, and the `columns`, that sum up the periods of others."""
    summed = _summed_columns(table) if columns else set()
    if summed:
        kept = [n for n in range(len(table.columns)) if n not in summed]
        table = _of_columns(table, kept)
    rows = _summed_rows(table, schema)
    if not rows:
        return table
    return _of_rows(table, [n for n in range(len(table.rows)) if n not in rows])


def _summed_columns(table: Table) -> set[int]:
    rows = [row for row in table.rows if not is_total(row) and not is_part(row)]
    lines = []
    for n, heading in enumerate(table.columns):
        length = _length(heading) if n else None
        if length is not None:
            figures = tuple(_figure(row[n]) for row in rows)
            lines.append(_Line(n, length, parse_period(heading), figures))
    return set(_sums(lines))


def _summed_rows(table: Table, schema: CaseSchema) -> set[int]:
    """The rows that sum up others of the same labels, where one column of these is of periods."""
    labels = label_columns(table, schema)
    when = next((n for n in labels if _are_periods(table, n)), None)
    if when is None:
        return set()
    alike: dict[tuple[str, ...], list[_Line]] = {}
    for n, row in enumerate(table.rows):
        length = _length(row[when])
        if length is None or is_total(row) or is_part(row):
            continue
        key = tuple(row[column].strip() for column in labels if column != when)
        figures = tuple(_figure(row[m]) for m in range(len(labels), len(row)))
        alike.setdefault(key, []).append(_Line(n, length, parse_period(row[when]), figures))
    return {n for lines in alike.values() for n in _sums(lines)}


def _are_periods(table: Table, column: int) -> bool:
    cells = cells_of(table, column)
    told = sum(_length(cell) is not None or is_total((cell, "1")) for cell in cells)
    return len(cells) > _LEAST and told == len(cells)


def _length(label: str) -> Length | None:
    """How long a period is that a label names; None where it names none."""
    period = parse_period(label)
    return length_of(period) if period else length_named(label)


def _figure(cell: str) -> Count | None:
    return Count(0, 0) if is_blank(cell) else figure_in(cell)


def _sums(lines: Sequence[_Line]) -> Iterator[int]:
    """The numbers of those that sum up shorter ones beside them; where only the sum says of which
    year it is, the numbers of these.
    """
    if len({line.length for line in lines}) < _LEAST:
        return
    gone: set[int] = set()
    # The shorter first: a quarter that sums up dated months needs no year of its own.
    for at, line in sorted(enumerate(lines), key=lambda one: one[1].length):
        parts = _parts(lines, at, _LEAST)
        if parts:
            undated = line.period and not any(p.period or p.number in gone for p in parts)
            gone |= {part.number for part in parts} if undated else {line.number}
    yield from gone
    # A year with the figures of its one month is a sum only among others.
    for at, line in enumerate(lines if gone else ()):
        one = [part for part in _parts(lines, at, 1) if part.period and line.period]
        if len(one) == 1 and gone.isdisjoint({line.number, one[0].number}):
            yield line.number


def _parts(lines: Sequence[_Line], at: int, least: int) -> list[_Line]:
    """The shorter ones above or below that make up a longer one."""
    beside = (_beside(lines[:at][::-1], lines[at]), _beside(lines[at + 1 :], lines[at]))
    return next((p for p in beside if len(p) >= least and _make_up(p, lines[at])), [])


def _beside(lines: Sequence[_Line], whole: _Line) -> list[_Line]:
    """The longest of those shorter ones that stand next to one."""
    near: list[_Line] = []
    for line in lines:
        if line.length >= whole.length:
            break
        near.append(line)
    longest = max((line.length for line in near), default=Length.DAY)
    return [line for line in near if line.length == longest]


def _make_up(parts: Sequence[_Line], whole: _Line) -> bool:
    """Whether shorter periods are all parts of a longer one, by their number or by the figures."""
    if not all(_within(part.period, whole.period) for part in parts):
        return False
    if len(parts) == _WHOLE.get((parts[0].length, whole.length)):
        return True
    some = False
    for n, printed in enumerate(whole.figures):
        if printed is None or not may_add_up([part.figures[n] for part in parts], printed):
            return False
        some = some or bool(printed.exact)
    return some


def _within(part: Period | None, whole: Period | None) -> bool:
    """Whether one period may lie in another, as far as both say when they are."""
    if part is None or whole is None:
        return True
    first, last = months_of(whole)
    begins, ends = months_of(part)
    # "Q1 2019" may be the first of 2019/20.
    loose = part.value[:4] == whole.value[:4] and "/" not in part.value and "Q" in part.value
    return loose or (first <= begins and ends <= last)


def _of_columns(table: Table, kept: Sequence[int]) -> Table:
    at = {n: new for new, n in enumerate(kept)}

    def of(cells: Sequence[str]) -> tuple[str, ...]:
        return tuple(cells[n] for n in kept)

    return replace(
        table,
        columns=of(table.columns),
        rows=tuple(map(of, table.rows)),
        total_row=of(table.total_row) if table.total_row else None,
        true_values={
            (n, at[column]): value
            for (n, column), value in table.true_values.items()
            if column in at
        },
    )


def _of_rows(table: Table, kept: Sequence[int]) -> Table:
    at = {n: new for new, n in enumerate(kept)}
    return replace(
        table,
        rows=tuple(table.rows[n] for n in kept),
        row_places=tuple(table.row_places[n] for n in kept),
        true_values={
            (at[n], column): value for (n, column), value in table.true_values.items() if n in at
        },
    )
