"""Notes on a campaign: kept on leaving the field, and never overwritten while one types."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.widgets.labels import secondary


class Field(QPlainTextEdit):
    """Tells when the keyboard goes elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever leaves the field expects the words to be kept."""
        super().focusOutEvent(event)
        self.left.emit()


class NotesBox(QWidget):
    """Saves on leaving the field, on Save and on Ctrl+S."""

    kept = Signal(int, str)
    """A campaign's id and its notes from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._campaign_id: int | None = None
        self._known = ""
        self.edit = Field()
        self.edit.setAccessibleName(self.tr("Notes on the campaign"))
        self.edit.setPlaceholderText(self.tr("Only you see these. They stay in your case file."))
        self.edit.setTabChangesFocus(True)
        self.state = secondary("")
        self.save = QPushButton(self.tr("Save"))
        self.save.setToolTip(self.tr("Save (Ctrl+S)"))
        foot = QHBoxLayout()
        foot.addWidget(self.state)
        foot.addStretch(1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.edit, 1)
        column.addLayout(foot)
        self.save.clicked.connect(self.keep)
        self.edit.left.connect(self.keep)
        self.edit.textChanged.connect(self._show_state)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self.edit, self.keep)
        keys.setContext(keys.context().WidgetShortcut)
        self._show_state()

    def show_notes(self, campaign_id: int, notes: str) -> None:
        """Show a campaign's notes; those of the campaign before are kept first."""
        if campaign_id != self._campaign_id:
            self.keep()
        elif self.is_changed():
            return
        self._campaign_id, self._known = campaign_id, notes
        if self.edit.toPlainText() != notes:
            self.edit.setPlainText(notes)
        self._show_state()

    def is_changed(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._campaign_id is not None and self.edit.toPlainText() != self._known

    def keep(self) -> None:
        """Save what has been typed."""
        if self._campaign_id is not None and self.is_changed():
            self._known = self.edit.toPlainText()
            self.kept.emit(self._campaign_id, self._known)
            self._show_state()

    def not_kept(self) -> None:
        """Saving failed: what was typed stays, and is unsaved."""
        self._known = "\0"
        self._show_state()

    def _show_state(self) -> None:
        changed = self.is_changed()
        self.save.setEnabled(changed)
        self.state.setText(self.tr("Not saved yet") if changed else "")
