"""Having deleted bytes really leave the file: SQLite alone would only mark their place as free."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from foitrack.casefile.storage import CaseFile

WAIT_MS = 1_000
"""How long to wait for another program that reads the file."""


@contextlib.contextmanager
def overwriting(case: CaseFile) -> Iterator[Session]:
    """A writing session in which what is deleted is overwritten with zeros."""
    with case.writing() as session:
        connection = session.connection()
        on_sqlite = connection.dialect.name == "sqlite"
        if on_sqlite:
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        yield session
        if on_sqlite:
            session.flush()
            # Words of deleted entries stay in the index until its parts are merged.
            session.execute(text("INSERT INTO request_index(request_index) VALUES ('optimize')"))


def leave_no_remains(case: CaseFile) -> bool:
    """Write the file anew without what was deleted, and empty its log; whether that could be done.

    It cannot while another program reads the file; what was deleted is gone from view all the
    same, and the next time it is done it goes from the file too. A server does this by itself.
    """
    if case.engine.dialect.name != "sqlite":
        return True
    connection = case.engine.raw_connection()
    # Of its own, so that what is set here holds for nobody else.
    connection.detach()
    try:
        cursor = connection.cursor()
        # In memory: a copy of the case file has no business in the folder for temporary files.
        for pragma in ("temp_store = MEMORY", "secure_delete = ON", f"busy_timeout = {WAIT_MS}"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (busy, *_) = cursor.fetchone() or (1,)
        return not busy
    except case.engine.dialect.loaded_dbapi.OperationalError:
        return False
    finally:
        connection.close()
