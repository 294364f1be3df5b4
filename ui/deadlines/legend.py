"""What the calendar's signs mean, on one line that wraps into fewer words when it is narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.deadlines.words import KINDS, translate
from ui.law_tips import ANSWER, ASK, COMMISSIONER, tip
from ui.widgets.fills import hatch
from ui.widgets.mirrored import turn_for, write

ORDER = ("due", "late", "response", "review", "commissioner")
GAP = 18
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Legend(QWidget):
    """Icons and words of the marks, then the two kinds of holiday."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the signs mean"))
        self.setToolTip("\n".join(map(tip, (ANSWER, ASK, COMMISSIONER))))
        self.setAccessibleDescription(self.toolTip())
        theme.changes().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(400), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits; the tooltip and the day's words say the rest."""
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12, 400))
        x = 0.0
        for kind in ORDER:
            x = self._sign(painter, x, kind)
        x += 6
        x = self._ground(painter, x, self.tr("Holiday everywhere"), hatched=False)
        self._ground(painter, x, self.tr("Holiday in some nations"), hatched=True)
        painter.end()

    def _sign(self, painter: QPainter, x: float, kind: str) -> float:
        look = KINDS[kind]
        side = theme.px(14)
        text = translate("Deadlines", look.legend)
        box = QRectF(x, (self.height() - side) / 2, side, side)

        def icon() -> None:
            theme.paint_icon(painter, look.icon, look.tone, box)

        return self._say(painter, box, text, icon)

    def _ground(self, painter: QPainter, x: float, text: str, *, hatched: bool) -> float:
        tokens = theme.tokens()
        box = QRectF(x, (self.height() - theme.px(13)) / 2, theme.px(20), theme.px(13))

        def swatch() -> None:
            painter.setPen(QPen(tokens.amber_line, 1))
            painter.setBrush(tokens.amber_soft)
            painter.drawRoundedRect(box, 3, 3)
            if hatched:
                hatch(painter, box.adjusted(1, 1, -1, -1), tokens.amber, step=5.0, width=1.0)

        return self._say(painter, box, text, swatch)

    def _say(self, painter: QPainter, box: QRectF, text: str, sign: Callable[[], None]) -> float:
        """Paint a sign and its words; leave both out where they do not fit."""
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        start = box.right() + 7
        if start + width > self.width():
            return box.left()
        sign()
        painter.setPen(theme.tokens().text2)
        write(painter, QRectF(start, 0, width + 2, self.height()), LEFT, text)
        return start + width + GAP
