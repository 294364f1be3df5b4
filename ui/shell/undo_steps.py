"""Undo and redo, each named by its step, and the numbers that change with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from foitrack.desk.views import Changed, Counts
from ui.actions import Actions
from ui.core_words import told, told_within
from ui.workspace import Workspace

Asked = tuple[Counts, int, str | None, str | None]
"""The numbers, the newest step's number and name, and the name of the one to redo."""


class UndoSteps(QObject):
    """Keeps the Edit menu's names and the side bar's numbers to what the case file holds."""

    def __init__(
        self, workspace: Workspace, actions: Actions, show_counts: Callable[[Counts], None]
    ) -> None:
        super().__init__(actions)
        self._workspace = workspace
        self._actions = actions
        self._counts_shown = show_counts
        self._newest = 0
        """The step that the menu names; others' that came later were not seen."""
        workspace.changed.connect(self.refresh)
        self.refresh()

    def undo(self) -> None:
        """Take back the last step: the one that the menu names, or a newer one of one's own."""
        self._step(self._newest)

    def undo_own(self) -> None:
        """Take back what was just done here; not what somebody else has done since."""
        self._step(0)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(None)

    def refresh(self, _change: Changed | None = None) -> None:
        """Ask again for the numbers and the names of the steps."""
        from foitrack.desk import agenda, history

        desk, today = self._workspace.desk, self._workspace.today

        def ask() -> Asked:
            counts, newest = agenda.counts(desk, today=today), history.newest(desk)
            return counts, newest or 0, history.undo_label(desk), history.redo_label(desk)

        self._workspace.read(ask, self._show)

    def _step(self, seen: int | None) -> None:
        """Undo what was seen, or redo where nothing was."""
        from foitrack.desk import history

        undo = seen is not None
        desk = self._workspace.desk
        said = self.tr("Undone: {0}") if undo else self.tr("Done again: {0}")
        nothing = self.tr("There is nothing to undo.") if undo else self.tr("Nothing to redo.")

        def done(change: Changed | None) -> None:
            if change is None:
                self._workspace.notice.emit(nothing, False)
                return
            self._workspace.changed.emit(change)
            self._workspace.notice.emit(said.format(told(change.undo_label)), not undo)

        def failed(problem: Exception) -> None:
            self.refresh()
            self._workspace.tasks.problem.emit(problem)

        move = partial(history.undo, seen=seen) if undo else history.redo
        self._workspace.read(lambda: move(desk), done, failed)

    def _show(self, asked: Asked) -> None:
        counts, self._newest, undo, redo = asked
        self._counts_shown(counts)
        self._name("undo", self.tr("&Undo {0}") if undo else self.tr("&Undo"), undo)
        self._name("redo", self.tr("&Redo {0}") if redo else self.tr("&Redo"), redo)

    def _name(self, name: str, verb: str, label: str | None) -> None:
        action = self._actions[name]
        action.setEnabled(label is not None)
        action.setText(verb.format(told_within(label or "").replace("&", "&&")))
