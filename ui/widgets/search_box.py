"""A field to search in: waits for a pause in typing, Esc empties it, Down goes to what it found."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.field_icon import FieldIcon

PAUSE_MS = 150


class SearchBox(QLineEdit):
    """Tells what to search for once typing pauses, at once on Enter."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._glass = FieldIcon(self, "search", leading=True)
        self._cross = FieldIcon(self, "close", self.tr("Empty the field (Esc)"), leading=False)
        self._cross.clicked.connect(self._empty)
        self._cross.hide()
        self._last = ""
        self._found: QWidget | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(lambda _: self._pause.start())
        self.textChanged.connect(lambda typed: self._cross.setVisible(bool(typed)))
        self.returnPressed.connect(self._search)

    def leads_to(self, found: QWidget) -> None:
        """Down goes from the field to this list."""
        self._found = found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field first, and leaves the key to others when it is empty."""
        if event.key() == Qt.Key.Key_Down and self._found is not None and self._found.isVisible():
            self._search()
            self._found.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._empty()
            return
        super().keyPressEvent(event)

    def _empty(self) -> None:
        self.clear()
        self._search()

    def _search(self) -> None:
        self._pause.stop()
        words = self.text().strip()
        if words != self._last:
            self._last = words
            self.searched.emit(words)
