"""Several requests chosen in the list, and what is done to all of them."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from foitrack.desk import history, many, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import Changed, RequestFilter, SortKey
from foitrack.law.terms import EventKind, Regime
from foitrack.progress import Progress
from tests.ui.requests.conftest import Settle
from ui.requests.campaign_dialog import CampaignDialog
from ui.requests.many_event_dialog import ManyEventDialog
from ui.requests.page import RequestsPage
from ui.requests.question import Question
from ui.safety.long_work import LongWork
from ui.workspace import Workspace

KEY, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def listed(page: RequestsPage) -> tuple[int, ...]:
    return page.list.model.ids()


def chased(workspace: Workspace, request_id: int) -> int:
    events = requests.events(workspace.desk, request_id)
    return sum(event.kind is EventKind.CHASED for event in events)


def everywhere(workspace: Workspace, binned: bool) -> tuple[int, ...]:
    wanted = RequestFilter(binned=binned)
    return requests.ids(workspace.desk, wanted, SortKey.SENT, False, today=workspace.today)


def undo(workspace: Workspace, settle: Settle) -> None:
    changed = history.undo(workspace.desk)
    assert changed is not None
    workspace.changed.emit(changed)
    settle(workspace)


def test_shift_ctrl_and_esc_choose_lines_and_the_strip_counts_them(page: RequestsPage) -> None:
    table, bar = page.list.table, page.list.chosen
    table.setFocus()
    QTest.keyClick(table, KEY.Key_Home)
    assert not bar.isVisibleTo(page)
    QTest.keyClick(table, KEY.Key_Down, SHIFT)
    assert bar.isVisibleTo(page) and bar.label.text() == "2 requests chosen"
    QTest.keyClick(table, KEY.Key_Down, CTRL)
    QTest.keyClick(table, KEY.Key_Down, CTRL)
    QTest.keyClick(table, KEY.Key_Space, CTRL)
    assert page.chosen_ids() == (*listed(page)[:2], listed(page)[3])
    QTest.keyClick(table, KEY.Key_A, CTRL)
    assert page.chosen_ids() == listed(page)
    QTest.keyClick(table, KEY.Key_Escape)
    assert page.chosen_ids() == (listed(page)[3],) and not bar.isVisibleTo(page)
    QTest.keyClick(table, KEY.Key_End, SHIFT)
    assert page.chosen_ids() == listed(page)[3:]


def test_chasing_all_is_one_step_and_what_is_chosen_stays_chosen(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    said: list[tuple[str, bool]] = []
    workspace.notice.connect(lambda words, undo: said.append((words, undo)))
    before = listed(page)
    page.choose_all()
    page.list.chosen.chased.click()
    settle(workspace)
    assert [chased(workspace, one) for one in before] == [1] * 5
    assert said == [("Done: Record for 5 requests: Chased", True)]
    page.list.model.sort_wanted.emit(SortKey.AUTHORITY, True)
    settle(workspace)
    assert listed(page) != before and page.chosen_ids() == listed(page)
    undo(workspace, settle)
    assert not any(chased(workspace, one) for one in before)


def test_an_event_for_all_offers_what_every_law_knows(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    first, second = listed(page)[:2]
    workspace.write(lambda: requests.edit(workspace.desk, first, regime=Regime.EIR))
    settle(workspace)
    page.choose_all()
    page.deeds["event"].trigger()
    settle(workspace)
    [dialog] = page.findChildren(ManyEventDialog)
    offered = {choice.kind for choice in dialog.form._choices}
    assert EventKind.ACKNOWLEDGED in offered
    assert not {EventKind.EXTENSION, EventKind.PUBLIC_INTEREST_EXTENSION} & offered
    dialog.form.choose(EventKind.ACKNOWLEDGED)
    dialog.form.on.set_date(date(2099, 1, 1))
    dialog.accept()
    assert dialog.isVisible()
    dialog.form.on.set_date(date(2023, 3, 2))
    dialog.form.note.setText("automatic")
    dialog.accept()
    settle(workspace)
    for one in (first, second):
        detail = requests.detail(workspace.desk, one, today=workspace.today)
        [view] = [v for v in detail.events if v.event.kind is EventKind.ACKNOWLEDGED]
        assert (view.event.on, view.note) == (date(2023, 3, 2), "automatic")


def test_all_go_to_the_bin_by_a_key_and_come_out_by_the_strip(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    before = set(listed(page))
    QTest.keyClick(page.list.table, KEY.Key_A, CTRL)
    page.deeds["bin"].trigger()
    settle(workspace)
    assert listed(page) == ()
    page.deeds["show-bin"].trigger()
    settle(workspace)
    page.choose_all()
    bar = page.list.chosen
    assert bar.remove.isVisibleTo(page) and not bar.record.isVisibleTo(page)
    assert page.deeds["bin"].text() == "Take out of the &bin"
    bar.bin.click()
    settle(workspace)
    page.deeds["show-bin"].trigger()
    settle(workspace)
    assert set(listed(page)) == before


def test_several_in_the_bin_are_removed_for_good_only_when_asked(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, KEY.Key_Home)
    QTest.keyClick(page.list.table, KEY.Key_Down, SHIFT)
    gone = page.chosen_ids()
    page.deeds["bin"].trigger()
    settle(workspace)
    page.deeds["show-bin"].trigger()
    settle(workspace)
    page.choose_all()
    for meant, left in ((False, 5), (True, 3)):
        page.list.chosen.remove.click()
        box = page.findChildren(Question)[-1]
        assert box.asked.text() == "Remove 2 requests for good?"
        (box.accept_button if meant else box.cancel).click()
        settle(workspace)
        assert sum(len(everywhere(workspace, binned)) for binned in (False, True)) == left
    assert not set(gone) & set(everywhere(workspace, False))


def test_a_campaign_for_all(page: RequestsPage, workspace: Workspace, settle: Settle) -> None:
    page.choose_all()
    page.list.chosen.campaign.click()
    settle(workspace)
    [dialog] = page.findChildren(CampaignDialog)
    # They are all in one: that it is so is said, and Enter changes nothing.
    assert dialog.field.currentText() == "Police and social media"
    assert not dialog.accept_button.isEnabled()
    dialog.field.setCurrentText("")
    assert dialog.accept_button.text() == "Take them out of theirs"
    assert dialog.accept_button.isEnabled()
    dialog.field.setCurrentText("Speed cameras")
    assert dialog.note.text() == "This begins a new campaign."
    dialog.accept()
    settle(workspace)
    rows = requests.rows(workspace.desk, listed(page), today=workspace.today)
    assert {row.campaign for row in rows} == {"Speed cameras"}


def test_references_and_rows_are_copied_as_they_are_listed(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    said: list[str] = []
    workspace.notice.connect(lambda words, undo: said.append(words))
    page.choose_all()
    page.deeds["references"].trigger()
    settle(workspace)
    rows = requests.rows(workspace.desk, listed(page), today=workspace.today)
    own = [one for row in rows for one in row.references]
    assert QGuiApplication.clipboard().text().split("\n") == own
    page.deeds["rows"].trigger()
    settle(workspace)
    head, *lines = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:2] == ["State", "Authority"]
    assert [line.split("\t")[1] for line in lines] == [
        row.authority or "Authority not stated" for row in rows
    ]
    assert said[-1] == "Copied 5 rows"


def test_much_is_done_behind_a_bar_that_can_be_stopped(
    page: RequestsPage,
    workspace: Workspace,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr("ui.requests.many_deeds.AT_ONCE", 2)
    said: list[str] = []
    workspace.notice.connect(lambda words, undo: said.append(words))
    workspace.tasks.problem.connect(lambda problem: said.append(str(problem)))
    ids = listed(page)

    def over() -> bool:
        return not page.findChildren(LongWork)

    page.many.export_to(ids, tmp_path / "list")
    qtbot.waitUntil(over, timeout=10_000)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 6
    assert said[-1].startswith("5 requests exported to ")
    real = many.bin

    def stopped(desk: Desk, wanted: tuple[int, ...], *, progress: Progress) -> Changed:
        progress.stop()
        return real(desk, wanted, progress=progress)

    monkeypatch.setattr("ui.requests.many_deeds.many.bin", stopped)
    page.choose_all()
    page.deeds["bin"].trigger()
    qtbot.waitUntil(over, timeout=10_000)
    settle(workspace)
    assert said[-1] == "Stopped, as you asked. Nothing was changed."
    assert listed(page) == ids


def test_in_a_narrow_window_a_deed_is_for_the_request_that_is_shown(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    page.resize(1024, 600)
    page.choose_all()
    QTest.keyClick(page.list.table, KEY.Key_Return)
    settle(workspace)
    shown = page.detail.request_id()
    assert shown is not None
    assert page.chosen_ids() == (shown,)
    page.deeds["chased"].trigger()
    settle(workspace)
    assert sum(chased(workspace, one) for one in listed(page)) == chased(workspace, shown) == 1


def test_the_menu_of_a_line_is_that_of_its_request_or_of_all_chosen(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    def shown() -> list[str]:
        [menu] = [one for one in page.findChildren(QMenu) if one.isVisible()]
        said = [action.text() for action in menu.actions() if action.text()]
        menu.close()
        return said

    first, second = listed(page)[:2]
    page.list.table.choose(first)
    settle(workspace)
    page.list.table.menu_wanted.emit(second, QPoint(10, 10))
    settle(workspace)
    assert "&Edit the request…" in shown()
    assert page.detail.request_id() == second
    page.choose_all()
    page.list.table.menu_wanted.emit(second, QPoint(10, 10))
    assert "Put in a &campaign…" in shown()
