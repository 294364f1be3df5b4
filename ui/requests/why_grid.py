"""The calendar of Why this date, painted: one square a day, every kind told by more than hue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.requests.why_calendar import Day, DayKind
from ui.widgets.fills import hatch
from ui.widgets.mirrored import from_start, onward, turn_for, write

CELL = (54, 46)
GAP = 2
HEAD = 24
RADIUS = 5
_FILLS = {
    DayKind.COUNTED: "accent_soft",
    DayKind.HOLIDAY: "amber_soft",
    DayKind.DISREGARDED: "sunken",
    DayKind.AFTER_ANSWER: "sunken",
    DayKind.ANSWERED: "accent",
    DayKind.DUE: "raised",
    DayKind.LATE: "red_soft",
    DayKind.START: "raised",
    DayKind.WEEKEND: "sunken",
}
_EDGES = {
    DayKind.START: ("ctl", 1.0),
    DayKind.HOLIDAY: ("amber_line", 1.0),
    DayKind.AFTER_ANSWER: ("line", 1.0),
    DayKind.DUE: ("text", 2.0),
    DayKind.LATE: ("red_line", 1.0),
}
_NUMBERS = {
    DayKind.COUNTED: "accent_ink",
    DayKind.ANSWERED: "on_accent",
    DayKind.DUE: "text",
    DayKind.LATE: "red",
}
_HATCHED = (DayKind.WEEKEND, DayKind.DISREGARDED)


class WhyGrid(QWidget):
    """Arrows move from day to day; the day's reason is its tooltip and its spoken description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: tuple[tuple[Day, ...], ...] = ()
        self._current: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Days counted"))
        theme.changes().changed.connect(self.update)

    def show_weeks(self, weeks: tuple[tuple[Day, ...], ...]) -> None:
        """Show other weeks; the last day is current."""
        self._weeks = weeks
        self._current = None
        for place, day in enumerate(self.days()):
            if day.kind in (DayKind.DUE, DayKind.ANSWERED):
                self._current = place
        self._describe()
        self.updateGeometry()
        self.update()

    def days(self) -> Sequence[Day]:
        """Every day shown, in order."""
        return [day for week in self._weeks for day in week]

    def current_day(self) -> Day | None:
        """The day that the keyboard is on."""
        return self.days()[self._current] if self._current is not None else None

    def sizeHint(self) -> QSize:
        """Seven columns, and as many rows as there are weeks."""
        across = 7 * theme.px(CELL[0]) + 6 * GAP
        down = len(self._weeks) * (theme.px(CELL[1]) + GAP) - GAP
        return QSize(across, theme.px(HEAD) + max(down, 0))

    def minimumSizeHint(self) -> QSize:
        """A day is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
            Qt.Key.Key_Home: -len(self.days()),
            Qt.Key.Key_End: len(self.days()),
        }
        step = steps.get(Qt.Key(onward(self, event.key())))
        if step is None or self._current is None:
            super().keyPressEvent(event)
            return
        self._current = min(max(self._current + step, 0), len(self.days()) - 1)
        self._describe()
        self.update()

    def _describe(self) -> None:
        day = self.current_day()
        self.setAccessibleDescription(day.spoken if day else "")

    def event(self, event: QEvent) -> bool:
        """A day's reason as its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(from_start(self, QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), day.spoken if day else "", self)
            return True
        return super().event(event)

    def _day_at(self, spot: QPointF) -> Day | None:
        for place, day in enumerate(self.days()):
            if self._box(place).contains(spot):
                return day
        return None

    def _box(self, place: int) -> QRectF:
        week, weekday = divmod(place, 7)
        wide, tall = theme.px(CELL[0]), theme.px(CELL[1])
        top = theme.px(HEAD) + week * (tall + GAP)
        return QRectF(weekday * (wide + GAP), top, wide, tall)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Weekdays, then the days."""
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        for place, day in enumerate(self.days()):
            box = self._box(place)
            paint_square(painter, box.adjusted(1, 1, -1, -1), day.kind)
            _paint_words(painter, box, day)
            if place == self._current and self.hasFocus():
                painter.setPen(QPen(theme.tokens().accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS + 2, RADIUS + 2)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        painter.setFont(theme.font(11, 500))
        painter.setPen(theme.tokens().text2)
        for weekday, day in enumerate(self._weeks[0] if self._weeks else ()):
            box = self._box(weekday)
            head = QRectF(box.left(), 0, box.width(), theme.px(HEAD) - 4)
            write(painter, head, Qt.AlignmentFlag.AlignCenter, f"{day.on:%a}")


def paint_square(painter: QPainter, box: QRectF, kind: DayKind) -> None:
    """The ground and edge of a kind of day; also the legend's marks."""
    token = _FILLS.get(kind)
    if token is None:
        return
    tokens = theme.tokens()
    edge, width = _EDGES.get(kind, ("", 0.0))
    half = width / 2
    radius = min(RADIUS, box.height() / 4)
    painter.setPen(QPen(tokens.named(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(tokens.named(token))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    if kind in _HATCHED:
        hatch(painter, box, tokens.hatch, step=4, width=1)


def _paint_words(painter: QPainter, box: QRectF, day: Day) -> None:
    tokens = theme.tokens()
    plain = day.kind in (DayKind.OUTSIDE, DayKind.WEEKEND)
    strong: QColor = tokens.named(_NUMBERS.get(day.kind, "text3" if plain else "text2"))
    inside = box.adjusted(7, 4, -5, -3)
    painter.setFont(theme.font(11, 400))
    small = tokens.text3 if plain else strong if day.kind is DayKind.ANSWERED else tokens.text2
    painter.setPen(small)
    top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
    write(painter, inside, top, day.label)
    if day.note:
        painter.setFont(theme.font(11, 500))
        painter.setPen(tokens.amber)
        low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        write(painter, box.adjusted(0, 0, 0, -6), low | Qt.AlignmentFlag.AlignHCenter, day.note)
    elif day.number is not None and not plain:
        painter.setFont(theme.font(17, 600))
        painter.setPen(strong)
        low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        write(painter, box.adjusted(0, 0, 0, -4), low, str(day.number))
