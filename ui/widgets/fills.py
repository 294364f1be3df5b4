"""The fills that tell one authority from another by more than hue: solid, hatched, hollow."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui import theme

RADIUS = 2.0


def series_colour(series: int) -> QColor:
    """The hue of a series; everything after the third is "others" and grey."""
    tokens = theme.tokens()
    hues = (tokens.chart1, tokens.chart2, tokens.chart3)
    return hues[series] if series < len(hues) else tokens.text3


def fill(painter: QPainter, box: QRectF, series: int) -> None:
    """Fill a box the way its series is always filled."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = series_colour(series)
    if series == 0:
        _solid(painter, box, colour)
    elif series == 1:
        _hatched(painter, box, colour)
    elif series == 2:
        _hollow(painter, box, colour)
    else:
        _dotted(painter, box, colour)
    painter.restore()


def hatch(painter: QPainter, box: QRectF, colour: QColor, *, step: float, width: float) -> None:
    """Diagonal lines over a box, `step` pixels apart."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    x = box.left() - box.height()
    # Lines start on a grid of the device so that neighbouring boxes hatch as one.
    x -= (x + box.bottom()) % step
    while x < box.right():
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += step
    painter.restore()


def _solid(painter: QPainter, box: QRectF, colour: QColor) -> None:
    path = QPainterPath()
    path.addRoundedRect(box, min(RADIUS, box.width() / 2), min(RADIUS, box.height() / 2))
    painter.fillPath(path, colour)


def _outline(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    inner = box.adjusted(inset, inset, -inset, -inset)
    if inner.width() < 1 or inner.height() < 1:
        painter.fillRect(box, colour)
        return
    painter.drawRoundedRect(inner, RADIUS - 0.5, RADIUS - 0.5)


def _hatched(painter: QPainter, box: QRectF, colour: QColor) -> None:
    hatch(painter, box, colour, step=4.0, width=1.6)
    if box.width() > 4 and box.height() > 4:
        _outline(painter, box, colour, 1.0)


def _hollow(painter: QPainter, box: QRectF, colour: QColor) -> None:
    _outline(painter, box, colour, 1.6)


def _dotted(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    y = box.top() + 2
    while y < box.bottom():
        x = box.left() + 2
        while x < box.right():
            painter.drawPoint(QPointF(x, y))
            x += 4
        y += 4
    if box.width() > 4 and box.height() > 4:
        _outline(painter, box, colour, 1.0)
