"""What a screen reader is told of its own accord: each notice once, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.notice import NoticeBar


def test_a_notice_is_said_once_and_leaves_the_keyboard_where_it_is(
    dressed: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 400)
    field, notice = QLineEdit(window), NoticeBar(window)
    window.show()
    field.setFocus()
    notice.say("Logged the request to Gwent Police", True)
    qtbot.wait(120)
    notice.place()
    assert said == ["Logged the request to Gwent Police"]
    assert window.focusWidget() is field
    notice.say("Undone", False)
    assert said[1:] == ["Undone"]
