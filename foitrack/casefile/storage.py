"""Creating and opening a case file, wherever it lies, and its transactions."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from foitrack.casefile import sqlite
from foitrack.casefile.format import APPLICATION_ID, FORMAT
from foitrack.casefile.troubles import CaseFileError, in_plain_words

__all__ = ["APPLICATION_ID", "FORMAT", "CaseFile", "CaseFileError", "create", "open_case_file"]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """An open case file. Any thread may begin a transaction; each has its own connection."""

    path: Path
    engine: Engine

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the file and writes nothing."""
        with in_plain_words(self.path), Session(self.engine) as session:
            session.connection(execution_options={"foitrack_writes": False})
            yield session

    @contextlib.contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose work is kept whole at the end, or not at all."""
        with (
            in_plain_words(self.path),
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            session.connection(execution_options={"foitrack_writes": True})
            yield session

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded into it."""
        self.engine.dispose()


def create(path: Path) -> CaseFile:
    """Make a new case file; CaseFileError where the place is taken or cannot be written."""
    return CaseFile(path, sqlite.create(path))


def open_case_file(path: Path) -> CaseFile:
    """Open a case file; CaseFileError where it is not there, is none, or is of a newer version."""
    return CaseFile(path, sqlite.open_file(path))
