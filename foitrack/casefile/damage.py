"""What can be saved of a damaged case file is saved into a new one; the damaged one stays.

Every row that can still be read and makes sense is taken over, table by table; documents only
where their bytes are those that were kept. What refers to something lost goes with it or is let
loose from it. The report says what was saved and what was not.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Boolean, Date, DateTime, Integer, LargeBinary, Table

from foitrack.casefile.damaged_copies import copy_to_read
from foitrack.casefile.encryption import connect, database_errors
from foitrack.casefile.kept_documents import DocumentFolder
from foitrack.casefile.models import Base
from foitrack.casefile.protecting import protect_alike
from foitrack.casefile.restoring import index_anew
from foitrack.casefile.storage import CaseFileError, create
from foitrack.law.wording import counted
from foitrack.saying import say

LOOKED_FURTHER = 10_000
"""Numbers tried behind the last row that was read, where nobody can tell how many there are."""
HISTORY = ("change_set", "change")
NO_ROW = ("SQLITE_CONSTRAINT", "SQLITE_MISMATCH")


@dataclass(frozen=True, slots=True)
class SavedTable:
    """How many rows of a table were saved, and how many are known to be lost."""

    name: str
    saved: int
    lost: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved of a damaged case file."""

    path: Path
    tables: tuple[SavedTable, ...]
    lost_documents: tuple[str, ...]
    """Names of documents whose bytes are whole neither in the file nor with a backup."""
    history_kept: bool
    """Whether what was done can still be undone; else history begins anew."""
    nameless: int = 0
    """Documents that are whole, but nothing tells any more what they were."""

    @property
    def lost_anything(self) -> bool:
        """Whether anything is known to be missing."""
        lost = any(table.lost for table in self.tables)
        return lost or bool(self.lost_documents) or not self.history_kept

    def in_words(self) -> list[str]:
        """The report, line by line."""
        lines: list[str] = [say("Saved into {0}; the damaged file stays where it is.", self.path)]
        for table in self.tables:
            name = table.name.replace("_", " ")
            if table.lost:
                lines.append(say("{0} saved, {1} lost.", counted(table.saved, name), table.lost))
            elif table.saved:
                lines.append(say("{0} saved.", counted(table.saved, name)))
        lines += [say("The document “{0}” is lost.", name) for name in self.lost_documents]
        if self.nameless:
            whole = counted(self.nameless, "document")
            lines.append(say("{0} lost its name and request: look under What came in.", whole))
        if not self.history_kept:
            lines.append(say("The history is not whole, so earlier steps can no longer be undone."))
        return lines


def rescue(
    damaged: Path, to: Path, kept: Sequence[DocumentFolder] = (), keys: Sequence[str] = ()
) -> Saved:
    """Save what can be read of a case file into a new one; the old one is not touched.

    Documents that are spoilt are taken from `kept`, which are the backups' own. `keys`: what a
    protected file may open with; the new one opens with the same. CaseFileError where the new
    place is taken, or nothing at all can be read.
    """
    create(to).close()
    try:
        with copy_to_read(damaged, keys) as (source, key):
            if key:
                protect_alike(to, key)
            saved = _save(damaged, to, source, kept)
        index_anew(to)
    except BaseException:
        to.unlink(missing_ok=True)
        raise
    return saved


def _save(damaged: Path, to: Path, source: Any, kept: Sequence[DocumentFolder]) -> Saved:
    with _filling(to) as target:
        tables = [_save_table(source, target, table) for table in Base.metadata.sorted_tables]
        if not any(table.saved for table in tables):
            raise CaseFileError(
                say(
                    "Nothing of {0} could be read. It was left as it is; restore a backup.", damaged
                )
            )
        lost_documents = _save_documents(target, kept)
        dropped = _let_loose(target)
        whole = not dropped and not any(t.lost for t in tables if t.name in HISTORY)
        history_kept = whole and not lost_documents
        if not history_kept:
            target.execute("DELETE FROM change")
            target.execute("DELETE FROM change_set")
        counts = tuple(_counted(target, table, dropped) for table in tables)
    return Saved(to, counts, tuple(lost_documents), history_kept)


@contextlib.contextmanager
def _filling(path: Path) -> Iterator[Any]:
    with contextlib.closing(connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("BEGIN")
        yield raw
        raw.execute("COMMIT")


def _save_table(source: Any, target: Any, table: Table) -> SavedTable:
    try:
        there = {row[1] for row in source.execute(f'PRAGMA table_info("{table.name}")')}
    except database_errors():
        there = set()
    columns = [column.name for column in table.columns if column.name in there]
    if not columns:
        return SavedTable(table.name, 0, 0)
    saved = lost = 0
    names = ", ".join(f'"{name}"' for name in columns)
    insert = (
        f'INSERT OR IGNORE INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(columns))})'
    )
    for row in _rows(source, table.name, names):
        if row is not None and _makes_sense(table, columns, row):
            try:
                saved += target.execute(insert, row).rowcount
                continue
            except database_errors() as problem:
                # A value that must be there is not; all else is the new file's trouble.
                if not getattr(problem, "sqlite_errorname", "").startswith(NO_ROW):
                    raise
        lost += 1
    return SavedTable(table.name, saved, lost)


def _rows(source: Any, table: str, names: str) -> Iterator[tuple[Any, ...] | None]:
    """Every row that can be read; None for each that is known to be there and cannot be."""
    last = 0
    try:
        for number, *row in source.execute(f'SELECT rowid, {names} FROM "{table}" ORDER BY rowid'):
            last = number
            yield tuple(row)
        return
    except database_errors(ValueError):
        highest = _highest(source, table)
    for number in range(last + 1, (highest or last + LOOKED_FURTHER) + 1):
        try:
            found = source.execute(
                f'SELECT {names} FROM "{table}" WHERE rowid = ?', (number,)
            ).fetchone()
        except database_errors(ValueError):
            if highest is not None:
                yield None
            continue
        if found is not None:
            yield tuple(found)
    if highest is None:
        yield None


def _highest(source: Any, table: str) -> int | None:
    try:
        found = source.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()[0]
    except database_errors(ValueError):
        return None
    return found if isinstance(found, int) and found < 10_000_000 else None


def _makes_sense(table: Table, columns: Sequence[str], row: Sequence[Any]) -> bool:
    return all(
        _fits(table.columns[name].type, value)
        for name, value in zip(columns, row, strict=True)
        if value is not None
    )


def _fits(kind: Any, value: Any) -> bool:
    try:
        if isinstance(kind, JSON):
            json.loads(value)
        elif isinstance(kind, DateTime):
            datetime.fromisoformat(value)
        elif isinstance(kind, Date):
            date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    if isinstance(kind, Boolean):
        return value in (0, 1)
    if isinstance(kind, Integer):
        return isinstance(value, int)
    if isinstance(kind, LargeBinary):
        return isinstance(value, bytes)
    # No text of ours holds a NUL; a blank page of a damaged file is full of them.
    return isinstance(value, str) and "\0" not in value


def _save_documents(target: Any, kept: Sequence[DocumentFolder]) -> list[str]:
    """Have only whole documents in the new file; the names of those that are lost."""
    for sha256, data in target.execute("SELECT sha256, bytes FROM content").fetchall():
        if hashlib.sha256(data).hexdigest() != sha256:
            target.execute("DELETE FROM content WHERE sha256 = ?", (sha256,))
    wanted = target.execute(
        "SELECT id, name, sha256 FROM document WHERE sha256 NOT IN (SELECT sha256 FROM content)"
    ).fetchall()
    lost = []
    for number, name, sha256 in wanted:
        data = next((found for one in kept if (found := one.get(sha256)) is not None), None)
        if data is None:
            lost.append(name)
            target.execute("DELETE FROM document WHERE id = ?", (number,))
        else:
            row = (sha256, len(data), data)
            target.execute(
                "INSERT OR IGNORE INTO content (sha256, size, bytes) VALUES (?, ?, ?)", row
            )
            target.execute("UPDATE document SET size = ? WHERE id = ?", (len(data), number))
    return lost


def _let_loose(target: Any) -> dict[str, int]:
    """Part rows from what is lost, or drop them where they cannot stand alone; how many went."""
    dropped: dict[str, int] = {}
    while broken := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, _, key in broken:
            column = target.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            name = next(one[3] for one in column if one[0] == key)
            if Base.metadata.tables[table].columns[name].nullable:
                target.execute(f'UPDATE "{table}" SET "{name}" = NULL WHERE rowid = ?', (row,))
            elif target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,)).rowcount:
                dropped[table] = dropped.get(table, 0) + 1
    return dropped


def _counted(target: Any, table: SavedTable, dropped: dict[str, int]) -> SavedTable:
    [now] = target.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
    return SavedTable(table.name, now, table.lost + dropped.get(table.name, 0))
