"""A workbook's tables as sheets, with the cells that something was found in marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTabBar, QTableView, QVBoxLayout, QWidget

from ui import theme
from ui.recording.marks import Mark
from ui.recording.sheet_grid import SheetGrid, area, column_name

Index = QModelIndex | QPersistentModelIndex
SHEETS_WIDE = 120


class SheetModel(QAbstractTableModel):
    """One sheet; the columns' letters and the rows' numbers are those of the file."""

    def __init__(self, grid: SheetGrid, marks: Sequence[Mark]) -> None:
        super().__init__()
        self.grid = grid
        self.chosen: int | None = None
        self._numbers: dict[tuple[int, int], int] = {}
        for mark in marks:
            spot = area(mark.place.cell or "")
            if mark.place.sheet != grid.name or spot is None:
                continue
            top, left, bottom, right = spot
            for row in range(top, min(bottom, top + 50) + 1):
                for column in range(left, min(right, left + 50) + 1):
                    self._numbers.setdefault((row, column), mark.number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.grid.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.grid.columns

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return column_name(section)
        row = self.grid.lines[section].row
        return str(row) if row is not None else "…"

    def number_at(self, index: Index) -> int | None:
        """The number of the find in a cell."""
        row = self.grid.lines[index.row()].row
        return self._numbers.get((row, index.column())) if row is not None else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.grid.lines[index.row()]
        at = index.column() - line.left
        text = line.cells[at] if 0 <= at < len(line.cells) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = f"{column_name(index.column())}{line.row if line.row is not None else ''}"
            return f"{where}: {text}"
        return self._look(index, role, heading=line.heading)

    def _look(self, index: Index, role: int, *, heading: bool) -> object:
        tokens, number = theme.tokens(), self.number_at(index)
        if role == Qt.ItemDataRole.BackgroundRole and number is not None:
            return tokens.mark_edge if number == self.chosen else tokens.mark
        if role == Qt.ItemDataRole.ForegroundRole and number is not None:
            return tokens.paper_text
        if role == Qt.ItemDataRole.FontRole and heading:
            return theme.font(12, 600)
        return None

    def choose(self, number: int | None) -> QModelIndex:
        """Mark a find as the chosen one; its first cell, where it is on this sheet."""
        self.chosen = number
        self.dataChanged.emit(
            self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
        )
        for (row, column), its in self._numbers.items():
            line = self.grid.line_at(row) if its == number else None
            if line is not None:
                return self.index(line, column)
        return QModelIndex()


class SheetView(QWidget):
    """A tab for each sheet over its cells."""

    mark_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(self.tr("Sheets"))
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.table = QTableView(self)
        self.table.setObjectName("sheetView")
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setDefaultSectionSize(theme.px(SHEETS_WIDE))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(28))
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._models: list[SheetModel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.tabs.currentChanged.connect(self._show_sheet)
        self.table.clicked.connect(self._clicked)

    def show_grids(self, grids: Sequence[SheetGrid], marks: Sequence[Mark]) -> None:
        """Show the sheets of a workbook."""
        self._models = [SheetModel(grid, marks) for grid in grids]
        for model in self._models:
            model.setParent(self)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for grid in grids:
            self.tabs.addTab(grid.name)
        self.tabs.setVisible(len(grids) > 1)
        self._show_sheet(0)

    def choose(self, number: int | None) -> None:
        """Bring the cell of a find into view."""
        for place, model in enumerate(self._models):
            index = model.choose(number)
            if index.isValid():
                self.tabs.setCurrentIndex(place)
                self.table.setCurrentIndex(index)
                self.table.scrollTo(index)

    def show_cell(self, sheet: str | None, cell: str) -> None:
        """Select the cells of a place, as when a case row's source is opened."""
        spot = area(cell)
        for place, model in enumerate(self._models):
            line = model.grid.line_at(spot[0]) if spot and model.grid.name == sheet else None
            if spot is not None and line is not None:
                self.tabs.setCurrentIndex(place)
                self.table.setCurrentIndex(model.index(line, spot[1]))

    def _show_sheet(self, place: int) -> None:
        if 0 <= place < len(self._models):
            self.table.setModel(self._models[place])
            name = self._models[place].grid.name
            self.table.setAccessibleName(self.tr("Cells of the sheet {0}").format(name))

    def _clicked(self, index: QModelIndex) -> None:
        model = self.table.model()
        number = model.number_at(index) if isinstance(model, SheetModel) else None
        if number is not None:
            self.mark_chosen.emit(number)
