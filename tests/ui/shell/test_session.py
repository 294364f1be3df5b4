"""A session of several case files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import requests
from foitrack.desk.desk import open_desk
from foitrack.desk.views import RequestFilter
from tests.ui.conftest import TODAY, Settle
from ui import remembered, theme
from ui.session import Session
from ui.workspace import Workspace


@pytest.fixture
def days() -> list[date]:
    """The day it is, last; a test may go on to another."""
    return [TODAY]


@pytest.fixture
def session(
    dressed: QApplication, workspace: Workspace, settle: Settle, days: list[date]
) -> Iterator[Session]:
    made = Session(dressed, lambda: days[-1])
    made.show(workspace.desk, "examples.foitrack")
    assert made.window is not None
    settle(made.window.workspace)
    yield made
    if made.window is not None:
        settle(made.window.workspace)
    made.close()


def test_another_case_file_takes_the_place_of_the_first(
    session: Session, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    first = session.window
    assert first is not None
    path = tmp_path / "new.foitrack"
    first.new_file_wanted.emit(path)
    qtbot.waitUntil(lambda: session.window is not first, timeout=10_000)
    second = session.window
    assert second is not None
    settle(second.workspace)
    assert path.exists()
    assert second.place == str(path)
    assert path in remembered.recent_files()
    assert second.menus.recent.menuAction().isVisible()


@pytest.mark.parametrize("content", [None, b"not a case file at all"])
def test_a_file_that_cannot_be_opened_changes_nothing(
    session: Session, settle: Settle, tmp_path: Path, content: bytes | None
) -> None:
    window = session.window
    assert window is not None
    path = tmp_path / "other.foitrack"
    if content is not None:
        path.write_bytes(content)
    window.open_file_wanted.emit(path)
    settle(window.workspace)
    assert session.window is window
    assert window.notice.isVisible()
    assert path.name in window.notice.label.text()
    assert path.exists() == (content is not None)


def test_the_examples_are_made_once_and_opened(
    session: Session,
    settle: Settle,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("foitrack.asked.usual_case_file", lambda: tmp_path / "data" / "r.foitrack")
    for _ in range(2):
        before = session.window
        session.opening.open_examples()
        qtbot.waitUntil(lambda before=before: session.window is not before, timeout=20_000)
        assert session.window is not None
        settle(session.window.workspace)
    desk = open_desk(tmp_path / "data" / "examples.foitrack", assets.reference())
    assert requests.count(desk, RequestFilter(), today=TODAY) == 5
    desk.close()


def test_past_midnight_the_screens_look_again(
    session: Session, settle: Settle, qtbot: QtBot, days: list[date]
) -> None:
    assert session.window is not None
    workspace = session.window.workspace
    with qtbot.assertNotEmitted(workspace.changed):
        session.look_at_the_day()
    days.append(TODAY + timedelta(days=1))
    with qtbot.waitSignal(workspace.changed):
        session.look_at_the_day()
    assert workspace.today == TODAY + timedelta(days=1)
    settle(workspace)


def test_another_text_size_lays_the_window_out_anew(
    session: Session, settle: Settle, dressed: QApplication
) -> None:
    first = session.window
    assert first is not None
    first.go("deadlines")
    session.set_text_size(150)
    second = session.window
    assert second is not None
    assert second is not first
    theme.apply(dressed, "dark")
    assert second.workspace.desk is first.workspace.desk
    assert second.workspace.tasks is first.workspace.tasks
    assert second.pages.current_name == "deadlines"
    assert theme.scale() == 1.5
    settle(second.workspace)
