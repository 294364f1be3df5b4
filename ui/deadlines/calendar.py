"""The painted calendar: six weeks, one cell focused; every day can be read aloud."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.deadlines import calendar_paint as paint
from ui.deadlines import words
from ui.deadlines.calendar_layout import CalendarLayout, lay_out
from ui.deadlines.six_weeks import WEEKS, DayCell, SixWeeks, WindowBar, build, first_shown
from ui.widgets.mirrored import from_start, onward, turn_for

SOON_DAYS = 7
"""Due dates within a week of today are amber; later ones stay grey."""


class SixWeekCalendar(QWidget):
    """Arrows move by day, Page Up and Down by month, T goes to today, Enter opens the day."""

    day_opened = Signal(object)
    """Enter or a double click on a day: `date`."""
    day_wanted = Signal(object)
    """A key went to a day that may not be shown: `date`."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._chosen = today
        self._weeks = build(first_shown(today), (), ())
        self._layout: CalendarLayout | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Calendar of deadlines"))
        theme.changes().changed.connect(self._place)
        self._tell()

    def show_weeks(self, weeks: SixWeeks, chosen: date) -> None:
        """Show six weeks with one day chosen."""
        self._weeks, self._chosen = weeks, chosen
        self._place()
        self._tell()

    def choose(self, on: date) -> None:
        """Choose another day of the weeks shown."""
        self._chosen = on
        self._tell()
        self.update()

    def weeks(self) -> SixWeeks:
        """What is shown."""
        return self._weeks

    def chosen(self) -> date:
        """The focused day."""
        return self._chosen

    def cell_box(self, on: date) -> QRectF:
        """Where a day stands; empty where it is not shown."""
        at = (on - self._weeks.first).days
        if self._layout is None or not 0 <= at < len(self._layout.cells):
            return QRectF()
        return self._layout.cells[at]

    def sizeHint(self) -> QSize:
        """Room for a full screen's calendar."""
        return QSize(theme.px(880), theme.px(740))

    def minimumSizeHint(self) -> QSize:
        """The least that still shows each day's number, nations and one mark."""
        least = paint.sizes()
        week = least.number + least.tags + least.mark
        return QSize(theme.px(320), round(least.header + WEEKS * week))

    def _place(self) -> None:
        self._layout = lay_out(
            self._weeks,
            self.width(),
            self.height(),
            paint.sizes(),
            lambda bar: paint.bar_label_width(words.bar_text(bar)),
            max(0, (self._today - self._weeks.first).days // 7),
        )
        self.update()

    def _tell(self) -> None:
        cell = self._weeks.cell(self._chosen)
        if cell is not None:
            self.setAccessibleDescription(self._said(cell))

    def _said(self, cell: DayCell) -> str:
        return words.day_text(cell, self._today, self._running(cell.on))

    def _running(self, on: date) -> tuple[WindowBar, ...]:
        return tuple(bar for bar in self._weeks.bars if bar.first <= on <= bar.last)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, grid, heads, marks, the ring of the chosen day, and bars."""
        if self._layout is None:
            return
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = tuple(f"{self._weeks.first + timedelta(days=at):%a}" for at in range(7))
        paint.paint_header(painter, self._layout, names)
        cells = list(zip(self._layout.cells, self._weeks.cells, strict=True))
        for box, cell in cells:
            paint.paint_ground(painter, box, cell, self._today)
        paint.paint_grid(painter, self._layout, self.height())
        for at, (box, cell) in enumerate(cells):
            self._paint_cell(painter, box, cell, first=at == 0)
        # Below the bars: their words go on across the chosen day.
        self._paint_ring(painter)
        for segment in self._layout.segments:
            paint.paint_segment(painter, segment)
        painter.end()

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: DayCell, *, first: bool) -> None:
        assert self._layout is not None
        top = paint.paint_head(painter, box, cell, self._today, first=first)
        tall = paint.sizes().mark
        soon = cell.on - self._today <= timedelta(days=SOON_DAYS)
        room = self._layout.mark_room
        if room == 1 and cell.marks:
            line = QRectF(box.left() + 5, top, box.width() - 10, tall - 2)
            besides = len(cell.entries()) - len(cell.marks[0].entries)
            paint.paint_mark(painter, line, cell.marks[0], soon=soon, besides=besides)
            return
        shown, hidden = cell.shown(room)
        for mark in shown:
            line = QRectF(box.left() + 5, top, box.width() - 10, tall - 2)
            paint.paint_mark(painter, line, mark, soon=soon)
            top += tall
        if hidden:
            line = QRectF(box.left() + 5, top, box.width() - 10, tall - 2)
            paint.paint_more(painter, line, hidden)

    def _paint_ring(self, painter: QPainter) -> None:
        box = self.cell_box(self._chosen)
        if box.isEmpty():
            return
        tokens = theme.tokens()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.accent, 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent, 1))
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 3, 3)

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, go to today, or open the day."""
        goal = self.goal(onward(self, event.key()))
        if goal is not None:
            self.day_wanted.emit(goal)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def goal(self, key: int) -> date | None:
        """Where a key leads to from the chosen day, or None where it does not move."""
        monday = self._chosen - timedelta(days=self._chosen.weekday())
        steps = {
            Qt.Key.Key_Left: -timedelta(days=1),
            Qt.Key.Key_Right: timedelta(days=1),
            Qt.Key.Key_Up: -timedelta(weeks=1),
            Qt.Key.Key_Down: timedelta(weeks=1),
        }
        if key in steps:
            return self._chosen + steps[Qt.Key(key)]
        goals = {
            Qt.Key.Key_PageUp: self._chosen - relativedelta(months=1),
            Qt.Key.Key_PageDown: self._chosen + relativedelta(months=1),
            Qt.Key.Key_Home: monday,
            Qt.Key.Key_End: monday + timedelta(days=6),
            Qt.Key.Key_T: self._today,
        }
        return goals.get(Qt.Key(key))

    def _day_under(self, at_point: QPointF) -> date | None:
        spot = from_start(self, at_point)
        at = self._layout.day_at(spot.x(), spot.y()) if self._layout is not None else None
        return None if at is None else self._weeks.first + timedelta(days=at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the day."""
        on = self._day_under(event.position())
        if on is not None and event.button() is Qt.MouseButton.LeftButton:
            self.day_wanted.emit(on)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens it."""
        on = self._day_under(event.position())
        if on is not None:
            self.day_opened.emit(on)

    def event(self, event: QEvent) -> bool:
        """The tooltip says the whole day, hidden marks and bars too."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            on = self._day_under(QPointF(event.pos()))
            cell = self._weeks.cell(on) if on is not None else None
            if cell is not None and (cell.marks or cell.holiday or self._running(cell.on)):
                QToolTip.showText(event.globalPos(), self._said(cell).replace(". ", "\n"), self)
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        self._place()
