"""Giving a case file a passphrase in the window, and opening one that has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from foitrack import assets, passphrases
from foitrack.casefile import encryption
from foitrack.desk import protection
from foitrack.desk.desk import create, open_desk
from tests.ui.conftest import Settle
from ui.app import Session
from ui.protection.asking import ask_at_the_start
from ui.protection.dialogs import OpenDialog, ProtectDialog

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
    assert session.window is not window
    assert protection.is_protected(path)
    assert session.window is not None
    settle(session.window.workspace)
    assert "opens only with its passphrase" in session.window.notice.label.text()
    again = ProtectDialog(path)
    qtbot.addWidget(again)
    assert again.title.text() == "Change the passphrase"


def test_a_protected_file_asks_before_it_is_shown(
    session: Session, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    other = tmp_path / "other.foitrack"
    create(other, assets.reference()).close()
    protection.protect(other, WORD)
    encryption.forget()
    window = session.window
    assert window is not None
    session.open_file(other)
    qtbot.waitUntil(lambda: bool(window.findChildren(OpenDialog)))
    [dialog] = window.findChildren(OpenDialog)
    assert "other.foitrack" in said(dialog)
    dialog.field.setText("wrong")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert "does not open it" in dialog.problem.text()
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
