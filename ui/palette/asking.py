"""Asks the desk for what the case file holds: after a pause, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from foitrack.desk.views.found import Hit, HitGroup
from ui.core_words import told

if TYPE_CHECKING:
    from ui.workspace import Workspace

PAUSE_MS = 120
LANE = "searching"
"""Nothing that a person does waits for a search."""


class Asking(QObject):
    """One question at a time; of those asked meanwhile only the last is put."""

    found = Signal(str, object)
    """What was asked, and the groups found."""
    recalled = Signal(object)
    """Requests and campaigns chosen before, as hits."""
    failed = Signal(str)
    """Why nothing could be found."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted = ""
        self._running = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._put)

    def ask(self, typed: str) -> None:
        """Search for something else once typing pauses; an empty text asks for nothing."""
        self._wanted = typed
        if typed:
            self._pause.start()
        else:
            self._pause.stop()

    def ask_at_once(self) -> None:
        """Do not wait for a pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._put()

    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._running or self._pause.isActive()

    def recall(self, requests: list[int], campaigns: list[int]) -> None:
        """Ask for the words of what was chosen before."""
        if requests or campaigns:
            desk = self._workspace.desk

            def work() -> tuple[Hit, ...]:
                from foitrack.desk import searching

                return searching.recalled(desk, requests, campaigns)

            self._run(work, self.recalled.emit)

    def _put(self) -> None:
        if self._running:
            return
        self._running = True
        desk, typed = self._workspace.desk, self._wanted

        def work() -> tuple[HitGroup, ...]:
            from foitrack.desk import searching

            return searching.search(desk, typed)

        def done(groups: tuple[HitGroup, ...]) -> None:
            self._running = False
            if typed == self._wanted:
                self.found.emit(typed, groups)
            elif self._wanted:
                self._put()

        self._run(work, done)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._workspace.tasks.run(work, done, self._fail, lane=LANE)

    def _fail(self, problem: Exception) -> None:
        from foitrack.errors import PlainError

        self._running = False
        self.failed.emit(told(problem) if isinstance(problem, PlainError) else "")
        if not isinstance(problem, PlainError):
            self._workspace.tasks.problem.emit(problem)
