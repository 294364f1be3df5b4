"""Panes with a divider between them that keys move as well as the mouse."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui import theme

STEP = 24
"""Pixels at 100 % text that an arrow moves it."""
SEEN = 3
"""Pixels that it is wide while it has the keyboard."""
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_ON = (Qt.Key.Key_Down, Qt.Key.Key_Right)


class Divider(QSplitterHandle):
    """Tab comes to it; the arrows move it, Home and End as far as it goes."""

    def __init__(self, orientation: Qt.Orientation, panes: QSplitter) -> None:
        super().__init__(orientation, panes)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        said = QCoreApplication.translate("Divided", "Divider; the arrows move it")
        self.setAccessibleName(said)
        self._usual = panes.handleWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move it."""
        key = Qt.Key(event.key())
        panes = self.splitter()
        upright = self.orientation() is Qt.Orientation.Horizontal
        here = self.x() if upright else self.y()
        whole = panes.width() if upright else panes.height()
        if key in _BACK or key in _ON:
            self.moveSplitter(here + theme.px(STEP if key in _ON else -STEP))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.moveSplitter(0 if key == Qt.Key.Key_Home else whole)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._usual = self.splitter().handleWidth()
        self.splitter().setHandleWidth(theme.px(SEEN))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It went on."""
        super().focusOutEvent(event)
        self.splitter().setHandleWidth(self._usual)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline; in the accent while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            QPainter(self).fillRect(QRectF(self.rect()), theme.tokens().accent)


class Divided(QSplitter):
    """A splitter whose divider has the keyboard too."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)

    def createHandle(self) -> QSplitterHandle:
        """A divider that keys move."""
        return Divider(self.orientation(), self)
