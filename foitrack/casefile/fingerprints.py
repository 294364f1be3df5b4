"""A hash of every value in a file, to compare a copy with what it was made from."""

from __future__ import annotations

import hashlib
from typing import Any

from foitrack.progress import Progress

EVERY = 200
"""Rows between two words on how far it is."""


class Told:
    """How many rows of all there are have been read."""

    def __init__(self, progress: Progress, words: str, begins: float) -> None:
        """`begins`: the part of the whole work that is done by then."""
        self._progress, self._words, self._begins = progress, words, begins
        self._rows = self._read = 0

    def expect(self, *files: Any) -> None:
        """Count what is to be read."""
        self._progress.tell(self._words, self._begins)
        for raw in files:
            for name in tables(raw):
                self._rows += raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]

    def one_more(self) -> None:
        """A row was read."""
        self._read += 1
        if self._read % EVERY == 0:
            done = self._read / max(self._rows, 1)
            self._progress.tell(self._words, self._begins + (1 - self._begins) * done)


def tables(raw: Any) -> dict[str, str]:
    """The tables that hold values of their own, with how each was made."""
    found = raw.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name"
    ).fetchall()
    return {
        name: sql
        for name, sql in found
        if "WITHOUT ROWID" not in sql.upper() and not sql.upper().startswith("CREATE VIRTUAL")
    }


def of(raw: Any, told: Told) -> str:
    """A hash of every value of every table, the search index's own among them."""
    made = hashlib.sha256()
    for name, sql in tables(raw).items():
        made.update(repr((name, sql)).encode())
        for row in raw.execute(f'SELECT rowid, * FROM "{name}" ORDER BY rowid'):
            for value in row:
                # A document is hashed as it is: written out it would take four times the memory.
                long = isinstance(value, bytes)
                made.update(b"%d:" % len(value) if long else repr(value).encode() + b",")
                if long:
                    made.update(value)
            told.one_more()
    return made.hexdigest()
