"""Whose staff a table lists: those of the bodies that a schema is about, or of another body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from foitrack.law.authorities import Directory
from foitrack.reading.cases.cells import times
from foitrack.reading.cases.columns import CLEARLY, cells_of, known_share
from foitrack.reading.findings import Table
from foitrack.reading.headings import heading_fields
from foitrack.reading.schema import CaseSchema, SchemaField, keyed

_PARTLY = 1 / 3
"""The share of a column's cells that say whose staff it lists."""
_SHORT = 60


def names_of(authority: str | None, directory: Directory) -> tuple[str, ...]:
    """What is known of who writes: its name, and its kind if the directory has it."""
    entry = directory.match(authority) if authority else None
    return (authority or "", *((entry.name, entry.kind) if entry else ())) if authority else ()


def of_subject(
    tables: Sequence[Table], schema: CaseSchema, names: Sequence[str]
) -> tuple[Table, ...]:
    """The tables that may list a schema's cases: of another body's, by its `names`, those alone
    that name the schema's people.
    """
    if is_own(schema, names):
        return tuple(tables)
    return tuple(table for table in tables if _names_own(table, schema))


def is_own(schema: CaseSchema, names: Sequence[str]) -> bool:
    """Whether who writes, as far as it is known, may have such cases of its own."""
    return not names or schema.is_of(*names)


def _names_own(table: Table, schema: CaseSchema) -> bool:
    """Whether a table's heading names the schema's people, or its cells or headings mean them:
    a "PC" is a constable.
    """
    over = keyed(table.heading or "")
    if any(f"{body} {what}" in over for body in schema.bodies for what in schema.counted):
        return True
    return any(
        any(body in keyed(meant) for body in schema.bodies) for meant in _meanings(table, schema)
    )


def _meanings(table: Table, schema: CaseSchema) -> Iterator[str]:
    for own in schema.fields:
        if not own.values:
            continue
        for n, heading in enumerate(table.columns):
            cells = cells_of(table, n) if known_share(table, n, own) >= CLEARLY else []
            for cell in dict.fromkeys([heading, *cells]):
                yield from _meant(cell, own, schema)


def _meant(cell: str, own: SchemaField, schema: CaseSchema) -> Iterator[str]:
    """What a cell means, unless that only repeats it: "staff" does not say whose they are."""
    meant = own.normal(cell) or own.normal(times(cell)[0])
    said = keyed(cell)
    repeats = meant and not set(said.split()).isdisjoint(keyed(meant).split())
    if meant and (not repeats or any(body in said for body in schema.bodies)):
        yield meant


def lists_others(table: Table, schema: CaseSchema) -> bool:
    """Whether the column of who they are, or the headings, name people of whom the schema has no
    cases.
    """
    if not schema.others:
        return False
    form = _form(schema.others)
    led = heading_fields(schema, table.columns)
    columns = (
        cells_of(table, n)
        for n, fields in enumerate(led)
        if any(_is_who(own, schema) for own in fields) or not (n or fields)
    )
    for cells in (list(table.columns), *columns):
        named = sum(len(cell) <= _SHORT and form.search(cell) is not None for cell in cells)
        if named and named >= len(cells) * _PARTLY:
            return True
    return False


def _is_who(own: SchemaField, schema: CaseSchema) -> bool:
    return bool(own.values) and any(own.normal(word) is not None for word in schema.counted)


@lru_cache(maxsize=16)
def _form(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
