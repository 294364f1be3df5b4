"""What was done is said in the window's language: in the menu, in the notice and in History."""

from __future__ import annotations

import getpass
from datetime import timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack.desk import many, request_edits, responses, snoozing
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.step_names import recalled
from foitrack.law.terms import Event, EventKind
from foitrack.saying import Said
from tests.desk.letters import LISTED
from tests.ui.conftest import Settle
from tests.ui.core_crawl import all_said, data_of, in_english
from tests.ui.pseudo import Pseudo, stretched
from ui.commands.readiness import settle as settled
from ui.core_words import told_within
from ui.main_window import MainWindow
from ui.requests.page import RequestsPage
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
    assert window.notice.label.text() == step
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
