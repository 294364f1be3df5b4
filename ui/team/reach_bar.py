"""A quiet bar above the page while the server does not answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.widgets.labels import words


class ReachBar(QWidget):
    """Hidden while the server answers; what is typed stays, and it goes by itself."""

    now_wanted = Signal()
    """Try again at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reachBar")
        theme.ground(self, "sunken")
        sign = QLabel(self)
        theme.set_pixmap(sign, "hourglass", "text2")
        self.label = words(self.tr("The server does not answer. Trying again…"), 13, 500, wrap=True)
        self.button = QPushButton(self.tr("Try now"), self)
        self.button.clicked.connect(self.now_wanted)
        self.setAccessibleName(self.label.text())
        self.button.setAccessibleDescription(self.label.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()
