"""Which fill is which authority."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.core_words import told
from ui.counting import counted
from ui.widgets.fills import fill
from ui.widgets.mirrored import turn_for, write

BOX = 12
GAP = 18
WIDEST = 200
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SeriesLegend(QWidget):
    """The authorities that have a fill of their own, then all others together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changes().changed.connect(self.updateGeometry)

    def show_series(self, series: tuple[str, ...], others: int) -> None:
        """`series` as drawn, an empty name standing for the `others`."""
        named = [told(name) or counted(others, "other") for name in series]
        self._series = tuple(named)
        self.setAccessibleName(self.tr("Authorities: {0}").format(", ".join(named)))
        self.updateGeometry()
        self.update()

    def has_series(self) -> bool:
        """Whether there is anything to tell apart."""
        return bool(self._series)

    def _width(self, name: str) -> float:
        wide = QFontMetricsF(theme.font(12, 500)).horizontalAdvance(name) + 1
        return min(wide, theme.px(WIDEST))

    def sizeHint(self) -> QSize:
        """All names on one line."""
        wide = sum(theme.px(BOX) + 7 + self._width(name) + GAP for name in self._series)
        return QSize(round(wide), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Names are cut rather than pushed out."""
        return QSize(theme.px(60), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a swatch and a name for each."""
        painter = QPainter(self)
        turn_for(painter, self)
        font = theme.font(12, 500)
        painter.setFont(font)
        painter.setPen(theme.tokens().text)
        side, x = theme.px(BOX), 0.0
        share = self.width() / max(1, len(self._series)) - side - 7 - GAP
        fits = self.sizeHint().width() <= self.width()
        for at, name in enumerate(self._series):
            fill(painter, QRectF(x, (self.height() - side) / 2, side, side), at)
            wide = self._width(name) if fits else max(20.0, min(self._width(name), share))
            text = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, wide)
            x += side + 7
            write(painter, QRectF(x, 0, wide + 2, self.height()), LEFT, text)
            x += wide + GAP
        painter.end()
