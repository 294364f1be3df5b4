"""Columns are led to other fields, and unknown words explained, with the rows at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import campaigns, responses, schemas
from tests.ui.recording.conftest import Record, Recording
from tests.ui.recording.samples import workbook
from ui.recording.cases_box import CasesBox
from ui.recording.columns_box import NOT_USED, ColumnsBox, TableColumns
from ui.recording.pane_parts import SectionHeading
from ui.recording.unknown_box import UnknownBox
from ui.schemas.loading import FromTable
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


UNKNOWN = b"""Kent Police

Our reference: 912/24

2 March 2023

Thank you for your request about stop and search. The figures are below.

Year\tForce area\tArrests\tNumber
2019\tNorth\t12\t8214
2020\tNorth\t31\t9988
2021\tSouth\t8\t7650
Total\t\t50\t25852
"""


def test_where_no_columns_fit_a_table_is_named_and_leads_to_making_some(record: Record) -> None:
    one = record("letter.txt", UNKNOWN)
    assert rows(one) == []
    box = columns(one)
    assert box.button.text().startswith("Table 1, 3 rows")
    assert box.make.isVisible()
    box.button.click()
    assert box.boxes == []
    said = " ".join(label.text() for label in one.page.fields.findChildren(QLabel))
    assert "none of the columns and words" in said
    box.make.click()
    [document] = responses.proposal(one.workspace.desk, one.proposal_id).documents
    assert one.asked == [("schema", FromTable(one.proposal_id, 1, document.id))]


def test_columns_chosen_for_a_table_that_they_do_not_fit_are_filled_by_hand(
    record: Record, settle: Settle
) -> None:
    one = record("letter.txt", UNKNOWN)
    [choice] = one.page.findChildren(ColumnsBox)
    choice.schema.setCurrentIndex(choice.schema.findText("Police misconduct"))
    choice.schema.activated.emit(choice.schema.currentIndex())
    settle(one.workspace)
    [choice] = one.page.findChildren(ColumnsBox)
    assert choice.schema.currentText() == "Police misconduct"
    columns(one).button.click()
    box = columns(one).boxes[1]
    box.setCurrentIndex(box.findData("rank"))
    box.activated.emit(box.currentIndex())
    settle(one.workspace)
    assert [row["rank"] for row in rows(one)] == [("North",), ("North",), ("South",)]


def test_where_the_campaign_says_which_columns_no_others_are_offered(
    record: Record, settle: Settle
) -> None:
    one = record("letter.txt", UNKNOWN)
    desk = one.workspace.desk
    [campaign] = [each.id for each in campaigns.all(desk)]
    one.workspace.write(lambda: schemas.choose(desk, campaign, "police-misconduct"))
    settle(one.workspace)
    [choice] = one.page.findChildren(ColumnsBox)
    assert choice.findChild(QComboBox, "schemaChoice") is None
    assert any("No case rows were read as “Police misconduct”" in text for text in labels(one))
    assert columns(one).make.text() == "Make columns from this table…"


def labels(one: Recording) -> list[str]:
    return [label.text() for label in one.page.fields.findChildren(QLabel)]


def test_what_is_doubtful_about_a_table_stands_beside_it(record: Record, settle: Settle) -> None:
    one = record("letter.txt", UNKNOWN)
    doubt = "he printed total of “Arrests” (50) is not the sum of its rows"
    assert f"T{doubt}" in labels(one)
    choice = one.page.findChildren(ColumnsBox)[0]
    choice.schema.setCurrentIndex(choice.schema.findText("Figures by period"))
    choice.schema.activated.emit(choice.schema.currentIndex())
    settle(one.workspace)
    assert len(rows(one)) == 3
    assert [text for text in labels(one) if doubt in text] == [f"Table 1: t{doubt}"]


def test_the_rows_and_their_box_stand_under_their_heading(record: Record) -> None:
    one = record("data.xlsx", workbook())
    [cases] = one.page.findChildren(CasesBox)
    heading = cases.findChild(SectionHeading)
    assert heading is not None
    title = next(label for label in heading.findChildren(QLabel) if label.text() == "Case rows")

    def left(widget: QWidget) -> int:
        return widget.mapTo(one.page, QPoint(0, 0)).x()

    assert left(cases.table) == left(cases.accept) == left(title)
    header, model = cases.table.horizontalHeader(), cases.table.model()
    assert header.defaultAlignment() & Qt.AlignmentFlag.AlignLeft
    assert header.textElideMode() is Qt.TextElideMode.ElideRight
    across = Qt.Orientation.Horizontal
    whole = [model.headerData(n, across, Qt.ItemDataRole.ToolTipRole) for n in range(6)]
    assert whole == ["Period", "Rank", "Platform", "Allegation", "Outcome", "Count"]


def test_what_no_words_say_is_marked_as_a_whole_cell(record: Record) -> None:
    sheet = b"Freedom of Information request FOI-2024-0812\n\nFinancial year,Drawn\n2021/22,3\n"
    one = record("data.csv", sheet)
    card = one.card("letter")
    assert card.finding.printed == ""
    mark = next(m for m in one.page.document.text.marks if m.number == card.number)
    assert mark.span is not None
    text = responses.proposal(one.workspace.desk, one.proposal_id).text
    assert text[slice(*mark.span)] == "Financial year"
