"""How a chart's title, bars, labels and figures are drawn where its layout has put them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from foitrack.desk.views import Chart
from ui import theme
from ui.widgets.chart_layout import ChartLayout, PlacedBar
from ui.widgets.chart_words import in_words, short_year, tighter
from ui.widgets.fills import fill
from ui.widgets.mirrored import write

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
ABOVE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom


def _metrics(painter: QPainter, size: int, weight: int) -> QFontMetricsF:
    return QFontMetricsF(theme.font(size, weight), painter.device())


def paint_title(painter: QPainter, chart: Chart, width: float, *, noted: bool) -> None:
    """The title and, where it is `noted`, beside it what must be known of the chart."""
    metrics = _metrics(painter, 13, 600)
    top = QRectF(0, 0, width, metrics.height())
    painter.setFont(theme.font(13, 600))
    painter.setPen(theme.tokens().text)
    write(painter, top, LEFT, chart.title)
    if not chart.note or not noted:
        return
    room = top.adjusted(metrics.horizontalAdvance(chart.title) + 10, 0, 0, 0)
    painter.setFont(theme.font(11, 400))
    painter.setPen(theme.tokens().text3)
    small = _metrics(painter, 11, 400)
    text = small.elidedText(chart.note, Qt.TextElideMode.ElideRight, room.width())
    write(painter, room, LEFT, text)


def paint_ground(painter: QPainter, placed: PlacedBar, *, chosen: bool, pointed: bool) -> None:
    """Behind a bar that a filter asks for, or that is pointed at."""
    if not chosen and not pointed:
        return
    tokens = theme.tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent_soft if chosen else tokens.hover)
    painter.drawRoundedRect(placed.target.adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)


def paint_ring(painter: QPainter, placed: PlacedBar) -> None:
    """Around the bar that the keyboard is on."""
    painter.setPen(QPen(theme.tokens().accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(placed.target.adjusted(1, 1, -1, -1), 4, 4)


def paint_bar(painter: QPainter, placed: PlacedBar, figure: str, *, standing: bool) -> None:
    """A bar's pieces, its label and its figure."""
    tokens = theme.tokens()
    for piece in placed.pieces:
        fill(painter, piece.box, piece.series)
    painter.setFont(theme.font(12, 400))
    painter.setPen(tokens.text if placed.bar.known else tokens.text3)
    _paint_label(painter, placed, standing=standing)
    painter.setFont(theme.font(12, 500))
    painter.setPen(tokens.text)
    if standing:
        _paint_figure_above(painter, placed, figure)
    else:
        write(painter, placed.figure, LEFT, figure)


def _paint_label(painter: QPainter, placed: PlacedBar, *, standing: bool) -> None:
    metrics = _metrics(painter, 12, 400)
    words, room = in_words(placed.bar.label), placed.label.width()
    if standing and metrics.horizontalAdvance(words) > room:
        words = short_year(words)
    # What tells "Police staff, grade C" from grade D stands at its end.
    text = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room)
    write(painter, placed.label, MIDDLE if standing else LEFT, text)


def _paint_figure_above(painter: QPainter, placed: PlacedBar, figure: str) -> None:
    """Figures side by side are set tighter where they are wider than their bars."""
    width = placed.figure.width()
    for size, said in tighter(figure):
        if _metrics(painter, size, 500).horizontalAdvance(said) <= width:
            painter.setFont(theme.font(size, 500))
            write(painter, placed.figure, ABOVE, said)
            return


def paint_foot(painter: QPainter, layout: ChartLayout, more: str) -> None:
    """The line that bars stand on, and how many more there are."""
    tokens = theme.tokens()
    if layout.baseline is not None:
        painter.setPen(QPen(tokens.line2, 1))
        y = int(layout.baseline) + 0.5
        end = layout.bars[-1].target.right() if layout.bars else 0.0
        painter.drawLine(QPointF(0, y), QPointF(end, y))
    if not layout.more.isEmpty():
        painter.setFont(theme.font(12, 500))
        painter.setPen(tokens.accent_ink)
        write(painter, layout.more, LEFT, more)
