"""The window looks after the case file: quietly, and with words where something is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.casefile import holding
from foitrack.desk import campaigns, safety
from foitrack.desk.desk import open_desk
from tests.ui.conftest import TODAY
from ui.safety import care
from ui.safety.backups_dialog import BackupsDialog
from ui.safety.restore_dialog import RestoreDialog
from ui.session import Session
from ui.single_instance import FirstInstance, name_for
from ui.workspace import Workspace


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(care, "LATER_MS", 0)


@pytest.fixture
def path(workspace: Workspace) -> Path:
    """A closed copy of the examples."""
    workspace.close()
    assert workspace.desk.case.path is not None
    return workspace.desk.case.path


@pytest.fixture
def session(dressed: QApplication, path: Path) -> Iterator[Session]:
    made = Session(dressed, lambda: TODAY)
    made.show(open_desk(path, assets.reference()), str(path))
    yield made
    made.close()


def calm(qtbot: QtBot, session: Session) -> None:
    def quiet() -> bool:
        window = session.window
        return window is None or window.workspace.tasks.idle()

    qtbot.wait(20)
    qtbot.waitUntil(quiet, timeout=20_000)


def said(session: Session) -> str:
    assert session.window is not None
    return session.window.notice.label.text()


def test_it_is_backed_up_when_opened_and_when_closed(
    qtbot: QtBot, session: Session, path: Path
) -> None:
    calm(qtbot, session)
    folder = path.with_name("examples backups")
    assert [one.reason for one in safety.listed(folder)] == ["daily"]
    assert session.window is not None
    workspace = session.window.workspace
    workspace.write(lambda: campaigns.create(workspace.desk, "New one"))
    calm(qtbot, session)
    session.close()
    assert sorted(one.reason for one in safety.listed(folder)) == ["closing", "daily"]
    assert not holding.note_of(path).exists()


def test_the_file_menu_checks_the_file(qtbot: QtBot, session: Session) -> None:
    calm(qtbot, session)
    assert session.window is not None
    session.window.actions_by_name["check-file"].trigger()
    calm(qtbot, session)
    assert said(session) == "The case file is whole."


def test_back_up_now_goes_where_one_says(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm(qtbot, session)
    chosen = tmp_path / "usb"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    assert session.window is not None
    session.window.actions_by_name["back-up"].trigger()
    calm(qtbot, session)
    assert len(safety.listed(chosen)) == 1
    assert str(chosen / "examples backups") in said(session)


def test_the_file_menu_says_where_backups_are_and_keeps_them_elsewhere(
    qtbot: QtBot, session: Session, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm(qtbot, session)
    assert session.window is not None
    session.window.actions_by_name["backups"].trigger()
    [dialog] = session.window.findChildren(BackupsDialog)
    calm(qtbot, session)
    box = dialog.box
    assert box.place.text() == str(path.with_name("examples backups"))
    assert "made daily" in box.newest.text()
    assert box.count.text().startswith("1 backup, ")
    assert box.beside.isHidden()
    (tmp_path / "a file").touch()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "a file"))
    box.another.click()
    calm(qtbot, session)
    assert "No backup could be made in" in box.said.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "usb"))
    box.another.click()
    calm(qtbot, session)
    assert box.place.text() == str(tmp_path / "usb" / "examples backups")
    assert f"stay in {path.with_name('examples backups')}" in box.said.text()
    assert "none there yet" in box.newest.text()
    box.now.click()
    calm(qtbot, session)
    assert "made by hand" in box.newest.text()
    assert not box.beside.isHidden()
    box.restore.click()
    calm(qtbot, session)
    [restoring] = session.window.findChildren(RestoreDialog)
    assert restoring.list.count() == 2
    restoring.reject()


def test_where_there_is_no_backup_that_is_said_and_nothing_empty_is_shown(
    workspace: Workspace, settle: Callable[[Workspace], None], qtbot: QtBot
) -> None:
    dialog = RestoreDialog(workspace, None)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(workspace)
    assert "no backups" in dialog.changes.text()
    assert not dialog.list.isVisible()
    assert not dialog.heading.isVisible()


def test_restoring_shows_first_what_it_would_change(
    qtbot: QtBot, session: Session, path: Path
) -> None:
    calm(qtbot, session)
    assert session.window is not None
    desk = session.window.workspace.desk
    with desk.case.writing() as writing:
        writing.connection().exec_driver_sql("UPDATE request SET title = 'Spoilt' WHERE id = 1")
    session.window.actions_by_name["restore-backup"].trigger()
    calm(qtbot, session)
    [dialog] = session.window.findChildren(RestoreDialog)
    calm(qtbot, session)
    assert dialog.list.count() == 1
    assert "1 request would be as then: Spoilt" in dialog.changes.text()
    window = session.window
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: session.window is not window, timeout=20_000)
    calm(qtbot, session)
    assert "The file that was there is now" in said(session)
    with session.window.workspace.desk.case.reading() as reading:
        query = "SELECT count(*) FROM request WHERE title = 'Spoilt'"
        assert reading.connection().exec_driver_sql(query).scalar() == 0
    assert len(list(path.parent.glob("*(set aside *"))) == 1


def test_damage_is_told_and_a_backup_offered(qtbot: QtBot, session: Session, path: Path) -> None:
    calm(qtbot, session)
    assert session.window is not None
    with session.window.workspace.desk.case.writing() as writing:
        writing.connection().exec_driver_sql("UPDATE content SET bytes = x'00'")
    session.window.actions_by_name["check-file"].trigger()
    calm(qtbot, session)
    [dialog] = session.window.findChildren(RestoreDialog)
    calm(qtbot, session)
    assert dialog.list.count() == 1
    assert len(list(path.parent.glob("examples (damaged *).foitrack"))) == 1
    dialog.reject()


def test_after_a_bad_end_the_file_is_checked(
    qtbot: QtBot, dressed: QApplication, path: Path
) -> None:
    desk = open_desk(path, assets.reference())
    with desk.case.writing() as writing:
        writing.connection().exec_driver_sql("UPDATE content SET bytes = x'00'")
    desk.case.close()
    made = Session(dressed, lambda: TODAY)
    made.show(open_desk(path, assets.reference()), str(path))
    calm(qtbot, made)
    assert made.window is not None
    assert made.window.findChildren(RestoreDialog)
    made.close()


def test_who_else_has_it_open_is_told(qtbot: QtBot, dressed: QApplication, path: Path) -> None:
    note = {"user": "ada", "computer": "desk-3", "process": 7, "since": "2026-11-21T08:30:00+00:00"}
    holding.note_of(path).write_text(json.dumps(note))
    made = Session(dressed, lambda: TODAY)
    made.show(open_desk(path, assets.reference()), str(path))
    calm(qtbot, made)
    assert "in use by ada on desk-3 since 21 November 2026, 08:30 UTC" in said(made)
    made.close()
    assert holding.note_of(path).exists()


ASK = """
import sys
from pathlib import Path
from ui.single_instance import hand_over
sys.exit(0 if hand_over(Path(sys.argv[1]), sys.argv[2:]) else 3)
"""


def test_a_second_start_hands_its_files_to_the_first(
    qtbot: QtBot, dressed: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "case.foitrack"
    path.touch()
    command = [sys.executable, "-c", ASK, str(path), "/letters/one.pdf"]
    assert subprocess.run(command, check=False).returncode == 3
    first = FirstInstance(dressed)
    heard: list[list[str]] = []
    first.asked.connect(heard.append)
    assert first.stand_for(path)
    asking = subprocess.Popen(command)
    qtbot.waitUntil(lambda: asking.poll() is not None, timeout=20_000)
    assert asking.returncode == 0
    assert heard == [["/letters/one.pdf"]]
    assert name_for(path) != name_for(tmp_path / "other.foitrack")
