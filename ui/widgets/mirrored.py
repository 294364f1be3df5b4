"""Where painted things stand in a window that is read from right to left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget


def mirrored(widget: QWidget, box: QRectF) -> QRectF:
    """The same box, counted from the side where reading begins."""
    if widget.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return box
    return QRectF(widget.width() - box.right(), box.top(), box.width(), box.height())
