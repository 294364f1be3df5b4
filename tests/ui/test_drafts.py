"""What was decided or written and not saved is here again after quitting, and after a crash."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import campaigns, drafts, requests, responses, schemas
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.views import FindingDecision, FindingStatus, RecordDecisions
from foitrack.law.terms import Outcome
from tests.desk.letters import REFUSAL
from tests.ui.conftest import TODAY, Settle
from tests.ui.recording.conftest import Record, Recording, record
from ui import keeping_drafts
from ui.recording.page import RecordPage
from ui.schemas.page import SchemasPage
from ui.session import Session
from ui.team.which_stands import WhichStands
from ui.workspace import Workspace

__all__ = ["record"]
Start = Callable[[Workspace], Workspace]


@pytest.fixture
def restarted() -> Iterator[Start]:
    """Quits, and starts again."""
    made: list[Workspace] = []

    def again(before: Workspace) -> Workspace:
        before.close()
        assert before.desk.case.path is not None
        made.append(Workspace(open_desk(before.desk.case.path, assets.reference()), TODAY))
        return made[-1]

    yield again
    for one in made:
        one.close()


def page_on(workspace: Workspace, proposal_id: int, qtbot: QtBot, settle: Settle) -> RecordPage:
    page = RecordPage(workspace)
    qtbot.addWidget(page)
    page.resize(1300, 820)
    page.show()
    page.show_argument(proposal_id)
    settle(workspace)
    return page


def decide(shown: Recording) -> None:
    """As a person does, without saving."""
    for field in ("exemption", "outcome"):
        shown.card(field).confirmed.emit(shown.card(field).finding.id)
    decisions = shown.page._decisions
    assert decisions is not None
    day = next(one for one in decisions.listed() if one.field == "response_date")
    decisions.correct(day, "2023-03-21")
    decisions.added_provisions = ("FOIA s14(1)",)
    shown.page._show_state()


def test_decisions_about_a_letter(
    record: Record, restarted: Start, qtbot: QtBot, settle: Settle
) -> None:
    shown = record("letter.txt", REFUSAL.encode())
    decide(shown)
    before = shown.page._decisions
    assert before is not None
    workspace = restarted(shown.workspace)
    told: list[str] = []
    workspace.notice.connect(lambda said, _undo: told.append(said))
    page = page_on(workspace, shown.proposal_id, qtbot, settle)
    after = page._decisions
    assert after is not None
    assert after.to_save() == before.to_save()
    assert told == ["What you had decided about this letter is here again, to be saved."]
    page.save()
    settle(workspace)
    recorded = responses.proposal(workspace.desk, shown.proposal_id)
    assert recorded.recorded
    assert recorded.response_date == date(2023, 3, 21)
    assert drafts.found(workspace.desk, drafts.letter(shown.proposal_id)) == ""
    again = page_on(restarted(workspace), shown.proposal_id, qtbot, settle)
    assert again._decisions is not None
    assert not again._decisions.anything()


def test_what_others_did_in_between_is_not_written_over(
    record: Record, restarted: Start, qtbot: QtBot, settle: Settle
) -> None:
    shown = record("letter.txt", REFUSAL.encode())
    decide(shown)
    shown.workspace.close()
    assert shown.workspace.desk.case.path is not None
    ada: Desk = replace(
        open_desk(shown.workspace.desk.case.path, assets.reference()), who=lambda: "ada"
    )
    found = responses.proposal(ada, shown.proposal_id).findings
    exemption = next(one for one in found if one.field == "exemption")
    theirs = FindingDecision(exemption.id, FindingStatus.CORRECTED, "FOIA s31(1)(g)")
    wanted = RecordDecisions((theirs,), date(2023, 3, 20), True, Outcome.PART_DISCLOSED)
    responses.record(ada, shown.proposal_id, wanted, today=TODAY)
    ada.close()
    workspace = restarted(shown.workspace)
    page = page_on(workspace, shown.proposal_id, qtbot, settle)
    page.save()
    settle(workspace)
    [asked] = [one for one in page.findChildren(WhichStands) if one.isVisible()]
    names = {one.accessibleName().partition(":")[0] for one in asked.both.mine.values()}
    assert names == {"Exemption", "Date of response", "Outcome"}
    asked.reject()


def test_they_survive_a_program_that_is_killed(
    record: Record, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_drafts, "REST_MS", 0)
    shown = record("letter.txt", REFUSAL.encode())
    decide(shown)
    about = drafts.letter(shown.proposal_id)
    desk = shown.workspace.desk
    qtbot.waitUntil(lambda: bool(drafts.found(desk, about)), timeout=20_000)


def test_those_of_another_letter_under_its_number_are_left(
    record: Record, restarted: Start, qtbot: QtBot, settle: Settle
) -> None:
    shown = record("letter.txt", REFUSAL.encode())
    decide(shown)
    workspace = restarted(shown.workspace)
    about = drafts.letter(shown.proposal_id)
    text = drafts.found(workspace.desk, about)
    [document] = responses.proposal(workspace.desk, shown.proposal_id).documents
    assert document.sha256 in text
    drafts.keep(workspace.desk, {about: text.replace(document.sha256, "0" * 64)})
    page = page_on(workspace, shown.proposal_id, qtbot, settle)
    assert page._decisions is not None
    assert not page._decisions.anything()


def test_what_is_no_draft_of_ours_is_left(
    record: Record, restarted: Start, qtbot: QtBot, settle: Settle
) -> None:
    shown = record("letter.txt", REFUSAL.encode())
    about = drafts.letter(shown.proposal_id)
    for text in ("no JSON", "[]", '{"format": 99}', '{"format": 1, "documents": []}'):
        drafts.keep(shown.workspace.desk, {about: text})
        page = page_on(shown.workspace, shown.proposal_id, qtbot, settle)
        assert page._decisions is not None
        assert not page._decisions.anything()


def test_columns_and_words(
    workspace: Workspace, restarted: Start, qtbot: QtBot, settle: Settle
) -> None:
    page = SchemasPage(workspace)
    qtbot.addWidget(page)
    settle(workspace)
    page._titled("Half a thou")
    page._add_column("Rank")
    page._begin("Parking fines", -1)
    page._used(frozenset(one.id for one in campaigns.all(workspace.desk)))
    before = dict(page.unsaved.drafts)
    assert len(before) == 2
    stored = [schemas.definition(workspace.desk, one.name) for one in schemas.all(workspace.desk)]
    again = restarted(workspace)
    other = SchemasPage(again)
    qtbot.addWidget(other)
    other.show()
    settle(again)
    assert other.unsaved.drafts == before
    assert other.definition() in before.values()
    assert other.is_changed()
    # Only kept, not saved.
    assert [schemas.definition(again.desk, one.name) for one in schemas.all(again.desk)] == stored
    other.choose("parking-fines")
    other.save()
    settle(again)
    assert "parking-fines" in {one.name for one in schemas.all(again.desk)}
    assert len(other.unsaved.drafts) == 1
    other.choose(next(iter(other.unsaved.drafts)))
    other._revert()
    third = restarted(again)
    assert drafts.found(third.desk, drafts.SCHEMAS) == ""


def test_columns_that_somebody_saved_in_between_are_not_written_over(
    workspace: Workspace, restarted: Start, qtbot: QtBot, settle: Settle
) -> None:
    page = SchemasPage(workspace)
    qtbot.addWidget(page)
    settle(workspace)
    page._titled("Mine")
    again = restarted(workspace)
    own = schemas.definition(again.desk, page._current)
    schemas.save(again.desk, replace(own, title="Ada's"))
    other = SchemasPage(again)
    qtbot.addWidget(other)
    other.show()
    settle(again)
    other.save()
    settle(again)
    assert schemas.definition(again.desk, page._current).title == "Ada's"
    assert "changed" in other.sides.preview.said.text()


def test_opening_another_case_file_loses_nothing(
    workspace: Workspace, empty_made: Path, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    first, second = workspace.desk.case.path, tmp_path / "second.foitrack"
    assert first is not None
    workspace.close()
    shutil.copy(empty_made, second)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    session = Session(app, lambda: TODAY)
    window = session.show(open_desk(first, assets.reference()), str(first))
    page = window.pages.bring("schema")
    assert isinstance(page, SchemasPage)
    settle(window.workspace)
    page._titled("Half a thou")
    before = window.workspace
    with qtbot.waitSignal(window.destroyed):
        session.show(open_desk(second, assets.reference()), str(second))
    qtbot.waitUntil(lambda: not shiboken6.isValid(before) or before._let_go, timeout=20_000)
    session.close()
    again = open_desk(first, assets.reference())
    assert "Half a thou" in drafts.found(again, drafts.SCHEMAS)
    again.close()


def test_another_text_size_loses_nothing(
    workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page = SchemasPage(workspace)
    qtbot.addWidget(page)
    settle(workspace)
    page._titled("Half a thou")
    again = workspace.again()
    other = SchemasPage(again)
    qtbot.addWidget(other)
    other.show()
    settle(again)
    assert other.definition() == page.definition()
    assert requests.detail(again.desk, 1, today=TODAY).row.title
    again.close()
