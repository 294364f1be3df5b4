"""The whole job through the real window: log, record, confirm, ask for review, export the PDF.

Staffordshire Police is the real example (seed 004): notified on 1 March 2023, answered on
27 March, and due on Thu 30 March since 17 March is a bank holiday in Northern Ireland
(FOIA s10(6)).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import requests, responses
from foitrack.law.terms import Outcome, Review, State
from tests.ui.conftest import Settle
from ui.main_window import MainWindow
from ui.recording.page import RecordPage
from ui.reports.page import ReportsPage
from ui.requests.new_request import NewRequestDialog
from ui.requests.page import RequestsPage
from ui.requests.review_dialog import AskReviewDialog
from ui.workspace import Workspace

Shown = TypeVar("Shown", bound=QWidget)
LETTER = next(assets.seed_folder().glob("004*.txt"))


class Person:
    """Someone at the window, with a keyboard and a mouse."""

    def __init__(self, window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
        self.window = window
        self.workspace: Workspace = window.workspace
        self._qtbot = qtbot
        self._settle = settle

    def settle(self) -> None:
        self._settle(self.workspace)

    def type_into(self, field: QWidget, words: str) -> None:
        field.setFocus()
        if hasattr(field, "selectAll"):
            field.selectAll()
        self._qtbot.keyClicks(field, words)

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        self._qtbot.keyClick(widget, key)

    def click(self, widget: QWidget) -> None:
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def wait_for(self, condition: object) -> None:
        self._qtbot.waitUntil(condition, timeout=10_000)

    def wait_for_end(self, dialog: QWidget) -> None:
        self.wait_for(lambda: not shiboken6.isValid(dialog) or not dialog.isVisible())

    def dialog(self, kind: type[Shown]) -> Shown:
        self.wait_for(lambda: any(d.isVisible() for d in self.window.findChildren(kind)))
        [shown] = [d for d in self.window.findChildren(kind) if d.isVisible()]
        return shown

    def page(self, kind: type[Shown]) -> Shown:
        self.settle()
        shown = self.window.pages.currentWidget()
        assert isinstance(shown, kind)
        return shown

    def drop(self, path: Path) -> None:
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDropEvent(
            QPointF(400, 400),
            Qt.DropAction.CopyAction,
            files,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self.window.dropEvent(event)
        self.settle()

    def request_id(self) -> int:
        [found] = requests.meant_by(self.workspace.desk, "Staffordshire Police")
        return found


@pytest.fixture
def person(empty_workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[Person]:
    window = MainWindow(empty_workspace, "mine.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.go("requests")
    settle(empty_workspace)
    yield Person(window, qtbot, settle)
    settle(empty_workspace)


def words_of(widget: QWidget) -> str:
    """All that the labels of a widget say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.text())


def log_the_request(person: Person) -> None:
    person.click(person.window.sidebar.new_request)
    dialog = person.dialog(NewRequestDialog)
    person.type_into(dialog.form.title, "Complaints about social media use")
    person.type_into(dialog.whom.search.edit, "staffordshire")
    person.wait_for(
        lambda: dialog.whom.search.is_open() and dialog.whom.search.model.rowCount() > 0
    )
    person.press(dialog.whom.search.edit, Qt.Key.Key_Return)
    choice = dialog.whom.search.choice()
    assert choice is not None
    assert choice.name == "Staffordshire Police"
    field = dialog.form.sent_on.edit
    person.type_into(field, "1 March 2023")
    person.press(field, Qt.Key.Key_Tab)
    person.settle()
    assert "Thu 30 March 2023" in words_of(dialog.due)
    assert "St Patrick" in words_of(dialog.due)
    person.click(dialog.accept_button)
    person.wait_for_end(dialog)


def see_why(person: Person) -> None:
    page = person.page(RequestsPage)
    page.open_request(person.request_id())
    person.settle()
    page.detail.explain_due()
    person.settle()
    popover = page.detail.why_popover()
    assert popover is not None
    said = words_of(popover)
    assert "Thu 30 March 2023" in said
    assert "St Patrick's Day, bank holiday in Northern Ireland" in said
    popover.close()


def record_the_letter(person: Person) -> None:
    person.drop(LETTER)
    page = person.page(RecordPage)
    cards = {card.finding.value: card for card in page.fields.cards.values()}
    assert {"FOIA s31(1)(g)", "FOIA s40(2)", "15350", "part-disclosed"} <= set(cards)
    row = requests.detail(
        person.workspace.desk, person.request_id(), today=person.workspace.today
    ).row
    assert row.state is State.RESPONSE_TO_READ
    assert {tag.provision for tag in row.provisions} == {"FOIA s31(1)(g)", "FOIA s40(2)"}
    assert not any(tag.confirmed for tag in row.provisions)
    first = next(iter(page.fields.cards.values()))
    first.setFocus()
    for _ in page.fields.cards:
        focused = page.fields.focusWidget()
        assert focused is not None
        person.press(focused, Qt.Key.Key_Return)
    assert page.footer.can_save()
    page.save()
    person.settle()


def check_the_answer(person: Person) -> None:
    detail = requests.detail(
        person.workspace.desk, person.request_id(), today=person.workspace.today
    )
    assert detail.row.state is State.ANSWERED
    assert detail.row.outcome is Outcome.PART_DISCLOSED
    assert detail.row.answered_day == 17
    assert all(tag.confirmed for tag in detail.row.provisions)
    met = detail.reckoning.deadlines[0].met
    assert met is not None
    assert met.late == 0
    [document] = detail.responses[0].documents
    kept = responses.document_bytes(person.workspace.desk, document.id)
    assert kept == LETTER.read_bytes()


def ask_for_review(person: Person) -> None:
    page = person.page(RequestsPage)
    page.open_request(person.request_id())
    person.settle()
    person.click(page.detail.header.act)
    dialog = person.dialog(AskReviewDialog)
    person.type_into(dialog.why, "Ongoing cases could be counted without naming anyone.")
    person.click(dialog.accept_button)
    person.wait_for_end(dialog)
    detail = requests.detail(
        person.workspace.desk, person.request_id(), today=person.workspace.today
    )
    assert detail.review.status is Review.ASKED
    assert "Ongoing cases" in detail.review.challenged


def export(person: Person, path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    person.window.go("reports")
    page = person.page(ReportsPage)
    person.wait_for(page.ready)
    person.click(page.rail.save)
    person.wait_for(path.exists)
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return "\n".join(
            document[number].get_textpage().get_text_range() for number in range(len(document))
        )
    finally:
        document.close()


def test_the_whole_job(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log_the_request(person)
    see_why(person)
    record_the_letter(person)
    check_the_answer(person)
    ask_for_review(person)
    text = " ".join(export(person, tmp_path / "summary.pdf", monkeypatch).split())
    for wanted in (
        "Staffordshire Police",
        "15350",
        "Thu 30 March 2023",
        "Mon 27 March 2023",
        "17 working days",
        "St Patrick's Day",
        "Answered in part",
        "s31(1)(g)",
        "s31(2)(b)",
        "s40(2)",
        "whether any person is responsible for any conduct which is improper",
        "Asked for",
    ):
        assert wanted in text, wanted
