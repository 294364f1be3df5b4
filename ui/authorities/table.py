"""The authorities as a table: columns fit the width, what has no room gives way."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from foitrack.desk.views.authority import AuthorityLine
from ui import theme
from ui.authorities import words
from ui.authorities.model import COLUMN_ROLE, LINE_ROLE, AuthoritiesModel, Column
from ui.widgets.column_widths import KeptWidths
from ui.widgets.mirrored import turn, write
from ui.widgets.sharing import shared_out
from ui.widgets.table_view import ListTable
from ui.widgets.whole_words import paint_whole

Index = QModelIndex | QPersistentModelIndex
ROW = 36
PAD = 8
MARK = 3
GAP = 10
NARROWEST, WIDEST = 220, 460
"""Of the name's column: before others give way, and where there is room for more."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AuthoritiesTable(ListTable):
    """Up and Down move through the authorities; Enter goes to what is said of one."""

    reaches_across = True

    def __init__(self, lines: AuthoritiesModel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Authorities"), parent, row=ROW)
        self._lines = lines
        self.setModel(lines)
        self.setItemDelegate(LineDelegate(self))
        self.setSelectionMode(ListTable.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.widths = KeptWidths(
            self, "authorities", lambda: [column.key for column in lines.columns()]
        )
        lines.modelReset.connect(self.fit)
        theme.changes().changed.connect(self.fit)

    def fit(self) -> None:
        """Give each column its width and the name the rest; hide what has no room."""
        columns = self._lines.columns()
        room, others = self.viewport().width(), columns[1:]
        wide = sum(self.widths.of(column.key, column.width) for column in others)
        hidden = set()
        for column in sorted((c for c in others if c.drop), key=lambda c: -c.drop):
            if wide + theme.px(NARROWEST) <= room:
                break
            hidden.add(column.key)
            wide -= self.widths.of(column.key, column.width)
        name = columns[0].key
        usual = {c.key: self.widths.of(c.key, c.width) for c in columns if c.key not in hidden}
        if name not in self.widths:
            usual[name] = theme.px(NARROWEST)
        kept = [key for key in usual if key in self.widths]
        made = shared_out(usual, room, {name: theme.px(WIDEST)}, kept)
        with self.widths.laying():
            for at, column in enumerate(columns):
                self.setColumnHidden(at, column.key in hidden)
                if column.key in made:
                    self.setColumnWidth(at, made[column.key])

    def usual_widths(self) -> None:
        """Widths as at the first start."""
        self.widths.forget()
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns again."""
        super().resizeEvent(event)
        self.fit()

    def choose(self, name: str) -> bool:
        """Make an authority's line current; False where it is not shown."""
        place = self._lines.place_of(name)
        if place is not None:
            self.selectRow(place)
        return place is not None

    def current_name(self) -> str | None:
        """The authority of the current line."""
        line = self._lines.line_at(self.currentIndex().row())
        return line.name if line is not None else None


class LineDelegate(QStyledItemDelegate):
    """One painter for all columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have one height; the view sets it."""
        return QSize(0, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line: AuthorityLine | None = index.data(LINE_ROLE)
        column: Column | None = index.data(COLUMN_ROLE)
        if line is None or column is None:
            return
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _ground(painter, option.rect, selected=selected, first=index.column() == 0)
        inside = QRectF(option.rect).adjusted(PAD, 0, -PAD, -1)
        if column.key == "name":
            _paint_name(painter, inside, line)
        else:
            _paint_cell(painter, inside, line, column)
        painter.restore()


def _ground(painter: QPainter, box: QRect, *, selected: bool, first: bool) -> None:
    tokens = theme.tokens()
    if selected:
        painter.fillRect(box, tokens.accent_soft)
        if first:
            painter.fillRect(QRect(box.left(), box.top(), MARK, box.height()), tokens.accent)
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), tokens.line)


def _paint_name(painter: QPainter, box: QRectF, line: AuthorityLine) -> None:
    """The name, in strong type where it has had a request; its short name, or a pen, beside it."""
    tokens = theme.tokens()
    painter.setPen(tokens.text)
    wide = paint_whole(painter, box, line.name, 500 if line.did.requests else 400)
    after = box.left() + wide + theme.px(GAP)
    side = theme.px(14)
    if line.own and after + side <= box.right():
        sign = QRectF(after, box.center().y() - side / 2, side, side)
        theme.paint_icon(painter, "pen", "text2", sign)
        after += side + theme.px(GAP)
    small = theme.font(12)
    if QFontMetricsF(small).horizontalAdvance(line.short_name) <= box.right() - after:
        painter.setFont(small)
        painter.setPen(tokens.text3)
        write(painter, box.adjusted(after - box.left(), 0, 0, 0), LEFT, line.short_name)


def _paint_cell(painter: QPainter, box: QRectF, line: AuthorityLine, column: Column) -> None:
    text = words.cell(line, column.key)
    strong = column.key == "late" and line.did.late_now > 0
    painter.setPen(theme.tokens().named(_tone(line, column)))
    paint_whole(painter, box, text, 500 if strong else 400, align=RIGHT if column.number else LEFT)


def _tone(line: AuthorityLine, column: Column) -> str:
    did = line.did
    if column.key == "late":
        return "red"
    if column.key == "in-time" and did.answered_late > did.in_time:
        return "red"
    unknown = {
        "requests": not did.requests,
        "in-time": not did.in_time + did.answered_late,
        "days": did.average_days is None,
        "nation": not line.nation,
        "kind": not line.kind,
    }
    if unknown.get(column.key):
        return "text3"
    return "text" if column.number else "text2"
