"""The window of somebody who may read a team's case file and not change it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.casefile import roles
from foitrack.casefile.storage import open_case_file
from foitrack.desk import requests
from foitrack.desk.desk import Desk, open_desk
from tests.postgres_server import Server
from tests.ui.conftest import TODAY
from tests.ui.team.conftest import settled
from ui.main_window import MainWindow
from ui.requests.edit_request import EditRequestDialog
from ui.requests.page import RequestsPage
from ui.session import Session
from ui.shell.pages import PAGES


@pytest.fixture
def reader(postgres: Server, address: str) -> Iterator[str]:
    """The address under which a reader opens it."""
    name = f"reader_{secrets.token_hex(4)}"
    postgres.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'secret'")
    owner = open_case_file(address)
    made = roles.make(owner, {roles.READER: (name,)})
    database, _ = roles.named(owner)
    owner.close()
    yield f"postgresql+psycopg://{name}:secret@127.0.0.1:{postgres.port}/{database}"
    for role in (made.editor, made.reader):
        postgres.execute(f'DROP OWNED BY "{role}"', database)
        postgres.execute(f'DROP ROLE "{role}"')
    postgres.execute(f"DROP ROLE {name}")


@pytest.fixture
def window(dressed: QApplication, reader: str, qtbot: QtBot) -> Iterator[MainWindow]:
    session = Session(dressed, lambda: TODAY)
    desk = open_desk(reader, assets.reference())
    window = session.show(desk, desk.case.address, "requests")
    settled(qtbot, window)
    yield window
    session.close()


def of_page(window: MainWindow) -> dict[str, QAction]:
    page = window.pages.currentWidget()
    assert page is not None
    return {action.text().replace("&", ""): action for action in page.actions()}


def test_a_reader_sees_all_and_can_begin_no_change(
    window: MainWindow, ada: Desk, qtbot: QtBot
) -> None:
    assert "You may read this case file, not change it" in window.place_bar.label.text()
    assert not window.place_bar.isHidden()
    assert window.place_bar.button.isHidden()
    page = window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    page.show_argument(1)
    settled(qtbot, window)
    actions = of_page(window)
    for name in ("Edit the request…", "Record an event…", "Move to the bin", "Put in a campaign…"):
        assert not actions[name].isEnabled(), name
    for name in ("Why this date?", "Copy the rows", "Export as a table (CSV)…", "Show the bin"):
        assert actions[name].isEnabled(), name
    for name in ("new-request", "record-response", "undo", "redo"):
        assert not window.actions_by_name[name].isEnabled(), name
    assert window.actions_by_name["export"].isEnabled()
    assert not window.sidebar.new_request.isEnabled()
    # Another's change shows, and puts nothing on again.
    requests.edit(ada, 1, title="Ada's")
    qtbot.waitUntil(lambda: window.notice.label.text() == "Changed by ada", timeout=20_000)
    settled(qtbot, window)
    assert not window.actions_by_name["undo"].isEnabled()
    assert not actions["Edit the request…"].isEnabled()


def test_every_page_opens_and_what_is_begun_past_the_menus_is_refused(
    window: MainWindow, ada: Desk, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, window.notice.hide)
    for spec in PAGES:
        if spec.name not in ("recording",):
            window.go(spec.name)
            settled(qtbot, window)
    assert "Something went wrong" not in window.notice.label.text()
    assert "You may read" not in window.notice.label.text()
    window.go("requests", 1)
    settled(qtbot, window)
    page = window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    page.detail.deeds.edit()
    dialog = page.detail.findChild(EditRequestDialog)
    assert dialog is not None
    dialog.title_edit.setText("Mine")
    settled(qtbot, window)
    dialog.accept_button.click()
    settled(qtbot, window)
    assert "You may read" in dialog.problem.text()
    assert "secret" not in dialog.problem.text()
    assert requests.detail(ada, 1, today=TODAY).row.title == "River alarms"
    dialog.reject()
