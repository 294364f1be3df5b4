"""The veil over the window while a dialog asks something."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme


class Scrim(QWidget):
    """Covers a window and follows its size; says nothing to a screen reader."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("scrim")
        self.resize(window.size())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil what is below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.tokens().scrim)
        painter.end()
