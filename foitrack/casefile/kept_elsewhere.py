"""Where the backups of a case file lie that cannot be opened: its setting cannot be read then.

So a note in the folder beside the case file names the other folders that a person chose.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from foitrack.casefile import backups
from foitrack.casefile.backups import Backup, folder_of
from foitrack.casefile.kept_documents import make_private_folder, write_whole

NOTE = "kept elsewhere.json"


def note(path: Path, inside: Path) -> None:
    """Note that backups are kept inside another folder; a place that takes no note goes without."""
    known = [str(one) for one in folders(path) if one != inside]
    beside = folder_of(path)
    with contextlib.suppress(OSError):
        make_private_folder(beside)
        write_whole(beside / NOTE, json.dumps([str(inside), *known]).encode())


def folders(path: Path) -> tuple[Path, ...]:
    """The other folders that were ever chosen, the last one first."""
    try:
        found = json.loads((folder_of(path) / NOTE).read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    named = found if isinstance(found, list) else []
    return tuple(Path(one) for one in named if isinstance(one, str) and Path(one).is_absolute())


def backups_of(path: Path) -> tuple[Backup, ...]:
    """All backups of a case file that can be found, newest first."""
    found = {one.path: one for one in backups.all(folder_of(path))}
    for inside in folders(path):
        with contextlib.suppress(OSError):
            found |= {one.path: one for one in backups.all(folder_of(path, inside))}
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.path.name), reverse=True))
