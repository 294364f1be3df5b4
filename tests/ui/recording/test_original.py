"""Another program opens the original only once a person has been told so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from tests.ui.recording.conftest import Record, Recording
from tests.ui.recording.samples import LETTER
from ui.requests.question import Question
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    found: list[bytes] = []

    def open_url(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()).read_bytes())
        return True

    monkeypatch.setattr("ui.recording.original.QDesktopServices.openUrl", open_url)
    return found


def warning(one: Recording) -> Question | None:
    shown = [box for box in one.page.findChildren(Question) if box.isVisible()]
    return shown[0] if shown else None


def test_it_is_said_once_that_another_program_opens_it(
    record: Record, settle: Settle, opened: list[bytes]
) -> None:
    one = record("letter.txt", LETTER.encode())
    one.page.header.original_wanted.emit()
    box = warning(one)
    assert box is not None
    assert "another program" in box.asked.text()
    box.cancel.click()
    settle(one.workspace)
    assert opened == []
    one.page.header.original_wanted.emit()
    again = warning(one)
    assert again is not None
    again.accept_button.click()
    settle(one.workspace)
    assert opened == [LETTER.encode()]
    one.page.header.original_wanted.emit()
    assert warning(one) is None
    settle(one.workspace)
    assert len(opened) == 2
