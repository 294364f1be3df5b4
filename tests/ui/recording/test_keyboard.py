"""A letter is gone through by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import requests
from foitrack.law.terms import Outcome
from tests.ui.recording.conftest import Record
from tests.ui.recording.samples import LETTER, pdf
from ui.recording.finding_card import FindingCard
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


def at() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def test_up_and_down_go_from_finding_to_finding(record: Record, qtbot: QtBot) -> None:
    one = record("letter.txt", LETTER.encode())
    cards = list(one.page.fields.cards.values())
    cards[0].setFocus()
    qtbot.keyClick(at(), Qt.Key.Key_Down)
    assert at() is cards[1]
    qtbot.keyClick(at(), Qt.Key.Key_Return)
    qtbot.keyClick(at(), Qt.Key.Key_Up)
    assert at() is cards[1]
    qtbot.keyClick(at(), Qt.Key.Key_Up)
    assert at() is cards[0]
    qtbot.keyClick(at(), Qt.Key.Key_Up)
    assert at() is cards[0]


def test_f6_goes_to_the_other_side_and_back(record: Record, qtbot: QtBot) -> None:
    one = record("letter.txt", LETTER.encode())
    card = one.card("reference")
    card.setFocus()
    qtbot.keyClick(at(), Qt.Key.Key_F6)
    assert at() is one.page.document.text
    qtbot.keyClick(at(), Qt.Key.Key_F6)
    assert at() is card


def test_f6_brings_up_the_other_tab_of_a_narrow_page(
    record: Record, qtbot: QtBot, settle: Settle
) -> None:
    one = record("letter.pdf", pdf(LETTER), (820, 640))
    one.page.header.look.choose("look")
    card = one.card("reference")
    card.setFocus()
    assert not one.page.document.isVisible()
    qtbot.keyClick(at(), Qt.Key.Key_F6)
    settle(one.workspace)
    assert one.page.document.isVisible()
    assert at() is one.page.document.look_of.page
    qtbot.keyClick(at(), Qt.Key.Key_F6)
    assert at() is card
    assert card.isVisible()


def test_enter_through_all_and_ctrl_enter_saves(
    record: Record, qtbot: QtBot, settle: Settle
) -> None:
    one = record("letter.txt", LETTER.encode())
    for _ in range(len(one.page.fields.cards)):
        assert isinstance(at(), FindingCard)
        qtbot.keyClick(at(), Qt.Key.Key_Return)
    qtbot.keyClick(at(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(one.workspace)
    row = requests.detail(one.workspace.desk, one.request_id, today=one.workspace.today).row
    assert row.answered_on == date(2023, 3, 20)
    assert row.outcome is Outcome.REFUSED
    assert row.references == ("FOI 2023/445",)
    assert [(tag.provision, tag.confirmed) for tag in row.provisions] == [("FOIA s31(1)(a)", True)]


def test_ctrl_enter_saves_nothing_while_something_is_needed(
    record: Record, qtbot: QtBot, settle: Settle
) -> None:
    one = record("letter.txt", LETTER.encode())
    qtbot.keyClick(at(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(one.workspace)
    assert one.notices == []
    assert "Confirmed" not in one.card("letter").accessibleName()


def test_the_keys_are_said_at_the_foot(record: Record) -> None:
    one = record("letter.txt", LETTER.encode())
    said = one.page.footer.hint.text()
    for key in ("Enter", "E ", "Delete", "Ctrl+Enter", "F6"):
        assert key in said


def test_an_exemption_is_a_chip_dashed_until_confirmed(record: Record, qtbot: QtBot) -> None:
    one = record("letter.txt", LETTER.encode())
    card = one.card("exemption")
    assert card.chip is not None
    assert card.chip.text() == "s31"
    assert "not confirmed yet" in card.chip.toolTip()
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert "not confirmed" not in card.chip.toolTip()
    assert "FOIA s31(1)(a)" in card.chip.toolTip()


def test_what_was_added_by_hand_can_be_taken_back(record: Record, settle: Settle) -> None:
    one = record("letter.txt", LETTER.encode())
    one.page.fields.provision_typed.emit("s38(1)(a)")
    settle(one.workspace)
    assert one.page.footer._save.text() == "Save 1 confirmed"
    one.page.fields.provision_taken_back.emit("FOIA s38(1)(a)")
    assert one.page.footer._save.text() == "Save response"


def test_the_keyboard_stays_in_a_narrow_page_when_what_had_it_goes_out_of_sight(
    record: Record,
) -> None:
    one = record("letter.pdf", pdf(LETTER), (820, 640))
    one.card("reference").setFocus()
    one.page.crossing.show_page_beside_text()
    assert at() is one.page.document.first_stop()
    one.page.header.look.choose("text")
    assert at() is one.page.document.text
    one.page.header.look.choose("look")
    assert at() is one.page.document.look_of.page
