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
from ui.recording.gutter import GUTTER
from ui.recording.header import RecordHeader
from ui.recording.marks import Mark
from ui.recording.sides import FIELDS_WIDEST, TwoSides
from ui.recording.text_view import PAGE_PADDING, WIDEST, TextView


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


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_however_wide_the_view_its_lines_can_be_read(
    dressed: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme.apply(dressed, "light", scale)
    try:
        view = TextView()
        qtbot.addWidget(view)
        view.show_document("Thank you for your request. " * 200, (Mark(1, Place(start=0, end=5)),))
        view.resize(3000, 600)
        view.show()
        QApplication.processEvents()
        assert view.viewport().width() <= theme.px(WIDEST) + 2
        left, right = view.viewport().x(), view.width() - view.viewport().geometry().right()
        assert abs(left - right) < 60 * scale
        # The numbers stand beside their lines, not at the far edge.
        assert view._gutter.geometry().right() + 1 == view.viewport().x()
        view.resize(500, 600)
        QApplication.processEvents()
        assert view.viewport().width() > 500 - theme.px(GUTTER + PAGE_PADDING) - 40
    finally:
        theme.apply(dressed, "light", 1.0)


def test_the_document_has_the_room_that_the_fields_do_not_need(
    dressed: QApplication, qtbot: QtBot
) -> None:
    sides = TwoSides(QWidget(), QWidget())
    qtbot.addWidget(sides)
    sides.resize(3000, 600)
    sides.show()
    QApplication.processEvents()
    document, fields = sides.splitter.sizes()
    assert fields <= theme.px(FIELDS_WIDEST) < document
