"""Notes beside a case file that somebody works at a copy of it on their own computer by now.

The case file itself stays as it is; the note tells whoever opens it later, also elsewhere.
"""

from __future__ import annotations

import contextlib
import json
import platform
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from foitrack.casefile.kept_documents import write_whole
from foitrack.saying import say


@dataclass(frozen=True, slots=True)
class LocalCopy:
    """Where work goes on."""

    user: str
    computer: str
    path: str
    since: str
    """ISO, in UTC."""

    def in_words(self) -> str:
        """A sentence for whoever opens the original."""
        since = datetime.fromisoformat(self.since)
        return say(
            "{0} has worked at a copy of this case file on {1} since {2}: {3}. What you do here "
            "is not in that.",
            self.user or say("Somebody"),
            self.computer,
            f"{since.day} {since:%B %Y}",
            self.path,
        )


def computer() -> str:
    """What this computer is called."""
    return platform.node() or "this computer"


def note_of(path: Path) -> Path:
    """Where the notes of a case file lie."""
    return path.with_name(f".{path.name}.copied")


def note(path: Path, target: Path, user: str, now: datetime) -> None:
    """Note that work goes on in a copy; a place that takes no note goes without."""
    since = now.astimezone(UTC).isoformat(timespec="seconds")
    mine = LocalCopy(user, computer(), str(target), since)
    known = [asdict(one) for one in (mine, *noted(path)) if one.path != mine.path or one is mine]
    with contextlib.suppress(OSError):
        write_whole(note_of(path), json.dumps(known).encode())


def noted(path: Path) -> tuple[LocalCopy, ...]:
    """The copies that people work at, the newest first; of this computer those still there."""
    try:
        made = json.loads(note_of(path).read_text("utf-8"))
        names = LocalCopy.__slots__
        found = [LocalCopy(*(str(one[name]) for name in names)) for one in made]
        for one in found:
            datetime.fromisoformat(one.since)
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(one for one in found if one.computer != computer() or Path(one.path).is_file())
