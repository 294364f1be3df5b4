"""Gives a case file a passphrase, another, or none: written anew, checked, put in its place.

The file is copied under another name by SQLCipher, the copy is opened and compared, and only
then takes the file's name. Killed at any moment, the name stands for one whole file or the other.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from foitrack.casefile import encryption, fingerprints, leftovers, open_mark
from foitrack.casefile.encryption import connect, database_errors, driver
from foitrack.casefile.kept_documents import settle_file, settle_folder
from foitrack.casefile.leftovers import COMPANIONS
from foitrack.casefile.troubles import CaseFileError, in_plain_words
from foitrack.progress import Progress
from foitrack.saying import say

IN_USE = "{0} is open in another window or program; close that first. Nothing was changed."
PATIENCE_S = 2.0
"""How long it waits for another program to let go of the file."""
STEPS = 100
"""Of SQLite's machine between two looks at whether a person wants to stop."""


def protect(path: Path, passphrase: str, progress: Progress | None = None) -> None:
    """Protect a closed case file with a passphrase, also in place of another.

    CaseFileError where it is open elsewhere or cannot be written; it is as it was then.
    CancelledError where it was stopped.
    """
    driver()
    key = encryption.key_of(passphrase, os.urandom(encryption.SALT_BYTES))
    _write_anew(path, key, progress or Progress())


def protect_alike(path: Path, key: str) -> None:
    """Protect a closed case file with a key that another file has already."""
    driver()
    _write_anew(path, key, Progress())


def unprotect(path: Path, progress: Progress | None = None) -> None:
    """Write a protected file without protection; errors as for `protect`."""
    driver()
    if encryption.key_for(path) is not None:
        _write_anew(path, "", progress or Progress())


def _write_anew(path: Path, key: str, progress: Progress) -> None:
    # On the same disk, so that it can take the name in one step.
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with in_plain_words(path), _in_plain_words(path), _alone(path) as raw:
            leftovers.sweep(path)
            os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
            _export(raw, path, unfinished, key, progress)
            if key:
                encryption.remember(key)
            _compare(raw, unfinished, progress)
            settle_file(unfinished)
            progress.no_way_back("Putting the new copy in its place")
        unfinished.replace(path)
        settle_folder(path.parent)
    except OSError as problem:
        raise CaseFileError(
            say("{0} cannot be written anew ({1}). It is as it was.", path, problem.strerror)
        ) from problem
    finally:
        for ending in ("", *COMPANIONS):
            with contextlib.suppress(OSError):
                unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


@contextlib.contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    """SQLCipher's errors come past SQLAlchemy here; those of a file in use are told as such."""
    try:
        yield
    except Exception as problem:
        if not isinstance(problem, database_errors()):
            raise
        name = getattr(problem, "sqlite_errorname", "")
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise CaseFileError(say(IN_USE, path)) from None
        raise CaseFileError(
            say("{0} cannot be written anew ({1}). It is as it was.", path, name)
        ) from None


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[Any]:
    """The only connection to a file, its log folded in; plain files are opened by SQLCipher too."""
    # First by the library that has it open where this process has: two libraries in one process
    # do not see each other's locks.
    with contextlib.closing(connect(path, isolation_level=None, timeout=PATIENCE_S)) as raw:
        _take_alone(raw, path)
    key = encryption.key_for(path)
    raw = driver().connect(str(path), isolation_level=None, timeout=PATIENCE_S)
    with contextlib.closing(raw):
        if key is not None:
            encryption.give_key(raw, key)
        _take_alone(raw, path)
        yield raw


def _take_alone(raw: Any, path: Path) -> None:
    for statement in ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT"):
        raw.execute(statement).close()
    if raw.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
        raise CaseFileError(say(IN_USE, path))
    # Its log is folded in, and the new copy has none.
    open_mark.take_off(raw)


def _export(raw: Any, path: Path, target: Path, key: str, progress: Progress) -> None:
    words = say("Writing the case file anew")
    progress.tell(words, 0)
    raw.execute(f'ATTACH DATABASE ? AS target KEY "{key}"', (str(target),)).close()
    with _can_be_stopped(raw, progress, lambda: progress.tell(words, _grown(target, path))):
        raw.execute("SELECT sqlcipher_export('target')").fetchone()
    for pragma in ("user_version", "application_id"):
        [value] = raw.execute(f"PRAGMA main.{pragma}").fetchone()
        raw.execute(f"PRAGMA target.{pragma} = {int(value)}").close()
    raw.execute("DETACH DATABASE target").close()


@contextlib.contextmanager
def _can_be_stopped(raw: Any, progress: Progress, tell: Callable[[], None]) -> Iterator[None]:
    """SQLite is interrupted where a person wants to stop; nothing may be raised through it."""

    def look() -> bool:
        if not progress.stopping:
            with contextlib.suppress(Exception):
                tell()
        return progress.stopping

    raw.set_progress_handler(look, STEPS)
    try:
        yield
    except database_errors():
        progress.tell("Stopping")
        raise
    finally:
        raw.set_progress_handler(None, STEPS)


def _grown(target: Path, path: Path) -> float:
    """How much of a file a copy has by now, half of the work: the other half is comparing."""
    return min(target.stat().st_size / max(path.stat().st_size, 1), 1) / 2


def _compare(raw: Any, target: Path, progress: Progress) -> None:
    """CaseFileError unless the copy is whole and holds, value for value, what the file holds."""
    told = fingerprints.Told(progress, "Comparing the new copy with the case file", 0.5)
    with contextlib.closing(connect(target)) as copy:
        told.expect(copy, raw)
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok" or fingerprints.of(copy, told) != fingerprints.of(raw, told):
            raise CaseFileError(
                "The new copy of the case file did not come out whole, so it was not put in "
                "place. The case file is as it was."
            )
