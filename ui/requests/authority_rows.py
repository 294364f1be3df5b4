"""How an authority stands in a list: its name with the match marked, its law, a warning."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from foitrack.law.terms import Regime
from ui import theme
from ui.requests.matches import marked
from ui.widgets.mirrored import upright, write

REGIME_WIDE = 64
PAD = 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_name(painter: QPainter, box: QRectF, name: str, typed: str, weight: int = 500) -> float:
    """A name, its matches in the accent; where it ends."""
    tokens, left = theme.tokens(), box.left()
    pieces = [
        (part, hit, theme.font(13, 600 if hit else weight)) for part, hit in marked(name, typed)
    ]
    wide = sum(QFontMetricsF(font).horizontalAdvance(part) for part, _, font in pieces)
    painter.save()
    # One after the other as they are read, wherever the line begins.
    upright(painter, QRectF(left, box.top(), min(wide, box.width()), box.height()))
    for part, hit, font in pieces:
        painter.setFont(font)
        painter.setPen(tokens.accent_ink if hit else tokens.text)
        room = QRectF(left, box.top(), max(box.right() - left, 0), box.height())
        write(painter, room, _MIDDLE, part)
        left += QFontMetricsF(font).horizontalAdvance(part)
    painter.restore()
    return left


def paint_detail(painter: QPainter, box: QRectF, detail: str, typed: str) -> None:
    """What helps to tell it apart, cut where there is no room."""
    font = theme.font(12)
    painter.setFont(font)
    painter.setPen(theme.tokens().text2)
    shown = QFontMetricsF(font).elidedText(detail, Qt.TextElideMode.ElideRight, box.width())
    write(painter, box, _MIDDLE, shown)


def paint_regime(painter: QPainter, box: QRectF, regime: Regime) -> None:
    """The law at the right; one that is not FOIA stands out by its tint."""
    tokens = theme.tokens()
    wide = theme.px(REGIME_WIDE)
    spot = QRectF(box.right() - wide, box.center().y() - theme.px(10), wide, theme.px(20))
    if regime is not Regime.FOIA:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.violet_soft)
        painter.drawRoundedRect(spot, 4, 4)
    painter.setFont(theme.font(12, 400 if regime is Regime.FOIA else 600))
    painter.setPen(tokens.text2 if regime is Regime.FOIA else tokens.violet)
    write(painter, spot, Qt.AlignmentFlag.AlignCenter, regime.value)


def paint_ground(painter: QPainter, box: QRectF, *, current: bool, focused: bool) -> None:
    """The line the keyboard is on."""
    if not current:
        return
    tokens = theme.tokens()
    painter.setPen(QPen(tokens.accent, 2) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent_soft)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
