"""Both values of what was written from an old view, where there is no form of its own to ask in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from foitrack.desk.stale import Conflict, Seen, StaleEditError
from foitrack.desk.views import Changed
from ui.team.stale_form import StaleForm
from ui.workspace import Workspace

Choices = Sequence[tuple[Conflict, bool]]
"""Each conflict, and whether mine shall stand."""


class WhichStands(StaleForm):
    """Asks for each whether mine or theirs shall stand; Cancel leaves theirs."""

    decided = Signal(object)
    """`Choices`."""

    def __init__(self, problem: StaleEditError, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Changed by somebody else meanwhile"))
        self.accept_button.setText(self.tr("Save"))
        self._taken: dict[str, tuple[Conflict, bool]] = {}
        self.fail(problem)

    def take(self, conflict: Conflict, mine: bool) -> None:
        """Remember which shall stand."""
        self._taken[conflict.field] = conflict, mine

    def accept(self) -> None:
        """Tell what was chosen, once everything is."""
        if not self.is_undecided():
            self.done(int(self.DialogCode.Accepted))
            self.decided.emit(tuple(self._taken.values()))


def ask_which(
    problem: StaleEditError, owner: QWidget, decided: Callable[[Choices], None]
) -> WhichStands:
    """Show both values over `owner`."""
    dialog = WhichStands(problem, owner)
    dialog.decided.connect(decided)
    dialog.open()
    return dialog


def write_over(
    workspace: Workspace,
    owner: QWidget,
    work: Callable[[Seen], Changed],
    seen: Seen,
    done: Callable[[Changed], None] | None = None,
    *,
    say: str | None = None,
    otherwise: Callable[[Exception], None] | None = None,
) -> None:
    """Have the desk write something that was chosen from what is `seen`.

    Where somebody else has changed it since, both values are shown, and mine is written only
    where the person says so. What fails `otherwise` is told there.
    """

    def failed(problem: Exception) -> None:
        if isinstance(problem, StaleEditError) and shiboken6.isValid(owner):
            ask_which(problem, owner, again)
        else:
            (otherwise or workspace.tasks.problem.emit)(problem)

    def again(chosen: Choices) -> None:
        if all(mine for _, mine in chosen):
            theirs = {conflict.field: conflict.theirs for conflict, _ in chosen}
            write_over(
                workspace, owner, work, {**seen, **theirs}, done, say=say, otherwise=otherwise
            )
        else:
            workspace.announce_changes()

    workspace.write(lambda: work(seen), done, failed, say=say)
