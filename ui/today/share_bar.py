"""A campaign as one stacked bar with its legend: every part has an icon, a word and a number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.today.share import Part, Share
from ui.today.words import translate
from ui.widgets.fills import hatch
from ui.widgets.mirrored import turn_for, write

BAR = 10
ROW = 22
GAP = 2
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ShareBar(QWidget):
    """Painted; its words are its accessible description."""

    def __init__(self, share: Share, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Answers to {0}").format(share.name))
        self.setAccessibleDescription(described(share))
        theme.changes().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The bar, a line for each part, and the total."""
        lines = len(self._share.counts) + 1
        return QSize(theme.px(220), theme.px(BAR + 10 + ROW * lines + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the legend below it."""
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, 0, self.width(), theme.px(BAR))
        for (part, _), box in zip(self._share.counts, pieces(self._share, bar), strict=True):
            _paint_piece(painter, box, part)
        y = theme.px(BAR + 10)
        for part, count in self._share.counts:
            self._line(painter, y, translate("Today", part.words), count, part)
            y += theme.px(ROW)
        self._line(painter, y + theme.px(4), self.tr("All requests"), self._share.total, None)
        painter.end()

    def _line(self, painter: QPainter, y: float, text: str, count: int, part: Part | None) -> None:
        tokens = theme.tokens()
        box = QRectF(0, y, self.width(), theme.px(ROW))
        if part is not None:
            side = theme.px(14)
            tone = "text2" if part.tone in ("tick_left", "ctl") else part.tone
            icon = QRectF(0, box.center().y() - side / 2, side, side)
            theme.paint_icon(painter, part.icon, tone, icon)
        painter.setFont(theme.font(12, 400 if part is not None else 600))
        painter.setPen(tokens.text)
        write(painter, box.adjusted(theme.px(22), 0, 0, 0), LEFT, text)
        painter.setFont(theme.font(12, 500 if part is not None else 600))
        write(painter, box, RIGHT, f"{count:,}")


def described(share: Share) -> str:
    """The bar in words: "Answered 4, Refused 3. 30 in all"."""
    parts = ", ".join(f"{translate('Today', part.words)} {count:,}" for part, count in share.counts)
    return translate("Today", "{parts}. {total} in all").format(
        parts=parts, total=f"{share.total:,}"
    )


def pieces(share: Share, bar: QRectF) -> tuple[QRectF, ...]:
    """The bar's pieces from left to right; small parts stay wide enough to be seen."""
    counts = [count for _, count in share.counts]
    room = bar.width() - GAP * max(0, len(counts) - 1)
    least = 5.0
    spare = room - least * len(counts)
    found: list[QRectF] = []
    x = bar.left()
    for count in counts:
        width = least + spare * count / max(1, share.total)
        found.append(QRectF(x, bar.top(), width, bar.height()))
        x += width + GAP
    return tuple(found)


def _paint_piece(painter: QPainter, box: QRectF, part: Part) -> None:
    colour = theme.tokens().named(part.tone)
    path = QPainterPath()
    path.addRoundedRect(box, 2, 2)
    if part.hatched:
        painter.save()
        painter.setClipPath(path)
        hatch(painter, box, colour, step=4.0, width=2.0)
        painter.restore()
        return
    painter.fillPath(path, colour)
