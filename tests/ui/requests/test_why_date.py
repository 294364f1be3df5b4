from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.law.clock import reckon
from foitrack.law.terms import DeadlineKind, Event, EventKind, Regime
from tests.ui.conftest import settled
from tests.ui.requests.conftest import row_of
from ui import theme
from ui.requests.page import RequestsPage
from ui.requests.why_calendar import DayKind
from ui.requests.why_date import WhyDatePopover
from ui.workspace import Workspace


@pytest.fixture
def staffordshire(
    dressed: QApplication, seen: RequestsPage, unaltered: Workspace
) -> Iterator[RequestsPage]:
    """The one page of these tests, which alter nothing, with the request to Staffordshire."""
    seen.resize(1224, 872)
    seen.open_request(row_of(unaltered, "Staffordshire Police").id)
    settled(unaltered)
    yield seen
    if (popover := seen.detail.why_popover()) is not None:
        popover.close_popover()


@pytest.fixture
def why(staffordshire: RequestsPage) -> WhyDatePopover:
    staffordshire.detail.header.why.click()
    popover = staffordshire.detail.why_popover()
    assert popover is not None
    return popover


def test_says_every_reason_with_its_law(why: WhyDatePopover) -> None:
    said = why.text()
    assert "Why Thu 30 March 2023?" in said
    assert "20 working days after Wed 1 March 2023" in said
    assert "section 10(1) of the Freedom of Information Act 2000" in said
    assert "St Patrick's Day, bank holiday in Northern Ireland" in said
    assert "8 weekend days skipped" in said
    assert "Counting only England and Wales holidays would give Wed 29 March" in said
    assert "Holidays after 2028 are not known yet" in said
    assert "Fri 21 August 2026" in said


def test_the_calendar_marks_answer_and_last_day(why: WhyDatePopover) -> None:
    days = {day.on: day for day in why.days()}
    assert days[date(2023, 3, 17)].kind is DayKind.HOLIDAY
    assert (days[date(2023, 3, 27)].kind, days[date(2023, 3, 27)].number) == (
        DayKind.ANSWERED,
        17,
    )
    assert (days[date(2023, 3, 30)].kind, days[date(2023, 3, 30)].number) == (DayKind.DUE, 20)


def test_never_covers_the_date_it_explains_however_often_it_is_opened(
    why: WhyDatePopover, staffordshire: RequestsPage
) -> None:
    date_label = staffordshire.detail.header.due
    spot = date_label.mapTo(staffordshire.window(), date_label.rect().topLeft())
    for _ in range(4):
        box = why.geometry().adjusted(20, 20, -20, -20)
        assert not box.intersects(date_label.rect().translated(spot))
        why.close_popover()
        staffordshire.detail.header.why.click()


def test_escape_closes_and_gives_the_keyboard_back(
    why: WhyDatePopover, staffordshire: RequestsPage
) -> None:
    assert why.isVisible()
    QTest.keyClick(why, Qt.Key.Key_Escape)
    assert not why.isVisible()


def test_copies_two_sentences_for_a_letter(why: WhyDatePopover) -> None:
    why.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Under section 10(1) of the Freedom of Information Act 2000")
    assert "St Patrick's Day" in copied
    assert why.copy.text() == "Copied"


def test_arrows_read_the_days_out(why: WhyDatePopover) -> None:
    why.grid.setFocus()
    assert why.grid.accessibleDescription() == "Thu 30 March 2023, day 20, last day"
    for _ in range(13):
        QTest.keyClick(why.grid, Qt.Key.Key_Left)
    assert "St Patrick's Day" in why.grid.accessibleDescription()
    QTest.keyClick(why.grid, Qt.Key.Key_Home)
    assert why.grid.accessibleDescription() == "Mon 27 February 2023"


def test_change_the_dates_corrects_the_day_it_counts_from(
    why: WhyDatePopover, staffordshire: RequestsPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(staffordshire.detail.deeds.opened) as heard:
        why.change.click()
    assert heard.args is not None
    dialog = heard.args[0]
    assert dialog.form.choice().kind is EventKind.SENT
    assert dialog.form.on.date() == date(2023, 3, 1)
    assert not why.isVisible()
    dialog.reject()


def test_under_1100_pixels_it_is_a_sheet(staffordshire: RequestsPage) -> None:
    staffordshire.resize(1024, 640)
    staffordshire.detail.explain_due()
    popover = staffordshire.detail.why_popover()
    assert popover is not None
    assert popover.is_sheet()
    assert staffordshire.rect().contains(popover.geometry().adjusted(20, 20, -20, -20))


@pytest.mark.parametrize(
    ("scale", "window_width", "beside"),
    [
        (1.0, 1440, True),
        pytest.param(1.0, 1024, True, marks=pytest.mark.extended),
        (1.25, 1024, True),
        pytest.param(1.5, 1024, False, marks=pytest.mark.extended),
        pytest.param(1.75, 1024, False, marks=pytest.mark.extended),
        (2.0, 1024, False),
        (2.0, 1440, True),
    ],
)
def test_no_day_is_cut_off_and_the_reasons_stand_beside_where_there_is_room(
    dressed: QApplication, qtbot: QtBot, scale: float, window_width: int, beside: bool
) -> None:
    known = assets.calendars()
    received = (Event(EventKind.RECEIVED, date(2023, 3, 1)),)
    found = reckon(Regime.FOIA, received, known, today=date(2023, 3, 28))
    deadline = found.of(DeadlineKind.RESPONSE)
    assert deadline is not None
    theme.apply(dressed, "light", scale)
    try:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(window_width, 640)
        window.show()
        popover = WhyDatePopover(window)
        popover.explain(deadline, Regime.FOIA, known)
        popover.open_at(window)
        QApplication.processEvents()
        seen = popover.grid.visibleRegion().boundingRect().width()
        assert seen >= popover.grid.sizeHint().width()
        days = popover.grid
        first = next(one for one in popover.findChildren(QLabel) if one.text().startswith("Day 0"))
        edge = days.mapTo(popover, days.rect().topRight()).x()
        assert (first.mapTo(popover, first.rect().topLeft()).x() > edge) is beside
        popover.close_popover()
    finally:
        theme.apply(dressed, "light", 1.0)


@pytest.mark.parametrize("kind", [DeadlineKind.REVIEW_LIMIT, DeadlineKind.COMMISSIONER])
def test_other_last_days_are_explained_too(
    qtbot: QtBot, staffordshire: RequestsPage, kind: DeadlineKind
) -> None:
    events = (
        Event(EventKind.RECEIVED, date(2023, 3, 1)),
        Event(EventKind.RESPONSE, date(2023, 3, 27)),
        Event(EventKind.REVIEW_ASKED, date(2023, 4, 4)),
        Event(EventKind.REVIEW_OUTCOME, date(2023, 5, 4), detail="upheld"),
    )
    known = assets.calendars()
    deadline = reckon(Regime.FOIA, events, known, today=date(2023, 5, 5)).of(kind)
    assert deadline is not None
    popover = WhyDatePopover(staffordshire)
    popover.explain(deadline, Regime.FOIA, known)
    popover.open_at(staffordshire.detail.header.due)
    assert "not statute" in popover.text()
    assert popover.days()[-1].on >= deadline.on
    popover.close_popover()
