"""Kept documents that wait to be read, two at a time, without holding up anything else."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from foitrack.desk import batches, reading_in, responses
from foitrack.desk.views import Filed
from foitrack.errors import PlainError
from foitrack.reading.findings import Reading
from ui.core_words import told
from ui.tasks import READING

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.workspace import Workspace

ANNOUNCE_MS = 700
AT_ONCE = 2
"""Documents read at a time: as many as there are readers on a common computer."""


class ReadState(StrEnum):
    """Where a document stands on its way to being read."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(slots=True)
class _Turn:
    """One document on its way."""

    state: ReadState
    stop: threading.Event
    problem: str = ""


class ReadingQueue(QObject):
    """Reads documents in the order asked for; one that a person opens goes first."""

    moved = Signal(int)
    """The proposal whose document begins to be read, has been read, or is not read after all."""
    split = Signal(int, object)
    """A proposal whose file held several answers became several proposals: their ids."""
    came_again = Signal(int, str)
    """The same file had come before, so this proposal was put away: its id, the file's name."""
    _tell_filed = Signal(int, object)
    early = Signal(int, object)
    """What the first pages of a proposal's document say: a `Reading`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._turns: dict[int, _Turn] = {}
        self._line: list[int] = []
        self._added: set[int] = set()
        """Responses that were read before, and have had documents added since."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(ANNOUNCE_MS)
        self._soon.timeout.connect(workspace.announce_changes)
        # Emitted on a lane's thread, received on this one: Qt queues it.
        self._tell_filed.connect(self._filed)
        self._lanes = {f"{READING}-{number}": False for number in range(AT_ONCE)}

    # -- asking -------------------------------------------------------------------------------

    def make_ready(self) -> None:
        """A document may come soon: files are held over the window, or are being chosen."""
        desk = self._workspace.desk
        # Where it cannot start, whoever then asks for a document is told.
        self._workspace.tasks.run(
            lambda: reading_in.make_ready(desk), _nothing, _nothing, lane=READING
        )

    def want(self, proposals: Iterable[int]) -> None:
        """Have documents read that are not on their way yet."""
        for proposal_id in proposals:
            if not self.is_busy(proposal_id):
                self._turns[proposal_id] = _Turn(ReadState.WAITING, threading.Event())
                self._line.append(proposal_id)
                self.moved.emit(proposal_id)
        self._go_on()

    def want_again(self, proposal_id: int) -> None:
        """Have the documents of a response read that were added to it; it stays where it is."""
        self._added.add(proposal_id)
        self.want_first(proposal_id)

    def want_first(self, proposal_id: int) -> None:
        """Have a document read before any other that waits."""
        self.want([proposal_id])
        if proposal_id in self._line:
            self._line.remove(proposal_id)
            self._line.insert(0, proposal_id)

    def want_failed_again(self) -> None:
        """Try once more what failed: the case file is in another place now."""
        self.want([one for one, turn in self._turns.items() if turn.state is ReadState.FAILED])

    def stop(self, proposal_id: int) -> None:
        """Read a document no further; its file stays kept."""
        if not self.is_busy(proposal_id):
            return
        turn = self._turns[proposal_id]
        turn.stop.set()
        if proposal_id in self._line:
            self._line.remove(proposal_id)
            self._settle(proposal_id, ReadState.STOPPED)

    def stop_all(self) -> None:
        """Read nothing further of all that waits or is being read."""
        for proposal_id in [*self._line, *self._turns]:
            self.stop(proposal_id)

    def state(self, proposal_id: int) -> ReadState | None:
        """Where a document stands; None where it was not asked for in this sitting."""
        turn = self._turns.get(proposal_id)
        return turn.state if turn else None

    def problem(self, proposal_id: int) -> str:
        """Why the reading of a document ended without its being read."""
        turn = self._turns.get(proposal_id)
        return turn.problem if turn else ""

    def is_busy(self, proposal_id: int) -> bool:
        """Whether a document waits to be read or is being read."""
        return self.state(proposal_id) in (ReadState.WAITING, ReadState.READING)

    def left(self) -> int:
        """How many documents are still to be read."""
        return sum(1 for proposal_id in self._turns if self.is_busy(proposal_id))

    # -- reading ------------------------------------------------------------------------------

    def _go_on(self) -> None:
        for lane, taken in self._lanes.items():
            if not taken and self._line:
                self._begin(lane, self._line.pop(0))

    def _begin(self, lane: str, proposal_id: int) -> None:
        turn, desk = self._turns[proposal_id], self._workspace.desk
        self._lanes[lane] = True
        turn.state = ReadState.READING
        self.moved.emit(proposal_id)

        def work() -> str:
            return self._read(desk, proposal_id, turn.stop)

        def done(problem: str) -> None:
            self._lanes[lane] = False
            turn.problem = problem
            state = ReadState.FAILED if problem else ReadState.READ
            self._settle(
                proposal_id, ReadState.STOPPED if turn.stop.is_set() and problem else state
            )
            self._go_on()

        def failed(problem: Exception) -> None:
            done(self.tr("Something went wrong in the program. The file is kept."))
            self._workspace.tasks.problem.emit(problem)

        self._workspace.tasks.run(work, done, failed, self.tr("Reading documents"), lane)

    def _read(self, desk: Desk, proposal_id: int, stop: threading.Event) -> str:
        """Read one document, on its lane; the reason where that ends without a reading."""

        def tell(reading: Reading) -> None:
            if not stop.is_set():
                self.early.emit(proposal_id, reading)

        try:
            if proposal_id in self._added:
                responses.read(desk, proposal_id, cancelled=stop.is_set)
                self._added.discard(proposal_id)
                return ""
            filed = batches.read_one(desk, proposal_id, early=tell, cancelled=stop.is_set)
        except PlainError as problem:
            return told(problem)
        self._tell_filed.emit(proposal_id, filed)
        return ""

    def _filed(self, proposal_id: int, filed: tuple[Filed, ...]) -> None:
        """Some files go other ways: one that came before is put away, one of several answers
        becomes a proposal for each.
        """
        ids = tuple(one.proposal_id for one in filed)
        for one in filed:
            if one.again:
                self.came_again.emit(one.proposal_id, one.name)
        if ids != (proposal_id,):
            self.split.emit(proposal_id, ids)

    def _settle(self, proposal_id: int, state: ReadState) -> None:
        self._turns[proposal_id].state = state
        self.moved.emit(proposal_id)
        if state is ReadState.READ:
            self._announce_soon()

    def _announce_soon(self) -> None:
        """Have screens look again: at once for one document, now and then for a batch."""
        if not self.left():
            self._soon.stop()
            self._workspace.announce_changes()
        elif not self._soon.isActive():
            self._soon.start()


def _nothing(_: object) -> None:
    """Nobody waits for it."""
