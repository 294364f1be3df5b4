"""Case files protected with a passphrase, by SQLCipher (extra `encrypted`).

A passphrase becomes a key by SQLCipher's own derivation (PBKDF2-HMAC-SHA512, 256 000 rounds) over
the salt in the file's first 16 bytes. The key is kept in this process's memory alone, by its salt:
so what was copied from a file, its backups among them, opens with the same passphrase.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foitrack import passphrases
from foitrack.casefile.troubles import CaseFileError
from foitrack.saying import say

PLAIN = b"SQLite format 3\0"
SALT_BYTES, KEY_BYTES, ROUNDS = 16, 32, 256_000
PAGE = 4096
_OTHER_FILES = (
    b"%PDF",
    b"PK",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"GIF8",
)
_keys: dict[bytes, str] = {}


class PassphraseNeededError(CaseFileError):
    """A case file that opens only with its passphrase."""

    def __init__(self, path: Path, words: str = "") -> None:
        super().__init__(
            words
            or f"{path} is protected with a passphrase. Name a file that holds it in "
            "FOITRACK_PASSPHRASE_FILE, or open it where it can be typed. Nothing was changed."
        )
        self.path = path


class WrongPassphraseError(PassphraseNeededError):
    """A passphrase that does not open the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            say(
                "That passphrase does not open {0}. Either it was typed otherwise (look at "
                "capital letters), or the file is no case file. Nothing was changed.",
                path,
            ),
        )


def is_there() -> bool:
    """Whether the library that protects case files is installed."""
    return importlib.util.find_spec("sqlcipher3") is not None


def driver() -> Any:
    """SQLCipher in place of SQLite; CaseFileError where it is not installed."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        raise CaseFileError(
            "Case files with a passphrase need SQLCipher, which is not installed: "
            "pip install 'foitrack[encrypted]'. Nothing was changed."
        ) from None
    return dbapi2


def database_errors(*more: type[Exception]) -> tuple[type[Exception], ...]:
    """What a database of either kind raises, and more where wanted beside it."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (*more, sqlite3.DatabaseError, *((cipher.DatabaseError,) if cipher is not None else ()))


def may_be_protected(path: Path) -> bool:
    """Whether a file looks like a protected one: page for page without any order."""
    try:
        with path.open("rb") as file:
            page = file.read(PAGE)
    except OSError:
        return False
    if len(page) < PAGE or page.startswith((PLAIN, *_OTHER_FILES)):
        return False
    # Of 4096 bytes drawn at random hardly ever one value in 256 is missing.
    return len(set(page)) > 245


def unlock(path: Path, passphrase: str) -> None:
    """Take a file's passphrase for this process; WrongPassphraseError where it is another."""
    driver()
    key = key_of(passphrase, _salt(path))
    try:
        with as_of_sqlite(), contextlib.closing(_connect(path, key)) as raw:
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorname == "SQLITE_NOTADB":
            raise WrongPassphraseError(path) from None
        if not problem.sqlite_errorname.startswith("SQLITE_CORRUPT"):
            raise
        # It opens, and is damaged further in: whoever reads on will find that.
    remember(key)


def forget() -> None:
    """Forget every key; files that are open stay open."""
    _keys.clear()


def key_of(passphrase: str, salt: bytes) -> str:
    """The key and the salt as SQLCipher is told them."""
    if not passphrase or "\0" in passphrase:
        raise CaseFileError("A passphrase cannot be empty. Nothing was changed.")
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, ROUNDS, KEY_BYTES)
    return f"x'{key.hex()}{salt.hex()}'"


def key_for(path: Path) -> str | None:
    """What opens a file; None for a plain one or one that is not there.

    PassphraseNeededError where it is not known.
    """
    if not may_be_protected(path):
        return None
    salt = _salt(path)
    if salt not in _keys:
        driver()
        given = passphrases.for_file(path)
        if given is None:
            raise PassphraseNeededError(path)
        unlock(path, given)
    return _keys[salt]


def is_locked(path: Path) -> bool:
    """Whether a file is protected and its key is not known to this process."""
    return may_be_protected(path) and _salt(path) not in _keys


def remember(key: str) -> None:
    """Know a key from now on."""
    _keys[bytes.fromhex(key[-2 * SALT_BYTES - 1 : -1])] = key


def give_key(raw: Any, key: str) -> None:
    """The first thing that a connection to a protected file must be told."""
    # A wrong passphrase is told by the error; SQLCipher would tell the terminal too.
    raw.execute("PRAGMA cipher_log_level = NONE").close()
    raw.execute(f'PRAGMA key = "{key}"').close()


def connect(
    path: Path, *, only_reading: bool = False, settled: bool = False, **options: Any
) -> Any:
    """A connection to a file of either kind. `settled`: nothing else ever writes it.

    PassphraseNeededError where it is protected and its key is not known.
    """
    return _connect(path, key_for(path), only_reading=only_reading, settled=settled, **options)


def connect_alike(raw: Any, path: Path) -> Any:
    """A connection to a new file that is to have the passphrase of one that is open."""
    found = raw.execute("PRAGMA cipher_salt").fetchone()
    key = None if found is None else _keys[bytes.fromhex(found[0])]
    return _connect(path, key, isolation_level=None)


def _connect(
    path: Path,
    key: str | None,
    *,
    only_reading: bool = False,
    settled: bool = False,
    **options: Any,
) -> Any:
    opener: Any = sqlite3 if key is None else driver()
    name: str | Path = path
    if only_reading:
        name = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if settled else ''}"
    raw = opener.connect(name if only_reading else str(path), uri=only_reading, **options)
    if key is not None:
        give_key(raw, key)
    return raw


@contextlib.contextmanager
def as_of_sqlite() -> Iterator[None]:
    """SQLCipher's errors as SQLite's own, which are known everywhere."""
    try:
        yield
    except database_errors() as problem:
        if isinstance(problem, sqlite3.DatabaseError):
            raise
        told = sqlite3.DatabaseError(str(problem))
        told.sqlite_errorname = getattr(problem, "sqlite_errorname", "")
        raise told from problem


def header(path: Path) -> tuple[int, int]:
    """The application id and the format of a protected file."""
    with as_of_sqlite(), contextlib.closing(connect(path)) as raw:
        return (
            raw.execute("PRAGMA application_id").fetchone()[0],
            raw.execute("PRAGMA user_version").fetchone()[0],
        )


def _salt(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES)
    except OSError as problem:
        raise CaseFileError(say("{0} cannot be opened: {1}.", path, problem.strerror)) from problem
