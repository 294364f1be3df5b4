"""The end-to-end tests use the window's own fixtures, and someone who has no mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.typist import Typist
from tests.ui.conftest import (
    Settle,
    dressed,  # noqa: F401
    empty_workspace,  # noqa: F401
    example_file,  # noqa: F401
    settings_apart,  # noqa: F401
    settle,  # noqa: F401
    workspace,  # noqa: F401
)
from ui.main_window import MainWindow
from ui.workspace import Workspace


@pytest.fixture
def typist(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[Typist]:  # noqa: F811
    """At the window with the examples, on Today."""
    window = MainWindow(workspace, "mine.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.go("today")
    settle(workspace)
    yield Typist(window, qtbot)
    settle(workspace)
