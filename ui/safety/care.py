"""Looks after the case file while its window is open, without a word where all is well."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from foitrack.desk import moving, safety
from foitrack.desk.backup_words import backup_words
from foitrack.errors import PlainError
from foitrack.progress import Progress
from ui.core_words import told
from ui.counting import counted

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.main_window import MainWindow

A_MINUTE = 60_000
AN_HOUR = 60 * A_MINUTE
LATER_MS = 2_000
"""After the window opened: the first list is not to wait for any of this."""


def now() -> datetime:
    """The moment by this computer's clock."""
    return datetime.now(UTC)


def leave(desk: Desk, path: Path, changes: Sequence[object]) -> None:
    """Back up what was done, and take the note away; a backup that fails holds nobody up."""
    try:
        if changes:
            safety.backup_on_closing(desk)
    except PlainError as problem:
        print(f"foitrack: {problem}", file=sys.stderr)
    safety.let_go(path)


def leave_behind(desk: Desk, path: Path) -> None:
    """Let go of a case file that stays as it is: work goes on in a copy."""
    safety.let_go(path)
    desk.close()


class Care(QObject):
    """Backs up daily and on closing, checks after a bad end, and tells who else is at work."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._path = Path(window.place)
        self._hourly = self._every(AN_HOUR, self._back_up_when_due)
        self._note = self._every(A_MINUTE, lambda: safety.still_held(self._path))
        changes: list[object] = []
        window.workspace.changed.connect(lambda one: changes.append(one) if not changes else None)
        window.workspace.before_closing = partial(leave, window.workspace.desk, self._path, changes)
        QTimer.singleShot(LATER_MS, self, self._arrive)

    def end(self) -> None:
        """Look after it no longer."""
        for timer in (self._hourly, self._note):
            timer.stop()

    def _every(self, milliseconds: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(do)
        timer.start()
        return timer

    def _arrive(self) -> None:
        workspace, path = self._window.workspace, self._path
        other = safety.who_else(path, now())
        said = moving.copies_said(path)
        warning = safety.warning(path)
        self._window.actions_by_name["keep-local"].setVisible(warning is not None)
        if warning:
            self._window.place_bar.warn(told(warning))
        if other is not None:
            said = self.tr("This case file is {who}. What you both do is kept.").format(
                who=told(other)
            )
        else:
            safety.hold(path, workspace.desk.who(), now())
        if said:
            workspace.notice.emit(told(said), False)
        desk = workspace.desk
        workspace.read(lambda: safety.ended_badly(desk), self._begun, self._failed)

    def _begun(self, ended_badly: bool) -> None:
        if ended_badly:
            self.check(quietly=True)
        else:
            self._look_into_the_bin()
        self._back_up_when_due()

    def _look_into_the_bin(self) -> None:
        from foitrack.desk import bin as the_bin

        desk = self._window.workspace.desk
        self._window.workspace.read(lambda: the_bin.due(desk), self._tell_of_bin, self._failed)

    def _tell_of_bin(self, due: Sequence[object]) -> None:
        """Only told: nothing leaves the bin by itself."""
        if due and not self._window.notice.isVisible():
            said = self.tr(
                "{0} in the bin for more than 30 days. Remove for good what you no longer want: "
                "Requests page, Request menu, Show the bin."
            )
            self._window.workspace.notice.emit(said.format(counted(len(due), "request")), False)

    def _back_up_when_due(self) -> None:
        desk, progress = self._window.workspace.desk, Progress()
        self._window.workspace.read(
            lambda: safety.backup_when_due(desk, progress),
            lambda _made: None,
            self._failed,
            self.tr("Backing up"),
            progress,
        )

    def _failed(self, problem: Exception) -> None:
        self._window.say_problem(problem)

    # -- what the File menu asks for ------------------------------------------------------------

    def show_backups(self) -> None:
        """Say where the backups lie, and let another folder be chosen."""
        from ui.safety.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self._window.workspace, self._window)
        dialog.restore_wanted.connect(self.restore)
        dialog.open()

    def back_up(self) -> None:
        """Back up now, into a folder that the person chooses."""
        usual = self._path.parent
        title = self.tr("Back up into the folder")
        inside = QFileDialog.getExistingDirectory(self._window, title, str(usual))
        if inside:
            self.back_up_into(Path(inside))

    def back_up_into(self, folder: Path) -> None:
        """Back up now into a folder; everything else goes on meanwhile."""
        desk, progress = self._window.workspace.desk, Progress()
        self._window.workspace.read(
            lambda: safety.backup(desk, folder, progress),
            self._backed_up,
            self._failed,
            self.tr("Backing up"),
            progress,
        )

    def _backed_up(self, made: safety.Backup) -> None:
        said = self.tr("Backed up to {place} ({when}).")
        words = said.format(place=made.path.parent, when=told(backup_words(made)))
        self._window.workspace.notice.emit(words, False)

    def check(self, *, quietly: bool = False) -> None:
        """Look at every row and document; `quietly` says nothing where all is well."""
        desk, progress = self._window.workspace.desk, Progress()
        self._window.workspace.read(
            lambda: safety.check(desk, mend=True, progress=progress),
            lambda found: self._checked(found, quietly),
            self._failed,
            self.tr("Checking the case file"),
            progress,
        )

    def _checked(self, found: safety.Checked, quietly: bool) -> None:
        if found.troubles:
            self._tell_damage(found)
        elif found.mended and not quietly:
            said = self.tr("What was out of step was made anew; nothing is lost.")
            self._window.workspace.notice.emit(said, False)
        elif not quietly:
            self._window.workspace.notice.emit(self.tr("The case file is whole."), False)

    def _tell_damage(self, found: safety.Checked) -> None:
        try:
            copy = str(safety.set_aside(self._path, now()))
        except OSError as problem:
            copy = self.tr("nowhere ({why})").format(why=problem.strerror)
        said = self.tr(
            "The case file is damaged: {what} It stays as it is; a copy was set aside at {copy}. "
            "You can restore a backup. What can be read of the damaged file is saved with "
            "“foitrack check --rescue FILE”."
        )
        self.restore(said.format(what=told(found.troubles[0].message), copy=copy))

    def restore(self, trouble: str = "") -> None:
        """Let a backup be chosen, with what it would change."""
        from ui.safety.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._window.workspace, self._window, trouble)
        dialog.wanted.connect(self._window.restore_wanted)
        dialog.open()
