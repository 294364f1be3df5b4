"""Work moves to a copy of the case file: off a synchronised folder, or off a disk that is gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from foitrack.casefile import backups, elsewhere, holding, local_copies, places
from foitrack.casefile.troubles import CaseFileError, NotWritableError, OutOfReachError
from foitrack.desk.desk import Desk
from foitrack.progress import Progress
from foitrack.saying import say

__all__ = [
    "ELSEWHERE_HELPS",
    "Moved",
    "copies_said",
    "is_worth_it",
    "keep_local",
    "local_name",
    "save_elsewhere",
]

ELSEWHERE_HELPS = (OutOfReachError, NotWritableError)
"""After these a copy saved in another place lets work go on."""
ODD = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Moved:
    """Where work goes on."""

    path: Path
    original: Path
    backups: Path
    """Where the copy's backups go."""

    def in_words(self) -> str:
        """What happened, and how to go back."""
        return say(
            "You work at {0} from now on. Its backups go to {1}. {2} stays as it was; to go back, "
            "open that.",
            *(self.path, self.backups, self.original),
        )


def local_name(path: Path, folder: Path) -> Path:
    """A free name in a folder for the copy of a case file: "requests (desk-3).foitrack"."""
    where = ODD.sub("-", local_copies.computer()).strip("-") or "here"
    number = 1
    while True:
        more = "" if number == 1 else f" {number}"
        found = folder / f"{path.stem} ({where}{more}){path.suffix}"
        taken = backups.all(backups.folder_of(found, path.parent))
        if not taken and not found.exists():
            return found
        number += 1


def keep_local(desk: Desk, target: Path, progress: Progress | None = None) -> Moved:
    """Copy the case file to this computer's own disk; the copy's backups go where it lay.

    The original stays, with a note beside it. From then on this desk writes nothing more: the
    copy is to be opened. CaseFileError where somebody else has the original open, where the copy
    would not lie better, or where it cannot be made.
    """
    original, target = _path_of(desk), target.absolute()
    other = holding.holder(original, desk.now())
    if other is not None:
        raise CaseFileError(
            say(
                "{0} is {1}; what they do would not be in the copy. Have it closed there "
                "first. Nothing was changed.",
                original,
                other.in_words(),
            )
        )
    if warning := places.place_of(target).warning:
        raise CaseFileError(
            say("{0} Choose another place for the copy. Nothing was changed.", warning)
        )
    inside = original.absolute().parent
    goes_to = backups.folder_of(target, inside)
    if backups.all(goes_to):
        raise CaseFileError(
            say(
                "There are backups of a case file of this name in {0}; choose another name. "
                "Nothing was changed.",
                goes_to,
            )
        )
    backups.see_that_it_takes(goes_to)
    elsewhere.copy_open(desk.case, target, backups_in=inside, progress=progress or Progress())
    local_copies.note(original, target, desk.who(), desk.now())
    return Moved(target, original, goes_to)


def save_elsewhere(desk: Desk, target: Path, progress: Progress | None = None) -> Moved:
    """Copy the case file, as this program has it open, to another place, and go on there.

    Also where its disk or folder is gone, as long as the system still holds the file.
    CaseFileError where it can no longer be read, or the copy cannot be made.
    """
    original, target = _path_of(desk), target.absolute()
    elsewhere.copy_open(desk.case, target, progress=progress or Progress())
    return Moved(target, original, _backups_of(target))


def _backups_of(target: Path) -> Path:
    from contextlib import closing

    from foitrack.casefile.encryption import connect

    with closing(connect(target, only_reading=True, settled=True)) as raw:
        query = "SELECT value FROM setting WHERE name = ?"
        found = raw.execute(query, (backups.FOLDER_SETTING,)).fetchone()
    return backups.folder_of(target, Path(found[0]) if found and found[0] else None)


def copies_said(path: Path) -> str | None:
    """Who works at a copy of a case file instead, in words; None where nobody does."""
    found = local_copies.noted(path)
    return found[0].in_words() if found else None


def is_worth_it(path: Path) -> bool:
    """Whether a copy on this computer's own disk would be safer."""
    return places.place_of(path).warning is not None


def _path_of(desk: Desk) -> Path:
    if desk.case.path is None:
        raise CaseFileError(backups.ON_SERVER)
    return desk.case.path
