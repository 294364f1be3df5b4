"""The whole case file for other programs: one JSON file, written beside and then put in place."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session

from foitrack.casefile import records
from foitrack.casefile.format import FORMAT
from foitrack.desk.desk import Desk
from foitrack.errors import PlainError
from foitrack.exchange import case_json


class ExportError(PlainError):
    """A file cannot be written; what was there before is there still."""


def write_json(desk: Desk, out: BinaryIO) -> int:
    """Write everything the case file holds, as it is at one moment; how many records.

    Documents, history and what can be redone are among it. What is computed from the events is
    not: it is computed again by whoever imports it.
    """
    with desk.case.reading() as session:
        return case_json.write(out, FORMAT, _tables(session))


def _tables(session: Session) -> Iterator[tuple[str, Iterator[case_json.Record]]]:
    for table in records.tables():
        yield table.name, _stated(session, table.name)


def _stated(session: Session, name: str) -> Iterator[case_json.Record]:
    table = {one.name: one for one in records.tables()}[name]
    stated = [column.name for column in records.stated_columns(table)]
    for record in records.records_of(session, table):
        yield {column: record[column] for column in stated}


def to_json_file(desk: Desk, path: Path) -> int:
    """Write everything to a file, which only its owner may read; how many records.

    A file of that name is replaced once the new one is whole. ExportError where it cannot be
    written.
    """
    if not path.name or path.is_dir():
        raise ExportError(f"“{path}” is no name for a file. Nothing was written.")
    if desk.case.path is not None and _is_same(path, Path(desk.case.path)):
        raise ExportError(f"{path} is the case file itself. Nothing was written.")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(handle, "wb") as out:
                written = write_json(desk, out)
                out.flush()
                os.fsync(out.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as problem:
        raise ExportError(
            f"{path} cannot be written ({problem.strerror}). What was there is there still."
        ) from problem
    return written


def _is_same(one: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return False
