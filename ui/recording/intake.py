"""Files that arrive, dropped or chosen: all kept first, then read, then checked by a person."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from foitrack.desk import batches
from foitrack.errors import PlainError
from ui.core_words import told
from ui.counting import counted

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.workspace import Workspace

LARGEST = 100 * 1024 * 1024
"""Bytes; a larger file is refused before it is read into memory."""
MOST_FILES = 500
"""Files of a folder that are taken in at once."""


class FileNotTakenError(PlainError):
    """A file could not be taken in; the original is untouched."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not kept, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of some files: the proposal of each kept, and what was refused."""

    proposals: tuple[int, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Files that were handed over and are not known to be kept."""

    paths: tuple[Path, ...]
    request_id: int | None


@dataclass(slots=True)
class _Drop:
    """Files that came together."""

    files: int
    name: str
    """Of the first."""
    left: NotTaken
    kept: list[int] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


class Intake(QObject):
    """What came in since the window was opened; one file that cannot be taken costs only itself."""

    moved = Signal()
    """A file was kept or refused."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.batch: list[int] = []
        """The proposals of this sitting, in the order in which their files came."""
        self.refused: list[Refused] = []
        self.waiting: list[str] = []
        """The names of files that are still to be kept."""
        self._not_taken: list[NotTaken] = []
        workspace.readings.split.connect(self._split)
        workspace.readings.came_again.connect(self._say_again)

    def take(self, paths: Sequence[Path], request_id: int | None) -> None:
        """Keep files, and those of folders; then have them read and show them for checking."""
        left = NotTaken(tuple(paths), request_id)
        self._not_taken.append(left)

        def failed(problem: Exception) -> None:
            self._taken(left)
            self._complain(problem)

        self._workspace.tasks.run(
            lambda: _files_and_pages(paths), lambda found: self._begin(found, left), failed
        )

    def not_taken(self) -> tuple[NotTaken, ...]:
        """What was handed over and has not come to its end: the case file may be closed by now."""
        return tuple(self._not_taken)

    def _taken(self, left: NotTaken) -> None:
        self._not_taken = [one for one in self._not_taken if one is not left]

    def forget_refused(self) -> None:
        """The person has seen what was refused."""
        self.refused.clear()
        self.moved.emit()

    def _begin(self, paths: Sequence[Path], left: NotTaken) -> None:
        if not paths:
            self._taken(left)
            self._workspace.notice.emit(self.tr("There are no files in that folder."), False)
            return
        if len(paths) > 1:
            self.waiting += [path.name for path in paths]
            self._workspace.navigate.emit("arrivals", None)
            self.moved.emit()
        drop = _Drop(len(paths), paths[0].name, left)
        desk = self._workspace.desk
        for pile in piles(paths):
            self._workspace.tasks.run(
                partial(keep_pile, desk, pile, left.request_id),
                partial(self._kept, drop),
                partial(self._not_kept, drop),
                self.tr("Keeping the files"),
                must=True,
            )

    def _not_kept(self, drop: _Drop, problem: Exception) -> None:
        self._taken(drop.left)
        self._complain(problem)

    def _kept(self, drop: _Drop, made: Kept) -> None:
        drop.kept += made.proposals
        drop.refused += made.refused
        self.batch += made.proposals
        del self.waiting[: len(made.proposals) + len(made.refused)]
        if len(drop.kept) + len(drop.refused) == drop.files:
            self._all_kept(drop)
        self.moved.emit()

    def _all_kept(self, drop: _Drop) -> None:
        """Only now are they read: what is dropped is never lost, whatever becomes of reading."""
        self._taken(drop.left)
        if drop.files == 1:
            for one in drop.refused:
                self._workspace.notice.emit(one.why, False)
            for proposal_id in drop.kept:
                self._workspace.navigate.emit("recording", proposal_id)
                self._workspace.readings.want_first(proposal_id)
        else:
            self.refused += drop.refused
            self._workspace.readings.want(drop.kept)
        if drop.kept:
            self._workspace.announce_changes()
            self._workspace.notice.emit(self._said_of(drop), True)

    def _said_of(self, drop: _Drop) -> str:
        """The same as the Edit menu says of the step."""
        what = drop.name if drop.files == 1 else counted(len(drop.kept), "document")
        return self.tr("Kept {0}").format(what)

    def _split(self, proposal_id: int, parts: tuple[int, ...]) -> None:
        """A file of several answers became a proposal for each."""
        if proposal_id in self.batch:
            at = self.batch.index(proposal_id)
            self.batch[at : at + 1] = parts
            self.moved.emit()

    def _say_again(self, proposal_id: int, name: str) -> None:
        said = self.tr("“{0}” came before, so this copy was put away.").format(name)
        self._workspace.notice.emit(said, False)

    def _complain(self, problem: Exception) -> None:
        if isinstance(problem, PlainError):
            self._workspace.notice.emit(told(problem), False)
        else:
            self._workspace.tasks.problem.emit(problem)


def _files_and_pages(paths: Sequence[Path]) -> list[Path]:
    """The files; the pages that will show them are loaded meanwhile, off the window's thread."""
    import ui.arrivals.page
    import ui.recording.page  # noqa: F401

    return files_in(paths)


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The files among paths, and those of the folders among them, hidden ones left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            for folder, inner, names in os.walk(path):
                inner[:] = sorted(name for name in inner if not name.startswith("."))
                found += [Path(folder, name) for name in sorted(names) if name[0] not in ".~"]
        else:
            found.append(path)
    if len(found) > MOST_FILES:
        raise FileNotTakenError(
            f"That is {len(found):,} files; up to {MOST_FILES} are taken in at once. "
            "Nothing was kept. Drop fewer."
        )
    return found


def piles(paths: Sequence[Path]) -> list[list[Path]]:
    """Files in piles that fit in memory; each is kept as a whole, in one step."""
    made: list[list[Path]] = []
    room = 0
    for path in paths:
        try:
            size = path.stat().st_size
        except OSError:
            size = 0
        if not made or size > room:
            made.append([])
            room = LARGEST
        made[-1].append(path)
        room -= size
    return made


def keep_pile(desk: Desk, paths: Sequence[Path], request_id: int | None) -> Kept:
    """Keep files in one step and open a proposal for each."""
    files: list[tuple[str, bytes]] = []
    refused: list[Refused] = []
    for path in paths:
        try:
            files.append((path.name, file_bytes(path)))
        except PlainError as problem:
            refused.append(Refused(path.name, told(problem)))
    return Kept(batches.keep_many(desk, files, request_id), tuple(refused))


def _too_large(path: Path) -> FileNotTakenError:
    said = QCoreApplication.translate(
        "Intake", "“{0}” is larger than 100 MB, so it was not taken in. It is untouched."
    )
    return FileNotTakenError(said.format(path.name))


def file_bytes(path: Path) -> bytes:
    """A file's bytes, or a plain error."""
    try:
        if path.is_dir():
            said = QCoreApplication.translate(
                "Intake", "“{0}” is a folder. Choose the files in it instead."
            )
            raise FileNotTakenError(said.format(path.name))
        if path.stat().st_size > LARGEST:
            raise _too_large(path)
        with path.open("rb") as opened:
            # What is no plain file has no size, and may have no end.
            data = opened.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large(path)
        return data
    except OSError as problem:
        reason = problem.strerror or QCoreApplication.translate("Intake", "it could not be opened")
        said = QCoreApplication.translate(
            "Intake", "“{0}” could not be read ({1}). Nothing was changed."
        )
        raise FileNotTakenError(said.format(path.name, reason)) from problem


def record_files(workspace: Workspace, paths: Sequence[Path], request_id: int | None) -> None:
    """Take files in off the window's thread and show them for checking."""
    workspace.intake.take(paths, request_id)
