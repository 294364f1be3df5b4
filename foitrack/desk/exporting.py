"""The whole case file for other programs: one JSON file, written beside and then put in place."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from foitrack.casefile import records
from foitrack.casefile.format import FORMAT
from foitrack.casefile.models import Content
from foitrack.desk.desk import Desk
from foitrack.errors import PlainError
from foitrack.exchange import case_json
from foitrack.progress import Progress
from foitrack.saying import say

TOLD_EVERY = 100
"""Records between two words on how far it is."""
BYTES_LIKE_A_RECORD = 2000


class ExportError(PlainError):
    """A file cannot be written; what was there before is there still."""


def write_json(desk: Desk, out: BinaryIO, progress: Progress | None = None) -> int:
    """Write everything the case file holds, as it is at one moment; how many records.

    Documents, history and what can be redone are among it. What is computed from the events is
    not: it is computed again by whoever imports it. CancelledError where it was stopped.
    """
    with desk.case.reading() as session:
        written = _Written(session, progress or Progress())
        return case_json.write(out, FORMAT, written.tables())


class _Written:
    """The records on their way out, and how much of them is."""

    def __init__(self, session: Session, progress: Progress) -> None:
        self._session, self._progress = session, progress
        self._done, self._all = 0, self._weight()

    def _weight(self) -> int:
        """A record counts as one; a document also by its length."""
        count = [select(func.count()).select_from(table) for table in records.tables()]
        rows = sum(self._session.scalar(one) or 0 for one in count)
        size = self._session.scalar(select(func.sum(Content.size))) or 0
        return rows + int(size) // BYTES_LIKE_A_RECORD

    def tables(self) -> Iterator[tuple[str, Iterator[case_json.Record]]]:
        """Each table with its records."""
        for table in records.tables():
            yield table.name, self._stated(table)

    def _stated(self, table: Table) -> Iterator[case_json.Record]:
        stated = [column.name for column in records.stated_columns(table)]
        for number, record in enumerate(records.records_of(self._session, table)):
            if table is Content.__table__:
                self._done += record["size"] // BYTES_LIKE_A_RECORD
                self._tell()
            elif number % TOLD_EVERY == 0:
                self._tell()
            self._done += 1
            yield {column: record[column] for column in stated}

    def _tell(self) -> None:
        self._progress.tell("Exporting", self._done / max(self._all, 1))


def to_json_file(desk: Desk, path: Path, progress: Progress | None = None) -> int:
    """Write everything to a file, which only its owner may read; how many records.

    A file of that name is replaced once the new one is whole. ExportError where it cannot be
    written, CancelledError where it was stopped.
    """
    if not path.name or path.is_dir():
        raise ExportError(say("“{0}” is no name for a file. Nothing was written.", path))
    if desk.case.path is not None and _is_same(path, Path(desk.case.path)):
        raise ExportError(say("{0} is the case file itself. Nothing was written.", path))
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(handle, "wb") as out:
                written = write_json(desk, out, progress)
                out.flush()
                os.fsync(out.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as problem:
        raise ExportError(
            say(
                "{0} cannot be written ({1}). What was there is there still.",
                path,
                problem.strerror,
            )
        ) from problem
    return written


def _is_same(one: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return False
