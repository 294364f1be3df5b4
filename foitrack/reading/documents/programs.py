"""Other programs that some formats need: found where they are installed, run within a time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

_PLACES = {
    "soffice": (
        "/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/opt/libreoffice/program",
        "/snap/bin", "/Applications/LibreOffice.app/Contents/MacOS",
        "C:\\Program Files\\LibreOffice\\program",
    ),
    "tesseract": (
        "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "C:\\Program Files\\Tesseract-OCR",
    ),
}  # fmt: skip
_OTHER_NAMES = {"soffice": ("soffice", "libreoffice"), "tesseract": ("tesseract",)}


class ProgramError(Exception):
    """The program ended with an error, or took longer than it may."""


def find_program(name: str) -> Path | None:
    """Where a program is installed ("soffice", "tesseract"); None where it is not."""
    folders = os.pathsep.join(_PLACES[name])
    for own in _OTHER_NAMES[name]:
        found = shutil.which(own) or shutil.which(own, path=folders)
        if found:
            return Path(found).absolute()
    return None


def run_program(
    program: Path,
    arguments: Sequence[str],
    *,
    seconds: float,
    folder: Path,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What a program prints when given `given`, within `seconds`; its files belong in `folder`.

    It gets a bare environment, and is ended with all that it started. Raises ProgramError.
    """
    bare = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        process = subprocess.Popen(
            [str(program), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={**bare, "HOME": str(folder), "TMPDIR": str(folder), **(environment or {})},
            start_new_session=sys.platform != "win32",
        )
    except OSError as problem:
        raise ProgramError(str(problem)) from None
    try:
        printed, _ = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise ProgramError("it took too long") from None
    finally:
        _end(process)
    if process.returncode != 0:
        raise ProgramError(f"it ended with {process.returncode}")
    return printed


_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TESSDATA_PREFIX")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a program and all that it started."""
    if sys.platform != "win32":
        # Nothing to end is left where all of it has ended by itself.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    process.wait()
