"""Bank holidays in the window: the list in use, a newer one, what moves, Save and Cancel."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import requests
from foitrack.desk.desk import create, open_desk
from foitrack.desk.views import NewRequest, RequestFilter, SortKey
from foitrack.fetching import FetchError
from foitrack.law.terms import DeadlineKind
from tests.ui.conftest import Settle
from tests.ui.requests.conftest import is_open
from ui.holidays.dialog import HolidaysDialog
from ui.main_window import MainWindow
from ui.workspace import Workspace

TODAY = date(2027, 6, 2)
SENT = date(2027, 6, 1)
OLD, NEW = date(2027, 6, 29), date(2027, 6, 30)


@pytest.fixture(autouse=True)
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of the test's own."""
    place = tmp_path / "data" / "bank-holidays.json"
    monkeypatch.setattr("foitrack.holiday_lists.place", lambda: place)
    assets.calendars.cache_clear()
    assets.reference.cache_clear()
    yield place
    assets.calendars.cache_clear()
    assets.reference.cache_clear()


@pytest.fixture(scope="module")
def two_requests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two requests: one waiting over June 2027, one whose last day is long past."""
    path = tmp_path_factory.mktemp("two") / "case.foitrack"
    desk = create(path, replace(assets.reference(), calendars=assets.bundled_calendars()))
    for authority, sent in (("Gwent Police", SENT), ("Avon and Somerset Police", date(2027, 3, 1))):
        requests.log(desk, NewRequest("Complaints", authority, sent_on=sent), today=TODAY)
    desk.close()
    return path


@pytest.fixture
def case_file(two_requests: Path, tmp_path: Path, stored: Path) -> Path:
    """A copy of them."""
    return Path(shutil.copy(two_requests, tmp_path / "case.foitrack"))


@pytest.fixture
def workspace(dressed: QApplication, case_file: Path) -> Iterator[Workspace]:
    made = Workspace(open_desk(case_file, assets.reference()), TODAY)
    yield made
    made.close()


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    made = MainWindow(workspace, "case.foitrack")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.go("requests")
    settle(workspace)
    yield made
    settle(workspace)


def listed(*extra: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(assets.resource("bank-holidays.json").read_text("utf-8"))
    for division in data.values():
        division["events"] += [{"title": "Extra day", "date": on, "notes": ""} for on in extra]
    return data


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Writes a file, and has the file dialog answer with it."""

    def made(text: str) -> Path:
        path = tmp_path / "newer.json"
        path.write_text(text, "utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        return path

    return made


def opened(window: MainWindow) -> HolidaysDialog:
    window.actions_by_name["holidays"].trigger()
    [dialog] = window.findChildren(HolidaysDialog)
    return dialog


def press(qtbot: QtBot, settle: Settle, window: MainWindow, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window.workspace)


def text_of(dialog: HolidaysDialog) -> str:
    shown = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in shown)


def rows_of(dialog: HolidaysDialog) -> list[list[str]]:
    model = dialog.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def due(workspace: Workspace) -> date | None:
    desk = workspace.desk
    wanted = requests.ids(desk, RequestFilter(search="Gwent"), SortKey.DUE, False, today=TODAY)
    return requests.rows(desk, wanted, today=TODAY)[0].due_on


def test_it_stands_in_the_edit_menu(window: MainWindow) -> None:
    edit = next(entry for entry in window.menuBar().actions() if entry.text() == "&Edit")
    entries = [action.text() for action in edit.menu().actions()]  # type: ignore[attr-defined]
    assert "&Bank holidays…" in entries


def test_the_list_in_use_is_shown_and_nothing_can_be_saved_yet(window: MainWindow) -> None:
    dialog = opened(window)
    text = text_of(dialog)
    assert assets.calendars().source in text
    assert "Sun 31 December 2028" in text
    assert "only when you press the button" in text
    assert not dialog.accept_button.isEnabled()
    assert dialog.cancel.text() == "Close"
    assert not dialog.table.isVisible()
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()


def test_what_moves_is_shown_in_full_before_it_is_saved_and_then_in_use(
    window: MainWindow,
    qtbot: QtBot,
    settle: Settle,
    write: Callable[[str], Path],
    stored: Path,
) -> None:
    workspace = window.workspace
    path = write(json.dumps(listed("2027-06-14")))
    dialog = opened(window)
    press(qtbot, settle, window, dialog.from_file)
    assert rows_of(dialog) == [
        ["Gwent Police: Complaints", "Answer", "Tue 29 June 2027", "Wed 30 June 2027"]
    ]
    spoken = dialog.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Gwent Police: Complaints: Answer moves from Tue 29 June 2027 to Wed 30 June 2027"
    )
    text = text_of(dialog)
    assert "1 open deadline moves" in text
    extra = "Mon 14 June 2027, Extra day, bank holiday throughout the UK"
    qtbot.waitUntil(lambda: extra in text_of(dialog))
    assert dialog.table.isVisible()
    assert (stored.exists(), due(workspace)) == (False, OLD)
    with qtbot.waitSignal(workspace.changed) as heard:
        press(qtbot, settle, window, dialog.accept_button)
    assert heard.args is not None
    assert heard.args[0].request_ids == ()
    assert not is_open(dialog)
    assert stored.exists()
    assert due(workspace) == NEW
    assert str(path) in workspace.desk.reference.calendars.source
    assert assets.calendars().version == workspace.desk.reference.calendars.version
    found = requests.detail(workspace.desk, 1, today=TODAY).reckoning.of(DeadlineKind.RESPONSE)
    assert found is not None
    assert found.on == NEW
    assert window.notice.label.text() == "The newer bank holidays are in use."
    assert not window.actions_by_name["undo"].text().startswith("&Undo recount")


def test_cancel_leaves_everything_as_it_was(
    window: MainWindow,
    qtbot: QtBot,
    settle: Settle,
    write: Callable[[str], Path],
    stored: Path,
) -> None:
    before = window.workspace.desk
    write(json.dumps(listed("2027-06-14")))
    dialog = opened(window)
    press(qtbot, settle, window, dialog.from_file)
    assert dialog.cancel.text() == "Cancel"
    press(qtbot, settle, window, dialog.cancel)
    assert not is_open(dialog)
    assert window.workspace.desk is before
    assert (stored.exists(), due(window.workspace)) == (False, OLD)


def test_a_list_that_moves_nothing_says_so_and_can_be_saved(
    window: MainWindow,
    qtbot: QtBot,
    settle: Settle,
    write: Callable[[str], Path],
    stored: Path,
) -> None:
    write(json.dumps(listed("2028-12-18")))
    dialog = opened(window)
    press(qtbot, settle, window, dialog.from_file)
    assert "No open deadline moves." in text_of(dialog)
    assert not dialog.table.isVisible()
    press(qtbot, settle, window, dialog.accept_button)
    assert (stored.exists(), due(window.workspace)) == (True, OLD)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("not json", "is not JSON"),
        ("{}", "This is not GOV.UK's list of bank holidays"),
        (json.dumps(listed()).replace("2028-", "2018-"), "less than the list in use"),
    ],
)
def test_a_list_that_cannot_be_trusted_is_refused_in_plain_words(
    window: MainWindow,
    qtbot: QtBot,
    settle: Settle,
    write: Callable[[str], Path],
    stored: Path,
    text: str,
    says: str,
) -> None:
    write(json.dumps(listed("2027-06-14")))
    dialog = opened(window)
    press(qtbot, settle, window, dialog.from_file)
    assert dialog.accept_button.isEnabled()
    write(text)
    press(qtbot, settle, window, dialog.from_file)
    assert dialog.problem.isVisible()
    assert says in dialog.problem.text()
    assert dialog.offer() is None
    assert not dialog.accept_button.isEnabled()
    assert rows_of(dialog) == []
    assert not stored.exists()
    assert dialog.from_file.isEnabled()


def test_govuk_is_asked_only_when_its_button_is_pressed(
    window: MainWindow, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(address: str, most: int) -> bytes:
        asked.append(address)
        return json.dumps(listed("2027-06-14")).encode()

    monkeypatch.setattr("foitrack.fetching.fetch", answer)
    dialog = opened(window)
    settle(window.workspace)
    assert asked == []
    press(qtbot, settle, window, dialog.from_govuk)
    assert asked == ["https://www.gov.uk/bank-holidays.json"]
    assert len(rows_of(dialog)) == 1


def test_a_network_that_is_not_there_is_said(
    window: MainWindow, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(address: str, most: int) -> bytes:
        raise FetchError("no route to host")

    monkeypatch.setattr("foitrack.fetching.fetch", refuse)
    dialog = opened(window)
    press(qtbot, settle, window, dialog.from_govuk)
    assert "cannot be reached (no route to host)" in dialog.problem.text()


def test_a_save_that_fails_changes_nothing_and_can_be_tried_again(
    window: MainWindow,
    qtbot: QtBot,
    settle: Settle,
    write: Callable[[str], Path],
    stored: Path,
) -> None:
    write(json.dumps(listed("2027-06-14")))
    stored.parent.write_text("a file where the folder should be", "utf-8")
    dialog = opened(window)
    press(qtbot, settle, window, dialog.from_file)
    press(qtbot, settle, window, dialog.accept_button)
    assert dialog.isVisible()
    assert "the list in use stays" in dialog.problem.text()
    assert due(window.workspace) == OLD
    stored.parent.unlink()
    press(qtbot, settle, window, dialog.accept_button)
    assert due(window.workspace) == NEW


def test_a_dialog_left_while_it_reads_or_saves_does_no_harm(
    window: MainWindow,
    qtbot: QtBot,
    settle: Settle,
    write: Callable[[str], Path],
) -> None:
    write(json.dumps(listed("2027-06-14")))
    dialog = opened(window)
    press(qtbot, settle, window, dialog.from_file)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    dialog.reject()
    dialog.deleteLater()
    settle(window.workspace)
    assert due(window.workspace) == NEW
