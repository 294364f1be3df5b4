"""A table's cells stand in columns in the text, and every character stays in its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack.reading.findings import Place
from tests.e2e.at_size import Watch
from ui import theme
from ui.recording.folding import Passage
from ui.recording.marks import Mark
from ui.recording.text_view import TextView

ROWS = (
    ("Date", "Nature of allegation", "Platform", "Outcome"),
    ("11/2020", "An officer shared a picture of a colleague with friends", "WhatsApp", "None"),
    ("2/2021", "Rude remarks", "A page that anyone may read", "Final written warning"),
    ("March 2021", "An officer wrote about a case in court before it was decided", "", "Advice"),
)
TABLE = "".join("\t".join(row) + "\n" for row in ROWS)
LETTER = f"Kent Police\n\nPlease find below what we hold.\n\n{TABLE}\nThank you for your request.\n"
ROW = "11/2020\tAn officer shared a picture of a colleague with friends\tWhatsApp\tPC\tAdvice\n"


@pytest.fixture(autouse=True)
def usual(dressed: QApplication) -> Iterator[None]:
    yield
    theme.apply(dressed, "light", 1.0)
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def shown(qtbot: QtBot, text: str, *found: str, size: tuple[int, int] = (640, 500)) -> TextView:
    """A text with a mark on each of some words."""
    places = [(text.index(words), text.index(words) + len(words)) for words in found]
    marks = [Mark(at, Place(start=a, end=b)) for at, (a, b) in enumerate(places, 1)]
    view = TextView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.show_document(text, marks, [Passage(0, len(text), 1, False)])
    QApplication.processEvents()
    return view


def left_of(view: TextView, words: str) -> int:
    """Where words begin in the viewport."""
    return caret(view, words).left()


def caret(view: TextView, words: str) -> QRect:
    cursor = view.document().find(words, 0)
    assert not cursor.isNull(), words
    cursor.setPosition(cursor.selectionStart())
    return view.cursorRect(cursor)


@pytest.mark.parametrize("width", [900, 640, 360])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_cells_of_a_column_begin_at_one_place(
    dressed: QApplication, qtbot: QtBot, width: int, scale: float
) -> None:
    theme.apply(dressed, "light", scale)
    view = shown(qtbot, LETTER, size=(width, 2000))
    for column in range(4):
        assert len({left_of(view, row[column]) for row in ROWS if row[column]}) == 1
    begins = [left_of(view, cell) for cell in ROWS[0]]
    assert begins == sorted(set(begins))


@pytest.mark.parametrize("width", [900, 640, 360])
def test_no_cell_runs_into_the_next_column_or_row(qtbot: QtBot, width: int) -> None:
    words = tuple(cell for row in ROWS for cell in row if cell)
    view = shown(qtbot, LETTER, *words, size=(width, 2000))
    columns = [left_of(view, cell) for cell in ROWS[0]]
    rows = [caret(view, row[0]).top() for row in ROWS]
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            for area in lines_of(view, cell) if cell else ():
                assert column == 3 or area.right() < columns[column + 1]
                assert row == 3 or area.bottom() < rows[row + 1]
    assert rows == sorted(set(rows))


def lines_of(view: TextView, words: str) -> list[QRect]:
    """The rectangles of the letters of some words."""
    cursor = view.document().find(words, 0)
    found = []
    for at in range(cursor.selectionStart(), cursor.selectionEnd() + 1):
        cursor.setPosition(at)
        found.append(view.cursorRect(cursor))
    return found


def test_a_highlight_stays_on_its_words(qtbot: QtBot) -> None:
    words = ("Kent Police", "WhatsApp", "before it was decided", "Advice", "Thank you")
    view = shown(qtbot, LETTER, *words)
    for mark, found in zip(view.marks, words, strict=True):
        line, at = view.first_line_of(mark), caret(view, found)
        assert line is not None
        assert abs(line.left() - at.left()) <= 3
        assert abs(line.top() - at.top()) <= 1


def test_signs_of_two_places_move_no_highlight(qtbot: QtBot) -> None:
    view = shown(qtbot, "🚓🚓🚓 \t🚓 Kent Police\nOur reference: 15350 🚓\n", "15350")
    line = view.first_line_of(view.marks[0])
    assert line is not None
    assert abs(line.left() - left_of(view, "15350")) <= 3
    assert view.find_next("15350")
    assert view.textCursor().selectedText() == "15350"
    assert view.find_next("kent")
    assert view.textCursor().selectedText() == "Kent"


def test_a_click_on_a_cell_chooses_its_find(qtbot: QtBot) -> None:
    view = shown(qtbot, LETTER, "Rude remarks", "A page that anyone may read", "Advice")
    chosen: list[int] = []
    view.mark_chosen.connect(chosen.append)
    for mark in reversed(view.marks):
        line = view.first_line_of(mark)
        assert line is not None
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=line.center().toPoint())
    assert chosen == [3, 2, 1]


def test_what_is_selected_is_copied_with_its_tabs(qtbot: QtBot) -> None:
    view = shown(qtbot, LETTER)
    drag(view, caret(view, "Rude remarks"), caret(view, "March 2021"))
    view.copy()
    assert QGuiApplication.clipboard().text() == "\t".join(ROWS[2][1:]) + "\n"


def drag(view: TextView, start: QRect, end: QRect) -> None:
    where = view.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(where, left, pos=middle(start))
    spot = QPointF(middle(end))
    none = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(
        QEvent.Type.MouseMove, spot, where.mapToGlobal(spot), Qt.MouseButton.NoButton, left, none
    )
    QApplication.sendEvent(where, move)
    QTest.mouseRelease(where, left, pos=middle(end))


def middle(caret: QRect) -> QPoint:
    return QPoint(caret.left(), caret.center().y())


def test_a_selection_ends_with_its_cell(qtbot: QtBot) -> None:
    view = shown(qtbot, LETTER)
    begin = caret(view, "Rude remarks")
    beyond = begin.translated(left_of(view, "A page that") - begin.left() - 10, 0)
    drag(view, begin, beyond)
    assert view.textCursor().selectedText() == "Rude remarks"


def test_a_table_that_is_too_wide_is_scrolled_and_sentences_are_not(qtbot: QtBot) -> None:
    row = "\t".join(f"figure {n}" for n in range(30)) + "\n"
    view = shown(qtbot, f"{'Thank you for your request. ' * 20}\n{row * 4}")
    assert view.horizontalScrollBar().maximum() > 0
    assert len({rect.top() for rect in lines_of(view, row.split("\t")[29].strip())}) == 1
    tops = [view.cursorRect(at).top() for at in places(view, "figure 0", 4)]
    assert tops == sorted(set(tops))
    ends = [view.cursorRect(at).right() for at in places(view, "request.", 20)]
    assert max(ends) < view.viewport().width()


def places(view: TextView, words: str, number: int) -> list[QTextCursor]:
    found, at = [], view.document().find(words, 0)
    for _ in range(number):
        found.append(at)
        at = view.document().find(words, at)
    return found


def test_a_table_from_right_to_left_begins_at_the_right(qtbot: QtBot) -> None:
    text = "שנה\tמספר\tתוצאה\n2021\t3\tאזהרה\n"
    view = shown(qtbot, text, "שנה", "מספר", "תוצאה")
    lines = [view.first_line_of(mark) for mark in view.marks]
    lefts = [line.left() for line in lines if line is not None]
    assert len(lefts) == 3
    assert lefts == sorted(lefts, reverse=True)
    assert lefts[0] > view.viewport().width() * 0.7


def test_a_window_from_right_to_left_shows_where_a_wide_table_begins(
    dressed: QApplication, qtbot: QtBot
) -> None:
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row = "\t".join(f"figure {n}" for n in range(30)) + "\n"
    view = shown(qtbot, f"Kent Police\n\n{row * 4}", "figure 0")
    assert view.horizontalScrollBar().maximum() > 0
    assert 0 <= left_of(view, "Kent Police") < left_of(view, "figure 0") < view.width() // 4
    line = view.first_line_of(view.marks[0])
    assert line is not None
    assert abs(line.left() - left_of(view, "figure 0")) <= 3


def test_a_paragraph_that_is_moved_in_stays_one(qtbot: QtBot) -> None:
    view = shown(qtbot, "Dear requester\n\n\tThank you for your request.\n")
    assert "\tThank you" in view.toPlainText()
    assert left_of(view, "Thank") > left_of(view, "Dear") + 20


def test_opening_a_fold_leaves_the_person_where_they_are(qtbot: QtBot) -> None:
    prose = "".join(f"The policy on page {n} was looked at in May.\n" for n in range(40))
    finds = "".join(f"Our reference: {n}\n" for n in range(50))
    text = f"{finds}{prose}Kent Police\n"
    marks = [Mark(1, Place(start=0, end=len(finds))), Mark(2, Place(start=len(text) - 4))]
    view = shown(qtbot, text)
    view.show_document(text, marks)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QApplication.processEvents()
    fold, above = caret(view, "▸"), caret(view, "reference: 40")
    assert view.viewport().rect().contains(above)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(fold))
    assert "page 30 was" in view.toPlainText()
    assert caret(view, "reference: 40") == above


def test_a_page_on_is_a_page_in_a_table_too(qtbot: QtBot) -> None:
    view = shown(qtbot, ROW * 400)
    view.setFocus()
    high = view.viewport().height()
    for number in range(1, 4):
        QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.MoveToNextPage))
        assert view.verticalScrollBar().value() == pytest.approx(number * high, abs=80)
        assert view.viewport().rect().intersects(view.cursorRect())
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.MoveToPreviousPage))
    assert view.verticalScrollBar().value() == pytest.approx(2 * high, abs=80)


def test_a_place_far_down_is_seen_when_it_is_gone_to(qtbot: QtBot) -> None:
    text = ROW * 3000 + "Our reference: 15350\n" + ROW * 3000
    view = shown(qtbot, text, "15350")
    view.choose(1)
    QApplication.processEvents()
    line = view.first_line_of(view.marks[0])
    assert line is not None
    assert 0 <= line.top() < view.viewport().height()
    assert view.badges()[0].numbers == (1,)


@pytest.mark.extended
@pytest.mark.parametrize("line", [ROW, "Thank you for your request. " * 5 + "\n"])
def test_a_text_of_two_megabytes_never_holds_the_window_up(qtbot: QtBot, line: str) -> None:
    text = line * (2_000_000 // len(line))
    view = shown(qtbot, "Kent Police\n")
    bar = view.verticalScrollBar()

    def all_laid() -> None:
        before = bar.maximum()
        qtbot.wait(100)
        assert bar.maximum() == before

    held = {}
    for name, step in (
        ("open", lambda: view.show_document(text, (), [Passage(0, len(text), 9, False)])),
        ("go to the end", lambda: bar.setValue(bar.maximum())),
        ("make narrow", lambda: view.resize(400, 500)),
        ("go to the middle", lambda: view.show_span(len(text) // 2, len(text) // 2 + 5)),
        ("lay out the rest", lambda: qtbot.waitUntil(lambda: all_laid() is None, timeout=60_000)),
    ):
        with Watch() as watch:
            step()
            QApplication.processEvents()
        held[name] = watch.longest
    assert {name: round(ms) for name, ms in held.items() if ms > 100} == {}
