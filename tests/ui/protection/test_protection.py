"""Giving a case file a passphrase in the window, and opening one that has it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from foitrack import assets, passphrases
from foitrack.casefile import encryption, protecting
from foitrack.desk import protection
from foitrack.desk.desk import create, open_desk
from foitrack.progress import Progress
from tests.ui.conftest import Settle
from ui.actions import name_in_words
from ui.main_window import MainWindow
from ui.protection.asking import ask_at_the_start
from ui.protection.dialogs import OpenDialog, ProtectDialog, UnprotectDialog
from ui.safety.long_work import LongWork
from ui.session import Session

pytest.importorskip("sqlcipher3")
WORD = "four words are enough"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(encryption, "ROUNDS", 1000)
    monkeypatch.delenv(passphrases.VARIABLE, raising=False)
    encryption.forget()
    yield
    encryption.forget()
    passphrases.ask_by(None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "case.foitrack"
    create(place, assets.reference()).close()
    return place


@pytest.fixture
def session(dressed: QApplication, path: Path) -> Iterator[Session]:
    made = Session(dressed, lambda: date(2023, 3, 28))
    made.show(open_desk(path, assets.reference()), str(path))
    yield made
    made.close()


def said(widget: object) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))  # type: ignore[attr-defined]


def next_window(session: Session, before: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window that takes the place of another, once the case file is open again."""
    qtbot.waitUntil(lambda: session.window is not before, timeout=20_000)
    assert session.window is not None
    return session.window


def test_a_case_file_is_protected_and_shown_again(
    session: Session, path: Path, settle: Settle, qtbot: QtBot
) -> None:
    window = session.window
    assert window is not None
    settle(window.workspace)
    window.actions_by_name["protect-file"].trigger()
    [dialog] = window.findChildren(ProtectDialog)
    assert "nobody can open the case file" in said(dialog)
    for field in (dialog.field, dialog.again):
        assert field.echoMode() is QLineEdit.EchoMode.Password
        assert field.accessibleName()
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.field, "short")
    assert "Short" in dialog.hint.text()
    qtbot.keyClicks(dialog.again, "other")
    dialog.accept_button.click()
    assert "not the same" in dialog.problem.text()
    for field in (dialog.field, dialog.again):
        field.clear()
        qtbot.keyClicks(field, WORD)
    assert "Long enough" in dialog.hint.text()
    dialog.accept_button.click()
    shown = next_window(session, window, qtbot)
    assert protection.is_protected(path)
    settle(shown.workspace)
    assert "opens only with its passphrase" in shown.notice.label.text()
    assert name_in_words(shown.actions_by_name["protect-file"]) == "Change the passphrase"
    assert shown.actions_by_name["unprotect-file"].isVisible()


def test_a_passphrase_is_changed_and_taken_off_by_whoever_knows_it(
    dressed: QApplication, path: Path, settle: Settle, qtbot: QtBot
) -> None:
    protection.protect(path, WORD)
    session = Session(dressed, lambda: date(2023, 3, 28))
    window = session.show(open_desk(path, assets.reference()), str(path))
    settle(window.workspace)
    window.actions_by_name["protect-file"].trigger()
    [dialog] = window.findChildren(ProtectDialog)
    assert dialog.title.text() == "Change the passphrase"
    assert dialog.present is not None
    for field, typed in (
        (dialog.present.field, "wrong"),
        (dialog.field, "new"),
        (dialog.again, "new"),
    ):
        field.setText(typed)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: "does not open it" in dialog.problem.text())
    dialog.present.field.setText(WORD)
    dialog.accept_button.click()
    window = next_window(session, window, qtbot)
    settle(window.workspace)
    with pytest.raises(protection.WrongPassphraseError):
        protection.unlock(path, WORD)
    window.actions_by_name["unprotect-file"].trigger()
    [off] = window.findChildren(UnprotectDialog)
    assert "still need the passphrase" in said(off)
    off.field.setText("new")
    off.accept_button.click()
    window = next_window(session, window, qtbot)
    settle(window.workspace)
    assert not protection.is_protected(path)
    assert not window.actions_by_name["unprotect-file"].isVisible()
    assert "opens without a passphrase" in window.notice.label.text()
    session.close()


def test_it_can_be_stopped_and_the_window_stays_alive(
    session: Session, path: Path, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work waits until it is stopped: were it on the window's thread, nobody could stop it."""
    at_work: list[int] = []

    def write(_path: Path, _key: str, progress: Progress) -> None:
        for _ in range(2000):
            progress.tell("Writing the case file anew", 0.25)
            at_work.append(threading.get_ident())
            time.sleep(0.005)

    monkeypatch.setattr(protecting, "_write_anew", write)
    window = session.window
    assert window is not None
    settle(window.workspace)
    window.passphrase_wanted.emit(WORD)
    [dialog] = window.findChildren(LongWork)
    qtbot.waitUntil(lambda: dialog.bar.value() == 250)
    assert dialog.told.text() == "Writing the case file anew…"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    shown = next_window(session, window, qtbot)
    settle(shown.workspace)
    assert set(at_work).isdisjoint({threading.get_ident()})
    assert "Stopped, as you asked" in shown.notice.label.text()
    assert not protection.is_protected(path)


def test_a_protected_file_asks_before_it_is_shown(
    session: Session, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    other = tmp_path / "other.foitrack"
    create(other, assets.reference()).close()
    protection.protect(other, WORD)
    encryption.forget()
    window = session.window
    assert window is not None
    session.opening.open_file(other)
    qtbot.waitUntil(lambda: bool(window.findChildren(OpenDialog)))
    [dialog] = window.findChildren(OpenDialog)
    assert "other.foitrack" in said(dialog)
    dialog.field.setText("wrong")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open it" in dialog.problem.text())
    assert dialog.field.text() == ""
    dialog.field.setText(WORD)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.window is not window)
    assert session.window is not None
    assert session.window.place == str(other)
    settle(session.window.workspace)


def test_the_program_that_starts_asks_first(dressed: QApplication, path: Path) -> None:
    protection.protect(path, WORD)
    encryption.forget()

    def type_it() -> None:
        [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, OpenDialog)]
        dialog.field.setText(WORD)
        dialog.accept_button.click()

    QTimer.singleShot(0, type_it)
    assert ask_at_the_start(path) == WORD
