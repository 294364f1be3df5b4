"""Everything out as JSON and in again from the window; and the bin is told of when it is time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import exporting, requests
from foitrack.desk.desk import Desk, open_desk
from foitrack.progress import Progress
from tests.ui.conftest import TODAY, Settle
from ui.main_window import MainWindow
from ui.safety import care
from ui.safety.long_work import LongWork
from ui.session import Session
from ui.workspace import Workspace


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


def shown(session: Session) -> MainWindow:
    assert session.window is not None
    return session.window


def choose(monkeypatch: pytest.MonkeyPatch, name: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def test_everything_goes_out_and_comes_in_as_a_new_case_file(
    session: Session, path: Path, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, out, new = shown(session), path.with_name("all.json"), path.with_name("new.foitrack")
    settle(window.workspace)
    choose(monkeypatch, "getSaveFileName", out)
    window.actions_by_name["export"].trigger()
    [dialog] = window.findChildren(LongWork)
    shows: list[object] = []
    dialog.finished.connect(lambda _: shows.append(dialog.isVisible()))
    qtbot.waitUntil(lambda: "records were exported to" in window.notice.label.text())
    assert shows == [False]
    choose(monkeypatch, "getOpenFileName", out)
    choose(monkeypatch, "getSaveFileName", new)
    window.actions_by_name["import"].trigger()
    qtbot.waitUntil(lambda: session.window is not window, timeout=20_000)
    settle(shown(session).workspace)
    assert shown(session).place == str(new)
    said = shown(session).notice.label.text()
    assert said.startswith("5 requests, ")
    assert "deleting the file takes it away" in said
    again = path.with_name("again.json")
    exporting.to_json_file(shown(session).workspace.desk, again)
    assert again.read_bytes() == out.read_bytes()


def test_what_cannot_come_in_is_said_plainly(
    session: Session, path: Path, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, bad = shown(session), path.with_name("bad.json")
    settle(window.workspace)
    bad.write_text('{"format": "another"}')
    choose(monkeypatch, "getOpenFileName", bad)
    choose(monkeypatch, "getSaveFileName", path.with_name("new.foitrack"))
    window.actions_by_name["import"].trigger()
    qtbot.waitUntil(lambda: "no export of a case file" in window.notice.label.text())
    assert not path.with_name("new.foitrack").exists()
    choose(monkeypatch, "getOpenFileName", path.with_name("bad.json"))
    choose(monkeypatch, "getSaveFileName", path)
    window.actions_by_name["import"].trigger()
    qtbot.waitUntil(lambda: "is there already" in window.notice.label.text())
    assert session.window is window


def test_an_export_can_be_stopped(
    session: Session, path: Path, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, out = shown(session), path.with_name("all.json")
    settle(window.workspace)
    begun: list[float | None] = []

    def slow(desk: Desk, path: Path, progress: Progress) -> int:
        while True:
            progress.tell("Exporting", 0.5)
            begun.append(0.5)
            time.sleep(0.005)

    monkeypatch.setattr(exporting, "to_json_file", slow)
    choose(monkeypatch, "getSaveFileName", out)
    window.actions_by_name["export"].trigger()
    [dialog] = window.findChildren(LongWork)
    assert dialog.isHidden()
    qtbot.waitUntil(lambda: bool(begun) and dialog.isVisible())
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
    qtbot.waitUntil(lambda: "Stopped, as you asked" in window.notice.label.text())
    assert not out.exists()


def test_what_lies_long_in_the_bin_is_told_at_the_start(
    dressed: QApplication, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(care, "LATER_MS", 0)
    desk = open_desk(path, assets.reference())
    long_ago = datetime.now(UTC) - timedelta(days=31)
    requests.bin(replace(desk, now=lambda: long_ago), 1)
    requests.bin(desk, 2)
    desk.close()
    session = Session(dressed, lambda: TODAY)
    session.show(open_desk(path, assets.reference()), str(path))
    said = shown(session).notice.label
    qtbot.waitUntil(lambda: said.text().startswith("1 request in the bin for more than 30 days"))
    session.close()
