"""Documents beside the backups of a protected case file: each a small SQLCipher file.

Under the case file's own key. Not even the name tells which document it is: it is a keyed hash
of the document's SHA-256, which anybody who has the same document could look for otherwise.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
from pathlib import Path

from foitrack.casefile import encryption
from foitrack.casefile.encryption import database_errors, driver, give_key

ENDING = ".sealed"


class Seal:
    """What a case file's key makes of documents."""

    def __init__(self, key: str) -> None:
        self._key = key

    def name_of(self, sha256: str) -> str:
        """The name under which a document lies."""
        return hmac.new(self._key.encode(), sha256.encode(), hashlib.sha256).hexdigest()

    def write(self, path: Path, data: bytes) -> None:
        """Write a document into a new file; private, not yet on the disk for certain."""
        os.close(os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        with contextlib.closing(driver().connect(str(path), isolation_level=None)) as raw:
            give_key(raw, self._key)
            # The file has no name yet that anybody looks for: half written it is nothing.
            for pragma in ("journal_mode = OFF", "synchronous = OFF"):
                raw.execute(f"PRAGMA {pragma}").close()
            raw.execute("CREATE TABLE document (bytes BLOB NOT NULL)").close()
            raw.execute("INSERT INTO document VALUES (?)", (data,)).close()

    def read(self, path: Path) -> bytes | None:
        """A document's bytes; None where they cannot be had."""
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            with contextlib.closing(driver().connect(uri, uri=True)) as raw:
                give_key(raw, self._key)
                return bytes(raw.execute("SELECT bytes FROM document").fetchone()[0])
        except database_errors():
            return None


def seal_of(path: Path | None) -> Seal | None:
    """The seal of a protected file, a backup too; None for a plain one.

    PassphraseNeededError where its key is not known.
    """
    key = encryption.key_for(path) if path is not None else None
    return Seal(key) if key is not None else None
