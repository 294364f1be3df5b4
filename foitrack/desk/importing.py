"""A case file from a JSON export, into one that is empty: whole, or not at all.

The file comes from outside: each value is judged before it is kept, every reference must lead
somewhere, documents must be the bytes that their hashes say, and what is computed is computed
anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table, delete, exists, func, insert, select, text
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from foitrack.casefile import records, search
from foitrack.casefile.format import FORMAT
from foitrack.casefile.models import Change, Content, Document, Request, Setting
from foitrack.casefile.records import Record, RecordProblemError
from foitrack.desk.desk import Desk, create
from foitrack.desk.events import recompute
from foitrack.desk.imported_history import check_change
from foitrack.desk.imported_values import check_values
from foitrack.desk.reference import Reference
from foitrack.errors import PlainError
from foitrack.exchange.case_json import Reading
from foitrack.exchange.watched import Watched
from foitrack.law.calendars import UncountableDateError
from foitrack.progress import Progress
from foitrack.saying import say

AT_ONCE = 200
"""Rows written at a time."""


class NotImportedError(PlainError):
    """A file cannot be imported; the case file is as it was."""


def from_json_file(desk: Desk, path: Path, progress: Progress | None = None) -> int:
    """Take in everything that a JSON export holds; how many records there were.

    NotImportedError where the case file has anything in it already, or the export is damaged or
    is none, CancelledError where it was stopped; nothing is kept then.
    """
    told = progress or Progress()
    try:
        with path.open("rb") as source:
            watched = Watched(source, path.stat().st_size, told)
            return _take_in(desk, Reading(watched), told)
    except OSError as problem:
        raise NotImportedError(
            say("{0} cannot be read ({1}). Nothing was imported.", path, problem.strerror)
        ) from problem
    except (IntegrityError, DataError) as problem:
        raise NotImportedError(
            "This export contradicts itself: two of its records have the same number or name, or "
            "one refers to another that is not there. Nothing was imported."
        ) from problem


def new_from_json_file(
    path: Path, reference: Reference, source: Path, progress: Progress | None = None
) -> int:
    """Make a new case file of a JSON export; how many records there were.

    It is taken away again where the import fails. NotImportedError or CaseFileError where it
    cannot be made.
    """
    if path.exists():
        raise NotImportedError(say("{0} is there already. Nothing was imported.", path))
    desk = create(path, reference)
    try:
        taken = from_json_file(desk, source, progress)
    except BaseException:
        desk.close()
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        raise
    desk.close()
    return taken


def _take_in(desk: Desk, source: Reading, progress: Progress) -> int:
    with desk.case.writing() as session:
        _check_empty(session)
        session.execute(delete(Setting))
        _put_references_off(session)
        taken = _insert_all(session, source)
        _check_whole(session)
        _settle_numbers(session)
        try:
            for request in session.scalars(select(Request).order_by(Request.id)):
                progress.tell("Counting the dates anew")
                recompute(session, desk.reference, request)
        except UncountableDateError as problem:
            raise NotImportedError(say("{0} Nothing was imported.", problem)) from problem
        search.rebuild(session)
        progress.no_way_back("Keeping what came in")
    return taken


def _check_empty(session: Session) -> None:
    for table in records.tables():
        if table is Setting.__table__:
            continue
        if session.scalar(select(exists(select(table)))):
            raise NotImportedError(
                "This case file has something in it already, and an import would mix the two. "
                "Import into a new case file: name one that is not there yet. "
                "Nothing was imported."
            )


def _put_references_off(session: Session) -> None:
    """Records may stand in any order: judge the references at the end."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    elif connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")


def _insert_all(session: Session, source: Reading) -> int:
    taken = 0
    known = {table.name: table for table in records.tables()}
    for name, found in groupby(source.records(), key=lambda pair: pair[0]):
        table = known.get(name)
        if table is None:
            raise _newer() if source.case_file_format > FORMAT else _not_this(name, "not known")
        rows = (_row(table, record) for _, record in found)
        for batch in _batches(rows, 1 if table is Content.__table__ else AT_ONCE):
            session.execute(insert(table), batch)
            taken += len(batch)
    if source.case_file_format > FORMAT:
        raise _newer()
    return taken


def _batches(rows: Iterable[Record], most: int) -> Iterator[list[Record]]:
    rows = iter(rows)
    while batch := list(islice(rows, most)):
        yield batch


def _newer() -> NotImportedError:
    return NotImportedError(
        "This file was exported by a newer FOI Track. Install the newer program to import it. "
        "Nothing was imported."
    )


def _not_this(table: str, why: str) -> NotImportedError:
    return NotImportedError(
        say(
            "This is no export of a case file, or it is damaged: in “{0}”, {1}. Nothing "
            "was imported.",
            table[:40],
            why,
        )
    )


def _row(table: Table, record: Record) -> Record:
    try:
        row = records.row_of(table, record)
        check_values(table.name, row)
        if table is Content.__table__:
            _check_bytes(row)
        elif table is Change.__table__:
            check_change(row)
    except RecordProblemError as problem:
        raise _not_this(table.name, f"record {_key(table, record)}: {problem}") from problem
    return row


def _key(table: Table, record: Record) -> str:
    [key] = list(table.primary_key)
    return str(record.get(key.name))[:20]


def _check_bytes(row: Record) -> None:
    if (
        len(row["bytes"]) != row["size"]
        or hashlib.sha256(row["bytes"]).hexdigest() != row["sha256"]
    ):
        raise RecordProblemError("its bytes are not those that its hash says")


def _check_whole(session: Session) -> None:
    """Every reference leads somewhere, every document has its bytes, no bytes lie about unused."""
    session.flush()
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        missing = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if missing is not None:
            raise _not_this(str(missing[0]), f"record {missing[1]} refers to what is not there")
    differs = session.scalar(
        select(Document.id)
        .join(Content, Content.sha256 == Document.sha256)
        .where(Content.size != Document.size)
        .limit(1)
    )
    if differs is not None:
        raise _not_this("document", f"record {differs} is not as long as its bytes")


def _settle_numbers(session: Session) -> None:
    """Where a database counts by itself, it goes on behind the numbers that came in."""
    if session.connection().dialect.name != "postgresql":
        return
    for table in records.tables():
        [key] = list(table.primary_key)
        if key.type.python_type is int:
            session.execute(
                text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last, :used)"),
                _last(session, table, key),
            )


def _last(session: Session, table: Table, key: Any) -> dict[str, object]:
    last = session.scalar(select(func.max(key)))
    return {"name": table.name, "last": last or 1, "used": last is not None}
