"""Record response through the real page: both sides, the keyboard, and what is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import history, requests, responses
from foitrack.desk.views import FindingStatus, NewRequest
from foitrack.law.terms import Outcome, State
from tests.ui.recording.taking import take_in
from ui.recording.page import RecordPage
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]
LETTER = next(assets.seed_folder().glob("004*.txt"))
TABLES = next(assets.seed_folder().glob("000*.txt"))


@dataclass
class Opened:
    """A page with a proposal on it, and what it asked the window for."""

    page: RecordPage
    workspace: Workspace
    request_id: int
    proposal_id: int
    notices: list[str]


@pytest.fixture
def opened(empty_workspace: Workspace, qtbot: QtBot, settle: Settle) -> Callable[[Path], Opened]:
    def go(document: Path, authority: str = "Staffordshire Police") -> Opened:
        workspace = empty_workspace
        logged = requests.log(
            workspace.desk,
            NewRequest(title="Social media", authority=authority, sent_on=date(2023, 3, 1)),
            today=workspace.today,
        )
        assert logged.new_id is not None
        taken = take_in(workspace.desk, [document], logged.new_id)
        page = RecordPage(workspace)
        qtbot.addWidget(page)
        page.resize(1200, 820)
        page.show()
        notices: list[str] = []
        workspace.notice.connect(lambda words, _: notices.append(words))
        page.show_argument(taken[0])
        settle(workspace)
        return Opened(page, workspace, logged.new_id, taken[0], notices)

    return go


def the_finding(one: Opened, field: str) -> int:
    [found] = [
        card.finding.id for card in one.page.fields.cards.values() if card.finding.field == field
    ]
    return found


def test_every_find_has_a_number_in_the_margin_and_a_card(
    opened: Callable[[Path], Opened],
) -> None:
    one = opened(LETTER)
    numbers = {card.number for card in one.page.fields.cards.values()}
    assert {mark.number for mark in one.page.document.text.marks} <= numbers
    fields = {card.finding.field for card in one.page.fields.cards.values()}
    assert {"reference", "response_date", "outcome", "exemption", "attachment"} <= fields


def test_choosing_a_card_outlines_its_mark(opened: Callable[[Path], Opened]) -> None:
    one = opened(LETTER)
    card = one.page.fields.cards[the_finding(one, "reference")]
    card.setFocus()
    assert one.page.document.text.chosen == card.number
    assert "15350" in card.accessibleName()


def test_clicking_a_mark_chooses_its_card(opened: Callable[[Path], Opened]) -> None:
    one = opened(LETTER)
    card = one.page.fields.cards[the_finding(one, "response_date")]
    assert card.number is not None
    one.page.document.text.mark_chosen.emit(card.number)
    assert card.hasFocus()


def test_enter_confirms_and_goes_to_the_next(
    opened: Callable[[Path], Opened], qtbot: QtBot
) -> None:
    one = opened(LETTER)
    cards = list(one.page.fields.cards.values())
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Return)
    assert "Confirmed" in cards[0].accessibleName()
    assert cards[1].hasFocus()
    qtbot.keyClick(cards[1], Qt.Key.Key_Delete)
    assert "Left out" in cards[1].accessibleName()


def test_the_foot_says_what_is_still_to_do(opened: Callable[[Path], Opened], qtbot: QtBot) -> None:
    one = opened(LETTER)

    def foot() -> set[str]:
        labels = one.page.footer.findChildren(QLabel)
        return {label.text() for label in labels if label.isVisible() and label.text()}

    # The date was found: it need not be given, only confirmed.
    found = {"Nothing is saved until you confirm", "Still needed: confirm “Date of response”"}
    assert found <= foot()
    for card in [*one.page.fields.cards.values()][:-1]:
        card.setFocus()
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert {"Not saved yet", "1 more finding stays as proposed"} <= foot()
    date_card = one.page.fields.cards[the_finding(one, "response_date")]
    date_card.setFocus()
    qtbot.keyClick(date_card, Qt.Key.Key_Delete)
    assert "Still needed: the date of response, or “Not known”" in foot()


def test_saving_some_leaves_the_rest_as_proposals(
    opened: Callable[[Path], Opened], qtbot: QtBot, settle: Settle
) -> None:
    one = opened(LETTER)
    assert not one.page.footer.can_save()
    for field in ("response_date", "outcome", "reference"):
        card = one.page.fields.cards[the_finding(one, field)]
        card.setFocus()
        qtbot.keyClick(card, Qt.Key.Key_Return)
    one.page.save()
    settle(one.workspace)
    desk, today = one.workspace.desk, one.workspace.today
    detail = requests.detail(desk, one.request_id, today=today)
    assert detail.row.outcome is Outcome.PART_DISCLOSED
    assert detail.row.answered_day == 17
    assert detail.row.references == ("15350",)
    assert all(not tag.confirmed for tag in detail.row.provisions)
    left = [
        f
        for f in responses.proposal(desk, one.proposal_id).findings
        if f.status is FindingStatus.PROPOSED
    ]
    assert {"FOIA s31(1)(g)", "FOIA s40(2)"} <= {f.value for f in left}
    assert one.notices == ["Done: Record response from Staffordshire Police"]
    history.undo(desk)
    assert requests.detail(desk, one.request_id, today=today).row.state is State.RESPONSE_TO_READ


def test_a_letter_without_a_date_needs_one_or_not_known(
    opened: Callable[[Path, str], Opened], qtbot: QtBot, settle: Settle
) -> None:
    one = opened(TABLES, "Gwent Police")
    one.page.footer.confirm_sure.emit()
    assert not one.page.footer.can_save()
    assert one.page.fields.not_known is not None
    one.page.fields.not_known.setChecked(True)
    assert one.page.fields.accept_cases is not None
    one.page.fields.accept_cases.setChecked(True)
    assert one.page.footer.can_save()
    one.page.save()
    settle(one.workspace)
    detail = requests.detail(one.workspace.desk, one.request_id, today=one.workspace.today)
    assert detail.row.answered
    assert detail.row.answered_on is None
    assert detail.case_rows == 7


def test_a_correction_is_checked_as_it_is_typed(
    opened: Callable[[Path], Opened], qtbot: QtBot, settle: Settle
) -> None:
    one = opened(LETTER)
    card = one.page.fields.cards[the_finding(one, "response_date")]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_E)
    editor = one.page.focusWidget()
    assert editor is not None
    editor.clear()  # type: ignore[attr-defined]
    qtbot.keyClicks(editor, "31 February 2023")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "Confirmed" not in card.accessibleName()
    editor.clear()  # type: ignore[attr-defined]
    qtbot.keyClicks(editor, "24 March 2023")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "Fri 24 March 2023" in card.accessibleName()
    one.page.save()
    settle(one.workspace)
    detail = requests.detail(one.workspace.desk, one.request_id, today=one.workspace.today)
    assert detail.row.answered_on == date(2023, 3, 24)


def test_an_exemption_is_added_by_hand(
    opened: Callable[[Path], Opened], qtbot: QtBot, settle: Settle
) -> None:
    one = opened(LETTER)
    one.page.fields.provision_typed.emit("s38(1)(a)")
    settle(one.workspace)
    card = one.page.fields.cards[the_finding(one, "response_date")]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    one.page.save()
    settle(one.workspace)
    row = requests.detail(one.workspace.desk, one.request_id, today=one.workspace.today).row
    assert ("FOIA s38(1)(a)", True) in [(tag.provision, tag.confirmed) for tag in row.provisions]


def test_what_is_no_exemption_is_said_so(opened: Callable[[Path], Opened], settle: Settle) -> None:
    one = opened(LETTER)
    one.page.fields.provision_typed.emit("nonsense")
    settle(one.workspace)
    assert any("nonsense" in words for words in one.notices)


def test_a_document_that_cannot_be_read_is_kept(
    opened: Callable[[Path], Opened], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n nothing that is a PDF")
    one = opened(broken)
    kept = responses.proposal(one.workspace.desk, one.proposal_id)
    assert kept.error
    [document] = kept.documents
    assert responses.document_bytes(one.workspace.desk, document.id) == broken.read_bytes()
