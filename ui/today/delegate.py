"""Paints Today's lines: headings with icon and rule, rows with ticks, distance and one button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.today import words
from ui.today.lines import DENSITIES, ActionRow, Density, Heading, Line
from ui.today.model import LINE_ROLE
from ui.today.ticks import WIDTH as TICKS_WIDTH
from ui.today.ticks import paint_ticks
from ui.widgets.mirrored import turn, write
from ui.widgets.whole_words import paint_whole

Index = QModelIndex | QPersistentModelIndex
INDENT = 28
BUTTON = QSize(172, 30)
WHEN_WIDTH = 212
STACKED = 22
STACKED_BELOW = 600
"""Narrower rows have four lines."""
TICKS_FROM = 720
"""Narrower rows leave the ticks out; their words say the same."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row stand."""

    name: QRect
    ticks: int | None
    when: QRect
    button: QRect


def columns(box: QRect) -> Columns:
    """Divide a row's box into its parts."""
    tall = min(box.height() - 6, theme.px(BUTTON.height()))
    wide = theme.px(BUTTON.width())
    button = QRect(box.right() - wide - 5, box.center().y() - tall // 2, wide, tall)
    when_width = theme.px(WHEN_WIDTH)
    left = box.left() + theme.px(INDENT)
    if box.width() < theme.px(STACKED_BELOW):
        # Large text in a small window: when it is due stands below what it is.
        half, wide = box.height() // 2, button.left() - 16 - left
        below = QRect(left, box.top() + half, wide, half)
        return Columns(QRect(left, box.top(), wide, half), None, below, button)
    when = QRect(button.left() - 16 - when_width, box.top(), when_width, box.height())
    ticks = when.left() - TICKS_WIDTH - 20 if box.width() >= theme.px(TICKS_FROM) else None
    end = (ticks if ticks is not None else when.left()) - 16
    name = QRect(
        box.left() + theme.px(INDENT), box.top(), end - box.left() - theme.px(INDENT), box.height()
    )
    return Columns(name, ticks, when, button)


class TodayDelegate(QStyledItemDelegate):
    """Row and heading painter. The view tells it which button the mouse is on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.density: Density = DENSITIES[0]
        self.stacked = False
        """Whether rows are so narrow that they have four lines."""
        self.hovered_button: int | None = None
        """The row whose button the mouse is on."""
        self.pressed_button: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows and headings have the heights of the density chosen, grown with the text."""
        line: Line | None = index.data(LINE_ROLE)
        tall = self.density.heading if isinstance(line, Heading) else self.density.row
        if not isinstance(line, Heading) and self.stacked:
            tall += STACKED
        return QSize(0, theme.px(tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line: Line | None = index.data(LINE_ROLE)
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            _paint_heading(painter, option.rect, line)
        elif isinstance(line, ActionRow):
            self._paint_row(painter, option, index.row(), line)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, at: int, row: ActionRow
    ) -> None:
        box = option.rect
        parts = columns(box)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        _paint_ground(painter, box, option)
        _paint_name(painter, parts.name, row)
        if parts.ticks is not None:
            paint_ticks(painter, parts.ticks, box.center().y() + 1, row.item)
        tone = theme.tokens().named(words.when_tone(row))
        _two_lines(painter, parts.when, row.item.when, row.item.when_detail, tone)
        hovered = at in (self.hovered_button, self.pressed_button)
        _paint_button(painter, parts.button, row, hovered=hovered)
        if focused:
            _paint_ring(painter, parts.button)


def _paint_ground(painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
    tokens = theme.tokens()
    inside = QRectF(box).adjusted(theme.px(INDENT) - 12, 2, -2, -2)
    if option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.hover)
        painter.drawRoundedRect(inside, 6, 6)


def _paint_name(painter: QPainter, box: QRect, row: ActionRow) -> None:
    tokens = theme.tokens()
    shift = 0
    if words.is_batch(row.item):
        line = QFontMetrics(theme.font(13, 600)).height()
        top = box.center().y() - line
        side = theme.px(16)
        copy = QRectF(box.left(), top + (line - side) / 2, side, side)
        theme.paint_icon(painter, "copy", "text2", copy)
        shift = side + 6
    _two_lines(painter, box, row.item.authority, row.item.detail, tokens.text, shift=shift)


def _two_lines(
    painter: QPainter, box: QRect, first: str, second: str, colour: QColor, *, shift: int = 0
) -> None:
    name, small = theme.font(13, 600), theme.font(12, 400)
    name_line, small_line = QFontMetrics(name), QFontMetrics(small)
    top = box.center().y() - (name_line.height() + small_line.height()) // 2 + 1
    painter.setPen(colour)
    upper = QRect(box.left() + shift, top, box.width() - shift, name_line.height())
    paint_whole(painter, QRectF(upper), first, 600, most_lines=1)
    painter.setFont(small)
    painter.setPen(theme.tokens().text2)
    lower = QRect(box.left(), upper.bottom() + 1, box.width(), small_line.height())
    write(painter, lower, LEFT, _cut(small_line, second, lower.width()))


def _cut(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _paint_button(painter: QPainter, box: QRect, row: ActionRow, *, hovered: bool) -> None:
    tokens = theme.tokens()
    font = theme.font(13, 500)
    edge = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    if row.first:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent_hover if hovered else tokens.accent)
    else:
        painter.setPen(QPen(tokens.line2, 1))
        painter.setBrush(tokens.hover if hovered else tokens.raised)
    painter.drawRoundedRect(edge, 6, 6)
    painter.setFont(font)
    painter.setPen(tokens.on_accent if row.first else tokens.text)
    text = _cut(QFontMetrics(font), words.button(row.item), box.width() - 12)
    write(painter, box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_ring(painter: QPainter, button: QRect) -> None:
    """The focus: 2 px of accent, 2 px away from the button that Enter presses."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.tokens().accent, 2))
    painter.drawRoundedRect(QRectF(button).adjusted(-3, -3, 3, 3), 8, 8)


def _paint_heading(painter: QPainter, box: QRect, heading: Heading) -> None:
    tokens = theme.tokens()
    group = heading.group
    title, small = theme.font(14, 600), theme.font(12, 400)
    look = words.look(group.kind)
    tall = QFontMetrics(title).height()
    line = QRect(box.left(), box.bottom() - tall - 7, box.width(), tall)
    side = theme.px(16)
    top = line.center().y() - side / 2 + 1
    theme.paint_icon(painter, look.icon, look.tone, QRectF(line.left() + 2, top, side, side))
    x = _say(painter, line, line.left() + theme.px(INDENT), group.title, title, tokens.text)
    x = _say(painter, line, x + 10, f"{group.requests:,}", title, tokens.text3)
    _say(painter, line, x + 12, group.hint, small, tokens.text2)
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), tokens.line)


def _say(painter: QPainter, line: QRect, left: int, text: str, font: QFont, colour: QColor) -> int:
    """Write a word of a heading from `left` on and return where it ends."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(colour)
    room = QRect(left, line.top(), max(0, line.right() - left), line.height())
    shown = _cut(metrics, text, room.width())
    write(painter, room, LEFT, shown)
    return left + metrics.horizontalAdvance(shown)
