"""A window on a server: what others write shows by itself, and a server that goes comes again."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from foitrack.desk import history, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import Changed
from tests.postgres_server import Server
from tests.ui.conftest import TODAY
from tests.ui.team.conftest import settled
from ui.main_window import MainWindow
from ui.remembered import recent_servers
from ui.requests.edit_request import EditRequestDialog
from ui.requests.page import RequestsPage
from ui.session import Session
from ui.team.company import Company


@pytest.fixture(autouse=True)
def listening(window: MainWindow, qtbot: QtBot) -> Company:
    found = window.findChild(Company)
    assert found is not None
    qtbot.waitUntil(found._watch.ready.is_set, timeout=20_000)
    return found


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> RequestsPage:
    shown = window.pages.currentWidget()
    assert isinstance(shown, RequestsPage)
    shown.open_request(1)
    settled(qtbot, window)
    return shown


def test_it_says_where_it_is_and_offers_what_applies(
    window: MainWindow, postgres: Server, session: Session
) -> None:
    assert "on 127.0.0.1 – FOI Track" in window.windowTitle()
    assert "your team's server" in window.sidebar._foot.text()
    for shown in (window.place, window.windowTitle(), *recent_servers()):
        assert postgres.password not in shown
    assert recent_servers() == (window.place,)
    hidden = {name for name in ("back-up", "restore-backup", "check-file", "protect-file")
              if not window.actions_by_name[name].isVisible()}  # fmt: skip
    assert len(hidden) == 4
    assert window.actions_by_name["open-server"].isVisible()
    assert window.menus.recent.menuAction().isVisible()


def test_what_another_writes_shows_by_itself(
    page: RequestsPage, window: MainWindow, ada: Desk, qtbot: QtBot
) -> None:
    told: list[Changed] = []
    window.workspace.changed.connect(told.append)
    requests.edit(ada, 1, title="River levels")
    requests.edit(ada, 1, notes="Ada rang")
    facts = page.detail.header.facts
    qtbot.waitUntil(lambda: facts.accessibleName().startswith("River levels"), timeout=20_000)
    qtbot.waitUntil(lambda: page.detail.notes.edit.toPlainText() == "Ada rang", timeout=20_000)
    assert {change.request_ids for change in told} == {(1,)}
    assert len(told) <= 2
    assert window.notice.label.text() == "Changed by ada"
    assert window.notice.undo.isHidden()


def test_one_does_not_hear_oneself(window: MainWindow, ada: Desk, qtbot: QtBot) -> None:
    told: list[Changed] = []
    window.workspace.changed.connect(told.append)
    desk = window.workspace.desk
    window.workspace.write(lambda: requests.edit(desk, 1, notes="Mine"))
    settled(qtbot, window)
    requests.edit(ada, 1, title="Ada's")
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    assert [change.undo_label for change in told] == ["Edit request", ""]


def test_undo_takes_back_nothing_of_anothers_unseen(
    window: MainWindow, ada: Desk, qtbot: QtBot
) -> None:
    desk = window.workspace.desk
    window.workspace.write(lambda: requests.edit(desk, 1, notes="Mine"))
    settled(qtbot, window)
    offered = window.notice.undo
    assert not offered.isHidden()
    requests.edit(ada, 1, title="Ada's")
    offered.click()
    settled(qtbot, window)
    assert requests.detail(ada, 1, today=TODAY).row.title == "Ada's"
    assert "ada has done this since" in window.notice.label.text()
    # The menu names it by now, so it can be meant.
    window.actions_by_name["undo"].trigger()
    settled(qtbot, window)
    row = requests.detail(ada, 1, today=TODAY)
    assert (row.row.title, row.notes) == ("River alarms", "Mine")


def test_the_server_goes_and_comes_again_with_a_form_open(
    page: RequestsPage,
    window: MainWindow,
    postgres: Server,
    ada: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.detail.deeds.edit()
    dialog = page.detail.findChild(EditRequestDialog)
    assert dialog is not None
    dialog.title_edit.setText("Typed before the server went")
    settled(qtbot, window)
    steps = len(history.entries(window.workspace.desk))
    postgres.stop()
    try:
        qtbot.waitUntil(window.reach.isVisible, timeout=20_000)
        assert window.reach.accessibleName() == "The server does not answer. Trying again…"
        dialog.accept_button.click()
        settled(qtbot, window)
        assert "cannot be reached" in dialog.problem.text()
        assert "Nothing was changed" in dialog.problem.text()
        assert dialog.isVisible()
    finally:
        postgres.start()
    requests.edit(ada, 1, notes="Meanwhile")
    window.reach.button.click()
    qtbot.waitUntil(lambda: not window.reach.isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: page.detail.notes.edit.toPlainText() == "Meanwhile", timeout=20_000)
    assert dialog.title_edit.text() == "Typed before the server went"
    dialog.accept_button.click()
    settled(qtbot, window)
    row = requests.detail(ada, 1, today=TODAY).row
    assert row.title == "Typed before the server went"
    assert len(history.entries(ada)) == steps + 2


def test_another_text_size_ends_the_watch_of_before(
    session: Session, window: MainWindow, listening: Company, ada: Desk, qtbot: QtBot
) -> None:
    before = listening._watch
    session.set_text_size(125)
    try:
        now = session.window
        assert now is not None
        settled(qtbot, now)
        own = now.findChild(Company)
        assert own is not None
        qtbot.waitUntil(own._watch.ready.is_set, timeout=20_000)
        requests.edit(ada, 1, title="Ada's")
        qtbot.waitUntil(lambda: now.notice.label.text() == "Changed by ada", timeout=20_000)
        qtbot.waitUntil(lambda: not before._thread.is_alive(), timeout=20_000)
    finally:
        session.set_text_size(100)
