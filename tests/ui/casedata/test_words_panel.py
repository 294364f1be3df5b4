"""Words: listed as written with what they count as, changed for a campaign, and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from foitrack.desk import casedata, history, responses
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.views import CaseFilter
from tests.desk.letters import keep_and_read, log
from tests.desk.test_schemas_words import ODD
from tests.ui.conftest import TODAY, Settle
from ui.casedata.page import CaseDataPage
from ui.casedata.words_model import COUNTS_AS, WRITTEN
from ui.workspace import Workspace

Open = Callable[..., CaseDataPage]


@pytest.fixture
def opened(qtbot: QtBot, settle: Settle) -> Open:
    def make(workspace: Workspace) -> CaseDataPage:
        page = CaseDataPage(workspace)
        qtbot.addWidget(page)
        page.resize(1224, 870)
        page.show()
        settle(workspace)
        page.listed.choose("words")
        return page

    return make


def listed(page: CaseDataPage) -> dict[str, str]:
    model = page.words.model
    return {
        str(model.index(row, WRITTEN).data()): str(model.index(row, COUNTS_AS).data())
        for row in range(model.rowCount())
    }


def groups(workspace: Workspace, field: str) -> dict[str, int]:
    return dict(casedata.options(workspace.desk, CaseFilter())[field])


def test_words_are_listed_with_what_they_count_as(opened: Open, workspace: Workspace) -> None:
    page = opened(workspace)
    found = listed(page)
    assert found["SG"] == "Sergeant"
    assert "Police staff, grade C" in found.values()
    assert page.words.total.text() == f"{len(found)} words"


def test_a_grouping_is_changed_and_undone(
    opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    page.words.choose("rank", "SG")
    assert page.words.title.text() == "“SG”"
    page.words.value.setCurrentText("Supervisor")
    page.words.note.setText("any rank above constable")
    page.words.change.click()
    settle(workspace)
    assert groups(workspace, "rank")["Supervisor"] == 11
    assert listed(page)["SG"] == "Supervisor (any rank above constable)"
    assert page.words.forget.isVisible()
    assert page.words.title.text() == "“SG”"
    page.words.forget.click()
    settle(workspace)
    assert listed(page)["SG"] == "Sergeant"
    workspace.changed.emit(history.undo(workspace.desk))
    settle(workspace)
    assert groups(workspace, "rank")["Supervisor"] == 11


def test_words_not_known_stand_first(
    opened: Open, empty_workspace: Workspace, settle: Settle
) -> None:
    desk = empty_workspace.desk
    proposal = keep_and_read(desk, ODD, log(desk))
    responses.record(desk, proposal.id, everything_confirmed(proposal), today=TODAY)
    page = opened(empty_workspace)
    assert "5 not known" in page.words.total.text()
    model = page.words.model
    colours = [model.index(n, WRITTEN).data(Qt.ItemDataRole.ForegroundRole) for n in range(6)]
    assert [colour is not None for colour in colours] == [True] * 5 + [False]
    page.words.choose("platform", "WhatsApp and Clubhouse")
    page.words.value.setCurrentText("WhatsApp; Clubhouse")
    page.words.change.click()
    settle(empty_workspace)
    assert groups(empty_workspace, "platform")["Clubhouse"] == 2
    page.words.choose("outcome", "Asked to reflect")
    page.words.value.setCurrentText("")
    page.words.change.click()
    settle(empty_workspace)
    assert listed(page)["Asked to reflect"] == "not given"


def test_the_strip_leads_to_the_words_of_its_row(
    qtbot: QtBot, opened: Open, workspace: Workspace
) -> None:
    page = opened(workspace)
    page.listed.choose("rows")
    page.panel.table.selectRow(0)
    qtbot.mouseClick(page.panel.strip.grouping, Qt.MouseButton.LeftButton)
    assert page.below.currentWidget() is page.words
    assert page.words.title.text() == "“PC”"


def test_several_campaigns_have_words_of_their_own(
    opened: Open, workspace: Workspace, settle: Settle
) -> None:
    log(workspace.desk, campaign="Another")
    page = opened(workspace)
    assert listed(page) == {}
    assert "Choose one campaign" in page.words.total.text()
