"""Migrations: they make what the models say, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from foitrack.casefile import migrating, storage
from foitrack.casefile.models import Base
from foitrack.casefile.storage import CaseFile

FOLDER = Path(migrating.__file__).parent / "migrations"


def test_migrated_tables_equal_the_models(case: CaseFile) -> None:
    known = set(Base.metadata.tables)

    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or name in known

    with case.engine.connect() as connection:
        options = {"compare_type": True, "include_name": ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_one_line_of_migrations_ends_at_this_format() -> None:
    scripts = ScriptDirectory(str(FOLDER))
    revisions = list(scripts.walk_revisions())
    assert len(scripts.get_heads()) == 1
    assert len(revisions) == storage.FORMAT
    assert scripts.get_current_head() == f"{storage.FORMAT:04d}"


def test_no_column_is_of_one_kind_of_database_only() -> None:
    """The same models must work on PostgreSQL: only SQLAlchemy's generic types are in them."""
    for table in Base.metadata.tables.values():
        for column in table.columns:
            assert type(column.type).__module__ == "sqlalchemy.sql.sqltypes"


def test_no_column_is_named_after_a_subject() -> None:
    names = {column.name for table in Base.metadata.tables.values() for column in table.columns}
    assert not names & {"rank", "platform", "allegation", "officer", "force"}


def test_a_migration_that_breaks_references_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.foitrack"
    storage.create(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute(
            "INSERT INTO document (response_id, name, media_type, size, sha256) "
            "VALUES (9, 'a', 'b', 1, 'c')"
        )
        raw.execute("PRAGMA user_version = 0")
        raw.commit()
    with pytest.raises(Exception, match="refer to nothing"):
        storage.open_case_file(path)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (0,)


def test_opening_a_current_file_runs_no_migration(
    case: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.close()
    monkeypatch.setattr(migrating, "upgrade", lambda *_: pytest.fail("it is current"))
    storage.open_case_file(case.path).close()
