"""The page of columns and words: written by keyboard, tried on a table, saved in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import campaigns, history, responses, schemas
from tests.desk.letters import LISTED, keep_and_read, log
from tests.desk.test_schema_reach import POWERS, SEARCHES, by_rank, letter
from tests.desk.test_schemas import FINES, TITLE, fines_request
from tests.desk.test_schemas_words import ODD
from tests.ui.conftest import Settle
from ui.schemas.loading import FromTable
from ui.schemas.new_dialog import NewSchemaDialog
from ui.schemas.page import SchemasPage
from ui.schemas.reach_dialog import ReachDialog
from ui.schemas.words_table import FORMS, GROUP, VALUE
from ui.workspace import Workspace

Open = Callable[..., SchemasPage]


@pytest.fixture
def opened(qtbot: QtBot, settle: Settle) -> Open:
    def make(workspace: Workspace, size: tuple[int, int] = (1224, 870)) -> SchemasPage:
        page = SchemasPage(workspace)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        settle(workspace)
        return page

    return make


def rows(page: SchemasPage) -> list[list[str]]:
    model = page.sides.preview.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose_column(page: SchemasPage, name: str) -> None:
    own = page.definition()
    assert own is not None
    page.sides.columns.setCurrentRow([f.name for f in own.fields].index(name))


def write(page: SchemasPage, row: int, column: int, text: str) -> None:
    model = page.sides.form.words
    assert model.setData(model.index(row, column), text)


def test_the_schema_in_use_is_shown_with_the_table_it_reads_most_of(
    opened: Open, workspace: Workspace
) -> None:
    page = opened(workspace)
    assert page.sides.title.text() == "Police misconduct"
    assert page.sides.usage.text() == "Police and social media"
    assert len(rows(page)) == 69
    assert "every word is known" in page.sides.preview.said.text()
    assert not page.sides.save.isEnabled()


def test_a_change_shows_at_once_and_is_saved_in_one_step(
    opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    choose_column(page, "rank")
    assert ["Sergeant" in row for row in rows(page)].count(True) == 11
    model = page.sides.form.words
    place = next(r for r in range(model.rowCount()) if model.index(r, VALUE).data() == "Sergeant")
    write(page, place, VALUE, "Supervisor")
    # Documents still write the name that it had.
    assert "Sergeant" in str(model.index(place, FORMS).data())
    write(page, place, FORMS, "sg; sgt; sergeant")
    assert ["Supervisor" in row for row in rows(page)].count(True) == 11
    assert schemas.definition(workspace.desk, "police-misconduct") != page.definition()
    page.save()
    settle(workspace)
    assert schemas.definition(workspace.desk, "police-misconduct") == page.definition()
    assert not page.is_changed()
    label = history.undo_label(workspace.desk)
    assert label is not None
    assert "11 case rows, 11 of them recorded" in label
    workspace.changed.emit(history.undo(workspace.desk))
    settle(workspace)
    assert ["Sergeant" in row for row in rows(page)].count(True) == 11


def test_changes_can_be_discarded(opened: Open, workspace: Workspace) -> None:
    page = opened(workspace)
    before = page.definition()
    page.sides.title.setText("Ours")
    page.sides.title.textEdited.emit("Ours")
    assert page.is_changed()
    assert page.sides.revert.isVisible()
    page.sides.revert.click()
    assert page.definition() == before
    assert not page.is_changed()


def test_what_cannot_be_is_said_and_not_saved(
    opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    choose_column(page, "rank")
    write(page, 0, FORMS, "sgt")
    assert "is written for both" in page.sides.preview.said.text()
    assert rows(page) == []
    page.save()
    settle(workspace)
    assert "Nothing was saved" in page.sides.preview.said.text()
    assert page.is_changed()
    assert history.undo_label(workspace.desk) != "Save the columns and words of Police misconduct"


def test_words_not_known_are_marked_and_explained_with_one_click(
    opened: Open, empty_workspace: Workspace, settle: Settle
) -> None:
    desk = empty_workspace.desk
    keep_and_read(desk, ODD, log(desk))
    page = opened(empty_workspace)
    page.choose("police-misconduct")
    preview = page.sides.preview
    assert preview.said.text() == "4 rows read; 4 words not known."
    marked = [
        preview.model.index(row, column).data()
        for row in range(4)
        for column in range(preview.model.columnCount())
        if preview.model.index(row, column).data(Qt.ItemDataRole.BackgroundRole)
    ]
    assert {"T/DCI", "T/DCI x 2", "Clubhouse"} <= set(marked)
    [click] = [
        button
        for button in preview.unknown.findChildren(QPushButton)
        if button.accessibleName() == "“T/DCI” is Detective Chief Inspector"
    ]
    click.click()
    assert preview.said.text() == "4 rows read; 3 words not known."
    own = page.definition()
    assert own is not None
    rank = own.field_named("rank")
    assert rank is not None
    [chief] = [each for each in rank.values if each.value == "Detective Chief Inspector"]
    assert "T/DCI" in chief.aliases


def test_a_new_schema_begins_from_a_table(
    qtbot: QtBot, opened: Open, empty_workspace: Workspace, settle: Settle
) -> None:
    desk = empty_workspace.desk
    proposal = keep_and_read(desk, FINES, fines_request(desk))
    page = opened(empty_workspace)
    page.begin_new()
    dialog = page.findChild(NewSchemaDialog)
    assert dialog is not None
    dialog.accept_button.click()
    assert "title" in dialog.problem.text()
    qtbot.keyClicks(dialog.title_field, TITLE)
    qtbot.keyClick(dialog.title_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.sides.usage.text() == TITLE
    assert [row[1] for row in rows(page)] == [
        "No ticket shown",
        "No ticket shown",
        "Out of bay",
        "Out of bay markings",
    ]
    page.save()
    settle(empty_workspace)
    assert len(responses.proposal(desk, proposal.id).cases) == 4
    assert page.sides.schemas.currentItem().text() == TITLE


def test_columns_are_added_moved_and_taken_out_by_keyboard(
    qtbot: QtBot, opened: Open, workspace: Workspace
) -> None:
    page = opened(workspace)

    def names() -> list[str]:
        own = page.definition()
        return [each.name for each in own.fields] if own else []

    before = names()
    columns = page.sides.columns
    columns.setCurrentRow(0)
    qtbot.keyClick(columns, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names()[:2] == [before[1], before[0]]
    qtbot.keyClick(columns, Qt.Key.Key_Delete)
    assert names() == [before[1], *before[2:]]
    page.sides.add.click()
    assert names()[-1] == "column"
    page.sides.form.name.setText("Force area")
    page.sides.form.name.editingFinished.emit()
    assert names()[-1] == "force_area"


def test_a_group_is_written_in_its_cell(opened: Open, workspace: Workspace) -> None:
    page = opened(workspace)
    choose_column(page, "outcome")
    model = page.sides.form.words
    place = next(r for r in range(model.rowCount()) if model.index(r, VALUE).data() == "Resigned")
    assert model.index(place, GROUP).data() == "Resigned"
    write(page, place, GROUP, "Left")
    assert model.index(place, GROUP).data() == "Left"
    # The empty last line is for one more word.
    last = model.rowCount() - 1
    assert model.index(last, VALUE).data() == "Add a word…"
    write(page, last, VALUE, "Suspended")
    assert model.rowCount() == last + 2
    write(page, last, VALUE, "")
    assert model.rowCount() == last + 1


def test_a_file_goes_out_and_comes_in(
    opened: Open,
    workspace: Workspace,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = opened(workspace)
    file = tmp_path / "police.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    by_name = {action.text(): action for action in page.actions()}
    by_name["&Export to a file…"].trigger()
    assert b'name = "police-misconduct"' in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(b"Police misconduct", b"Ours"))
    by_name["&Import from a file…"].trigger()
    settle(workspace)
    assert page.sides.title.text() == "Ours"
    by_name["&Remove"].trigger()
    settle(workspace)
    assert page.sides.title.text() == "Police misconduct"
    file.write_bytes(b"nonsense")
    by_name["&Import from a file…"].trigger()
    settle(workspace)
    assert "Nothing was changed" in page.sides.preview.said.text()


def test_a_narrow_window_has_two_tabs(opened: Open, workspace: Workspace) -> None:
    page = opened(workspace, (968, 560))
    assert page.sides.tabs.isVisible()
    assert page.sides.editor.isVisible()
    assert not page.sides.preview.isVisible()
    page.sides.tabs.setCurrentIndex(1)
    assert page.sides.preview.isVisible()


def test_every_field_has_a_name_and_can_be_reached(
    opened: Open, empty_workspace: Workspace
) -> None:
    desk = empty_workspace.desk
    keep_and_read(desk, ODD, log(desk))
    page = opened(empty_workspace)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            kind = type(widget).__name__
            if kind in ("QScrollArea", "QHeaderView", "QExpandingLineEdit"):
                continue
            text = widget.text() if isinstance(widget, QPushButton) else ""
            assert widget.accessibleName() or text, kind


def test_with_no_table_yet_it_says_so(opened: Open, empty_workspace: Workspace) -> None:
    page = opened(empty_workspace)
    assert "No response has a table yet" in page.sides.preview.said.text()
    assert not page.sides.preview.choice.isVisible()


def test_letters_that_others_read_are_shown_before_saving_and_left_unless_ticked(
    opened: Open, empty_workspace: Workspace, settle: Settle
) -> None:
    desk = empty_workspace.desk
    misconduct = letter(desk, LISTED, "Kent Police")
    ranked = SEARCHES.replace("Force area", "Rank")
    first = letter(desk, ranked, "Northumbria Police")
    second = letter(desk, ranked, "Durham Constabulary")
    page = opened(empty_workspace)
    page.unsaved.begin(by_rank(desk), None)
    page.refresh()
    settle(empty_workspace)
    page.choose("stop-search")
    [campaign] = [one.id for one in campaigns.all(desk) if one.name == POWERS]
    page.sides.usage.tick(campaign, True)
    before = responses.proposal(desk, misconduct.id).cases
    page.save()
    settle(empty_workspace)
    dialog = page.findChild(ReachDialog)
    assert dialog is not None
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    assert [item.text().split("\n")[:2] for item in items] == [
        ["Kent Police, letter.txt", "3 case rows in place of 3 by “Police misconduct”"],
        ["Northumbria Police, letter.txt", "3 case rows; none so far"],
        ["Durham Constabulary, letter.txt", "3 case rows; none so far"],
    ]
    off, on = Qt.CheckState.Unchecked, Qt.CheckState.Checked
    assert [item.checkState() for item in items] == [off, on, on]
    items[2].setCheckState(off)
    dialog.accept_button.click()
    settle(empty_workspace)
    assert responses.proposal(desk, misconduct.id).cases == before
    assert len(responses.proposal(desk, first.id).cases) == 3
    assert responses.proposal(desk, second.id).cases == ()


def test_a_letter_begins_a_schema_and_is_gone_back_to_once_it_is_saved(
    qtbot: QtBot, opened: Open, empty_workspace: Workspace, settle: Settle
) -> None:
    desk = empty_workspace.desk
    letter(desk, LISTED, "Kent Police")
    searches = letter(desk, SEARCHES, "Northumbria Police")
    letter(desk, FINES, "Ashby Borough Council")
    asked: list[tuple[str, object]] = []
    empty_workspace.navigate.connect(lambda name, argument: asked.append((name, argument)))
    page = opened(empty_workspace)
    [table] = [one for one in schemas.tables(desk, None) if one.response_id == searches.id]
    wanted = FromTable(searches.id, table.number, table.document_id)
    page.arrive(wanted)
    page.show_argument(wanted)
    settle(empty_workspace)
    assert page.origin.back.isVisible()
    dialog = page.findChild(NewSchemaDialog)
    assert dialog is not None
    assert "Northumbria Police, Table 1" in dialog.table.currentText()
    qtbot.keyClicks(dialog.title_field, "Stop search")
    dialog.accept_button.click()
    # Another schema reads a letter of the campaign: it is not to be taken by the way.
    assert page.sides.usage.text() == "No campaign yet"
    page.save()
    settle(empty_workspace)
    assert len(responses.proposal(desk, searches.id).cases) == 3
    assert asked == [("recording", searches.id)]
    assert not page.origin.back.isVisible()


def test_a_letter_that_begins_a_schema_and_is_read_by_another_is_asked_about(
    opened: Open, empty_workspace: Workspace, settle: Settle
) -> None:
    desk = empty_workspace.desk
    misconduct = letter(desk, LISTED, "Kent Police")
    before = responses.proposal(desk, misconduct.id).cases
    page = opened(empty_workspace)
    page.begin_new(0)
    new = page.findChild(NewSchemaDialog)
    assert new is not None
    new.title_field.setText("Own")
    new.accept_button.click()
    page.save()
    settle(empty_workspace)
    dialog = page.findChild(ReachDialog)
    assert dialog is not None
    item = dialog.list.item(0)
    assert "3 case rows in place of 3 by “Police misconduct”" in item.text()
    assert item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked)
    dialog.accept_button.click()
    settle(empty_workspace)
    assert responses.proposal(desk, misconduct.id).cases == before
    assert "own" in {view.name for view in schemas.all(desk)}
