"""Numbers and buttons grow with the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk.views import FindingStatus, ProposedFinding
from foitrack.reading.findings import Certainty, Place
from ui import theme
from ui.recording.finding_card import FindingCard, NumberBadge
from ui.recording.header import RecordHeader
from ui.recording.marks import Mark
from ui.recording.text_view import TextView


@pytest.fixture
def large(dressed: QApplication) -> Iterator[None]:
    theme.apply(dressed, "light", 2.0)
    yield
    theme.apply(dressed, "light", 1.0)


@pytest.mark.usefixtures("large")
def test_numbers_buttons_and_the_way_back_are_twice_as_large(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    badge = NumberBadge(12, parent)
    assert (badge.width(), badge.height()) == (48, 48)
    finding = ProposedFinding(
        id=1,
        field="reference",
        value="15350",
        printed="15350",
        place=Place(),
        certainty=Certainty.FOUND,
        why="",
        status=FindingStatus.PROPOSED,
    )
    card = FindingCard(finding, 12, "", parent)
    assert card.confirm.height() == 56
    header = RecordHeader(parent)
    assert header.back_button.iconSize().width() == 32
    view = TextView(parent)
    assert view.viewportMargins().left() == 96


def test_numbers_of_one_line_share_a_badge_and_none_covers_another(
    qtbot: QtBot, dressed: QApplication
) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    text = "one two three\nfour five\nsix\n"
    words = ("one", "three", "four", "six")
    places = [(text.index(word), text.index(word) + len(word)) for word in words]
    marks = [Mark(at, Place(start=a, end=b)) for at, (a, b) in enumerate(places, 1)]
    view.show_document(text, marks)
    badges = view.badges()
    assert [badge.words for badge in badges] == ["1–2", "3", "4"]
    for above, below in pairwise(badges):
        assert above.area.bottom() <= below.area.top()
    chosen: list[int] = []
    view.mark_chosen.connect(chosen.append)
    view.mark_chosen.connect(view.choose)
    for _ in range(3):
        view.choose_at(badges[0].area.center())
    assert chosen == [1, 2, 1]
