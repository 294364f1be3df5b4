"""What a person does with case rows and their words: open the source, check, group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from foitrack.desk import casedata, requests, schemas
from foitrack.desk.schemas import Word
from foitrack.desk.stale import Seen
from foitrack.desk.views import CaseRowView, Changed
from ui.team.which_stands import write_over

if TYPE_CHECKING:
    from ui.workspace import Workspace


class CaseDeeds:
    """Each is one step to undo."""

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        """What is asked meanwhile is asked over `owner`."""
        self._workspace, self._owner = workspace, owner
        self.campaign_id: int | None = None
        """The campaign whose words are shown."""

    def open_source(self, row: CaseRowView) -> None:
        """Open the document that a row was read from, at the row's place."""
        desk, today = self._workspace.desk, self._workspace.today

        def work() -> int | None:
            detail = requests.detail(desk, row.request_id, today=today)
            held = (r.id for r in detail.responses for d in r.documents if d.id == row.document_id)
            return next(held, None)

        def done(response_id: int | None) -> None:
            if response_id is not None:
                where = (response_id, row.place, row.document_id)
                self._workspace.navigate.emit("recording", where)

        self._workspace.read(work, done)

    def set_checked(self, row: CaseRowView, checked: bool) -> None:
        """Note that a person has checked a row, or has not."""
        desk = self._workspace.desk
        self._workspace.write(lambda: casedata.set_checked(desk, (row.id,), checked))

    def group(self, word: Word, values: tuple[str, ...], note: str) -> None:
        """Say what a word counts as, for the campaign from now on."""
        desk, campaign_id = self._workspace.desk, self.campaign_id

        def work(seen: Seen) -> Changed:
            return schemas.learn(
                desk,
                word.field,
                word.printed,
                values,
                note,
                campaign_id=campaign_id,
                schema=word.schema,
                seen=seen,
            )

        write_over(self._workspace, self._owner, work, {"meaning": word.said})

    def as_it_was(self, word: Word) -> None:
        """Take back what was said of a word."""
        desk, campaign_id = self._workspace.desk, self.campaign_id

        def work(seen: Seen) -> Changed:
            return schemas.forget(
                desk,
                word.field,
                word.printed,
                campaign_id=campaign_id,
                schema=word.schema,
                seen=seen,
            )

        write_over(self._workspace, self._owner, work, {"meaning": word.said})
