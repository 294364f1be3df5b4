"""The mark that a case file is being written to: in the file itself, not only in its log.

What was written last lies in the log beside the file (-wal) until the file is closed. Without its
log the file would look whole, and older. So whoever writes first after it was closed puts this
mark on, and has it taken over into the file at once; whoever closes the file takes it off. A file
that has the mark and no log beside it has lost its log. The mark stands where the seal of a closed
file does (`sealing`), in its place.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

TABLE = "seal"
OPEN = "open"
_MAKE = f"CREATE TABLE IF NOT EXISTS {TABLE} AS SELECT '' AS digest"
_PUT_ON = f"UPDATE {TABLE} SET digest = '{OPEN}' WHERE digest <> '{OPEN}'"


def put_on(connection: Connection) -> bool:
    """Break the seal within a transaction that writes; whether the mark was not on before."""
    connection.exec_driver_sql(_MAKE)
    return bool(connection.exec_driver_sql(_PUT_ON).rowcount)


def take_over(engine: Engine) -> None:
    """Have the mark in the file itself; where that cannot be now, the log has it."""
    with contextlib.suppress(Exception), contextlib.closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").close()


def is_on(raw: Any) -> bool:
    """Whether somebody has written since the file was closed."""
    return digest_in(raw) == OPEN


def digest_in(raw: Any) -> str | None:
    """What stands in the place of the seal; None where nothing does."""
    query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
    if raw.execute(query, (TABLE,)).fetchone() is None:
        return None
    found = raw.execute(f"SELECT digest FROM {TABLE}").fetchone()
    return str(found[0]) if found is not None else ""


def take_off(raw: Any) -> None:
    """Take the mark off, where it is on and nobody else is writing."""
    if not is_on(raw):
        return
    raw.execute(f"DROP TABLE {TABLE}")


def log_of(path: Path) -> Path:
    """Where SQLite writes first."""
    return path.with_name(path.name + "-wal")


def has_lost_its_log(engine: Engine, *, log_was_there: bool) -> bool:
    """Whether what was written last is missing; asked right after opening."""
    if log_was_there:
        return False
    # Damage is for others to find; the driver of an encrypted file has an error class of its own.
    with contextlib.suppress(Exception), contextlib.closing(engine.raw_connection()) as raw:
        return is_on(raw.driver_connection)
    return False
