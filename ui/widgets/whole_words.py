"""Names and distances that are never cut: smaller type, then a second line, where room is short."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui import theme
from ui.widgets.mirrored import write

USUAL, SMALL = 13.0, 11.5
"""Sizes of type at 100 %."""
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Fitted:
    """Words as they fit: the size of their type, and their lines from the top."""

    size: float
    lines: tuple[str, ...]


def fitted(text: str, width: float, weight: int, *, most_lines: int = 2) -> Fitted:
    """One line of the usual type where it fits, else of smaller type on as many as need be.

    What does not fit in `most_lines` of these ends in an ellipsis.
    """
    for size in (USUAL, SMALL):
        if QFontMetricsF(theme.font(size, weight)).horizontalAdvance(text) <= width:
            return Fitted(size, (text,))
    font = theme.font(SMALL, weight)
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most_lines - 1:
        first = _first_line(rest, font, width)
        lines.append(first.rstrip())
        rest = rest[len(first) :]
    cut = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return Fitted(SMALL, (*lines, cut) if cut else tuple(lines))


def paint_whole(
    painter: QPainter,
    box: QRectF,
    text: str,
    weight: int,
    *,
    most_lines: int = 2,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Write words in the painter's colour, in the middle of a box's height; their width."""
    found = fitted(text, box.width(), weight, most_lines=most_lines)
    font = theme.font(found.size, weight)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    # Tighter than the type's own, so that two lines have room in a row of one.
    tall = metrics.height() if len(found.lines) == 1 else metrics.height() - theme.px(1)
    top = box.center().y() - tall * len(found.lines) / 2
    for at, line in enumerate(found.lines):
        write(painter, QRectF(box.left(), top + at * tall, box.width(), tall), align, line)
    return max((metrics.horizontalAdvance(line) for line in found.lines), default=0.0)


def _first_line(text: str, font: QFont, width: float) -> str:
    """As many whole words as a line has room for, with the space after them."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1.0))
    layout.endLayout()
    return text[: line.textStart() + max(line.textLength(), 1)]
