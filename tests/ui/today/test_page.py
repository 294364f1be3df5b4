from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from foitrack.desk import requests
from foitrack.desk.views import RequestFilter
from foitrack.law.terms import EventKind, State
from tests.ui.conftest import Settle
from tests.ui.today.rich_case import BATCH, TODAY
from ui.today.lines import DENSITIES, ActionRow, Heading
from ui.today.page import TodayPage
from ui.today.snooze_menu import choices
from ui.today.snoozed_dialog import SnoozedDialog
from ui.workspace import Workspace


@dataclass
class Seen:
    """What a page asked of the window."""

    went: list[tuple[str, object]] = field(default_factory=list)
    said: list[tuple[str, bool]] = field(default_factory=list)


def watch(workspace: Workspace) -> Seen:
    seen = Seen()
    workspace.navigate.connect(lambda page, argument: seen.went.append((page, argument)))
    workspace.notice.connect(lambda text, undo: seen.said.append((text, undo)))
    return seen


def opened(
    qtbot: QtBot, workspace: Workspace, settle: Settle, size: tuple[int, int] = (1224, 870)
) -> TodayPage:
    page = TodayPage(workspace)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    settle(workspace)
    page.arrive(None)
    return page


def go_to(page: TodayPage, authority: str) -> ActionRow:
    for at, line in enumerate(page.work.lines.lines()):
        if isinstance(line, ActionRow) and line.item.authority == authority:
            page.work.view.setCurrentIndex(page.work.lines.index(at, 0))
            return line
    raise AssertionError(f"{authority} is not on the page")


def test_groups_stand_in_the_order_of_their_consequence(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    headings = [line.group.kind for line in page.work.lines.lines() if isinstance(line, Heading)]
    assert headings == ["overdue", "due-soon", "to-read", "review", "commissioner", "date-missing"]
    assert page.work.headline.text().startswith("3 requests are overdue.")
    assert page.work.date.text() == "Tuesday 28 March 2023"


def test_worst_comes_first_and_a_batch_is_one_row(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    rows = [line for line in page.work.lines.lines() if isinstance(line, ActionRow)]
    assert [row.item.late for row in rows[:3]] == [12, 5, 1]
    batch = next(row for row in rows if len(row.item.request_ids) > 1)
    assert len(batch.item.request_ids) == len(BATCH)


def test_the_last_group_stands_without_scrolling(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    view = page.work.view
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)
    last = view.visualRect(page.work.lines.index(page.work.lines.rowCount() - 1, 0))
    assert view.viewport().rect().contains(last)


def test_a_low_window_scrolls_and_stays_roomy(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle, (968, 500))
    qtbot.waitUntil(lambda: page.work.view.verticalScrollBar().maximum() > 0)
    assert page.work.view.sizeHintForRow(1) == DENSITIES[0].row


def test_arrows_skip_the_headings(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    page = opened(qtbot, rich, settle)
    view = page.work.view
    rows = [at for at, line in enumerate(page.work.lines.lines()) if isinstance(line, ActionRow)]
    assert view.currentIndex().row() == rows[0]
    seen = [rows[0]]
    for _ in rows[1:]:
        qtbot.keyClick(view, Qt.Key.Key_Down)
        seen.append(view.currentIndex().row())
    assert seen == rows
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == rows[-1]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == rows[0]


def test_enter_notes_the_chase_at_once_and_offers_undo(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    seen = watch(rich)
    row = go_to(page, "Merseyside Police")
    qtbot.keyClick(page.work.view, Qt.Key.Key_Return)
    settle(rich)
    detail = requests.detail(rich.desk, row.item.request_ids[0], today=TODAY)
    assert [view.event.on for view in detail.events if view.event.kind is EventKind.CHASED] == [
        TODAY
    ]
    assert seen.said and seen.said[0][1] is True


def test_enter_on_a_response_opens_it_for_reading(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    seen = watch(rich)
    row = go_to(page, "Cleveland Police")
    qtbot.keyClick(page.work.view, Qt.Key.Key_Return)
    settle(rich)
    detail = requests.detail(rich.desk, row.item.request_ids[0], today=TODAY)
    assert seen.went == [("recording", detail.responses[0].id)]


def test_enter_on_a_request_that_waits_asks_for_its_response(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    seen = watch(rich)
    row = go_to(page, "Essex Police")
    qtbot.keyClick(page.work.view, Qt.Key.Key_Return)
    settle(rich)
    assert seen.went == [("record-response", row.item.request_ids[0])]


def test_space_opens_the_request_and_a_batch_its_requests(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    seen = watch(rich)
    row = go_to(page, "Essex Police")
    qtbot.keyClick(page.work.view, Qt.Key.Key_Space)
    batch = next(
        line
        for line in page.work.lines.lines()
        if isinstance(line, ActionRow) and len(line.item.request_ids) > 1
    )
    go_to(page, batch.item.authority)
    qtbot.keyClick(page.work.view, Qt.Key.Key_Return)
    assert seen.went[0] == ("requests", row.item.request_ids[0])
    page_name, wanted = seen.went[1]
    assert page_name == "requests" and isinstance(wanted, RequestFilter)
    listed = requests.rows(rich.desk, tuple(wanted.ids), today=TODAY)
    assert {each.authority for each in listed} == set(BATCH)


def test_the_button_is_pressed_with_the_mouse_and_the_row_is_not(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    from ui.today.delegate import columns

    page = opened(qtbot, rich, settle)
    seen = watch(rich)
    view = page.work.view
    go_to(page, "Essex Police")
    box = view.visualRect(view.currentIndex())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=columns(box).name.center())
    settle(rich)
    assert seen.went == []
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=columns(box).button.center())
    settle(rich)
    assert [page_name for page_name, _ in seen.went] == ["record-response"]


def test_a_written_event_refreshes_the_page(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    page = opened(qtbot, rich, settle)
    row = go_to(page, "Merseyside Police")
    rich.write(lambda: requests.bin(rich.desk, row.item.request_ids[0]))
    settle(rich)
    names = {line.item.authority for line in page.work.lines.lines() if isinstance(line, ActionRow)}
    assert "Merseyside Police" not in names
    assert page.work.headline.text().startswith("2 requests are overdue.")


def test_a_day_of_the_rail_opens_deadlines(qtbot: QtBot, rich: Workspace, settle: Settle) -> None:
    page = opened(qtbot, rich, settle)
    seen = watch(rich)
    qtbot.keyClick(page.work.rail.weeks, Qt.Key.Key_Return)
    assert seen.went == [("deadlines", TODAY)]
    assert "30 March 2023, 6 answers due" in page.work.rail.weeks.accessibleDescription()


def test_the_rail_hides_in_a_narrow_window_until_it_is_asked_for(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle, (968, 610))
    assert page.work.rail.isHidden()
    qtbot.mouseClick(page.work.rail_button, Qt.MouseButton.LeftButton)
    assert not page.work.rail.isHidden()
    page.resize(1300, 800)
    assert page.work.rail_button.isHidden() and not page.work.rail.isHidden()


def test_with_nothing_to_do_the_page_says_what_comes_next(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, workspace, settle)
    assert page.work.calm.isVisible()
    assert page.work.calm.headline.text() == "Nothing needs you today."
    assert page.work.calm.sentence.text()
    assert not page.work.view.isVisible()


def test_an_empty_case_file_offers_four_ways_to_begin(
    qtbot: QtBot, empty_workspace: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, empty_workspace, settle)
    seen = watch(empty_workspace)
    first = page.first_run
    assert first.isVisible()
    for button in (first.log, first.look_around, first.existing, first.target.choose):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert seen.went == [
        ("new-request", None),
        ("open-examples", None),
        ("open-file", None),
        ("record-response", None),
    ]
    said = " ".join(button.text() for button in first.findChildren(QPushButton))
    assert "WhatDoTheyKnow" not in said


def test_the_first_request_ends_the_first_run(
    qtbot: QtBot, empty_workspace: Workspace, settle: Settle
) -> None:
    from foitrack.desk.views import NewRequest

    page = opened(qtbot, empty_workspace, settle)
    desk = empty_workspace.desk
    new = NewRequest(title="How many", authority="Essex Police", sent_on=TODAY)
    empty_workspace.write(lambda: requests.log(desk, new, today=TODAY))
    settle(empty_workspace)
    assert page.work.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_rows_grow_with_the_text(
    qtbot: QtBot, rich: Workspace, settle: Settle, scale: float
) -> None:
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QApplication

    from ui import theme

    page = opened(qtbot, rich, settle)
    theme.apply(QApplication.instance(), "light", scale)  # type: ignore[arg-type]
    lines = QFontMetrics(theme.font(13, 600)).height() + QFontMetrics(theme.font(12, 400)).height()
    assert page.work.view.sizeHintForRow(1) >= lines
    theme.apply(QApplication.instance(), "light", 1.0)  # type: ignore[arg-type]


def test_the_states_of_the_rich_file_are_those_the_tests_count_on(rich: Workspace) -> None:
    from foitrack.desk.views import SortKey

    ids = requests.ids(rich.desk, RequestFilter(), SortKey.URGENCY, False, today=TODAY)
    states = {row.state for row in requests.rows(rich.desk, ids, today=TODAY)}
    assert {
        State.OVERDUE,
        State.WAITING,
        State.RESPONSE_TO_READ,
        State.ANSWERED,
        State.REVIEW_LATE,
    } <= states


def test_s_puts_a_line_off_and_the_line_below_brings_it_back(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    seen = watch(rich)
    assert page.work.snoozed.isHidden()
    row = go_to(page, "Merseyside Police")
    menu = page.offer_snooze()
    assert menu is not None
    tomorrow = menu.menu.actions()[0]
    assert tomorrow.text() == "&Tomorrow\tWed 29 March 2023"
    tomorrow.trigger()
    menu.menu.close()
    settle(rich)
    assert seen.said == [("Merseyside Police: snoozed to Wed 29 March 2023", True)]
    names = {line.item.authority for line in page.work.lines.lines() if isinstance(line, ActionRow)}
    assert "Merseyside Police" not in names
    assert page.work.snoozed.text() == "Snoozed (1)" and page.work.snoozed.isVisible()
    page.work.snoozed.click()
    settle(rich)
    [dialog] = page.findChildren(SnoozedDialog)
    assert [line.request_id for line in dialog.chosen()] == list(row.item.request_ids)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(rich)
    assert page.work.snoozed.isHidden()
    go_to(page, "Merseyside Police")


def test_a_day_on_which_a_right_would_be_lost_cannot_be_chosen(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    asking = [
        (at, line)
        for at, line in enumerate(page.work.lines.lines())
        if isinstance(line, ActionRow) and line.item.right_ends is not None
    ]
    at, row = asking[0]
    ends = row.item.right_ends
    assert ends is not None
    page.work.view.setCurrentIndex(page.work.lines.index(at, 0))
    menu = page.offer_snooze()
    assert menu is not None
    assert any("A right ends on" in action.text() for action in menu.menu.actions())
    menu.menu.close()
    dialog = page.snoozing.pick(row)
    assert dialog.accept_button.isEnabled() == (ends > TODAY + timedelta(days=1))
    dialog.on.set_date(ends)
    assert not dialog.accept_button.isEnabled()
    assert "would be lost" in dialog.problem.text()
    dialog.on.set_date(TODAY)
    dialog.accept()
    assert dialog.isVisible() and dialog.problem.text() == "Choose a day after today."
    dialog.reject()


def test_the_days_at_hand_are_all_to_come_and_each_stands_once() -> None:
    for day in range(400):
        today = TODAY + timedelta(days=day)
        days = [one.until for one in choices(today)]
        assert days == sorted(set(days)) and days[0] == today + timedelta(days=1)


def test_large_text_in_a_small_window_hides_neither_the_name_nor_the_day(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.today.delegate import columns

    theme.apply(QApplication.instance(), "light", 2.0)  # type: ignore[arg-type]
    page = opened(qtbot, rich, settle, (912, 592))
    view = page.work.view
    parts = columns(view.visualRect(view.currentIndex()))
    theme.apply(QApplication.instance(), "light", 1.0)  # type: ignore[arg-type]
    for part in (parts.name, parts.when):
        assert part.width() >= 300 and part.height() >= 60
        assert not part.intersects(parts.button)
    assert not parts.name.intersects(parts.when)


def test_the_first_run_shows_all_its_words_with_large_text_in_a_small_window(
    qtbot: QtBot, empty_workspace: Workspace, settle: Settle
) -> None:
    from PySide6.QtWidgets import QApplication, QLabel

    from ui import theme

    theme.apply(QApplication.instance(), "light", 2.0)  # type: ignore[arg-type]
    page = opened(qtbot, empty_workspace, settle, (912, 592))
    first = page.first_run
    cut = [
        label.text()
        for label in first.findChildren(QLabel)
        if label.text() and label.height() < label.heightForWidth(label.width())
    ]
    narrow = [
        button.text()
        for button in first.findChildren(QPushButton)
        if button.width() < button.sizeHint().width()
    ]
    theme.apply(QApplication.instance(), "light", 1.0)  # type: ignore[arg-type]
    assert (cut, narrow) == ([], [])
    assert first.widget().width() <= first.viewport().width()


def test_a_line_has_a_menu_with_all_that_can_be_done_to_it(
    qtbot: QtBot, rich: Workspace, settle: Settle
) -> None:
    page = opened(qtbot, rich, settle)
    seen = watch(rich)
    row = go_to(page, "Essex Police")
    menu = page.menu_of(row)
    said = [action.text() for action in menu.actions()]
    assert said == ["Record response", "&Open the request", "&Snooze…"]
    menu.actions()[1].trigger()
    assert seen.went == [("requests", row.item.request_ids[0])]
    batch = next(
        line
        for line in page.work.lines.lines()
        if isinstance(line, ActionRow) and len(line.item.request_ids) > 1
    )
    assert [action.text() for action in page.menu_of(batch).actions()] == [
        "Open the batch",
        "&Snooze…",
    ]
