"""The next three weeks as fifteen small cells: working days, holidays, and what falls due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from foitrack.desk.views import HolidayMark
from foitrack.law.wording import full_date
from ui import theme
from ui.counting import by_number
from ui.today.words import translate
from ui.widgets.mirrored import from_start, onward, turn_for, write

WEEKS = 3
COLUMNS = 5
CELL = 46
GAP = 4
HEADER = 22
SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class SmallDay:
    """One weekday: how many answers fall due, and its holiday's name if it has one."""

    on: date
    due: int
    holiday: str | None


def weekdays(
    today: date, due: Mapping[date, int], holidays: Iterable[HolidayMark]
) -> tuple[SmallDay, ...]:
    """Monday to Friday of this week and the next two; `due` says how many answers fall due."""
    monday = today - timedelta(days=today.weekday())
    named = {mark.on: mark.title for mark in holidays}
    days = (
        monday + timedelta(weeks=week, days=at) for week in range(WEEKS) for at in range(COLUMNS)
    )
    return tuple(SmallDay(on, due.get(on, 0), named.get(on)) for on in days)


def said(day: SmallDay, today: date) -> str:
    """A cell in words."""
    parts = [full_date(day.on)]
    if day.on == today:
        parts.append(translate("Today", "today"))
    if day.holiday is not None:
        parts.append(day.holiday)
    if day.due:
        parts.append(by_number(day.due, "{0} answer due", "{0} answers due"))
    return ", ".join(parts)


class ThreeWeeks(QWidget):
    """Arrows move between days; Enter or a click opens the day on Deadlines."""

    opened = Signal(object)
    """A day was opened: `date`."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._days = weekdays(today, {}, ())
        self._current = min(today.weekday(), COLUMNS - 1)
        self._hover: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Next three weeks"))
        theme.changes().changed.connect(self.updateGeometry)

    def show_days(self, days: tuple[SmallDay, ...]) -> None:
        """Show other days."""
        self._days = days
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Say the day that the keyboard is on, then all days on which something falls."""
        current = self._days[self._current : self._current + 1] if self.hasFocus() else ()
        falling = (day for day in self._days if day.due or day.holiday)
        self.setAccessibleDescription(
            ". ".join(said(day, self._today) for day in (*current, *falling))
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keyboard is."""
        super().focusInEvent(event)
        self._tell()

    def sizeHint(self) -> QSize:
        """Three rows of cells under the names of the weekdays."""
        return QSize(theme.px(240), theme.px(HEADER + WEEKS * (CELL + GAP)))

    def box(self, at: int) -> QRectF:
        """Where a day stands."""
        wide = (self.width() - GAP * (COLUMNS - 1)) / COLUMNS
        row, column = divmod(at, COLUMNS)
        top = theme.px(HEADER) + row * theme.px(CELL + GAP)
        return QRectF(column * (wide + GAP), top, wide, theme.px(CELL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the weekdays' names and the cells."""
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(11, 500))
        painter.setPen(theme.tokens().text2)
        for at in range(COLUMNS):
            head = QRectF(self.box(at).left(), 0, self.box(at).width(), theme.px(HEADER - 4))
            write(painter, head, Qt.AlignmentFlag.AlignCenter, f"{self._days[at].on:%a}")
        for at, day in enumerate(self._days):
            self._paint_day(painter, at, day)
        painter.end()

    def _paint_day(self, painter: QPainter, at: int, day: SmallDay) -> None:
        tokens = theme.tokens()
        box = self.box(at).adjusted(0.5, 0.5, -0.5, -0.5)
        past, today = day.on < self._today, day.on == self._today
        edge, ground = None, tokens.sunken
        if day.holiday is not None:
            edge, ground = QPen(tokens.amber_line, 1), tokens.amber_soft
        if today:
            edge = QPen(tokens.accent, 2)
            ground = tokens.surface if day.holiday is None else ground
        if at == self._hover:
            ground = tokens.hover
        if not past or day.holiday is not None or at == self._hover:
            painter.setPen(edge or Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 5, 5)
        if self.hasFocus() and at == self._current:
            painter.setPen(QPen(tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 6, 6)
        self._paint_words(painter, box, day)

    def _paint_words(self, painter: QPainter, box: QRectF, day: SmallDay) -> None:
        tokens = theme.tokens()
        past = day.on < self._today
        text, tone = self._below(day)
        tall = theme.px(17)
        number = QRectF(box.left(), box.top() + theme.px(5), box.width(), tall)
        if not text:
            number.moveTop(box.center().y() - tall / 2)
        painter.setFont(theme.font(12, 400 if past else 600))
        painter.setPen(tokens.text3 if past else tokens.named(self._number_tone(day)))
        write(painter, number, Qt.AlignmentFlag.AlignCenter, self._number(day.on))
        painter.setFont(theme.font(11, 500))
        painter.setPen(tokens.named(tone))
        below = QRectF(box.left(), number.bottom() + 1, box.width(), tall)
        write(painter, below, Qt.AlignmentFlag.AlignCenter, text)

    def _number_tone(self, day: SmallDay) -> str:
        return "amber" if day.holiday is not None else "text"

    def _number(self, on: date) -> str:
        before = max((day.on for day in self._days if day.on < on), default=on)
        return str(on.day) if before.month == on.month else f"{on.day} {on:%b}"

    def _below(self, day: SmallDay) -> tuple[str, str]:
        if day.due:
            soon = day.on - self._today <= timedelta(days=SOON_DAYS)
            return self.tr("{0} due").format(day.due), "amber" if soon else "text2"
        if day.on == self._today:
            return self.tr("today"), "accent_ink"
        if day.holiday is not None:
            return self.tr("holiday"), "amber"
        return "", "text2"

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the days or open one."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_Down: COLUMNS,
        }
        step = steps.get(Qt.Key(onward(self, event.key())))
        if step is not None:
            if 0 <= self._current + step < len(self._days):
                self._current += step
                self._tell()
                self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._days[self._current].on)
        else:
            super().keyPressEvent(event)

    def _at(self, event: QMouseEvent) -> int | None:
        spot = from_start(self, event.position())
        found = (at for at in range(len(self._days)) if self.box(at).contains(spot))
        return next(found, None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the day under the mouse and say it."""
        self._hover = self._at(event)
        known = self._hover is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if known else Qt.CursorShape.ArrowCursor)
        self.setToolTip(
            said(self._days[self._hover], self._today) if self._hover is not None else ""
        )
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hover = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the day."""
        at = self._at(event)
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self._current = at
            self.opened.emit(self._days[at].on)
