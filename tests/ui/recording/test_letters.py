"""Only an answer is called a response."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from foitrack.law.terms import LetterKind
from tests.ui.recording.conftest import Record
from tests.ui.recording.samples import LETTER
from ui.recording.letters import called
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]
ACKNOWLEDGED = b"""Kent Police

Our reference: 23/100

2 March 2023

Dear requester

We acknowledge receipt of your request of 1 March 2023. You can expect a response within 20
working days.
"""


def words(widget: object) -> str:
    found = widget.findChildren(QLabel) + widget.findChildren(QPushButton)  # type: ignore[attr-defined]
    return "\n".join(one.text() for one in found if one.isVisible())


def test_an_acknowledgement_is_recorded_as_one(record: Record) -> None:
    one = record("ack.txt", ACKNOWLEDGED)
    said = words(one.page)
    assert "Record acknowledgement: Kent Police" in said
    assert "Save acknowledgement" in said
    assert "Date of letter" in said
    assert "date of response" not in said.lower()
    assert "Record response" not in said


def test_an_answer_is_recorded_as_a_response(record: Record) -> None:
    one = record("letter.txt", LETTER.encode())
    said = words(one.page)
    assert "Record response: Kent Police" in said
    assert "Date of response" in said


def test_correcting_the_kind_of_letter_corrects_the_words(record: Record, qtbot: QtBot) -> None:
    one = record("letter.txt", LETTER.encode())
    card = one.card("letter")
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_E)
    box = one.page.focusWidget()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(LetterKind.EXTENSION.value))
    box.activated.emit(box.currentIndex())
    said = words(one.page)
    assert "Record extension: Kent Police" in said
    assert "Date of letter" in said


@pytest.mark.parametrize("kind", [*LetterKind, None])
def test_every_kind_of_letter_has_its_words(kind: LetterKind | None) -> None:
    said = called(kind)
    answer = kind in (None, LetterKind.RESPONSE)
    assert (said.record == "Record response") is answer
    assert (said.date == "Date of response") is answer
    assert said.save.startswith("Save ")
    assert said.recorded.endswith("is recorded")
