"""What every screen is given: the desk, today, the worker, and how screens hear of each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.core_words import done_told
from ui.since import keep_step, leave
from ui.tasks import DESK, LONG, Tasks, gone

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from foitrack.desk.safety import Backup
    from foitrack.desk.views import Changed
    from foitrack.progress import Progress
    from ui.recording.intake import Intake, NotTaken
    from ui.recording.reading_queue import ReadingQueue

T = TypeVar("T")


class Workspace(QObject):
    """One open case file and the screens around it.

    Pages are named today, requests, deadlines, casedata, recording, arrivals, reports, campaign
    (its id), authorities (a name) and settings.
    `navigate(page, argument)` brings a page up. A page may have a method `arrive(argument)`,
    called each time it comes up, and `show_argument(argument)`, called where the argument is
    not None (a request's id, a filter, a proposal's id, a date). These names do something
    instead: `new-request`, `open-examples`, `open-file`, `record-response` (a request's id or
    None: choose files for it), `record-files` (paths, or paths and a request's id), `action` (the
    name of one of the window's actions), `text-size` (per cent), `language` (its code) and
    `recent-forgotten`.
    """

    changed = Signal(object)
    """Something was written: the desk's `Changed`. Screens refresh the requests it names, and
    everything where it names none."""
    notice = Signal(str, bool)
    """Something to say quietly, and whether Undo is offered beside it."""
    navigate = Signal(str, object)
    """Bring up a page, with an argument for it."""
    leaving = Signal()
    """The window is about to go, or to be laid out anew: keep what is begun."""
    lost = Signal(object)
    """The server did not answer: the exception, whoever else is told of it."""

    def __init__(
        self, desk: Desk, today: date, tasks: Tasks | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.today = today
        self.tasks = tasks or Tasks(self)
        self._let_go = False
        self.before_closing: Callable[[], None] | None = None
        self._readings: ReadingQueue | None = None
        self._intake: Intake | None = None

    @property
    def readings(self) -> ReadingQueue:
        """The kept documents that are on their way to being read."""
        if self._readings is None:
            from ui.recording.reading_queue import ReadingQueue

            self._readings = ReadingQueue(self)
        return self._readings

    @property
    def intake(self) -> Intake:
        """The files that came in, on their way to being kept and read."""
        if self._intake is None:
            from ui.recording.intake import Intake

            self._intake = Intake(self)
        return self._intake

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        label: str = "",
        progress: Progress | None = None,
        topic: object = None,
        lane: str = DESK,
    ) -> None:
        """Ask the desk something, off the window's thread.

        What takes long brings the `progress` that it tells: a person can stop it, and nothing
        else waits for it. Of what is asked on one `topic`, what a newer question came to before
        it was begun is passed over. What takes seconds where there is much has a `lane` of its
        own, so that what a person does next need not wait.
        """
        lane = lane if progress is None else LONG
        self.tasks.run(
            work, done, self._failing(failed), label, lane, progress=progress, topic=topic
        )

    def write(
        self,
        work: Callable[[], Changed],
        done: Callable[[Changed], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        say: str | None = None,
        label: str = "",
    ) -> None:
        """Have the desk write something, then tell every screen, with an offer to undo it.

        `say` is the notice's words; without it the name of the undo step is shown as done, and
        with an empty text nothing is.
        """

        def written(change: Changed) -> None:
            self.changed.emit(change)
            words = done_told(change.undo_label) if say is None else say
            if words:
                self.notice.emit(words, True)
            if done is not None and not gone(done):
                done(change)

        self.tasks.run(work, written, self._failing(failed), label, must=True)

    def _failing(self, failed: Callable[[Exception], None] | None) -> Callable[[Exception], None]:
        """Who hears that something failed: those who asked, and whoever watches the server."""

        def tell(problem: Exception) -> None:
            from foitrack.desk.others import OutOfReachError

            if isinstance(problem, OutOfReachError):
                self.lost.emit(problem)
            if failed is None:
                self.tasks.problem.emit(problem)
            elif not gone(failed):
                failed(problem)

        return tell

    def not_taken(self) -> tuple[NotTaken, ...]:
        """The files that were handed over and are not known to be kept."""
        return () if self._intake is None else self._intake.not_taken()

    def backups(self) -> tuple[Backup, ...]:
        """All backups of the case file that can be found; asked off the window's thread."""
        from foitrack.desk import safety

        return safety.every(self.desk)

    def use(self, desk: Desk) -> None:
        """The same case file with other reference values beside it; every screen looks again."""
        self.desk = desk
        self.announce_changes()

    def announce_changes(self) -> None:
        """Have every screen look again: something was kept that no undo step names."""
        from foitrack.desk.views import Changed

        self.changed.emit(Changed(""))

    def again(self) -> Workspace:
        """The same case file and worker for another window; this one lets go of them.

        What still listens to this workspace hears nothing more.
        """
        self.leaving.emit()
        made = Workspace(self.desk, self.today, self.tasks)
        self.tasks.setParent(made)
        self._let_go = True
        return made

    def end_soon(self) -> None:
        """Close after this turn of the event loop, when nothing of it runs any more."""
        QTimer.singleShot(0, self, self.close)

    def close(self) -> None:
        """End the worker and let go of the case file."""
        self.stop()()

    def stop(self) -> Callable[[], None]:
        """Begin nothing more; what is handed back lets go of the case file, on any thread.

        That may take long: what runs is waited for, and what was done is backed up.
        """
        if self._let_go:
            return lambda: None
        self.leaving.emit()
        self._let_go = True
        leave(self.desk.case.address, self.today)
        if self._readings is not None:
            self._readings.stop_all()
        self.tasks.stop()
        return self._finish

    def _finish(self) -> None:
        self.tasks.wait()
        if self.before_closing is not None:
            self.before_closing()
        keep_step(self.desk)
        self.desk.close()
