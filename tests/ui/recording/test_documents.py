"""A mail with what came in it: each document by itself, each find in its document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from foitrack.desk import responses
from foitrack.desk.demo import everything_confirmed
from tests.ui.accessible.room import cramped
from tests.ui.recording.conftest import Record
from tests.ui.recording.samples import LETTER, mail, pdf, workbook
from ui.recording.page import RecordPage
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]
MAIL = mail(
    ("letter.pdf", pdf(LETTER)), ("data.xlsx", workbook()), ("annex.pdf", b"%PDF-1.4 cut short")
)


def test_each_document_has_a_tab_that_says_what_it_is(record: Record) -> None:
    one = record("answer.eml", MAIL)
    tabs = one.page.document.tabs
    assert tabs.isVisible()
    names = [tabs.tabText(at) for at in range(tabs.count())]
    assert names == ["answer.eml", "letter.pdf", "data.xlsx", "annex.pdf"]
    assert "could not be read" in tabs.accessibleTabName(3)
    assert "Could not be read" in tabs.tabToolTip(3)
    assert "bytes" in tabs.tabToolTip(3)
    assert "3 files in it" in one.page.header._file.text()


def test_choosing_a_document_shows_its_own_text(record: Record) -> None:
    one = record("answer.eml", MAIL)
    side = one.page.document
    side.tabs.setCurrentIndex(0)
    said = one.page.header._file
    assert said.text().startswith("answer.eml, 3 files in it. answer.eml: ")
    assert "Please find our response attached" in side.text.toPlainText()
    side.tabs.setCurrentIndex(2)
    assert "T/DCI" in side.text.toPlainText()
    side.tabs.setCurrentIndex(3)
    assert "annex.pdf: 18 bytes, Could not be read: " in said.text()
    assert "cannot be opened" in side.text.toPlainText()
    assert side.look() == "text"


def test_what_could_not_be_read_says_why_and_how_to_go_on(record: Record) -> None:
    one = record("answer.eml", MAIL)
    side = one.page.document
    side.tabs.setCurrentIndex(3)
    assert side.unread.isVisible()
    assert "“annex.pdf” is a PDF that cannot be opened" in side.unread.cause.text()
    # All of it is beneath too, where the keyboard comes.
    assert side.text.toPlainText().strip() == side.unread.whole_words()
    assert side.unread.onward.text() in side.text.toPlainText()
    assert cramped(one.page) == []
    one.page.resize(700, 500)
    assert side.text.rect().contains(side.unread.geometry())
    assert side.text.width() - side.unread.width() < 8
    side.tabs.setCurrentIndex(1)
    assert not side.unread.isVisible()
    assert "could not be read" not in side.text.toPlainText()


def test_a_finding_names_its_document_and_brings_it_up(record: Record) -> None:
    one = record("answer.eml", MAIL)
    side = one.page.document
    side.tabs.setCurrentIndex(0)
    card = one.card("reference")
    assert card.accessibleDescription().startswith("letter.pdf: page 1")
    card.setFocus()
    shown = side.shown_document()
    assert shown is not None
    assert shown.name == "letter.pdf"
    assert side.text.chosen == card.number


def test_a_case_row_leads_to_its_cells(record: Record, settle: Settle) -> None:
    one = record("answer.eml", MAIL)
    side = one.page.document
    side.set_look("look")
    assert one.page.fields.content is not None
    cases = one.page.fields.content.cases
    assert cases is not None
    cases.source_wanted.emit(cases.model.row(1))
    settle(one.workspace)
    shown = side.shown_document()
    assert shown is not None
    assert shown.name == "data.xlsx"
    sheet = side.look_of.sheet
    model, at = sheet.table.model(), sheet.table.currentIndex()
    assert model is not None
    assert (model.headerData(at.row(), _vertical()), at.column()) == ("5", 0)
    assert model.index(at.row(), 1).data() == "T/DCI"


def test_words_are_found_in_whichever_document_has_them(record: Record) -> None:
    one = record("answer.eml", MAIL)
    one.page.header.search_asked.emit("WhatsApp")
    shown = one.page.document.shown_document()
    assert shown is not None
    assert shown.name == "data.xlsx"
    assert one.page.document.text.textCursor().selectedText() == "WhatsApp"


def _vertical() -> object:
    from PySide6.QtCore import Qt

    return Qt.Orientation.Vertical


def test_a_file_that_the_letter_names_is_added_to_it_and_read(
    record: Record, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = record("letter.txt", f"{LETTER}\nPlease see the attached spreadsheet.\n".encode())
    card = one.card("reference")
    card.confirmed.emit(card.finding.id)
    data = tmp_path / "data.xlsx"
    data.write_bytes(workbook())
    chosen = ([str(data)], "")
    monkeypatch.setattr("ui.recording.deeds.QFileDialog.getOpenFileNames", lambda *_: chosen)
    one.page.fields.file_wanted.emit()
    settle(one.workspace)
    tabs = one.page.document.tabs
    assert [tabs.tabText(at) for at in range(tabs.count())] == ["letter.txt", "data.xlsx"]
    assert one.page.fields.accept_cases is not None
    assert "Confirmed" in one.card("reference").accessibleName()


def test_it_opens_on_the_letter_and_not_on_what_it_came_in(
    record: Record, settle: Settle, qtbot: QtBot
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Response/data.csv", "Year,Number\n2020,3\n2021,4\n")
        archive.writestr("Response/letter.txt", LETTER)
    one = record("answer.zip", packed.getvalue())
    desk, today = one.workspace.desk, one.workspace.today
    decisions = everything_confirmed(responses.proposal(desk, one.proposal_id))
    responses.record(desk, one.proposal_id, decisions, today=today)
    # Where nothing is left to decide, no finding brings its document up.
    page = RecordPage(one.workspace)
    qtbot.addWidget(page)
    page.show()
    page.show_argument(one.proposal_id)
    settle(one.workspace)
    shown = page.document.shown_document()
    assert shown is not None
    assert shown.part == "Response/letter.txt"
    assert page.document.tabs.currentIndex() == 2
    assert "Kent Police" in page.document.text.toPlainText()
