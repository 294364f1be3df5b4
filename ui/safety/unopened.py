"""A case file that cannot be opened: its backups are offered, and what can be read is saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QWidget

from foitrack import assets
from foitrack.desk import rescuing, safety
from foitrack.progress import Progress
from ui.core_words import told
from ui.safety.closed_work import open_again
from ui.safety.long_work import LongWork
from ui.safety.restore_dialog import RestoreDialog
from ui.safety.restoring import restoring
from ui.tasks import Tasks

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk

T = TypeVar("T")
Opened = tuple["Desk", Path, str]
LINES = 8
"""Of the report on what was saved that are shown at once."""


class Unopened(QObject):
    """What a dialog asks of a workspace, where there is none."""

    desk = None

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._tasks = Tasks(self)

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        label: str = "",
    ) -> None:
        """Do work off the window's thread."""
        self._tasks.run(work, done, failed, label)

    def backups(self) -> tuple[safety.Backup, ...]:
        """All backups that can be found."""
        return safety.backups_of(self._path)


class Damaged(QObject):
    """Lets a person restore a backup, save what can be read, or leave it as it is."""

    opened = Signal(object, Path, str)
    """A desk, where its file is, and what to say of it."""
    left = Signal()
    """Nothing was done."""

    def __init__(self, path: Path, problem: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._problem, self._window = path, problem, parent

    def begin(self) -> None:
        """Show the backups."""
        dialog = RestoreDialog(Unopened(self._path, self), self._window, self._problem)
        dialog.wanted.connect(self._restore)
        dialog.rescue_wanted.connect(self._rescue)
        dialog.rejected.connect(self.left)
        dialog.open()

    def _restore(self, backup: safety.Backup) -> None:
        def restore(progress: Progress) -> Opened:
            said = restoring(backup)(self._path, progress)
            return open_again(self._path), self._path, said

        self._run(self.tr("Restoring a backup"), restore)

    def _rescue(self) -> None:
        def rescue(progress: Progress) -> Opened:
            progress.no_way_back(self.tr("Saving what can be read"))
            saved = rescuing.rescue(self._path, free_name(self._path), assets.reference())
            lines = [told(line) for line in saved.in_words()]
            more = (
                [self.tr("And {0} more.").format(len(lines) - LINES)] if len(lines) > LINES else []
            )
            return open_again(saved.path), saved.path, " ".join([*lines[:LINES], *more])

        self._run(self.tr("Saving what can be read"), rescue)

    def _run(self, title: str, work: Callable[[Progress], Opened]) -> None:
        dialog = LongWork(title, work, self._window)
        dialog.finished_with.connect(lambda opened: self.opened.emit(*opened))
        dialog.failed_with.connect(self._failed)
        dialog.begin(at_once=True)

    def _failed(self, problem: Exception) -> None:
        self._problem = told(problem)
        self.begin()


def free_name(path: Path) -> Path:
    """Where what was saved is put: beside the damaged file, which stays."""
    stamp, number = f"{datetime.now(UTC):%Y-%m-%d %H%M%S}", 1
    found = path.with_name(f"{path.stem} (saved {stamp}){path.suffix}")
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem} (saved {stamp}, {number}){path.suffix}")
    return found


def ask_what_to_do(path: Path, problem: str) -> Opened | None:
    """Before there is a window: what was opened instead; None where the person left it."""
    from ui.app import make_application

    make_application()
    found: list[Opened] = []
    loop, damaged = QEventLoop(), Damaged(path, problem)
    damaged.opened.connect(lambda *opened: found.append(opened))
    damaged.opened.connect(loop.quit)
    damaged.left.connect(loop.quit)
    damaged.begin()
    loop.exec()
    return found[0] if found else None
