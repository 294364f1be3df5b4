"""Who has a case file open: a small note beside it, which a second person is told of.

SQLite's own locks keep the file whole; they do not say whom to ring up.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from foitrack.casefile.kept_documents import write_whole
from foitrack.saying import say

FORGOTTEN = timedelta(minutes=10)
"""A note of another computer is renewed each minute; one older than this was left behind."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever has the case file open."""

    user: str
    computer: str
    process: int
    since: str
    """ISO, in UTC."""

    def in_words(self) -> str:
        """As in: "in use by ada on desk-3 since 21 November 2026, 08:30 UTC"."""
        since = datetime.fromisoformat(self.since)
        when = f"{since.day} {since:%B %Y, %H:%M} UTC"
        who = self.user or say("somebody")
        return say("in use by {0} on {1} since {2}", who, self.computer, when)


def note_of(path: Path) -> Path:
    """Where the note of a case file lies."""
    return path.with_name(f".{path.name}.in-use")


def hold(path: Path, user: str, now: datetime) -> Holder:
    """Leave a note that this process has the file open; a place that takes none goes without."""
    since = now.astimezone(UTC).isoformat(timespec="seconds")
    mine = Holder(user, platform.node() or "this computer", os.getpid(), since)
    with contextlib.suppress(OSError):
        write_whole(note_of(path), json.dumps(asdict(mine)).encode())
    return mine


def renew(path: Path) -> None:
    """Say that the file is still open."""
    with contextlib.suppress(OSError):
        os.utime(note_of(path))


def let_go(path: Path) -> None:
    """Take this process's note away again; another's stays."""
    found = _read(path)
    if found is not None and _is_mine(found):
        with contextlib.suppress(OSError):
            note_of(path).unlink()


def holder(path: Path, now: datetime) -> Holder | None:
    """Who else has the file open; None where nobody has, or the note was left behind."""
    found = _read(path)
    if found is None or _is_mine(found) or was_left_behind(path, now):
        return None
    return found


def last_known(path: Path) -> Holder | None:
    """Whoever else left a note, unless their program on this computer ended without a word."""
    found = _read(path)
    if found is None or _is_mine(found):
        return None
    gone = found.computer == platform.node() and not _is_running(found.process)
    return None if gone else found


def was_left_behind(path: Path, now: datetime) -> bool:
    """Whether a note tells of a program that ended without taking it away."""
    found = _read(path)
    if found is None or _is_mine(found):
        return False
    if found.computer == platform.node():
        return not _is_running(found.process)
    try:
        renewed = datetime.fromtimestamp(note_of(path).stat().st_mtime, UTC)
    except OSError:
        return False
    return now.astimezone(UTC) - renewed > FORGOTTEN


def _read(path: Path) -> Holder | None:
    try:
        made = json.loads(note_of(path).read_text("utf-8"))
        found = Holder(
            str(made["user"]), str(made["computer"]), int(made["process"]), str(made["since"])
        )
        datetime.fromisoformat(found.since)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found


def _is_mine(found: Holder) -> bool:
    return (found.computer, found.process) == (platform.node() or "this computer", os.getpid())


def _is_running(process: int) -> bool:
    if process <= 0:
        return False
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
