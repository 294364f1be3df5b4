"""From right to left: what is painted, pressed and stepped through is mirrored; words are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.casedata.samples import chart
from tests.ui.conftest import TODAY, Settle
from ui import theme
from ui.deadlines.calendar import SixWeekCalendar
from ui.deadlines.six_weeks import build, first_shown
from ui.main_window import MainWindow
from ui.today.three_weeks import ThreeWeeks, weekdays
from ui.widgets.chart import BarChart
from ui.widgets.clock_strip import ClockStrip
from ui.widgets.mirrored import turn, write
from ui.workspace import Workspace

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TO_THE_LEFT, TO_THE_RIGHT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def to_the_left(dressed: QApplication) -> Iterator[None]:
    dressed.setLayoutDirection(TO_THE_LEFT)
    yield
    dressed.setLayoutDirection(TO_THE_RIGHT)


def written(direction: Qt.LayoutDirection) -> QImage:
    """A word at the start of a line of 200."""
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    turn(painter, image.rect(), direction)
    painter.setFont(theme.font(13, 400))
    write(painter, QRectF(10, 0, 100, 30), LEFT, "Fourth")
    painter.end()
    return image


def ends_of_ink(image: QImage) -> tuple[int, int]:
    """How far what is painted stands from the left and from the right."""
    ground = image.pixel(0, 0)
    columns = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]
    return columns[0], image.width() - 1 - columns[-1]


def apart(one: QImage, other: QImage) -> int:
    """How many dots two pictures of one size differ in, more than by their edges' softness."""
    dots = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return sum(abs(dark(one, *at) - dark(other, *at)) > 90 for at in dots)


def dark(picture: QImage, x: int, y: int) -> int:
    colour = picture.pixelColor(x, y)
    return colour.alpha() * (255 - colour.lightness()) // 255


def flipped(picture: QImage) -> QImage:
    return picture.flipped(Qt.Orientation.Horizontal)


def test_words_stand_at_the_other_side_and_can_still_be_read(dressed: QApplication) -> None:
    usual, turned = written(TO_THE_RIGHT), written(TO_THE_LEFT)
    (left, _), (begun, right) = ends_of_ink(usual), ends_of_ink(turned)
    assert right == pytest.approx(left, abs=2)
    word = QRect(left, 0, usual.width() - begun - right, 30)
    seen, meant = turned.copy(word.translated(begun - left, 0)), usual.copy(word)
    assert apart(seen, meant) * 2 < apart(seen, flipped(meant))


def click(qtbot: QtBot, widget: QWidget, x: int, y: int) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def test_weeks_run_from_the_right(to_the_left: None, qtbot: QtBot) -> None:
    calendar = SixWeekCalendar(TODAY)
    qtbot.addWidget(calendar)
    calendar.resize(900, 700)
    calendar.show()
    calendar.show_weeks(build(first_shown(TODAY), (), ()), TODAY)
    days: list[date] = []
    calendar.day_wanted.connect(days.append)
    click(qtbot, calendar, 880, 60)
    click(qtbot, calendar, 20, 60)
    qtbot.keyClick(calendar, Qt.Key.Key_Left)
    first = first_shown(TODAY)
    assert days == [first, first + timedelta(days=6), TODAY + timedelta(days=1)]


def test_the_next_three_weeks_run_from_the_right(to_the_left: None, qtbot: QtBot) -> None:
    weeks = ThreeWeeks(TODAY)
    qtbot.addWidget(weeks)
    weeks.show_days(weekdays(TODAY, {}, ()))
    weeks.resize(weeks.sizeHint())
    weeks.show()
    days: list[date] = []
    weeks.opened.connect(days.append)
    click(qtbot, weeks, weeks.width() - 10, weeks.height() - 10)
    qtbot.keyClick(weeks, Qt.Key.Key_Left)
    qtbot.keyClick(weeks, Qt.Key.Key_Return)
    assert days == [date(2023, 4, 10), date(2023, 4, 11)]


def test_bars_begin_at_the_right_and_are_pressed_where_they_stand(
    to_the_left: None, qtbot: QtBot
) -> None:
    bars = BarChart()
    qtbot.addWidget(bars)
    bars.resize(320, 200)
    bars.show_chart(chart())
    bars.show()
    first = bars.placed().bars[0]
    colour = theme.tokens().named("chart1").name()
    picture = bars.grab().toImage()
    y = round(first.pieces[0].box.center().y())
    filled = [x for x in range(320) if picture.pixelColor(x, y).name() == colour]
    assert 320 - max(filled) == pytest.approx(first.pieces[0].box.left(), abs=2)
    chosen: list[str] = []
    bars.chosen.connect(lambda _, label: chosen.append(label))
    click(qtbot, bars, max(filled) - 2, y)
    assert chosen == [first.bar.label]


def test_the_clock_and_the_lists_begin_at_the_right(
    dressed: QApplication, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    """Headers, cells and the strip have their first ink as far from the other side."""
    window = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    seen: list[list[int]] = []
    for way, side in ((TO_THE_RIGHT, 0), (TO_THE_LEFT, 1)):
        dressed.setLayoutDirection(way)
        try:
            seen.append([])
            for name, argument in (("requests", 5), ("casedata", None), ("campaign", None)):
                window.go(name, argument)
                settle(workspace)
                qtbot.wait(1)
                seen[-1] += [ends_of_ink(part)[side] for part in parts(window)]
        finally:
            dressed.setLayoutDirection(TO_THE_RIGHT)
    assert len(seen[0]) == 7
    assert seen[1] == pytest.approx(seen[0], abs=3)


def parts(window: MainWindow) -> Iterator[QImage]:
    """Of the table that is up the head and a cell of its second row; and the strip, if any."""
    page = window.pages.currentWidget()
    assert page is not None
    table = next(one for one in page.findChildren(QTableView) if one.isVisible())
    header: QHeaderView = table.horizontalHeader()
    at, wide = header.sectionViewportPosition(1), header.sectionSize(1)
    yield header.viewport().grab(QRect(at, 2, wide, header.height() - 6)).toImage()
    cell = table.visualRect(table.model().index(1, 1))
    yield table.viewport().grab(cell.adjusted(2, 4, -2, -4)).toImage()
    for strip in page.findChildren(ClockStrip)[:1]:
        yield strip.grab(QRect(0, 0, strip.width(), 30)).toImage()


@pytest.mark.parametrize(("name", "turned"), [("chevron-left", True), ("question", False)])
def test_icons_that_point_do_so_the_other_way(
    dressed: QApplication, qtbot: QtBot, name: str, turned: bool
) -> None:
    pictures = []
    for way in (TO_THE_RIGHT, TO_THE_LEFT):
        button = QPushButton()
        qtbot.addWidget(button)
        button.setLayoutDirection(way)
        theme.set_icon(button, name)
        pictures.append(button.icon().pixmap(16).toImage())
    usual, other = pictures
    assert (apart(other, flipped(usual)) < apart(other, usual)) == turned
