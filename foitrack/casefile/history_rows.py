"""Rows as history keeps them: by attribute, plain, and without what is computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, inspect
from sqlalchemy.orm import InstanceState, Mapper

from foitrack.casefile.models import Base, Change, ChangeSet, Content, Setting

NOT_RECORDED = (ChangeSet, Change, Content, Setting)
"""Kinds of rows of which no history is kept."""


def _recorded(mapper: Mapper[Any]) -> Iterator[str]:
    """The columns that a person's work is kept in; what is computed from it is left out."""
    for attribute in mapper.column_attrs:
        if not attribute.columns[0].info.get("computed"):
            yield attribute.key


def _state(thing: object) -> InstanceState[Any]:
    state: InstanceState[Any] = inspect(thing)
    return state


def row_of(thing: object) -> dict[str, Any]:
    """A row as it is now."""
    return {name: _plain(getattr(thing, name)) for name in _recorded(_state(thing).mapper)}


def row_before(thing: object) -> dict[str, Any]:
    """A row as it was before what is being written."""
    row = {}
    for name in _recorded(_state(thing).mapper):
        history = _state(thing).attrs[name].history
        was = history.deleted[0] if history.deleted else getattr(thing, name)
        row[name] = _plain(was)
    return row


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def records_changes_of(table: Table) -> bool:
    """Whether what is done to a table's rows is kept as history."""
    return all(table is not kind.__table__ for kind in NOT_RECORDED)


def attribute_names(table: Table) -> dict[str, str]:
    """Column name to attribute name, which history uses, of the columns that it records."""
    [mapper] = [m for m in Base.registry.mappers if m.local_table is table]
    recorded = set(_recorded(mapper))
    return {prop.columns[0].name: prop.key for prop in mapper.column_attrs if prop.key in recorded}


def by_attribute(table: Table, row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row from the database as history keeps it."""
    return {name: _plain(row[column]) for column, name in attribute_names(table).items()}


def by_column(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row from history as the database takes it."""
    values = {}
    for column, name in attribute_names(table).items():
        if name in row:
            values[column] = _typed(table.c[column].type.python_type, row[name])
    return values


def _typed(wanted: type, value: Any) -> Any:
    if value is None:
        return None
    if wanted is date:
        return date.fromisoformat(value)
    if wanted is datetime:
        return datetime.fromisoformat(value)
    return value
