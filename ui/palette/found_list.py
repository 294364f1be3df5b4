"""The list of the palette, which says in its middle where there is nothing in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView

from ui import theme


class FoundList(QListView):
    """The foot of the palette says the same for who does not see it."""

    nothing = ""
    """What is said while it is empty."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where no line is, the sentence."""
        super().paintEvent(event)
        model = self.model()
        if not self.nothing or (model is not None and model.rowCount()):
            return
        painter = QPainter(self.viewport())
        painter.setFont(theme.font(14, 400))
        painter.setPen(theme.tokens().text2)
        room = self.viewport().rect().adjusted(24, 0, -24, -self.viewport().height() // 5)
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, middle, self.nothing)
