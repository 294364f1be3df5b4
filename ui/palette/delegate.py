"""How a line of the palette looks: its icon, its words with what was sought, its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from foitrack.desk.views.found import Marked
from ui import theme
from ui.palette.entries import Entry
from ui.palette.model import ENTRY_ROLE
from ui.widgets.mirrored import turn, upright, write

Index = QModelIndex | QPersistentModelIndex
HEADING, LINE, TWO_LINES = 30, 36, 52
SIDE, ICON = 14, 16
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
ASIDE_SHARE = 0.4
"""Of a line's width, at most."""


class PaletteDelegate(QStyledItemDelegate):
    """Headings in small letters; entries on one line or two."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Higher where there is a second line."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return QSize(100, theme.px(HEADING))
        return QSize(100, theme.px(TWO_LINES if entry.detail.text else LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_entry(painter, box, entry, chosen=chosen)
        else:
            painter.setFont(theme.font(11, 500))
            painter.setPen(theme.tokens().text2)
            inside = box.adjusted(theme.px(SIDE), theme.px(6), -theme.px(SIDE), 0)
            write(painter, inside, _LEFT, str(index.data()))
        painter.restore()


def _paint_entry(painter: QPainter, box: QRectF, entry: Entry, *, chosen: bool) -> None:
    tokens, side, icon = theme.tokens(), theme.px(SIDE), theme.px(ICON)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent_soft)
        painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 6, 6)
    first = QRectF(box.left() + side, box.top(), box.width() - 2 * side, theme.px(LINE))
    spot = QRectF(first.left(), first.center().y() - icon / 2, icon, icon)
    off = bool(entry.why_not)
    theme.paint_icon(painter, entry.icon, "text3" if off else "text2", spot)
    first.setLeft(first.left() + icon + theme.px(10))
    aside = entry.why_not if off else entry.aside
    whole = first.width()
    if entry.detail.text:
        first.setHeight(theme.px(28))
    wide = _paint_aside(painter, first, aside)
    words = first.adjusted(0, 0, -wide, 0)
    paint_marked(painter, words, entry.title, 13, 500, "text3" if off else "text")
    if entry.detail.text:
        second = QRectF(words.left(), box.top() + theme.px(25), whole, theme.px(22))
        paint_marked(painter, second, entry.detail, 12, 400, "text2")


def _paint_aside(painter: QPainter, box: QRectF, aside: str) -> float:
    """The words at the right; the width they take."""
    if not aside:
        return 0.0
    font = theme.font(12)
    metrics = QFontMetricsF(font)
    most = box.width() * ASIDE_SHARE
    shown = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, most)
    painter.setFont(font)
    painter.setPen(theme.tokens().text2)
    write(painter, box, _RIGHT, shown)
    return min(metrics.horizontalAdvance(shown), most) + theme.px(12)


def paint_marked(
    painter: QPainter, box: QRectF, words: Marked, size: int, weight: int, token: str
) -> None:
    """Words on a line, what was sought in the accent and bold; cut where there is no room."""
    tokens, left = theme.tokens(), box.left()
    plain, bold = theme.font(size, weight), theme.font(size, 600)
    pieces = [(part, hit, bold if hit else plain) for part, hit in parts(words)]
    wide = sum(QFontMetricsF(font).horizontalAdvance(part) for part, _, font in pieces)
    painter.save()
    # One after the other as they are read, wherever the line begins.
    upright(painter, QRectF(left, box.top(), min(wide, box.width()), box.height()))
    for part, hit, font in pieces:
        room = box.right() - left
        if room <= 0:
            break
        shown = _cut(font, part, room)
        painter.setFont(font)
        painter.setPen(tokens.accent_ink if hit else tokens.named(token))
        write(painter, QRectF(left, box.top(), room, box.height()), _LEFT, shown)
        left += QFontMetricsF(font).horizontalAdvance(part)
    painter.restore()


def _cut(font: QFont, part: str, room: float) -> str:
    return QFontMetricsF(font).elidedText(part, Qt.TextElideMode.ElideRight, room)


def parts(words: Marked) -> list[tuple[str, bool]]:
    """The words in pieces, and whether each was sought."""
    found, last = [], 0
    for start, end in words.marks:
        found += [(words.text[last:start], False), (words.text[start:end], True)]
        last = end
    found.append((words.text[last:], False))
    return [(part, hit) for part, hit in found if part]
