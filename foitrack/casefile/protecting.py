"""Gives a case file a passphrase, another, or none: written anew, checked, put in its place.

The file is copied under another name by SQLCipher, the copy is opened and compared, and only
then takes the file's name. Killed at any moment, the name stands for one whole file or the other.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foitrack.casefile import encryption
from foitrack.casefile.encryption import connect, database_errors, driver
from foitrack.casefile.kept_documents import settle_file, settle_folder
from foitrack.casefile.troubles import CaseFileError, in_plain_words

COMPANIONS = ("-wal", "-shm", "-journal")
IN_USE = "{} is open in another window or program; close that first. Nothing was changed."


def protect(path: Path, passphrase: str) -> None:
    """Protect a closed case file with a passphrase, also in place of another.

    CaseFileError where it is open elsewhere or cannot be written; it is as it was then.
    """
    salt = os.urandom(encryption.SALT_BYTES)
    driver()
    key = encryption.key_of(passphrase, salt)
    _write_anew(path, key)


def unprotect(path: Path) -> None:
    """Write a protected file without protection; errors as for `protect`."""
    driver()
    if encryption.key_for(path) is not None:
        _write_anew(path, "")


def _write_anew(path: Path, key: str) -> None:
    # On the same disk, so that it can take the name in one step.
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with in_plain_words(path), _in_plain_words(path):
            os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
            with _alone(path) as raw:
                _export(raw, unfinished, key)
                if key:
                    encryption.remember(key)
                _compare(raw, unfinished)
                settle_file(unfinished)
            unfinished.replace(path)
            settle_folder(path.parent)
    except OSError as problem:
        raise CaseFileError(
            f"{path} cannot be written anew ({problem.strerror}). It is as it was."
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
            raise CaseFileError(IN_USE.format(path)) from None
        raise CaseFileError(f"{path} cannot be written anew ({name}). It is as it was.") from None


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[Any]:
    """The only connection to a file, its log folded in; plain files are opened by SQLCipher too."""
    # First by the library that has it open where this process has: two libraries in one process
    # do not see each other's locks.
    with contextlib.closing(connect(path, isolation_level=None, timeout=2)) as raw:
        _take_alone(raw, path)
    key = encryption.key_for(path)
    with contextlib.closing(driver().connect(str(path), isolation_level=None, timeout=2)) as raw:
        if key is not None:
            encryption.give_key(raw, key)
        _take_alone(raw, path)
        yield raw


def _take_alone(raw: Any, path: Path) -> None:
    for statement in ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT"):
        raw.execute(statement).close()
    if raw.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
        raise CaseFileError(IN_USE.format(path))


def _export(raw: Any, target: Path, key: str) -> None:
    raw.execute(f'ATTACH DATABASE ? AS target KEY "{key}"', (str(target),)).close()
    try:
        raw.execute("SELECT sqlcipher_export('target')").fetchone()
        for pragma in ("user_version", "application_id"):
            [value] = raw.execute(f"PRAGMA main.{pragma}").fetchone()
            raw.execute(f"PRAGMA target.{pragma} = {int(value)}").close()
    finally:
        raw.execute("DETACH DATABASE target").close()


def _compare(raw: Any, target: Path) -> None:
    """CaseFileError unless the copy is whole and holds, value for value, what the file holds."""
    with contextlib.closing(connect(target)) as copy:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok" or _fingerprint(copy) != _fingerprint(raw):
            raise CaseFileError(
                "The new copy of the case file did not come out whole, so it was not put in "
                "place. The case file is as it was."
            )


def _fingerprint(raw: Any) -> str:
    """A hash of every value of every table, the search index's own among them."""
    made = hashlib.sha256()
    names = raw.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name"
    ).fetchall()
    for name, sql in names:
        made.update(repr((name, sql)).encode())
        if "WITHOUT ROWID" not in sql.upper() and not sql.upper().startswith("CREATE VIRTUAL"):
            for row in raw.execute(f'SELECT * FROM "{name}" ORDER BY rowid'):
                made.update(repr(row).encode())
    return made.hexdigest()
