from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from foitrack.desk import history, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import (
    DeskError,
    NewRequest,
    RequestDetail,
    RequestFilter,
    SortKey,
)
from foitrack.law.terms import Regime, State
from tests.ui.requests.conftest import Settle, row_of
from ui.requests.columns import INDEX
from ui.requests.page import RequestsPage
from ui.workspace import Workspace


def authorities(page: RequestsPage) -> list[str]:
    model = page.list.model
    column = INDEX["authority"]
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_lists_the_examples_and_shows_the_first(page: RequestsPage) -> None:
    assert sorted(authorities(page)) == [
        "Authority not stated",
        "Avon and Somerset Police",
        "Gwent Police",
        "Metropolitan Police Service",
        "Staffordshire Police",
    ]
    assert page.list.bar.count.text() == "5 requests"
    assert page.list.table.current_id() == page.list.model.id_at(0)
    detail = page.detail.detail()
    assert detail is not None
    assert detail.row.id == page.list.model.id_at(0)


def test_arrows_home_and_end_move_and_the_detail_follows(
    page: RequestsPage, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    table = page.list.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == 4
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.currentIndex().row() == 3
    QTest.keyClick(table, Qt.Key.Key_Home)
    QTest.keyClick(table, Qt.Key.Key_Down)
    wanted = page.list.model.id_at(1)
    qtbot.waitUntil(lambda: shown(page) == wanted)


def test_quick_keys_do_it_to_the_line_they_came_to_not_to_the_one_still_shown(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    table = page.list.table
    before, wanted = page.list.model.id_at(0), page.list.model.id_at(1)
    [bin_it] = [action for action in page.actions() if action.text() == "Move to the &bin"]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert shown(page) == before
    bin_it.trigger()
    settle(workspace)
    left = page.list.model.ids()
    assert before in left
    assert wanted not in left


def shown(page: RequestsPage) -> int | None:
    detail = page.detail.detail()
    return detail.row.id if detail else None


def test_typing_a_name_goes_to_its_line(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    table = page.list.table
    table.setFocus()
    QTest.keyClicks(table, "met")
    settle(workspace)
    assert table.current_id() == row_of(workspace, "Metropolitan Police Service").id
    QTest.keyClicks(table, "zzz")
    settle(workspace)
    assert table.current_id() == row_of(workspace, "Metropolitan Police Service").id


def test_a_header_sorts_up_then_down_then_by_what_needs_doing(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    header = page.list.table.horizontalHeader()
    known = [name for name in sorted(authorities(page)) if name != "Authority not stated"]
    before = authorities(page)
    header.sectionClicked.emit(INDEX["authority"])
    settle(workspace)
    assert authorities(page)[:4] == known
    header.sectionClicked.emit(INDEX["authority"])
    settle(workspace)
    assert [name for name in authorities(page) if name in known] == known[::-1]
    header.sectionClicked.emit(INDEX["authority"])
    settle(workspace)
    assert page.listing.sort is SortKey.URGENCY
    assert authorities(page) == before


def test_what_is_current_stays_current_in_another_order(
    staffordshire: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    before = staffordshire.list.table.current_id()
    staffordshire.list.model.sort_wanted.emit(SortKey.AUTHORITY, True)
    settle(workspace)
    assert staffordshire.list.table.current_id() == before


def test_search_narrows_and_says_when_nothing_matches(
    page: RequestsPage, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    box = page.list.bar.search
    QTest.keyClicks(box, "gwent")
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle(workspace)
    assert authorities(page) == ["Gwent Police"]
    assert page.list.bar.count.text() == "1 of 5 requests"
    box.setText("no such words anywhere")
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle(workspace)
    assert page.list.stack.currentWidget() is page.list.no_match
    assert page.list.no_match.title.text() == "No requests match."
    assert page.list.no_match.button.text() == "Clear filters"
    page.list.no_match.button.click()
    settle(workspace)
    assert len(authorities(page)) == 5
    assert box.text() == ""


def test_pills_filter_by_state_and_law(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    page.list.bar.regime.changed.emit(frozenset({Regime.EIR.value}))
    settle(workspace)
    assert authorities(page) == []
    page.list.bar.clear_all()
    settle(workspace)
    page.list.bar.state.changed.emit(frozenset({State.ANSWERED.value}))
    settle(workspace)
    assert len(authorities(page)) == 5
    assert page.list.bar.state.ticked() == {State.ANSWERED.value}
    assert not page.list.bar.clear.isHidden()


def test_a_filter_given_from_elsewhere_is_shown_on_the_pills(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    page.show_argument(RequestFilter(overdue=True))
    settle(workspace)
    assert page.list.bar.state.ticked() == {State.OVERDUE.value}
    assert authorities(page) == []


def test_a_request_asked_for_is_found_behind_any_filter(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    wanted = row_of(workspace, "Gwent Police").id
    page.show_argument(RequestFilter(overdue=True))
    settle(workspace)
    page.show_argument((wanted, "casedata"))
    settle(workspace)
    assert page.list.table.current_id() == wanted
    assert shown(page) == wanted
    assert page.detail.pages.currentWidget() is page.detail.cases


def test_only_what_a_change_names_is_read_again(
    page: RequestsPage,
    workspace: Workspace,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    detailed: list[int] = []
    real = requests.detail

    def noted(desk: Desk, request_id: int, *, today: date) -> RequestDetail:
        detailed.append(request_id)
        return real(desk, request_id, today=today)

    monkeypatch.setattr("ui.requests.detail_loading.requests.detail", noted)
    other = row_of(workspace, "Gwent Police").id
    page.open_request(row_of(workspace, "Staffordshire Police").id)
    settle(workspace)
    detailed.clear()
    workspace.write(lambda: requests.edit(workspace.desk, other, title="Changed elsewhere"))
    settle(workspace)
    assert detailed == []
    model = page.list.model
    place = model.place_of(other)
    assert place is not None
    assert model.data(model.index(place, INDEX["title"])) == "Changed elsewhere"


def test_a_failure_is_said_above_the_list_and_can_be_tried_again(
    page: RequestsPage, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:

        def fail(*args: object, **more: object) -> None:
            raise DeskError("The case file is locked by another program.")

        broken.setattr("ui.requests.listing.requests.ids", fail)
        page.listing.reload()
        settle(workspace)
        assert "locked by another program" in page.list.error.label.text()
        assert page.list.error.isVisibleTo(page)
        assert len(authorities(page)) == 5
    page.list.error.button.click()
    settle(workspace)
    assert not page.list.error.isVisibleTo(page)


def test_an_empty_case_file_offers_a_new_request(
    qtbot: QtBot, empty_workspace: Workspace, settle: Settle
) -> None:
    page = RequestsPage(empty_workspace)
    qtbot.addWidget(page)
    page.resize(968, 600)
    page.show()
    settle(empty_workspace)
    assert page.list.stack.currentWidget() is page.list.none
    # There is no column to be hidden, and nothing for Enter to open.
    assert not page.list.hidden.isVisible()
    with qtbot.waitSignal(empty_workspace.navigate) as heard:
        page.list.none.button.click()
    assert heard.args == ["new-request", None]


def test_columns_give_way_and_come_back(page: RequestsPage) -> None:
    table = page.list.table
    assert "title" in table.shown_columns()
    page.resize(968, 600)
    assert "title" not in table.shown_columns()
    assert "reference" not in table.shown_columns()
    assert page.list.hidden.text() == "8 columns, 2 hidden at this width"
    page.resize(1224, 872)
    assert "reference" in table.shown_columns()


def test_columns_chosen_are_remembered(
    page: RequestsPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    menu = page.list.table.columns_menu(page)
    actions = {action.text(): action for action in menu.actions()}
    actions["Campaign"].trigger()
    actions["Sent"].trigger()
    assert "campaign" in page.list.table.shown_columns()
    assert "sent" not in page.list.table.shown_columns()
    assert not actions["Authority"].isEnabled()
    another = RequestsPage(workspace)
    qtbot.addWidget(another)
    another.show()
    another.resize(1500, 872)
    another.show()
    settle(workspace)
    assert "sent" not in another.list.table.shown_columns()
    assert "campaign" in another.list.table.shown_columns()
    another.list.table.reset_columns()
    assert "sent" in another.list.table.shown_columns()


def test_in_a_narrow_window_enter_opens_and_escape_goes_back(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    page.resize(1024, 600)
    assert page.list.hint.isVisibleTo(page)
    table = page.list.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Home)
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle(workspace)
    assert page.stack.currentWidget() is page.alone
    assert page.alone.place.text() == "1 of 5"
    assert not page.alone.before.isEnabled()
    page.alone.after.click()
    assert page.alone.place.text() == "2 of 5"
    assert table.currentIndex().row() == 1
    QTest.keyClick(page.detail.tabs, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.splitter
    page.resize(1300, 800)
    assert page.detail.parent() is page.splitter


def test_the_bin_shows_what_was_put_there_and_undo_takes_it_out(
    staffordshire: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    page = staffordshire
    with_notice: list[tuple[str, bool]] = []
    workspace.notice.connect(lambda words, undo: with_notice.append((words, undo)))
    page.detail.deeds.bin()
    settle(workspace)
    assert "Staffordshire Police" not in authorities(page)
    assert with_notice[-1] == ("Done: Move request to the bin", True)
    page.listing.narrow(replace(RequestFilter(), binned=True))
    settle(workspace)
    assert authorities(page) == ["Staffordshire Police"]
    assert page.list.header.title.text() == "Requests in the bin"
    changed = history.undo(workspace.desk)
    assert changed is not None
    workspace.changed.emit(changed)
    settle(workspace)
    assert page.list.no_match.title.text() == "The bin is empty."


def test_a_hundred_thousand_lines_cost_what_is_on_screen(
    qtbot: QtBot, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The view may look at what it shows, and at nothing else."""
    one = row_of(workspace, "Gwent Police")
    fetched: list[int] = []

    def rows(desk: object, wanted: tuple[int, ...], *, today: date) -> tuple[object, ...]:
        fetched.extend(wanted)
        return tuple(replace(one, id=i) for i in wanted)

    monkeypatch.setattr("ui.requests.listing.requests.ids", lambda *a, **k: range(1, 100_001))
    monkeypatch.setattr("ui.requests.listing.requests.rows", rows)
    page = RequestsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1224, 872)
    page.show()
    settle(workspace)
    assert page.list.model.rowCount() == 100_000
    assert len(fetched) == 100
    bar = page.list.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.grab()
    settle(workspace)
    QTest.qWait(0)
    settle(workspace)
    assert page.list.model.row_of(100_000) is not None
    assert len(fetched) <= 300


def test_log_then_chosen(page: RequestsPage, workspace: Workspace, settle: Settle) -> None:
    new = NewRequest("Speed cameras", "Kent Police", sent_on=date(2023, 3, 1))
    workspace.write(lambda: requests.log(workspace.desk, new, today=workspace.today))
    settle(workspace)
    assert len(authorities(page)) == 6
    row = row_of(workspace, "Kent Police")
    assert page.list.table.current_id() == row.id
    chosen = page.list.table.selectionModel()
    assert isinstance(chosen, QItemSelectionModel)
    assert [index.row() for index in chosen.selectedRows()] == [page.list.model.place_of(row.id)]


def test_a_change_that_names_nothing_may_have_changed_every_row(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    """As when the window stays open past midnight: distances to a last day are other ones."""
    new = NewRequest("Speed cameras", "Kent Police", sent_on=date(2023, 3, 20))
    workspace.write(lambda: requests.log(workspace.desk, new, today=workspace.today))
    settle(workspace)
    place = page.list.model.place_of(row_of(workspace, "Kent Police").id)
    assert place is not None
    due = page.list.model.index(place, INDEX["due"])
    assert page.list.model.data(due) == "19 Apr 2023 in 14 working days"
    workspace.today = date(2023, 4, 21)
    workspace.announce_changes()
    settle(workspace)
    place = page.list.model.place_of(row_of(workspace, "Kent Police").id)
    assert place is not None
    due = page.list.model.index(place, INDEX["due"])
    assert page.list.model.data(due) == "19 Apr 2023 2 working days late"


def test_the_order_is_remembered(
    page: RequestsPage, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    page.list.model.sort_wanted.emit(SortKey.AUTHORITY, True)
    settle(workspace)
    another = RequestsPage(workspace)
    qtbot.addWidget(another)
    another.show()
    settle(workspace)
    assert (another.listing.sort, another.listing.descending) == (SortKey.AUTHORITY, True)
    assert authorities(another) == authorities(page)


def test_what_the_page_lends_to_the_request_menu_has_no_mnemonic_twice(page: RequestsPage) -> None:
    lent = [one.text() for one in page.actions() if one.property("menu") == "request"]
    keys = [text[text.index("&") + 1].lower() for text in [*lent, "&New request…"]]
    assert len(keys) == len(set(keys)), keys
    shortcuts = [keys.toString() for one in page.actions() for keys in one.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts))


def test_columns_change_places_without_a_mouse(page: RequestsPage) -> None:
    page.deeds["columns"].trigger()
    menu = page.list.bar.columns.menu()
    assert menu is not None and menu.isVisible()
    menu.close()
    [moving] = [one.menu() for one in menu.actions() if one.text() == "Move to the left"]
    assert isinstance(moving, QMenu)
    before = page.list.table.shown_columns()
    [action] = [one for one in moving.actions() if one.text() == "Due"]
    action.trigger()
    after = page.list.table.shown_columns()
    assert after.index("due") == before.index("due") - 1 and sorted(after) == sorted(before)
    page.list.table.reset_columns()
    assert page.list.table.shown_columns() == before
