"""What came in: all kept first, then read; each with its request, or the question which."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from foitrack.desk import batches, history, requests, responses
from foitrack.desk.views import NewRequest
from tests.ui.recording.samples import LETTER, mail, pdf, workbook
from ui.arrivals.model import FILE, REQUEST, STATE
from ui.arrivals.page import ArrivalsPage
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


@pytest.fixture
def page(empty_workspace: Workspace, qtbot: QtBot) -> ArrivalsPage:
    made = ArrivalsPage(empty_workspace)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def log(workspace: Workspace, authority: str, title: str = "Social media") -> int:
    new = NewRequest(title=title, authority=authority, sent_on=date(2023, 3, 1))
    made = requests.log(workspace.desk, new, today=workspace.today).new_id
    assert made is not None
    return made


def told(page: ArrivalsPage, name: str) -> tuple[str, str]:
    """What the list says of a file's reading and request."""
    model = page.model
    for row in range(model.rowCount()):
        if model.index(row, FILE).data() == name:
            roles = Qt.ItemDataRole.AccessibleTextRole
            return tuple(model.index(row, at).data(roles) for at in (STATE, REQUEST))  # type: ignore[return-value]
    raise AssertionError(name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "post"
    (made / "more").mkdir(parents=True)
    (made / "letter.txt").write_text(LETTER)
    (made / "more" / "answer.eml").write_bytes(mail(("data.xlsx", workbook())))
    (made / "more" / "broken.pdf").write_bytes(b"%PDF-1.7 cut short")
    (made / ".hidden").write_text("nothing")
    (made / "anybody.txt").write_text("3 April 2023\n\nWe hold no information.\n")
    return made


def test_a_folder_is_taken_in_file_by_file(
    page: ArrivalsPage, empty_workspace: Workspace, settle: Settle, folder: Path
) -> None:
    log(empty_workspace, "Kent Police")
    empty_workspace.intake.take([folder], None)
    settle(empty_workspace)
    assert page.model.rowCount() == 4
    state, request = told(page, "letter.txt")
    assert state.startswith("Read. ")
    assert state.endswith(" to check")
    assert request == "Kent Police: Social media. It comes from Kent Police."
    state, request = told(page, "broken.pdf")
    assert state.startswith("Could not be read. It is a PDF that cannot be opened")
    assert request.startswith("Which request?")
    state, request = told(page, "anybody.txt")
    assert state.startswith("Read")
    assert request == "Which request?. Nothing in it names one of your requests."
    assert "1 could not be read" in page.sentence.text()
    assert not page.stop.isVisible()


def test_all_are_kept_before_the_first_is_read(
    page: ArrivalsPage,
    empty_workspace: Workspace,
    settle: Settle,
    qtbot: QtBot,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, kept = threading.Event(), []
    real = batches.read_one

    def held(desk: object, proposal_id: int, **more: object) -> object:
        kept.append(len(responses.open_proposals(empty_workspace.desk)))
        gate.wait(20)
        return real(desk, proposal_id, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(batches, "read_one", held)
    empty_workspace.intake.take([folder], None)
    qtbot.waitUntil(lambda: len(kept) == 2 and page.model.rowCount() == 4)
    qtbot.waitUntil(lambda: told(page, "letter.txt")[0].startswith(("Reading", "Waiting")))
    assert kept == [4, 4]
    assert page.stop.isVisible()
    assert (page.progress.maximum(), page.progress.value()) == (4, 0)
    page.stop.click()
    gate.set()
    settle(empty_workspace)
    assert not page.stop.isVisible()
    # What was being read may have come to its end; what waited has not begun.
    assert sum(told(page, n)[0].startswith("Not read yet") for n in names(page)) >= 2


def names(page: ArrivalsPage) -> list[str]:
    return [str(page.model.index(row, FILE).data()) for row in range(page.model.rowCount())]


def test_a_file_too_large_costs_only_itself(
    page: ArrivalsPage, empty_workspace: Workspace, settle: Settle, folder: Path
) -> None:
    with (folder / "film.mp4").open("wb") as film:
        film.truncate(101 * 1024 * 1024)
    empty_workspace.intake.take([folder], None)
    settle(empty_workspace)
    assert len(responses.open_proposals(empty_workspace.desk)) == 4
    assert told(page, "film.mp4")[0].startswith("Not kept. It is larger than 100 MB")
    assert "1 was not kept" in page.sentence.text()


def test_a_person_says_which_request_is_meant(
    page: ArrivalsPage, empty_workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    one, two = (log(empty_workspace, "Kent Police", title) for title in ("Badgers", "Drones"))
    letters = [tmp_path / "a.txt", tmp_path / "b.txt"]
    letters[0].write_text(LETTER.replace("1 March", "2 March"))
    letters[1].write_text("no letter")
    empty_workspace.intake.take(letters, None)
    settle(empty_workspace)
    assert told(page, "a.txt")[1] == "Which request?. 2 may be meant."
    line = page.model.lines[names(page).index("a.txt")]
    menu = page.menu_for(line)
    choices = {action.text(): action for action in menu.actions() if action.text()}
    offered = {"Kent Police: Badgers", "Kent Police: Drones"}
    assert set(choices) == {*offered, "Another request…", "Log the request…"}
    choices["Kent Police: Drones"].trigger()
    settle(empty_workspace)
    assert told(page, "a.txt")[1] == "Kent Police: Drones. You chose this request."
    kept = {p.documents[0].name: p for p in responses.open_proposals(empty_workspace.desk)}
    assert kept["a.txt"].request_id == two != one
    assert page.model.lines[0].proposal_id is not None


def test_where_no_request_is_known_one_can_be_logged(
    page: ArrivalsPage, empty_workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text(LETTER)
    empty_workspace.intake.take([letter], None)
    settle(empty_workspace)
    asked: list[tuple[str, object]] = []
    empty_workspace.navigate.connect(lambda name, argument: asked.append((name, argument)))
    menu = page.menu_for(page.model.lines[0])
    choices = {action.text(): action for action in menu.actions()}
    assert list(choices) == ["Choose a request…", "Log the request…"]
    choices["Log the request…"].trigger()
    assert asked == [("new-request", None)]


def test_enter_opens_a_file_for_checking(
    page: ArrivalsPage, empty_workspace: Workspace, settle: Settle, folder: Path, qtbot: QtBot
) -> None:
    empty_workspace.intake.take([folder], None)
    settle(empty_workspace)
    asked: list[tuple[str, object]] = []
    empty_workspace.navigate.connect(lambda name, argument: asked.append((name, argument)))
    page.arrive(None)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    row = page.table.currentIndex().row()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked == [("recording", page.model.lines[row].proposal_id)]


def test_what_was_dropped_by_mistake_is_put_away_and_comes_back(
    page: ArrivalsPage, empty_workspace: Workspace, settle: Settle, folder: Path
) -> None:
    empty_workspace.intake.take([folder], None)
    settle(empty_workspace)
    gone = names(page)[0]
    page.table.selectRow(0)
    page.away.click()
    settle(empty_workspace)
    assert gone not in names(page)
    assert "1 of 4 recorded or put away" in page.sentence.text()
    history.undo(empty_workspace.desk)
    empty_workspace.announce_changes()
    settle(empty_workspace)
    assert gone in names(page)


def test_nothing_waiting_is_said_so(
    page: ArrivalsPage, empty_workspace: Workspace, settle: Settle
) -> None:
    settle(empty_workspace)
    assert page.empty.isVisible()
    assert not page.review.isVisible()


def test_what_waits_is_remembered_for_another_sitting(
    empty_workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    batches.keep_many(empty_workspace.desk, [("a.txt", LETTER.encode()), ("b.pdf", pdf(LETTER))])
    page = ArrivalsPage(empty_workspace)
    qtbot.addWidget(page)
    settle(empty_workspace)
    assert names(page) == ["a.txt", "b.pdf"]
    assert told(page, "a.txt")[0] == "Not read yet. Review reads it"


def test_the_same_file_again_is_put_away_and_said(
    page: ArrivalsPage, empty_workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    for path in (one, two):
        path.write_text(LETTER)
    said: list[str] = []
    empty_workspace.notice.connect(lambda words, _: said.append(words))
    empty_workspace.intake.take([one, two], None)
    settle(empty_workspace)
    assert len(names(page)) == 1
    assert any("came before" in words for words in said)


def test_a_workbook_without_a_letter_is_not_said_to_be_empty(
    page: ArrivalsPage, empty_workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    book = tmp_path / "figures.xlsx"
    book.write_bytes(workbook())
    empty_workspace.intake.take([book], None)
    settle(empty_workspace)
    assert told(page, "figures.xlsx")[0] == "Read. Review shows its tables"
