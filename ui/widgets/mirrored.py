"""What is painted in a window that is read from right to left: places, words and signs.

A painter that is `turned` mirrors all that is painted, so that geometry is only ever counted from
the side where reading begins; `write` and the theme's icons stand upright in it all the same.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

_LEFT, _RIGHT = int(Qt.AlignmentFlag.AlignLeft), int(Qt.AlignmentFlag.AlignRight)
_CENTRE, _ABSOLUTE = int(Qt.AlignmentFlag.AlignHCenter), int(Qt.AlignmentFlag.AlignAbsolute)


def to_the_left(widget: QWidget) -> bool:
    """Whether a widget is read from right to left."""
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def mirrored(widget: QWidget, box: QRectF) -> QRectF:
    """The same box, counted from the side where reading begins."""
    if not to_the_left(widget):
        return box
    return QRectF(widget.width() - box.right(), box.top(), box.width(), box.height())


def from_start(widget: QWidget, spot: QPointF) -> QPointF:
    """The same place, counted from the side where reading begins."""
    return QPointF(widget.width() - spot.x(), spot.y()) if to_the_left(widget) else spot


def onward(widget: QWidget, key: int) -> int:
    """The arrow key that means the same where reading goes from left to right."""
    other = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
    return other.get(Qt.Key(key), key) if to_the_left(widget) else key


def turn(painter: QPainter, box: QRect | QRectF, direction: Qt.LayoutDirection) -> None:
    """Mirror within a box what is painted from now on, where reading goes from right to left."""
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if direction is Qt.LayoutDirection.RightToLeft:
        _flip(painter, QRectF(box))


def turn_for(painter: QPainter, widget: QWidget) -> None:
    """The same for all that a widget paints."""
    turn(painter, widget.rect(), widget.layoutDirection())


def is_turned(painter: QPainter) -> bool:
    """Whether what is painted is mirrored."""
    return painter.transform().m11() < 0


def upright(painter: QPainter, box: QRectF) -> None:
    """Have what is painted into a box stand upright, within a save and a restore."""
    if is_turned(painter):
        _flip(painter, box)


def write(painter: QPainter, box: QRect | QRectF, align: Qt.AlignmentFlag | int, text: str) -> None:
    """Write words into a box; left is the side where reading begins."""
    if not is_turned(painter):
        painter.drawText(QRectF(box), int(align), text)
        return
    painter.save()
    upright(painter, QRectF(box))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(QRectF(box), _other_side(int(align)), text)
    painter.restore()


def _flip(painter: QPainter, box: QRectF) -> None:
    painter.translate(box.left() + box.right(), 0)
    painter.scale(-1, 1)


def _other_side(align: int) -> int:
    if align & _CENTRE:
        return align
    if align & _RIGHT:
        return (align & ~_RIGHT) | _LEFT | _ABSOLUTE
    return (align & ~_LEFT) | _RIGHT | _ABSOLUTE
