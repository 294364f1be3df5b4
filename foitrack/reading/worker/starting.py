"""A process that will read documents: how it is started, and how it is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from foitrack.errors import PlainError

ENTRANCE = "--reading-worker"
"""The program's first word where it is frozen and started to be a worker."""
_BOOT = (
    "import sys, json; setting = sys.argv[1]; sys.path[:] = json.loads(setting)['paths']; "
    "from foitrack.reading.worker.running import run; run(setting)"
)
_KEPT = {"PATH", "HOME", "LANG", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "TESSDATA_PREFIX"}
_KEPT |= {"SYSTEMROOT", "WINDIR", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMFILES"}
_KEPT_BEGINNINGS = ("LC_", "_PYI", "_MEI")
_PIPE = 1024 * 1024
KILL = getattr(signal, "SIGKILL", 9)


class WorkerStartError(PlainError):
    """No worker can be started here: a broken installation, not a document's fault."""


def module_paths() -> tuple[str, ...]:
    """Where this program finds its modules, places relative to the present folder left out."""
    package = str(Path(__file__).resolve().parents[3])
    known = [path for path in sys.path if Path(path).is_absolute()]
    return tuple(known if package in known else [*known, package])


def started(setting: str) -> subprocess.Popen[bytes]:
    """A new worker, which has read nothing yet. Raises WorkerStartError."""
    if getattr(sys, "frozen", False):
        command = [sys.executable, ENTRANCE, setting]
    else:
        # On Windows the program of a virtual environment only starts another one.
        base = getattr(sys, "_base_executable", "") if sys.platform == "win32" else ""
        command = [base or sys.executable, "-I", "-S", "-c", _BOOT, setting]
    try:
        process = subprocess.Popen(
            command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as problem:
        raise cannot_start(problem.strerror or str(problem)) from problem
    _widen(process.stdin)
    return process


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a large document go over in few pieces, where the system grants it (Linux)."""
    if sys.platform.startswith("linux") and pipe is not None:
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def cannot_start(why: str) -> WorkerStartError:
    """The error of an installation in which no worker comes up."""
    return WorkerStartError(
        f"The reader of documents cannot be started ({why}). Nothing was lost; close other "
        "programs, or install FOI Track again, and read once more."
    )


def _environment() -> dict[str, str]:
    """What converters need of the environment, and no more: it may hold passwords."""
    return {
        name: value
        for name, value in os.environ.items()
        if name.upper() in _KEPT or name.startswith(_KEPT_BEGINNINGS)
    }


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a worker and whatever converter it has started."""
    started = list(_started_by(process.pid))
    process.kill()
    for number in started:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(number, KILL)


def _started_by(number: int) -> Iterator[int]:
    """The processes that came of a process, as the system knows them (Linux)."""
    try:
        listed = Path(f"/proc/{number}/task/{number}/children").read_text()
    except OSError:
        return
    for own in map(int, listed.split()):
        yield own
        yield from _started_by(own)
