"""A quiet bar above the page: a sign, a sentence, and what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.widgets.labels import words


class QuietBar(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "sunken")
        sign = QLabel(self)
        theme.set_pixmap(sign, icon, "text2")
        self.label = words("", 13, 500, wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 8, 16, 8)
        self._row.setSpacing(10)
        self._row.addWidget(sign)
        self._row.addWidget(self.label, 1)
        self._offered: list[QAbstractButton] = []
        self.hide()

    def offer(self, *buttons: QAbstractButton) -> None:
        """Put buttons at its end; what the bar says is told with each of them."""
        for button in buttons:
            self._row.addWidget(button)
        self._offered += buttons

    def put(self, text: str) -> None:
        """Have it say this, without bringing it up."""
        self.label.setText(text)
        self.setAccessibleName(text)
        for button in self._offered:
            button.setAccessibleDescription(text)
