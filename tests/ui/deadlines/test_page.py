from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from foitrack.desk.views import RequestFilter
from tests.ui.conftest import Settle
from tests.ui.today.rich_case import OTHER_CAMPAIGN, TODAY
from ui import theme
from ui.deadlines.page import FIRST_DAY, LAST_DAY, DeadlinesPage
from ui.workspace import Workspace


def opened(
    qtbot: QtBot, workspace: Workspace, settle: Settle, size: tuple[int, int] = (1224, 870)
) -> DeadlinesPage:
    page = DeadlinesPage(workspace)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    settle(workspace)
    page.arrive(None)
    return page


def press(qtbot: QtBot, page: DeadlinesPage, *keys: Qt.Key) -> date:
    for key in keys:
        qtbot.keyClick(page.calendar, key)
    return page.chosen()


def test_six_weeks_stand_around_today(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    page = opened(qtbot, rich, settle)
    assert page.header.title.text() == "March and April 2023"
    assert page.calendar.weeks().first == date(2023, 3, 13)
    assert page.rail.title.text() == "Tue 28 March 2023"
    assert page.rail.distance.text() == "today"


def test_arrows_move_by_day_and_week(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    page = opened(qtbot, rich, settle)
    key = Qt.Key
    assert press(qtbot, page, key.Key_Right) == date(2023, 3, 29)
    assert press(qtbot, page, key.Key_Down) == date(2023, 4, 5)
    assert press(qtbot, page, key.Key_Up, key.Key_Left) == TODAY
    assert press(qtbot, page, key.Key_Home) == date(2023, 3, 27)
    assert press(qtbot, page, key.Key_End) == date(2023, 4, 2)


def test_pages_move_by_month_and_t_goes_back_to_today(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    assert press(qtbot, page, Qt.Key.Key_PageDown) == date(2023, 4, 28)
    assert press(qtbot, page, Qt.Key.Key_PageDown) == date(2023, 5, 28)
    assert press(qtbot, page, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp) == date(
        2023, 2, 28
    )
    assert press(qtbot, page, Qt.Key.Key_T) == TODAY
    assert page.calendar.weeks().cell(TODAY) is not None
    settle(rich)


def test_leaving_the_six_weeks_scrolls_by_one_week_and_fetches(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    page.go_to(date(2023, 4, 24))
    assert page.calendar.weeks().first == date(2023, 3, 20)
    page.go_to(date(2023, 2, 6))
    settle(rich)
    cell = page.calendar.weeks().cell(date(2023, 2, 6))
    assert cell is not None and [mark.kind for mark in cell.marks] == ["response"]


def test_enter_opens_the_day_s_list_and_enter_there_the_request(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle, (968, 610))
    went: list[tuple[str, object]] = []
    rich.navigate.connect(lambda name, argument: went.append((name, argument)))
    page.go_to(date(2023, 3, 29))
    assert page.rail.isHidden()
    qtbot.keyClick(page.calendar, Qt.Key.Key_Return)
    assert not page.rail.isHidden()
    assert page.rail.view.hasFocus()
    qtbot.keyClick(page.rail.view, Qt.Key.Key_Return)
    [(name, request_id)] = went
    item = page.rail.view.lines_model().item(page.rail.view.currentIndex())
    assert name == "requests" and item is not None
    assert (item.entry.label, item.entry.request_id) == ("Police Scotland", request_id)


def test_a_full_day_is_one_mark_and_its_requests_can_be_listed(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    page.go_to(date(2023, 3, 30))
    went: list[tuple[str, object]] = []
    rich.navigate.connect(lambda name, argument: went.append((name, argument)))
    assert page.rail.distance.text() == "in 2 working days"
    assert page.rail.all.text() == "Show all 7 in Requests"
    qtbot.mouseClick(page.rail.all, Qt.MouseButton.LeftButton)
    [(name, wanted)] = went
    assert name == "requests" and isinstance(wanted, RequestFilter) and len(wanted.ids) == 7


def test_a_click_chooses_the_day_under_it(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    page = opened(qtbot, rich, settle)
    box = page.calendar.cell_box(date(2023, 4, 7))
    qtbot.mouseClick(page.calendar, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert page.chosen() == date(2023, 4, 7)
    said = page.calendar.accessibleDescription()
    assert "Fri 7 April 2023" in said and "Good Friday" in said and "Northumbria Police" in said


def test_the_list_says_the_same_as_the_month(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    page = opened(qtbot, rich, settle)
    marked = sum(len(cell.entries()) for cell in page.calendar.weeks().cells)
    qtbot.mouseClick(page.header.shown_as.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert page.list.isVisible() and not page.calendar.isVisible()
    model = page.list.lines_model()
    listed = [at for at in range(model.rowCount()) if model.item(model.index(at, 0)) is not None]
    assert len(listed) == marked > 10


def test_the_choice_of_list_is_remembered(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    first = opened(qtbot, rich, settle)
    qtbot.mouseClick(first.header.shown_as.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert opened(qtbot, rich, settle).list.isVisible()


def test_a_campaign_narrows_the_calendar(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    page = opened(qtbot, rich, settle)
    campaign = page.header.campaign
    action = next(a for a in campaign.menu().actions() if OTHER_CAMPAIGN in a.text())  # type: ignore[union-attr]
    action.trigger()
    settle(rich)
    shown = [e.label for cell in page.calendar.weeks().cells for e in cell.entries()]
    assert shown == ["Kent Police"]


def test_an_empty_list_says_so(qtbot: QtBot, empty_workspace: Workspace, settle: Settle) -> None:
    page = opened(qtbot, empty_workspace, settle)
    page.go_to(date(2023, 10, 10))
    settle(empty_workspace)
    qtbot.mouseClick(page.header.shown_as.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert page.empty.isVisible()


def test_beyond_the_published_holidays_the_page_says_so(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    assert not page.unknown.isVisible()
    sure = rich.desk.reference.calendars.last_sure_day
    page.go_to(date(sure.year + 1, 2, 1))
    settle(rich)
    assert page.unknown.isVisible()
    assert str(sure.year) in page.unknown.text()


@pytest.mark.parametrize("far", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_calendar_stops_where_working_days_stop(
    qtbot: QtBot, rich: Workspace, settle: Settle, far: date
) -> None:
    page = opened(qtbot, rich, settle)
    page.go_to(far)
    settle(rich)
    assert page.chosen() in (FIRST_DAY, LAST_DAY)


def test_the_page_follows_what_is_written(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    from foitrack.desk import requests

    page = opened(qtbot, rich, settle)
    cell = page.calendar.weeks().cell(date(2023, 3, 29))
    assert cell is not None
    [entry] = cell.entries()
    rich.write(lambda: requests.bin(rich.desk, entry.request_id))
    settle(rich)
    after = page.calendar.weeks().cell(date(2023, 3, 29))
    assert after is not None and after.entries() == ()


def test_paints_at_every_size_and_text_size(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    from PySide6.QtWidgets import QApplication

    from ui import theme

    app = QApplication.instance()
    for scale in (1.0, 2.0):
        theme.apply(app, "dark", scale)  # type: ignore[arg-type]
        page = opened(qtbot, rich, settle, (968, 610))
        assert not page.grab().isNull()
    theme.apply(app, "light", 1.0)  # type: ignore[arg-type]


def test_large_text_scrolls_the_six_weeks_to_the_day_one_goes_to(
    qtbot: QtBot, rich: Workspace, settle: Settle, dressed: QApplication
) -> None:
    theme.apply(dressed, "light", 2.0)
    page = opened(qtbot, rich, settle, (912, 590))
    view = page.scroller.viewport().rect()
    for _ in range(5):
        on = press(qtbot, page, Qt.Key.Key_Down)
        box = page.calendar.cell_box(on).toRect()
        assert view.contains(box.translated(page.calendar.pos())), on
    theme.apply(dressed, "light", 1.0)
