"""A quiet bar above the page while the server does not answer, or the file is not there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.quiet_bar import QuietBar


class ReachBar(QuietBar):
    """Hidden while the case file can be reached; what is typed stays, and it goes by itself."""

    now_wanted = Signal()
    """Try again at once."""
    elsewhere_wanted = Signal()
    """Save a copy of what is open in another place."""

    def __init__(self, on_server: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("hourglass", parent)
        self.setObjectName("reachBar")
        self.button = QPushButton(self.tr("Try now"), self)
        self.button.clicked.connect(self.now_wanted)
        self.elsewhere = QPushButton(self.tr("Save a cop&y elsewhere…"), self)
        self.elsewhere.clicked.connect(self.elsewhere_wanted)
        self.elsewhere.setVisible(not on_server)
        self.offer(self.elsewhere, self.button)
        self.put(self._said(on_server))

    def _said(self, on_server: bool) -> str:
        if on_server:
            return self.tr("The server does not answer. Trying again…")
        return self.tr(
            "The case file is not where it was: its disk or folder is gone, or another file lies "
            "there. What you have typed stays. Looking again…"
        )
