"""Pages that write without a form of their own: both values, and mine only where one says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import authority_changes, campaigns, responses, schemas
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.views import FindingDecision, FindingStatus, Proposal, RecordDecisions
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.law.terms import Outcome
from tests.desk.letters import REFUSAL
from tests.ui.conftest import TODAY, Settle
from tests.ui.recording.conftest import Record, record
from ui.authorities.deeds import AuthorityDeeds
from ui.authorities.edit_dialog import EditDialog
from ui.casedata.page import CaseDataPage
from ui.recording.page import RecordPage
from ui.requests.dialog_frame import DialogFrame
from ui.team.which_stands import WhichStands
from ui.workspace import Workspace

__all__ = ["record"]


def beside(workspace: Workspace) -> Iterator[Desk]:
    assert workspace.desk.case.path is not None
    opened = open_desk(workspace.desk.case.path, assets.reference())
    yield replace(opened, who=lambda: "ada")
    opened.close()


@pytest.fixture
def ada(empty_workspace: Workspace) -> Iterator[Desk]:
    yield from beside(empty_workspace)


@pytest.fixture
def ada_at_examples(workspace: Workspace) -> Iterator[Desk]:
    yield from beside(workspace)


def asking(page: RecordPage | CaseDataPage) -> WhichStands:
    """The dialog that asks, the newest where there were several."""
    return [one for one in page.findChildren(WhichStands) if one.isVisible()][-1]


def exemption_of(desk: Desk, proposal_id: int) -> tuple[FindingStatus, str]:
    found = responses.proposal(desk, proposal_id).findings
    return next((one.status, one.value) for one in found if one.field == "exemption")


def decided_by(desk: Desk, seen: Proposal) -> None:
    """Somebody else records the letter: another exemption, day and outcome."""
    exemption = next(one for one in seen.findings if one.field == "exemption")
    corrected = FindingDecision(exemption.id, FindingStatus.CORRECTED, "FOIA s31(1)(g)")
    on = date(2023, 3, 20)
    wanted = RecordDecisions((corrected,), on, True, Outcome.PART_DISCLOSED)
    responses.record(desk, seen.id, wanted, today=TODAY)


def test_a_letter_that_both_recorded(record: Record, ada: Desk, settle: Settle) -> None:
    shown = record("letter.txt", REFUSAL.encode())
    page, workspace = shown.page, shown.workspace
    for field in ("exemption", "response_date", "outcome", "reference"):
        shown.card(field).confirmed.emit(shown.card(field).finding.id)
    decided_by(ada, responses.proposal(ada, shown.proposal_id))
    # A refresh in between must not make what nobody here has seen the value seen.
    workspace.announce_changes()
    settle(workspace)
    page.save()
    settle(workspace)
    asked = asking(page)
    names = [one.accessibleName() for one in asked.both.mine.values()]
    assert names == ["Exemption: Keep mine", "Date of response: Keep mine", "Outcome: Keep mine"]
    told = [one.accessibleDescription() for one in asked.both.theirs.values()]
    assert told == ["FOIA s31(1)(g)", "Mon 20 March 2023", "Answered in part"]
    exemption, day, outcome = asked.both.mine
    asked.accept_button.click()
    assert asked.problem.text().startswith("Choose for each")
    assert exemption_of(ada, shown.proposal_id)[1] == "FOIA s31(1)(g)"
    asked.both.mine[exemption].click()
    asked.both.theirs[day].click()
    asked.both.theirs[outcome].click()
    asked.accept_button.click()
    settle(workspace)
    after = responses.proposal(ada, shown.proposal_id)
    assert exemption_of(ada, shown.proposal_id)[1] == "FOIA s40(2)"
    assert (after.response_date, after.outcome) == (date(2023, 3, 20), Outcome.PART_DISCLOSED)
    reference = next(one for one in after.findings if one.field == "reference")
    assert reference.status is FindingStatus.CONFIRMED


def test_theirs_is_left_by_who_cancels(record: Record, ada: Desk, settle: Settle) -> None:
    shown = record("letter.txt", REFUSAL.encode())
    page, workspace = shown.page, shown.workspace
    shown.card("exemption").confirmed.emit(shown.card("exemption").finding.id)
    shown.card("response_date").confirmed.emit(shown.card("response_date").finding.id)
    decided_by(ada, responses.proposal(ada, shown.proposal_id))
    page.save()
    settle(workspace)
    asking(page).reject()
    settle(workspace)
    assert exemption_of(ada, shown.proposal_id)[1] == "FOIA s31(1)(g)"
    # What was decided here is still there to be saved: it asks again.
    page.save()
    settle(workspace)
    for one in asking(page).both.mine.values():
        one.click()
    asking(page).accept_button.click()
    settle(workspace)
    assert exemption_of(ada, shown.proposal_id)[1] == "FOIA s40(2)"


def test_words_that_both_grouped(
    workspace: Workspace, ada_at_examples: Desk, settle: Settle, qtbot: QtBot
) -> None:
    ada = ada_at_examples
    page = CaseDataPage(workspace)
    qtbot.addWidget(page)
    page.show()
    settle(workspace)
    page.listed.choose("words")
    page.words.choose("rank", "SG")
    [number] = [one.id for one in campaigns.all(ada) if one.name.startswith("Police")]
    schemas.learn(ada, "rank", "SG", ["Sergeant"], "ada's", campaign_id=number)
    page.words.value.setCurrentText("Supervisor")
    page.words.change.click()
    settle(workspace)
    asked = asking(page)
    [theirs] = asked.both.theirs.values()
    assert theirs.accessibleDescription() == "Sergeant, ada's"
    [mine] = asked.both.mine.values()
    mine.click()
    asked.accept_button.click()
    settle(workspace)
    assert [term.normal for term in schemas.terms(ada, number)] == [("Supervisor",)]


def test_what_both_say_of_an_authority(
    empty_workspace: Workspace, ada: Desk, settle: Settle, qtbot: QtBot
) -> None:
    from foitrack.desk.authority_record import record as record_of

    workspace = empty_workspace
    was = AuthorityDetails("Ambridge Parish Council", notes="Old")
    authority_changes.add(ada, was)
    owner = DialogFrame("Owner", "OK")
    qtbot.addWidget(owner)
    owner.show()
    deeds = AuthorityDeeds(workspace, owner)
    deeds.show(record_of(workspace.desk, was.name, today=TODAY))
    deeds.edit()
    [dialog] = owner.findChildren(EditDialog)
    dialog.email.setText("clerk@ambridge.example")
    dialog.notes.setPlainText("Mine")
    authority_changes.edit(ada, was.name, replace(was, notes="Ada's", kind="parish"), seen=was)
    dialog.accept_button.click()
    settle(workspace)
    assert list(dialog.both.mine) == ["notes"]
    dialog.both.theirs["notes"].click()
    assert dialog.notes.toPlainText() == "Ada's"
    dialog.accept_button.click()
    settle(workspace)
    after = record_of(ada, was.name, today=TODAY).details
    assert after == replace(was, notes="Ada's", kind="parish", email="clerk@ambridge.example")
