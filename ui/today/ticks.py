"""Row ticks: twenty small bars that show how far a count has run. Beside words, never alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from foitrack.desk.views import AgendaItem
from ui import theme

BARS = 20
LATE_BARS = 8
PITCH = 4
SIZE = (3, 10)
WIDTH = (BARS + LATE_BARS) * PITCH + 2


def reached(day: int, limit: int) -> int:
    """How many of the twenty bars are filled when `day` of `limit` is reached."""
    if limit <= 0:
        return 0
    return max(0, min(BARS, round(day * BARS / limit)))


def paint_ticks(painter: QPainter, left: float, middle: float, item: AgendaItem) -> None:
    """Paint a row's ticks from `left` on, centred on `middle`; nothing without a count."""
    if item.day is None:
        return
    tokens = theme.tokens()
    late = item.late > 0
    done = BARS if late else reached(item.day, item.limit)
    counted = tokens.tick_past if late else tokens.accent
    for at in range(BARS):
        _bar(painter, left + at * PITCH, middle, counted if at < done else tokens.tick_left)
    for at in range(min(item.late, LATE_BARS) if late else 0):
        _bar(painter, left + 2 + (BARS + at) * PITCH, middle, tokens.red)


def _bar(painter: QPainter, left: float, middle: float, colour: QColor) -> None:
    painter.fillRect(QRectF(left, middle - SIZE[1] / 2, *SIZE), colour)
