"""A case file as one PostgreSQL database, that several people work in at once.

Readers see one state of it for as long as they read (REPEATABLE READ, READ ONLY). Writers take
turns: each first takes one lock that only writers of this program take, and lets go of it when its
work is kept or taken back. So every step sees all steps before it, as in a file, and none fails
because another was made at the same moment; at most it waits, and says so after ten seconds.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foitrack.casefile.addresses import on_server, without_password
from foitrack.casefile.format import APPLICATION_ID, FORMAT
from foitrack.casefile.troubles import CaseFileError, in_plain_words

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

LIMITS = {
    "lock_timeout": "10s",
    "statement_timeout": "5min",
    # Whoever falls asleep in the midst of a step keeps the others waiting no longer than this.
    "idle_in_transaction_session_timeout": "2min",
}
CONNECT_SECONDS = 10
KEYRING_SERVICE = "foitrack"
READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
TAKE_TURN = f"SELECT pg_advisory_xact_lock({APPLICATION_ID})"


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


def open_database(address: str) -> Engine:
    """Open a case file; CaseFileError where none is there, or it is of a newer version."""
    from foitrack.casefile.migrating import upgrade

    shown, engine = without_password(on_server(address)), engine_for(address)
    try:
        with in_plain_words(shown):
            version = _checked_version(engine, shown)
            if version < FORMAT:
                upgrade(engine, APPLICATION_ID, FORMAT)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_empty(engine: Engine, shown: str) -> None:
    with engine.connect().execution_options(foitrack_writes=False) as connection:
        _check_encoding(connection, shown)
        if _format_of(connection) is not None:
            raise CaseFileError(
                f"At {shown} there is a case file already; choose another database. "
                "Nothing was changed."
            )
        tables = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
        )
        if tables.scalar():
            raise CaseFileError(
                f"The database at {shown} holds tables of something else; give a case file a "
                "database of its own. Nothing was changed."
            )


def _check_encoding(connection: Connection, shown: str) -> None:
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise CaseFileError(
            f"The database at {shown} keeps text as {encoding}, which lacks letters that a case "
            "file needs; make one with the encoding UTF8. Nothing was changed."
        )


def _checked_version(engine: Engine, shown: str) -> int:
    with engine.connect().execution_options(foitrack_writes=False) as connection:
        marks = _format_of(connection)
    if marks is None or marks[0] != APPLICATION_ID:
        raise CaseFileError(
            f"The database at {shown} is not a case file of FOI Track. Nothing was changed."
        )
    if marks[1] > FORMAT:
        raise CaseFileError(
            f"{shown} was made by a newer FOI Track (format {marks[1]}; this one knows {FORMAT}). "
            "Install the newer program to open it. Nothing was changed."
        )
    return marks[1]


def _format_of(connection: Connection) -> tuple[int, int] | None:
    """The application id and the format; None where no case file is here."""
    there = connection.exec_driver_sql("SELECT to_regclass('foitrack_format')").scalar()
    if there is None:
        return None
    found = connection.exec_driver_sql("SELECT application, version FROM foitrack_format").first()
    return None if found is None else (int(found[0]), int(found[1]))


def engine_for(address: str) -> Engine:
    """How to reach a server; nothing is opened yet. CaseFileError for what is no address of one."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import ArgumentError

    shown = without_password(on_server(address))
    try:
        import psycopg  # noqa: F401 - told here in plain words where it is not installed
    except ImportError:
        raise CaseFileError(
            "A case file on a server needs the extra “team”: python -m pip install "
            "'foitrack[team]'. Nothing was changed."
        ) from None
    try:
        url = _url(address)
        engine = create_engine(
            url, pool_pre_ping=True, max_overflow=20, connect_args=_connect_arguments(url)
        )
    except (ArgumentError, ValueError):
        raise CaseFileError(
            f"“{shown}” cannot be read as an address; write it as "
            "postgresql+psycopg://NAME@SERVER/DATABASE. Nothing was changed."
        ) from None
    _take_large_numbers(engine)
    event.listen(engine, "begin", _begin)
    return engine


def _take_large_numbers(engine: Engine) -> None:
    """Send numbers as 8 bytes, as the columns are once `settle` was there."""
    from sqlalchemy import Integer

    class Wide(Integer):
        __visit_name__ = "big_integer"
        render_bind_cast = True

    engine.dialect.colspecs = {**engine.dialect.colspecs, Integer: Wide}


def _url(address: str) -> URL:
    from sqlalchemy import make_url

    url = make_url(on_server(address))
    if url.password is None and not os.environ.get("PGPASSWORD"):
        url = url.set(password=_from_keyring(without_password(on_server(address))))
    return url


def _from_keyring(shown: str) -> str | None:
    """The password kept for an address; None where none is, then libpq looks in its own places."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(KEYRING_SERVICE, shown)
    except (KeyringError, RuntimeError, OSError):
        return None
    return found


def _connect_arguments(url: URL) -> dict[str, Any]:
    limits = " ".join(f"-c {name}={value}" for name, value in LIMITS.items())
    arguments: dict[str, Any] = {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": "foitrack",
        "options": limits,
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
    }
    if "sslmode" not in url.query and not stays_here(url, os.environ):
        arguments["sslmode"] = "verify-full" if _knows_a_root(url, os.environ) else "require"
    return {name: value for name, value in arguments.items() if name not in url.query}


def stays_here(url: URL, environment: Mapping[str, str]) -> bool:
    """Whether what is sent to an address never leaves this computer."""
    if "service" in url.query or environment.get("PGSERVICE"):
        return False
    hosts: list[str] = []
    for given, variable in (("host", "PGHOST"), ("hostaddr", "PGHOSTADDR")):
        named = [*([url.host] if given == "host" and url.host else []), *_all(url, given)]
        hosts += named or [environment.get(variable, "")]
    return all(_is_loopback(one) for host in hosts for one in host.split(","))


def _all(url: URL, name: str) -> list[str]:
    found = url.query.get(name, ())
    return [found] if isinstance(found, str) else list(found)


def _is_loopback(host: str) -> bool:
    import ipaddress

    host = host.strip().rpartition(":")[0] if _has_port(host) else host.strip()
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _has_port(host: str) -> bool:
    """Whether a host, as several are written in an address, has a port behind it."""
    return host.count(":") == 1 and host.rpartition(":")[2].isdecimal()


def _knows_a_root(url: URL, environment: Mapping[str, str]) -> bool:
    """Whether there is something to check the server's certificate by."""
    if "sslrootcert" in url.query or environment.get("PGSSLROOTCERT"):
        return True
    return (Path.home() / ".postgresql" / "root.crt").exists()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("foitrack_writes", True)
    connection.exec_driver_sql(TAKE_TURN if writes else READ)


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
