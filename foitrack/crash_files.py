"""What a crash outside Python leaves behind, for the next start to tell of.

`faulthandler` writes where each thread was into a private file beside the log; a run that ends
in order removes its own. What a crashed run left is told once and removed.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import re
from pathlib import Path
from typing import IO

from foitrack import log
from foitrack.bare_errors import told_of_fault
from foitrack.private_files import runs

_NAME = re.compile(r"crash-(\d{1,10})\.txt")
_MOST_BYTES = 200_000


class CrashFile:
    """The file of this run, empty as long as nothing happens."""

    def __init__(self, place: Path | None = None) -> None:
        """In the log's folder, or another."""
        self._place = place or log.folder()
        self._file: IO[bytes] | None = None

    def begin(self) -> None:
        """Have a crash written down; where no file can be made, it is not."""
        with contextlib.suppress(OSError):
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY
            self._file = os.fdopen(os.open(self._path, flags, 0o600), "wb")
            faulthandler.enable(self._file)

    def end(self) -> None:
        """The run ends in order: nothing is left behind."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)

    @property
    def _path(self) -> Path:
        return self._place / f"crash-{os.getpid()}.txt"


def crash_of_before(place: Path | None = None) -> tuple[str, ...]:
    """The bare lines of a run that crashed, newest first; empty where none did. Told once."""
    place = place or log.folder()
    try:
        left = [path for path in place.iterdir() if _left_behind(path)]
    except OSError:
        return ()
    left.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    found = [told_of_fault(_text(path)) for path in left]
    for path in left:
        with contextlib.suppress(OSError):
            path.unlink()
    return next((lines for lines in found if lines), ())


def _text(path: Path) -> str:
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(_MOST_BYTES).decode("utf-8", "replace")
    return ""


def _left_behind(path: Path) -> bool:
    """Whether it is the file of a run that is over."""
    named = _NAME.fullmatch(path.name)
    return named is not None and not path.is_symlink() and not runs(int(named[1]))
