"""Work on the case file that is shown, which needs it closed meanwhile; then it is shown again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from foitrack import assets
from foitrack.progress import Progress
from ui.core_words import told
from ui.requests.question import Question
from ui.safety.long_work import LongWork

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.main_window import MainWindow

Deed = Callable[[Path, Progress], str]


@dataclass(frozen=True, slots=True)
class Reopened:
    """The case file, open again, and what came of the work."""

    desk: Desk
    said: str
    problem: Exception | None


class ClosedWork(QObject):
    """Closes, works and opens again on a thread of its own; the window shows how far it is."""

    over = Signal(object)
    """`Reopened`: the case file is to be shown again."""
    given_up = Signal()
    """It cannot be opened again, and the person wants to leave."""

    def __init__(self, window: MainWindow, title: str, deed: Deed) -> None:
        """`deed` is given the path of the closed file and tells what to say of it."""
        super().__init__(window)
        self._window, self._title, self._deed = window, title, deed
        self._path = Path(window.place)

    def begin(self) -> None:
        """Begin; nothing else can be done in the window until it is over."""
        let_go = self._window.workspace.stop()

        def work(progress: Progress) -> Reopened:
            progress.tell(self.tr("Closing the case file"))
            let_go()
            said, problem = "", None
            try:
                said = self._deed(self._path, progress)
            except Exception as found:
                problem = found
            return Reopened(open_again(self._path), said, problem)

        self._run(work)

    def _run(self, work: Callable[[Progress], Reopened]) -> None:
        dialog = LongWork(self._title, work, self._window)
        dialog.finished_with.connect(self.over)
        dialog.failed_with.connect(self._cannot_open)
        dialog.begin(at_once=True)

    def _cannot_open(self, problem: Exception) -> None:
        question = Question(
            self._title,
            self.tr("The case file cannot be opened again."),
            told(problem),
            (self.tr("Try again"), self.tr("Quit")),
            self._window,
        )
        question.setObjectName("cannotOpenAgain")
        question.agreed.connect(
            lambda: self._run(lambda _: Reopened(open_again(self._path), "", None))
        )
        question.declined.connect(self.given_up)
        question.open()


def open_again(path: Path) -> Desk:
    """The case file, whatever became of it."""
    from foitrack.desk.desk import open_desk

    return open_desk(path, assets.reference())
