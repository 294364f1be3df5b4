"""Case rows from sentences in Record response: each is taken by itself, or not at all."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from foitrack.desk import casedata, responses
from foitrack.desk.views import CaseFilter
from tests.desk.letters import keep_and_read, log
from tests.desk.test_prose_rows import TOLD
from tests.ui.conftest import TODAY
from ui.recording.cases_box import CasesBox
from ui.recording.decisions import Decisions
from ui.recording.sources import sources_of
from ui.workspace import Workspace


def test_a_sentence_has_a_box_of_its_own(qtbot: QtBot, empty_workspace: Workspace) -> None:
    desk = empty_workspace.desk
    proposal = keep_and_read(desk, TOLD, log(desk))
    decisions = Decisions(proposal, date_not_known=True)
    box = CasesBox(decisions, sources_of(proposal))
    qtbot.addWidget(box)
    box.accepted.connect(lambda on: setattr(decisions, "accept_cases", on))
    box.row_accepted.connect(lambda row, on: decisions.accept_rows.add(row) if on else None)
    first, second = box.sentences.values()
    assert first.text() == "Save this one: 2019, Constable, Written warning, 2"
    assert not second.isChecked()
    box.accept.setChecked(True)
    assert decisions.confirmed() == 2
    first.setChecked(True)
    assert decisions.confirmed() == 3
    responses.record(desk, proposal.id, decisions.to_save(), today=TODAY)
    assert casedata.overview(desk, CaseFilter()).total_low == 3
    again = CasesBox(Decisions(responses.proposal(desk, proposal.id)), sources_of(proposal))
    qtbot.addWidget(again)
    assert [each.isEnabled() for each in again.sentences.values()] == [False, True]
