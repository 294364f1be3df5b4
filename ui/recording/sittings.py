"""What was decided about letters and not saved yet, for each letter that was looked at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from foitrack.desk import drafts
from ui.keeping_drafts import DraftKeeper
from ui.recording.decisions import Decisions
from ui.recording.kept_decisions import as_text, restored
from ui.recording.loading import Loaded
from ui.workspace import Workspace


class Sittings:
    """Going away and quitting lose nothing: what was decided is kept in the case file too."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        self._workspace = workspace
        self._open: dict[int, Decisions] = {}
        self._keeper = DraftKeeper(workspace, self._begun, page)

    def of(self, loaded: Loaded) -> Decisions:
        """The decisions about a letter: those of before, or of another start, or none yet."""
        proposal = loaded.proposal
        before = self._open.get(proposal.id)
        made = before.of(proposal) if before is not None else self._from_before(loaded)
        self._open[proposal.id] = made
        return made

    def touched(self) -> None:
        """Something was decided: it is kept in a moment."""
        self._keeper.touched()

    def over(self, proposal_id: int) -> None:
        """The letter was saved or put away: nothing of it is kept any more."""
        self._open.pop(proposal_id, None)
        self._keeper.keep()

    def _from_before(self, loaded: Loaded) -> Decisions:
        self._keeper.found(drafts.letter(loaded.proposal.id), loaded.draft)
        kept = restored(loaded.proposal, loaded.draft) if loaded.draft else None
        if kept is not None:
            said = QCoreApplication.translate(
                "RecordPage", "What you had decided about this letter is here again, to be saved."
            )
            self._workspace.notice.emit(said, False)
        return kept or Decisions(loaded.proposal)

    def _begun(self) -> dict[str, str]:
        """What is decided and not saved, for the next time."""
        return {drafts.letter(number): as_text(one) for number, one in self._open.items()}
