"""Joining and moving what somebody else has changed meanwhile: both are shown before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import authority_changes, campaigns, many, requests
from foitrack.desk.authority_record import record
from foitrack.desk.coverage import coverage
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.views import NewRequest
from foitrack.desk.views.authority import AuthorityDetails
from tests.ui.conftest import TODAY, Settle
from ui.authorities.deeds import AuthorityDeeds
from ui.campaigns.deeds import CampaignDeeds
from ui.campaigns.join_dialog import JoinDialog
from ui.requests.many_deeds import ManyDeeds
from ui.team.which_stands import WhichStands
from ui.workspace import Workspace


@pytest.fixture
def ada(empty_workspace: Workspace) -> Iterator[Desk]:
    assert empty_workspace.desk.case.path is not None
    opened = open_desk(empty_workspace.desk.case.path, assets.reference())
    yield replace(opened, who=lambda: "ada")
    opened.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def ask(owner: QWidget, *, mine: bool) -> None:
    [dialog] = [one for one in owner.findChildren(WhichStands) if one.isVisible()]
    (button,) = (dialog.both.mine if mine else dialog.both.theirs).values()
    button.click()
    dialog.accept_button.click()


@pytest.mark.parametrize("mine", [True, False])
def test_requests_go_to_a_campaign(
    empty_workspace: Workspace, ada: Desk, owner: QWidget, settle: Settle, mine: bool
) -> None:
    workspace = empty_workspace
    [number] = requests.log(ada, NewRequest("River", None), today=TODAY).request_ids
    requests.edit(ada, number, campaign="Ada's")
    deeds = ManyDeeds(workspace, owner)
    deeds.put_in_campaign((number,), "Mine", {"campaigns": {number: ""}})
    settle(workspace)
    assert many.campaigns_of(ada, (number,)) == {number: "Ada's"}
    ask(owner, mine=mine)
    settle(workspace)
    assert many.campaigns_of(ada, (number,)) == {number: "Mine" if mine else "Ada's"}


def test_two_campaigns_are_joined(
    empty_workspace: Workspace, ada: Desk, owner: QWidget, settle: Settle
) -> None:
    workspace = empty_workspace
    for name in ("Rivers", "Lakes"):
        campaigns.create(ada, name)
    every = campaigns.all(ada)
    number = next(one.id for one in every if one.name == "Rivers")
    deeds = CampaignDeeds(workspace, owner)
    deeds.show(coverage(ada, number, today=TODAY), every)
    deeds.join()
    [dialog] = owner.findChildren(JoinDialog)
    dialog.into.setCurrentText("Lakes (0 requests)")
    campaigns.rename(ada, number, "Streams")
    dialog.accept_button.click()
    settle(workspace)
    assert {"Streams", "Lakes"} <= {one.name for one in campaigns.all(ada)}
    ask(dialog, mine=True)
    settle(workspace)
    assert "Streams" not in {one.name for one in campaigns.all(ada)}


def test_an_authority_is_removed(
    empty_workspace: Workspace, ada: Desk, owner: QWidget, settle: Settle
) -> None:
    workspace = empty_workspace
    authority_changes.add(ada, AuthorityDetails("River Board"))
    deeds = AuthorityDeeds(workspace, owner)
    deeds.show(record(ada, "River Board", today=TODAY))
    authority_changes.edit(ada, "River Board", AuthorityDetails("River Board", notes="Keep this"))
    deeds.remove()
    settle(workspace)
    ask(owner, mine=False)
    settle(workspace)
    assert record(ada, "River Board", today=TODAY).details.notes == "Keep this"
