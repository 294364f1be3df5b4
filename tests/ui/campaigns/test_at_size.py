"""A campaign of thousands of requests: the window never stands still for 100 ms."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import thread_time
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from foitrack import assets
from foitrack.casefile.models import (
    Authority,
    Campaign,
    CaseRowRecord,
    CaseValueRecord,
    ProvisionRecord,
    Request,
    Response,
)
from foitrack.desk.desk import Desk, create
from foitrack.desk.views.coverage import Figure
from tests.ui.conftest import TODAY, Settle
from ui.authorities.page import AuthoritiesPage
from ui.campaigns.page import CampaignPage
from ui.workspace import Workspace

MOST_MS = 100
OUTCOMES = ("disclosed", "part-disclosed", "refused", "not-held")


def fill(desk: Desk, number: int) -> None:
    """A campaign of so many requests, a third of them waiting, with case rows of three years."""

    def request(n: int) -> dict[str, Any]:
        waiting = n % 3 == 0
        return {
            "id": n,
            "title": f"Request {n}",
            "wording": "Please tell me how many, by year. " * 20,
            "authority_id": n,
            "campaign_id": 1,
            "regime": "FOIA",
            "stage": "waiting" if waiting else "answered",
            "sent_on": date(2023, 2, 1 + n % 25),
            "due_on": date(2023, 3, 1 + n % 30),
            "answered": not waiting,
            "answered_on": None if waiting else date(2023, 3, 1 + n % 25),
            "answered_day": None if waiting else n % 30,
            "outcome": None if waiting else OUTCOMES[n % 4],
        }

    every = range(1, number + 1)
    answered = [n for n in every if n % 3]
    rows = [(n, year) for n in answered if n % 4 < 2 for year in (2020, 2021, 2022)]
    names = [entry.name for entry in desk.reference.directory.entries]
    with desk.case.writing() as session:
        execute = session.execute
        execute(insert(Campaign), [{"id": 1, "name": "Everybody"}])
        execute(
            insert(Authority),
            [
                {
                    "id": n,
                    "name": names[n] if n < len(names) else f"Parish {n}",
                    "regime": "FOIA",
                    "body": "general",
                }
                for n in every
            ],
        )
        execute(insert(Request), [request(n) for n in every])
        execute(insert(Response), [{"id": n, "request_id": n, "recorded": True} for n in answered])
        execute(
            insert(ProvisionRecord),
            [{"response_id": n, "provision": "FOIA s40(2)"} for n in answered if n % 4 == 2],
        )
        execute(
            insert(CaseRowRecord),
            [
                {"id": at, "response_id": n, "position": at, "accepted": True, "place": {}}
                for at, (n, _) in enumerate(rows, 1)
            ],
        )
        execute(
            insert(CaseValueRecord),
            [
                {"row_id": at, "field": "year", "value": str(year)}
                for at, (_, year) in enumerate(rows, 1)
            ],
        )


class Pulse:
    """The longest piece of work between two turns of the event loop, in ms.

    The thread's own time: what else the machine does is not the window's doing.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = thread_time()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Pulse:
        QApplication.processEvents()
        self._last, self.longest = thread_time(), 0.0
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


@pytest.mark.extended
def test_no_flow_of_the_pages_holds_the_window_up(
    dressed: QApplication, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    desk = create(tmp_path / "many.foitrack", assets.reference())
    fill(desk, 5_000)
    workspace = Workspace(desk, TODAY)
    held: dict[str, float] = {}

    def during(what: str, work: Any) -> None:
        with Pulse() as pulse:
            work()
            settle(workspace)
            qtbot.wait(200)
            settle(workspace)
        held[what] = pulse.longest

    page = CampaignPage(workspace)
    qtbot.addWidget(page)
    page.resize(1400, 860)
    page.show()
    settle(workspace)
    assert page.model.rowCount() == 5_000
    during("read again", page.refresh)
    during("a figure", page.figures.buttons[Figure.REFUSED].click)
    assert 0 < page.model.rowCount() < 5_000
    during("all again", page.figures.buttons[Figure.ASKED].click)
    during("another order", lambda: page.model.sort(4, Qt.SortOrder.DescendingOrder))
    during("the end", lambda: qtbot.keyClick(page.table, Qt.Key.Key_End))
    during("a search", lambda: page.filters.search.setText("parish 49"))
    page.hide()
    authorities = AuthoritiesPage(workspace)
    qtbot.addWidget(authorities)
    authorities.resize(1400, 860)
    authorities.show()
    settle(workspace)
    during("authorities", authorities.refresh)
    during("a name", lambda: authorities.filters.search.setText("kent"))
    workspace.close()
    assert {what: round(ms) for what, ms in held.items() if ms > MOST_MS} == {}, held
