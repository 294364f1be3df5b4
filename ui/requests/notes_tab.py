"""The Notes tab: the campaigner's own words about a request."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import secondary


class NotesEdit(QPlainTextEdit):
    """Tells when the keyboard goes elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever leaves the field expects the words to be kept."""
        super().focusOutEvent(event)
        self.left.emit()


class NotesTab(QWidget):
    """Saves on leaving the field and on Ctrl+S; what is typed is never overwritten by a refresh."""

    save_wanted = Signal(int, str)
    """A request's id and its notes from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request_id: int | None = None
        self._kept = ""
        self.edit = NotesEdit()
        self.edit.setAccessibleName(self.tr("Notes"))
        self.edit.setPlaceholderText(self.tr("Only you see these. They stay in your case file."))
        self.edit.setTabChangesFocus(True)
        self.state = secondary("")
        self.save = QPushButton(self.tr("Save"))
        self.save.setToolTip(self.tr("Save (Ctrl+S)"))
        self.save.clicked.connect(self.keep)
        self.edit.left.connect(self.keep)
        self.edit.textChanged.connect(self._show_state)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self.edit, self.keep)
        keys.setContext(keys.context().WidgetShortcut)
        foot = QHBoxLayout()
        foot.addWidget(self.state)
        foot.addStretch(1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.edit, 1)
        column.addLayout(foot)
        self._show_state()

    def show_notes(self, request_id: int, notes: str) -> None:
        """Show a request's notes; those of the request before are kept first."""
        if request_id != self._request_id:
            self.keep()
        elif self.is_changed():
            self._kept = notes
            self._show_state()
            return
        self._request_id, self._kept = request_id, notes
        if self.edit.toPlainText() != notes:
            self.edit.setPlainText(notes)
        self._show_state()

    def is_changed(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._request_id is not None and self.edit.toPlainText() != self._kept

    def keep(self) -> None:
        """Save what has been typed."""
        if self._request_id is None or not self.is_changed():
            return
        self._kept = self.edit.toPlainText()
        self.save_wanted.emit(self._request_id, self._kept)
        self._show_state()

    def not_kept(self, notes: str) -> None:
        """Saving failed: what was typed stays, and is unsaved."""
        self._kept = notes
        self._show_state()

    def _show_state(self) -> None:
        changed = self.is_changed()
        self.save.setEnabled(changed)
        self.state.setText(self.tr("Not saved yet") if changed else "")
        theme.colour_label(self.state, "text2")
