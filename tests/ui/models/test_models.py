"""Every model keeps to Qt's rules, with lines and while they come, go and change places."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

import ui
from tests.ui.models.filled import MODELS, Filled
from ui.campaigns.model import CoverageModel
from ui.requests.model import RequestsModel

Role = Qt.ItemDataRole
STEPS: tuple[Sequence[int], ...] = (
    (1, 2, 3, 4),  # filled
    (1, 2, 3, 4),  # the same again: only the cells may have changed
    (4, 3, 2, 1),  # sorted the other way
    (1, 2, 3, 4, 5, 6),  # more
    (5,),  # filtered
    (),
    (2, 7),
)


def own_models() -> set[type[QAbstractItemModel]]:
    """Every model class that a module of the window defines."""
    found: set[type[QAbstractItemModel]] = set()
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, QAbstractItemModel):
                found |= {thing} if thing.__module__.startswith("ui.") else set()
    return found


def test_no_model_is_without_its_test() -> None:
    assert own_models() == set(MODELS)


class Witness:
    """Notes a change of size that no signal was sent ahead of."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self._model = model
        self._size = self._counted()
        self.problems: list[str] = []
        model.modelAboutToBeReset.connect(self.before)
        model.modelReset.connect(self.after)

    def _counted(self) -> tuple[int, int]:
        return self._model.rowCount(), columns(self._model)

    def before(self) -> None:
        if self._counted() != self._size:
            self.problems.append(f"{self._size} became {self._counted()} before a reset was said")

    def after(self) -> None:
        self._size = self._counted()

    def end(self) -> None:
        self.before()
        assert self.problems == []


def columns(model: QAbstractItemModel) -> int:
    # Qt hides the count of a list, which is always one.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def cells(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(model.rowCount()):
        for column in range(columns(model)):
            yield model.index(row, column)


def must_have_words(model: QAbstractItemModel) -> None:
    """Each cell has words for the eye or none at all; for the ear they are never missing."""
    for index in cells(model):
        index.data()
    # What is fetched when it is looked at is there after a turn of the event loop.
    QApplication.processEvents()
    for index in cells(model):
        shown, said = index.data(Role.DisplayRole), index.data(Role.AccessibleTextRole)
        assert shown is None or isinstance(shown, str), (index.row(), index.column(), shown)
        assert isinstance(said, str) and said.strip(), (index.row(), index.column(), shown)
        assert not shown or shown.split()[0] in said or model.flags(index) == Qt.ItemFlag(0)


@pytest.mark.parametrize("kind", [RequestsModel, CoverageModel])
def test_the_cell_that_is_read_out_going_down_says_whose_line_it_is(
    dressed: QApplication, kind: type[QAbstractItemModel]
) -> None:
    filled = MODELS[kind]()
    assert filled.show is not None
    filled.show([3, 4])
    filled.model.index(0, 0).data()
    QApplication.processEvents()
    said = [str(filled.model.index(row, 0).data(Role.AccessibleTextRole)) for row in range(2)]
    assert said[0] != said[1]
    assert "3" in said[0] and "4" in said[1]


def titles(model: QAbstractItemModel) -> list[object]:
    across = Qt.Orientation.Horizontal
    return [model.headerData(at, across) for at in range(columns(model))]


@pytest.mark.parametrize(
    "make", MODELS.values(), ids=[f"{m.__module__}.{m.__name__}" for m in MODELS]
)
def test_keeps_to_qts_rules_while_it_changes(
    dressed: QApplication, qtmodeltester: ModelTester, make: Callable[[], Filled]
) -> None:
    filled = make()
    model = filled.model
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.data(QModelIndex()) is None
    if filled.show is None:
        assert model.rowCount() > 1
        must_have_words(model)
        return
    witness = Witness(model)
    sizes = []
    for step in STEPS:
        filled.show(step)
        witness.end()
        must_have_words(model)
        sizes.append(model.rowCount())
    assert sizes[0] == sizes[1] == sizes[2] < sizes[3]
    assert sizes[5] < sizes[4] < sizes[6] < sizes[0]
    assert len(set(map(str, titles(model)))) == columns(model)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(-1, Qt.SortOrder.AscendingOrder)
    witness.end()
