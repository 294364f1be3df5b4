"""A quiet bar above the page: the case file lies where it is less safe, or can only be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui import theme
from ui.widgets.labels import words


class PlaceBar(QWidget):
    """Stays until it is dismissed or acted on; hidden where all is well."""

    wanted = Signal()
    """A local copy is to be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("placeBar")
        theme.ground(self, "sunken")
        sign = QLabel(self)
        theme.set_pixmap(sign, "info", "text2")
        self.label = words("", 13, 500, wrap=True)
        self.button = QPushButton(self.tr("Keep a &local copy…"), self)
        self.button.clicked.connect(self.wanted)
        self.dismiss = QToolButton(self)
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss"))
        self.dismiss.setMinimumSize(24, 24)
        theme.set_icon(self.dismiss, "close")
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        row.addWidget(self.dismiss)
        self.hide()

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
        self.label.setText(text)
        self.button.setVisible(offer)
        self.setAccessibleName(text)
        self.button.setAccessibleDescription(text)
        self.show()
