"""Five files of five formats dropped at once, gone through by keyboard, and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import requests, responses
from foitrack.desk.arrivals import arrivals
from foitrack.desk.views import NewRequest
from foitrack.law.terms import Outcome, State
from tests.ui.recording.samples import LETTER, mail, pdf, workbook
from ui.arrivals.page import ArrivalsPage
from ui.main_window import MainWindow
from ui.recording.finding_card import FindingCard
from ui.recording.page import RecordPage
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]
KENT, ESSEX, SURREY = "Kent Police", "Essex Police", "Surrey Police"
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def letter(authority: str, reference: str) -> str:
    return LETTER.replace(KENT, authority).replace("FOI 2023/445", reference)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = {
        "kent.txt": letter(KENT, "FOI 2023/445").encode(),
        "essex.pdf": pdf(letter(ESSEX, "FOI 2023/77")),
        "surrey.eml": mail(("surrey letter.pdf", pdf(letter(SURREY, "FOI 2023/9")))),
        "data.xlsx": workbook(),
        "broken.docx": b"PK\x03\x04 cut short",
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in made]


@pytest.fixture
def window(empty_workspace: Workspace, qtbot: QtBot, settle: Settle) -> MainWindow:
    for authority in (KENT, ESSEX, SURREY):
        new = NewRequest(
            title="Body worn video",
            authority=authority,
            sent_on=date(2023, 3, 1),
            campaign="Police and social media",
        )
        requests.log(empty_workspace.desk, new, today=empty_workspace.today)
    made = MainWindow(empty_workspace, "mine.foitrack")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    settle(empty_workspace)
    return made


def drop(window: MainWindow, paths: list[Path]) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, held, buttons, keys))


def at() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


class Keyboard:
    """Goes through the list and each letter with keys alone."""

    def __init__(self, window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
        self._window, self._qtbot, self._settle = window, qtbot, settle

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        self._qtbot.keyClick(at(), key, modifier)
        self._settle(self._window.workspace)

    def page(self, kind: type[QWidget]) -> QWidget:
        self._settle(self._window.workspace)
        shown = self._window.pages.currentWidget()
        assert isinstance(shown, kind)
        return shown

    def open(self, name: str) -> RecordPage:
        """From the list, Home and Down to a file, and Enter."""
        listed = self.page(ArrivalsPage)
        assert isinstance(listed, ArrivalsPage)
        names = [line.file.first for line in listed.model.lines]
        assert at() is listed.table
        self.press(Qt.Key.Key_Home)
        for _ in range(names.index(name)):
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Return)
        page = self.page(RecordPage)
        assert isinstance(page, RecordPage)
        return page

    def confirm_all(self, page: RecordPage) -> None:
        """Enter on each finding; the keyboard goes to the next by itself."""
        for _ in range(len(page.fields.cards)):
            assert isinstance(at(), FindingCard)
            self.press(Qt.Key.Key_Return)

    def save(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)

    def tab_to(self, wanted: QWidget) -> None:
        for _ in range(40):
            if at() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {wanted}")


@pytest.fixture
def keyboard(window: MainWindow, qtbot: QtBot, settle: Settle) -> Keyboard:
    return Keyboard(window, qtbot, settle)


def test_five_files_of_five_formats(
    window: MainWindow,
    keyboard: Keyboard,
    files: list[Path],
    settle: Settle,
    empty_workspace: Workspace,
) -> None:
    desk, today = empty_workspace.desk, empty_workspace.today
    drop(window, files)
    settle(empty_workspace)
    came = {one.name: one for one in arrivals(desk)}
    assert set(came) == {path.name for path in files}
    placed = {name: one.request.authority if one.request else None for name, one in came.items()}
    assert placed == {
        "kent.txt": KENT,
        "essex.pdf": ESSEX,
        "surrey.eml": SURREY,
        "data.xlsx": None,
        "broken.docx": None,
    }
    for name in ("kent.txt", "essex.pdf", "surrey.eml"):
        page = keyboard.open(name)
        keyboard.confirm_all(page)
        keyboard.save()
    _fill_in_the_broken_one(keyboard, empty_workspace)
    _take_the_rows(keyboard, empty_workspace)
    rows = requests.rows(desk, [1, 2, 3], today=today)
    assert [row.references for row in rows] == [
        ("FOI 2023/445",),
        ("FOI 2023/77",),
        ("FOI 2023/9",),
    ]
    assert {row.answered_on for row in rows} == {date(2023, 3, 20)}
    assert [row.outcome for row in rows] == [Outcome.REFUSED] * 3
    assert {row.state for row in rows} == {State.ANSWERED}
    assert [[tag.provision for tag in row.provisions] for row in rows] == [["FOIA s31(1)(a)"]] * 3
    assert requests.detail(desk, 1, today=today).case_rows == 3
    assert not arrivals(desk)
    _nothing_was_lost(empty_workspace, files)


def _attach(page: RecordPage, keyboard: Keyboard, request_id: int) -> None:
    """The bar over the document asks; the arrow keys in its list answer."""
    box = page.choice.box
    keyboard.tab_to(box)
    for _ in range(box.findData(request_id)):
        keyboard.press(Qt.Key.Key_Down)
    assert box.currentData() == request_id
    keyboard.tab_to(page.choice.use)
    keyboard.press(Qt.Key.Key_Space)


def _fill_in_the_broken_one(keyboard: Keyboard, workspace: Workspace) -> None:
    page = keyboard.open("broken.docx")
    assert page.document.text.toPlainText()
    _attach(page, keyboard, 1)
    assert page.fields.not_known is not None
    keyboard.tab_to(page.fields.not_known)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.save()
    keyboard.page(ArrivalsPage)


def _take_the_rows(keyboard: Keyboard, workspace: Workspace) -> None:
    page = keyboard.open("data.xlsx")
    _attach(page, keyboard, 1)
    for box in (page.fields.accept_cases, page.fields.not_known):
        assert isinstance(box, QCheckBox)
        if box.isVisible():
            keyboard.tab_to(box)
            keyboard.press(Qt.Key.Key_Space)
    keyboard.save()


def _nothing_was_lost(workspace: Workspace, files: list[Path]) -> None:
    kept = {
        document.name: responses.document_bytes(workspace.desk, document.id)
        for request_id in (1, 2, 3)
        for response in requests.detail(workspace.desk, request_id, today=workspace.today).responses
        for document in response.documents
    }
    for path in files:
        assert kept[path.name] == path.read_bytes()
    assert "surrey letter.pdf" in kept
