"""A quiet bar above the page while the server does not answer, or the file is not there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.widgets.labels import words


class ReachBar(QWidget):
    """Hidden while the case file can be reached; what is typed stays, and it goes by itself."""

    now_wanted = Signal()
    """Try again at once."""
    elsewhere_wanted = Signal()
    """Save a copy of what is open in another place."""

    def __init__(self, on_server: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reachBar")
        theme.ground(self, "sunken")
        sign = QLabel(self)
        theme.set_pixmap(sign, "hourglass", "text2")
        self.label = words(self._said(on_server), 13, 500, wrap=True)
        self.button = QPushButton(self.tr("Try now"), self)
        self.button.clicked.connect(self.now_wanted)
        self.setAccessibleName(self.label.text())
        self.elsewhere = QPushButton(self.tr("Save a cop&y elsewhere…"), self)
        self.elsewhere.clicked.connect(self.elsewhere_wanted)
        self.elsewhere.setVisible(not on_server)
        for button in (self.button, self.elsewhere):
            button.setAccessibleDescription(self.label.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self.label, 1)
        row.addWidget(self.elsewhere)
        row.addWidget(self.button)
        self.hide()

    def _said(self, on_server: bool) -> str:
        if on_server:
            return self.tr("The server does not answer. Trying again…")
        return self.tr(
            "The case file is not where it was: its disk or folder is gone, or another file lies "
            "there. What you have typed stays. Looking again…"
        )
