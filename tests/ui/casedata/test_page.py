from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from foitrack.desk import casedata
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter, CaseOverview, CaseRowView
from tests.desk.letters import keep_and_read, log, record
from tests.ui.conftest import Settle
from ui.casedata.charts import side_by_side
from ui.casedata.page import CaseDataPage
from ui.widgets.chart import BarChart
from ui.workspace import Workspace

Open = Callable[..., CaseDataPage]


@pytest.fixture
def opened(qtbot: QtBot, settle: Settle) -> Open:
    def make(workspace: Workspace, size: tuple[int, int] = (1224, 870)) -> CaseDataPage:
        page = CaseDataPage(workspace)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        settle(workspace)
        page.arrive(None)
        settle(workspace)
        return page

    return make


def chart_of(page: CaseDataPage, field: str) -> BarChart:
    return next(
        c for c in page.charts.charts() if (own := c.chart()) is not None and own.field == field
    )


def choose_bar(qtbot: QtBot, page: CaseDataPage, field: str, label: str) -> None:
    chart = chart_of(page, field)
    placed = next(bar for bar in chart.placed().bars if bar.bar.label == label)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=placed.target.center().toPoint())


def test_the_five_examples_give_81_rows_of_three_authorities(
    opened: Open, workspace: Workspace
) -> None:
    page = opened(workspace)
    assert page.panel.model.rowCount() == 81
    assert page.header.beside.text() == "Case rows from 3 authorities"
    assert page.charts.charts()[0].accessibleName() == "By year"
    assert "2017: Authority not stated 16." in chart_of(page, "year").accessibleDescription()


def test_counts_of_unlike_things_are_not_added_up(opened: Open, workspace: Workspace) -> None:
    page = opened(workspace)
    assert page.panel.total.text() == "81 rows"
    assert "do not count the same thing" in page.panel.caution.text()
    page.charts.show_figures(True)
    assert page.charts.model.titles()[2:] == page.charts.charts()[0].chart().series


def test_a_click_on_a_bar_sets_the_filter_and_another_takes_it_back(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    choose_bar(qtbot, page, "year", "2021")
    settle(workspace)
    assert page.panel.model.rowCount() == 8
    assert page.filters.fields["year"].ticked() == {"2021"}
    assert page.filters.clear.isVisible()
    choose_bar(qtbot, page, "year", "2021")
    settle(workspace)
    assert page.panel.model.rowCount() == 81


def test_not_given_can_be_asked_for_too(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    page.charts.chosen.emit("platform", "")
    settle(workspace)
    assert page.panel.model.rowCount() == 5
    assert page.header.beside.text() == "Case rows from Avon and Somerset Police"
    assert "not given" in page.filters.fields["platform"].text()


def test_authorities_keep_their_fills_when_filtered(
    opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    before = chart_of(page, "year").chart()
    page.filters.toggle("year", "2021")
    settle(workspace)
    after = chart_of(page, "year").chart()
    assert before is not None and after is not None and before.series == after.series


def test_nothing_matches_is_said_with_a_way_out(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    page.filters.search.setText("zebra crossing")
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    settle(workspace)
    assert page.no_match.isVisible()
    qtbot.mouseClick(page.no_match.button, Qt.MouseButton.LeftButton)
    settle(workspace)
    assert page.full.isVisible() and page.panel.model.rowCount() == 81
    assert page.filters.search.text() == ""


def test_no_rows_yet_is_said_with_what_to_do(
    qtbot: QtBot, opened: Open, empty_workspace: Workspace
) -> None:
    page = opened(empty_workspace)
    went: list[tuple[str, object]] = []
    empty_workspace.navigate.connect(lambda name, argument: went.append((name, argument)))
    assert page.empty.isVisible()
    assert page.empty.title.text() == "No case rows yet"
    assert not page.filters.isVisible()
    assert page.focusWidget() is page.empty.button
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert went == [("record-response", None)]


DEPOTS = """Kent Police

Our reference: 80/23

2 March 2023

The information that you asked for is below.

Depot\tManager\tOpening hours
Ashford\tnot held\t9 to 5
Dover\tnot held\t8 to 4
"""


def test_where_tables_came_but_no_row_it_leads_to_their_columns(
    qtbot: QtBot, opened: Open, empty_workspace: Workspace
) -> None:
    desk, today = empty_workspace.desk, empty_workspace.today
    record(desk, DEPOTS, log(desk), today=today)
    assert casedata.tables_without_rows(desk) == 1
    page = opened(empty_workspace)
    went: list[tuple[str, object]] = []
    empty_workspace.navigate.connect(lambda name, argument: went.append((name, argument)))
    assert "1 table" in page.empty.detail.text()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert went == [("schema", None)]


def test_a_table_still_to_be_read_is_none_without_rows(empty_workspace: Workspace) -> None:
    desk = empty_workspace.desk
    keep_and_read(desk, DEPOTS, log(desk))
    assert casedata.tables_without_rows(desk) == 0


def test_the_strip_follows_the_row_and_says_what_was_written(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    assert page.panel.table.hasFocus()
    first = page.panel.strip.row()
    assert first is not None
    qtbot.keyClick(page.panel.table, Qt.Key.Key_Down)
    second = page.panel.strip.row()
    assert second is not None and second.id != first.id
    assert page.panel.strip.who.text() == "Gwent Police"
    assert "as written" in page.panel.strip.where.text()
    grouped = page.panel.strip.grouped.text()
    assert "PC" in grouped and "Constable" in grouped


def test_enter_opens_the_document_at_the_row(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    went: list[tuple[str, object]] = []
    workspace.navigate.connect(lambda name, argument: went.append((name, argument)))
    row = page.panel.strip.row()
    assert row is not None
    qtbot.keyClick(page.panel.table, Qt.Key.Key_Return)
    settle(workspace)
    [(name, argument)] = went
    assert name == "recording" and isinstance(argument, tuple)
    assert argument[1] == row.place
    from foitrack.desk import responses

    proposal = responses.proposal(workspace.desk, argument[0])
    assert row.document_id in [document.id for document in proposal.documents]


def test_a_row_is_marked_as_checked_and_stays_chosen(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    page.panel.table.selectRow(3)
    settle(workspace)
    row = page.panel.strip.row()
    assert row is not None and row.checked
    qtbot.mouseClick(page.panel.strip.checked, Qt.MouseButton.LeftButton)
    settle(workspace)
    settle(workspace)
    again = page.panel.strip.row()
    assert isinstance(again, CaseRowView)
    assert (again.id, again.checked) == (row.id, False)
    assert page.panel.unchecked.text() == "1 row not checked yet"
    assert page.panel.strip.checked.text() == "Mark as checked"


def test_checking_a_row_leaves_the_list_where_it_was(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    page.panel.table.selectRow(40)
    settle(workspace)
    bar = page.panel.table.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    at = bar.value()
    qtbot.keyClick(page.panel.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(workspace)
    settle(workspace)
    row = page.panel.strip.row()
    assert row is not None and not row.checked
    assert bar.value() == at > 0


def test_a_header_sorts_in_the_desk(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    keys = [column.key for column in page.panel.model.columns()]
    page.panel.table.sortByColumn(keys.index("count"), Qt.SortOrder.DescendingOrder)
    settle(workspace)
    assert page.panel.model.ids() == casedata.ids(workspace.desk, CaseFilter(), "count", True)
    page.panel.model.row_at(0)
    settle(workspace)
    top = page.panel.model.row_at(0)
    assert top is not None and top.count == 5


def test_the_charts_have_a_table_view(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    qtbot.mouseClick(page.shown_as.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert page.charts.table.isVisible()
    page.charts.table.selectRow(0)
    qtbot.keyClick(page.charts.table, Qt.Key.Key_Return)
    settle(workspace)
    assert page.filters.fields["year"].ticked() == {"2015"}


def test_tab_comes_to_the_chart_by_authority_and_it_narrows_to_one(
    qtbot: QtBot, opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    every = page.charts.charts()
    assert [c.accessibleName() for c in every][-1] == "By authority"
    view = page.charts.area.viewport()
    every[-2].setFocus()
    qtbot.keyClick(every[-2], Qt.Key.Key_Tab)
    last = every[-1]
    assert last.hasFocus()
    shown = last.visibleRegion().boundingRect()
    assert shown.height() >= min(last.height(), view.height()) - 1
    choose_bar(qtbot, page, "authority", "Gwent Police")
    settle(workspace)
    assert page.panel.model.rowCount() == 7
    assert page.filters.fields["authority"].ticked() == {"Gwent Police"}
    # Alone, it stays where it was chosen from, to be taken back.
    choose_bar(qtbot, page, "authority", "Gwent Police")
    settle(workspace)
    assert page.panel.model.rowCount() == 81


@pytest.mark.parametrize("wide", [1224, 1704])
def test_all_charts_are_seen_at_once_where_there_is_room(
    opened: Open, workspace: Workspace, wide: int
) -> None:
    page = opened(workspace, (wide, 900))
    view = page.charts.area.viewport()
    for one in page.charts.charts():
        box = one.rect().translated(one.mapTo(view, one.rect().topLeft()))
        assert view.rect().contains(box), one.accessibleName()


@pytest.mark.parametrize(
    ("charts", "room", "beside"),
    [(5, 1176, 5), (5, 900, 3), (2, 3000, 6), (6, 1200, 6), (9, 1200, 4)],
)
def test_charts_are_made_narrow_where_that_lets_all_stand_in_one_row(
    charts: int, room: int, beside: int
) -> None:
    assert side_by_side(charts, room) == beside


def test_in_a_narrow_window_rows_and_charts_are_two_tabs(
    qtbot: QtBot, opened: Open, workspace: Workspace
) -> None:
    page = opened(workspace, (968, 610))
    assert page.panel.isVisible() and not page.charts.isVisible()
    page.tabs.setCurrentIndex(1)
    assert page.charts.isVisible() and not page.panel.isVisible()
    page.resize(1300, 800)
    assert page.panel.isVisible() and page.charts.isVisible() and not page.tabs.isVisible()


def test_the_columns_fit_the_window(qtbot: QtBot, opened: Open, workspace: Workspace) -> None:
    for size in ((1224, 870), (968, 610), (2000, 1200)):
        page = opened(workspace, size)
        widths = [page.panel.table.columnWidth(at) for at in range(page.panel.model.columnCount())]
        room = page.panel.table.viewport().width()
        assert abs(sum(widths) - room) <= len(widths)


def test_one_authority_hides_its_column_and_a_filter_brings_a_page_up(
    opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened(workspace)
    page.show_argument(CaseFilter(values=(("authority", "Gwent Police"),)))
    settle(workspace)
    assert page.panel.model.columns()[0].key == "period"
    assert page.panel.model.rowCount() == 7
    assert page.panel.total.text() == "7 rows, total count 11"


def test_another_order_asks_for_nothing_but_the_order(
    opened: Open, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figures of 100,000 rows take many seconds."""
    page = opened(workspace)
    asked: list[object] = []
    real = casedata.overview

    def overview(desk: Desk, wanted: CaseFilter) -> CaseOverview:
        asked.append(wanted)
        return real(desk, wanted)

    monkeypatch.setattr(casedata, "overview", overview)
    first = page.panel.model.ids()[0]
    page.panel.sort_wanted.emit("count", True)
    settle(workspace)
    assert page.panel.model.ids()[0] != first
    assert asked == []
    page.filters.toggle("year", "2021")
    settle(workspace)
    assert len(asked) == 1
    desk = workspace.desk
    one = casedata.ids(desk, CaseFilter(), "", False)[:1]
    workspace.write(lambda: casedata.set_checked(desk, one, False))
    settle(workspace)
    assert len(asked) == 2
