"""A sitting with a document: what is given by hand, and what must not be lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import history, requests, responses
from foitrack.desk.unplaced import unplaced
from foitrack.desk.views import FindingStatus, NewRequest
from foitrack.law.terms import Outcome, Regime
from tests.ui.recording.conftest import Record
from tests.ui.recording.taking import take_in
from ui.recording.finding_card import FindingCard
from ui.recording.page import RecordPage
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]
LETTER = next(assets.seed_folder().glob("004*.txt"))


def log(workspace: Workspace, authority: str) -> int:
    new = NewRequest(title="Social media", authority=authority, sent_on=date(2023, 3, 1))
    made = requests.log(workspace.desk, new, today=workspace.today).new_id
    assert made is not None
    return made


@pytest.fixture
def shown(empty_workspace: Workspace, qtbot: QtBot, settle: Settle) -> Callable[..., RecordPage]:
    """A page, 1200 wide unless told, with a document on it."""

    def go(path: Path, request_id: int | None, width: int = 1200) -> RecordPage:
        page = RecordPage(empty_workspace)
        qtbot.addWidget(page)
        page.resize(width, 820)
        page.show()
        qtbot.waitExposed(page)
        page.show_argument(take_in(empty_workspace.desk, [path], request_id)[0])
        settle(empty_workspace)
        return page

    return go


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\n nothing that is a PDF")
    return path


def card(page: RecordPage, field: str) -> FindingCard:
    return next(one for one in page.fields.cards.values() if one.finding.field == field)


def test_no_request_is_chosen_for_the_person(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, broken: Path
) -> None:
    first = log(empty_workspace, "Kent Police")
    page = shown(broken, None)
    chosen: list[int] = []
    page.choice.request_chosen.connect(chosen.append)
    assert page.choice.isVisible()
    assert not page.choice.use.isEnabled()
    page.choice.box.setCurrentIndex(page.choice.box.findData(first))
    assert page.choice.use.isEnabled()
    page.choice.use.click()
    assert chosen == [first]


def test_a_request_logged_meanwhile_can_be_chosen(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, settle: Settle
) -> None:
    page = shown(LETTER, None)
    asked: list[str] = []
    empty_workspace.navigate.connect(lambda name, _: asked.append(name))
    page.choice.log.click()
    assert asked == ["new-request"]
    page.fields.setFocus()
    page.fields.cards[min(page.fields.cards)].confirmed.emit(min(page.fields.cards))
    made = log(empty_workspace, "Staffordshire Police")
    empty_workspace.announce_changes()
    settle(empty_workspace)
    assert page.choice.box.findData(made) > 0
    first = page.fields.cards[min(page.fields.cards)]
    assert "Confirmed" in first.accessibleName()
    page.choice.box.setCurrentIndex(page.choice.box.findData(made))
    page.choice.use.click()
    settle(empty_workspace)
    assert not page.choice.isVisible()
    first = page.fields.cards[min(page.fields.cards)]
    assert "Confirmed" in first.accessibleName()


def test_what_was_decided_is_there_on_coming_back(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    page = shown(LETTER, log(empty_workspace, "Staffordshire Police"))
    proposal = page.fields.cards[min(page.fields.cards)].finding
    qtbot.keyClick(card(page, "reference"), Qt.Key.Key_Return)
    page.leave()
    [response] = requests.detail(empty_workspace.desk, 1, today=empty_workspace.today).responses
    page.show_argument(response.id)
    settle(empty_workspace)
    assert proposal.id in page.fields.cards
    assert "Confirmed" in card(page, "reference").accessibleName()


def test_an_unreadable_document_is_filled_in_by_hand(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, broken: Path, settle: Settle
) -> None:
    request_id = log(empty_workspace, "Kent Police")
    page = shown(broken, request_id)
    assert page.fields.outcome_choice is not None
    assert page.fields.outcome_choice.isVisible()
    assert page.fields.outcome_choice.hasFocus()
    assert page.fields.content is not None
    said = [label.text() for label in page.fields.content.findChildren(QLabel)]
    # Not that there is no date in it: nobody has seen.
    assert not [one for one in said if "No date in the document" in one]
    assert [one for one in said if "cannot be opened" in one]
    at = page.fields.outcome_choice.findData(Outcome.REFUSED.value)
    page.fields.outcome_choice.setCurrentIndex(at)
    assert page.fields.date_field is not None
    page.fields.date_field.set_date(date(2023, 3, 20))
    page.fields.provision_typed.emit("s31(1)(a)")
    settle(empty_workspace)
    assert page.fields.date_field is not None
    assert page.fields.date_field.date() == date(2023, 3, 20)
    assert page.fields.outcome_choice.currentData() == Outcome.REFUSED.value
    page.save()
    settle(empty_workspace)
    row = requests.detail(empty_workspace.desk, request_id, today=empty_workspace.today).row
    assert (row.outcome, row.answered_on) == (Outcome.REFUSED, date(2023, 3, 20))
    assert [tag.provision for tag in row.provisions] == ["FOIA s31(1)(a)"]
    history.undo(empty_workspace.desk)
    row = requests.detail(empty_workspace.desk, request_id, today=empty_workspace.today).row
    assert row.outcome is None


def test_a_date_left_out_is_asked_for(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, qtbot: QtBot
) -> None:
    page = shown(LETTER, log(empty_workspace, "Staffordshire Police"))
    assert page.fields.not_known is not None
    assert not page.fields.not_known.isVisible()
    qtbot.keyClick(card(page, "response_date"), Qt.Key.Key_Delete)
    assert page.fields.not_known.isVisible()
    page.fields.not_known.click()
    assert page.footer.can_save()
    card(page, "response_date").confirmed.emit(card(page, "response_date").finding.id)
    assert not page.fields.not_known.isVisible()
    assert not page.fields.not_known.isChecked()


def test_escape_in_an_editor_leaves_only_the_editor(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, qtbot: QtBot
) -> None:
    page = shown(LETTER, log(empty_workspace, "Staffordshire Police"))
    left: list[bool] = []
    page.finished.connect(lambda: left.append(True))
    one = card(page, "reference")
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_E)
    field = QApplication.focusWidget()
    assert field is not None and field is not one
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not left
    assert one.hasFocus()
    qtbot.keyClick(one, Qt.Key.Key_Escape)
    assert left == [True]


def test_words_that_are_not_in_the_document_are_said(
    shown: Callable[..., RecordPage], empty_workspace: Workspace
) -> None:
    page = shown(LETTER, log(empty_workspace, "Staffordshire Police"))
    said: list[str] = []
    empty_workspace.notice.connect(lambda words, _: said.append(words))
    page.header.search_asked.emit("personal information")
    assert not said
    assert page.document.text.textCursor().selectedText().lower() == "personal information"
    page.header.search_asked.emit("zebra crossing")
    assert said == ["“zebra crossing” is not in this document."]


def test_a_document_dropped_by_mistake_is_put_away_and_brought_back(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, broken: Path, settle: Settle
) -> None:
    page = shown(broken, None)
    page.footer.discard.emit()
    settle(empty_workspace)
    assert not unplaced(empty_workspace.desk)
    history.undo(empty_workspace.desk)
    assert len(unplaced(empty_workspace.desk)) == 1


def test_tab_goes_from_the_last_field_to_the_foot(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, qtbot: QtBot
) -> None:
    page = shown(LETTER, log(empty_workspace, "Staffordshire Police"))
    next(iter(page.fields.cards.values())).setFocus()
    seen: list[str] = []
    for _ in range(len(page.fields.cards) + 6):
        where = QApplication.focusWidget()
        assert where is not None
        qtbot.keyClick(where, Qt.Key.Key_Tab)
        where = QApplication.focusWidget()
        assert where is not None
        seen.append(where.objectName())
    assert "confirmAllFound" in seen
    between = seen[: seen.index("confirmAllFound")]
    assert between.count("finding-exemption") == 2
    assert "fieldsPane" not in seen
    assert "documentView" not in between


def test_growing_narrow_keeps_the_field_that_has_the_keyboard(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, qtbot: QtBot
) -> None:
    page = shown(LETTER, log(empty_workspace, "Staffordshire Police"))
    one = card(page, "reference")
    one.setFocus()
    page.resize(700, 640)
    QApplication.processEvents()
    assert one.isVisible()
    assert one.hasFocus()
    page.resize(1200, 820)
    QApplication.processEvents()
    assert one.hasFocus()
    assert page.document.isVisible()


def test_a_narrow_page_opens_on_the_fields_while_any_is_open(
    shown: Callable[..., RecordPage], empty_workspace: Workspace
) -> None:
    page = shown(LETTER, log(empty_workspace, "Staffordshire Police"), 800)
    assert page.footer.isVisible()
    assert not page.document.isVisible()


def test_a_decision_is_kept_though_another_document_is_opened(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, broken: Path, settle: Settle
) -> None:
    request_id = log(empty_workspace, "Staffordshire Police")
    page = shown(LETTER, request_id)
    finding = card(page, "reference").finding
    card(page, "reference").rejected.emit(finding.id)
    other = take_in(empty_workspace.desk, [broken], request_id)[0]
    page.show_argument(other)
    settle(empty_workspace)
    page.show_argument(other - 1)
    settle(empty_workspace)
    assert page.decided(finding) is FindingStatus.REJECTED
    assert responses.proposal(empty_workspace.desk, other).error


def test_a_request_under_another_law_has_the_letter_read_anew(
    shown: Callable[..., RecordPage], empty_workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    new = NewRequest(
        title="Trees", authority="Police Scotland", sent_on=date(2023, 3, 1), regime=Regime.FOISA
    )
    request_id = requests.log(empty_workspace.desk, new, today=empty_workspace.today).new_id
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Dear requester\n\nOur reference: 23-1234\n\n20 March 2023\n\n"
        "We refuse your request under section 35(1)(a), because disclosure would prejudice "
        "substantially the prevention or detection of crime.\n"
    )
    page = shown(letter, None)
    assert request_id is not None
    assert "FOISA s35(1)(a)" not in {c.finding.value for c in page.fields.cards.values()}
    page.choice.request_chosen.emit(request_id)
    settle(empty_workspace)
    exemptions = {c.finding.value for c in page.fields.cards.values() if c.chip is not None}
    assert exemptions == {"FOISA s35(1)(a)"}


def test_a_response_that_a_step_back_takes_away_is_left_without_a_complaint(
    record: Record, settle: Settle
) -> None:
    one = record("letter.txt", LETTER.read_bytes())
    while history.undo_label(one.workspace.desk):
        history.undo(one.workspace.desk)
    one.workspace.announce_changes()
    settle(one.workspace)
    assert not [words for words in one.notices if "There is no response" in words]
    assert one.asked == [("today", None)]


def test_a_response_that_is_not_there_leaves_no_empty_form(
    empty_workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page = RecordPage(empty_workspace)
    qtbot.addWidget(page)
    page.show()
    went: list[str] = []
    said: list[str] = []
    empty_workspace.navigate.connect(lambda name, _: went.append(name))
    empty_workspace.notice.connect(lambda words, _: said.append(words))
    page.show_argument(77)
    settle(empty_workspace)
    assert went == ["today"]
    assert said == ["There is no response 77 in this case file."]
