from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import history, requests
from foitrack.desk.views import RequestFilter
from foitrack.law.terms import Body, Regime
from tests.ui.requests.conftest import Settle, is_open, row_of
from ui.requests.new_request import NewRequestDialog
from ui.widgets.date_field import DateField
from ui.workspace import Workspace


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, settle: Settle) -> Iterator[NewRequestDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    made = NewRequestDialog(workspace, window)
    made.open()
    settle(workspace)
    yield made
    if is_open(made):
        made.reject()


def number_of(workspace: Workspace) -> int:
    return requests.count(workspace.desk, RequestFilter(), today=workspace.today)


def find(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, typed: str, qtbot: QtBot
) -> None:
    dialog.whom.search.edit.clear()
    QTest.keyClicks(dialog.whom.search.edit, typed)
    qtbot.waitUntil(dialog.whom.search.is_open)
    settle(workspace)


def set_date(dialog: NewRequestDialog, text: str) -> None:
    edit = dialog.form.sent_on.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def test_by_keyboard_alone(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    """From the title to the log, never touching the mouse."""
    going: list[tuple[str, object]] = []
    said: list[tuple[str, bool]] = []
    workspace.navigate.connect(lambda page, argument: going.append((page, argument)))
    workspace.notice.connect(lambda words, undo: said.append((words, undo)))
    QTest.keyClicks(dialog.form.title, "Complaints about social media use")
    QTest.keyClick(dialog.form.title, Qt.Key.Key_Tab)
    line = dialog.form.campaign.lineEdit()
    assert line is not None
    assert line.hasFocus()
    QTest.keyClicks(dialog.form.wording, "1) How many?")
    set_date(dialog, "1 March 2023")
    find(dialog, workspace, settle, "staff", qtbot)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    settle(workspace)
    assert dialog.due.day.text() == "Thu 30 March 2023"
    assert "St Patrick's Day 17 March" in dialog.due.text()
    before = number_of(workspace)
    QTest.keyClick(dialog.form.title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(workspace)
    assert not is_open(dialog)
    assert number_of(workspace) == before + 1
    [(page, new_id)] = going
    assert page == "requests"
    assert isinstance(new_id, int)
    detail = requests.detail(workspace.desk, new_id, today=workspace.today)
    assert detail.row.authority == "Staffordshire Police"
    assert detail.row.due_on == date(2023, 3, 30)
    assert said[-1] == ("Done: Log request to Staffordshire Police", True)
    history.undo(workspace.desk)
    assert number_of(workspace) == before


def test_the_due_date_follows_each_change(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    assert dialog.due.day.text() == "Thu 27 April 2023"
    assert "Good Friday 7 April" in dialog.due.text()
    set_date(dialog, "1 March 2023")
    assert dialog.due.day.text() == "Thu 30 March 2023"
    find(dialog, workspace, settle, "Police Scotland", qtbot)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    settle(workspace)
    assert dialog.whom.law.name.text() == "Freedom of Information (Scotland) Act 2002"
    assert dialog.due.day.text() == "Wed 29 March 2023"


def test_posted_asks_for_the_day_of_receipt(dialog: NewRequestDialog) -> None:
    form = dialog.form
    assert not form.received_on.isVisibleTo(form)
    form.sent_by.setCurrentIndex(form.sent_by.findData("post"))
    assert form.received_on.isVisibleTo(form)
    assert "not known" in dialog.due.text()
    form.received_on.set_date(date(2023, 3, 1))
    assert dialog.due.day.text() == "Thu 30 March 2023"


def test_a_date_that_does_not_exist_is_said_where_it_is(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    before = number_of(workspace)
    dialog.form.title.setText("A title")
    find(dialog, workspace, settle, "gwent", qtbot)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    set_date(dialog, "30 February 2023")
    assert "check the date" in dialog.due.text()
    QTest.keyClick(dialog.form.sent_on.edit, Qt.Key.Key_Tab)
    dialog.accept_button.click()
    settle(workspace)
    assert "30 February 2023" in dialog.form.sent_on.complaint()
    assert dialog.isVisible()
    assert number_of(workspace) == before


def test_a_day_still_to_come_is_refused(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle
) -> None:
    dialog.form.title.setText("A title")
    set_date(dialog, "29 March 2023")
    dialog.accept_button.click()
    assert dialog.form.sent_on.complaint() == "That day is still to come."
    assert dialog.isVisible()


def test_a_title_is_asked_for_first(dialog: NewRequestDialog) -> None:
    dialog.accept_button.click()
    assert "title" in dialog.form.title_problem.text()
    assert dialog.form.title_problem.isVisibleTo(dialog)
    dialog.form.title.setText("x")
    assert not dialog.form.title_problem.isVisibleTo(dialog)


def test_an_unknown_authority_is_said_and_can_be_added(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    before = number_of(workspace)
    dialog.form.title.setText("Potholes")
    find(dialog, workspace, settle, "Borchester Council", qtbot)
    dialog.accept_button.click()
    assert "Choose an authority from the list" in dialog.whom.search.problem.text()
    assert number_of(workspace) == before
    model = dialog.whom.search.model
    last = model.index(model.rowCount() - 1, 0)
    assert last.data() == "Add “Borchester Council” as a new authority"
    assert dialog.whom.search.list.currentIndex().row() == last.row()
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    settle(workspace)
    assert "You added this authority" in dialog.whom.law.reason.text()
    dialog.accept_button.click()
    settle(workspace)
    assert row_of(workspace, "Borchester Council").regime is Regime.FOIA


def test_a_name_that_is_nearly_right_is_asked_about_and_never_taken_for_it(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    find(dialog, workspace, settle, "Guys and St Thomas NHS Trust", qtbot)
    assert "Did you mean" in dialog.whom.search.hint.text()
    assert dialog.whom.search.hint.isVisible()
    said = [str(dialog.whom.search.model.index(at, 0).data()) for at in range(2)]
    assert said[0].startswith("Guy’s and St Thomas’ NHS Foundation Trust")
    # Enter does what it did: the name is added as it was typed.
    assert "Add “Guys and St Thomas NHS Trust”" in said[1]
    assert dialog.whom.search.list.currentIndex().row() == 1
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Up)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    chosen = dialog.whom.search.choice()
    assert chosen is not None
    assert chosen.name == "Guy’s and St Thomas’ NHS Foundation Trust"
    assert not dialog.whom.search.hint.isVisible()
    find(dialog, workspace, settle, "Kent", qtbot)
    assert not dialog.whom.search.hint.isVisible()


def test_search_marks_and_moves(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    find(dialog, workspace, settle, "heddlu gog", qtbot)
    assert "North Wales Police" in str(dialog.whom.search.model.index(0, 0).data())
    find(dialog, workspace, settle, "north", qtbot)
    first = dialog.whom.search.list.currentIndex().row()
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Down)
    assert dialog.whom.search.list.currentIndex().row() == first + 1
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Escape)
    assert not dialog.whom.search.is_open()
    assert dialog.isVisible()


def test_typing_over_a_choice_takes_it_back(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    find(dialog, workspace, settle, "gwent", qtbot)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    assert dialog.whom.search.choice() is not None
    QTest.keyClicks(dialog.whom.search.edit, "x")
    assert dialog.whom.search.choice() is None


def test_says_what_was_asked_before(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    find(dialog, workspace, settle, "staffordshire police", qtbot)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    settle(workspace)
    assert dialog.whom.before.title.text() == "You have asked Staffordshire Police once before"
    assert "15350" in dialog.whom.before.detail.text()
    assert "(FOIA s12(4))" in dialog.whom.before.detail.text()
    assert "From Thu 1 June 2023 it could not." in dialog.whom.before.detail.text()
    dialog.whom.law.choose(Regime.EIR)
    settle(workspace)
    assert "s12(4)" not in dialog.whom.before.detail.text()
    assert dialog.whom.law.hint.text() == "chosen by you"
    find(dialog, workspace, settle, "kent police", qtbot)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    settle(workspace)
    assert not dialog.whom.before.isVisibleTo(dialog)
    assert dialog.whom.law.chosen() is None


def test_the_law_can_be_changed_by_keyboard(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    find(dialog, workspace, settle, "gwent", qtbot)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    settle(workspace)
    dialog.form.title.setText("Noise maps")
    dialog.whom.law.change.click()
    box = dialog.whom.law.choice
    assert box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert dialog.whom.law.regime() is Regime.EIR
    dialog.accept_button.click()
    settle(workspace)
    rows = requests.similar(workspace.desk, "Gwent Police", today=workspace.today)
    assert {row.regime for row in rows if row.title == "Noise maps"} == {Regime.EIR}


def test_questions_are_counted(dialog: NewRequestDialog) -> None:
    dialog.form.wording.setPlainText("1) How many?\n2) When?")
    assert dialog.form.questions.text() == "2 questions found"
    dialog.form.wording.setPlainText("Please send the minutes.")
    assert dialog.form.questions.text() == ""


def test_many_are_logged_as_one_step(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle
) -> None:
    before = number_of(workspace)
    dialog.form.title.setText("Body-worn video")
    dialog.show_many()
    settle(workspace)
    ticks = dialog.whom.ticks
    ticks.group.set_ticked({"police force"})
    ticks.group.changed.emit(frozenset({"police force"}))
    number = len(ticks.model.shown())
    assert number > 40
    ticks.all.click()
    settle(workspace)
    assert dialog.accept_button.text() == f"Log {number} requests"
    assert ticks.count.text() == f"{number} ticked, {number} shown"
    assert "Police Scotland: Wed 26 April 2023" in dialog.due.text()
    assert "Easter Monday is a working day under Scottish law" in dialog.due.text()
    dialog.accept_button.click()
    settle(workspace)
    assert number_of(workspace) == before + number
    assert row_of(workspace, "Police Scotland").regime is Regime.FOISA
    history.undo(workspace.desk)
    assert number_of(workspace) == before


def test_many_by_keyboard_with_search_and_warnings(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle
) -> None:
    dialog.show_many()
    settle(workspace)
    dialog.accept_button.click()
    dialog.form.title.setText("x")
    dialog.accept_button.click()
    assert dialog.problem.text() == "Tick at least one authority."
    ticks = dialog.whom.ticks
    QTest.keyClicks(ticks.search, "staffordshire")
    QTest.keyClick(ticks.search, Qt.Key.Key_Return)
    ticks.list.setFocus()
    ticks.list.setCurrentIndex(ticks.model.index(0, 0))
    # The council, the commissioner and the fire service stand above it.
    names = [choice.name for choice in ticks.model.shown()]
    for _ in range(names.index("Staffordshire Police")):
        QTest.keyClick(ticks.list, Qt.Key.Key_Down)
    QTest.keyClick(ticks.list, Qt.Key.Key_Space)
    settle(workspace)
    assert [choice.name for choice in ticks.ticked()] == ["Staffordshire Police"]
    assert dialog.accept_button.text() == "Log 1 request"
    assert "1 of these has had a request" in dialog.whom.many_before.title.text()
    QTest.keyClick(ticks.list, Qt.Key.Key_Space)
    settle(workspace)
    assert ticks.ticked() == ()
    assert not dialog.whom.many_before.isVisibleTo(dialog)


def test_a_failure_keeps_what_was_typed(
    dialog: NewRequestDialog,
    workspace: Workspace,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from foitrack.desk.views import DeskError

    def fail(*args: object, **more: object) -> None:
        raise DeskError("The case file is locked. Nothing was logged.")

    monkeypatch.setattr("ui.requests.new_request.requests.log", fail)
    dialog.form.title.setText("Kept")
    find(dialog, workspace, settle, "gwent", qtbot)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    dialog.accept_button.click()
    settle(workspace)
    assert dialog.problem.text() == "The case file is locked. Nothing was logged."
    assert dialog.isVisible()
    assert dialog.form.title.text() == "Kept"
    assert dialog.accept_button.isEnabled()


def test_every_field_has_a_name(dialog: NewRequestDialog) -> None:
    from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QToolButton

    for kind in (QLineEdit, QComboBox, QPlainTextEdit):
        for field in dialog.findChildren(kind):
            if field.parent() is not None and isinstance(field.parent(), QComboBox):
                continue
            if field.objectName().startswith("qt_"):
                continue
            assert field.accessibleName(), field
    for button in dialog.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
    for tool in dialog.findChildren(QToolButton):
        named = tool.text() or tool.accessibleName() or tool.toolTip()
        assert named or isinstance(tool.parent(), QLineEdit)


def test_a_school_and_its_holidays(
    dialog: NewRequestDialog, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    """SI 2010/2768: days of a holiday are no school days, so the last day moves."""
    find(dialog, workspace, settle, "gwent", qtbot)
    QTest.keyClick(dialog.whom.search.edit, Qt.Key.Key_Return)
    settle(workspace)
    dialog.form.title.setText("Exclusions")
    assert not dialog.whom.holidays.isVisibleTo(dialog)
    dialog.whom.law.change.click()
    dialog.whom.law.set_body(Body.SCHOOL)
    dialog.whom.law.kind.activated.emit(dialog.whom.law.kind.currentIndex())
    assert dialog.whom.holidays.isVisibleTo(dialog)
    before = dialog.due.day.text()
    [first, last] = dialog.whom.holidays.findChildren(DateField)
    QTest.keyClicks(first.edit, "3 April 2023")
    dialog.accept_button.click()
    assert last.complaint() == "Give the first and the last day."
    QTest.keyClicks(last.edit, "14 April 2023")
    assert len(dialog.whom.holidays.findChildren(DateField)) == 4
    assert dialog.due.day.text() != before
    assert dialog.due.why.text().endswith("School holidays are left out")
    dialog.accept_button.click()
    settle(workspace)
    rows = requests.similar(workspace.desk, "Gwent Police", today=workspace.today)
    [made] = [row for row in rows if row.title == "Exclusions"]
    detail = requests.detail(workspace.desk, made.id, today=workspace.today)
    assert detail.closed == ((date(2023, 4, 3), date(2023, 4, 14)),)
    assert detail.body is Body.SCHOOL
