"""What can go wrong with a case file, in words that a person can act on."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from foitrack.errors import PlainError

CAUSES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        "is in use by another program; close that and try again",
    ),
    (("SQLITE_FULL",), "cannot grow: the disk is full; make room and try again"),
    (("SQLITE_READONLY", "SQLITE_PERM"), "cannot be written: it or its folder is read-only"),
    (
        ("SQLITE_CORRUPT", "SQLITE_NOTADB"),
        "is damaged and cannot be read whole; keep it as it is and open a backup",
    ),
    (
        ("SQLITE_CANTOPEN", "SQLITE_IOERR"),
        "cannot be reached; see that its folder and disk are there",
    ),
)
"""Beginnings of SQLite's names for an error, and what a person should know of it."""


class CaseFileError(PlainError):
    """A case file cannot be created, opened, read or written; nothing was changed."""


@contextlib.contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Raise what befell the file as a CaseFileError; a mistake of ours stays as it is."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as problem:
        name = getattr(getattr(problem, "orig", problem), "sqlite_errorname", "")
        for names, words in CAUSES:
            if name.startswith(names):
                raise CaseFileError(f"{path} {words}. Nothing was changed.") from problem
        raise
