"""Pages of which one is shown, no larger than that one asks for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class CurrentPages(QStackedWidget):
    """Qt's own takes the room of its largest page, whichever is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        """A page that needs more height than it is given scrolls by itself."""
        return False

    def sizeHint(self) -> QSize:
        """As wide as the page shown would like, and no higher than it needs."""
        shown = self.currentWidget()
        wanted = shown.sizeHint() if shown else super().sizeHint()
        return QSize(wanted.width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The least that the page shown needs."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()
