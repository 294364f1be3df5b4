"""Says, while files are held over the window, what letting go of them does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme


class DropSign(QWidget):
    """A dashed frame over the page, with a sentence in its middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ""
        self.hide()

    def show_over(self, words: str = "") -> None:
        """Cover the parent; `words` say something else than of any response."""
        self._words = words
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil, a dashed frame, the sentence."""
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.window)
        # So thick that no words of the page are read between its own.
        veil.setAlphaF(0.97)
        painter.fillRect(self.rect(), veil)
        pen = QPen(tokens.accent, 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 8, 8)
        painter.setFont(theme.font(17, 600))
        painter.setPen(tokens.text)
        painter.drawText(
            self.rect(),
            Qt.AlignmentFlag.AlignCenter,
            self._words
            or self.tr("Let go to record a response.\nThe file is kept; you check what is read."),
        )
