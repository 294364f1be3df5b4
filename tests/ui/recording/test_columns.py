"""Columns are led to other fields, and unknown words explained, with the rows at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from foitrack.desk import responses
from tests.ui.recording.conftest import Record, Recording
from tests.ui.recording.samples import workbook
from ui.recording.columns_box import NOT_USED, TableColumns
from ui.recording.unknown_box import UnknownBox
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


def rows(one: Recording) -> list[dict[str, tuple[str, ...]]]:
    return [dict(c.values) for c in responses.proposal(one.workspace.desk, one.proposal_id).cases]


def columns(one: Recording) -> TableColumns:
    [found] = one.page.findChildren(TableColumns)
    return found


def test_each_printed_column_says_where_it_is_read_into(record: Record) -> None:
    one = record("data.xlsx", workbook())
    box = columns(one)
    assert not box.inside.isVisible()
    box.button.click()
    assert box.inside.isVisible()
    assert [one.currentText() for one in box.boxes] == [
        f"As read: {name}" for name in ("Period", "Rank", "Platform", "Allegation", "Outcome")
    ]


def test_a_column_left_out_changes_the_rows_at_once_and_comes_back(
    record: Record, settle: Settle
) -> None:
    one = record("data.xlsx", workbook())
    columns(one).button.click()
    box = columns(one).boxes[2]
    box.setCurrentIndex(box.findData(NOT_USED))
    box.activated.emit(box.currentIndex())
    settle(one.workspace)
    assert all("platform" not in row for row in rows(one))
    assert columns(one).inside.isVisible()
    box = columns(one).boxes[2]
    assert box.currentText() == "Not used"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle(one.workspace)
    assert [row["platform"] for row in rows(one)] == [("Facebook",), ("WhatsApp",), ("Twitter",)]


def test_unknown_words_are_explained_with_one_press_and_remembered(
    record: Record, settle: Settle, qtbot: QtBot
) -> None:
    one = record("data.xlsx", workbook())
    [unknown] = one.page.findChildren(UnknownBox)
    [button] = [b for b in unknown.findChildren(QPushButton) if "T/DCI" in b.accessibleName()][:1]
    assert "Chief Inspector" in button.toolTip()
    button.click()
    settle(one.workspace)
    assert "Chief Inspector" in rows(one)[1]["rank"][0]
    left = one.page.findChildren(UnknownBox)
    assert not any("T/DCI" in b.accessibleName() for x in left for b in x.findChildren(QPushButton))
    assert any("T/DCI" in words for words in one.notices)


def test_a_decision_and_the_place_stay_while_columns_change(
    record: Record, settle: Settle, qtbot: QtBot
) -> None:
    one = record("data.xlsx", workbook())
    assert one.page.fields.accept_cases is not None
    one.page.fields.accept_cases.setChecked(True)
    columns(one).button.click()
    box = columns(one).boxes[3]
    box.setFocus()
    name = box.accessibleName()
    box.setCurrentIndex(box.findData(NOT_USED))
    box.activated.emit(box.currentIndex())
    settle(one.workspace)
    assert one.page.fields.accept_cases.isChecked()

    def back() -> bool:
        focus = one.page.window().focusWidget()
        return focus is not None and focus.accessibleName() == name

    qtbot.waitUntil(back)
