"""Fields: dates as people type them, forms, segmented choices, filters, search."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from foitrack.law.wording import full_date, table_date
from ui import theme
from ui.schemas.usage import UsageButton
from ui.widgets.date_field import DateField
from ui.widgets.field_icon import FieldIcon
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.form import Form
from ui.widgets.search_box import SearchBox
from ui.widgets.segmented import Segmented
from ui.widgets.typed_date import parse_typed_date, read_typed_date

MARCH = date(2023, 3, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "30 March 2023",
        "30 march 2023",
        "30 Mar 2023",
        "30 Mar. 2023",
        "30th March 2023",
        "30th of March, 2023",
        "Thu 30 March 2023",
        "Thursday, 30 March 2023",
        "March 30, 2023",
        "30/3/23",
        "30/03/2023",
        "30.3.2023",
        "30-3-23",
        "30 3 2023",
        "2023-03-30",
        "  30   March   2023 ",
    ],
)
def test_dates_are_read_as_people_write_them(typed: str) -> None:
    assert parse_typed_date(typed) == MARCH


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_what_we_write_we_read(on: date) -> None:
    for text in (full_date(on), table_date(on), on.isoformat(), f"{on.day}/{on.month}/{on:%y}"):
        assert parse_typed_date(text) == on


def test_numbers_are_day_first() -> None:
    assert parse_typed_date("3/4/2023") == date(2023, 4, 3)
    assert parse_typed_date("1/9/22") == date(2022, 9, 1)
    assert parse_typed_date("4 sept 2022") == date(2022, 9, 4)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31 April 2023", "not a date that exists"),
        ("29/2/2023", "not a date that exists"),
        ("13/13/2023", "not a date that exists"),
        ("Fri 30 March 2023", "30 March 2023 is a Thursday"),
        ("yesterday", "like 30 March 2023"),
        ("30 Ma 2023", "like 30 March 2023"),
        ("30 Ju 2023", "like 30 March 2023"),
        ("March 2023", "like 30 March 2023"),
        ("30 Foo 2023", "like 30 March 2023"),
    ],
)
def test_what_is_no_date_is_said(typed: str, says: str) -> None:
    read = read_typed_date(typed)
    assert read.on is None
    assert says in read.complaint


@given(st.text(max_size=30))
def test_anything_may_be_typed(text: str) -> None:
    read = read_typed_date(text)
    assert (read.on is None) or not read.complaint


def test_an_empty_field_is_neither_a_date_nor_wrong() -> None:
    assert read_typed_date("  ") == read_typed_date("")
    assert read_typed_date("").on is None
    assert not read_typed_date("").complaint


def test_the_date_field_tells_each_change_once(dressed: QApplication, qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    told: list[object] = []
    field.date_changed.connect(told.append)
    qtbot.keyClicks(field.edit, "30/3/23")
    assert told[-1] == MARCH
    assert field.date() == MARCH
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == "Thu 30 March 2023"
    assert told.count(MARCH) == 1
    field.edit.clear()
    assert told[-1] is None


def test_a_date_that_does_not_exist_is_said_below_the_field(
    dressed: QApplication, qtbot: QtBot
) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setAccessibleName("Date sent")
    qtbot.keyClicks(field.edit, "31/4/23")
    assert field.complaint() == ""
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert "not a date that exists" in field.complaint()
    assert "not a date that exists" in field.edit.accessibleDescription()
    assert field.is_wrong()
    assert field.date() is None
    assert field.edit.accessibleName() == "Date sent"
    field.set_date(MARCH)
    assert field.complaint() == ""
    assert not field.is_wrong()


def test_a_date_can_be_picked_from_the_calendar(dressed: QApplication, qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_date(MARCH)
    field.show()
    qtbot.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field._calendar
    assert calendar is not None
    assert calendar.isVisible()
    assert calendar.selectedDate() == QDate(2023, 3, 30)
    calendar.activated.emit(QDate(2023, 4, 3))
    assert not calendar.isVisible()
    assert field.date() == date(2023, 4, 3)


def test_a_form_ties_each_label_to_its_field(dressed: QApplication, qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = QLineEdit()
    label = form.add_row("&Title", field, "What you call it")
    assert label.buddy() is field
    assert field.accessibleName() == "Title"
    assert field.accessibleDescription() == "What you call it"
    one, two = QLineEdit(), QLineEdit()
    labels = form.add_pair(("Date sent", one), ("Sent by", two))
    assert [label.buddy() for label in labels] == [one, two]


def test_a_segmented_choice_moves_with_the_arrows(dressed: QApplication, qtbot: QtBot) -> None:
    choice = Segmented("Authority", [("one", "One"), ("many", "Many")])
    qtbot.addWidget(choice)
    assert choice.value() == "one"
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Right)
    assert told.args == ["many"]
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.mouseClick(choice.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert choice.value() == "one"
    names = [button.accessibleName() for button in choice.findChildren(QPushButton)]
    assert names == ["Authority: One", "Authority: Many"]
    with pytest.raises(ValueError):
        choice.set_value("few")


def test_a_filter_ticks_several_and_says_so(dressed: QApplication, qtbot: QtBot) -> None:
    pill = FilterPill("Regime")
    qtbot.addWidget(pill)
    pill.set_options([Option("FOIA", "FOIA", 30), Option("EIR", "EIR", 2), Option("X", "Q & A")])
    assert pill.shown_value() == "All"
    told: list[object] = []
    pill.changed.connect(told.append)
    actions = [action for action in pill.menu().actions() if action.isCheckable()]
    assert [action.text() for action in actions] == ["FOIA\t30", "EIR\t2", "Q && A"]
    actions[0].trigger()
    actions[1].trigger()
    assert told == [frozenset({"FOIA"}), frozenset({"FOIA", "EIR"})]
    assert pill.shown_value() == "FOIA, EIR"
    assert "FOIA, EIR" in pill.accessibleName()
    actions[2].trigger()
    assert pill.shown_value() == "3 chosen"
    pill.clear()
    assert told[-1] == frozenset()
    assert not any(action.isChecked() for action in actions)


def test_a_filter_makes_the_lines_of_its_menu_when_somebody_looks(
    dressed: QApplication, qtbot: QtBot
) -> None:
    pill = FilterPill("Authority")
    qtbot.addWidget(pill)
    pill.set_options([Option(str(at), f"Authority {at}", at) for at in range(500)])
    pill.set_ticked({"7"})
    # A menu has one of its own.
    assert len(pill.findChildren(QAction)) <= 1
    [popup] = pill.findChildren(QMenu)
    popup.popup(QPoint())
    assert [a.text() for a in popup.actions() if a.isChecked()] == ["Authority 7\t7"]
    pill.set_options([Option("1", "River alarms", 2)])
    assert [a.text() for a in popup.actions() if a.isChecked()] == ["7\t0"]
    popup.close()


def test_a_single_filter_holds_one_and_keeps_one_that_is_gone(
    dressed: QApplication, qtbot: QtBot
) -> None:
    pill = FilterPill("Campaign", single=True)
    qtbot.addWidget(pill)
    pill.set_options([Option("1", "River alarms", 2), Option("2", "Police", 3)])
    everything, river, police = [a for a in pill.menu().actions() if a.isCheckable()]
    assert everything.isChecked()
    river.trigger()
    police.trigger()
    assert pill.ticked() == {"2"}
    assert not river.isChecked()
    pill.set_options([Option("1", "River alarms", 2)])
    assert pill.ticked() == {"2"}
    assert pill.shown_value() == "2"
    wide = pill.sizeHint().width()
    pill.clear()
    assert pill.shown_value() == "All"
    assert pill.sizeHint().width() > 0
    assert wide > 0


def test_search_waits_for_a_pause_and_not_for_enter(dressed: QApplication, qtbot: QtBot) -> None:
    box = SearchBox("Search requests")
    qtbot.addWidget(box)
    told: list[str] = []
    box.searched.connect(told.append)
    qtbot.keyClicks(box, "gwent")
    assert told == []
    qtbot.waitUntil(lambda: told == ["gwent"])
    qtbot.keyClicks(box, " police")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told == ["gwent", "gwent police"]
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert told[-1] == ""
    assert box.text() == ""
    box.resize(240, 30)
    box.show()
    [cross] = [icon for icon in box.findChildren(FieldIcon) if icon.toolTip()]
    assert not cross.isVisible()
    qtbot.keyClicks(box, "kent")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert cross.isVisible()
    assert box.rect().contains(cross.geometry())
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert told[-2:] == ["kent", ""]
    assert not cross.isVisible()


def test_down_goes_from_the_search_to_what_it_found(dressed: QApplication, qtbot: QtBot) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    box, found = SearchBox("Search requests", both), QListWidget(both)
    told: list[str] = []
    box.searched.connect(told.append)
    box.leads_to(found)
    both.show()
    box.setFocus()
    qtbot.keyClicks(box, "gwent")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert told == ["gwent"]
    assert both.focusWidget() is found
    found.hide()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert both.focusWidget() is box


def test_a_long_value_is_elided_on_the_pill_and_whole_in_its_tooltip(dressed: QApplication) -> None:
    pill = FilterPill("Campaign", single=True)
    name = "Body-worn video and its retention by police forces in the north of England"
    pill.set_options([Option("1", name)])
    assert pill.toolTip() == ""
    pill.set_ticked({"1"})
    assert pill.sizeHint().width() < 340
    assert pill.toolTip() == f"Campaign {name}"
    assert name in pill.accessibleName()
    assert pill.elided_value().endswith("…")


def ink(widget: QWidget) -> list[int]:
    """Columns of a widget, inside its edge, in which anything is drawn, from the left."""
    image = widget.grab().toImage()
    ground = image.pixelColor(4, 4).lightness()
    return [
        x
        for x in range(3, image.width() - 3)
        if any(
            abs(image.pixelColor(x, y).lightness() - ground) > 60
            for y in range(5, image.height() - 5)
        )
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_button_with_a_menu_keeps_its_words_clear_of_edge_and_arrow(
    dressed: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme.apply(dressed, "light", scale)
    try:
        link = QPushButton("4 headings not used")
        theme.button_kind(link, "link")
        link.setProperty("opens", "menu")
        link.setMenu(QMenu(link))
        chosen = UsageButton()
        for button in (link, chosen):
            qtbot.addWidget(button)
            button.ensurePolished()
            button.resize(button.sizeHint())
            drawn = ink(button)
            gaps = [b - a for a, b in pairwise(drawn)]
            # The widest gap is the one between the words and the arrow, which stands last.
            assert max(gaps) >= 4, button.text()
            assert drawn[gaps.index(max(gaps)) + 1] >= button.width() - theme.px(28)
        assert ink(chosen)[0] >= 8
    finally:
        theme.apply(dressed, "light", 1.0)


def test_a_choice_that_can_be_typed_says_what_to_type_as_clearly_as_a_field(
    dressed: QApplication, qtbot: QtBot
) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.setEditable(True)
    line = box.lineEdit()
    assert line is not None
    box.show()
    QApplication.processEvents()
    colour = line.palette().placeholderText().color()
    assert (colour.name(), colour.alpha()) == (theme.tokens().text3.name(), 255)
