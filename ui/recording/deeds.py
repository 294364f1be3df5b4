"""What Record response has the desk do, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from foitrack.desk import batches, responses, schemas
from foitrack.desk.stale import Seen, StaleEditError
from foitrack.desk.views import Changed, DocumentView, Proposal
from ui.core_words import done_told, told
from ui.recording.columns_box import Remap
from ui.recording.decisions import Decisions
from ui.recording.intake import file_bytes
from ui.recording.unknown_box import Learn
from ui.schemas.loading import FromTable
from ui.team.which_stands import Choices, ask_which, write_over

if TYPE_CHECKING:
    from ui.workspace import Workspace


def add_file(workspace: Workspace, response_id: int, path: Path) -> None:
    """Keep a file with a response, and have it read: what it says is offered beside the rest."""

    def add() -> Changed:
        return responses.add_document(workspace.desk, response_id, path.name, file_bytes(path))

    workspace.write(add, lambda _: workspace.readings.want_again(response_id))


def attach(
    workspace: Workspace,
    owner: QWidget,
    proposal_id: int,
    request_id: int,
    done: Callable[[], None] | None = None,
) -> None:
    """Say which request a document answers that was shown to answer none; where that brings
    another law or words of its own, the document is read again.
    """
    desk = workspace.desk
    again: list[bool] = []

    def work(seen: Seen) -> Changed:
        before = responses.proposal(desk, proposal_id).request_id
        changed = responses.attach(desk, proposal_id, request_id, seen=seen)
        again[:] = [batches.reads_otherwise(desk, proposal_id, before)]
        return changed

    def attached(_: Changed) -> None:
        if done is not None:
            done()
        if any(again):
            workspace.readings.want_again(proposal_id)

    write_over(workspace, owner, work, {"request": None}, attached)


class RecordDeeds(QObject):
    """Each deed says what went wrong, and calls back where it went well."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page

    def save(
        self, decisions: Decisions, done: Callable[[], None], not_done: Callable[[], None]
    ) -> None:
        """Save what was confirmed; the rest stays a proposal.

        Where somebody else has decided the same meanwhile, both values are shown.
        """
        workspace, proposal_id, to_save = (
            self._workspace,
            decisions.proposal.id,
            decisions.to_save(),
        )
        seen, back_to = decisions.as_seen(), decisions.back_to

        def work() -> Changed:
            if back_to is not None:
                mine, theirs = back_to
                responses.attach(workspace.desk, proposal_id, mine, seen={"request": theirs})
            shown = seen if back_to is None else replace(seen, request_id=back_to[0])
            desk, today = workspace.desk, workspace.today
            return responses.record(desk, proposal_id, to_save, today=today, seen=shown)

        def saved(changed: Changed) -> None:
            workspace.changed.emit(changed)
            workspace.notice.emit(done_told(changed.undo_label), True)
            done()

        def failed(problem: Exception) -> None:
            not_done()
            if isinstance(problem, StaleEditError):
                ask_which(problem, self._page, decided)
            else:
                self._complain(problem)

        def decided(chosen: Choices) -> None:
            for conflict, mine in chosen:
                decisions.take(conflict, mine)
            away = any(one.field == "discarded" and not mine for one, mine in chosen)
            if away:
                done()
            elif decisions.anything():
                self.save(decisions, done, not_done)
            else:
                workspace.announce_changes()

        workspace.tasks.run(work, saved, failed, label=self.tr("Saving"), must=True)

    def attach(self, proposal_id: int, request_id: int, done: Callable[[], None]) -> None:
        """Say which request a document answers."""
        attach(self._workspace, self._page, proposal_id, request_id, done)

    def discard(self, proposal_id: int, done: Callable[[], None]) -> None:
        """Put a proposal away; its file stays kept."""
        desk = self._workspace.desk
        self._workspace.write(lambda: responses.discard(desk, proposal_id), lambda _: done())

    def remap(self, proposal_id: int, wanted: Remap) -> None:
        """Read a table with other columns; the rows that come of it are shown at once."""
        desk = self._workspace.desk

        def work(seen: Seen) -> Changed:
            return schemas.remap(
                desk,
                proposal_id,
                wanted.table,
                dict(wanted.columns),
                document_id=wanted.document_id,
                schema=wanted.schema,
                seen=seen,
            )

        seen = {"columns": dict(wanted.seen), "schema": None}
        write_over(self._workspace, self._page, work, seen)

    def make_columns(self, proposal_id: int, wanted: tuple[int, int | None]) -> None:
        """Go and make columns from a table; once they are saved, the way leads back."""
        self._workspace.navigate.emit("schema", FromTable(proposal_id, *wanted))

    def learn(self, proposal_id: int, wanted: Learn) -> None:
        """Remember what printed words mean, for the campaign."""
        desk = self._workspace.desk

        def work(seen: Seen) -> Changed:
            return schemas.learn(
                desk,
                wanted.field,
                wanted.printed,
                wanted.normal,
                wanted.note,
                proposal_id=proposal_id,
                seen=seen,
            )

        # It was asked for because nobody had said it.
        write_over(self._workspace, self._page, work, {"meaning": None})

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
        self._workspace.notice.emit(told(problem), False)
