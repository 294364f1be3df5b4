"""What the law says of an exemption: in the Exemptions tab, on Record response's cards, by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import requests, responses
from foitrack.desk.law_notes import LawNote, law_note
from foitrack.desk.views import Changed, FindingStatus, RequestFilter, SortKey
from tests.ui.conftest import Settle
from ui.recording.finding_card import FindingCard
from ui.requests.detail import RequestDetailPane
from ui.widgets.law_note import LawNoteBox, in_words, parts
from ui.workspace import Workspace

LETTER = (
    b"3 April 2023\n\nDear requester\n\nThank you for your request of 1 March 2023. We refuse it. "
    b"Section 31(1)(g) of the Freedom of Information Act applies.\n"
)


def the_note(provision: str = "FOIA s31(1)(g)") -> LawNote:
    note = law_note(assets.catalogue(), provision)
    assert note is not None
    return note


def shown(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def test_it_opens_and_closes_and_says_everything(dressed: QApplication, qtbot: QtBot) -> None:
    note = the_note()
    box = LawNoteBox("FOIA s31(1)(g)", note)
    qtbot.addWidget(box)
    box.show()
    assert (shown(box), box.button.text()) == ([], "What the law says")
    qtbot.mouseClick(box.button, Qt.MouseButton.LeftButton)
    assert shown(box) == [
        "Qualified exemption, prejudice-based",
        *("What must be shown, and what to ask", note.in_short),
        *("Harm needed", note.harm),
        *("Public interest test", note.public_interest),
        *("Neither confirm nor deny", "Section 31(3)."),
        *("Guidance to look for", "Information Commissioner: Law enforcement (section 31)"),
    ]
    assert box.button.text() == "Hide what the law says"
    assert box.well.accessibleName() == in_words(note)
    assert box.button.accessibleDescription().startswith("FOIA s31(1)(g), Law enforcement.")
    qtbot.keyClick(box.button, Qt.Key.Key_Space)
    assert shown(box) == []


def test_what_the_catalogue_does_not_say_is_left_out() -> None:
    note = LawNote("Fees", "Procedure, not an exemption", "", "", "", "", "")
    assert list(parts(note)) == []
    assert in_words(note) == "Fees. Procedure, not an exemption."


def test_no_line_is_cut_at_any_width(dressed: QApplication, qtbot: QtBot) -> None:
    box = LawNoteBox("FOIA s31(1)(g)", the_note())
    qtbot.addWidget(box)
    box.open(True)
    for wide in (300, 700, 1400):
        box.resize(wide, box.heightForWidth(wide))
        box.show()
        qtbot.waitUntil(lambda wide=wide: box.width() == wide)
        for label in box.well.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width()), (wide, label.text())


def test_the_exemptions_tab_has_it_and_keeps_it_open(
    workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    desk, today = workspace.desk, workspace.today
    wanted = RequestFilter(search="Staffordshire")
    [request_id] = requests.ids(desk, wanted, SortKey.DUE, False, today=today)
    pane = RequestDetailPane(workspace)
    qtbot.addWidget(pane)
    pane.resize(1000, 800)
    pane.show_request(request_id, "exemptions")
    pane.show()
    settle(workspace)
    first = pane.exemptions.findChildren(LawNoteBox)[0]
    assert "Qualified exemption, prejudice-based; with FOIA s31(2)(b)." in shown(pane.exemptions)
    qtbot.mouseClick(first.button, Qt.MouseButton.LeftButton)
    pane.hear(Changed(""))
    settle(workspace)

    def again() -> list[LawNoteBox]:
        boxes = pane.exemptions.findChildren(LawNoteBox)
        return [box for box in boxes if box.isVisible() and box is not first]

    qtbot.waitUntil(lambda: len(again()) == 2)
    assert [box.is_open() for box in again()] == [True, False]


def test_a_card_has_it_by_its_key_until_another_provision_is_put_in(
    empty_workspace: Workspace, qtbot: QtBot
) -> None:
    desk = empty_workspace.desk
    number = responses.keep(desk, "letter.txt", LETTER, None)
    findings = responses.read(desk, number).findings
    assert all(finding.law is None for finding in findings if finding.field != "exemption")
    [finding] = [finding for finding in findings if finding.field == "exemption"]
    card = FindingCard(finding, 1, LETTER.decode())
    qtbot.addWidget(card)
    card.show()
    card.show_status(FindingStatus.PROPOSED, finding.value)
    assert card.law is not None
    assert not card.law.is_open()
    qtbot.keyClick(card, Qt.Key.Key_L)
    assert card.law.is_open()
    assert "Harm needed" in shown(card)
    card.show_status(FindingStatus.CORRECTED, "FOIA s40(2)")
    assert "Harm needed" not in shown(card)
    qtbot.keyClick(card, Qt.Key.Key_L)
    card.show_status(FindingStatus.PROPOSED, finding.value)
    assert "Harm needed" in shown(card)
