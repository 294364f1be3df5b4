"""A copy of a damaged case file that can be read as far as it is whole.

SQLCipher seals each page and reads nothing more once it has met a broken seal. So in the copy of a
protected file such pages are replaced by blank ones with a seal that holds: what stood on them is
lost, all else can be read.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from foitrack.casefile.encryption import PAGE, PLAIN, SALT_BYTES, database_errors, driver, give_key
from foitrack.casefile.setting_aside import COMPANIONS
from foitrack.casefile.storage import CaseFileError
from foitrack.saying import say

BROKEN = re.compile(r"page (\d+)")
AT_ONCE = 25_000
"""Pages of blanks made at a time."""


@contextlib.contextmanager
def copy_to_read(path: Path, keys: Sequence[str] = ()) -> Iterator[tuple[Any, str]]:
    """A damaged file to read from, and the key that opened it, "" for none.

    From a copy, since SQLite changes what it opens. `keys`: those that it may have been protected
    with, one of its backups' where its own beginning is spoilt. CaseFileError where it cannot be
    read at all.
    """
    with tempfile.TemporaryDirectory(prefix="foitrack-rescue-") as folder:
        copy = Path(folder) / "damaged"
        try:
            _copy(path, copy)
        except OSError as problem:
            raise CaseFileError(
                say("{0} cannot be read: {1}.", path, problem.strerror)
            ) from problem
        raw, key = _opened(copy, keys)
        with contextlib.closing(raw):
            # A file cut short says how long it was; only so SQLite reads what is left.
            raw.execute("PRAGMA writable_schema = ON").close()
            yield raw, key


def _copy(path: Path, copy: Path) -> None:
    shutil.copyfile(path, copy)
    log = path.with_name(path.name + COMPANIONS[0])
    if log.exists():
        shutil.copyfile(log, copy.with_name(copy.name + COMPANIONS[0]))


def _opened(copy: Path, keys: Sequence[str]) -> tuple[Any, str]:
    with copy.open("rb") as file:
        begins = file.read(SALT_BYTES)
    if begins != PLAIN:
        for key in keys:
            _write(copy, 0, bytes.fromhex(key[-2 * SALT_BYTES - 1 : -1]))
            _blank_broken_pages(copy, key)
            if _can_be_read(raw := _with_key(copy, key)):
                return raw, key
            raw.close()
        _write(copy, 0, PLAIN)
    return sqlite3.connect(copy, isolation_level=None), ""


def _write(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def _with_key(path: Path, key: str) -> Any:
    raw = driver().connect(str(path), isolation_level=None)
    give_key(raw, key)
    return raw


def _can_be_read(raw: Any) -> bool:
    try:
        raw.execute("PRAGMA writable_schema = ON").close()
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except database_errors():
        return False
    return True


def _blank_broken_pages(copy: Path, key: str) -> None:
    with copy.open("r+b") as file:
        file.truncate(file.seek(0, 2) // PAGE * PAGE)
    with contextlib.closing(_with_key(copy, key)) as raw:
        said = [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check").fetchall()]
    broken = [int(found[1]) for one in said if (found := BROKEN.search(one)) and found[1] != "1"]
    if not broken:
        return
    blanks = copy.with_name("blanks")
    _make_blanks(blanks, key, max(broken))
    with blanks.open("rb") as file:
        for number in broken:
            file.seek((number - 1) * PAGE)
            _write(copy, (number - 1) * PAGE, file.read(PAGE))
    blanks.unlink()


def _make_blanks(path: Path, key: str, pages: int) -> None:
    """A file of blank pages under the same key: a page's seal holds at its own place alone."""
    with contextlib.closing(_with_key(path, key)) as raw:
        raw.execute("PRAGMA journal_mode = OFF").close()
        raw.execute("CREATE TABLE blank (bytes BLOB)").close()
        while raw.execute("PRAGMA page_count").fetchone()[0] <= pages:
            some = (min(pages, AT_ONCE) + 2) * PAGE
            raw.execute("INSERT INTO blank VALUES (zeroblob(?))", (some,)).close()
