from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from foitrack.desk import history, requests, responses
from foitrack.desk.views import DeskError, NewRequest, RequestDetail
from foitrack.law.terms import Event, EventKind, Review, Standing
from tests.ui.conftest import settled
from tests.ui.requests.conftest import Settle, row_of
from ui.remembered import remember
from ui.requests.detail_tabs import TABS
from ui.requests.page import RequestsPage
from ui.requests.responses_tab import ResponsesTab
from ui.requests.review_tab import ReviewTab
from ui.requests.timeline_list import ENTRY_ROLE
from ui.workspace import Workspace

Show = Callable[[str | None], RequestDetail]


@pytest.fixture
def show(page: RequestsPage, workspace: Workspace, settle: Settle) -> Show:
    """Shows a request by its authority's name."""

    def shown(authority: str | None) -> RequestDetail:
        page.open_request(row_of(workspace, authority).id)
        settle(workspace)
        detail = page.detail.detail()
        assert detail is not None
        return detail

    return shown


@pytest.fixture
def look(dressed: QApplication, seen: RequestsPage, unaltered: Workspace) -> Show:
    """Shows a request by its authority's name, on the page of all who only look."""

    def shown(authority: str | None) -> RequestDetail:
        seen.open_request(row_of(unaltered, authority).id)
        settled(unaltered)
        seen.detail.show_tab("timeline")
        detail = seen.detail.detail()
        assert detail is not None
        return detail

    return shown


def words_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.text())


def log(workspace: Workspace, authority: str, sent: date | None) -> int:
    new = NewRequest("Speed cameras", authority, sent_on=sent)
    made = requests.log(workspace.desk, new, today=workspace.today).new_id
    assert made is not None
    workspace.announce_changes()
    return made


def test_the_head_says_what_it_is(seen: RequestsPage, look: Show) -> None:
    look("Staffordshire Police")
    head = seen.detail.header
    assert head.name.text() == "Staffordshire Police"
    assert head.chip.text() == "Answered in part"
    assert head.due.text() == "Thu 30 March 2023"
    assert head.due_word.text() == "Due"
    assert head.facts.accessibleName() == (
        "Complaints about social media use, Reference 15350, FOIA, Police and social media"
    )
    assert head.act.text() == "Ask for internal review"
    assert head.act.property("kind") == "primary"
    strip = seen.detail.strip
    assert "Day 17 of 20" in strip.accessibleDescription()


def test_what_is_not_known_is_said(seen: RequestsPage, look: Show) -> None:
    look(None)
    head = seen.detail.header
    assert head.name.text() == "Authority not stated"
    assert head.due.text() == "not known"
    assert head.why.isHidden()
    assert seen.detail.strip.isHidden()


def test_late_says_so_and_chasing_is_one_press_with_undo(
    page: RequestsPage, workspace: Workspace, show: Show, settle: Settle
) -> None:
    said: list[tuple[str, bool]] = []
    workspace.notice.connect(lambda words, undo: said.append((words, undo)))
    request_id = log(workspace, "Kent Police", date(2023, 2, 9))
    settle(workspace)
    show("Kent Police")
    head = page.detail.header
    assert head.chip.text() == "Overdue"
    assert head.due_word.text() == "Was due"
    assert head.act.text() == "Record that I chased"
    head.act.click()
    settle(workspace)
    detail = requests.detail(workspace.desk, request_id, today=workspace.today)
    assert [view.event.kind for view in detail.events][-1] is EventKind.CHASED
    assert said[-1] == ("Done: Record: Chased", True)
    assert page.detail.timeline.list.entries.rowCount() == len(detail.timeline)
    history.undo(workspace.desk)
    after = requests.detail(workspace.desk, request_id, today=workspace.today)
    assert EventKind.CHASED not in [view.event.kind for view in after.events]


def test_the_button_follows_the_next_step(
    page: RequestsPage, workspace: Workspace, show: Show, settle: Settle, qtbot: QtBot
) -> None:
    log(workspace, "Essex Police", None)
    log(workspace, "Sussex Police", date(2023, 3, 20))
    settle(workspace)
    show("Essex Police")
    assert page.detail.header.act.text() == "Set the date"
    detail = show("Sussex Police")
    act = page.detail.header.act
    assert act.text() == "Record a response"
    assert act.property("kind") == ""
    with qtbot.waitSignal(workspace.navigate) as heard:
        act.click()
    assert heard.args == ["record-response", detail.row.id]


def test_a_response_to_read_leads_to_recording(
    page: RequestsPage, workspace: Workspace, show: Show, settle: Settle, qtbot: QtBot
) -> None:
    request_id = log(workspace, "Surrey Police", date(2023, 3, 1))
    proposal = responses.keep(workspace.desk, "letter.txt", b"Please find our answer.", request_id)
    settle(workspace)
    show("Surrey Police")
    workspace.announce_changes()
    settle(workspace)
    assert page.detail.header.act.text() == "Read and record"
    with qtbot.waitSignal(workspace.navigate) as heard:
        page.detail.header.act.click()
    assert heard.args == ["recording", proposal]


def test_the_timeline_reads_as_sentences_and_enter_corrects(
    seen: RequestsPage, look: Show, qtbot: QtBot
) -> None:
    look("Staffordshire Police")
    timeline = seen.detail.timeline.list
    model = timeline.entries
    said = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    assert said[0] == "Wed 1 March 2023: Sent by email"
    assert any("Mon 27 March 2023: Response" in line and "day 17" in line for line in said)
    assert any("Thu 30 March 2023: Last day for an answer" in line for line in said)
    timeline.setCurrentIndex(model.index(0, 0))
    with qtbot.waitSignal(seen.detail.deeds.opened) as heard:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert heard.args is not None
    assert heard.args[0].form.on.date() == date(2023, 3, 1)
    heard.args[0].reject()
    last_day = next(
        row
        for row in range(model.rowCount())
        if model.data(model.index(row, 0), ENTRY_ROLE).event_id is None
    )
    timeline.setCurrentIndex(model.index(last_day, 0))
    with qtbot.assertNotEmitted(seen.detail.deeds.opened):
        QTest.keyClick(timeline, Qt.Key.Key_Return)


def test_the_tabs_tell_an_answered_review_and_the_day_of_a_letter_to_be_read(
    workspace: Workspace, qtbot: QtBot
) -> None:
    desk, today = workspace.desk, workspace.today
    number = log(workspace, "Kent Police", date(2023, 1, 9))
    for kind, on in (
        (EventKind.RESPONSE, date(2023, 2, 1)),
        (EventKind.REVIEW_ASKED, date(2023, 2, 6)),
        (EventKind.REVIEW_OUTCOME, date(2023, 2, 20)),
    ):
        requests.add_event(desk, number, Event(kind, on), today=today)
    letter = b"Kent Police\n\nOur reference: 79/23\n\n2 March 2023\n\nNothing is held.\n"
    responses.read(desk, responses.keep(desk, "letter.txt", letter, number))
    detail = requests.detail(desk, number, today=today)
    review, answers = ReviewTab(), ResponsesTab()
    qtbot.addWidget(review)
    qtbot.addWidget(answers)
    review.show_detail(detail, desk.reference.calendars, today)
    assert "Answer so far" not in words_in(review)
    assert "Mon 20 February 2023" in words_in(review)
    assert "not recorded" in words_in(review)
    answers.show_detail(detail)
    assert "Thu 2 March 2023" in words_in(answers)


def test_tabs_are_counted_and_change_by_arrow(seen: RequestsPage, look: Show) -> None:
    look("Staffordshire Police")
    tabs = seen.detail.tabs
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        "Timeline",
        "Responses  1",
        "Exemptions  2",
        "Internal review",
        "Case data",
        "Notes",
        "History",
    ]
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert seen.detail.pages.currentWidget() is seen.detail.responses


def test_responses_name_their_documents_and_what_is_missing(
    page: RequestsPage, show: Show, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    detail = show("Staffordshire Police")
    said = words_in(page.detail.responses)
    assert "Answered in part" in said
    assert "Mon 27 March 2023" in said
    assert "two months" in said
    assert "named in the letter, not here yet" in said
    file = tmp_path / "figures.csv"
    file.write_text("year,count\n2020,3\n", encoding="utf-8")
    page.detail.deeds.add_file(detail.responses[0].id, file)
    settle(workspace)
    assert "figures.csv" in words_in(page.detail.responses)


def test_a_document_opens_as_it_was_received(
    page: RequestsPage,
    show: Show,
    workspace: Workspace,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[bytes] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()).read_bytes())
        return True

    monkeypatch.setattr("ui.recording.original.QDesktopServices.openUrl", open_url)
    remember("opened-outside", "yes")
    detail = show("Staffordshire Police")
    document = detail.responses[0].documents[0]
    button = next(
        b
        for b in page.detail.responses.findChildren(QPushButton)
        if b.accessibleDescription() == document.name
    )
    button.click()
    settle(workspace)
    assert opened == [responses.document_bytes(workspace.desk, document.id)]


def test_exemptions_say_what_they_are_and_what_became_of_them(
    page: RequestsPage, show: Show, workspace: Workspace, settle: Settle
) -> None:
    detail = show("Staffordshire Police")
    said = words_in(page.detail.exemptions)
    assert "FOIA s31(1)(g)" in said
    assert "with FOIA s31(2)(b)" in said
    assert "FOIA s40(2)" in said
    box = page.detail.exemptions.findChildren(QComboBox)[0]
    box.setCurrentIndex(box.findData(Standing.WITHDRAWN.value))
    box.activated.emit(box.currentIndex())
    settle(workspace)
    now = requests.detail(workspace.desk, detail.row.id, today=workspace.today)
    assert now.responses[0].provisions[0].standing is Standing.WITHDRAWN


def test_none_cited_is_said(seen: RequestsPage, look: Show) -> None:
    look("Gwent Police")
    assert "None cited in the answer." in words_in(seen.detail.exemptions)


def test_case_data_of_one_request(seen: RequestsPage, look: Show, qtbot: QtBot) -> None:
    detail = look("Gwent Police")
    seen.detail.show_tab("casedata")
    model = seen.detail.cases.model
    assert model.rowCount() == detail.case_rows == 7
    heads = [
        model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())
    ]
    assert heads[-3:] == ["Cases", "Where it stands", "Checked"]
    counts = [int(model.data(model.index(row, len(heads) - 3))) for row in range(7)]
    assert sum(counts) == 11
    with qtbot.waitSignal(seen._workspace.navigate) as heard:
        seen.detail.cases.open.click()
    assert heard.args is not None
    assert heard.args[1].request_id == detail.row.id


def test_without_case_data_it_says_how_to_get_some(seen: RequestsPage, look: Show) -> None:
    look("Staffordshire Police")
    assert "No case rows yet" in seen.detail.cases.summary.text()
    assert seen.detail.cases.open.isHidden()


def test_notes_are_kept_on_leaving_and_by_ctrl_s(
    page: RequestsPage, show: Show, workspace: Workspace, settle: Settle
) -> None:
    detail = show("Gwent Police")
    page.detail.show_tab("notes")
    notes = page.detail.notes
    notes.edit.setFocus()
    notes.edit.selectAll()
    QTest.keyClicks(notes.edit, "Call on Monday")
    assert notes.state.text() == "Not saved yet"
    QTest.keyClick(notes.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(workspace)
    kept = requests.detail(workspace.desk, detail.row.id, today=workspace.today)
    assert kept.notes == "Call on Monday"
    assert notes.state.text() == ""
    QTest.keyClicks(notes.edit, "!")
    page.list.table.setFocus()
    settle(workspace)
    again = requests.detail(workspace.desk, detail.row.id, today=workspace.today)
    assert "!" in again.notes


def test_going_on_to_another_request_keeps_the_notes_of_the_first(
    page: RequestsPage, show: Show, workspace: Workspace, settle: Settle
) -> None:
    first = show("Gwent Police")
    page.detail.notes.edit.setPlainText("Half a thought")
    show("Staffordshire Police")
    settle(workspace)
    kept = requests.detail(workspace.desk, first.row.id, today=workspace.today)
    assert kept.notes == "Half a thought"
    assert page.detail.notes.edit.toPlainText() != "Half a thought"


def test_a_refresh_does_not_overwrite_what_is_being_typed(
    page: RequestsPage, show: Show, workspace: Workspace, settle: Settle
) -> None:
    show("Gwent Police")
    page.detail.notes.edit.setPlainText("Still typing")
    workspace.announce_changes()
    settle(workspace)
    assert page.detail.notes.edit.toPlainText() == "Still typing"


def test_history_tells_each_step(seen: RequestsPage, look: Show) -> None:
    look("Staffordshire Police")
    said = words_in(seen.detail.history)
    assert "Log request to Staffordshire Police" in said
    assert "Record response" in said


def test_a_request_that_has_gone_is_said(
    dressed: QApplication, seen: RequestsPage, unaltered: Workspace
) -> None:
    seen.open_request(9_999)
    settled(unaltered)
    assert "There is no request 9999" in seen.detail.nothing.detail.text()


def test_the_menu_offers_what_can_be_done(seen: RequestsPage, look: Show) -> None:
    look("Staffordshire Police")
    menu = seen.detail.header.menu
    menu.aboutToShow.emit()
    said = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert "Ask for internal review…" in said
    assert "Record the outcome of the review…" not in said
    assert "Move to the bin" in said
    letters = [text[text.index("&") + 1].lower() for text in _texts(menu) if "&" in text]
    assert len(letters) == len(set(letters))


def _texts(menu: QWidget) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_withdrawn_requests_have_no_clock(
    page: RequestsPage, workspace: Workspace, show: Show, settle: Settle
) -> None:
    request_id = log(workspace, "Kent Police", date(2023, 3, 1))
    event = Event(EventKind.WITHDRAWN, date(2023, 3, 5))
    requests.add_event(workspace.desk, request_id, event, today=workspace.today)
    workspace.announce_changes()
    settle(workspace)
    show("Kent Police")
    assert page.detail.strip.isHidden()
    assert page.detail.header.act.isHidden()


def test_everything_that_takes_the_keyboard_has_a_name(seen: RequestsPage, look: Show) -> None:
    look("Staffordshire Police")
    for name in TABS:
        seen.detail.show_tab(name)
        for widget in seen.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            if widget.objectName().startswith("qt_"):
                continue
            words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
            assert words or widget.accessibleName() or widget.toolTip(), (name, widget)


def test_a_failed_write_is_said_and_nothing_changes(
    page: RequestsPage,
    workspace: Workspace,
    show: Show,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    detail = show("Staffordshire Police")
    problems: list[Exception] = []
    workspace.tasks.problem.connect(problems.append)

    def fail(*args: object, **more: object) -> None:
        raise DeskError("The case file is locked. Nothing was changed.")

    monkeypatch.setattr("ui.requests.deeds.requests.bin", fail)
    page.detail.deeds.bin()
    settle(workspace)
    assert [str(problem) for problem in problems] == [
        "The case file is locked. Nothing was changed."
    ]
    after = requests.detail(workspace.desk, detail.row.id, today=workspace.today)
    assert after.review.status is Review.NONE
