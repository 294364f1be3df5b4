"""How Alembic reaches the case file: through the engine it is given, never through an address.

Foreign keys are off while tables are rebuilt, since rebuilding a table with them on deletes every
child row without a word, and are checked before the work is kept.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, Engine

from foitrack.casefile import postgres
from foitrack.casefile.models import Base


class BrokenReferencesError(Exception):
    """A migration left rows that refer to nothing; it was taken back."""


def run() -> None:
    """Upgrade in one transaction."""
    engine: Engine = context.config.attributes["engine"]
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        if sqlite and raw is not None:
            raw.execute("PRAGMA foreign_keys = OFF")
        try:
            context.configure(
                connection=connection, target_metadata=Base.metadata, render_as_batch=sqlite
            )
            with context.begin_transaction():
                context.run_migrations()
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise BrokenReferencesError("a migration left rows that refer to nothing")
                (_mark if sqlite else _settle)(connection)
            connection.commit()
        finally:
            if sqlite and raw is not None:
                raw.execute("PRAGMA foreign_keys = ON")


def _mark(connection: Connection) -> None:
    """Write into SQLite's header what the file is; undone with the transaction if that fails."""
    marks = context.config.attributes
    connection.exec_driver_sql(f"PRAGMA application_id = {int(marks['application'])}")
    connection.exec_driver_sql(f"PRAGMA user_version = {int(marks['version'])}")


def _settle(connection: Connection) -> None:
    """What a file has in its header and by its nature, a server is told."""
    marks = context.config.attributes
    postgres.settle(connection, int(marks["application"]), int(marks["version"]))


run()
