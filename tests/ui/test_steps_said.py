"""What was done, what two people did at once and what came in, in the window's language."""

from __future__ import annotations

import getpass
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import batches, many, request_edits, requests, responses, snoozing
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.stale import StaleEditError
from foitrack.desk.step_names import recalled
from foitrack.law.terms import Body, Event, EventKind
from foitrack.saying import Said
from tests.desk.letters import LISTED
from tests.ui.conftest import Settle
from tests.ui.core_crawl import all_said, data_of, in_english
from tests.ui.pseudo import Pseudo, stretched
from ui.commands.readiness import settle as settled
from ui.core_words import told, told_within
from ui.main_window import MainWindow
from ui.requests.page import RequestsPage
from ui.team.which_stands import WhichStands
from ui.workspace import Workspace


def test_the_menu_the_notice_and_the_history_say_a_step_in_the_windows_language(
    dressed: QApplication, pseudo: Pseudo, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    desk, today = workspace.desk, workspace.today
    window = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    kept = responses.keep(desk, "letter.txt", LISTED.encode(), 1)
    responses.read(desk, kept)
    confirmed = everything_confirmed(responses.proposal(desk, kept))
    responses.record(desk, kept, confirmed, today=today)
    snoozing.snooze(desk, [1], "overdue", today + timedelta(1), today=today)
    many.put_in_campaign(desk, [1], "Slow & late")
    chased = Event(EventKind.CHASED, today)
    workspace.write(lambda: request_edits.add_event(desk, 1, chased, today=today))
    settled(dressed, workspace.tasks)
    step = stretched("Record: {0}").format(stretched("Chased"))
    assert window.notice.label.text() == stretched("Done: {0}").format(step)
    small = step[0].lower() + step[1:]
    assert window.actions_by_name["undo"].text() == stretched("&Undo {0}").format(small)
    window.go("requests", 1)
    page = window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    page.detail.tabs.bring("history")
    settled(dressed, workspace.tasks)
    data = [*data_of(workspace), "Slow & late", "letter.txt", getpass.getuser()]
    said = all_said(page.detail.history)
    assert step in said and len(said) > 8
    assert {text for text in said if in_english(text, data)} == set()
    window.actions_by_name["undo"].trigger()
    settled(dressed, workspace.tasks)
    assert window.notice.label.text() == stretched("Undone: {0}").format(step)
    assert window.actions_by_name["redo"].text() == stretched("&Redo {0}").format(small)
    put = stretched("Put {0} in {1}").format(stretched("{0} request").format(1), "Slow && late")
    assert put.lower() in window.actions_by_name["undo"].text().lower()


def test_within_a_sentence_a_name_keeps_its_first_letter(pseudo: Pseudo) -> None:
    desk_says = recalled("Log request to Kent Police")
    assert isinstance(desk_says, Said)
    assert told_within(desk_says) == stretched("log request to {0}").format("Kent Police")
    assert told_within("Something old") == "something old"


def test_both_values_are_shown_in_the_windows_language(
    dressed: QApplication, pseudo: Pseudo, workspace: Workspace, qtbot: QtBot
) -> None:
    desk, today = workspace.desk, workspace.today
    owner = QWidget()
    qtbot.addWidget(owner)
    shown = requests.detail(desk, 1, today=today)
    seen = {"title": "Before", "campaign": "Before", "body": Body.SCHOOL}
    wanted = {"title": "Mine", "campaign": "Mine", "body": Body.KEEPER}
    with pytest.raises(StaleEditError) as told_of:
        request_edits.edit(desk, 1, seen=seen, **wanted)  # type: ignore[arg-type]
    event = shown.events[0]
    other = replace(event, note="Before")
    with pytest.raises(StaleEditError) as told_of_event:
        request_edits.remove_event(desk, event.id, seen=other)
    conflicts = [*told_of.value.conflicts, *told_of_event.value.conflicts]
    dialog = WhichStands(StaleEditError(conflicts), owner)
    owner.show()
    dialog.open()
    data = [*data_of(workspace), "Mine", "Before", getpass.getuser()]
    said = all_said(dialog)
    assert {text for text in said if in_english(text, data)} == set()
    assert {stretched("Title"), stretched("Removed")} & {text.split(":")[0] for text in said}
    # The same as one sentence, where there is no form to show both in.
    assert in_english(told(told_of_event.value), data) == []


def test_why_a_document_is_thought_to_belong_somewhere_is_said_in_the_windows_language(
    dressed: QApplication, pseudo: Pseudo, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    desk, today = workspace.desk, workspace.today
    known = requests.detail(desk, 1, today=today).row
    letter = f"{known.authority}\nOur reference: {known.references[0]}\n\n{LISTED[12:]}"
    files = (("ours.txt", letter), ("other.txt", LISTED), ("none.txt", "Good day."))
    kept = batches.keep_many(desk, [(name, text.encode()) for name, text in files])
    kept += batches.keep_many(desk, [("cut.pdf", b"%PDF-1.4 cut short")])
    for one in kept:
        responses.read(desk, one)
    responses.attach(desk, kept[0], 1)
    window = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.go("arrivals")
    settled(dressed, workspace.tasks)
    data = [*data_of(workspace), *(name for name, _ in files), "cut.pdf"]
    said = all_said(window)
    assert {text for text in said if in_english(text, data)} == set()
    assert stretched("Its reference is {0}.").format(known.references[0]) in " ".join(said)
