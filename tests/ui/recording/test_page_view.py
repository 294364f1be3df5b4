"""A PDF as it looks: drawn elsewhere, its finds marked where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from foitrack.reading.findings import Place
from tests.ui.recording.conftest import Record
from tests.ui.recording.samples import LETTER, pdf
from ui.recording.marks import Mark
from ui.recording.page_images import KEPT, PageImage
from ui.recording.page_view import PageView
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]
FIRST, SECOND = LETTER.split("We refuse")
TWO_PAGES = pdf(FIRST, f"We refuse{SECOND}")


def test_a_pdf_is_shown_as_text_as_page_or_both(record: Record, settle: Settle) -> None:
    one = record("letter.pdf", TWO_PAGES)
    side = one.page.document
    assert side.looks() == ("text", "look", "both")
    assert side.text.isVisible()
    assert not side.look_of.isVisible()
    one.page.header.look.choose("both")
    settle(one.workspace)
    assert side.text.isVisible()
    assert side.look_of.page.drawn()
    one.page.header.look.choose("look")
    settle(one.workspace)
    assert not side.text.isVisible()
    assert side.look_of.page.drawn()
    assert side.look_of.page.pages == 2


def test_where_there_is_no_room_for_both_one_is_shown(record: Record, settle: Settle) -> None:
    one = record("letter.pdf", TWO_PAGES)
    one.page.header.look.choose("both")
    one.page.resize(1010, 820)
    settle(one.workspace)
    assert one.page.document.looks() == ("text", "look")
    assert one.page.document.text.isVisible() != one.page.document.look_of.isVisible()
    one.page.resize(1300, 820)
    settle(one.workspace)
    assert one.page.document.text.isVisible()
    assert one.page.document.look_of.isVisible()


def test_choosing_a_field_turns_to_its_page_and_outlines_it(record: Record, settle: Settle) -> None:
    one = record("letter.pdf", TWO_PAGES)
    one.page.header.look.choose("look")
    settle(one.workspace)
    view = one.page.document.look_of.page
    exemption, reference = one.card("exemption"), one.card("reference")
    exemption.setFocus()
    settle(one.workspace)
    assert (view.page, view.marks.chosen) == (2, exemption.number)
    reference.setFocus()
    settle(one.workspace)
    assert (view.page, view.marks.chosen) == (1, reference.number)


def test_clicking_a_mark_on_the_page_chooses_its_field(record: Record, settle: Settle) -> None:
    one = record("letter.pdf", TWO_PAGES)
    one.page.header.look.choose("look")
    settle(one.workspace)
    view = one.page.document.look_of.page
    view.go_to(1)
    card = one.card("reference")
    [mark] = [m for m in view.marks.marks if m.number == card.number]
    box = view.seen().box_of(mark)
    assert box is not None
    view.choose_at(box.center())
    assert card.hasFocus()
    [badge] = [b for b in view.marks.badges(view.seen()) if card.number in b.numbers]
    one.card("letter").setFocus()
    view.go_to(1)
    view.choose_at(badge.area.center())
    assert view.marks.chosen in badge.numbers


def test_the_marks_lie_on_the_words_that_they_mark(record: Record, settle: Settle) -> None:
    one = record("letter.pdf", pdf(LETTER))
    one.page.header.look.choose("look")
    settle(one.workspace)
    view = one.page.document.look_of.page
    card = one.card("reference")
    [mark] = [m for m in view.marks.marks if m.number == card.number]
    box = view.seen().box_of(mark)
    assert box is not None
    picture: QImage = view.viewport().grab().toImage()
    inside = [
        picture.pixelColor(x, y).lightness()
        for x in range(round(box.left()) + 3, round(box.right()) - 3)
        for y in range(round(box.top()) + 3, round(box.bottom()) - 3)
    ]
    # Ink within the box, and the mark's own colour around it.
    assert min(inside) < 90
    assert max(inside) < 250
    beside = round(box.right()) + 40
    assert picture.pixelColor(beside, round(box.center().y())).lightness() > 250


@pytest.fixture
def view(qtbot: QtBot, dressed: object) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def drawn(view: PageView, page: int, width: int, pages: int = 9) -> None:
    image = QImage(width, round(width * 1.414), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    view.take(PageImage(page, width, pages, QSizeF(595.3, 841.9), image))


def test_pages_are_asked_for_once_and_a_few_are_kept(view: PageView) -> None:
    asked: list[tuple[int, int]] = []
    view.wanted.connect(lambda page, width: asked.append((page, width)))
    view.wanted.connect(lambda page, width: drawn(view, page, width))
    view.show_document([], 9)
    for page in (2, 3, 2, 1):
        view.go_to(page)
    assert [page for page, _ in asked] == [1, 2, 3]
    for page in range(4, 4 + KEPT):
        view.go_to(page)
    view.go_to(1)
    assert [page for page, _ in asked].count(1) == 2


def test_a_dense_screen_gets_twice_the_dots(
    view: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    view.wanted.connect(lambda _, width: asked.append(width))
    view.show_document([], 1)
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    view.show_document([], 1)
    assert asked[1] == pytest.approx(2 * asked[0], abs=1)
    assert asked[0] == pytest.approx(view.sheet().width(), abs=1)


def test_zoom_goes_in_steps_and_back_to_the_width(view: PageView, qtbot: QtBot) -> None:
    view.show_document([], 1)
    fitting = view.scale()
    view.zoom(larger=True)
    assert view.scale() > fitting
    assert view.horizontalScrollBar().maximum() > 0
    view.zoom(larger=False)
    view.zoom(larger=False)
    assert view.scale() < fitting
    view.fit()
    assert view.scale() == fitting


def test_page_down_scrolls_and_then_turns_the_page(view: PageView, qtbot: QtBot) -> None:
    view.show_document([], 3)
    drawn(view, 1, 500, 3)
    for _ in range(20):
        if view.page > 1:
            break
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 1
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 3
    assert view.accessibleName() == "Page 3 of 3"


def test_what_cannot_be_drawn_is_said_on_the_page(view: PageView) -> None:
    view.show_document([Mark(1, Place(page=1, box=(1, 2, 3, 4)), 1)], 1)
    view.say("It cannot be shown.")
    assert view.accessibleDescription() == "It cannot be shown."
    assert not view.drawn()
