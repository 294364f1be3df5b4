"""Copies of documents for other programs: private, read-only, and gone when the run is over.

They lie in the user's own folder of the running system, which is memory on most Linux systems,
or else in the user's cache; never in the folder for temporary files that all users share.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import shutil
import stat
import sys
import tempfile
from pathlib import Path

_RUN = re.compile(r"run-(\d{1,10})")
_ROOM = 512_000_000
"""Bytes that must be free where memory stands for a disk."""
_SAFE = re.compile(r"[^\w. ()-]+")
_LONGEST = 120


def root() -> Path:
    """The folder of this program's private files; it is made where it is missing."""
    from platformdirs import user_cache_path

    running = os.environ.get("XDG_RUNTIME_DIR", "")
    for base in (Path(running) / "foitrack" if running else None, user_cache_path("foitrack")):
        if base is None:
            continue
        with contextlib.suppress(OSError):
            base.mkdir(mode=0o700, parents=True, exist_ok=True)
            private = base / "private"
            private.mkdir(mode=0o700, exist_ok=True)
            roomy = not running or shutil.disk_usage(private).free >= _ROOM
            if _is_private(private) and (roomy or not base.is_relative_to(running)):
                return private
    return _of_last_resort()


def folder_of_this_run() -> Path:
    """Where this run's files lie; removed when the run ends."""
    folder = root() / f"run-{os.getpid()}"
    if not folder.exists():
        folder.mkdir(mode=0o700, exist_ok=True)
        atexit.register(remove, folder, os.getpid())
    return folder


def read_only_copy(name: str, data: bytes) -> Path:
    """A document under its own name, for another program to open; this user alone may read it."""
    folder = Path(tempfile.mkdtemp(prefix="document-", dir=folder_of_this_run()))
    path = folder / (_SAFE.sub("_", Path(name).name).lstrip(".")[-_LONGEST:] or "document")
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return path


def remove_left_overs() -> int:
    """Remove what runs left that did not end in order; of how many runs."""
    gone = 0
    for folder in list(root().iterdir()):
        named = _RUN.fullmatch(folder.name)
        if named and not folder.is_symlink() and not runs(int(named[1])):
            remove(folder)
            gone += 1
    return gone


def remove_own() -> None:
    """Remove this run's files now."""
    remove(root() / f"run-{os.getpid()}")


def remove(folder: Path, of_process: int | None = None) -> None:
    """Remove a folder with all that lies in it, also what is read-only.

    With `of_process` only in that process: a child that was forked must not take it away.
    """
    if of_process in (None, os.getpid()):
        for path in folder.rglob("*") if sys.platform == "win32" else ():
            with contextlib.suppress(OSError):
                path.chmod(stat.S_IWRITE)
        shutil.rmtree(folder, ignore_errors=True)


def runs(process: int) -> bool:
    """Whether a process of that number runs; on Windows only this one is known to."""
    if process == os.getpid():
        return True
    if sys.platform == "win32":
        return False  # What another run has open cannot be removed there.
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_private(folder: Path) -> bool:
    """Whether a folder is a real one, this user's, and open to nobody else."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077


_last_resort: list[Path] = []


def _of_last_resort() -> Path:
    """Without a home to write to: a new private folder among the temporary files."""
    if not _last_resort:
        folder = Path(tempfile.mkdtemp(prefix="foitrack-"))
        _last_resort.append(folder)
        atexit.register(remove, folder, os.getpid())
    return _last_resort[0]
