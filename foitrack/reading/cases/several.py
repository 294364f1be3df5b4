"""A row of a table that tells of several: how many of each, as case rows of their own.

Parted only where it is certain. Where it is not, the row stays one with what is printed of how
many it is, or without a number, and a person is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from foitrack.reading.cases.cell_parts import Part, Several, several_in
from foitrack.reading.cases.cells import UNKNOWN, Values, category, count_value, times
from foitrack.reading.cases.columns import Led, cells_of
from foitrack.reading.cases.noughts import is_silent
from foitrack.reading.counts import Count
from foitrack.reading.findings import CaseValue, Table
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField

SEVERAL = "several in one cell, not told apart: {0}"
DIFFER = "the numbers printed for the same differ: {0}"


@dataclass(frozen=True, slots=True)
class Told:
    """One case row's values, what a person is to be told of it, and what is printed of it in a
    cell that names others too, by column.
    """

    values: Values
    flags: tuple[str, ...] = ()
    parts: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _List:
    """A cell that names several."""

    column: int
    cell: str
    own: SchemaField
    found: Several
    who: bool
    """Whether they are what the schema counts: of two ranks, each is an officer's."""


def told_of(
    cells: Sequence[str], led: Led, values: Values, schema: CaseSchema, listing: Iterable[int]
) -> tuple[Told, ...]:
    """The case rows that one row of a table tells of; `listing` are its `itemised` columns."""
    if any(is_silent(cells[column]) for column in listing):
        return ()
    if any(not cells[column].strip() for column in listing):
        return (Told(_counted(values, count_value(UNKNOWN, ""))),)
    lists = [
        _List(column, cells[column], own, found, _is_who(own, schema))
        for column, own in _named(led)
        if (found := several_in(cells[column], own))
    ]
    if not lists and sum(value.field == "count" for value in values) < 2:
        return (Told(values),)
    lists.sort(key=lambda one: not one.who)
    stated, flags = _stated(cells, led, values, lists)
    if lists and not flags and _is_certain(lists, stated):
        together = zip(*(one.found.parts for one in lists), strict=True)
        rows = [_row(values, lists, parts) for parts in together]
        return tuple(row for row in rows if row.values[-1].high != 0)
    return (_whole(values, lists, stated, flags),)


def itemised(table: Table, led: Led) -> frozenset[int]:
    """The columns that say how many of each there were ("Dismissed - 3"), where no other says how
    many: there "None" means that there was no case.
    """
    if any(own.kind is FieldKind.COUNT for fields in led for own in fields):
        return frozenset()
    return frozenset(
        column for column, own in _named(led) if own.families and _is_itemised(table, column, own)
    )


def _is_itemised(table: Table, column: int, own: SchemaField) -> bool:
    cells = [cell for cell in cells_of(table, column) if not is_silent(cell)]
    numbered = sum(_has_number(cell, own) for cell in cells)
    return bool(cells) and numbered > len(cells) / 2


def _has_number(cell: str, own: SchemaField) -> bool:
    if (found := several_in(cell, own)) is not None:
        return found.numbered
    return own.normal(cell) is None and times(cell)[1] is not None


def _named(led: Led) -> Iterator[tuple[int, SchemaField]]:
    """The columns of which each cell is of a vocabulary."""
    for column, fields in enumerate(led):
        if [own.kind for own in fields] == [FieldKind.CATEGORY] and fields[0].values:
            yield column, fields[0]


def _is_who(own: SchemaField, schema: CaseSchema) -> bool:
    return any(own.normal(word) is not None for word in schema.counted)


def _stated(
    cells: Sequence[str], led: Led, values: Values, lists: Sequence[_List]
) -> tuple[CaseValue | None, tuple[str, ...]]:
    """How many the row is said to be, beside its lists; and what to tell where that is at odds."""
    listed = {one.cell for one in lists}
    numbers = {
        cells[n] for n, fields in enumerate(led) if [o.kind for o in fields] == [FieldKind.COUNT]
    }
    # Without a column of numbers, one of which nothing is printed was only taken to be one.
    counts = [
        v
        for v in values
        if v.field == "count" and v.printed not in listed and (v.printed or numbers)
    ]
    column = next((v for v in counts if v.printed in numbers), None)
    inside = [v for v in counts if v is not column]
    if not inside:
        return column, ()
    first = column or inside[0]
    if column is not None and column.value is None and _may_be(column, inside[0].low):
        first = inside[0]
    if all(v.value == first.value for v in inside):
        return first, ()
    said = ", ".join(f"“{' '.join(v.printed.split())}”" for v in counts)
    return column or count_value(UNKNOWN, ""), (DIFFER.format(said),)


def _may_be(stated: CaseValue | None, number: int | None) -> bool:
    """Whether a number can be the one that is stated, or nothing is."""
    if stated is None or number is None:
        return True
    return (stated.low or 0) <= number <= (number if stated.high is None else stated.high)


def _is_certain(lists: Sequence[_List], stated: CaseValue | None) -> bool:
    """Whether each part, or those that stand together, is a row of its own."""
    first = lists[0].found
    if not all(one.found.sure and _may_be(stated, one.found.total) for one in lists):
        return False
    if len(lists) == 1 and first.numbered:
        return True
    if stated is not None and stated.value is None:
        return False
    if len(lists) > 1:
        return all(_go_together(lists[0], other) for other in lists[1:])
    if lists[0].who:
        return True
    # Of outcomes without a number one officer may have had them all.
    return stated is not None and first.total > 1 and (first.by_line or not first.bare)


def _go_together(one: _List, other: _List) -> bool:
    """Whether the first of one list is of the first of the other, and so on."""
    mine, its = one.found, other.found
    if len(mine.parts) != len(its.parts) or not (its.bare or its.numbers == mine.numbers):
        return False
    # An outcome that is told twice is told of two.
    twice = len({part.value for part in its.parts}) < len(its.parts)
    return (mine.by_line and its.by_line) or (twice and mine.bare and its.bare)


def _row(values: Values, lists: Sequence[_List], parts: Sequence[Part]) -> Told:
    """The row of parts that stand together."""
    for one, part in zip(lists, parts, strict=True):
        named = [v for v in category(part.printed, one.own) if v.field != "count"]
        values = _instead(values, one.own, named)
    number, printed = next(((p.number, p.printed) for p in parts if p.number is not None), (1, ""))
    at = {one.column: part.printed for one, part in zip(lists, parts, strict=True)}
    return Told(_counted(values, count_value(Count(number, number), printed)), parts=at)


def _instead(values: Values, own: SchemaField, named: Sequence[CaseValue]) -> Values:
    """The values with those of a field, and of its family, in place of those that it has."""
    names = (own.name, f"{own.name}_family")
    at = next(n for n, v in enumerate(values) if v.field in names)
    return (*values[:at], *named, *(v for v in values[at:] if v.field not in names))


def _counted(values: Values, count: CaseValue) -> Values:
    return (*(v for v in values if v.field != "count"), count)


def _whole(
    values: Values,
    lists: Sequence[_List],
    stated: CaseValue | None,
    flags: tuple[str, ...],
) -> Told:
    """The row as one, with the number that it has for certain."""
    count = stated or count_value(_number_of(lists, values), "")
    if lists and not lists[0].who and count.value == "1" and not flags:
        # One officer may have several outcomes: the gravest tells the family.
        return Told(_counted(values, count))
    unsure = {f"{one.own.name}_family" for one in lists if len(_families(one)) > 1}
    kept = tuple(replace(v, value=None) if v.field in unsure else v for v in values)
    said = (SEVERAL.format(" ".join(one.cell.split())) for one in lists)
    return Told(_counted(kept, count), (*flags, *said))


def _number_of(lists: Sequence[_List], values: Values) -> Count:
    """How many a row is that does not say so, as far as its lists tell."""
    first = lists[0]
    if first.who and first.found.sure:
        return Count(first.found.total, first.found.total)
    if first.who and first.found.either:
        return Count(1, len(first.found.parts), suppressed=True)
    told = any(
        v.field not in ("period", "year", "count") and v.printed != first.cell for v in values
    )
    return Count(1, 1) if not first.who and first.found.bare and told else UNKNOWN


def _families(one: _List) -> set[str | None]:
    return {one.own.family(part.printed) for part in one.found.parts}
