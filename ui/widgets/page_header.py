"""The head of a page: its title, a word beside it, and its buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import page_title, words

HEIGHT = 56
MARGIN = 24


class PageHeader(QWidget):
    """56 high; `add` puts buttons at the right in order."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(theme.px(HEIGHT))
        self.title = page_title(title)
        self.beside = words("", 13, 400, "text2")
        self.beside.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, 8, MARGIN, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self.title)
        self._row.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignBaseline)
        self._row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put a button or field at the right end."""
        self._row.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Say another title."""
        self.title.setText(title)

    def say_beside(self, text: str) -> None:
        """Say something of second rank beside the title; an empty text hides it."""
        self.beside.setText(text)
        self.beside.setVisible(bool(text))
