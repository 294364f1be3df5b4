"""A bar that says what went wrong and offers to try again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.widgets.labels import words


class ErrorBar(QWidget):
    """Stands above a list; hidden while all is well."""

    try_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorBar")
        theme.ground(self, "sunken")
        sign = QLabel(self)
        theme.set_pixmap(sign, "alert", "red")
        self.label = words("", 13, 500, "red", wrap=True)
        self.button = QPushButton(self.tr("Try again"))
        self.button.clicked.connect(self.try_again)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, text: str) -> None:
        """Say what went wrong; an empty text hides the bar."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
