"""Creating and opening a case file: one SQLite file, private to its user, safe to kill.

WAL with `synchronous=FULL`: a call that returned is on the disk. Writers begin IMMEDIATE, since
a deferred transaction that later wants to write fails at once where another holds the lock.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session

from foitrack.errors import PlainError

APPLICATION_ID = 0x464F4954
"""“FOIT”, in the SQLite header: how a case file is told from any other database."""
FORMAT = 1
"""Raised with each migration; kept in `user_version`."""
BUSY_MS = 10_000


class CaseFileError(PlainError):
    """A case file cannot be created or opened; nothing was changed."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """An open case file. Any thread may begin a transaction; each has its own connection."""

    path: Path
    engine: Engine

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the file and writes nothing."""
        with Session(self.engine) as session:
            session.connection(execution_options={"foitrack_writes": False})
            yield session

    @contextlib.contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose work is kept whole at the end, or not at all."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            session.connection(execution_options={"foitrack_writes": True})
            yield session

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded into it."""
        self.engine.dispose()


def create(path: Path) -> CaseFile:
    """Make a new case file; CaseFileError where the place is taken or cannot be written."""
    from foitrack.casefile.migrating import upgrade

    if path.exists():
        raise CaseFileError(f"{path} is there already; choose another name. Nothing was changed.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as problem:
        raise CaseFileError(f"{path} cannot be made: {problem.strerror}.") from problem
    case = CaseFile(path, _engine(path))
    upgrade(case.engine)
    with contextlib.closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {FORMAT}")
    return case


def open_case_file(path: Path) -> CaseFile:
    """Open a case file; CaseFileError where it is not there, is none, or is of a newer version."""
    from foitrack.casefile.migrating import upgrade

    _check_header(path)
    case = CaseFile(path, _engine(path))
    if _header(path)[1] < FORMAT:
        upgrade(case.engine)
    return case


def _check_header(path: Path) -> None:
    if not path.exists():
        raise CaseFileError(f"There is no file at {path}. Nothing was changed.")
    if path.is_dir():
        raise CaseFileError(f"{path} is a folder, not a case file. Nothing was changed.")
    try:
        application, version = _header(path)
    except sqlite3.OperationalError as problem:
        raise CaseFileError(f"{path} cannot be opened ({problem}). Nothing was changed.") from None
    except sqlite3.DatabaseError:
        application, version = 0, 0
    if application != APPLICATION_ID:
        raise CaseFileError(f"{path} is not a case file of FOI Track. Nothing was changed.")
    if version > FORMAT:
        raise CaseFileError(
            f"{path} was made by a newer FOI Track (format {version}; this one knows {FORMAT}). "
            "Install the newer program to open it. Nothing was changed."
        )


def _header(path: Path) -> tuple[int, int]:
    """The application id and the format, read without changing anything."""
    with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as raw:
        application: int = raw.execute("PRAGMA application_id").fetchone()[0]
        version: int = raw.execute("PRAGMA user_version").fetchone()[0]
    return application, version


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}", connect_args={"timeout": BUSY_MS / 1000, "check_same_thread": False}
    )
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up_connection(connection: Any, _record: Any) -> None:
    # SQLAlchemy emits BEGIN itself (below): sqlite3's own handling does not roll back DDL.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_MS}",
        "trusted_schema = OFF",
        "cell_size_check = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    writes = connection.get_execution_options().get("foitrack_writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
