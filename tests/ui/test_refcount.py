"""The version of Qt for Python in use does not lose references to None (decision 001)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView

CALLS = 4_000
SLACK = 200
Index = QModelIndex | QPersistentModelIndex


class Blank(QAbstractTableModel):
    """Answers None to most of what Qt asks, as models do."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 50

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return None


def test_none_keeps_its_references(qapp: QApplication) -> None:
    label, view, model = QLabel(), QTableView(), Blank()
    view.setModel(model)
    view.resize(400, 300)
    view.grab()
    index = model.index(0, 0)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
        label.parentWidget()
        model.data(index)
        view.update()
    for _ in range(20):
        view.grab()
    assert abs(sys.getrefcount(None) - before) < SLACK
