"""Files and mails dropped on the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from foitrack.desk import responses
from foitrack.desk.arrivals import arrivals
from tests.ui.conftest import Settle
from ui.main_window import MainWindow


def test_files_may_be_dropped_on_any_page(
    window: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[object] = []
    monkeypatch.setattr("ui.recording.intake.record_files", lambda *args: taken.append(args[1:]))
    readers: list[object] = []
    monkeypatch.setattr("foitrack.desk.reading_in.make_ready", readers.append)
    letter = tmp_path / "letter.txt"
    letter.write_text("FOI 1", "utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(letter)), QUrl("https://example.org/x")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, dropped, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window.drop_sign.isVisible()
    settle(window.workspace)
    assert readers == [window.workspace.desk], "a reader starts while they are held"
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, buttons, keys)
    window.dropEvent(drop)
    assert not window.drop_sign.isVisible()
    assert taken == [([letter], None)]
    window.workspace.navigate.emit("record-files", ([str(letter)], 4))
    window.workspace.navigate.emit("record-files", [letter])
    assert taken[1:] == [([letter], 4), ([letter], None)]


def test_a_mail_dragged_out_of_a_mail_program_is_kept_as_it_came(
    window: MainWindow, settle: Settle
) -> None:
    mail = (
        b"From: foi@kent.example\r\nSubject: Your request 77/23: our answer\r\n"
        b"Date: Mon, 3 Apr 2023 10:00:00 +0100\r\n\r\nWe hold no information.\r\n"
    )
    dropped = QMimeData()
    dropped.setData("message/rfc822", mail)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, dropped, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, buttons, keys))
    settle(window.workspace)
    [came] = arrivals(window.workspace.desk)
    assert came.name == "Your request 77-23_ our answer.eml"
    kept = responses.proposal(window.workspace.desk, came.proposal_id).documents[0]
    assert responses.document_bytes(window.workspace.desk, kept.id) == mail


def test_a_dropped_letter_is_kept_and_opened_for_checking(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("FOI reference 77/23\n\n3 April 2023\n\nWe hold no information.", "utf-8")
    window.record_files([letter])
    settle(window.workspace)
    assert window.pages.current_name == "recording"
    assert window.notice.label.text() == "Kept letter.txt"
    assert window.actions_by_name["undo"].text() == "&Undo keep letter.txt"
    window.notice.undo.click()
    settle(window.workspace)
    assert not arrivals(window.workspace.desk)
    assert window.pages.current_name == "today"
