"""A rounded frame around a list or a note."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme

RADIUS = 8


class Boxed(QFrame):
    """Paints a hairline with round corners; an inner list keeps clear of them."""

    def __init__(self, inside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if inside is not None:
            column = QVBoxLayout(self)
            column.setContentsMargins(4, 4, 4, 4)
            column.addWidget(inside)
        theme.changes().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface and edge."""
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.line2, 1))
        painter.setBrush(tokens.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()
