"""The window goes on in a copy: off a synchronised folder, off a disk that went; forms stay."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import requests, safety
from foitrack.desk.desk import Desk, open_desk
from tests.ui.conftest import TODAY
from ui.main_window import MainWindow
from ui.requests.edit_request import EditRequestDialog
from ui.requests.page import RequestsPage
from ui.safety import care, moving
from ui.session import Session
from ui.settings.page import SettingsPage
from ui.team.company import Company


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(care, "LATER_MS", 0)


@pytest.fixture
def folder(example_file: Path, tmp_path: Path) -> Path:
    """A folder that a service copies, and that may go."""
    made = tmp_path / "Dropbox"
    made.mkdir()
    shutil.copy(example_file, made / "river.foitrack")
    return made


@pytest.fixture
def session(dressed: QApplication, folder: Path) -> Iterator[Session]:
    made = Session(dressed, lambda: TODAY)
    path = folder / "river.foitrack"
    made.show(open_desk(path, assets.reference()), str(path), "requests")
    yield made
    made.close()


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    assert session.window is not None
    calm(qtbot, session.window)
    return session.window


def calm(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.wait(20)
    qtbot.waitUntil(window.workspace.tasks.idle, timeout=20_000)


def choose(monkeypatch: pytest.MonkeyPatch, target: Path) -> list[str]:
    """Whoever is asked for a place says this one; what was proposed."""
    proposed: list[str] = []

    def answer(_over: object, _title: str, usual: str, _kinds: str) -> tuple[str, str]:
        proposed.append(usual)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


def title(desk: Desk) -> str:
    return requests.detail(desk, 1, today=TODAY).row.title


def test_a_synchronised_folder_offers_a_local_copy_with_its_backups_there(
    session: Session,
    window: MainWindow,
    folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bar = window.place_bar
    assert "Dropbox keeps in step" in bar.label.text()
    settings = window.pages.bring("settings")
    assert isinstance(settings, SettingsPage)
    window.go("requests")
    assert window.actions_by_name["keep-local"].isVisible()
    monkeypatch.setattr(moving, "usual_case_file", lambda: tmp_path / "data" / "usual.foitrack")
    target = tmp_path / "local" / "river (here).foitrack"
    proposed = choose(monkeypatch, target)
    bar.button.click()
    qtbot.waitUntil(lambda: window.place == str(target), timeout=20_000)
    calm(qtbot, window)
    assert Path(proposed[0]).parent == tmp_path / "data"
    assert session.window is window
    assert bar.isHidden()
    assert str(target) in window.notice.label.text()
    assert "river (here)" in window.windowTitle()
    assert settings.places.file_place.text() == str(target)
    assert not window.actions_by_name["keep-local"].isVisible()
    desk = window.workspace.desk
    window.workspace.write(lambda: requests.edit(desk, 1, title="Written in the copy"))
    calm(qtbot, window)
    session.close()
    backups = safety.listed(folder / "river (here) backups")
    assert {one.reason for one in backups} == {"daily", "closing"}
    again = Session(QApplication.instance(), lambda: TODAY)  # type: ignore[arg-type]
    original = open_desk(folder / "river.foitrack", assets.reference())
    assert title(original) != "Written in the copy"
    again.show(original, str(folder / "river.foitrack"))
    assert again.window is not None
    calm(qtbot, again.window)
    assert "at a copy of this case file" in again.window.notice.label.text()
    again.close()
    copy = open_desk(target, assets.reference())
    assert title(copy) == "Written in the copy"
    copy.close()


def test_a_copy_that_cannot_be_made_leaves_all_as_it_was(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, folder / "again.foitrack")
    window.place_bar.button.click()
    qtbot.waitUntil(lambda: "Nothing was changed" in window.notice.label.text(), timeout=20_000)
    assert window.place == str(folder / "river.foitrack")
    desk = window.workspace.desk
    window.workspace.write(lambda: requests.edit(desk, 1, title="Still here"))
    calm(qtbot, window)
    assert title(desk) == "Still here"


def test_the_disk_goes_and_comes_back(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    watch = window.findChild(Company)
    assert watch is not None
    desk, failed = window.workspace.desk, list[Exception]()
    away = folder.rename(tmp_path / "in a drawer")
    window.workspace.write(lambda: requests.edit(desk, 1, title="Lost"), failed=failed.append)
    qtbot.waitUntil(window.reach.isVisible, timeout=20_000)
    assert "What you have typed stays" in window.reach.accessibleName()
    assert window.reach.elsewhere.isVisible()
    assert "cannot be reached" in str(failed[0])
    # What comes back is the same file in another place on the disk.
    shutil.copytree(away, folder)
    window.reach.button.click()
    qtbot.waitUntil(window.reach.isHidden, timeout=20_000)
    window.workspace.write(lambda: requests.edit(desk, 1, title="Kept"))
    calm(qtbot, window)
    assert title(desk) == "Kept"


@pytest.mark.parametrize("another", [False, True])
def test_a_form_is_saved_in_a_copy_where_the_file_is_gone(
    window: MainWindow,
    folder: Path,
    empty_made: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    another: bool,
) -> None:
    page = window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    page.show_argument(1)
    calm(qtbot, window)
    page.detail.deeds.edit()
    dialog = page.detail.findChild(EditRequestDialog)
    assert dialog is not None
    dialog.title_edit.setText("Typed before the disk went")
    calm(qtbot, window)
    folder.rename(tmp_path / "in a drawer")
    if another:
        folder.mkdir()
        shutil.copy(empty_made, folder / "river.foitrack")
    before = (folder / "river.foitrack").read_bytes() if another else b""
    dialog.accept_button.click()
    calm(qtbot, window)
    words = "Another file lies at" if another else "cannot be reached"
    assert words in dialog.problem.text()
    assert dialog.title_edit.text() == "Typed before the disk went"
    offer = dialog.findChild(QPushButton, moving.OFFER)
    assert offer is not None
    target = tmp_path / "saved.foitrack"
    choose(monkeypatch, target)
    offer.click()
    qtbot.waitUntil(lambda: window.place == str(target), timeout=20_000)
    calm(qtbot, window)
    assert dialog.isVisible()
    assert not offer.isVisible()
    dialog.accept_button.click()
    calm(qtbot, window)
    assert not window.reach.isVisible()
    assert title(window.workspace.desk) == "Typed before the disk went"
    kept = open_desk(target, assets.reference())
    assert title(kept) == "Typed before the disk went"
    kept.close()
    if another:
        assert (folder / "river.foitrack").read_bytes() == before
