"""What a person can do to one request, for its button, its menu and its tabs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from foitrack.desk import requests, reviews
from foitrack.desk.views import DocumentView, RequestDetail
from foitrack.law.terms import Event, EventKind, Review, Standing
from ui.recording.deeds import add_file
from ui.recording.original import open_original
from ui.requests.dialog_frame import DialogFrame
from ui.requests.event_dialog import EventDialog
from ui.requests.next_action import Action, Does
from ui.requests.review_dialog import AskReviewDialog, ReviewOutcomeDialog
from ui.team.notes_field import WantedNotes

if TYPE_CHECKING:
    from ui.workspace import Workspace


class Deeds(QObject):
    """Does things to the request that `show` was last given; dialogs open over `owner`."""

    opened = Signal(object)
    """A dialog came up."""

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._detail: RequestDetail | None = None

    def show(self, detail: RequestDetail | None) -> None:
        """From now on act on this request."""
        self._detail = detail

    def act(self, action: Action) -> None:
        """Do what the one button says."""
        detail = self._detail
        if detail is None:
            return
        if action.does is Does.READ:
            self.read_first()
        elif action.does is Does.RECORD_RESPONSE:
            self.record_response()
        elif action.does is Does.ASK_REVIEW:
            self.ask_review()
        elif action.does is Does.REVIEW_OUTCOME:
            self.review_outcome()
        elif action.event is not None and action.does is Does.NOTE_EVENT:
            self.note(action.event)
        elif action.event is not None:
            self.record_event(action.event)

    def fill(self, menu: QMenu) -> None:
        """Offer everything that can be done, for the request as it is."""
        menu.clear()
        detail = self._detail
        if detail is None:
            return
        menu.addAction(self.tr("&Edit the request…"), self.edit)
        menu.addSeparator()
        menu.addAction(self.tr("Record an e&vent…"), self.record_event)
        menu.addAction(self.tr("The authority's &letter…"), self.letter)
        menu.addAction(self.tr("Record a &response…"), self.record_response)
        if detail.review.status is Review.NONE and detail.row.answered:
            menu.addAction(self.tr("&Ask for internal review…"), self.ask_review)
        if detail.review.status in (Review.ASKED, Review.LATE):
            menu.addAction(self.tr("Record the &outcome of the review…"), self.review_outcome)
        menu.addSeparator()
        if detail.binned:
            menu.addAction(self.tr("&Take out of the bin"), self.restore)
            menu.addAction(self.tr("Re&move for good…"), self.remove_for_good)
        else:
            menu.addAction(self.tr("Move to the &bin"), self.bin)

    # Events

    def record_event(self, kind: EventKind | None = None) -> None:
        """Record that something happened."""
        self._event_dialog(kind=kind)

    def letter(self) -> None:
        """Record a letter of the authority's that is no answer."""
        self._event_dialog(by_authority=True)

    def correct(self, event_id: int) -> None:
        """Correct an event."""
        detail = self._detail
        if detail is None:
            return
        found = next((view for view in detail.events if view.id == event_id), None)
        if found is not None:
            self._open(EventDialog(self._workspace, detail, correcting=found, parent=self._owner))

    def change_dates(self) -> None:
        """Correct the event that the last day is counted from, or record one."""
        detail = self._detail
        if detail is None:
            return
        starts = (EventKind.RECEIVED, EventKind.SENT, EventKind.POSTED)
        for kind in starts:
            found = [view for view in detail.events if view.event.kind is kind]
            if found:
                self.correct(found[-1].id)
                return
        self.record_event(EventKind.RECEIVED)

    def note(self, kind: EventKind) -> None:
        """Write an event of today's at once; the notice offers to take it back."""
        detail = self._detail
        if detail is None:
            return
        workspace, request_id = self._workspace, detail.row.id
        event = Event(kind, workspace.today)
        workspace.write(
            lambda: requests.add_event(workspace.desk, request_id, event, today=workspace.today)
        )

    def _event_dialog(
        self, kind: EventKind | None = None, by_authority: bool | None = None
    ) -> None:
        if self._detail is not None:
            dialog = EventDialog(
                self._workspace,
                self._detail,
                kind=kind,
                by_authority=by_authority,
                parent=self._owner,
            )
            self._open(dialog)

    # Responses

    def record_response(self) -> None:
        """Choose files that answer this request."""
        if self._detail is not None:
            self._workspace.navigate.emit("record-response", self._detail.row.id)

    def read_first(self) -> None:
        """Check the first response that has not been read."""
        detail = self._detail
        if detail is None:
            return
        waiting = [r.id for r in detail.responses if not r.recorded]
        if waiting:
            self.read(waiting[0])
        else:
            self.record_response()

    def read(self, response_id: int) -> None:
        """Check what was read from a response."""
        self._workspace.navigate.emit("recording", response_id)

    def open_document(self, document: DocumentView) -> None:
        """Open a copy of a document as it was received."""
        open_original(self._workspace, document)

    def add_document(self, response_id: int) -> None:
        """Choose a file that belongs to a response."""
        path, _ = QFileDialog.getOpenFileName(self._owner, self.tr("Add the file"))
        if path:
            self.add_file(response_id, Path(path))

    def add_file(self, response_id: int, path: Path) -> None:
        """Add a file to a response."""
        add_file(self._workspace, response_id, path)

    # Review and provisions

    def ask_review(self) -> None:
        """Record that an internal review has been asked for."""
        if self._detail is not None:
            self._open(AskReviewDialog(self._workspace, self._detail, self._owner))

    def review_outcome(self) -> None:
        """Record how the internal review ended."""
        if self._detail is not None:
            self._open(ReviewOutcomeDialog(self._workspace, self._detail, self._owner))

    def provision_standing(self, provision_id: int, standing: Standing) -> None:
        """Say what became of a provision."""
        desk, detail = self._workspace.desk, self._detail
        shown = detail.responses if detail is not None else ()
        seen = {one.id: one.standing for response in shown for one in response.provisions}
        self._workspace.write(
            lambda: reviews.provision_standing(
                desk, provision_id, standing, seen=seen.get(provision_id)
            )
        )

    # The request itself

    def edit(self) -> None:
        """Change what is said of the request."""
        from ui.requests.edit_request import EditRequestDialog

        if self._detail is not None:
            self._open(EditRequestDialog(self._workspace, self._detail, self._owner))

    def bin(self) -> None:
        """Move the request to the bin."""
        if self._detail is not None:
            desk, request_id = self._workspace.desk, self._detail.row.id
            self._workspace.write(lambda: requests.bin(desk, request_id))

    def restore(self) -> None:
        """Take the request out of the bin."""
        if self._detail is not None:
            desk, request_id = self._workspace.desk, self._detail.row.id
            self._workspace.write(lambda: requests.restore(desk, request_id))

    def remove_for_good(self) -> None:
        """Remove the request for good, once a person has said that it is meant."""
        from ui.requests.removing import ask_to_remove

        if self._detail is not None:
            ask_to_remove(self._workspace, self._detail, self._owner)

    def save_notes(self, wanted: WantedNotes) -> None:
        """Keep a request's notes; where that cannot be they stay unsaved, and it is said."""
        workspace = self._workspace

        def failed(problem: Exception) -> None:
            wanted.failed(problem)
            workspace.tasks.problem.emit(problem)

        workspace.write(
            lambda: requests.edit(
                workspace.desk, wanted.owner_id, notes=wanted.notes, seen={"notes": wanted.seen}
            ),
            lambda _: wanted.kept(),
            failed,
            say=self.tr("Notes saved"),
        )

    def _open(self, dialog: DialogFrame) -> None:
        dialog.open()
        self.opened.emit(dialog)
