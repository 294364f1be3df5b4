"""Backups of a case file: dated copies without document bytes, and each document once beside them.

A copy is made from one state of the file, under another name; it is opened and checked, put on
the disk, and only then gets its name. Twenty copies of a file with many documents therefore cost
little more than one, and what bears a backup's name is whole.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from foitrack.casefile.copying_out import copy_without_documents
from foitrack.casefile.encryption import PassphraseNeededError, connect, database_errors
from foitrack.casefile.format import FORMAT
from foitrack.casefile.kept_documents import (
    DocumentFolder,
    make_private_folder,
    settle_file,
    settle_folder,
)
from foitrack.casefile.sealed_documents import seal_of
from foitrack.casefile.storage import CaseFile
from foitrack.errors import PlainError
from foitrack.progress import Progress
from foitrack.saying import say

BACKUP_ID = 0x464F4942
"""“FOIB”: a copy without its documents is no case file, and is not opened as one."""
ENDING = ".foitrack-backup"
STAMP = "%Y-%m-%dT%H%M%SZ"
FOLDER_SETTING = "backups-in"
"""The setting that names another folder than the case file's own for its backups."""
BY_HAND, CLOSING, DAILY = "by-hand", "closing", "daily"
NAMED = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)(?:-\d+)? ([a-z0-9-]+)" + re.escape(ENDING))
FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


ON_SERVER = (
    "A case file on a server is backed up by the server, or with “foitrack copy” into a file. "
    "Nothing was changed."
)


class BackupError(PlainError):
    """A backup cannot be made, read or restored; the case file and other backups stay as is."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One dated copy."""

    path: Path
    at: datetime
    reason: str
    """by-hand, closing, daily, or before-format-N."""

    @property
    def documents(self) -> DocumentFolder:
        """Where its documents lie."""
        return DocumentFolder(self.path.parent, seal_of(self.path))


def folder_of(case_file: Path | None, inside: Path | None = None) -> Path:
    """Where the backups of a case file lie: beside it, or inside another folder."""
    if case_file is None:
        raise BackupError(ON_SERVER)
    name = case_file.name.removesuffix(".foitrack")
    return (inside or case_file.parent) / f"{name} backups"


def make(
    case: CaseFile,
    folder: Path,
    now: datetime,
    reason: str = BY_HAND,
    progress: Progress | None = None,
) -> Backup:
    """Back a case file up into a folder. BackupError where that cannot be, CancelledError where
    `progress` was stopped; nothing is left then.

    `now` dates the copy; it must know its zone.
    """
    if case.engine.dialect.name != "sqlite":
        raise BackupError(ON_SERVER)
    unfinished = folder / f".{os.getpid()}.{now.strftime(STAMP)}.new"
    with in_plain_words(folder):
        try:
            make_private_folder(folder)
            os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
            with borrowed(case) as raw:
                documents = DocumentFolder(folder, seal_of(case.path))
                copy_without_documents(
                    raw, unfinished, documents, BACKUP_ID, progress or Progress()
                )
            _check_copy(unfinished)
            settle_file(unfinished)
            path = _free_name(folder, now, reason)
            unfinished.rename(path)
            settle_folder(folder)
        finally:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
    return Backup(path, now.astimezone(UTC).replace(microsecond=0), reason)


def see_that_it_takes(folder: Path) -> None:
    """BackupError where nothing can be kept in a folder, which is made where it is not there."""
    probe = folder / f".{os.getpid()}.probe.new"
    with in_plain_words(folder):
        make_private_folder(folder)
        try:
            os.close(os.open(probe, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        finally:
            with contextlib.suppress(OSError):
                probe.unlink(missing_ok=True)


def make_before_upgrade(case: CaseFile, now: datetime) -> None:
    """Back up a case file of an earlier format, once for each format it is brought to."""
    folder, reason = chosen_folder(case), f"before-format-{FORMAT}"
    with borrowed(case) as raw:
        state = mark(raw)
    for known in all(folder):
        if known.reason == reason:
            with contextlib.suppress(*database_errors(BackupError)), reading(known) as raw:
                if mark(raw) == state:
                    return
    make(case, folder, now, reason)


def chosen_folder(case: CaseFile) -> Path:
    """Where the backups of an open case file lie: beside it, or where its setting says."""
    if case.path is None:
        raise BackupError(ON_SERVER)
    with borrowed(case) as raw:
        query = "SELECT value FROM setting WHERE name = ?"
        found = raw.execute(query, (FOLDER_SETTING,)).fetchone()
    return folder_of(case.path, Path(found[0]) if found and found[0] else None)


def all(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, newest first; also where the folder of backups lies inside it."""
    found = list(_named(folder))
    if not found and folder.is_dir():
        for inside in sorted(folder.glob("* backups")):
            found += _named(inside)
    return tuple(sorted(found, key=lambda one: (one.at, one.path.name), reverse=True))


@contextlib.contextmanager
def reading(backup: Backup) -> Iterator[Any]:
    """A backup's copy, to be read only. BackupError where it is none or is damaged."""
    try:
        with contextlib.closing(connect(backup.path, only_reading=True, settled=True)) as raw:
            if raw.execute("PRAGMA application_id").fetchone()[0] != BACKUP_ID:
                raise BackupError(say("{0} is not a backup of FOI Track.", backup.path))
            yield raw
    except PassphraseNeededError as problem:
        raise BackupError(
            say(
                "The backup {0} is protected with another passphrase than the one given. "
                "Nothing was changed.",
                backup.path,
            )
        ) from problem
    except database_errors() as problem:
        raise BackupError(
            say(
                "The backup {0} cannot be read ({1}); choose another. Nothing was changed.",
                backup.path,
                problem,
            )
        ) from problem


def mark(raw: Any, schema: str = "main") -> tuple[Any, ...]:
    """What tells whether anything was done between two moments of a case file."""
    steps = f"SELECT count(*), max(id), max(at), total(undone), total(id) FROM {schema}.change_set"
    counts = [
        raw.execute(f"SELECT count(*) FROM {schema}.{name}").fetchone()[0]
        for name in ("change", "content", "document", "request")
    ]
    settings = raw.execute(f"SELECT name, value FROM {schema}.setting ORDER BY name").fetchall()
    return *raw.execute(steps).fetchone(), *counts, tuple(map(tuple, settings))


def is_newest_state(case: CaseFile, folder: Path) -> bool:
    """Whether the newest backup in a folder holds all that the case file holds now."""
    newest = next(iter(all(folder)), None)
    if newest is None:
        return False
    try:
        with reading(newest) as raw:
            then = mark(raw)
    except database_errors(BackupError):
        return False
    with borrowed(case) as raw:
        return mark(raw) == then


@contextlib.contextmanager
def borrowed(case: CaseFile) -> Iterator[Any]:
    """The driver's own connection to a case file, without a transaction."""
    case.settle()
    connection = case.engine.raw_connection()
    try:
        yield connection.driver_connection
    finally:
        connection.close()


def _check_copy(path: Path) -> None:
    with reading(Backup(path, datetime.min.replace(tzinfo=UTC), BY_HAND)) as raw:
        found = raw.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise BackupError(
                say("The backup did not come out whole ({0}); it was not kept.", found)
            )


def _named(folder: Path) -> Iterator[Backup]:
    if folder.is_dir():
        for path in folder.iterdir():
            if named := NAMED.fullmatch(path.name):
                at = datetime.strptime(named[1], STAMP).replace(tzinfo=UTC)
                yield Backup(path, at, named[2])


def _free_name(folder: Path, now: datetime, reason: str) -> Path:
    stamp, number = now.astimezone(UTC).strftime(STAMP), 1
    path = folder / f"{stamp} {reason}{ENDING}"
    while path.exists():
        number += 1
        path = folder / f"{stamp}-{number} {reason}{ENDING}"
    return path


@contextlib.contextmanager
def in_plain_words(folder: Path) -> Iterator[None]:
    kept = "The case file and the backups made before are as they were."
    try:
        yield
    except OSError as problem:
        why = "the disk is full" if problem.errno in FULL else problem.strerror
        raise BackupError(
            say("No backup could be made in {0}: {1}. {2}", folder, why, kept)
        ) from problem
    except Exception as problem:
        # The driver of an encrypted file has its own class of the same name.
        if not hasattr(problem, "sqlite_errorname"):
            raise
        raise BackupError(
            say("No backup could be made in {0}: {1}. {2}", folder, problem, kept)
        ) from problem
