"""What Record response has the desk do, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from foitrack.desk import batches, responses, schemas
from foitrack.desk.views import Changed, DocumentView, Proposal
from ui.recording.columns_box import Remap
from ui.recording.decisions import Decisions
from ui.recording.intake import file_bytes
from ui.recording.unknown_box import Learn

if TYPE_CHECKING:
    from ui.workspace import Workspace


def add_file(workspace: Workspace, response_id: int, path: Path) -> None:
    """Keep a file with a response, and have it read: what it says is offered beside the rest."""

    def add() -> Changed:
        return responses.add_document(workspace.desk, response_id, path.name, file_bytes(path))

    workspace.write(add, lambda _: workspace.readings.want_again(response_id))


def attach(
    workspace: Workspace, proposal_id: int, request_id: int, done: Callable[[], None] | None = None
) -> None:
    """Say which request a document answers; where that brings another law or words of its own,
    the document is read again.
    """
    desk = workspace.desk

    def work() -> tuple[Changed, bool]:
        before = responses.proposal(desk, proposal_id).request_id
        changed = responses.attach(desk, proposal_id, request_id)
        return changed, batches.reads_otherwise(desk, proposal_id, before)

    def attached(made: tuple[Changed, bool]) -> None:
        changed, again = made
        workspace.changed.emit(changed)
        if done is not None:
            done()
        if again:
            workspace.readings.want_again(proposal_id)

    workspace.tasks.run(work, attached, lambda problem: workspace.notice.emit(str(problem), False))


class RecordDeeds(QObject):
    """Each deed says what went wrong, and calls back where it went well."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page

    def save(
        self, decisions: Decisions, done: Callable[[], None], not_done: Callable[[], None]
    ) -> None:
        """Save what was confirmed; the rest stays a proposal."""
        workspace, proposal_id, to_save = (
            self._workspace,
            decisions.proposal.id,
            decisions.to_save(),
        )

        def saved(changed: Changed) -> None:
            workspace.changed.emit(changed)
            workspace.notice.emit(changed.undo_label, True)
            done()

        def failed(problem: Exception) -> None:
            not_done()
            self._complain(problem)

        workspace.tasks.run(
            lambda: responses.record(workspace.desk, proposal_id, to_save, today=workspace.today),
            saved,
            failed,
            label=self.tr("Saving"),
        )

    def attach(self, proposal_id: int, request_id: int, done: Callable[[], None]) -> None:
        """Say which request a document answers."""
        attach(self._workspace, proposal_id, request_id, done)

    def discard(self, proposal_id: int, done: Callable[[], None]) -> None:
        """Put a proposal away; its file stays kept."""
        desk = self._workspace.desk
        self._workspace.write(lambda: responses.discard(desk, proposal_id), lambda _: done())

    def remap(self, proposal_id: int, wanted: Remap) -> None:
        """Read a table with other columns; the rows that come of it are shown at once."""
        desk = self._workspace.desk

        def work() -> Changed:
            return schemas.remap(
                desk,
                proposal_id,
                wanted.table,
                dict(wanted.columns),
                document_id=wanted.document_id,
                schema=wanted.schema,
            )

        self._workspace.write(work)

    def learn(self, proposal_id: int, wanted: Learn) -> None:
        """Remember what printed words mean, for the campaign."""
        desk = self._workspace.desk

        def work() -> Changed:
            return schemas.learn(
                desk,
                wanted.field,
                wanted.printed,
                wanted.normal,
                wanted.note,
                proposal_id=proposal_id,
            )

        self._workspace.write(work)

    def look_up(self, proposal_id: int, typed: str, done: Callable[[str], None]) -> None:
        """The exemption that was typed, in its canonical form."""
        desk = self._workspace.desk
        self._workspace.tasks.run(
            lambda: responses.provision_typed(desk, proposal_id, typed), done, self._complain
        )

    def add_files(self, proposal: Proposal) -> None:
        """Choose files that belong to the response."""
        names, _ = QFileDialog.getOpenFileNames(self._page, self.tr("Add a file of this response"))
        for name in names:
            add_file(self._workspace, proposal.id, Path(name))

    def open_original(self, document: DocumentView) -> None:
        """Open a document in the computer's own program."""
        from ui.recording.original import open_original

        open_original(self._workspace, document, self._page)

    def _complain(self, problem: Exception) -> None:
        self._workspace.notice.emit(str(problem), False)
