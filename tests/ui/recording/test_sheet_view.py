"""A workbook's tables at their own addresses, with the cells of finds marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from foitrack.desk.views import TableView
from foitrack.reading.findings import Place
from ui.recording.marks import Mark
from ui.recording.sheet_grid import area, column_name, column_number, grids
from ui.recording.sheet_view import SheetView


def table(cell: str, rows: int, row_cells: tuple[str, ...] = (), sheet: str = "Data") -> TableView:
    return TableView(
        id=1,
        number=1,
        columns=("Year", "Count"),
        rows=tuple((str(2000 + n), str(n)) for n in range(rows)),
        total_row=None,
        heading=None,
        place=Place(sheet=sheet, cell=cell),
        flags=(),
        row_cells=row_cells,
    )


@given(st.integers(0, 16_383))
def test_columns_are_named_as_in_a_sheet(column: int) -> None:
    assert column_number(column_name(column)) == column


def test_areas_are_read_from_their_names() -> None:
    assert area("B4") == (4, 1, 4, 1)
    assert area("AA5:AC90") == (5, 26, 90, 28)
    assert area("nothing") is None


def test_rows_stand_at_their_numbers_though_some_are_left_out() -> None:
    [grid] = grids([table("C3:D9", 2, ("C4:D4", "C9:D9"))])
    assert [line.row for line in grid.lines] == [3, 4, 9]
    assert (grid.columns, grid.lines[0].left) == (4, 2)
    assert grid.line_at(9) == 2
    assert grid.line_at(5) is None


def test_numbers_that_are_not_known_are_not_made_up() -> None:
    [grid] = grids([table("A1:B9", 2)])
    assert [line.row for line in grid.lines] == [1, None, None]
    [grid] = grids([table("A1:B3", 2)])
    assert [line.row for line in grid.lines] == [1, 2, 3]


def test_a_find_is_marked_and_a_click_on_it_chooses_it(qtbot: QtBot, dressed: object) -> None:
    view = SheetView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    two = [table("A1:B3", 2), table("A1:B3", 2, sheet="Notes")]
    view.show_grids(grids(two), [Mark(7, Place(sheet="Notes", cell="B3"), 1)])
    assert view.tabs.isVisible()
    view.choose(7)
    assert view.tabs.currentIndex() == 1
    model, at = view.table.model(), view.table.currentIndex()
    assert model is not None
    assert (at.row(), at.column()) == (2, 1)
    assert at.data(Qt.ItemDataRole.AccessibleTextRole) == "B3: 1"
    assert at.data(Qt.ItemDataRole.BackgroundRole) is not None
    assert model.index(0, 0).data(Qt.ItemDataRole.BackgroundRole) is None
    chosen: list[int] = []
    view.mark_chosen.connect(chosen.append)
    view.table.clicked.emit(at)
    view.table.clicked.emit(model.index(0, 0))
    assert chosen == [7]
