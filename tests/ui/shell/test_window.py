"""The main window: pages, side bar, undo, search, sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import requests
from foitrack.desk.views import NewRequest, RequestFilter, SortKey
from foitrack.errors import PlainError
from tests.ui.conftest import TODAY, Settle, settled
from ui import remembered, theme
from ui.actions import keys_in_words
from ui.casedata.page import CaseDataPage
from ui.main_window import MainWindow
from ui.recording.page import RecordPage
from ui.shell.menus import remembered_theme, wear
from ui.shell.pages import PAGES, PageSpec, make_page
from ui.widgets.empty_state import EmptyState
from ui.workspace import Workspace


@pytest.fixture(scope="module")
def lasting(unaltered: Workspace) -> Iterator[MainWindow]:
    """One window for the tests of this module that alter nothing; its pages are made once."""
    made = MainWindow(unaltered, "/somewhere/examples.foitrack")
    yield made
    settled(unaltered)
    made.close()
    made.deleteLater()


@pytest.fixture
def seen(dressed: QApplication, lasting: MainWindow) -> Iterator[MainWindow]:
    """That window on Deadlines, out of the way of others afterwards."""
    lasting.resize(1440, 900)
    lasting.show()
    lasting.go("deadlines")
    settled(lasting.workspace)
    yield lasting
    settled(lasting.workspace)
    lasting.hide()


def log(workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
    new = NewRequest("Complaints", "Staffordshire Police", sent_on=TODAY)
    workspace.write(lambda: requests.log(workspace.desk, new, today=TODAY))
    settle(workspace)


def test_every_page_comes_up_and_is_made_once(seen: MainWindow, settle: Settle) -> None:
    made: dict[str, QWidget] = {}
    for _ in range(2):
        for page in PAGES:
            seen.go(page.name)
            settle(seen.workspace)
            shown = seen.pages.currentWidget()
            assert shown is not None
            assert made.setdefault(page.name, shown) is shown
            assert seen.windowTitle().startswith(page.shown_title)
            marked = [name for name, item in seen.sidebar.items.items() if item.isChecked()]
            assert marked == [page.stands_under or page.name]
    assert seen.pages.count() == len(PAGES)


def test_a_page_that_is_not_there_yet_says_so(seen: MainWindow) -> None:
    spec = PageSpec("x", "Elsewhere", "authority", "ui.elsewhere.page", "ElsewherePage")
    page = make_page(spec, seen.workspace, seen.pages)
    assert isinstance(page, EmptyState)
    assert "not part of this version" in page.detail.text()


def test_a_page_made_ahead_asks_for_nothing_until_it_is_seen(
    window: MainWindow, settle: Settle
) -> None:
    for _ in window.pages.ahead("casedata"):
        pass
    settle(window.workspace)
    page = window.pages.findChild(CaseDataPage)
    assert page is not None and page.panel.model.rowCount() == 0
    window.go("casedata")
    settle(window.workspace)
    assert window.pages.currentWidget() is page and page.panel.model.rowCount() == 81


def test_a_page_that_is_only_begun_is_whole_when_it_is_wanted(
    window: MainWindow, settle: Settle
) -> None:
    steps = window.pages.ahead("casedata")
    next(steps)
    next(steps)
    window.go("casedata")
    settle(window.workspace)
    page = window.pages.currentWidget()
    assert isinstance(page, CaseDataPage) and page.panel.model.rowCount() == 81
    assert list(steps) == [] and window.pages.findChildren(CaseDataPage) == [page]


def test_pages_are_told_that_they_came_up_and_with_what(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []

    class Page(QWidget):
        def arrive(self, argument: object) -> None:
            told.append(("arrive", argument))

        def show_argument(self, argument: object) -> None:
            told.append(("show", argument))

    monkeypatch.setattr("ui.shell.pages.make_page", lambda *_: Page())
    window.go("reports")
    window.workspace.navigate.emit("reports", 7)
    assert told == [("arrive", None), ("arrive", 7), ("show", 7)]


def test_the_side_bar_counts_and_lists_campaigns(seen: MainWindow, qtbot: QtBot) -> None:
    items = seen.sidebar.items
    assert items["requests"].accessibleName() == "Requests, 5"
    assert items["deadlines"].accessibleName() == "Deadlines"
    with qtbot.waitSignal(seen.sidebar.campaign_wanted):
        campaign = seen.sidebar._campaigns.itemAt(0)
        assert campaign is not None
        button = campaign.widget()
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_campaign_of_the_side_bar_shows_its_page(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[object] = []
    monkeypatch.setattr(window.pages, "bring", lambda *args: gone.append(args))
    window.sidebar.campaign_wanted.emit(3)
    assert gone == [("campaign", 3)]


def test_a_narrow_window_folds_the_side_bar_into_icons(seen: MainWindow) -> None:
    assert seen.sidebar.width() == 216
    assert seen.sidebar.new_request.text() == "New request"
    seen.resize(1100, 640)
    assert seen.sidebar.width() == 56
    assert seen.sidebar.new_request.text() == ""
    assert seen.sidebar.new_request.accessibleName() == "New request"
    assert seen.sidebar.items["casedata"].toolTip().startswith("Case data")
    seen.resize(1300, 700)
    assert seen.sidebar.width() == 216


def test_every_item_can_be_reached_and_pressed_by_key(
    seen: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    item = seen.sidebar.items["reports"]
    item.setFocus()
    qtbot.keyClick(item, Qt.Key.Key_Return)
    assert seen.pages.current_name == "reports"
    for number, page in enumerate([page for page in PAGES if page.in_sidebar], 1):
        keys = seen.actions_by_name[f"page-{page.name}"]
        assert keys_in_words(keys) == (page.keys or f"Ctrl+{number}")
        keys.trigger()
        assert seen.pages.current_name == page.name
    settle(seen.workspace)


def test_pages_are_reached_by_the_keys_themselves(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    for number, page in enumerate([page for page in PAGES if page.in_sidebar], 1):
        numbered = Qt.Key(Qt.Key.Key_0.value + number)
        own = {"Ctrl+,": Qt.Key.Key_Comma, "F1": Qt.Key.Key_F1}
        control, alone = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
        focused = QApplication.focusWidget()
        assert focused is not None
        key = own.get(page.keys, numbered)
        qtbot.keyClick(focused, key, alone if page.keys == "F1" else control)
        settle(window.workspace)
        assert window.pages.current_name == page.name


class StrayWindows(QObject):
    """Notes every widget but the window that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and not isinstance(watched, MainWindow):  # type: ignore[attr-defined]
            self.seen.append(repr(watched))
        return False


def test_no_page_flashes_a_window_of_its_own(
    workspace: Workspace, dressed: QApplication, qtbot: QtBot, settle: Settle
) -> None:
    stray = StrayWindows()
    dressed.installEventFilter(stray)
    window = MainWindow(workspace, "examples.foitrack")
    qtbot.addWidget(window)
    for size in ((1440, 900), (1024, 640)):
        window.resize(*size)
        window.show()
        for page in PAGES:
            window.go(page.name, 1 if page.name in ("requests", "recording") else None)
            settle(workspace)
    dressed.removeEventFilter(stray)
    assert stray.seen == []


def test_undo_names_its_step_and_takes_it_back(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    workspace = window.workspace
    before = _ids(workspace)
    log(workspace, qtbot, settle)
    assert len(_ids(workspace)) == len(before) + 1
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert undo.isEnabled()
    assert "Staffordshire" in undo.text() or "Complaints" in undo.text()
    assert not redo.isEnabled()
    assert window.notice.isVisible()
    assert window.notice.undo.isVisible()
    qtbot.mouseClick(window.notice.undo, Qt.MouseButton.LeftButton)
    settle(workspace)
    assert _ids(workspace) == before
    assert window.notice.label.text().startswith("Undone: ")
    assert not window.notice.undo.isVisible()
    assert redo.isEnabled()
    redo.trigger()
    settle(workspace)
    assert len(_ids(workspace)) == len(before) + 1


def _ids(workspace: Workspace) -> tuple[int, ...]:
    return requests.ids(workspace.desk, RequestFilter(), SortKey.TITLE, False, today=TODAY)


def test_nothing_to_undo_is_said(empty_workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
    window = MainWindow(empty_workspace, "empty.foitrack")
    qtbot.addWidget(window)
    window.show()
    settle(empty_workspace)
    assert not window.actions_by_name["undo"].isEnabled()
    window.steps.undo()
    settle(empty_workspace)
    assert window.notice.label.text() == "There is nothing to undo."


def test_a_problem_is_said_in_its_own_words(
    window: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[Exception] = []
    monkeypatch.setattr("ui.main_window.show_as_bug", bugs.append)

    def fail(problem: Exception) -> None:
        raise problem

    window.workspace.read(lambda: fail(PlainError("The file is locked.")), lambda _: None)
    settle(window.workspace)
    assert window.notice.label.text() == "The file is locked."
    # As wide as its words, whatever was said before.
    wide = window.notice.width()
    window.notice.say(
        "The file is locked. Close the program that has it, and try again. " * 3, False
    )
    assert window.notice.width() > wide
    window.notice.say("The file is locked.", False)
    assert window.notice.width() == wide
    assert bugs == []
    window.workspace.read(lambda: fail(RuntimeError("boo")), lambda _: None)
    settle(window.workspace)
    assert "Nothing you had saved is lost" in window.notice.label.text()
    assert [str(bug) for bug in bugs] == ["boo"]


def test_long_work_is_said_at_the_foot(seen: MainWindow) -> None:
    seen.workspace.tasks.busy.emit("Reading the document")
    assert seen.sidebar._foot.text() == "Reading the document…"
    seen.workspace.tasks.calm.emit()
    assert seen.sidebar._foot.text() == "Stored on this computer"
    assert seen.sidebar._foot.toolTip() == "/somewhere/examples.foitrack"


def test_search_goes_to_the_list_where_a_page_has_none(seen: MainWindow, settle: Settle) -> None:
    seen.go("reports")
    seen.focus_search()
    assert seen.pages.current_name == "requests"
    settle(seen.workspace)


def test_the_theme_chosen_is_worn_and_remembered(window: MainWindow) -> None:
    wear(theme.Choice.DARK)
    assert theme.theme_name() == "dark"
    assert remembered_theme() is theme.Choice.DARK


def test_every_focusable_widget_of_the_shell_has_a_name(seen: MainWindow) -> None:
    shell = [seen.sidebar, *seen.sidebar.findChildren(QWidget), seen.notice]
    shell += seen.notice.findChildren(QWidget)
    nameless = [
        widget
        for widget in shell
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_a_notice_does_not_cover_the_foot_of_record_response(
    window: MainWindow, workspace: Workspace, settle: Settle
) -> None:
    [response] = requests.detail(workspace.desk, 1, today=TODAY).responses
    window.go("recording", response.id)
    settle(workspace)
    page = window.pages.currentWidget()
    assert isinstance(page, RecordPage)
    window.resize(1300, 800)
    QApplication.processEvents()
    workspace.notice.emit("Undone: something with rather a long name to take up some room", False)
    foot = page.footer.mapTo(window, QPoint(0, 0)).y()
    assert window.notice.geometry().bottom() <= foot
    window.go("today")
    settle(workspace)
    assert window.notice.geometry().bottom() > foot


def test_search_comes_back_from_a_narrow_detail(window: MainWindow, settle: Settle) -> None:
    window.resize(1024, 640)
    window.go("requests", 1)
    settle(window.workspace)
    page = window.pages.currentWidget()
    box = page.list.bar.search  # type: ignore[union-attr]
    assert not box.isVisible()
    window.focus_search()
    assert box.isVisible()
    assert box.hasFocus()


def test_search_in_record_response_is_in_the_document(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("FOI reference 77/23\n\n3 April 2023\n\nWe hold no information.", "utf-8")
    window.record_files([letter])
    settle(window.workspace)
    window.focus_search()
    focus = window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Find in the document"


def test_a_page_that_nobody_sees_is_asked_for_once_it_comes_up(
    window: MainWindow, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With 100,000 requests each page takes seconds of work that nobody would look at."""
    for name in ("today", "requests", "casedata", "schema", "reports"):
        window.go(name)
        settle(window.workspace)
    asked: list[str] = []
    run = window.workspace.tasks.run

    def noting(work: object, *rest: object, **named: object) -> None:
        asked.append(str(named.get("lane") or rest[3:4] or "desk").strip("(),'"))
        run(work, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(window.workspace.tasks, "run", noting)
    log(window.workspace, qtbot, settle)
    assert not {"today", "casedata", "deadlines"} & set(asked)
    for name in ("today", "casedata"):
        window.go(name)
        settle(window.workspace)
        assert asked.count(name) == 1
    window.go("reports")
    window.go("today")
    settle(window.workspace)
    assert asked.count("today") == 1
    window.go("requests")
    settle(window.workspace)
    page = window.pages.currentWidget()
    assert page.list.model.rowCount() == 6  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "gone",
    [QRect(9_000, 9_000, 1_100, 700), QRect(-5_000, 80, 1_100, 700), QRect(0, 0, 9_000, 9_000)],
    ids=["below", "left", "larger"],
)
def test_a_window_from_a_screen_that_went_away_comes_up_on_one_that_is_there(
    window: MainWindow, empty_workspace: Workspace, qtbot: QtBot, gone: QRect
) -> None:
    window.setGeometry(gone)
    remembered.remember_shape("window", window.saveGeometry())
    again = MainWindow(empty_workspace, "empty.foitrack")
    qtbot.addWidget(again)
    again.restore_shape()
    again.show()
    room = again.screen().availableGeometry()
    assert room.contains(again.geometry().topLeft())
    # No larger than the screen, but for what a window needs at least.
    assert again.width() <= max(room.width(), again.minimumWidth())
    assert again.height() <= max(room.height(), again.minimumHeight())
