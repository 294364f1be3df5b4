"""Notifications outside the window: only where asked for, once each, and leading back into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import requests
from foitrack.desk.announcing import Announcement, Quiet, Told
from foitrack.desk.desk import create
from foitrack.desk.views import NewRequest
from foitrack.law.terms import Event, EventKind
from tests.ui.conftest import TODAY, Settle
from ui.main_window import MainWindow
from ui.presence import choices
from ui.presence.presence import Presence
from ui.presence.tray import Tray
from ui.remembered import remember
from ui.session import Session

NOON, NIGHT = time(12), time(23)


class Desktop(QObject):
    """Stands where the icon beside the clock would, and keeps what it was told to show."""

    open_wanted = Signal()
    new_request_wanted = Signal()
    quit_wanted = Signal()
    followed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[Announcement] = []
        self.there = True

    def say(self, one: Announcement) -> None:
        self.shown.append(one)

    def leave(self) -> None:
        self.there = False


class Clock:
    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> time:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(
    dressed: QApplication,
    tmp_path: Path,
    clock: Clock,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Session]:
    monkeypatch.setattr("ui.presence.presence.APART_MS", 0)
    made = Session(dressed, lambda: TODAY)
    made.presence = Presence(made, clock, Desktop, lambda: True)  # type: ignore[arg-type]
    path = tmp_path / "own.foitrack"
    desk = create(path, assets.reference())
    sent = date(2022, 12, 20)
    new = NewRequest("Dismissals", "Kent Police", sent_on=sent)
    number = requests.log(desk, new, today=TODAY).new_id
    assert number is not None
    answer = Event(EventKind.RESPONSE, date(2023, 2, 2), None, "")
    requests.add_event(desk, number, answer, today=TODAY)
    made.show(desk, str(path))
    settle(window_of(made).workspace)
    yield made
    settle(window_of(made).workspace)
    made.close()


def window_of(session: Session) -> MainWindow:
    assert session.window is not None
    return session.window


def icon(session: Session) -> Desktop:
    return cast("Desktop", session.presence.tray)


@pytest.fixture
def said(session: Session, settle: Settle, qtbot: QtBot) -> Callable[[], list[Announcement]]:
    """Looks, and hands back all that the icon was told to show so far."""

    def look() -> list[Announcement]:
        session.presence.look()
        settle(window_of(session).workspace)
        qtbot.wait(5)
        return list(icon(session).shown) if session.presence.tray else []

    return look


def test_nothing_is_there_until_it_is_asked_for(
    session: Session, said: Callable[[], list[Announcement]]
) -> None:
    assert said() == []
    assert session.presence.tray is None
    choices.choose(on=True)
    tray = icon(session)
    summary, right = said()
    assert "1 internal review needs a look." in summary.body
    assert right.title.endswith("to ask for an internal review")
    assert "Kent" not in right.body
    choices.choose(on=False)
    assert session.presence.tray is None
    assert not tray.there


def test_each_is_said_once_also_after_a_new_start(
    session: Session, said: Callable[[], list[Announcement]]
) -> None:
    choices.choose(on=True, names=True)
    first = said()
    assert len(first) == 2
    assert "Kent Police, Dismissals" in first[1].body
    assert said() == first
    choices.choose(on=False)
    choices.choose(on=True)
    assert said() == []
    window_of(session).workspace.today = TODAY + timedelta(days=1)
    assert [one.title for one in said()] == ["What needs you today"]


def test_in_quiet_hours_it_waits(
    session: Session, clock: Clock, said: Callable[[], list[Announcement]]
) -> None:
    clock.at = NIGHT
    choices.choose(on=True)
    assert said() == []
    clock.at = NOON
    assert len(said()) == 2


def test_a_notification_leads_to_what_it_was_about(
    session: Session, said: Callable[[], list[Announcement]], settle: Settle
) -> None:
    window = window_of(session)
    choices.choose(on=True)
    summary, right = said()
    tray = icon(session)
    window.go("reports")
    tray.followed.emit(summary)
    assert window.pages.current_name == "today"
    tray.followed.emit(right)
    assert window.pages.current_name == "requests"
    settle(window.workspace)
    window.hide()
    tray.open_wanted.emit()


def test_where_the_desktop_has_no_place_nothing_is_tried(session: Session) -> None:
    session.presence._can_be = lambda: False
    choices.choose(on=True)
    assert session.presence.tray is None


def test_another_window_of_the_file_keeps_the_one_icon(session: Session, settle: Settle) -> None:
    choices.choose(on=True)
    tray = session.presence.tray
    session.set_text_size(125)
    settle(window_of(session).workspace)
    assert session.presence.tray is tray
    session.set_text_size(100)


def test_what_was_chosen_and_said_is_remembered_and_rubbish_is_what_is_usual(
    dressed: QApplication,
) -> None:
    assert choices.choices() == choices.Choices()
    hours = Quiet(time(22, 30), time(7, 15))
    choices.choose(on=True, hours=hours, keeps_quiet=False)
    assert choices.choices() == choices.Choices(True, False, False, hours)
    remember("quiet-from", "whenever")
    assert choices.choices().hours.start == choices.USUAL.start
    kept = Told(TODAY, frozenset({"2023-03-30 1 review"}))
    choices.remember_told("/somewhere/a.foitrack", kept)
    assert choices.told("/somewhere/a.foitrack") == kept
    assert choices.told("/somewhere/b.foitrack") == Told()
    for rubbish in ("", "[]", "{", '{"summary": 3}', '{"summary": "soon"}', '{"rights": 1}'):
        remember(choices._key("/somewhere/c.foitrack"), rubbish)
        assert choices.told("/somewhere/c.foitrack") == Told()


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_the_icons_menu_names_what_it_does(qapp: QApplication) -> None:
    tray = Tray(qapp)
    opened: list[str] = []
    tray.open_wanted.connect(lambda: opened.append("open"))
    tray.new_request_wanted.connect(lambda: opened.append("new"))
    tray.quit_wanted.connect(lambda: opened.append("quit"))
    actions = [one for one in tray.menu.actions() if one.text()]
    for action in actions:
        action.trigger()
    assert opened == ["open", "new", "quit"]
    followed: list[object] = []
    tray.followed.connect(followed.append)
    tray._icon.messageClicked.emit()
    assert followed == []
    one = Announcement("Title", "Body", (1,))
    tray.say(one)
    tray._icon.messageClicked.emit()
    assert followed == [one]
    tray.leave()
