"""Something shown beside what it explains, without leaving the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui import theme

SHADOW = 20
ARROW = 9
RADIUS = 10
GAP = 4
SHEET_BELOW = 1100
"""Narrower windows show a sheet in the middle instead."""


class Popover(QWidget):
    """A box of the window itself, anchored above or below a widget that it never covers.

    Esc, a click elsewhere or `close_popover` closes it, and the keyboard goes back to where it
    was. Put the content into `body`.
    """

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._anchor: QWidget | None = None
        self._before: QWidget | None = None
        self._points_up: bool | None = None
        self._tip = 0
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        self.content = QWidget(self)
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        outer.addWidget(self.content)
        self.hide()
        theme.changes().changed.connect(self.update)

    def open_at(self, anchor: QWidget) -> None:
        """Show it beside the anchor and take the keyboard."""
        self._anchor = anchor
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def close_popover(self) -> None:
        """Hide it and give the keyboard back."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def is_sheet(self) -> bool:
        """Whether the window is too narrow for an anchored box."""
        return self.window().width() < theme.px(SHEET_BELOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_popover()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes, and so does another page; a window resized moves it along."""
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self._anchor and event.type() == QEvent.Type.Hide:
            self.close_popover()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            spot = event.globalPosition().toPoint()
            inside = self._box().contains(self.mapFromGlobal(spot))
            if self.isVisible() and isinstance(watched, QWidget) and not inside:
                self.close_popover()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self.window()
        room = window.rect().adjusted(4, 4, -4, -4)
        size = self._wanted_size(room.size())
        self.resize(size)
        if self._anchor is None or self.is_sheet():
            self._points_up = None
            self.move(room.center() - QPoint(size.width() // 2, size.height() // 2))
            return
        spot = QRect(self._anchor.mapTo(window, QPoint(0, 0)), self._anchor.size())
        above = spot.top() - GAP - size.height() + SHADOW - ARROW
        below = spot.bottom() + GAP - SHADOW + ARROW
        self._points_up = above < room.top() - SHADOW
        top = below if self._points_up else above
        left = spot.right() - size.width() + SHADOW
        left = max(room.left() - SHADOW, min(left, room.right() + SHADOW - size.width()))
        top = max(room.top() - SHADOW, min(top, room.bottom() + SHADOW - size.height()))
        self._tip = spot.center().x() - left
        self.move(left, top)

    def _wanted_size(self, room: QSize) -> QSize:
        self.ensurePolished()
        layout = self.layout()
        if layout is not None:
            layout.activate()
        wanted = self.sizeHint()
        if wanted.width() > room.width() + 2 * SHADOW:
            wanted.setWidth(room.width() + 2 * SHADOW)
        if self.hasHeightForWidth():
            wanted.setHeight(self.heightForWidth(wanted.width()))
        return wanted.boundedTo(room + QSize(2 * SHADOW, 2 * SHADOW))

    def _box(self) -> QRect:
        return self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def _outline(self) -> QPainterPath:
        box = QRectF(self._box()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS, RADIUS)
        if self._points_up is None:
            return path
        tip = min(max(float(self._tip), box.left() + 24), box.right() - 24)
        foot, out = (box.top(), -ARROW) if self._points_up else (box.bottom(), ARROW)
        arrow = QPainterPath()
        arrow.addPolygon(
            QPolygonF(
                [
                    QPointF(tip - ARROW, foot),
                    QPointF(tip, foot + out),
                    QPointF(tip + ARROW, foot),
                    QPointF(tip - ARROW, foot),
                ]
            )
        )
        return path.united(arrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, edge and ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shadow(painter, QRectF(self._box()), SHADOW, RADIUS)
        tokens = theme.tokens()
        painter.setPen(QPen(tokens.line2, 1))
        painter.setBrush(tokens.raised)
        painter.drawPath(self._outline())


def paint_shadow(painter: QPainter, box: QRectF, reach: int, radius: float) -> None:
    """A soft shadow around a box, a little lower than it."""
    shade = QColor(theme.tokens().shadow)
    steps = reach - 4
    whole = shade.alphaF()
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(steps, 0, -1):
        shade.setAlphaF(whole * 2.2 * (1 - step / steps) ** 1.5 / steps)
        painter.setBrush(shade)
        grown = box.adjusted(-step, -step + 4, step, step + 4)
        painter.drawRoundedRect(grown, radius + step, radius + step)
    painter.restore()
