"""Asks the desk for the letter to show, and again for what of it is news."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from foitrack.desk.views import DeskError
from foitrack.reading.findings import Place
from ui.recording.early_findings import is_unread
from ui.recording.loading import Loaded, load
from ui.recording.way_out import go_on_without
from ui.workspace import Workspace


class LetterLoading(QObject):
    """What comes of another letter than the one wanted last is let go."""

    came = Signal(object)
    """The letter that was asked for."""
    changed = Signal(object, bool)
    """The letter that is shown has changed; and whether the person is to be left where they are."""
    looked_at = Signal(object)
    """The same letter as it is now: other requests may fit it."""
    gone = Signal()
    """A step back took the response away."""
    failed = Signal(object)
    """What went wrong."""

    def __init__(self, workspace: Workspace, page: QObject) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._wanted: int | None = None
        self.loaded: Loaded | None = None
        """What is shown."""
        self.place: tuple[Place, int | None] | None = None
        """Where in it to begin: a place, and the document that it is of."""

    def open(self, argument: object) -> None:
        """Open a proposal by its id, or by its id, a place to show and that place's document."""
        self.place = None
        if isinstance(argument, tuple):
            argument, place, *document = argument
            if isinstance(place, Place):
                self.place = (place, document[0] if document else None)
        if isinstance(argument, int):
            self._wanted = argument
            self._load(argument, self._take, self._not_opened)

    def look_again(self) -> None:
        """Something was written elsewhere: a request logged, a step undone."""
        if self.loaded is not None:
            self._load(self.loaded.proposal.id, self._again, self._missed)

    def _load(
        self,
        proposal_id: int,
        done: Callable[[Loaded], None],
        failed: Callable[[Exception], None],
    ) -> None:
        desk, today = self._workspace.desk, self._workspace.today
        label = QCoreApplication.translate("RecordPage", "Opening the document")
        self._workspace.tasks.run(lambda: load(desk, proposal_id, today), done, failed, label=label)

    def _take(self, loaded: Loaded) -> None:
        if loaded.proposal.id == self._wanted:
            self.loaded = loaded
            self.came.emit(loaded)

    def _again(self, loaded: Loaded) -> None:
        before = self.loaded
        if before is None or loaded.proposal.id != before.proposal.id:
            return
        self.looked_at.emit(loaded)
        news = (loaded.proposal, loaded.request, loaded.facts)
        if news == (before.proposal, before.request, before.facts):
            self.loaded = loaded
        elif loaded.proposal.id == self._wanted:
            self.loaded = loaded
            self.changed.emit(loaded, not is_unread(before.proposal))

    def _not_opened(self, problem: Exception) -> None:
        self.failed.emit(problem)
        page = self.parent()
        if self.loaded is None and isinstance(page, QWidget) and page.isVisible():
            # An empty form would have buttons for nothing.
            go_on_without(self._workspace)

    def _missed(self, problem: Exception) -> None:
        if isinstance(problem, DeskError):
            self.gone.emit()
        else:
            self.failed.emit(problem)
