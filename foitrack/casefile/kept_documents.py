"""Documents in a folder of backups: each once, under its SHA-256, whichever backups hold it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foitrack.casefile.sealed_documents import Seal

FOLDER = "documents"
PACKED, SEALED = ".z", ".sealed"
PAYS = 0.95
"""Packing is kept where it saves a twentieth; a PDF is packed already."""
NAME = re.compile(r"[0-9a-f]{64}(\.z|\.sealed)?")


class DocumentFolder:
    """The documents beside the dated copies of a case file."""

    def __init__(self, backups: Path, seal: Seal | None = None) -> None:
        """`seal` is that of a protected case file, whose documents are protected alike."""
        self._folder = backups / FOLDER
        self._seal = seal

    def name_of(self, sha256: str) -> str:
        """The name under which a document lies, without its ending."""
        return sha256 if self._seal is None else self._seal.name_of(sha256)

    def has(self, sha256: str) -> bool:
        """Whether a document is here; its bytes are not looked at."""
        return self._found(sha256) is not None

    def put(self, sha256: str, data: bytes) -> int:
        """Keep a document's bytes, on the disk when this returns; how many bytes that took.

        It is written under another name first: what bears a document's name is whole.
        """
        name = self.name_of(sha256)
        folder = self._folder / name[:2]
        make_private_folder(folder)
        if self._seal is not None:
            return self._put_sealed(folder / (name + SEALED), data, self._seal)
        packed = zlib.compress(data, 6)
        pays = len(packed) < len(data) * PAYS
        kept, ending = (packed, PACKED) if pays else (data, "")
        write_whole(folder / (sha256 + ending), kept)
        return len(kept)

    def get(self, sha256: str) -> bytes | None:
        """A document's bytes; None where they are not here, or not as they were."""
        found = self._found(sha256)
        if found is None:
            return None
        try:
            if self._seal is not None:
                return _if_whole(self._seal.read(found), sha256)
            kept = found.read_bytes()
            data = zlib.decompress(kept) if found.suffix == PACKED else kept
        except (OSError, zlib.error):
            return None
        return _if_whole(data, sha256)

    def _put_sealed(self, path: Path, data: bytes, seal: Seal) -> int:
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            seal.write(unfinished, data)
            settle_file(unfinished)
            unfinished.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                unfinished.unlink()
            raise
        settle_folder(path.parent)
        return path.stat().st_size

    def sweep(self, wanted: set[str], before: float) -> int:
        """Remove what no backup holds any more; how many documents went.

        Files written since `before` (seconds of the epoch) stay: a backup that is being made
        keeps its documents first and gets its name last.
        """
        gone = 0
        for path in self._all():
            if path.name.split(".")[0] not in wanted and path.stat().st_mtime < before:
                path.unlink()
                gone += 1
        return gone

    def size(self) -> int:
        """Bytes that all documents take."""
        return sum(path.stat().st_size for path in self._all())

    def _all(self) -> Iterator[Path]:
        if self._folder.is_dir():
            yield from (path for path in self._folder.glob("??/*") if NAME.fullmatch(path.name))

    def _found(self, sha256: str) -> Path | None:
        name = self.name_of(sha256)
        for ending in (PACKED, "") if self._seal is None else (SEALED,):
            path = self._folder / name[:2] / (name + ending)
            if path.is_file():
                return path
        return None


def _if_whole(data: bytes | None, sha256: str) -> bytes | None:
    whole = data is not None and hashlib.sha256(data).hexdigest() == sha256
    return data if whole else None


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, open to their owner alone."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that its name stands for all of it or is not there; private, on the disk."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with os.fdopen(
            os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb"
        ) as f:
            f.write(data)
            f.flush()
            os.fsync(f.fileno())
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    settle_folder(path.parent)


def settle_file(path: Path) -> None:
    """Have the disk hold what was written to a file by another."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_folder(folder: Path) -> None:
    """Have the disk hold a folder's names; Windows knows no such thing."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
