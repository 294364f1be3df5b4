from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from tests.ui.today.test_lines import agenda, group, item
from ui.today.model import TodayModel

Role = Qt.ItemDataRole


def shown() -> TodayModel:
    model = TodayModel()
    model.show(agenda(group("overdue", item("A"), item("B")), group("to-read", item("C"))))
    return model


def test_keeps_to_qts_rules(dressed: QApplication, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(shown())  # type: ignore[no-untyped-call]
    qtmodeltester.check(TodayModel())  # type: ignore[no-untyped-call]


def test_headings_cannot_be_selected(dressed: QApplication) -> None:
    model = shown()
    selectable = [
        bool(model.flags(model.index(at, 0)) & Qt.ItemFlag.ItemIsSelectable)
        for at in range(model.rowCount())
    ]
    assert selectable == [False, True, True, False, True]
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_every_line_has_words_for_eye_and_ear(dressed: QApplication) -> None:
    model = shown()
    for at in range(model.rowCount()):
        index = model.index(at, 0)
        assert index.data(Role.DisplayRole)
        assert str(index.data(Role.AccessibleTextRole)).startswith(
            str(index.data(Role.DisplayRole))
        )
    assert model.index(1, 0).data(Role.ToolTipRole) == "Do it."
    assert model.index(0, 0).data(Role.ToolTipRole) is None
