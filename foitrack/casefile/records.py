"""Rows of a case file as plain records, as JSON can hold them, and back."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import JSON, Column, Table, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Base, Content
from foitrack.saying import say

Record = dict[str, Any]
LARGEST_NUMBER = 2**63 - 1
AT_ONCE = 200
"""Rows fetched at a time."""


class RecordProblemError(ValueError):
    """A record cannot be a row; the message is a phrase for a person."""


@cache
def tables() -> tuple[Table, ...]:
    """Every table of a case file, in the order in which rows can be written."""
    return tuple(Base.metadata.sorted_tables)


def records_of(session: Session, table: Table) -> Iterator[Record]:
    """The rows of a table as records, in the order of their keys, never all in memory."""
    if table is Content.__table__:
        yield from _contents(session)
        return
    key = list(table.primary_key)
    for row in session.execute(select(table).order_by(*key).execution_options(yield_per=AT_ONCE)):
        yield {column.name: as_plain(row[n]) for n, column in enumerate(table.columns)}


def _contents(session: Session) -> Iterator[Record]:
    """One document's bytes at a time: each may be large."""
    for sha256 in session.scalars(select(Content.sha256).order_by(Content.sha256)).all():
        size, data = session.execute(
            select(Content.size, Content.bytes).where(Content.sha256 == sha256)
        ).one()
        yield {"sha256": sha256, "size": size, "bytes": as_plain(data)}


def as_plain(value: Any) -> Any:
    """A column's value as JSON can hold it: dates as ISO, bytes as base64."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value


def row_of(table: Table, record: Mapping[str, Any]) -> Record:
    """A record as a row of a table. RecordProblemError where it cannot be one."""
    stated = {column.name for column in stated_columns(table)}
    for name in record:
        if name not in stated:
            raise RecordProblemError(say("“{0}” is not known", name[:40]))
    return {column.name: _value_of(column, record) for column in stated_columns(table)}


def stated_columns(table: Table) -> list[Column[Any]]:
    """The columns that hold what was said, as against what is computed from it."""
    return [column for column in table.columns if not column.info.get("computed")]


def _value_of(column: Column[Any], record: Mapping[str, Any]) -> Any:
    if column.name in record:
        return checked(column, record[column.name])
    # A file of an earlier format lacks what was added since.
    default: Any = column.default
    if default is not None:
        return default.arg(None) if default.is_callable else default.arg
    if column.nullable:
        return None
    raise RecordProblemError(say("“{0}” is missing", column.name))


def checked(column: Column[Any], value: Any) -> Any:
    """A value as the column takes it. RecordProblemError where it is of another kind."""
    if value is None:
        if column.nullable and not column.primary_key:
            return None
        raise RecordProblemError(say("“{0}” is empty", column.name))
    if isinstance(column.type, JSON):
        # Its shape is for others to judge.
        return value
    try:
        return _TAKEN[column.type.python_type](value)
    except (ValueError, TypeError, binascii.Error):
        raise RecordProblemError(say("“{0}” is not what it must be", column.name)) from None


def _number(value: Any) -> int:
    if type(value) is not int or not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
        raise ValueError
    return value


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError
    return value


def _words(value: Any) -> str:
    if type(value) is not str:
        raise ValueError
    value.encode()
    return value


def _day(value: Any) -> date:
    day = date.fromisoformat(_words(value))
    if day.isoformat() != value:
        raise ValueError
    return day


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_words(value))
    if moment.isoformat() != value or moment.tzinfo is not None:
        raise ValueError
    return moment


def _bytes(value: Any) -> bytes:
    return base64.b64decode(_words(value), validate=True)


_TAKEN: Mapping[type, Callable[[Any], Any]] = {
    int: _number,
    bool: _truth,
    str: _words,
    date: _day,
    datetime: _moment,
    bytes: _bytes,
}
