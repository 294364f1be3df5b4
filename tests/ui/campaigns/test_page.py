"""The campaign's page: figures, matrix, what others disclosed, and what is done from there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import campaigns, history, requests
from foitrack.desk.views import CaseFilter, DeskError
from foitrack.desk.views.coverage import Figure
from foitrack.law.terms import EventKind
from tests.ui.campaigns.conftest import campaign_id
from tests.ui.conftest import Settle
from tests.ui.test_room import over_each_other
from ui import theme
from ui.campaigns.ask_more_dialog import AskMoreDialog
from ui.campaigns.chase_dialog import ChaseDialog
from ui.campaigns.join_dialog import JoinDialog
from ui.campaigns.name_dialog import NameDialog
from ui.campaigns.page import CampaignPage
from ui.requests.new_request import NewRequestDialog
from ui.requests.prefilled import Prefilled
from ui.workspace import Workspace

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def page(rich: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[CampaignPage]:
    made = CampaignPage(rich)
    qtbot.addWidget(made)
    made.resize(1220, 840)
    made.show()
    made.show_argument(campaign_id(rich))
    settle(rich)
    yield made
    settle(rich)


@pytest.fixture
def gone(rich: Workspace) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    rich.navigate.connect(lambda where, what: found.append((where, what)))
    return found


def names(page: CampaignPage) -> list[str]:
    at = [column.key for column in page.model.columns()].index("authority")
    return [str(page.model.index(row, at).data()) for row in range(page.model.rowCount())]


def choose(page: CampaignPage, name: str, settle: Settle) -> None:
    page.table.selectRow(names(page).index(name))
    settle(page._workspace)


def dialog(page: CampaignPage, kind: type[Any], settle: Settle) -> Any:
    settle(page._workspace)
    QApplication.processEvents()
    [shown] = [one for one in page.findChildren(kind) if one.isVisible()]
    return shown


def cell(page: CampaignPage, name: str, key: str, role: int = 0) -> str:
    at = [column.key for column in page.model.columns()].index(key)
    return str(page.model.index(names(page).index(name), at).data(role))


def test_the_matrix_says_what_each_answered(page: CampaignPage) -> None:
    QAbstractItemModelTester(page.model, FATAL)
    assert page.sentence.text().startswith("21 asked. 2 answered in full, 1 refused")
    assert cell(page, "Norfolk Constabulary", "state") == "Answered"
    assert cell(page, "Norfolk Constabulary", "year:2020") == "1"
    assert cell(page, "Norfolk Constabulary", "answered") == "day 20"
    assert cell(page, "Greater Manchester Police", "answered") == "12 working days late"
    assert cell(page, "Gwent Police", "exemptions") == "s40"
    assert cell(page, "Gwent Police", "year:2021") == "Refused"
    assert cell(page, "Metropolitan Police Service", "review") == (
        "Internal review: 18 working days late"
    )
    tip, said = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)
    assert cell(page, "Norfolk Constabulary", "year:2020", tip) == "2020: case rows 1"
    assert cell(page, "Essex Police", "year:2020", tip) == "2020: No answer yet"
    assert cell(page, "Essex Police", "year:2020", said) == "Case rows of 2020: No answer yet"


def test_a_figure_shows_only_its_own(page: CampaignPage, qtbot: QtBot, settle: Settle) -> None:
    late = page.figures.buttons[Figure.LATE]
    assert late.accessibleName() == "Late: 3"
    late.setFocus()
    qtbot.keyClick(late, Qt.Key.Key_Return)
    settle(page._workspace)
    assert names(page) == [
        "Devon and Cornwall Police",
        "Greater Manchester Police",
        "Merseyside Police",
    ]
    assert page.filters.count.text() == "3 of 21 requests"
    page.filters.search.setText("nobody")
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    settle(page._workspace)
    assert page.stack.currentWidget() is page.no_match
    page.no_match.button.click()
    settle(page._workspace)
    assert len(names(page)) == 21
    assert not late.isChecked()


def test_another_order_keeps_the_line_that_was_current(page: CampaignPage, settle: Settle) -> None:
    choose(page, "Gwent Police", settle)
    at = [column.key for column in page.model.columns()].index("asked")
    page.model.sort(at, Qt.SortOrder.AscendingOrder)
    settle(page._workspace)
    assert names(page)[0] == "Northumbria Police"
    assert names(page)[page.table.currentIndex().row()] == "Gwent Police"


def test_enter_opens_the_request(
    page: CampaignPage, gone: list[tuple[str, object]], qtbot: QtBot, settle: Settle
) -> None:
    choose(page, "Gwent Police", settle)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert gone == [("requests", page.table.current_id())]


def test_who_disclosed_what_the_chosen_one_refused(page: CampaignPage, settle: Settle) -> None:
    choose(page, "Essex Police", settle)
    assert not page.rail.others.isVisible()
    choose(page, "Gwent Police", settle)
    assert "Norfolk Constabulary (reference FOI 101/23), on Mon 6 February 2023" in (
        page.rail.others.text()
    )
    page.rail.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Other public authorities answered the same question in full:")
    assert "Suffolk Constabulary" in copied


def test_all_that_is_late_is_chased(page: CampaignPage, qtbot: QtBot, settle: Settle) -> None:
    assert "(4)" in page.head.chase.text()
    page.head.chase.click()
    shown: ChaseDialog = dialog(page, ChaseDialog, settle)
    assert shown.list.count() == 4
    qtbot.keyClick(shown.list, Qt.Key.Key_Down)
    shown.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Subject: Request for information: Body-worn cameras")
    assert shown.text.toPlainText() in copied
    shown.copy_all.click()
    assert QGuiApplication.clipboard().text().count("Yours faithfully,") == 4
    assert shown.accept_button.text() == "Record 4 as chased today"
    qtbot.keyClick(shown.list, Qt.Key.Key_Space)
    assert shown.accept_button.text() == "Record 3 as chased today"
    left = shown.list.currentItem().text().split("\n")[0]
    shown.accept_button.click()
    settle(page._workspace)
    desk = page._workspace.desk
    for name in ("Merseyside Police", left):
        [late] = requests.meant_by(desk, name)
        chased = requests.events(desk, late)[-1].kind is EventKind.CHASED
        assert chased is (name != left), name
    assert history.undo_label(desk) == "Record 3 requests as chased"


def test_those_not_asked_yet_go_into_a_new_request(
    page: CampaignPage, gone: list[tuple[str, object]], qtbot: QtBot, settle: Settle
) -> None:
    page.head.ask.click()
    shown: AskMoreDialog = dialog(page, AskMoreDialog, settle)
    assert shown.list.item(0).text() == "Police force: 24 not asked yet of 45"
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    [(where, given)] = gone
    assert where == "new-request"
    assert isinstance(given, Prefilled)
    assert (given.campaign, len(given.names)) == ("Body-worn cameras", 24)
    log = NewRequestDialog(page._workspace)
    qtbot.addWidget(log)
    log.begin_with(given)
    settle(page._workspace)
    assert {choice.name for choice in log.whom.ticks.ticked()} == set(given.names)
    assert log.new_request().wording.startswith("Please tell me how many body-worn cameras")
    assert log.accept_button.text() == "Log 24 requests"


def test_one_authority_is_chosen_in_a_new_request(
    rich: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    log = NewRequestDialog(rich)
    qtbot.addWidget(log)
    log.begin_with(Prefilled(names=("Kent Police",)))
    settle(rich)
    assert log.new_request().authority == "Kent Police"


def test_the_ways_to_other_pages(page: CampaignPage, gone: list[tuple[str, object]]) -> None:
    number = campaign_id(page._workspace)
    page.deeds.report()
    page.deeds.case_data()
    assert gone == [("reports", number), ("casedata", CaseFilter(campaign_id=number))]


def test_it_reads_anew_only_while_somebody_looks(
    page: CampaignPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    monkeypatch.setattr(page, "refresh", lambda: read.append(None))
    page.hide()
    page._workspace.announce_changes()
    assert read == []
    page.show()
    page.arrive(None)
    page._workspace.announce_changes()
    assert len(read) == 2


def test_large_text_in_a_small_window_lies_over_nothing(
    page: CampaignPage, dressed: QApplication, settle: Settle
) -> None:
    theme.apply(dressed, "light", 2.0)
    try:
        page.resize(912, 590)
        settle(page._workspace)
        QApplication.sendPostedEvents()
        head = page.head
        parts: list[QWidget] = [head.campaign, head.details, head.more, page.filters.search]
        parts += [page.filters.nation, page.filters.kind, *page.figures.buttons.values()]
        assert over_each_other(parts) == []
        assert page.table.viewport().height() >= page.table.rowHeight(0)
        assert page.head.more.isVisible()
    finally:
        theme.apply(dressed, "light", 1.0)


class TestTheCampaignItself:
    """Its name, its notes, its end."""

    def test_it_is_renamed_and_a_taken_name_is_told(
        self, page: CampaignPage, qtbot: QtBot, settle: Settle
    ) -> None:
        page.deeds.rename()
        shown: NameDialog = dialog(page, NameDialog, settle)
        for typed in ("", "Tree surveys"):
            shown.field.setText(typed)
            qtbot.keyClick(shown.field, Qt.Key.Key_Return)
            settle(page._workspace)
            assert shown.isVisible()
        assert "already" in shown.problem.text()
        shown.field.setText("Cameras")
        qtbot.keyClick(shown.field, Qt.Key.Key_Return)
        settle(page._workspace)
        assert page.head.campaign.currentText() == "Cameras"

    def test_it_is_joined_with_another(self, page: CampaignPage, settle: Settle) -> None:
        page.deeds.join()
        shown: JoinDialog = dialog(page, JoinDialog, settle)
        assert shown.into.currentText() == "Tree surveys (1 request)"
        shown.accept_button.click()
        settle(page._workspace)
        assert [c.requests for c in campaigns.all(page._workspace.desk)] == [22]

    def test_its_columns_and_words_are_chosen(self, page: CampaignPage, settle: Settle) -> None:
        menu = QMenu(page)
        page.deeds.schema_menu(menu, page._titles)
        fitting, *others = menu.actions()
        assert fitting.isChecked()
        others[0].trigger()
        settle(page._workspace)
        number = campaign_id(page._workspace)
        [own] = [c for c in campaigns.all(page._workspace.desk) if c.id == number]
        assert own.schema == page._titles[0][0]

    def test_notes_are_kept(self, page: CampaignPage, settle: Settle) -> None:
        page.rail.notes.edit.setPlainText("Ask again in May.")
        page.rail.notes.keep()
        settle(page._workspace)
        assert history.undo_label(page._workspace.desk) == "Edit the notes of a campaign"

    def test_the_bin_and_back(self, page: CampaignPage, settle: Settle) -> None:
        desk = page._workspace.desk
        for _ in range(2):
            page.deeds.bin()
            settle(page._workspace)
        assert page.stack.currentWidget() is page.nothing
        assert not page.rail.isVisible()
        [first, _] = page.nothing.bin.actions()
        first.trigger()
        settle(page._workspace)
        assert [c.name for c in campaigns.all(desk)] == ["Body-worn cameras"]
        page.show_argument(campaign_id(page._workspace))
        settle(page._workspace)
        assert page.stack.currentWidget() is page.full

    def test_one_without_requests_asks_for_the_first(
        self, page: CampaignPage, settle: Settle
    ) -> None:
        made = campaigns.create(page._workspace.desk, "New")
        page.show_argument(made.new_id)
        settle(page._workspace)
        assert page.stack.currentWidget() is page.none
        assert page.sentence.text() == "Nobody has been asked yet."


def test_an_error_is_said_with_a_way_on(
    page: CampaignPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DeskError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("ui.campaigns.page.load", fail)
        page.refresh()
        settle(page._workspace)
    assert "The disk is full." in page.error.label.text()
    assert len(names(page)) == 21
    page.error.try_again.emit()
    settle(page._workspace)
    assert not page.error.isVisible()


def test_no_campaign_at_all(empty_workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
    page = CampaignPage(empty_workspace)
    qtbot.addWidget(page)
    page.show()
    settle(empty_workspace)
    assert page.stack.currentWidget() is page.nothing
    page.deeds.begin()
    shown: NameDialog = dialog(page, NameDialog, settle)
    shown.field.setText("River alarms")
    shown.accept()
    settle(empty_workspace)
    assert [c.name for c in campaigns.all(empty_workspace.desk)] == ["River alarms"]
