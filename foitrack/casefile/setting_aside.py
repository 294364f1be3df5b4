"""A case file makes room for another without a moment at which its name stands for neither."""

from __future__ import annotations

import contextlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

from foitrack.casefile.encryption import PassphraseNeededError, connect, database_errors
from foitrack.casefile.kept_documents import settle_folder
from foitrack.casefile.troubles import CaseFileError
from foitrack.saying import say

COMPANIONS = ("-wal", "-shm")


def aside(path: Path, now: datetime, why: str) -> Path:
    """A free name beside a case file: “requests (set aside 2026-11-21 083817).foitrack”."""
    stamp, number = now.astimezone(UTC).strftime("%Y-%m-%d %H%M%S"), 1
    found = path.with_name(f"{path.stem} ({why} {stamp}){path.suffix}")
    while _taken(found):
        number += 1
        found = path.with_name(f"{path.stem} ({why} {stamp}, {number}){path.suffix}")
    return found


def copy_aside(path: Path, now: datetime, why: str = "damaged") -> Path:
    """Copy a case file with its log under a dated name, byte for byte; the copy's path.

    For a damaged one: SQLite is not asked, since it might change what is there.
    """
    target = aside(path, now, why)
    for ending in ("", *COMPANIONS):
        source = _with(path, ending)
        if source.exists():
            shutil.copy2(source, _with(target, ending))
            _with(target, ending).chmod(0o600)
    settle_folder(path.parent)
    return target


def replace(path: Path, by: Path, now: datetime) -> Path | None:
    """Put a whole file in a case file's place; where the present one went, None where was none.

    CaseFileError where the present one is open elsewhere: what that wrote would be lost.
    """
    if not path.exists():
        # A log without its file is no use to the new one, but would be taken for its own.
        target = aside(path, now, "set aside")
        _move_companions(path, target)
        by.replace(path)
        settle_folder(path.parent)
        return None
    _fold_log(path)
    target = aside(path, now, "set aside")
    with contextlib.suppress(OSError):
        # Two names for it: so none of what follows leaves the place empty.
        target.hardlink_to(path)
    if not target.exists():
        path.rename(target)
    _move_companions(path, target)
    by.replace(path)
    settle_folder(path.parent)
    return target


def _move_companions(path: Path, target: Path) -> None:
    for ending in COMPANIONS:
        if _with(path, ending).exists():
            _with(path, ending).rename(_with(target, ending))


def _fold_log(path: Path) -> None:
    """Have the log folded into the file; whoever holds the file open makes that fail."""
    try:
        raw = connect(path, timeout=0.2, isolation_level=None)
    except PassphraseNeededError:
        return  # It goes aside as it is, with its log.
    with contextlib.closing(raw):
        try:
            # Asked for before the first look, this is had by the only connection to a file alone.
            raw.execute("PRAGMA locking_mode = EXCLUSIVE")
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("ROLLBACK")
        except database_errors() as problem:
            if getattr(problem, "sqlite_errorname", "").startswith(
                ("SQLITE_BUSY", "SQLITE_LOCKED")
            ):
                raise CaseFileError(
                    say(
                        "{0} is open in another window or program; close that first. Nothing was "
                        "changed.",
                        path,
                    )
                ) from problem
            # Damaged, or of another kind: it goes aside as it is, with its log.


def _taken(path: Path) -> bool:
    return any(_with(path, ending).exists() for ending in ("", *COMPANIONS))


def _with(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
