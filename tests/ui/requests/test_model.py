from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from foitrack.desk.views import SortKey
from tests.ui.requests.samples import Shelf
from ui.requests.columns import COLUMNS, INDEX
from ui.requests.model import CHUNK, KEPT, LOADING_ROLE, ROW_ROLE, RequestsModel


def loaded(qtbot: QtBot, shelf: Shelf, count: int) -> RequestsModel:
    model = RequestsModel(shelf.fetch)
    model.show(range(1, count + 1))
    model.data(model.index(0, 0))
    qtbot.waitUntil(lambda: model.row_of(1) is not None)
    return model


def has_row(model: RequestsModel, request_id: int) -> bool:
    return model.row_of(request_id) is not None


def test_keeps_to_qts_rules(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = loaded(qtbot, Shelf(250), 250)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show((5, 4, 3))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_fetches_only_the_chunk_that_is_looked_at(qtbot: QtBot) -> None:
    shelf = Shelf(100_000)
    model = loaded(qtbot, shelf, 100_000)
    assert shelf.asked == [tuple(range(1, CHUNK + 1))]
    far = model.index(54_321, INDEX["authority"])
    assert model.data(far) is None
    assert model.data(far, LOADING_ROLE) is True
    qtbot.waitUntil(lambda: len(shelf.asked) == 2)
    assert model.data(far) == "Authority 054322"
    assert len(shelf.asked[1]) == CHUNK


def test_a_chunk_on_its_way_is_not_asked_for_again(qtbot: QtBot) -> None:
    shelf = Shelf(300, at_once=False)
    model = RequestsModel(shelf.fetch)
    model.show(range(1, 301))
    for place in range(50):
        model.data(model.index(place, 0))
    qtbot.waitUntil(lambda: bool(shelf.waiting))
    model.data(model.index(3, 0))
    assert len(shelf.asked) == 1
    with qtbot.waitSignal(model.dataChanged) as heard:
        shelf.waiting.pop()()
    assert heard.args is not None
    assert (heard.args[0].row(), heard.args[1].row()) == (0, CHUNK - 1)


def test_rows_of_an_order_that_is_gone_are_not_taken(qtbot: QtBot) -> None:
    shelf = Shelf(10, at_once=False)
    model = RequestsModel(shelf.fetch)
    model.show((1, 2))
    model.data(model.index(0, 0))
    qtbot.waitUntil(lambda: bool(shelf.waiting))
    model.show((3, 4))
    shelf.waiting.pop()()
    assert model.row_of(1) is None
    assert model.ids() == (3, 4)


def test_a_request_that_has_gone_is_asked_for_once(qtbot: QtBot) -> None:
    shelf = Shelf(1)
    model = loaded(qtbot, shelf, 2)
    for _ in range(5):
        model.data(model.index(1, 0))
        qtbot.wait(0)
    assert shelf.asked == [(1, 2)]


def test_a_failure_is_said_once(qtbot: QtBot) -> None:
    shelf = Shelf(5)
    shelf.problem = OSError("The case file has gone.")
    model = RequestsModel(shelf.fetch)
    model.show(range(1, 6))
    with qtbot.waitSignal(model.failed) as heard:
        model.data(model.index(0, 0))
    assert heard.args == [shelf.problem]
    model.data(model.index(0, 0))
    qtbot.wait(0)
    assert len(shelf.asked) == 1


def test_memory_stays_bounded_while_scrolling(qtbot: QtBot) -> None:
    shelf = Shelf(100_000)
    model = loaded(qtbot, shelf, 100_000)
    for place in range(0, 10_000, CHUNK):
        model.data(model.index(place, 0))
        qtbot.waitUntil(partial(has_row, model, place + 1))
    held = sum(1 for i in range(1, 10_101) if model.row_of(i) is not None)
    assert 0 < held <= KEPT


def test_the_same_ids_with_new_rows_change_only_those_rows(qtbot: QtBot) -> None:
    shelf = Shelf(10)
    model = loaded(qtbot, shelf, 10)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    with qtbot.waitSignal(model.dataChanged) as heard:
        model.show(range(1, 11), [replace(shelf.row(4), title="New")])
    assert heard.args is not None
    assert (heard.args[0].row(), heard.args[1].row()) == (3, 3)
    assert model.data(model.index(3, INDEX["title"])) == "New"
    assert resets == []


def test_stale_rows_are_fetched_again(qtbot: QtBot) -> None:
    shelf = Shelf(10)
    model = loaded(qtbot, shelf, 10)
    model.stale()
    assert model.row_of(1) is None
    model.data(model.index(0, 0))
    qtbot.waitUntil(lambda: model.row_of(1) is not None)
    assert len(shelf.asked) == 2


def test_a_header_asks_for_another_order_and_moves_nothing(qtbot: QtBot) -> None:
    model = loaded(qtbot, Shelf(10), 10)
    with qtbot.waitSignal(model.sort_wanted) as heard:
        model.sort(INDEX["due"], Qt.SortOrder.DescendingOrder)
    assert heard.args == [SortKey.DUE, True]
    with qtbot.waitSignal(model.sort_wanted) as heard:
        model.sort(-1)
    assert heard.args == [SortKey.URGENCY, False]
    with qtbot.assertNotEmitted(model.sort_wanted):
        model.sort(INDEX["provisions"])
    assert model.ids() == tuple(range(1, 11))


def test_each_cell_says_its_column_to_a_screen_reader(qtbot: QtBot) -> None:
    model = loaded(qtbot, Shelf(1), 1)
    for place, column in enumerate(COLUMNS):
        spoken = model.data(model.index(0, place), Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith(f"{column.title}: ")
    assert model.data(model.index(0, 0), ROW_ROLE).id == 1


def test_places_and_ids_answer_for_each_other(qtbot: QtBot) -> None:
    model = loaded(qtbot, Shelf(3), 3)
    assert [model.place_of(i) for i in (1, 3, 9)] == [0, 2, None]
    assert [model.id_at(place) for place in (0, 2, 3, -1)] == [1, 3, None, None]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(QModelIndex()) == len(COLUMNS)
