"""A remark in a box: plain, or amber where it warns."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import secondary, words

RADIUS = 8


class RemarkBox(QWidget):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warns = False
        self._sign = QLabel(self)
        self.title = words("", 13, 600, wrap=True)
        self.detail = secondary("", wrap=True)
        said = QVBoxLayout()
        said.setSpacing(3)
        said.addWidget(self.title)
        said.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        self.hide()
        theme.changes().changed.connect(self.update)

    def say(self, title: str, detail: str = "", *, warns: bool = False) -> None:
        """Say something else; an empty title hides the box."""
        self._warns = warns
        theme.set_pixmap(self._sign, "alert" if warns else "info", "amber" if warns else "text2")
        self.title.setText(title)
        theme.colour_label(self.title, "amber" if warns else "text")
        theme.colour_label(self.detail, "text" if warns else "text2")
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setVisible(bool(title))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Amber ground for a warning, none for a remark."""
        if not self._warns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().amber_soft)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.end()
