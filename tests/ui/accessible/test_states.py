"""What a page shows only at times: each of its states is named and reached by Tab too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from foitrack.casefile.models import Response
from tests.ui.accessible.test_crawl import faults
from tests.ui.conftest import Settle
from ui.casedata.page import CaseDataPage
from ui.deadlines.page import DeadlinesPage
from ui.main_window import MainWindow
from ui.requests.detail import RequestDetailPane
from ui.requests.detail_tabs import TABS
from ui.requests.page import RequestsPage
from ui.workspace import Workspace

State = Callable[[MainWindow], object]


P = TypeVar("P", bound=QWidget)


def shown(window: MainWindow, kind: type[P]) -> P:
    return next(page for page in window.findChildren(kind) if page.isVisible())


def tab(name: str) -> State:
    return lambda window: shown(window, RequestDetailPane).show_tab(name)


def deadlines_as_a_list(window: MainWindow) -> None:
    window.go("deadlines")
    shown(window, DeadlinesPage).header.shown_as.choose("list")


def case_data(part: str, value: str) -> State:
    def bring_up(window: MainWindow) -> None:
        window.go("casedata")
        getattr(shown(window, CaseDataPage), part).choose(value)

    return bring_up


def requests_that_match_nothing(window: MainWindow) -> None:
    window.go("requests")
    page = shown(window, RequestsPage)
    page.list.bar.search.setText("no such words")
    page.list.bar.search.returnPressed.emit()


def several_chosen(window: MainWindow) -> None:
    page = shown(window, RequestsPage)
    page.list.bar.clear_all()
    page.choose_all()


def alone_in_a_narrow_window(window: MainWindow) -> None:
    window.resize(1024, 640)
    window.go("requests", 1)


STATES: Mapping[str, State] = {
    **{f"the request's {name}": tab(name) for name in TABS},
    "deadlines as a list": deadlines_as_a_list,
    "figures of the charts": case_data("shown_as", "figures"),
    "words of the case data": case_data("listed", "words"),
    "requests that match nothing": requests_that_match_nothing,
    "several requests chosen": several_chosen,
    "the bin": lambda window: shown(window, RequestsPage).turn_to_the_bin(),
    "a request in a narrow window": alone_in_a_narrow_window,
}


@pytest.fixture
def window(rich: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    made = MainWindow(rich, "/somewhere/rich.foitrack")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    settle(rich)
    yield made
    settle(rich)


def answered(window: MainWindow) -> int:
    """A request that has a response with tables and case rows."""
    with window.workspace.desk.case.reading() as session:
        return (
            session.scalars(select(Response.request_id).order_by(Response.id.desc())).first() or 1
        )


def test_every_state_of_the_pages(window: MainWindow, settle: Settle) -> None:
    window.go("requests", answered(window))
    settle(window.workspace)
    found: dict[str, list[str]] = {}
    for name, bring_up in STATES.items():
        bring_up(window)
        settle(window.workspace)
        QApplication.processEvents()
        if what := faults(window):
            found[name] = what
    assert found == {}


@pytest.mark.parametrize("page", ["today", "requests", "deadlines", "casedata", "campaign"])
def test_an_empty_case_file(
    empty_workspace: Workspace, qtbot: QtBot, settle: Settle, page: str
) -> None:
    window = MainWindow(empty_workspace, "/somewhere/empty.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.go(page)
    settle(empty_workspace)
    assert faults(window) == []


def test_tab_comes_to_the_page_that_is_up_and_arrows_to_every_line_of_the_side_bar(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    window.go("casedata")
    settle(window.workspace)
    items = window.sidebar.items
    window.sidebar.new_request.setFocus()
    window.focusNextChild()
    assert items["casedata"].hasFocus()
    qtbot.keyClick(items["casedata"], Qt.Key.Key_Down)
    assert items["reports"].hasFocus()
    for name in ("casedata", "deadlines", "requests", "today", "today"):
        held = QApplication.focusWidget()
        assert held is not None
        qtbot.keyClick(held, Qt.Key.Key_Up)
        assert items[name].hasFocus()
    qtbot.keyClick(items["today"], Qt.Key.Key_Return)
    settle(window.workspace)
    assert items["today"].isChecked()
