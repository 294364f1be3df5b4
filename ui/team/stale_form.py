"""A dialog that stays open where somebody else has changed the same, and shows both values."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from foitrack.desk.stale import Conflict, StaleEditError
from ui.requests.dialog_frame import DialogFrame
from ui.team.both_values import BothValues


class StaleForm(DialogFrame):
    """Whatever has been typed stays until the person has chosen."""

    def __init__(
        self, title: str, accept: str, parent: QWidget | None = None, *, width: int = 520
    ) -> None:
        super().__init__(title, accept, parent, width=width)
        self.both = BothValues()
        self.body.addWidget(self.both)
        self.both.chosen.connect(self._chosen)

    def take(self, conflict: Conflict, mine: bool) -> None:
        """Have one of the two values in the form, and theirs as what has been seen."""
        raise NotImplementedError

    def is_undecided(self) -> bool:
        """Whether it must be chosen first; says so."""
        if self.both.is_undecided():
            self.complain(self.tr("Choose for each whether yours or theirs shall stand."))
            self.refit()
        return self.both.is_undecided()

    def fail(self, problem: Exception) -> None:
        """Show both values; anything else is said as ever."""
        if not isinstance(problem, StaleEditError):
            super().fail(problem)
            return
        self.set_busy(False)
        self.complain(self.tr("Somebody else has changed the same. Nothing was changed now."))
        self.both.show_conflicts(problem.conflicts)
        self.refit()
        # Which field it is stands above the first choice, which has the keyboard.
        self.scroller.verticalScrollBar().setValue(0)
        self.scroller.ensureWidgetVisible(self.both)

    def _chosen(self, conflict: Conflict, mine: bool) -> None:
        self.take(conflict, mine)
        if not self.both.is_undecided():
            self.complain("")
