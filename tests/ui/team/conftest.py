"""A window on a case file that lies on a server, and somebody else at the same one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import requests
from foitrack.desk.desk import Desk, create, open_desk
from foitrack.desk.views import NewRequest
from tests.postgres_server import Server
from tests.ui.conftest import TODAY
from tests.ui.conftest import settled as all_came_back
from ui.main_window import MainWindow
from ui.session import Session


@pytest.fixture(scope="session")
def one_request(postgres: Server) -> str:
    """The name of a database with one request in it, number 1."""
    desk = create(postgres.make("one_request"), assets.reference())
    new = NewRequest("River alarms", "Environment Agency", sent_on=TODAY)
    requests.log(desk, new, today=TODAY)
    desk.close()
    return "one_request"


@pytest.fixture
def address(postgres: Server, one_request: str) -> Iterator[str]:
    made = postgres.fresh(one_request)
    yield made
    postgres.drop(made)


@pytest.fixture
def ada(address: str) -> Iterator[Desk]:
    """Somebody else at the same case file."""
    opened = open_desk(address, assets.reference())
    yield replace(opened, who=lambda: "ada")
    opened.close()


@pytest.fixture
def session(dressed: QApplication, address: str) -> Iterator[Session]:
    made = Session(dressed, lambda: TODAY)
    desk = open_desk(address, assets.reference())
    made.show(desk, desk.case.address, "requests")
    yield made
    made.close()


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    """The window, with all it asked for at first."""
    assert session.window is not None
    settled(qtbot, session.window)
    return session.window


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all that was asked of the desk has come back."""
    all_came_back(window.workspace)


Soon = Callable[[Callable[[], bool]], None]
