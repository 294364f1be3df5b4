"""A ring around the button that has the keyboard: 2 px of accent, 2 px away from it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar, QWidget

from ui import theme

OUT = 4
WIDE = 2
RADIUS = 8
TAB_GAP, AIR = 22, 8
"""Behind each tab (see the style sheet), and between its words and the ring."""
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Hide,
    QEvent.Type.Show,
    QEvent.Type.ParentChange,
}


class FocusRing(QWidget):
    """Follows the keyboard through a window.

    A click shows none: it says itself where it was. Buttons and tab bars get it by themselves,
    other widgets by a property `ring` (`outside`, or `inside` where there is no room around
    them). Of a tab bar the tab that is up has it. Fields and lists show the focus by an
    edge of their own.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around: QWidget | None = None
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def around(self) -> QWidget | None:
        """The widget that has the ring, or None."""
        return self._around

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if not shiboken6.isValid(self):
            return
        self._watch(None)
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        here = now is not None and now.window() is self.window()
        if now is not None and here and not by_mouse and wants_ring(now):
            self._watch(now)
        self._follow()

    def _watch(self, widget: QWidget | None) -> None:
        for watched in _chain(self._around):
            watched.removeEventFilter(self)
        if isinstance(self._around, QTabBar) and shiboken6.isValid(self._around):
            self._around.currentChanged.disconnect(self._follow)
        self._around = widget
        if isinstance(widget, QTabBar):
            widget.currentChanged.connect(self._follow)
        for watched in _chain(widget):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along when the widget or what it stands in moves."""
        if event.type() in _MOVES:
            self._follow()
        return False

    def _follow(self) -> None:
        around = self._around
        if around is None or not shiboken6.isValid(around) or not around.isVisible():
            self.hide()
            return
        part = around.rect()
        if isinstance(around, QTabBar) and around.count():
            part = _words_of(around, around.tabRect(around.currentIndex()) & part)
        box = QRect(around.mapTo(self.window(), part.topLeft()), part.size())
        out = 0 if around.property("ring") == "inside" or part != around.rect() else OUT
        self.setGeometry(box.adjusted(-out, -out, out, out))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tokens().accent, WIDE))
        half = WIDE / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS
        )


def wants_ring(widget: QWidget) -> bool:
    """Whether the focus on this widget shows as a ring around it."""
    return isinstance(widget, QAbstractButton | QTabBar) or bool(widget.property("ring"))


def _words_of(tabs: QTabBar, tab: QRect) -> QRect:
    """A tab without the gap to the next one, and a little air around its words."""
    gap = theme.px(TAB_GAP)
    before, after = (gap, 0) if tabs.isRightToLeft() else (0, gap)
    return tab.adjusted(before - AIR, 2, AIR - after, 0)


def _chain(widget: QWidget | None) -> list[QWidget]:
    found = []
    while widget is not None and shiboken6.isValid(widget) and not widget.isWindow():
        found.append(widget)
        widget = widget.parentWidget()
    return found
