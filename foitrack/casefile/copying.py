"""Copies a whole case file between a file and a server, in one transaction, and looks at it after.

Every row of every table goes over as it is, history too, a document's bytes one document at a
time. The search index is made anew. What arrived is read back before it is kept, and must be row
for row what was sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, Table, func, insert, select
from sqlalchemy.orm import Session

from foitrack.casefile import postgres, search, storage
from foitrack.casefile.models import Base, Content
from foitrack.casefile.storage import CaseFile, CaseFileError
from foitrack.saying import say

AT_ONCE = 500
MODULUS = 1 << 256


@dataclass(frozen=True, slots=True)
class Sum:
    """What is in a table: how many rows, and a sum over them that no order changes."""

    rows: int = 0
    digest: int = 0

    def with_row(self, row: dict[str, Any]) -> Sum:
        """With one row more. A document counts by the hash of its bytes."""
        told = "\0".join(f"{name}={_told(value)}" for name, value in sorted(row.items()))
        own = int.from_bytes(hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest(), "big")
        return Sum(self.rows + 1, (self.digest + own) % MODULUS)


def _told(value: Any) -> str:
    if isinstance(value, bytes | memoryview):
        return hashlib.sha256(value).hexdigest()
    return repr(value)


def copy(source: CaseFile, place: str) -> dict[str, int]:
    """Make a case file at a new place that is like another; how many rows each table has.

    CaseFileError where the place is taken or something did not arrive as it was sent; nothing is
    left there then.
    """
    target = storage.create(place)
    try:
        with source.reading() as there, target.writing() as here:
            sent = _send(there, here)
            search.rebuild(here)
            arrived = sums(here)
            if arrived != sent:
                wrong = ", ".join(name for name in sent if sent[name] != arrived[name])
                raise CaseFileError(
                    say(
                        "What arrived at {0} is not what was sent ({1}). Nothing was kept there; "
                        "the case file itself is as it was.",
                        target.address,
                        wrong,
                    )
                )
    except BaseException:
        _take_away(target)
        raise
    target.close()
    return {name: one.rows for name, one in sent.items()}


def sums(session: Session) -> dict[str, Sum]:
    """What is in each table of a case file."""
    found = {}
    for table in Base.metadata.sorted_tables:
        found[table.name] = Sum()
        for row in _rows(session, table):
            found[table.name] = found[table.name].with_row(row)
    return found


def _send(there: Session, here: Session) -> dict[str, Sum]:
    connection = here.connection()
    _judge_references_last(connection)
    sent = {}
    for table in Base.metadata.sorted_tables:
        total, waiting = Sum(), []
        for row in _rows(there, table):
            total = total.with_row(row)
            waiting.append(row)
            if len(waiting) == AT_ONCE or table is Content.__table__:
                connection.execute(insert(table), waiting)
                waiting = []
        if waiting:
            connection.execute(insert(table), waiting)
        sent[table.name] = total
        _go_on_counting(connection, table)
    return sent


def _rows(session: Session, table: Table) -> Iterator[dict[str, Any]]:
    if table is Content.__table__:
        for sha256 in session.scalars(select(Content.sha256)).all():
            row = session.execute(select(table).where(table.c.sha256 == sha256)).mappings().one()
            yield dict(row)
        return
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=AT_ONCE)
    for row in session.execute(query).mappings():
        yield dict(row)


def _judge_references_last(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    else:
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")


def _go_on_counting(connection: Connection, table: Table) -> None:
    """Have a server give the next row a number behind the last that is taken."""
    if connection.dialect.name == "sqlite" or not isinstance(
        getattr(table.c.get("id"), "type", None), Integer
    ):
        return
    last = connection.scalar(select(func.max(table.c.id)))
    if last is not None:
        sequence = func.pg_get_serial_sequence(table.name, "id")
        connection.execute(select(func.setval(sequence, last)))


def _take_away(target: CaseFile) -> None:
    """Leave nothing where nothing was before."""
    if target.path is None:
        postgres.remove(target.engine)
        target.close()
        return
    target.close()
    for ending in ("", "-wal", "-shm"):
        target.path.with_name(target.path.name + ending).unlink(missing_ok=True)
