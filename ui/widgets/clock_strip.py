"""The clock of a request as a strip: a cell a day, from the day it began to its last."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.theme.tokens import Tokens
from ui.widgets.fills import hatch
from ui.widgets.mirrored import from_start, onward, turn_for, write
from ui.widgets.strip_days import Cell, Look, Strip, in_words, short_day
from ui.widgets.strip_layout import Label, labels_above, labels_below, place_cells, spread

translate = QCoreApplication.translate

CELL = 26
TICK = 6
LINES = 30
RADIUS = 5


class ClockStrip(QWidget):
    """Left and right go through the days; each says what it is and why it counts or not."""

    def __init__(self, start: str = "", parent: QWidget | None = None) -> None:
        """`start` names day 0 ("Sent", "Received", "Review asked for")."""
        super().__init__(parent)
        self._start = start or self.tr("Sent")
        self._strip: Strip | None = None
        self._placed: list[tuple[Cell, QRectF]] = []
        self._above: list[Label] = []
        self._below: list[Label] = []
        self._cursor: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "outside")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Clock"))
        theme.changes().changed.connect(self._lay_out)

    def show_strip(self, strip: Strip | None, start: str = "") -> None:
        """Show a count; None shows nothing and takes no room."""
        self._strip = strip
        self._start = start or self._start
        self._cursor = None
        self.setVisible(strip is not None)
        if strip is not None:
            name = self.tr("Clock of the internal review") if strip.review else self.tr("Clock")
            self.setAccessibleName(name)
            self.setAccessibleDescription(in_words(strip))
        self._lay_out()

    def strip(self) -> Strip | None:
        """The count shown."""
        return self._strip

    def sizeHint(self) -> QSize:
        """Two lines above, the cells, two lines below where something is named there."""
        below = LINES + TICK if self._has_below() else 4
        return QSize(theme.px(600), theme.px(LINES + TICK + CELL + below))

    def minimumSizeHint(self) -> QSize:
        """As low as it can be read; cells fold when it is narrow."""
        return QSize(theme.px(240), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells anew."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the days."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(onward(self, event.key()))
        if key in steps and self._placed:
            before = self._cursor if self._cursor is not None else self._reached()
            self._point(min(max(0, before + steps[key]), len(self._placed) - 1))
        elif key == Qt.Key.Key_Home:
            self._point(0)
        elif key == Qt.Key.Key_End:
            self._point(len(self._placed) - 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A tooltip for the day pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(from_start(self, QPointF(event.pos())))
            if cell is not None:
                QToolTip.showText(event.globalPos(), describe(cell), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _cell_at(self, spot: QPointF) -> Cell | None:
        top = theme.px(LINES + TICK)
        for cell, box in self._placed:
            if box.translated(0, top).contains(spot):
                return cell
        return None

    def _reached(self) -> int:
        for place, (cell, _) in enumerate(self._placed):
            if cell.answered or cell.today:
                return place
        return 0

    def _point(self, place: int) -> None:
        if not 0 <= place < len(self._placed):
            return
        self._cursor = place
        cell, box = self._placed[place]
        self.setAccessibleDescription(describe(cell))
        spot = QPointF(box.center().x(), theme.px(LINES + TICK + CELL))
        QToolTip.showText(self.mapToGlobal(from_start(self, spot).toPoint()), describe(cell), self)
        self.update()

    def _has_below(self) -> bool:
        cells = self._strip.cells if self._strip else ()
        named = (Look.HOLIDAY, Look.PAUSED, Look.FOLDED)
        return any(cell.today or cell.look in named for cell in cells) or bool(self._below)

    def _lay_out(self) -> None:
        if self._strip is not None:
            wide = float(self.width())
            self._placed = place_cells(self._strip, wide, theme.px(CELL), theme.scale())
            above = labels_above(self._strip, self._placed, self._start)
            self._above = spread(above, wide, _measure)
            self._below = spread(labels_below(self._strip, self._placed), wide, _measure)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells, ticks, labels."""
        if self._strip is None:
            return
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = theme.px(LINES + TICK)
        for cell, box in self._placed:
            paint_cell(painter, box.translated(0, top), cell, review=self._strip.review)
        if self._cursor is not None and self.hasFocus():
            self._paint_cursor(painter, top)
        self._paint_labels(painter, self._above, 0, above=True)
        self._paint_labels(painter, self._below, top + theme.px(CELL + TICK), above=False)

    def _paint_cursor(self, painter: QPainter, top: int) -> None:
        assert self._cursor is not None
        _, box = self._placed[self._cursor]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.tokens().accent, 2))
        painter.drawRoundedRect(box.translated(0, top).adjusted(-2, -2, 2, 2), 7, 7)

    def _paint_labels(
        self, painter: QPainter, labels: list[Label], top: int, *, above: bool
    ) -> None:
        tokens = theme.tokens()
        line = theme.px(LINES) / 2
        for label in labels:
            tone = tokens.named(label.tone)
            painter.setPen(QPen(tone, 1.5))
            middle = self._tick_place(label)
            start = top + theme.px(LINES) + 1 if above else top - theme.px(TICK) + 1
            painter.drawLine(QPointF(middle, start), QPointF(middle, start + theme.px(TICK) - 2))
            first = top + (0 if label.detail or not above else line)
            align = _alignment(label)
            painter.setFont(_font(True))
            painter.setPen(tone)
            write(painter, QRectF(label.left, first, label.width + 1, line), align, label.title)
            if label.detail:
                painter.setFont(_font(False))
                painter.setPen(tokens.text2)
                second = QRectF(label.left, first + line, label.width + 1, line)
                write(painter, second, align, label.detail)

    def _tick_place(self, label: Label) -> float:
        for _, box in self._placed:
            if box.left() - 1 <= label.at <= box.right() + 1:
                return box.center().x()
        return label.at


def _alignment(label: Label) -> Qt.AlignmentFlag:
    middle = Qt.AlignmentFlag.AlignVCenter
    if label.align == 0.0:
        return middle | Qt.AlignmentFlag.AlignLeft
    return middle | (
        Qt.AlignmentFlag.AlignRight if label.align == 1.0 else Qt.AlignmentFlag.AlignHCenter
    )


def describe(cell: Cell) -> str:
    """A day in words: which it is, its number, why it does not count."""
    parts = [short_day(cell.on)]
    if cell.look is Look.FOLDED:
        return f"{parts[0]} …"
    if cell.n is not None:
        parts.append(translate("ClockStrip", "day {0}").format(cell.n))
    if cell.why and (cell.n is None or cell.look is Look.START or "(" in cell.why):
        parts.append(cell.why)
    marks = {
        translate("ClockStrip", "response"): cell.answered,
        translate("ClockStrip", "last day"): cell.due,
        translate("ClockStrip", "today"): cell.today,
    }
    parts += [word for word, on in marks.items() if on]
    return ", ".join(parts)


def paint_cell(painter: QPainter, box: QRectF, cell: Cell, *, review: bool = False) -> None:
    """One day: its ground, edge and number."""
    tokens = theme.tokens()
    ground, edge, ink = _colours(cell, tokens, review)
    inside = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1))
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    radius = min(RADIUS, box.width() / 3)
    painter.drawRoundedRect(inside, radius, radius)
    if cell.look in (Look.WEEKEND, Look.HOLIDAY, Look.PAUSED) and not cell.answered:
        shade = tokens.amber_line if cell.look is Look.HOLIDAY else tokens.hatch
        hatch(painter, inside.adjusted(1, 1, -1, -1), shade, step=4.0, width=1.0)
    if (cell.due or cell.limit) and not cell.answered:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.text, 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    words = "…" if cell.look is Look.FOLDED else "" if cell.n is None else str(cell.n)
    strong = cell.answered or cell.due or cell.limit
    font = theme.font(12 if box.width() >= theme.px(20) else 11, 700 if strong else 600)
    # Measured with two figures at least, so that days 1 to 9 are not the only ones numbered.
    if words and QFontMetricsF(font).horizontalAdvance(words.rjust(2, "0")) <= box.width() - 1:
        painter.setFont(font)
        painter.setPen(ink)
        write(painter, box, Qt.AlignmentFlag.AlignCenter, words)


def _colours(
    cell: Cell, tokens: Tokens, review: bool
) -> tuple[QColor | None, QColor | None, QColor]:
    """Ground, edge and ink of a cell."""
    if cell.answered:
        return tokens.accent, tokens.accent, tokens.on_accent
    late = (tokens.red_soft, tokens.red_line, tokens.red)
    looks: dict[Look, tuple[QColor | None, QColor | None, QColor]] = {
        Look.START: (tokens.surface, tokens.ctl, tokens.text2),
        Look.COUNTED: (tokens.violet_soft, None, tokens.violet)
        if review
        else (tokens.accent_soft, None, tokens.accent_ink),
        Look.AHEAD: (tokens.sunken, tokens.line, tokens.text3),
        Look.LATE: late,
        Look.WEEKEND: (None, None, tokens.text3),
        Look.HOLIDAY: (tokens.amber_soft, tokens.amber_line, tokens.amber),
        Look.PAUSED: (tokens.sunken, tokens.line, tokens.text3),
        Look.FOLDED: late,
    }
    ground, edge, ink = looks[cell.look]
    if cell.due or cell.limit:
        ink = tokens.text
        ground = tokens.surface if cell.look is Look.AHEAD else ground
    return ground, edge, ink


def _font(strong: bool) -> QFont:
    return theme.font(12, 600) if strong else theme.font(11, 400)


def _measure(words: str, strong: bool) -> float:
    return QFontMetricsF(_font(strong)).horizontalAdvance(words)
