"""100,000 requests: whatever is scrolled, sorted, narrowed or typed, the window stays free."""

from __future__ import annotations

import importlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk.desk import create, open_desk
from foitrack.desk.views import SortKey
from tests.e2e.at_size import NUMBER, fill
from tests.e2e.visitor import Visitor, press
from tests.ui.conftest import TODAY
from tests.ui.recording.samples import LETTER, pdf
from tests.ui.recording.taking import take_in
from ui.authorities.page import AuthoritiesPage
from ui.campaigns.page import CampaignPage
from ui.casedata.page import CaseDataPage
from ui.deadlines.page import DeadlinesPage
from ui.main_window import MainWindow
from ui.palette.palette import Palette
from ui.recording.page import RecordPage
from ui.reports.page import ReportsPage
from ui.requests.new_request import NewRequestDialog
from ui.requests.page import RequestsPage
from ui.shell.ahead import Ahead, modules_of_pages
from ui.today.page import TodayPage
from ui.workspace import Workspace

pytestmark = pytest.mark.extended
LONGEST_MS = 100
Key = Qt.Key


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.foitrack"
    desk = create(path, assets.reference())
    fill(desk, TODAY)
    desk.close()
    return path


@pytest.fixture
def visitor(large_file: Path, dressed: QApplication, qtbot: QtBot) -> Iterator[Visitor]:
    workspace = Workspace(open_desk(large_file, assets.reference()), TODAY)
    window = MainWindow(workspace, str(large_file))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.go("today")
    window.show()
    made = Visitor(window, qtbot)
    made.rest()
    for module in modules_of_pages():
        importlib.import_module(module)
    # As the program does too, while nobody waits for anything: what it holds up counts as well.
    ahead = Ahead(workspace, window)
    made.step("what is made ahead", lambda: (ahead.begin(0), made.until(ahead.over)))
    yield made
    made.rest()
    workspace.close()
    print("\n".join(f"{ms:7.0f} ms  {what}" for what, ms in made.held.items() if ms > 40))
    assert {what: round(ms) for what, ms in made.held.items() if ms > LONGEST_MS} == {}


def test_requests(visitor: Visitor) -> None:
    visitor.open("requests")
    page = visitor.window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    assert page.list.model.rowCount() == NUMBER
    visitor.scroll(page.list.table)
    visitor.sort(page.list.table)
    visitor.step(
        "only waiting",
        lambda: (
            page.list.bar.state.set_ticked({"waiting"})
            or page.list.bar.state.changed.emit({"waiting"})
        ),
    )
    assert 0 < page.list.model.rowCount() < NUMBER
    visitor.step("all again", page.listing.clear)
    visitor.step("choose all", page.choose_all)
    assert page.list.table.number_chosen() == NUMBER
    visitor.step("another order of all that are chosen", lambda: _turn(page))
    assert len(page.chosen_ids()) == NUMBER
    visitor.step("choose one", page.list.table.choose_one)
    visitor.type(page.list.bar.search, "request 77")
    assert 0 < page.list.model.rowCount() < NUMBER


def _turn(page: RequestsPage) -> None:
    page.list.model.sort_wanted.emit(SortKey.DUE, not page.listing.descending)


def test_today(visitor: Visitor) -> None:
    visitor.open("today")
    page = visitor.window.pages.currentWidget()
    assert isinstance(page, TodayPage)
    [view] = [v for v in page.findChildren(QAbstractItemView) if v.isVisible()]
    visitor.scroll(view)


def test_calendar(visitor: Visitor) -> None:
    visitor.open("deadlines")
    page = visitor.window.pages.currentWidget()
    assert isinstance(page, DeadlinesPage)
    for _ in range(3):
        visitor.step("a month on", lambda: press(page.calendar, Key.Key_PageDown))
    for view in page.findChildren(QAbstractItemView):
        if view.isVisible():
            visitor.scroll(view)


def test_campaign(visitor: Visitor) -> None:
    visitor.open("campaign", 1)
    page = visitor.window.pages.currentWidget()
    assert isinstance(page, CampaignPage)
    assert page.model.rowCount() >= NUMBER // 10
    visitor.scroll(page.table)
    visitor.sort(page.table)
    visitor.type(page.filters.search, "authority 49")


def test_case_data(visitor: Visitor) -> None:
    visitor.open("casedata")
    page = visitor.window.pages.currentWidget()
    assert isinstance(page, CaseDataPage)
    assert page.panel.model.rowCount() > NUMBER // 2
    visitor.scroll(page.panel.table)
    visitor.sort(page.panel.table)
    visitor.step("one rank", lambda: page.filters.toggle("rank", "Sergeant"))
    visitor.step("all again", page.filters.clear_all)
    visitor.type(page.filters.search, "case 77")


def test_authorities(visitor: Visitor) -> None:
    visitor.open("authorities")
    page = visitor.window.pages.currentWidget()
    assert isinstance(page, AuthoritiesPage)
    visitor.scroll(page.table)
    visitor.sort(page.table)
    visitor.type(page.filters.search, "authority 49")
    assert page.table.model().rowCount() > 0
    visitor.step("choose one", lambda: press(page.table, Key.Key_Down, 2))


def test_search_everywhere(visitor: Visitor) -> None:
    visitor.open("requests")
    visitor.step("Ctrl+K", visitor.window.actions_by_name["palette"].trigger)
    palette = visitor.window.findChild(Palette)
    assert palette is not None
    for words in ("request 77", "a", "authority 49 request 7", '"request 770'):
        visitor.step("empty", palette.field.clear)
        visitor.type(palette.field, words)
        begun = time.perf_counter()
        palette.asking.ask(words)
        palette.asking.ask_at_once()
        visitor.until(lambda: not palette.asking.busy())
        took = time.perf_counter() - begun
        print(f"{took:7.2f} s  the first results of {words}")
        assert palette.model.entries()
        # Twice of what a busy machine was seen to take.
        assert took < 5
    visitor.step("open what was found", lambda: press(palette.field, Key.Key_Return))


def test_log_explain_and_undo(visitor: Visitor) -> None:
    window = visitor.window
    for name in ("today", "deadlines", "requests"):
        visitor.step(f"open {name}", lambda name=name: window.go(name))
    visitor.step("a new request", window.actions_by_name["new-request"].trigger)
    dialog = window.findChild(NewRequestDialog)
    assert dialog is not None
    visitor.type(dialog.form.title, "Horses")
    visitor.type(dialog.whom.search.edit, "authority 4")
    visitor.step("its authority", lambda: press(dialog.whom.search.edit, Key.Key_Return))
    visitor.step("log it", dialog.accept_button.click)
    page = window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    assert page.list.model.rowCount() == NUMBER + 1
    visitor.step("why this date", page.detail.explain_due)
    visitor.step("leave it", lambda: press(window.focusWidget() or window, Key.Key_Escape))
    visitor.step("undo", window.actions_by_name["undo"].trigger)
    assert page.list.model.rowCount() == NUMBER
    visitor.step("redo", window.actions_by_name["redo"].trigger)
    for name in ("today", "deadlines"):
        visitor.step(f"come to {name}", lambda name=name: window.go(name))
        visitor.step(f"undo on {name}", window.actions_by_name["undo"].trigger)
        visitor.step(f"redo on {name}", window.actions_by_name["redo"].trigger)


def test_record_responses(visitor: Visitor, tmp_path: Path) -> None:
    """Two letters, one with pages to look at, one with many rows: gone through, saved, undone."""
    window, desk = visitor.window, visitor.window.workspace.desk
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(pdf(LETTER, LETTER))
    tables = next(assets.seed_folder().glob("000*.txt"))
    # Those two requests wait for an answer.
    pages, rows = (take_in(desk, [path], n)[0] for path, n in ((letter, 97), (tables, 194)))
    visitor.step("open a letter", lambda: window.go("recording", pages))
    page = window.pages.currentWidget()
    assert isinstance(page, RecordPage)
    visitor.step("its pages", lambda: page.document.set_look("look"))
    visitor.step("its pages and text", lambda: page.document.set_look("both"))
    visitor.step("turn the page", lambda: press(page.document.look_of.page, Key.Key_PageDown, 4))
    page.fields.focus_first_open()
    for field in [card.finding.field for card in page.fields.cards.values()]:
        visitor.step(f"confirm {field}", lambda: press(_at(window), Key.Key_Return))
    visitor.step("save", page.save)
    visitor.step("the next letter", lambda: window.go("recording", rows))
    assert len(page.document.text.marks) > 3
    visitor.step("confirm what is sure", page.footer.confirm_sure.emit)
    page.focus_search()
    visitor.type(_at(window), "misconduct")
    visitor.step("find", lambda: press(_at(window), Key.Key_Return, 3))
    visitor.step("go on later", page.leave)
    visitor.step("back to it", lambda: window.go("recording", rows))
    visitor.step("undo what was saved", window.actions_by_name["undo"].trigger)


def _at(window: MainWindow) -> QWidget:
    return window.focusWidget() or window


def test_reports_and_the_other_pages(visitor: Visitor) -> None:
    visitor.open("reports")
    page = visitor.window.pages.currentWidget()
    assert isinstance(page, ReportsPage)
    # So many are put into one summary only where a person says so.
    assert page.stack.currentWidget() is page.many
    for name in ("settings", "help", "schema", "arrivals"):
        visitor.open(name)
