"""What is shown over and around a page: popovers, notices, the focus ring, lists, empty states."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus_ring import FocusRing, wants_ring
from ui.widgets.notice import NoticeBar
from ui.widgets.page_header import PageHeader
from ui.widgets.popover import SHADOW, Popover
from ui.widgets.table_view import ListTable

Index = QModelIndex | QPersistentModelIndex


class Room:
    """A window with a field, a button near its top and one near its foot."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1300, 800)
        self.field = QLineEdit(self.window)
        self.field.setGeometry(20, 380, 200, 30)
        self.high = QPushButton("high", self.window)
        self.high.setGeometry(600, 10, 120, 30)
        self.low = QPushButton("low", self.window)
        self.low.setGeometry(1000, 700, 120, 30)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot) -> Iterator[Room]:
    made = Room(qtbot)
    qtbot.waitUntil(made.field.hasFocus)
    yield made


def popover(room: Room, tall: int = 200) -> Popover:
    made = Popover(room.window)
    label = QLabel("Why?")
    label.setFixedSize(300, tall)
    made.body.addWidget(label)
    return made


def inside(made: Popover) -> tuple[int, int]:
    """Top and bottom of what is seen of a popover, without its shadow."""
    return made.y() + SHADOW, made.geometry().bottom() - SHADOW


def test_a_popover_never_covers_what_it_explains(room: Room) -> None:
    above = popover(room)
    above.open_at(room.low)
    assert inside(above)[1] < room.low.y()
    above.close_popover()
    below = popover(room)
    below.open_at(room.high)
    assert inside(below)[0] > room.high.geometry().bottom()
    assert not below.grab().isNull()


def test_a_popover_goes_with_what_it_explains(room: Room) -> None:
    made = popover(room)
    made.open_at(room.low)
    room.high.hide()
    assert made.isVisible()
    room.low.hide()
    assert not made.isVisible()


def test_esc_closes_a_popover_and_gives_the_keyboard_back(room: Room, qtbot: QtBot) -> None:
    made = popover(room)
    made.open_at(room.low)
    assert made.hasFocus()
    with qtbot.waitSignal(made.closed):
        qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
    assert room.field.hasFocus()


def test_a_click_elsewhere_closes_a_popover_and_one_inside_does_not(
    room: Room, qtbot: QtBot
) -> None:
    made = popover(room)
    made.open_at(room.low)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.rect().center())
    assert made.isVisible()
    qtbot.mouseClick(room.window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not made.isVisible()


def test_a_narrow_window_shows_a_sheet_in_its_middle(room: Room) -> None:
    room.window.resize(1024, 640)
    made = popover(room)
    made.open_at(room.high)
    assert made.is_sheet()
    assert abs(made.geometry().center().x() - 512) < 4
    assert abs(made.geometry().center().y() - 320) < 4
    tall = popover(room, 2000)
    tall.open_at(room.high)
    assert tall.height() <= 640 + 2 * SHADOW


def test_a_popover_moves_along_with_its_window(room: Room) -> None:
    made = popover(room)
    made.open_at(room.low)
    before = made.pos()
    room.low.move(700, 600)
    room.window.resize(1250, 780)
    assert made.pos() != before


def test_a_notice_offers_undo_only_where_there_is_something_to_undo(
    room: Room, qtbot: QtBot
) -> None:
    bar = NoticeBar(room.window)
    bar.say("Recorded the response", True)
    assert bar.isVisible()
    assert bar.undo.isVisible()
    assert bar.accessibleName() == "Recorded the response"
    with qtbot.waitSignal(bar.undo_wanted):
        qtbot.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    bar.say("Nothing was changed. " * 30, False)
    assert not bar.undo.isVisible()
    assert bar.geometry().bottom() <= room.window.height()
    assert bar.width() <= 640
    qtbot.mouseClick(bar.dismiss, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_notice_goes_by_itself_but_not_while_it_is_used(room: Room) -> None:
    bar = NoticeBar(room.window)
    bar.say("Recorded the response", True)
    bar.undo.setFocus()
    bar._timer.timeout.emit()
    assert bar.isVisible()
    room.field.setFocus()
    bar._timer.timeout.emit()
    assert not bar.isVisible()


def test_the_ring_follows_the_keyboard_and_not_the_mouse(room: Room, qtbot: QtBot) -> None:
    ring = FocusRing(room.window)
    room.high.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.around() is room.high
    assert ring.geometry() == room.high.geometry().adjusted(-4, -4, 4, 4)
    room.high.move(500, 60)
    assert ring.geometry() == room.high.geometry().adjusted(-4, -4, 4, 4)
    image = room.window.grab().toImage()
    spot = ring.geometry()
    edge = image.pixelColor(spot.center().x(), spot.top() + 1)
    assert abs(edge.hue() - theme.tokens().accent.hue()) < 4
    room.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.around() is None
    assert not ring.isVisible()
    QTest.mousePress(room.low, Qt.MouseButton.LeftButton)
    assert room.low.hasFocus()
    QTest.mouseRelease(room.low, Qt.MouseButton.LeftButton)
    room.high.setFocus(Qt.FocusReason.BacktabFocusReason)
    room.high.hide()
    assert ring.around() is not room.high


def test_painted_widgets_ask_for_the_ring_by_a_property(dressed: QApplication) -> None:
    painted = QWidget()
    assert not wants_ring(painted)
    painted.setProperty("ring", "outside")
    assert wants_ring(painted)
    painted.deleteLater()


class Numbers(QAbstractTableModel):
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 100_000

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


def test_a_long_list_is_walked_by_key(dressed: QApplication, qtbot: QtBot) -> None:
    table = ListTable("Requests")
    qtbot.addWidget(table)
    table.setModel(Numbers(table))
    table.resize(600, 400)
    table.show()
    assert table.rowHeight(0) == 36
    opened: list[int] = []
    table.opened.connect(lambda index: opened.append(index.row()))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_End)
    qtbot.keyClick(table, Qt.Key.Key_Enter)
    assert opened == [1, 99_999]
    theme.apply(dressed, "light", 2.0)
    assert table.rowHeight(0) == 72
    theme.apply(dressed, "light", 1.0)


def test_an_empty_state_says_what_to_do(dressed: QApplication, qtbot: QtBot) -> None:
    empty = EmptyState("No case rows yet.", "Record a response with a table.", button="Record")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.asked):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    empty.say("Nothing matches.")
    assert empty.title.text() == "Nothing matches."
    assert not empty.detail.isVisible()
    bare = EmptyState("Nothing")
    qtbot.addWidget(bare)
    assert not bare.button.isVisibleTo(bare)


def test_a_page_header_holds_title_and_buttons(dressed: QApplication, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    header = PageHeader("Case data")
    QVBoxLayout(box).addWidget(header)
    button = QPushButton("Export")
    header.add(button)
    header.say_beside("81 rows")
    box.resize(900, 100)
    box.show()
    assert header.height() >= 56
    assert header.title.geometry().right() < header.beside.x() < button.x()
    header.say_beside("")
    assert not header.beside.isVisible()
    header.set_title("Reports")
    assert header.title.text() == "Reports"


@pytest.mark.parametrize("width", [420, 700, 1600])
def test_an_empty_state_shows_all_its_lines_however_wide_it_is(
    dressed: QApplication, qtbot: QtBot, width: int
) -> None:
    detail = "Log a request that you have sent, and its clock starts here. " * 4
    made = EmptyState("No requests yet, and none in the bin either", detail, button="New request")
    qtbot.addWidget(made)
    made.resize(width, 700)
    made.show()
    for label in (made.title, made.detail):
        assert label.height() >= label.heightForWidth(label.width())
        assert label.width() <= 520
        assert abs(label.geometry().center().x() - made.rect().center().x()) <= 2
