"""A quiet bar above the page: the case file lies where it is less safe, or can only be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui import theme
from ui.widgets.quiet_bar import QuietBar


class PlaceBar(QuietBar):
    """Stays until it is dismissed or acted on; hidden where all is well."""

    wanted = Signal()
    """A local copy is to be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        self.setObjectName("placeBar")
        self.button = QPushButton(self.tr("Keep a &local copy…"), self)
        self.button.clicked.connect(self.wanted)
        self.dismiss = QToolButton(self)
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss"))
        self.dismiss.setMinimumSize(24, 24)
        theme.set_icon(self.dismiss, "close")
        self.dismiss.clicked.connect(self.hide)
        self.offer(self.button, self.dismiss)

    def warn(self, text: str) -> None:
        """Say what a person should know of the place."""
        self._say(text, offer=True)

    def say_only_read(self) -> None:
        """Say that the case file can be read, and not changed, by this person."""
        said = self.tr(
            "You may read this case file, not change it. Ask whoever looks after it to make you "
            "an editor."
        )
        self._say(said, offer=False)

    def _say(self, text: str, *, offer: bool) -> None:
        self.put(text)
        self.button.setVisible(offer)
        self.show()
