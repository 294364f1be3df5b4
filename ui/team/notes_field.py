"""A field of notes that saves itself, and loses nothing where that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from foitrack.desk.stale import Conflict, StaleEditError
from ui import theme
from ui.team.both_values import BothValues
from ui.widgets.labels import secondary


class NotesEdit(QPlainTextEdit):
    """Tells when the keyboard goes elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever leaves the field expects the words to be kept."""
        super().focusOutEvent(event)
        self.left.emit()


@dataclass(frozen=True, slots=True)
class WantedNotes:
    """Notes to be saved, in place of those that were seen."""

    owner_id: int
    """The request's or the campaign's."""
    notes: str
    seen: str
    kept: Callable[[], None]
    failed: Callable[[Exception], None]
    """Told why they were not; they stay where they were typed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and is not known to be stored."""

    typed: str
    seen: str
    problem: Exception | None = None


class NotesField(QWidget):
    """Saves on leaving the field, on Save and on Ctrl+S; a refresh overwrites nothing typed.

    What could not be saved stays: in the field, or for when the same notes are shown again.
    """

    save_wanted = Signal(object)
    """`WantedNotes`."""

    def __init__(
        self, name: str, margins: tuple[int, int, int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._owner_id: int | None = None
        self._seen = ""
        self._drafts: dict[int, Draft] = {}
        self.edit = NotesEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(self.tr("Only you see these. They stay in your case file."))
        self.edit.setTabChangesFocus(True)
        self.both = BothValues()
        self.state = secondary("")
        self.save = QPushButton(self.tr("Save"))
        self.save.setToolTip(self.tr("Save (Ctrl+S)"))
        self._lay_out(margins)
        self.save.clicked.connect(self.keep)
        self.edit.left.connect(self.keep)
        self.edit.textChanged.connect(self._show_state)
        self.both.chosen.connect(self._chosen)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self.edit, self.keep)
        keys.setContext(keys.context().WidgetShortcut)
        self._show_state()

    def _lay_out(self, margins: tuple[int, int, int, int]) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.state)
        foot.addStretch(1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins)
        column.setSpacing(8)
        column.addWidget(self.edit, 1)
        column.addWidget(self.both)
        column.addLayout(foot)

    def show_notes(self, owner_id: int, notes: str) -> None:
        """Show notes; those shown before are kept first."""
        if owner_id == self._owner_id and self.is_changed():
            # What has been seen stays what it was: saving tells if somebody else has changed it.
            self._show_state()
            return
        if owner_id != self._owner_id:
            self.keep()
            self.both.clear()
        self._owner_id, self._seen = owner_id, notes
        draft = self._drafts.get(owner_id)
        shown = notes
        if draft is not None and draft.problem is not None:
            self._seen, shown = draft.seen, draft.typed
            self._show_both(draft.problem)
        if self.edit.toPlainText() != shown:
            self.edit.setPlainText(shown)
        self._show_state()

    def is_changed(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._owner_id is not None and self.edit.toPlainText() != self._seen

    def keep(self) -> None:
        """Save what has been typed, unless it is still to be chosen between two."""
        owner_id = self._owner_id
        if owner_id is None or not self.is_changed() or self.both.is_undecided():
            return
        draft = Draft(self.edit.toPlainText(), self._seen)
        self._drafts[owner_id] = draft
        self._seen = draft.typed
        wanted = WantedNotes(
            owner_id,
            draft.typed,
            draft.seen,
            lambda: self._was_kept(owner_id, draft),
            lambda problem: self._was_not_kept(owner_id, draft, problem),
        )
        self.save_wanted.emit(wanted)
        self._show_state()

    def _was_kept(self, owner_id: int, draft: Draft) -> None:
        if self._drafts.get(owner_id) is draft:
            del self._drafts[owner_id]
        if owner_id == self._owner_id:
            self.both.clear()

    def _was_not_kept(self, owner_id: int, draft: Draft, problem: Exception) -> None:
        if self._drafts.get(owner_id) is not draft:
            return
        self._drafts[owner_id] = Draft(draft.typed, draft.seen, problem)
        if owner_id == self._owner_id:
            self._seen = draft.seen
            self._show_both(problem)
            self._show_state()

    def _show_both(self, problem: Exception) -> None:
        if isinstance(problem, StaleEditError):
            self.both.show_conflicts(problem.conflicts)

    def _chosen(self, conflict: Conflict, mine: bool) -> None:
        self._seen = str(conflict.theirs)
        if self._owner_id is not None:
            self._drafts.pop(self._owner_id, None)
        if not mine:
            self.edit.setPlainText(self._seen)
            self.both.clear()
        self.keep()
        self._show_state()

    def _show_state(self) -> None:
        changed = self.is_changed()
        self.save.setEnabled(changed)
        self.state.setText(self.tr("Not saved yet") if changed else "")
        theme.colour_label(self.state, "text2")
