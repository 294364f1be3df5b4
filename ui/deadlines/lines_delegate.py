"""Paints the calendar's lines: stacked in the rail, in columns in the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.core_words import told
from ui.deadlines import words
from ui.deadlines.lines import Head, Item, Line, Remark
from ui.deadlines.lines_model import LINE_ROLE
from ui.widgets.mirrored import turn, write
from ui.widgets.whole_words import paint_whole

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
INDENT = 24
KIND_WIDTH = 136
NAME_SHARE = 0.34
NAME_LEAST, NAME_MOST = 200, 300
"""Pixels at 100 % text: far from the name its detail would be hard to follow."""
COLUMNS_FROM = 620
"""In a narrower list the detail stands below the name, after the kind in words."""


class LinesDelegate(QStyledItemDelegate):
    """`stacked`: the detail wraps below the name; else kind, name and detail stand in columns."""

    def __init__(self, *, stacked: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stacked = stacked

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heights follow the words: details wrap in the rail."""
        line: Line | None = index.data(LINE_ROLE)
        width = option.widget.viewport().width() if option.widget is not None else 0  # type: ignore[attr-defined]
        if isinstance(line, Head):
            return QSize(0, theme.px(34 if index.row() else 26))
        if isinstance(line, Remark):
            return QSize(0, _wrapped(line.text, theme.font(12, 400), width - 22) + theme.px(8))
        if not self._stacked and width >= theme.px(COLUMNS_FROM):
            return QSize(0, theme.px(36))
        tall = theme.px(26)
        said = self._below(line)
        if said:
            tall += _wrapped(said, theme.font(12, 400), width - theme.px(INDENT))
        return QSize(0, tall)

    def _below(self, line: Line | None) -> str:
        """What stands below a name where there are no columns."""
        if not isinstance(line, Item):
            return ""
        # In the rail the heading above says what kind it is.
        kind = "" if self._stacked else words.legend(line.entry.kind)
        return ". ".join(part for part in (kind, line.detail) if part)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line: Line | None = index.data(LINE_ROLE)
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Head):
            _paint_head(painter, option.rect, line, ruled=not self._stacked)
        elif isinstance(line, Remark):
            _paint_remark(painter, option.rect, line)
        elif isinstance(line, Item):
            _paint_ground(painter, option)
            if self._stacked or option.rect.width() < theme.px(COLUMNS_FROM):
                _paint_stacked(painter, option.rect, line, self._below(line))
            else:
                _paint_columns(painter, option.rect, line)
        painter.restore()


def _wrapped(text: str, font: QFont, width: int) -> int:
    box = QRect(0, 0, max(40, width), 10_000)
    return QFontMetrics(font).boundingRect(box, TOP, text).height() + 2


def _write(painter: QPainter, box: QRect, text: str, font: QFont, tone: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.tokens().named(tone))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    write(painter, box, LEFT, shown)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    tokens = theme.tokens()
    box = QRectF(option.rect).adjusted(0, 1, 0, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(tokens.hover)
        painter.drawRoundedRect(box, 6, 6)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.accent, 2))
        painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), 6, 6)


def _paint_head(painter: QPainter, box: QRect, head: Head, *, ruled: bool) -> None:
    tall = theme.px(24)
    line = QRect(box.left() + 4, box.bottom() - tall, box.width() - 4, tall)
    font = theme.font(14 if ruled else 13, 600)
    _write(painter, line, head.text, font, "text")
    if head.note:
        start = QFontMetrics(font).horizontalAdvance(head.text) + 12
        _write(painter, line.adjusted(start, 0, 0, 0), head.note, theme.font(12, 400), head.tone)
    if ruled:
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.tokens().line)


def _paint_remark(painter: QPainter, box: QRect, remark: Remark) -> None:
    left = 4
    if remark.icon:
        side = theme.px(14)
        icon = QRectF(box.left() + 4, box.top() + 3, side, side)
        theme.paint_icon(painter, remark.icon, remark.tone, icon)
        left = theme.px(INDENT)
    painter.setFont(theme.font(12, 400))
    painter.setPen(theme.tokens().named(remark.tone))
    write(painter, box.adjusted(left, 2, 0, 0), int(TOP), remark.text)


def _icon(painter: QPainter, left: int, middle: float, kind: str) -> None:
    look = words.kind_of(kind)
    side = theme.px(14)
    theme.paint_icon(painter, look.icon, look.tone, QRectF(left, middle - side / 2, side, side))


def _paint_stacked(painter: QPainter, box: QRect, item: Item, below: str) -> None:
    tall = theme.px(24)
    _icon(painter, box.left() + 4, box.top() + 1 + tall / 2, item.entry.kind)
    name = QRect(
        box.left() + theme.px(INDENT), box.top() + 1, box.width() - theme.px(INDENT) - 4, tall
    )
    painter.setPen(theme.tokens().text)
    paint_whole(painter, QRectF(name), told(item.entry.label), 500, most_lines=1)
    if below:
        painter.setFont(theme.font(12, 400))
        painter.setPen(theme.tokens().text2)
        write(painter, box.adjusted(theme.px(INDENT), tall, -4, 0), int(TOP), below)


def _paint_columns(painter: QPainter, box: QRect, item: Item) -> None:
    look = words.kind_of(item.entry.kind)
    tone = "accent_ink" if look.tone == "accent" else look.tone
    _icon(painter, box.left() + 4, box.center().y() + 0.5, item.entry.kind)
    x = box.left() + theme.px(INDENT)
    kind = QRect(x, box.top(), theme.px(KIND_WIDTH) - 12, box.height())
    _write(painter, kind, words.legend(item.entry.kind), theme.font(12, 500), tone)
    x += theme.px(KIND_WIDTH)
    share = round((box.width() - x) * NAME_SHARE)
    wide = min(max(share, theme.px(NAME_LEAST)), theme.px(NAME_MOST))
    painter.setPen(theme.tokens().text)
    name = QRectF(x, box.top(), wide - 16, box.height())
    paint_whole(painter, name, told(item.entry.label), 600)
    painter.setPen(theme.tokens().text2)
    detail = QRectF(x + wide, box.top(), box.right() - x - wide - 4, box.height())
    paint_whole(painter, detail, item.detail, 400)
