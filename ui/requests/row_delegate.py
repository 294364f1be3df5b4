"""How a line of the Requests list is painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from foitrack.desk.views import RequestRow
from ui import theme
from ui.requests import cells
from ui.requests.cells import Words
from ui.requests.columns import COLUMNS
from ui.requests.model import ROW_ROLE
from ui.widgets.exemption_chip import paint_exemptions
from ui.widgets.mirrored import turn, write
from ui.widgets.state_chip import paint_chip, row_chip
from ui.widgets.whole_words import paint_whole

PAD = 8
LEFT = 24
"""The page's margin, before the first column."""
DATE = 90
"""Room for the date in the Due column, so that the distances stand in line."""
MARK = 3

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
Painter = Callable[[QPainter, QRectF, RequestRow, bool], None]


class RowDelegate(QStyledItemDelegate):
    """Paints every column; asks the model for the row once a cell and for nothing else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.show_loading = False
        """Set once loading has taken 200 ms: rows on their way are then grey bars."""
        self.first_column = 0
        """The column that stands at the left now, which carries the page's margin."""
        self._painters: dict[str, Painter] = {
            "state": _paint_state,
            "authority": _paint_authority,
            "due": _paint_due,
            "review": _paint_review,
            "provisions": _paint_provisions,
        }

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The column's own width: rows are never measured."""
        return QSize(theme.px(COLUMNS[index.column()].width), theme.px(36))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, hairline, then the words."""
        box = QRectF(option.rect)
        painter.save()
        turn(painter, box, option.direction)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        first = index.column() == self.first_column
        _paint_ground(painter, box, chosen=chosen, first=first)
        inside = box.adjusted(LEFT if first else PAD, 0, -PAD, -1)
        row = index.data(ROW_ROLE)
        if isinstance(row, RequestRow):
            self._paint_words(painter, inside, row, COLUMNS[index.column()].key, chosen)
        elif self.show_loading:
            paint_bar(painter, inside, index.row() + index.column())
        painter.restore()

    def _paint_words(
        self, painter: QPainter, box: QRectF, row: RequestRow, key: str, chosen: bool
    ) -> None:
        known = self._painters.get(key)
        if known is not None:
            known(painter, box, row, chosen)
        elif key in ("title", "campaign"):
            _write(painter, box, _plain(row, key), elide=True)
        else:
            _write_whole(painter, box, _plain(row, key))


def _plain(row: RequestRow, key: str) -> Words:
    if key == "reference":
        return cells.reference(row)
    if key == "sent":
        return cells.sent(row)
    return Words(cells.text(row, key), "text2")


def _paint_ground(painter: QPainter, box: QRectF, *, chosen: bool, first: bool) -> None:
    tokens = theme.tokens()
    if chosen:
        painter.fillRect(box, tokens.accent_soft)
        if first:
            painter.fillRect(QRectF(box.left(), box.top(), MARK, box.height()), tokens.accent)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.line)


def paint_bar(painter: QPainter, box: QRectF, seed: int) -> None:
    """A grey bar for words on their way; `seed` varies its length."""
    wide = box.width() * (0.45 + 0.1 * (seed % 4))
    bar = QRectF(box.left(), box.center().y() - 5, max(wide - PAD, 8), 10)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens().pressed)
    painter.drawRoundedRect(bar, 4, 4)
    painter.restore()


def _font(words: Words, usual: int = 400) -> QFont:
    return theme.font(13, 600 if words.strong else usual)


def _write(painter: QPainter, box: QRectF, words: Words, *, elide: bool = False) -> None:
    font = _font(words)
    painter.setFont(font)
    painter.setPen(theme.tokens().named(words.tone))
    text = words.text
    if elide or QFontMetricsF(font).horizontalAdvance(text) > box.width():
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    write(painter, box, _MIDDLE, text)


def _paint_state(painter: QPainter, box: QRectF, row: RequestRow, chosen: bool) -> None:
    # The chip's own padding hangs into the margin, so that untinted icons stand in line.
    paint_chip(painter, box.adjusted(-4, 0, PAD, 0), row_chip(row), selected=chosen)


def _paint_authority(painter: QPainter, box: QRectF, row: RequestRow, chosen: bool) -> None:
    _write_whole(painter, box, cells.authority(row))


def _paint_review(painter: QPainter, box: QRectF, row: RequestRow, chosen: bool) -> None:
    _write_whole(painter, box, cells.review(row))


def _paint_due(painter: QPainter, box: QRectF, row: RequestRow, chosen: bool) -> None:
    room = theme.px(DATE)
    _write(painter, QRectF(box.left(), box.top(), room, box.height()), cells.due_date(row))
    apart = cells.due_distance(row)
    _write_whole(painter, box.adjusted(room, 0, 0, 0), apart, 500 if apart.tone == "amber" else 600)


def _write_whole(painter: QPainter, box: QRectF, words: Words, strong: int = 600) -> None:
    painter.setPen(theme.tokens().named(words.tone))
    paint_whole(
        painter, box.adjusted(0, 0, PAD - 2, 0), words.text, strong if words.strong else 400
    )


def _paint_provisions(painter: QPainter, box: QRectF, row: RequestRow, chosen: bool) -> None:
    if row.provisions:
        paint_exemptions(painter, box.adjusted(0, 0, PAD - 2, 0), row.provisions)
    else:
        _write(painter, box, Words(cells.provisions(row), "text3"))
