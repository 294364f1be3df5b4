"""A form that was open while somebody else changed the same: both values, and a choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import history, requests, reviews, schemas
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.request_stale import review_events
from foitrack.desk.views import RequestDetail
from foitrack.law.terms import EventKind, Review
from tests.ui.conftest import TODAY, Settle
from tests.ui.requests.conftest import is_open, page, row_of, staffordshire
from ui.requests.dialog_frame import DialogFrame
from ui.requests.edit_request import EditRequestDialog
from ui.requests.event_dialog import EventDialog
from ui.requests.page import RequestsPage
from ui.requests.review_dialog import AskReviewDialog
from ui.schemas.page import SchemasPage
from ui.team.both_values import BothValues
from ui.workspace import Workspace

__all__ = ["page", "staffordshire"]


@pytest.fixture
def ada(workspace: Workspace) -> Iterator[Desk]:
    assert workspace.desk.case.path is not None
    opened = open_desk(workspace.desk.case.path, assets.reference())
    yield replace(opened, who=lambda: "ada")
    opened.close()


@pytest.fixture
def number(staffordshire: RequestsPage) -> int:
    found = staffordshire.detail.request_id()
    assert found is not None
    return found


def shown(desk: Desk, request_id: int) -> RequestDetail:
    return requests.detail(desk, request_id, today=TODAY)


def opened(staffordshire: RequestsPage, by: str) -> DialogFrame:
    dialogs: list[DialogFrame] = []
    staffordshire.detail.deeds.opened.connect(dialogs.append)
    getattr(staffordshire.detail.deeds, by)()
    return dialogs[-1]


def check_named(both: BothValues) -> None:
    for buttons in (both.mine, both.theirs):
        for button in buttons.values():
            assert button.accessibleName().endswith((": Keep mine", ": Take theirs"))
            assert button.accessibleDescription()


def test_an_edit_of_the_same_is_chosen_by_field(
    staffordshire: RequestsPage, workspace: Workspace, ada: Desk, number: int, settle: Settle
) -> None:
    dialog = opened(staffordshire, "edit")
    assert isinstance(dialog, EditRequestDialog)
    settle(workspace)
    dialog.title_edit.setText("Mine")
    dialog.campaign.setCurrentText("My campaign")
    dialog.wording.setPlainText("My wording")
    requests.edit(ada, number, title="Ada's", campaign="Ada's campaign")
    dialog.accept_button.click()
    settle(workspace)
    assert is_open(dialog)
    assert dialog.title_edit.text() == "Mine"
    assert list(dialog.both.mine) == ["title", "campaign"]
    check_named(dialog.both)
    assert shown(ada, number).row.title == "Ada's"
    dialog.accept_button.click()
    assert dialog.problem.text().startswith("Choose for each")
    # By keyboard: the space bar chooses, and an arrow key the other one.
    dialog.activateWindow()
    dialog.both.mine["title"].setFocus()
    QTest.keyClick(dialog.both.mine["title"], Qt.Key.Key_Space)
    QTest.keyClick(dialog.both.mine["title"], Qt.Key.Key_Down)
    QTest.keyClick(dialog.both.mine["campaign"], Qt.Key.Key_Space)
    assert dialog.title_edit.text() == "Ada's"
    assert dialog.campaign.currentText() == "My campaign"
    dialog.accept_button.click()
    settle(workspace)
    assert not is_open(dialog)
    after = shown(ada, number)
    assert (after.row.title, after.row.campaign) == ("Ada's", "My campaign")
    assert after.wording == "My wording"


def test_who_else_changes_it_while_one_chooses_is_told_too(
    staffordshire: RequestsPage, workspace: Workspace, ada: Desk, number: int, settle: Settle
) -> None:
    dialog = opened(staffordshire, "edit")
    assert isinstance(dialog, EditRequestDialog)
    dialog.title_edit.setText("Mine")
    for title in ("First", "Second"):
        requests.edit(ada, number, title=title)
        dialog.accept_button.click()
        settle(workspace)
        assert dialog.both.theirs["title"].accessibleDescription() == title
        dialog.both.mine["title"].click()
    dialog.accept_button.click()
    settle(workspace)
    assert shown(ada, number).row.title == "Mine"


def test_an_event_and_a_review(
    staffordshire: RequestsPage, workspace: Workspace, ada: Desk, number: int, settle: Settle
) -> None:
    [sent, *_] = shown(ada, number).events
    dialogs: list[DialogFrame] = []
    staffordshire.detail.deeds.opened.connect(dialogs.append)
    staffordshire.detail.deeds.correct(sent.id)
    dialog = dialogs[-1]
    assert isinstance(dialog, EventDialog)
    dialog.form.note.setText("Mine")
    requests.correct_event(ada, sent.id, sent.event, "Ada's", today=TODAY)
    dialog.accept_button.click()
    settle(workspace)
    check_named(dialog.both)
    dialog.both.mine["event"].click()
    dialog.accept_button.click()
    settle(workspace)
    assert shown(ada, number).events[0].note == "Mine"
    asking = opened(staffordshire, "ask_review")
    assert isinstance(asking, AskReviewDialog)
    seen = review_events(shown(ada, number).events)
    reviews.ask(ada, number, on=date(2023, 3, 27), challenged="s31", today=TODAY, seen=seen)
    asking.accept_button.click()
    settle(workspace)
    assert is_open(asking)
    asking.both.theirs["review"].click()
    assert not is_open(asking)
    detail = shown(ada, number)
    assert detail.review.challenged == "s31"
    kinds = [view.event.kind for view in detail.events]
    assert kinds.count(EventKind.REVIEW_ASKED) == 1
    assert detail.review.status is Review.ASKED


def test_notes_that_both_wrote(
    staffordshire: RequestsPage, workspace: Workspace, ada: Desk, number: int, settle: Settle
) -> None:
    tab = staffordshire.detail.notes
    staffordshire.detail.show_tab("notes")
    tab.edit.setPlainText("Mine")
    requests.edit(ada, number, notes="Ada's")
    # A refresh in between must not make what nobody here has seen the value seen.
    workspace.announce_changes()
    settle(workspace)
    tab.keep()
    settle(workspace)
    assert tab.edit.toPlainText() == "Mine"
    assert tab.state.text() == "Not saved yet"
    check_named(tab.both)
    steps = len(history.entries(ada))
    tab.keep()
    settle(workspace)
    assert len(history.entries(ada)) == steps
    tab.both.mine["notes"].click()
    settle(workspace)
    assert shown(ada, number).notes == "Mine"
    assert not tab.is_changed()
    assert tab.both.isHidden()


def test_notes_that_could_not_be_saved_are_there_when_one_comes_back(
    staffordshire: RequestsPage, workspace: Workspace, ada: Desk, number: int, settle: Settle
) -> None:
    page_, tab = staffordshire, staffordshire.detail.notes
    tab.edit.setPlainText("Mine")
    requests.edit(ada, number, notes="Ada's")
    page_.open_request(row_of(workspace, "Gwent Police").id)
    settle(workspace)
    assert tab.edit.toPlainText() != "Mine"
    page_.open_request(number)
    settle(workspace)
    assert tab.edit.toPlainText() == "Mine"
    tab.both.theirs["notes"].click()
    settle(workspace)
    assert tab.edit.toPlainText() == "Ada's"
    assert shown(ada, number).notes == "Ada's"


def test_columns_and_words_that_both_changed(
    qtbot: QtBot, workspace: Workspace, ada: Desk, settle: Settle
) -> None:
    made = SchemasPage(workspace)
    qtbot.addWidget(made)
    made.show()
    settle(workspace)
    name = "police-misconduct"
    made.sides.title.textEdited.emit("Mine")
    schemas.save(ada, replace(schemas.definition(ada, name), title="Ada's"))
    # A refresh in between does not make what is stored now what was seen.
    made.refresh()
    settle(workspace)
    made.save()
    settle(workspace)
    assert schemas.definition(ada, name).title == "Ada's"
    told = made.sides.preview.said.text()
    assert "“Ada's: " in told
    assert "by ada" in told
    assert made.is_changed()
    made.save()
    settle(workspace)
    assert schemas.definition(ada, name).title == "Mine"
    made.sides.title.textEdited.emit("Mine again")
    made.save()
    settle(workspace)
    assert schemas.definition(ada, name).title == "Mine again"
