from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack.desk.views import HolidayMark
from ui.today.three_weeks import ThreeWeeks, said, weekdays

TODAY = date(2023, 3, 28)
GOOD_FRIDAY = HolidayMark(date(2023, 4, 7), "Good Friday", ("E", "W", "S", "NI"))


def test_three_weeks_are_fifteen_weekdays_from_this_monday_on() -> None:
    days = weekdays(TODAY, {}, ())
    assert [days[0].on, days[-1].on, len(days)] == [date(2023, 3, 27), date(2023, 4, 14), 15]
    assert all(day.on.weekday() < 5 for day in days)


def test_each_day_says_how_many_answers_and_which_holiday() -> None:
    on = date(2023, 3, 30)
    by_day = {day.on: day for day in weekdays(TODAY, {on: 2}, [GOOD_FRIDAY])}
    assert (by_day[on].due, by_day[TODAY].due) == (2, 0)
    assert by_day[GOOD_FRIDAY.on].holiday == "Good Friday"


def test_a_day_is_said_in_full() -> None:
    days = {day.on: day for day in weekdays(TODAY, {TODAY: 1}, [GOOD_FRIDAY])}
    assert said(days[TODAY], TODAY) == "Tue 28 March 2023, today, 1 answer due"
    assert said(days[GOOD_FRIDAY.on], TODAY) == "Fri 7 April 2023, Good Friday"


def test_the_keyboard_opens_a_day(dressed: QApplication, qtbot: QtBot) -> None:
    widget = ThreeWeeks(TODAY)
    qtbot.addWidget(widget)
    widget.show_days(weekdays(TODAY, {}, [GOOD_FRIDAY]))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(widget, key)
    with qtbot.waitSignal(widget.opened) as heard:
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert heard.args == [TODAY + timedelta(weeks=1)]
    assert "Good Friday" in widget.accessibleDescription()


def test_a_click_opens_the_day_under_it(dressed: QApplication, qtbot: QtBot) -> None:
    widget = ThreeWeeks(TODAY)
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    widget.show()
    with qtbot.waitSignal(widget.opened) as heard:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.box(14).center().toPoint())
    assert heard.args == [date(2023, 4, 14)]
