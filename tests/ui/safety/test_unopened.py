"""A damaged case file in the window: its backups are offered, and what can be read is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.casefile import encryption
from foitrack.desk import protection, requests, safety
from foitrack.desk.desk import Desk, create, open_desk
from foitrack.desk.views import NewRequest, RequestFilter, SortKey
from foitrack.errors import PlainError
from tests.ui.conftest import TODAY, Settle
from ui.main_window import MainWindow
from ui.protection.dialogs import OpenDialog
from ui.requests.question import Question
from ui.safety import closed_work
from ui.safety.closed_work import ClosedWork
from ui.safety.restore_dialog import RestoreDialog
from ui.safety.unopened import ask_what_to_do
from ui.session import Session


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A case file with a request and a backup, cut short."""
    path = tmp_path / "spoilt.foitrack"
    desk = create(path, assets.reference())
    requests.log(desk, NewRequest("Zanzibar", "Kent Police"), today=TODAY)
    safety.backup(desk)
    desk.close()
    path.write_bytes(path.read_bytes()[:-5000])
    return path


@pytest.fixture
def session(dressed: QApplication, tmp_path: Path) -> Iterator[Session]:
    other = tmp_path / "other.foitrack"
    made = Session(dressed, lambda: TODAY)
    made.show(create(other, assets.reference()), str(other))
    yield made
    made.close()


def titles(window: MainWindow) -> list[str]:
    desk = window.workspace.desk
    ids = requests.ids(desk, RequestFilter(), SortKey.DUE, False, today=TODAY)
    return [row.title for row in requests.rows(desk, ids, today=TODAY)]


def offered(window: MainWindow, qtbot: QtBot) -> RestoreDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(RestoreDialog)), timeout=20_000)
    [dialog] = window.findChildren(RestoreDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    return dialog


def test_opening_it_offers_the_newest_backup(
    session: Session, damaged: Path, settle: Settle, qtbot: QtBot
) -> None:
    window = session.window
    assert window is not None
    spoilt = damaged.read_bytes()
    session.opening.open_file(damaged)
    dialog = offered(window, qtbot)
    assert "1 request would come back: Zanzibar" in dialog.changes.text()
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: session.window is not window, timeout=20_000)
    assert session.window is not None
    settle(session.window.workspace)
    assert titles(session.window) == ["Zanzibar"]
    [aside] = damaged.parent.glob("*(set aside *).foitrack")
    assert aside.read_bytes() == spoilt


def test_started_with_it_what_can_be_read_is_saved(dressed: QApplication, damaged: Path) -> None:
    spoilt = damaged.read_bytes()

    def press() -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, RestoreDialog):
                one.rescue.click()
                return
        QTimer.singleShot(20, press)

    QTimer.singleShot(0, press)
    found = ask_what_to_do(damaged, "It is damaged.")
    assert found is not None
    desk, path, said = found
    desk.close()
    assert path.parent == damaged.parent
    assert path.name.startswith("spoilt (saved ")
    assert "the damaged file stays where it is" in said
    assert damaged.read_bytes() == spoilt


def test_a_protected_file_with_a_spoilt_beginning_comes_back_too(
    session: Session,
    damaged: Path,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("sqlcipher3")
    monkeypatch.setattr(encryption, "ROUNDS", 1000)
    path = damaged.with_name("protected.foitrack")
    desk = create(path, assets.reference())
    requests.log(desk, NewRequest("Hidden", "Kent Police"), today=TODAY)
    desk.close()
    protection.protect(path, "four words")
    desk = open_desk(path, assets.reference())
    safety.backup(desk)
    desk.close()
    path.write_bytes(b"\x01" + path.read_bytes()[1:])
    encryption.forget()
    window = session.window
    assert window is not None
    session.opening.open_file(path)
    qtbot.waitUntil(lambda: bool(window.findChildren(OpenDialog)), timeout=20_000)
    [asking] = window.findChildren(OpenDialog)
    asking.field.setText("four words")
    asking.accept_button.click()
    offered(window, qtbot).accept_button.click()
    qtbot.waitUntil(lambda: session.window is not window, timeout=20_000)
    assert session.window is not None
    settle(session.window.workspace)
    assert titles(session.window) == ["Hidden"]
    assert protection.is_protected(path)
    encryption.forget()


def test_what_cannot_be_opened_again_is_tried_again_or_left(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = session.window
    assert window is not None
    work = ClosedWork(window, "Restoring a backup", lambda _path, _progress: "")
    tried: list[Path] = []

    def refuse(path: Path) -> Desk:
        tried.append(path)
        raise PlainError("The disk is gone.")

    monkeypatch.setattr(closed_work, "open_again", refuse)

    def asked() -> Question:
        qtbot.waitUntil(lambda: bool(questions()), timeout=20_000)
        [question] = questions()
        return question

    def questions() -> list[Question]:
        return [one for one in window.findChildren(Question) if one.isVisible()]

    work.begin()
    assert asked().follows.text() == "The disk is gone."
    asked().accept_button.click()
    qtbot.waitUntil(lambda: len(tried) == 2, timeout=20_000)
    again = asked()
    with qtbot.waitSignal(work.given_up):
        again.cancel.click()
