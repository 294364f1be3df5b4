"""A case file as one PostgreSQL database, that several people work in at once.

Readers see one state of it for as long as they read (REPEATABLE READ, READ ONLY). Writers take
turns: each first takes one lock that only writers of this program take, and lets go of it when its
work is kept or taken back. So every step sees all steps before it, as in a file, and none fails
because another was made at the same moment; at most it waits, and says so after ten seconds.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from foitrack.casefile.addresses import on_server, without_password
from foitrack.casefile.format import APPLICATION_ID, FORMAT
from foitrack.casefile.reaching import engine_for
from foitrack.casefile.troubles import CaseFileError, in_plain_words
from foitrack.saying import say

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


def create(address: str) -> Engine:
    """Make the tables of a case file in an empty database.

    CaseFileError where something is in it already, or where it cannot be reached or written.
    """
    from foitrack.casefile.migrating import upgrade

    shown, engine = without_password(on_server(address)), engine_for(address)
    try:
        with in_plain_words(shown):
            _check_empty(engine, shown)
            upgrade(engine, APPLICATION_ID, FORMAT)
    except BaseException:
        engine.dispose()
        raise
    return engine


def open_database(address: str) -> tuple[Engine, bool]:
    """Open a case file, and say whether it may only be read.

    CaseFileError where none is there, or it is of a newer version, or of an earlier one and not
    one's own.
    """
    from foitrack.casefile.roles import may_write

    shown, engine = without_password(on_server(address)), engine_for(address)
    try:
        with in_plain_words(shown):
            version = _checked_version(engine, shown)
            if version < FORMAT:
                from foitrack.casefile.migrating import upgrade

                _check_own(engine, shown, version)
                upgrade(engine, APPLICATION_ID, FORMAT)
            with engine.connect().execution_options(foitrack_writes=False) as connection:
                only_read = not may_write(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine, only_read


def _check_own(engine: Engine, shown: str, version: int) -> None:
    """Only who owns the tables can bring them to another format."""
    from foitrack.casefile.roles import owner_of

    with engine.connect().execution_options(foitrack_writes=False) as connection:
        owner, is_it = owner_of(connection)
    if not is_it:
        raise CaseFileError(
            say(
                "{0} is of an earlier format ({1}; this program's is {2}). {3}, who owns it, "
                "has to open it once with this program. Nothing was changed.",
                shown,
                version,
                FORMAT,
                owner,
            )
        )


def _check_empty(engine: Engine, shown: str) -> None:
    with engine.connect().execution_options(foitrack_writes=False) as connection:
        _check_encoding(connection, shown)
        if _format_of(connection) is not None:
            raise CaseFileError(
                say(
                    "At {0} there is a case file already; choose another database. Nothing was "
                    "changed.",
                    shown,
                )
            )
        tables = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
        )
        if tables.scalar():
            raise CaseFileError(
                say(
                    "The database at {0} holds tables of something else; give a case file a "
                    "database of its own. Nothing was changed.",
                    shown,
                )
            )


def _check_encoding(connection: Connection, shown: str) -> None:
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise CaseFileError(
            say(
                "The database at {0} keeps text as {1}, which lacks letters that a case file "
                "needs; make one with the encoding UTF8. Nothing was changed.",
                shown,
                encoding,
            )
        )


def _checked_version(engine: Engine, shown: str) -> int:
    with engine.connect().execution_options(foitrack_writes=False) as connection:
        marks = _format_of(connection)
    if marks is None or marks[0] != APPLICATION_ID:
        raise CaseFileError(
            say("The database at {0} is not a case file of FOI Track. Nothing was changed.", shown)
        )
    if marks[1] > FORMAT:
        raise CaseFileError(
            say(
                "{0} was made by a newer FOI Track (format {1}; this one knows {2}). Install "
                "the newer program to open it. Nothing was changed.",
                shown,
                marks[1],
                FORMAT,
            )
        )
    return marks[1]


def _format_of(connection: Connection) -> tuple[int, int] | None:
    """The application id and the format; None where no case file is here."""
    there = connection.exec_driver_sql("SELECT to_regclass('foitrack_format')").scalar()
    if there is None:
        return None
    found = connection.exec_driver_sql("SELECT application, version FROM foitrack_format").first()
    return None if found is None else (int(found[0]), int(found[1]))


LIKE_A_FILE = """
DO $$
DECLARE one record;
BEGIN
    FOR one IN SELECT table_name, column_name, data_type FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name <> 'alembic_version'
        AND (character_maximum_length IS NOT NULL OR data_type = 'integer')
    LOOP
        EXECUTE format('ALTER TABLE %%I ALTER COLUMN %%I TYPE %%s', one.table_name, one.column_name,
            CASE WHEN one.data_type = 'integer' THEN 'bigint' ELSE 'varchar' END);
    END LOOP;
    FOR one IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
        WHERE contype = 'f' AND NOT condeferrable
        AND connamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format('ALTER TABLE %%s ALTER CONSTRAINT %%I DEFERRABLE', one.place, one.conname);
    END LOOP;
END $$
"""
"""What a file takes, a server takes: SQLite counts no letters and knows numbers of 8 bytes only.
An undone step judges references at its end."""
NARROW = (
    ("ix_request_by_title", "request (binned, left(title, 200))"),
    ("ix_case_value_field", "case_value (field, left(value, 200))"),
    ("ix_request_reference_reference", "request_reference (left(reference, 200))"),
    ("ix_request_reference_of_request", "request_reference (request_id, left(reference, 200))"),
)
"""Indexes of texts of any length: PostgreSQL indexes none over 2,700 bytes."""


def settle(connection: Connection, application: int, version: int) -> None:
    """Finish the tables after migrating, and mark the database as ours and of this format."""
    connection.exec_driver_sql(LIKE_A_FILE)
    for name, over in NARROW:
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE INDEX {name} ON {over}")
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS foitrack_format "
        "(application bigint NOT NULL, version bigint NOT NULL)"
    )
    connection.exec_driver_sql("DELETE FROM foitrack_format")
    connection.exec_driver_sql(
        f"INSERT INTO foitrack_format VALUES ({int(application)}, {int(version)})"
    )


def remove(engine: Engine) -> None:
    """Take away the tables that `create` made; a server that is out of reach keeps them."""
    import contextlib

    from sqlalchemy.exc import DBAPIError

    from foitrack.casefile.models import Base

    tables = [*(table.name for table in Base.metadata.sorted_tables), "request_index"]
    named = ", ".join(f'"{name}"' for name in (*tables, "alembic_version", "foitrack_format"))
    with contextlib.suppress(DBAPIError), engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {named} CASCADE")
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS foitrack_query, foitrack_words")


LOOKS, BETWEEN_SECONDS = 10, 0.2


def was_kept(engine: Engine, transaction: int) -> bool | None:
    """Whether a transaction was kept; None where the server does not answer, or cannot say."""
    from sqlalchemy import text
    from sqlalchemy.exc import DBAPIError

    query = text("SELECT txid_status(:number)")
    try:
        for _ in range(LOOKS):
            with engine.connect().execution_options(foitrack_writes=False) as connection:
                said = connection.scalar(query, {"number": transaction})
            if said != "in progress":
                return {"committed": True, "aborted": False}.get(said or "")
            # The server has not noticed yet that we went, or is about to be done with it.
            time.sleep(BETWEEN_SECONDS)
    except DBAPIError:
        return None
    return None
