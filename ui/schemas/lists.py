"""The list of schemas, and the list of a schema's columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from foitrack.desk.schemas import SchemaView
from foitrack.reading.schema_definition import FieldDefinition
from ui import theme
from ui.schemas import draft
from ui.schemas.list_delegate import BESIDE, LineDelegate

NAME = Qt.ItemDataRole.UserRole
LINE, TWO_LINES = 34, 48


class SchemaList(QListWidget):
    """Every schema, with who made it; the one in hand is chosen."""

    chosen = Signal(str)
    """The name of the schema that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Case schemas"))
        self._lines = LineDelegate(below=True)
        self.setItemDelegate(self._lines)
        self.currentItemChanged.connect(self._choose)

    def show_schemas(
        self, views: Sequence[SchemaView], current: str, unsaved: frozenset[str]
    ) -> None:
        """List the schemas; those with changes not saved are marked."""
        self.blockSignals(True)
        self.clear()
        for view in views:
            said = self._said(view, view.name in unsaved)
            item = QListWidgetItem(view.title)
            item.setData(NAME, view.name)
            item.setData(BESIDE, said)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{view.title}, {said}")
            item.setToolTip(", ".join(map(draft.column_name, view.columns)))
            item.setSizeHint(QSize(0, theme.px(TWO_LINES)))
            self.addItem(item)
            if view.name == current:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _said(self, view: SchemaView, unsaved: bool) -> str:
        if unsaved:
            return self.tr("changed, not saved")
        if view.own:
            own = self.tr("shipped, changed by you") if view.shipped else self.tr("yours")
            return own
        return self.tr("ships with the program")

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(NAME))


class ColumnList(QListWidget):
    """A schema's columns in order; Alt with an arrow moves one, Delete takes it out."""

    chosen = Signal(int)
    move_wanted = Signal(int)
    """Move the current column up (-1) or down (1)."""
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Columns"))
        self._lines = LineDelegate(below=False)
        self.setItemDelegate(self._lines)
        self.setAccessibleDescription(
            self.tr("Alt with Up or Down moves a column, Delete takes it out.")
        )
        self.currentRowChanged.connect(self._choose)

    def show_columns(self, fields: Sequence[FieldDefinition], current: int) -> None:
        """List the columns."""
        self.blockSignals(True)
        self.clear()
        for own in fields:
            kind = draft.kind_in_short(own.kind)
            number = len(own.values)
            said = f"{kind}, {number}" if own.kind in draft.GROUPED else kind
            name = draft.column_name(own.name)
            item = QListWidgetItem(name)
            item.setData(BESIDE, said)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {said}")
            item.setSizeHint(QSize(0, theme.px(LINE)))
            item.setToolTip(draft.kind_in_words(own.kind))
            self.addItem(item)
        self.setCurrentRow(min(current, len(fields) - 1))
        self.blockSignals(False)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves, Delete takes out."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(step)
            return
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
            return
        super().keyPressEvent(event)
