"""Paints the case rows: two lines a row so that allegations have room, the source like a link."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from foitrack.desk.views import CaseRowView
from ui import theme
from ui.casedata import words
from ui.casedata.columns import AUTHORITY, COUNT, SOURCE, Column
from ui.casedata.model import COLUMN_ROLE, ROW_ROLE
from ui.widgets.mirrored import turn, write

Index = QModelIndex | QPersistentModelIndex
ROW = 46
PAD = 8
MARK = 3
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CaseRowDelegate(QStyledItemDelegate):
    """One painter for all columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have one height; the view sets it."""
        return QSize(0, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row: CaseRowView | None = index.data(ROW_ROLE)
        column: Column | None = index.data(COLUMN_ROLE)
        if column is None:
            return
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, first=index.column() == 0)
        if row is None:
            _paint_coming(painter, option.rect)
        else:
            _paint_cell(painter, option.rect, row, column)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, first: bool) -> None:
    tokens = theme.tokens()
    box = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, tokens.accent_soft)
        if first:
            painter.fillRect(QRect(box.left(), box.top(), MARK, box.height()), tokens.accent)
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), tokens.line)


def _paint_coming(painter: QPainter, box: QRect) -> None:
    """A grey bar where a row is still on its way."""
    bar = QRectF(box.left() + PAD, box.center().y() - 4, min(80, box.width() - 2 * PAD), 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens().sunken)
    painter.drawRoundedRect(bar, 4, 4)


def _paint_cell(painter: QPainter, box: QRect, row: CaseRowView, column: Column) -> None:
    tokens = theme.tokens()
    inside = box.adjusted(PAD, 0, -PAD, -1)
    if column.key == SOURCE:
        _paint_source(painter, inside, row)
        return
    text = words.cell(row, column.key)
    if column.key == COUNT:
        strong = row.count is not None and row.count > 1
        painter.setFont(theme.font(13, 600 if strong else 500))
        painter.setPen(tokens.text)
        write(painter, inside, RIGHT, text)
        return
    faint = not text or (column.key == AUTHORITY and row.authority is None)
    font = theme.font(13, 500 if column.key == AUTHORITY else 400)
    painter.setPen(tokens.text3 if faint else tokens.text2 if column.stretches else tokens.text)
    two_lines(painter, inside, text or words.not_given(), font)


def _paint_source(painter: QPainter, box: QRect, row: CaseRowView) -> None:
    mark = words.provenance(row)
    side = theme.px(16)
    icon = QRectF(box.left(), box.center().y() - side / 2 + 0.5, side, side)
    theme.paint_icon(painter, mark.icon, mark.tone, icon)
    font = theme.font(12, 500)
    painter.setFont(font)
    painter.setPen(theme.tokens().text2 if row.document_id is None else theme.tokens().accent_ink)
    line = box.adjusted(side + 8, 0, 0, 0)
    text = QFontMetrics(font).elidedText(
        words.source(row), Qt.TextElideMode.ElideRight, line.width()
    )
    write(painter, line, LEFT, text)


def two_lines(
    painter: QPainter, box: QRect, text: str, font: QFont, *, from_top: bool = False
) -> None:
    """Write a text on one line or two, centred on the box's height; the second is cut."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    first, rest = _split(text, font, box.width())
    tall = metrics.lineSpacing()
    lines = [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box.width())]
    shown = [line for line in lines if line]
    top = box.top() if from_top else box.center().y() - tall * len(shown) // 2 + 1
    for at, line in enumerate(shown):
        write(painter, QRect(box.left(), top + at * tall, box.width(), tall), LEFT, line)


def _split(text: str, font: QFont, width: int) -> tuple[str, str]:
    """The words that fit on the first line, and the rest."""
    flat = " ".join(text.split())
    if QFontMetrics(font).horizontalAdvance(flat) <= width:
        return flat, ""
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1, width))
    end = line.textStart() + line.textLength()
    layout.endLayout()
    first = flat[:end].rstrip()
    if QFontMetrics(font).horizontalAdvance(first) > width:
        return QFontMetrics(font).elidedText(first, Qt.TextElideMode.ElideRight, width), ""
    return first, flat[end:].lstrip()
