"""A dialog without the system's frame: rounded, with an edge, moved by its head."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QDialog, QWidget

from ui import theme

RADIUS = 12


class Frameless(QDialog):
    """What is in it is the heirs' affair, and how high its head is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._sees_through = QGuiApplication.platformName() != "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._sees_through)

    def head_height(self) -> int:
        """Pixels at the top by which it is moved."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The head moves the dialog: it has no frame of the system's."""
        handle = self.windowHandle()
        on_head = event.position().y() < self.head_height()
        if event.button() is Qt.MouseButton.LeftButton and on_head and handle is not None:
            handle.startSystemMove()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners; on X11 without needing a compositor."""
        super().resizeEvent(event)
        if not self._sees_through:
            outline = self._outline(QRectF(self.rect()))
            self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def changeEvent(self, event: QEvent) -> None:
        """The theme's style would paint the corners square."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The raised ground and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().line2), 1))
        painter.setBrush(theme.tokens().raised)
        painter.drawPath(self._outline(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)))
        painter.end()

    def _outline(self, box: QRectF) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS, RADIUS)
        return path
