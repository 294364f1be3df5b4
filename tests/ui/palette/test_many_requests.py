"""Typing into the palette over 100,000 requests leaves the window free."""

from __future__ import annotations

import itertools
import time
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from foitrack.casefile import search
from foitrack.casefile.models import Authority, Request
from tests.ui.conftest import TODAY, Settle
from ui.main_window import MainWindow
from ui.palette.palette import Palette
from ui.workspace import Workspace

NUMBER = 100_000
LONGEST_GAP = 0.1
"""Seconds without a turn of the event loop."""


def fill(workspace: Workspace) -> None:
    requests = [
        {
            "title": f"Complaints {number}",
            "wording": "Please send the number of complaints about conduct. " * 8,
            "authority_id": number % 200 + 1,
            "regime": "FOIA",
            "sent_on": TODAY - timedelta(days=number % 900),
        }
        for number in range(NUMBER)
    ]
    bodies = [{"name": f"Body {n}", "regime": "FOIA", "body": "general"} for n in range(200)]
    with workspace.desk.case.writing() as session:
        session.execute(insert(Authority), bodies)
        session.execute(insert(Request), requests)
        search.rebuild(session)


@pytest.mark.extended
def test_typing_never_holds_the_window(
    empty_workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    fill(empty_workspace)
    window = MainWindow(empty_workspace, "large.foitrack")
    qtbot.addWidget(window)
    window.show()
    window.go("requests")
    window.go_to_anything()
    palette = window.findChild(Palette)
    assert palette is not None
    settle(empty_workspace)
    turns: list[float] = []
    clock = QTimer(window)
    clock.timeout.connect(lambda: turns.append(time.perf_counter()))
    clock.start(5)
    for typed in ("please send", '"complaints 77"', "body 13 conduct"):
        for letter in typed:
            QTest.keyClicks(palette.field, letter)
            qtbot.wait(30)
        qtbot.waitUntil(lambda: not palette.asking.busy(), timeout=20_000)
        assert palette.model.entries()
        palette.field.clear()
    clock.stop()
    assert max(b - a for a, b in itertools.pairwise(turns)) < LONGEST_GAP
    settle(empty_workspace)
