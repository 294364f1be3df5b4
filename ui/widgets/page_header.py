"""The head of a page: its title, a word beside it, and its buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.head_row import HeadRow
from ui.widgets.labels import page_title

HEIGHT = 56
MARGIN = 24


class PageHeader(QWidget):
    """56 high, or more where the buttons go below; `add` puts buttons at the right in order."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(theme.px(HEIGHT))
        self.title = page_title(title)
        self.beside = ElidedLabel()
        self.beside.setFont(theme.font(13, 400))
        theme.colour_label(self.beside, "text2")
        self.beside.hide()
        self._row = HeadRow(self, 8, QMargins(MARGIN, 8, MARGIN, 4))
        self._row.lead(self.title)
        self._row.lead(self.beside)

    def lead(self, widget: QWidget) -> None:
        """Put a widget beside the title."""
        self._row.lead(widget)

    def add(self, widget: QWidget) -> None:
        """Put a button or field at the right end."""
        self._row.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Say another title."""
        self.title.setText(title)

    def say_beside(self, text: str) -> None:
        """Say something of second rank beside the title; an empty text hides it."""
        self.beside.setText(text)
        self.beside.setToolTip(text)
        self.beside.setVisible(bool(text))
