"""Paints the calendar's parts: ground, day head, marks and window bars."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from foitrack.desk.views import HolidayMark
from ui import theme
from ui.deadlines import words
from ui.deadlines.calendar_layout import CalendarLayout, Segment, Sizes
from ui.deadlines.six_weeks import DayCell, Mark
from ui.widgets.fills import hatch
from ui.widgets.mirrored import write
from ui.widgets.nation_tags import paint_nations

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
PAD = 8.0


def sizes() -> Sizes:
    """The calendar's heights at the text size that is on."""
    return Sizes(
        header=theme.px(26),
        number=theme.px(28),
        tags=theme.px(19),
        mark=theme.px(21),
        bar=theme.px(16),
        thin_bar=7,
    )


def bar_label_width(text: str) -> float:
    """How wide a bar must be to say all of its words."""
    return QFontMetricsF(theme.font(11, 500)).horizontalAdvance(text) + 2 * PAD


def paint_header(painter: QPainter, layout: CalendarLayout, names: tuple[str, ...]) -> None:
    """The names of the weekdays."""
    painter.setFont(theme.font(12, 400))
    painter.setPen(theme.tokens().text2)
    tall = layout.cells[0].top()
    for (left, width), name in zip(layout.columns, names, strict=True):
        write(painter, QRectF(left + PAD, 0, width - PAD, tall), LEFT, name)


def paint_ground(painter: QPainter, box: QRectF, cell: DayCell, today: date) -> None:
    """A cell's ground: past and weekends sunken, holidays amber, hatched where not all keep it."""
    tokens = theme.tokens()
    weekend = cell.on.weekday() >= 5
    ground = tokens.sunken if weekend or cell.on < today else tokens.surface
    painter.fillRect(box, ground)
    if cell.holiday is None:
        return
    painter.fillRect(box, tokens.amber_soft)
    if not words.everywhere(cell.holiday):
        measured = sizes()
        head = measured.number + measured.tags + 4
        hatch(painter, box.adjusted(0, head, 0, 0), tokens.amber_line, step=7.0, width=1.0)


def paint_grid(painter: QPainter, layout: CalendarLayout, bottom: float) -> None:
    """The hairlines between weeks and days."""
    line = theme.tokens().line
    top = layout.cells[0].top()
    width = layout.columns[-1][0] + layout.columns[-1][1]
    for left, _ in layout.columns[1:]:
        painter.fillRect(QRectF(left, top, 1, bottom - top), line)
    for week in range(0, len(layout.cells), 7):
        painter.fillRect(QRectF(0, round(layout.cells[week].top()), width, 1), line)


def paint_head(painter: QPainter, box: QRectF, cell: DayCell, today: date, *, first: bool) -> float:
    """The day's number, "Today", its holiday and nations. Returns where the marks begin."""
    tokens, measured = theme.tokens(), sizes()
    tall = theme.px(20)
    line = QRectF(box.left() + PAD, box.top() + 5, box.width() - PAD - 4, tall)
    number = f"{cell.on.day} {cell.on:%B}" if first or cell.on.day == 1 else str(cell.on.day)
    month = cell.on.day == 1 or first
    font = theme.font(12, 600 if month or cell.on == today else 500)
    painter.setFont(font)
    if cell.on == today:
        _paint_today(painter, line, number)
        return box.top() + measured.number
    painter.setPen(tokens.text if cell.on >= today else tokens.text2)
    width = QFontMetricsF(font).horizontalAdvance(number)
    shown = QFontMetricsF(font).elidedText(number, Qt.TextElideMode.ElideRight, line.width())
    write(painter, line, LEFT, shown)
    if cell.holiday is None:
        return box.top() + measured.number
    _paint_title(painter, line.adjusted(width + 7, 0, 0, 0), cell.holiday)
    room = box.right() - line.left() - 2
    paint_nations(painter, line.left(), line.bottom() + 1, cell.holiday.nations, room)
    return box.top() + measured.number + measured.tags


def _paint_today(painter: QPainter, line: QRectF, number: str) -> None:
    tokens = theme.tokens()
    width = QFontMetricsF(painter.font()).horizontalAdvance(number) + 12
    pill = QRectF(line.left() - 4, line.top(), max(width, line.height() + 4), line.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent)
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(tokens.on_accent)
    write(painter, pill, CENTRE, number)
    painter.setPen(tokens.accent_ink)
    painter.setFont(theme.font(12, 500))
    write(painter, line.adjusted(pill.width() + 2, 0, 0, 0), LEFT, words.today())


def _paint_title(painter: QPainter, line: QRectF, holiday: HolidayMark) -> None:
    font = theme.font(12, 600)
    painter.setFont(font)
    painter.setPen(theme.tokens().amber)
    text = QFontMetricsF(font).elidedText(holiday.title, Qt.TextElideMode.ElideRight, line.width())
    write(painter, line, LEFT, text)


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, *, soon: bool, besides: int = 0) -> None:
    """One mark: icon and words on the soft colour of its kind; far-off due dates stay grey.

    `besides` says at its end how many more there are, where there is no line for them.
    """
    if besides:
        box = _paint_besides(painter, box, besides)
    tokens = theme.tokens()
    look = words.kind_of(mark.kind)
    grey = mark.kind == "due" and not soon
    tone = "text2" if grey else look.tone
    soft = "sunken" if grey else f"{look.tone}_soft"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.named(soft))
    painter.drawRoundedRect(box, 4, 4)
    side = theme.px(13)
    icon = QRectF(box.left() + 5, box.center().y() - side / 2, side, side)
    theme.paint_icon(painter, look.icon, tone, icon)
    font = theme.font(12, 500)
    painter.setFont(font)
    painter.setPen(tokens.accent_ink if tone == "accent" else tokens.named(tone))
    line = box.adjusted(side + 9, 0, -4, 0)
    write(painter, line, LEFT, _fitting(words.mark_texts(mark), font, line.width()))


def _fitting(texts: tuple[str, ...], font: QFont, width: float) -> str:
    """The longest of several ways to say the same that fits; the last one cut if none does."""
    metrics = QFontMetricsF(font)
    fits = (text for text in texts if metrics.horizontalAdvance(text) <= width)
    return next(fits, metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, width))


def _paint_besides(painter: QPainter, box: QRectF, besides: int) -> QRectF:
    text = f"+{besides:,}"
    font = theme.font(12, 500)
    width = QFontMetricsF(font).horizontalAdvance(text) + 4
    painter.setFont(font)
    painter.setPen(theme.tokens().text2)
    write(painter, QRectF(box.right() - width, box.top(), width, box.height()), CENTRE, text)
    return box.adjusted(0, 0, -width - 2, 0)


def paint_more(painter: QPainter, box: QRectF, hidden: int) -> None:
    """The line "3 more"."""
    painter.setFont(theme.font(12, 500))
    painter.setPen(theme.tokens().text2)
    write(painter, box.adjusted(5, 0, -4, 0), LEFT, words.more(hidden))


def paint_segment(painter: QPainter, segment: Segment) -> None:
    """One week's part of a window bar, with its thick edge on the last day."""
    tokens = theme.tokens()
    box = segment.box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(tokens.violet_soft)
    painter.setPen(QPen(tokens.violet_line, 1))
    if segment.begins or segment.ends:
        painter.drawRoundedRect(box, 3, 3)
    else:
        painter.drawRect(box)
    if segment.bar is not None and segment.ends:
        edge = QRectF(box.right() - 3, box.top(), 3.5, box.height())
        painter.fillRect(edge, tokens.violet)
    if not segment.labelled:
        return
    font = theme.font(11, 500)
    painter.setFont(font)
    painter.setPen(tokens.violet)
    text = words.bar_text(segment.bar) if segment.bar is not None else words.windows(segment.hidden)
    room = segment.box.adjusted(PAD, 0, -6, 0)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    write(painter, room, LEFT, shown)
