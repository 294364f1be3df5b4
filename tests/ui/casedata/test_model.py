from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.casedata.samples import Shelf, chart, overview, schema
from ui.casedata import figures
from ui.casedata.columns import columns_for
from ui.casedata.figures import FiguresModel
from ui.casedata.model import CaseRowsModel
from ui.widgets.row_cache import CHUNK, KEPT_CHUNKS

Role = Qt.ItemDataRole
FIELDS = ("period", "rank", "platform", "allegation", "outcome")
COLUMNS = columns_for(schema(), FIELDS, one_authority=False)


def listed(shelf: Shelf, count: int) -> CaseRowsModel:
    model = CaseRowsModel(shelf.fetch)
    model.show(range(1, count + 1), COLUMNS)
    return model


def test_keeps_to_qts_rules(dressed: QApplication, qtmodeltester: ModelTester) -> None:
    model = listed(Shelf(), 250)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show((3, 2), COLUMNS[1:])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_only_the_chunk_looked_at_is_fetched_and_only_once(dressed: QApplication) -> None:
    shelf = Shelf(at_once=False)
    model = listed(shelf, 100_000)
    assert shelf.asked == []
    for place in range(50_000, 50_030):
        assert model.data(model.index(place, 1)) is None
    assert [len(ids) for ids in shelf.asked] == [CHUNK]
    assert 50_001 in shelf.asked[0]


def test_rows_that_arrive_are_told_to_the_view(dressed: QApplication, qtbot: QtBot) -> None:
    shelf = Shelf(at_once=False)
    model = listed(shelf, 300)
    model.data(model.index(120, 0))
    with qtbot.waitSignal(model.dataChanged) as heard:
        shelf.give()
    assert heard.args is not None
    assert (heard.args[0].row(), heard.args[1].row()) == (CHUNK, 2 * CHUNK - 1)
    assert model.data(model.index(120, 1)) == "Mar 2021"


def test_rows_of_an_older_list_are_dropped(dressed: QApplication) -> None:
    shelf = Shelf(at_once=False)
    model = listed(shelf, 10)
    model.data(model.index(0, 0))
    model.show((7,), COLUMNS)
    shelf.give()
    assert model.data(model.index(0, 0)) is None


def test_rows_long_unseen_are_let_go(dressed: QApplication) -> None:
    shelf = Shelf()
    model = listed(shelf, CHUNK * (KEPT_CHUNKS + 5))
    for chunk in range(KEPT_CHUNKS + 5):
        model.row_at(chunk * CHUNK)
        assert model.row_at(chunk * CHUNK) is not None
    before = len(shelf.asked)
    model.row_at(0)
    assert len(shelf.asked) == before + 1


def test_the_same_rows_again_stay_until_they_are_fetched_anew(
    dressed: QApplication, qtbot: QtBot
) -> None:
    shelf = Shelf(at_once=False)
    model = listed(shelf, 3)
    model.row_at(0)
    shelf.give()
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show((1, 2, 3), COLUMNS)
    assert model.row_at(0) is not None
    assert len(shelf.asked) == 2 and not resets
    with qtbot.waitSignal(model.dataChanged):
        shelf.give()


def test_a_header_asks_for_an_order(dressed: QApplication, qtbot: QtBot) -> None:
    model = listed(Shelf(), 3)
    with qtbot.waitSignal(model.sort_wanted) as heard:
        model.sort(1, Qt.SortOrder.DescendingOrder)
    assert heard.args == ["period", True]


def test_every_cell_can_be_heard(dressed: QApplication) -> None:
    model = listed(Shelf(), 1)
    model.row_at(0)
    said = [model.index(0, at).data(Role.AccessibleTextRole) for at in range(model.columnCount())]
    assert said[2] == "Rank: Sergeant"
    assert said[-1] == "Source: Table 1, row 1, checked by a person"
    assert model.data(QModelIndex()) is None


def test_figures_keep_to_qts_rules(dressed: QApplication, qtmodeltester: ModelTester) -> None:
    model = FiguresModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show(overview(chart("platform"), chart("year")))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_figures_are_the_charts_numbers_with_their_sum(dressed: QApplication) -> None:
    model = FiguresModel()
    model.show(overview())
    rows = [[model.index(at, c).data() for c in range(model.columnCount())] for at in range(2)]
    assert rows == [
        ["By platform", "Facebook", "30", "4", "0", "34"],
        ["By platform", "WhatsApp", "20", "5", "3", "28"],
    ]
    assert model.titles()[-1] == "All"


def test_unlike_figures_are_not_added_up(dressed: QApplication) -> None:
    model = FiguresModel()
    model.show(overview(caution="These do not count the same thing."))
    assert "All" not in model.titles()
    assert model.columnCount() == 5


def test_a_title_is_said_once_however_often_the_view_asks(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    monkeypatch.setattr(figures, "told", lambda name: said.append(name) or str(name))
    model = FiguresModel()
    model.show(overview())
    for at in [*range(model.columnCount())] * 3:
        assert model.headerData(at, Qt.Orientation.Horizontal)
    assert len(said) == len(set(said))
