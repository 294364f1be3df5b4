"""Large text in a small window: nothing lies over anything else, and all has a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.casedata.page import CaseDataPage
from ui.schemas.page import SchemasPage
from ui.shell.pages import PAGES, PageStack
from ui.widgets.flow import Flow
from ui.widgets.focus_ring import AIR, TAB_GAP, FocusRing
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]
QT_OWN = ("QScrollArea", "QHeaderView", "QExpandingLineEdit")


@pytest.fixture
def large(dressed: QApplication) -> Iterator[None]:
    theme.apply(dressed, "light", 2.0)
    yield
    theme.apply(dressed, "light", 1.0)


def show(page: QWidget, qtbot: QtBot, settle: Settle, workspace: Workspace) -> None:
    qtbot.addWidget(page)
    page.resize(948, 590)
    page.show()
    settle(workspace)
    QApplication.sendPostedEvents()


def over_each_other(widgets: list[QWidget]) -> list[tuple[QWidget, QWidget]]:
    """The pairs of visible widgets of which one lies over the other."""

    def box(widget: QWidget) -> QRect:
        return QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())

    seen = [widget for widget in widgets if widget.isVisible()]
    return [pair for pair in combinations(seen, 2) if box(pair[0]).intersects(box(pair[1]))]


def test_filters_of_the_case_data_take_as_many_lines_as_they_need(
    workspace: Workspace, large: None, qtbot: QtBot, settle: Settle
) -> None:
    page = CaseDataPage(workspace)
    show(page, qtbot, settle, workspace)
    pills = [page.filters.search, *page.filters.fields.values()]
    assert len([pill for pill in pills if pill.isVisible()]) == 6
    assert over_each_other(pills) == []
    for pill in pills:
        assert pill.width() >= pill.sizeHint().width() or pill is page.filters.search
    assert page.panel.table.viewport().height() >= page.panel.table.rowHeight(0)


def test_a_choice_between_charts_and_figures_is_there_while_charts_are(
    workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page = CaseDataPage(workspace)
    show(page, qtbot, settle, workspace)
    assert not page.shown_as.isVisible()
    assert not page.legend.isVisible()
    assert page.listed.isVisible()
    page.tabs.setCurrentIndex(1)
    assert page.shown_as.isVisible()
    assert page.legend.isVisible()
    assert not page.listed.isVisible()


def test_a_column_is_written_below_the_list_of_columns_where_there_is_no_room_beside_it(
    workspace: Workspace, large: None, qtbot: QtBot, settle: Settle
) -> None:
    page = SchemasPage(workspace)
    show(page, qtbot, settle, workspace)
    sides = page.sides
    apart = [sides.title, sides.usage, sides.up, sides.add, sides.columns, sides.form]
    assert over_each_other(apart) == []
    assert over_each_other([sides.form.name, sides.form.kind, sides.form.headings]) == []
    assert sides.form.name.width() >= theme.px(160)


def test_a_period_of_the_table_tried_is_in_words(
    workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page = SchemasPage(workspace)
    show(page, qtbot, settle, workspace)
    assert page.sides.preview.model.index(0, 0).data() == "Nov 2015"


def test_every_widget_of_every_page_that_takes_the_keyboard_has_a_name(
    workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    pages = PageStack(workspace)
    show(pages, qtbot, settle, workspace)
    for spec in PAGES:
        page = pages.bring(spec.name, 1 if spec.name == "recording" else None)
        settle(workspace)
        for widget in page.findChildren(QWidget):
            kind = type(widget).__name__
            if not widget.isVisible() or kind in QT_OWN:
                continue
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                words = widget.text() if isinstance(widget, QPushButton | QLabel) else ""
                assert widget.accessibleName() or words, (spec.name, kind, widget.objectName())


def test_what_has_no_room_on_a_line_goes_to_the_next(dressed: QApplication, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = Flow(box, 8, QMargins(10, 4, 10, 6))
    buttons = [QPushButton(str(number)) for number in range(4)]
    for button in buttons:
        button.setFixedSize(100, 30)
    for button in (buttons[0], buttons[1], buttons[3]):
        flow.addWidget(button)
    flow.put_before(buttons[2], buttons[3])
    box.resize(240, 200)
    box.show()
    assert [(b.x(), b.y()) for b in buttons] == [(10, 4), (118, 4), (10, 42), (118, 42)]
    assert flow.heightForWidth(240) == 78
    assert flow.heightForWidth(1000) == 40
    # Of unlike heights, all of a line stand on one middle.
    buttons[3].setFixedSize(100, 20)
    flow.activate()
    assert (buttons[2].y(), buttons[3].y()) == (42, 47)
    assert flow.heightForWidth(240) == 78


def test_of_a_tab_bar_the_tab_that_is_up_has_the_ring(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 200)
    tabs = QTabBar()
    tabs.setExpanding(True)
    tabs.addTab("Document")
    tabs.addTab("Fields")
    column = QVBoxLayout(window)
    column.addWidget(tabs)
    column.addStretch(1)
    window.show()
    window.activateWindow()
    ring = FocusRing(window)
    tabs.setFocus()
    qtbot.waitUntil(lambda: ring.around() is tabs)
    for place in (0, 1):
        tabs.setCurrentIndex(place)
        tab = tabs.tabRect(place).translated(tabs.pos())
        # Around its words: with a little air at both sides, and without the gap to the next tab.
        assert ring.geometry().left() == tab.left() - AIR
        assert ring.geometry().right() == tab.right() - theme.px(TAB_GAP) + AIR
