"""Paints a campaign's matrix: cells of one colour with an icon or a number, words beside."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from foitrack.desk.views.coverage import CoverageRow
from ui import theme
from ui.campaigns import cells
from ui.campaigns.cells import TINTS, Matrix
from ui.campaigns.columns import AUTHORITY, Column
from ui.campaigns.model import COLUMN_ROLE, LINE_ROLE
from ui.requests import cells as request_cells
from ui.requests.cells import Words
from ui.widgets.exemption_chip import paint_exemptions
from ui.widgets.mirrored import turn, write
from ui.widgets.state_chip import Chip, paint_chip
from ui.widgets.whole_words import paint_whole

Index = QModelIndex | QPersistentModelIndex
ROW = 36
PAD = 8
MARK = 3
GAP = 2
RADIUS = 4
ICON = 14
MIDDLE = Qt.AlignmentFlag.AlignCenter


class MatrixDelegate(QStyledItemDelegate):
    """One painter for all columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have one height; the view sets it."""
        return QSize(0, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line: CoverageRow | None = index.data(LINE_ROLE)
        column: Column | None = index.data(COLUMN_ROLE)
        if line is None or column is None:
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option.rect, selected=selected, first=index.column() == 0)
        _cell(painter, QRectF(option.rect), line, column, selected=selected)
        painter.restore()


def _ground(painter: QPainter, box: QRect, *, selected: bool, first: bool) -> None:
    tokens = theme.tokens()
    if selected:
        painter.fillRect(box, tokens.accent_soft)
        if first:
            painter.fillRect(QRect(box.left(), box.top(), MARK, box.height()), tokens.accent)
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), tokens.line)


def _cell(
    painter: QPainter, box: QRectF, line: CoverageRow, column: Column, *, selected: bool
) -> None:
    inside = box.adjusted(theme.px(PAD), 0, -theme.px(PAD), -1)
    if column.year:
        paint_matrix(painter, box, cells.year(line, column.year), selected=selected)
    elif column.key == "review":
        found = cells.review(line)
        if found is not None:
            paint_matrix(painter, box, found, selected=selected)
    elif column.key == "state":
        _paint_answer(painter, box, cells.answer(line), selected=selected)
    elif column.key == "exemptions":
        paint_exemptions(painter, inside, line.row.provisions)
    else:
        _write(painter, inside, _words(line, column))


def _words(line: CoverageRow, column: Column) -> Words:
    row = line.row
    if column.key == AUTHORITY:
        return request_cells.authority(row)
    if column.key == "asked":
        return request_cells.sent(row)
    if column.key == "answered":
        return cells.answered(line)
    known = line.nation if column.key == "nation" else line.kind
    return Words(cells.text(line, column), "text2" if known else "text3")


def _write(painter: QPainter, box: QRectF, said: Words) -> None:
    painter.setPen(theme.tokens().named(said.tone))
    paint_whole(painter, box, said.text, 500 if said.strong else 400)


def _paint_answer(painter: QPainter, box: QRectF, chip: Chip, *, selected: bool) -> None:
    """The answer's chip on its tint, as wide as the column, so that a column reads as one."""
    room = box.adjusted(theme.px(PAD), theme.px(5), -theme.px(4), -theme.px(5) - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    tint = TINTS.get(chip.tone, "sunken")
    painter.setBrush(theme.tokens().named("surface" if selected else tint))
    painter.drawRoundedRect(room, RADIUS, RADIUS)
    paint_chip(painter, room, Chip(chip.words, chip.icon, chip.tone))


def paint_matrix(painter: QPainter, box: QRectF, cell: Matrix, *, selected: bool = False) -> None:
    """Paint a matrix cell into a box: its tint, and its icon or number in the middle.

    On a selected row the tint becomes the surface, or it would drown in the selection.
    """
    tokens = theme.tokens()
    room = box.adjusted(GAP, GAP + 1, -GAP, -GAP - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.named("surface" if selected else cell.tint))
    painter.drawRoundedRect(room, RADIUS, RADIUS)
    if cell.number:
        painter.setFont(theme.font(12, 600))
        painter.setPen(tokens.named(cell.tone))
        write(painter, room, MIDDLE, f"{cell.number:,}")
        return
    side = theme.px(ICON)
    middle = room.center()
    sign = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    theme.paint_icon(painter, cell.icon, cell.tone, sign)
