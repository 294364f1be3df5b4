"""Two jobs by the keyboard alone: a campaign taken in hand, and an authority put right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import history, requests
from foitrack.law.terms import EventKind
from tests.ui.campaigns.conftest import rich as rich
from tests.ui.campaigns.conftest import rich_file as rich_file
from tests.ui.conftest import TODAY, Settle
from ui.authorities.edit_dialog import EditDialog
from ui.authorities.page import AuthoritiesPage
from ui.campaigns.ask_more_dialog import AskMoreDialog
from ui.campaigns.chase_dialog import ChaseDialog
from ui.campaigns.page import CampaignPage
from ui.main_window import MainWindow
from ui.requests.new_request import NewRequestDialog
from ui.requests.page import RequestsPage
from ui.workspace import Workspace

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
TABS = 80


class Typist:
    """Someone at the window who has no mouse: every key goes where the keyboard is."""

    def __init__(self, window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
        self.window, self.workspace = window, window.workspace
        self._qtbot, self._settle = qtbot, settle

    def settle(self) -> None:
        self._settle(self.workspace)
        QApplication.processEvents()

    def focused(self) -> QWidget:
        if QApplication.activeWindow() is None:
            # Where no desktop does it, the window does not come back by itself after a dialog.
            self.window.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=9000)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        for _ in range(times):
            self._qtbot.keyClick(self.focused(), key, modifier)
            self.settle()

    def type(self, words: str) -> None:
        self._qtbot.keyClicks(self.focused(), words)

    def tab_to(self, wanted: QWidget) -> None:
        for _ in range(TABS):
            if self.focused() is wanted:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never reached {wanted.accessibleName() or wanted}")

    def wait_for(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=9000)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        self.wait_for(lambda: any(d.isVisible() for d in self.window.findChildren(kind)))
        [shown] = [d for d in self.window.findChildren(kind) if d.isVisible()]
        return shown


@pytest.fixture
def typist(rich: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[Typist]:
    window = MainWindow(rich, "mine.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.go("today")
    settle(rich)
    yield Typist(window, qtbot, settle)
    settle(rich)


def copy_what_others_disclosed(typist: Typist, page: CampaignPage) -> None:
    for _ in range(page.model.rowCount()):
        if page.rail.name.text() == "Gwent Police":
            break
        typist.press(Key.Key_Down)
    typist.tab_to(page.rail.copy)
    typist.press(Key.Key_Space)
    assert "Norfolk Constabulary" in QGuiApplication.clipboard().text()


def chase_all_and_take_it_back(typist: Typist, page: CampaignPage) -> None:
    typist.tab_to(page.head.chase)
    typist.press(Key.Key_Space)
    letters = typist.dialog(ChaseDialog)
    assert isinstance(letters, ChaseDialog)
    typist.press(Key.Key_Down)
    typist.tab_to(letters.copy)
    typist.press(Key.Key_Space)
    assert "Dear " in QGuiApplication.clipboard().text()
    typist.press(Key.Key_Return, CONTROL)
    [late] = requests.meant_by(typist.workspace.desk, "Merseyside Police")
    assert requests.events(typist.workspace.desk, late)[-1].kind is EventKind.CHASED
    typist.press(Key.Key_Z, CONTROL)
    assert requests.events(typist.workspace.desk, late)[-1].kind is not EventKind.CHASED


def ask_the_other_welsh_forces(typist: Typist, page: CampaignPage) -> None:
    typist.tab_to(page.head.ask)
    typist.press(Key.Key_Space)
    groups = typist.dialog(AskMoreDialog)
    assert isinstance(groups, AskMoreDialog)
    for _ in range(groups.list.count()):
        if "Wales" in groups.list.currentItem().text():
            break
        typist.press(Key.Key_Down)
    typist.press(Key.Key_Return)
    new = typist.dialog(NewRequestDialog)
    assert isinstance(new, NewRequestDialog)
    typist.wait_for(lambda: len(new.whom.ticks.ticked()) == 3)
    typist.press(Key.Key_Return, CONTROL)
    typist.settle()
    assert page.sentence.text().startswith("24 asked.")


def test_a_campaign_is_taken_in_hand(typist: Typist) -> None:
    typist.press(Key.Key_6, CONTROL)
    page = typist.window.pages.currentWidget()
    assert isinstance(page, CampaignPage)
    copy_what_others_disclosed(typist, page)
    chase_all_and_take_it_back(typist, page)
    ask_the_other_welsh_forces(typist, page)
    typist.tab_to(page.table)
    typist.press(Key.Key_Home)
    typist.press(Key.Key_Return)
    assert isinstance(typist.window.pages.currentWidget(), RequestsPage)


def test_an_authority_is_put_right(typist: Typist) -> None:
    window, desk = typist.window, typist.workspace.desk
    typist.press(Key.Key_7, CONTROL)
    page = window.pages.currentWidget()
    assert isinstance(page, AuthoritiesPage)
    typist.press(Key.Key_F, CONTROL)
    typist.type("heddlu gwent")
    typist.press(Key.Key_Return)
    assert page.pane.name.text() == "Gwent Police"
    assert "1 request, 1 answered." in page.pane.did.text()
    # One that the directory lacks, with an address for its letters.
    typist.tab_to(page.add)
    typist.press(Key.Key_Space)
    fields = typist.dialog(EditDialog)
    assert isinstance(fields, EditDialog)
    typist.type("Met Police Force")
    typist.tab_to(fields.email)
    typist.type("foi@met.example")
    typist.press(Key.Key_Return, CONTROL)
    assert page.pane.name.text() == "Met Police Force"
    # It is the Metropolitan Police after all: joined with a press, and the address goes along.
    typist.tab_to(page.pane.same)
    typist.press(Key.Key_Space)
    typist.wait_for(lambda: page.pane.name.text() == "Metropolitan Police Service")
    assert page.pane.email.text() == "Write to foi@met.example"
    number = page.pane.requests.count()
    assert number == 1
    typist.press(Key.Key_Z, CONTROL)
    assert history.redo_label(desk) == "Join Met Police Force with Metropolitan Police Service"
    # From the list into its requests, and from there to the request itself.
    page.show_argument("Gwent Police")
    typist.settle()
    typist.tab_to(page.table)
    typist.press(Key.Key_Return)
    assert typist.focused() is page.pane.new
    typist.tab_to(page.pane.requests)
    typist.press(Key.Key_Return)
    shown = window.pages.currentWidget()
    assert isinstance(shown, RequestsPage)
    [wanted] = requests.meant_by(desk, "Gwent Police")
    assert shown.detail.request_id() == wanted
    assert requests.detail(desk, wanted, today=TODAY).row.authority == "Gwent Police"
