"""Files handed over while the case file is closed for a while, and writing when the window goes."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import campaigns, requests, safety
from foitrack.desk.arrivals import arrivals
from foitrack.desk.desk import open_desk
from foitrack.progress import Progress
from tests.ui.conftest import TODAY
from tests.ui.safety.test_care import at_once, calm, path, session
from ui.requests.page import RequestsPage
from ui.session import Session
from ui.tasks import Tasks

__all__ = ["at_once", "path", "session"]


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"letter {number}.txt" for number in (1, 2, 3)]
    for number, one in enumerate(made):
        one.write_text(f"Dear Ms Grundy\n\nThe answer is {number}.\n")
    return made


def test_files_that_come_while_it_is_closed_are_taken_after(
    qtbot: QtBot, session: Session, letters: list[Path]
) -> None:
    calm(qtbot, session)
    window = session.window
    assert window is not None
    closed, go_on = threading.Event(), threading.Event()

    def deed(path: Path, progress: Progress) -> str:
        closed.set()
        assert go_on.wait(20)
        return "Done"

    # One just before: it is not kept yet when the file is let go of.
    window.record_files(letters[:1], 1)
    session._while_closed("Working", deed)
    qtbot.waitUntil(closed.is_set, timeout=20_000)
    assert session.first is None
    session._come_forward([str(letters[1])])
    window.record_files(letters[2:])
    go_on.set()
    qtbot.waitUntil(lambda: session.window is not window, timeout=20_000)
    calm(qtbot, session)
    assert session.window is not None
    desk = session.window.workspace.desk
    found = {one.name: one.request for one in arrivals(desk)}
    assert set(found) == {one.name for one in letters}
    given = found[letters[0].name]
    assert given is not None
    assert given.id == 1


def test_after_a_restore_they_go_to_no_request_by_number(
    qtbot: QtBot, session: Session, letters: list[Path]
) -> None:
    calm(qtbot, session)
    window = session.window
    assert window is not None
    assert window.workspace.desk.case.path is not None
    [backup, *_] = safety.listed(window.workspace.desk.case.path.with_name("examples backups"))
    session.restore(backup)
    # The number is one of the file that is set aside.
    window.record_files(letters[:1], 1)
    qtbot.waitUntil(lambda: session.window is not window, timeout=20_000)
    calm(qtbot, session)
    assert session.window is not None
    [found] = arrivals(session.window.workspace.desk)
    assert found.name == letters[0].name
    assert found.request is None


def test_what_was_written_last_is_kept_though_the_window_goes(
    qtbot: QtBot, session: Session, path: Path
) -> None:
    calm(qtbot, session)
    window = session.window
    assert window is not None
    busy = threading.Event()
    window.workspace.read(lambda: busy.wait(0.3), lambda _: None)
    desk = window.workspace.desk
    window.workspace.write(lambda: campaigns.create(desk, "Written last"))
    session.close()
    again = open_desk(path, assets.reference())
    assert "Written last" in [one.name for one in campaigns.all(again)]
    again.close()


def test_notes_typed_last_are_kept_though_the_window_goes(
    qtbot: QtBot, session: Session, path: Path
) -> None:
    calm(qtbot, session)
    window = session.window
    assert window is not None
    window.go("requests")
    calm(qtbot, session)
    page = window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    page.open_request(1)
    calm(qtbot, session)
    page.detail.show_tab("notes")
    page.detail.notes.edit.setFocus()
    page.detail.notes.edit.setPlainText("Typed last")
    busy = threading.Event()
    window.workspace.read(lambda: busy.wait(0.3), lambda _: None)
    window.close()
    session.close()
    again = open_desk(path, assets.reference())
    assert requests.detail(again, 1, today=TODAY).notes == "Typed last"
    again.close()


def test_what_must_be_done_is_done_though_no_more_is_begun(qtbot: QtBot) -> None:
    tasks, gate, done = Tasks(), threading.Event(), list[str]()
    tasks.run(lambda: gate.wait(5), lambda _: None)
    tasks.run(lambda: done.append("asked"), lambda _: None)
    tasks.run(lambda: done.append("written"), lambda _: None, must=True)
    tasks.stop()
    gate.set()
    tasks.wait()
    tasks.run(lambda: done.append("too late"), lambda _: None, must=True)
    assert done == ["written"]
