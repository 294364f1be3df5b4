"""A case file as one SQLite file: private to its user, safe to kill.

WAL with `synchronous=FULL`: a call that returned is on the disk. Writers begin IMMEDIATE, since
a deferred transaction that later wants to write fails at once where another holds the lock.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, ExceptionContext, create_engine, event, text

from foitrack.casefile import encryption, file_dialect, leftovers
from foitrack.casefile.compiled import kept_statements
from foitrack.casefile.format import APPLICATION_ID, FORMAT
from foitrack.casefile.lying import FILE, identity
from foitrack.casefile.places import is_on_network
from foitrack.casefile.troubles import CaseFileError, NoCaseFileError, in_plain_words
from foitrack.saying import say

BUSY_MS = 10_000
MAGIC = b"SQLite format 3\0"


def create(path: Path) -> Engine:
    """Make a new case file; CaseFileError where the place is taken or cannot be written.

    It is made under another name and put in its place when it is whole, so that nothing half
    made is ever found there.
    """
    if not path.name:
        raise CaseFileError(say("“{0}” is no name for a case file. Nothing was changed.", path))
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if path.exists():
            raise FileExistsError
        _make_folder(path.parent)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _fill(unfinished)
            put_in_place(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
    except FileExistsError:
        raise CaseFileError(
            say("{0} is there already; choose another name. Nothing was changed.", path)
        ) from None
    except OSError as problem:
        raise CaseFileError(say("{0} cannot be made: {1}.", path, problem.strerror)) from problem
    return engine_for(path)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise CaseFileError(
            say("{0} is a file, not a folder. Nothing was changed.", folder)
        ) from None


def _fill(path: Path) -> None:
    """The tables of a case file in an empty file, which is closed again."""
    from foitrack.casefile.migrating import upgrade

    engine = engine_for(path)
    try:
        with in_plain_words(path):
            upgrade(engine, APPLICATION_ID, FORMAT)
    finally:
        engine.dispose()


def put_in_place(unfinished: Path, path: Path) -> None:
    """Give a file its name; FileExistsError where somebody was faster."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no hard links.
        if path.exists():
            raise FileExistsError from None
        unfinished.rename(path)


def open_file(path: Path, before_upgrade: Callable[[Engine], None] | None = None) -> Engine:
    """Open a case file; CaseFileError where it is not there, is none, or is of a newer version.

    One of an earlier format is brought to this one; `before_upgrade` is called first, and where
    it fails nothing is changed.
    """
    version = checked_version(path)
    engine = engine_for(path)
    try:
        with in_plain_words(path):
            if version < FORMAT:
                # It takes a fifth of the time to start, and is seldom needed.
                from foitrack.casefile.migrating import upgrade

                if before_upgrade is not None:
                    before_upgrade(engine)
                _break_seal(engine)
                upgrade(engine, APPLICATION_ID, FORMAT)
            _look_inside(engine)
            leftovers.sweep(path)
            if not is_on_network(path):
                leftovers.sweep_journal(path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _break_seal(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS seal")


def _look_inside(engine: Engine) -> None:
    """Have SQLite read the file once: one cut short, or out of reach, is refused at the door."""
    with engine.connect().execution_options(foitrack_writes=False) as connection:
        connection.execute(text("SELECT count(*) FROM (SELECT id FROM request LIMIT 1)"))


def checked_version(path: Path) -> int:
    """The format of a case file that this program can open; CaseFileError for all else."""
    try:
        there, folder = path.exists(), path.is_dir()
    except OSError as problem:
        raise CaseFileError(say("{0} cannot be opened: {1}.", path, problem.strerror)) from problem
    if not there:
        raise NoCaseFileError(say("There is no file at {0}. Nothing was changed.", path))
    if folder:
        raise CaseFileError(say("{0} is a folder, not a case file. Nothing was changed.", path))
    try:
        application, version = _header(path)
    except OSError as problem:
        raise CaseFileError(say("{0} cannot be opened: {1}.", path, problem.strerror)) from problem
    if application != APPLICATION_ID:
        raise CaseFileError(say("{0} is not a case file of FOI Track. Nothing was changed.", path))
    if version > FORMAT:
        raise CaseFileError(
            say(
                "{0} was made by a newer FOI Track (format {1}; this one knows {2}). Install "
                "the newer program to open it. Nothing was changed.",
                path,
                version,
                FORMAT,
            )
        )
    return version


def _header(path: Path) -> tuple[int, int]:
    """The application id and the format; zeros for what is no SQLite file.

    Read from the file's first bytes: asking SQLite would leave a log beside a file that may not
    even be ours. Where a program was killed and left its log, the log has the last word.
    """
    with path.open("rb") as file:
        head = file.read(100)
    if encryption.may_be_protected(path):
        with in_plain_words(path):
            return encryption.header(path)
    if len(head) < 100 or not head.startswith(MAGIC):
        return 0, 0
    version, application = (int.from_bytes(head[at : at + 4], "big") for at in (60, 68))
    log = path.with_name(path.name + "-wal")
    if application == APPLICATION_ID and log.exists() and log.stat().st_size:
        with in_plain_words(path), contextlib.closing(sqlite3.connect(path)) as raw:
            version = raw.execute("PRAGMA user_version").fetchone()[0]
    return application, version


def engine_for(path: Path) -> Engine:
    """How to reach a case file; nothing is opened yet."""
    # Not as text: an address would read a per cent sign or a question mark in the path its own way.
    key = encryption.key_for(path)
    engine = create_engine(
        URL.create(file_dialect.NAME, database=str(path)),
        connect_args={"timeout": BUSY_MS / 1000, "check_same_thread": False},
        module=None if key is None else encryption.driver(),
        execution_options=kept_statements(),
    )
    if key is not None:
        event.listen(engine, "connect", lambda raw, _record: encryption.give_key(raw, key))
    # Where computers share no memory the write-ahead log would lose what was kept.
    journal = "DELETE" if is_on_network(path) else "WAL"
    event.listen(engine, "connect", lambda raw, _record: _set_up_connection(raw, journal))
    event.listen(engine, "connect", lambda _raw, record: record.info.update({FILE: identity(path)}))
    event.listen(engine, "do_connect", lambda *_: _see_that_it_is_there(path))
    event.listen(engine, "handle_error", _open_anew_after)
    event.listen(engine, "begin", _begin)
    return engine


def _see_that_it_is_there(path: Path) -> None:
    """SQLite would make an empty file in the place of one that is gone."""
    if identity(path) is None:
        problem = sqlite3.OperationalError("unable to open database file")
        problem.sqlite_errorname = "SQLITE_CANTOPEN"
        raise problem


def _open_anew_after(context: ExceptionContext) -> None:
    """A disk that was pulled out and put in again cannot be read through what was open before."""
    name = getattr(context.original_exception, "sqlite_errorname", "")
    if name.startswith("SQLITE_IOERR"):
        context.is_disconnect = True


def _set_up_connection(connection: Any, journal: str) -> None:
    # SQLAlchemy emits BEGIN itself (below): sqlite3's own handling does not roll back DDL.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"journal_mode = {journal}",
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
