"""A page in a window of its own, and the examples' requests by authority."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from foitrack.desk import requests
from foitrack.desk.views import RequestFilter, RequestRow, SortKey
from tests.ui.conftest import settled
from ui.requests.page import RequestsPage
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


def row_of(workspace: Workspace, authority: str | None) -> RequestRow:
    desk, today = workspace.desk, workspace.today
    ids = requests.ids(desk, RequestFilter(), SortKey.URGENCY, False, today=today)
    rows = requests.rows(desk, ids, today=today)
    [found] = [row for row in rows if row.authority == authority]
    return found


def is_open(dialog: QWidget) -> bool:
    """Whether a dialog is still up; one that was closed is deleted."""
    return isValid(dialog) and dialog.isVisible()


@pytest.fixture(scope="module")
def seen(unaltered: Workspace) -> Iterator[RequestsPage]:
    """The Requests page on the examples, one for all tests of a module that only look at it."""
    made = RequestsPage(unaltered)
    made.resize(1224, 872)
    made.show()
    settled(unaltered)
    yield made
    settled(unaltered)
    made.close()
    made.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, settle: Settle) -> RequestsPage:
    """The Requests page on the examples, at the design's size."""
    made = RequestsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1224, 872)
    made.show()
    settle(workspace)
    return made


@pytest.fixture
def staffordshire(page: RequestsPage, workspace: Workspace, settle: Settle) -> RequestsPage:
    """The page with the request to Staffordshire Police shown."""
    page.open_request(row_of(workspace, "Staffordshire Police").id)
    settle(workspace)
    return page
