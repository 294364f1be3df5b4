"""The words of a column: each value, the forms it is written in, and its group."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from foitrack.reading.schema import SchemaField
from foitrack.reading.schema_definition import FieldDefinition, ValueDefinition
from ui import theme
from ui.schemas import draft

Index = QModelIndex | QPersistentModelIndex
VALUE, FORMS, GROUP = range(3)
ROW = 30
ROOT = QModelIndex()


class WordsModel(QAbstractTableModel):
    """Every cell can be written in; the last line is empty, for one more value."""

    written = Signal(object)
    """The column as it is now: `FieldDefinition`."""

    def __init__(self) -> None:
        super().__init__()
        self._own: FieldDefinition | None = None
        self._read: SchemaField | None = None

    def show(self, own: FieldDefinition | None, read: SchemaField | None) -> None:
        """Show a column's words; `read` is what reading makes of the column, for the groups."""
        before = self._own
        self._read = read
        if before is not None and own is not None and len(before.values) == len(own.values):
            self._own = own
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, GROUP))
            return
        self.beginResetModel()
        self._own = own
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._own is None else len(self._own.values) + 1

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Counts as"), self.tr("Also written"), self.tr("Group"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        own = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        last = self._own is None or index.row() >= len(self._own.values)
        if last and index.column() != VALUE:
            return own
        return own | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._own is None:
            return None
        last = index.row() >= len(self._own.values)
        if role == Qt.ItemDataRole.ForegroundRole and (last or index.column() != VALUE):
            return theme.tokens().text3 if last else theme.tokens().text2
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        if last and index.column() == VALUE:
            return "" if role == Qt.ItemDataRole.EditRole else self.tr("Add a word…")
        said = "" if last else self._cell(self._own.values[index.row()], index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{title}: {said or self.tr('none')}"
        return said

    def _cell(self, value: ValueDefinition, column: int) -> str:
        if column == VALUE:
            return value.value
        if column == FORMS:
            return draft.in_one(value.aliases)
        return draft.group_of(self._read, value.value)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write in a cell; a value made empty goes."""
        if self._own is None or role != Qt.ItemDataRole.EditRole:
            return False
        text, own, row = " ".join(str(value).split()), self._own, index.row()
        last = row >= len(own.values)
        if index.column() == VALUE:
            if not text:
                changed = own if last else draft.without_value(own, row)
            else:
                known = ValueDefinition(text) if last else draft.renamed(own.values[row], text)
                changed = draft.with_value(own, row, known)
        elif last:
            return False
        elif index.column() == FORMS:
            forms = replace(own.values[row], aliases=draft.listed(str(value)))
            changed = draft.with_value(own, row, forms)
        else:
            changed = draft.with_group(own, own.values[row].value, text)
        if changed == own:
            return False
        self.written.emit(changed)
        return True


class WordsTable(QTableView):
    """Enter or F2 writes in a cell, Delete takes a value out; Tab leaves the table."""

    def __init__(self, model: WordsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Words of the column"))
        self.setAccessibleDescription(
            self.tr("Enter writes in a cell, several forms with a semicolon between them.")
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        # The cells stand below their headers' words.
        self.setStyleSheet("QTableView::item { padding-left: 5px; }")
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(FORMS, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Each column keeps its share, so that none is squeezed out where there is little room."""
        super().resizeEvent(event)
        wide = self.viewport().width()
        self.setColumnWidth(VALUE, min(theme.px(190), wide * 35 // 100))
        self.setColumnWidth(GROUP, min(theme.px(170), wide * 30 // 100))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes, Delete takes out."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
            return
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.model().setData(self.model().index(index.row(), VALUE), "")
            return
        super().keyPressEvent(event)
