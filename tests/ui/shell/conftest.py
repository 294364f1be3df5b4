"""The window on a page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Settle
from ui.main_window import MainWindow
from ui.workspace import Workspace


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    made = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.go("deadlines")
    settle(workspace)
    yield made
    settle(workspace)
