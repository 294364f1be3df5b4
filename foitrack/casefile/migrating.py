"""Brings a case file to this program's format, with Alembic."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine


def upgrade(engine: Engine, application: int, version: int) -> None:
    """Run every migration that a case file still lacks, all of it or none.

    The same transaction marks the file as ours (`application`) and of this format (`version`).
    """
    config = Config()
    # Alembic reads the path as a pattern, in which a per cent sign must be doubled.
    folder = str(Path(__file__).parent / "migrations").replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.attributes.update(engine=engine, application=application, version=version)
    command.upgrade(config, "head")
