"""Follows the reading of the document that is shown: begins it, shows its beginning, stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from foitrack.desk.views import Proposal
from foitrack.reading.findings import Reading
from ui.recording.early_findings import early_proposal, is_unread
from ui.recording.reading_strip import ReadingStrip
from ui.recording.sources import Sources, sources_of

if TYPE_CHECKING:
    from ui.workspace import Workspace


class ReadingWatch(QObject):
    """A document that was kept and not read is read as soon as it is shown."""

    begun = Signal(object, object)
    """What the first pages say while the rest is read: a `Proposal` that cannot be decided yet,
    and its `Sources`."""
    split = Signal(object)
    """The file held several answers, which are proposals of their own now: their ids."""
    came_again = Signal()
    """The same file had come before; this copy of it was put away."""

    def __init__(self, workspace: Workspace, strip: ReadingStrip) -> None:
        super().__init__(strip)
        self._workspace = workspace
        self._strip = strip
        self._proposal: Proposal | None = None
        strip.cancelled.connect(self._stop)
        strip.read_wanted.connect(self._read)
        readings = workspace.readings
        readings.moved.connect(self._moved)
        readings.early.connect(self._tell_early)
        readings.split.connect(self._tell_split)
        readings.came_again.connect(self._tell_again)

    def watch(self, proposal: Proposal) -> None:
        """Follow the reading of this proposal from now on."""
        self._proposal = proposal
        if is_unread(proposal) and self._workspace.readings.state(proposal.id) is None:
            self._read()
        self._say(None)

    def _read(self) -> None:
        if self._proposal is not None:
            self._workspace.readings.want_first(self._proposal.id)

    def _stop(self) -> None:
        if self._proposal is not None:
            self._workspace.readings.stop(self._proposal.id)

    def _is_shown(self, proposal_id: int) -> bool:
        return self._proposal is not None and self._proposal.id == proposal_id

    def _moved(self, proposal_id: int) -> None:
        if self._is_shown(proposal_id):
            self._say(None)

    def _say(self, found: int | None) -> None:
        assert self._proposal is not None
        state = self._workspace.readings.state(self._proposal.id)
        self._strip.show_state(state, found, is_unread(self._proposal))

    def _tell_early(self, proposal_id: int, reading: object) -> None:
        kept = self._proposal
        if kept is None or kept.id != proposal_id or not is_unread(kept):
            return
        if isinstance(reading, Reading):
            shown = early_proposal(kept, reading)
            self._workspace.tasks.run(lambda: (shown, sources_of(shown)), self._show_early)

    def _show_early(self, made: tuple[Proposal, Sources]) -> None:
        shown, sources = made
        if self._is_shown(shown.id) and self._workspace.readings.is_busy(shown.id):
            self.begun.emit(shown, sources)
            self._say(len(shown.findings))

    def _tell_split(self, proposal_id: int, parts: tuple[int, ...]) -> None:
        if self._is_shown(proposal_id):
            self.split.emit(parts)

    def _tell_again(self, proposal_id: int, name: str) -> None:
        if self._is_shown(proposal_id):
            self.came_again.emit()
