"""A campaign on parking fines, through the real window: columns made from a real table, rows
recorded, an unknown word explained once, and all of it undone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import casedata, requests, responses, schemas
from foitrack.desk.views import CaseFilter, NewRequest
from tests.ui.conftest import TODAY, Settle
from ui.casedata.page import CaseDataPage
from ui.main_window import MainWindow
from ui.recording.page import RecordPage
from ui.schemas.new_dialog import NewSchemaDialog
from ui.schemas.page import SchemasPage
from ui.workspace import Workspace

FIRST = """Ashby Borough Council

Our reference: FOI 4411

2 March 2023

Please find below the penalty charge notices issued.

Month\tContravention\tNotices
01/2022\tNo ticket shown\t14
02/2022\tNo ticket shown\t3
02/2022\tOut of bay\t9
"""
SECOND = (
    FIRST.replace("Ashby", "Corby").replace("4411", "17/23").replace("Out of bay", "Outwith bay")
)


class Person:
    """Someone at the window."""

    def __init__(self, window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
        self.window, self.workspace = window, window.workspace
        self._qtbot, self._settle = qtbot, settle

    def settle(self) -> None:
        self._settle(self.workspace)

    def click(self, widget: QWidget) -> None:
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def type_into(self, widget: QWidget, words: str) -> None:
        self._qtbot.keyClicks(widget, words)

    def request(self, authority: str) -> int:
        new = NewRequest("Penalty notices", authority, campaign="Parking fines")
        made = requests.log(self.workspace.desk, new, today=TODAY).new_id
        assert made is not None
        return made

    def receive(self, folder: Path, text: str, request_id: int) -> int:
        path = folder / f"letter-{request_id}.txt"
        path.write_text(text, "utf-8")
        self.window.record_files([path], request_id)
        self.settle()
        page = self.window.pages.currentWidget()
        assert isinstance(page, RecordPage)
        found = requests.detail(self.workspace.desk, request_id, today=TODAY).responses
        return found[-1].id

    def record(self, proposal_id: int) -> None:
        from foitrack.desk.demo import everything_confirmed

        desk = self.workspace.desk
        decisions = everything_confirmed(responses.proposal(desk, proposal_id))
        self.workspace.write(lambda: responses.record(desk, proposal_id, decisions, today=TODAY))
        self.settle()


@pytest.fixture
def person(empty_workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[Person]:
    window = MainWindow(empty_workspace, "mine.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    settle(empty_workspace)
    yield Person(window, qtbot, settle)
    settle(empty_workspace)


def counts(person: Person) -> dict[str, int]:
    return dict(casedata.options(person.workspace.desk, CaseFilter()).get("contravention", ()))


def test_a_campaign_on_another_subject(person: Person, tmp_path: Path) -> None:
    desk = person.workspace.desk
    first = person.receive(tmp_path, FIRST, person.request("Ashby Borough Council"))
    assert responses.proposal(desk, first).cases == ()

    # The columns, from the letter's own table.
    person.window.actions_by_name["schema"].trigger()
    person.settle()
    page = person.window.pages.currentWidget()
    assert isinstance(page, SchemasPage)
    person.click(page.sides.new)
    dialog = page.findChild(NewSchemaDialog)
    assert dialog is not None
    person.type_into(dialog.title_field, "Parking fines")
    person.click(dialog.accept_button)
    assert page.sides.preview.model.rowCount() == 3
    person.click(page.sides.save)
    assert len(responses.proposal(desk, first).cases) == 3

    # Recorded, they are case data.
    person.record(first)
    person.window.go("casedata")
    person.settle()
    data = person.window.pages.currentWidget()
    assert isinstance(data, CaseDataPage)
    assert data.panel.model.rowCount() == 3
    assert counts(person) == {"No ticket shown": 2, "Out of bay": 1}

    # The next council writes it otherwise: explained once, where the words are listed.
    second = person.receive(tmp_path, SECOND, person.request("Corby Borough Council"))
    [unknown] = schemas.unknown(desk, second)
    assert (unknown.field, unknown.printed) == ("contravention", "Outwith bay")
    person.record(second)
    person.window.go("casedata")
    person.settle()
    data.listed.choose("words")
    data.words.choose("contravention", "Outwith bay")
    data.words.value.setCurrentText("Out of bay")
    person.click(data.words.change)
    assert counts(person) == {"No ticket shown": 4, "Out of bay": 2}
    assert schemas.unknown(desk, second) == ()

    # One step back, and forward again.
    person.window.actions_by_name["undo"].trigger()
    person.settle()
    assert counts(person) == {"No ticket shown": 4, "Out of bay": 1, "Outwith bay": 1}
    person.window.actions_by_name["redo"].trigger()
    person.settle()
    assert counts(person) == {"No ticket shown": 4, "Out of bay": 2}
