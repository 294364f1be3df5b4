"""A seal on a closed case file: one sum over all rows, so that a single changed bit is noticed.

SQLite keeps no sums of its own: a bit that flips inside a text leaves a file that it finds whole.
Whoever writes breaks the seal in the same transaction; whoever closes the file puts it on again.
Document bytes and the search index are left out: each document has its own sum, and the index is
compared with what it was made from.
"""

from __future__ import annotations

import contextlib
import hashlib
from typing import Any

from foitrack.casefile import open_mark
from foitrack.casefile.open_mark import TABLE
from foitrack.casefile.storage import CaseFile


def seal(case: CaseFile) -> bool:
    """Put the seal on where it is not; whether it is on. A file that is busy goes without."""
    if case.engine.dialect.name != "sqlite" or case.lies_elsewhere():
        return False
    connection = case.engine.raw_connection()
    raw: Any = connection.driver_connection
    try:
        if _is_sealed(raw):
            return True
        [patience] = raw.execute("PRAGMA busy_timeout").fetchone()
        raw.execute("PRAGMA busy_timeout = 0")
        try:
            raw.execute("BEGIN IMMEDIATE")
            open_mark.take_off(raw)
            raw.execute(f"CREATE TABLE {TABLE} AS SELECT '{_sum(raw)}' AS digest")
            raw.execute("COMMIT")
        finally:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            raw.execute(f"PRAGMA busy_timeout = {int(patience)}")
        return True
    except Exception as problem:
        # The driver of an encrypted file has an error class of its own.
        if not hasattr(problem, "sqlite_errorname"):
            raise
        return False
    finally:
        with contextlib.suppress(Exception):
            connection.close()


def is_sealed(case: CaseFile) -> bool:
    """Whether nobody has written since the file was closed as it should be."""
    if case.engine.dialect.name != "sqlite":
        return True
    connection = case.engine.raw_connection()
    try:
        return _is_sealed(connection.driver_connection)
    finally:
        connection.close()


def is_broken(raw: Any) -> bool:
    """Whether what was sealed is no longer what is there; a file without a seal is not."""
    if not _is_sealed(raw):
        return False
    return open_mark.digest_in(raw) != _sum(raw)


def _is_sealed(raw: Any) -> bool:
    return open_mark.digest_in(raw) not in (None, open_mark.OPEN)


def _sum(raw: Any) -> str:
    """A sum over every row of every table, in the order of their numbers."""
    total = hashlib.sha256()
    listed = raw.execute("PRAGMA main.table_list").fetchall()
    names = sorted(row[1] for row in listed if row[2] == "table")
    for name in names:
        if name == TABLE or name.startswith("sqlite_"):
            continue
        columns = [row[1] for row in raw.execute(f'PRAGMA table_info("{name}")')]
        taken = [one for one in columns if (name, one) != ("content", "bytes")]
        total.update(name.encode())
        query = ", ".join(f'"{one}"' for one in taken)
        for row in raw.execute(f'SELECT rowid, {query} FROM main."{name}" ORDER BY rowid'):
            total.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return total.hexdigest()
