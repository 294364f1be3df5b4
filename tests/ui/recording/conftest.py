"""A page with a document on it, at a size that a person works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from foitrack.desk import requests
from foitrack.desk.views import NewRequest
from tests.ui.recording.taking import take_in
from ui.recording.finding_card import FindingCard
from ui.recording.page import RecordPage
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


@dataclass
class Recording:
    """A page on a proposal, with what it asked the window for."""

    page: RecordPage
    workspace: Workspace
    request_id: int
    proposal_id: int
    notices: list[str]
    asked: list[tuple[str, object]]

    def card(self, field: str) -> FindingCard:
        """The card of the first finding of a field."""
        return next(c for c in self.page.fields.cards.values() if c.finding.field == field)


Record = Callable[..., Recording]


@pytest.fixture
def record(empty_workspace: Workspace, qtbot: QtBot, settle: Settle, tmp_path: Path) -> Record:
    """Log a request to Kent Police, keep and read bytes under a name, and show the page."""

    def go(name: str, data: bytes, size: tuple[int, int] = (1300, 820)) -> Recording:
        workspace = empty_workspace
        new = NewRequest(
            title="Social media",
            authority="Kent Police",
            sent_on=date(2023, 3, 1),
            campaign="Police and social media",
        )
        request_id = requests.log(workspace.desk, new, today=workspace.today).new_id
        assert request_id is not None
        path = tmp_path / name
        path.write_bytes(data)
        [proposal_id] = take_in(workspace.desk, [path], request_id)
        page = RecordPage(workspace)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        notices: list[str] = []
        asked: list[tuple[str, object]] = []
        workspace.notice.connect(lambda words, _: notices.append(words))
        workspace.navigate.connect(lambda name, argument: asked.append((name, argument)))
        page.show_argument(proposal_id)
        settle(workspace)
        return Recording(page, workspace, request_id, proposal_id, notices, asked)

    return go
