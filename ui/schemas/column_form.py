"""One column of a schema: its name, what it holds, the headings that lead to it, its words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QVBoxLayout, QWidget

from foitrack.reading.schema import FieldKind, SchemaField
from foitrack.reading.schema_checks import NAMED_FOR_KIND
from foitrack.reading.schema_definition import FieldDefinition
from ui.schemas import draft
from ui.schemas.words_table import GROUP, WordsModel, WordsTable
from ui.widgets.form import labelled
from ui.widgets.labels import secondary


class ColumnForm(QWidget):
    """Every change is said at once, so that the preview follows the keys."""

    changed = Signal(object)
    """The column as it is now: `FieldDefinition`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: FieldDefinition | None = None
        self.name = QLineEdit()
        self.kind = QComboBox()
        for kind in FieldKind:
            self.kind.addItem(draft.kind_in_words(kind), kind)
        self.headings = QLineEdit()
        self.headings.setPlaceholderText(self.tr("date; month; year"))
        self.headings.setToolTip(self.tr("Several with a semicolon between them"))
        self.words = WordsModel()
        self.table = WordsTable(self.words)
        self.no_words = secondary(
            self.tr("Only columns of words have a list. This one takes what the table prints."),
            wrap=True,
        )
        self._lay_out()
        self.name.editingFinished.connect(self._named)
        self.kind.activated.connect(self._kind_chosen)
        self.headings.textEdited.connect(self._headings_typed)
        self.words.written.connect(self._say)

    def _lay_out(self) -> None:
        self._first = first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        first.setSpacing(12)
        name, _ = labelled(self.tr("Name of the column"), self.name)
        kind, _ = labelled(self.tr("What it holds"), self.kind)
        first.addWidget(name, 1)
        first.addWidget(kind, 1)
        headings, _ = labelled(self.tr("Headings that lead to it"), self.headings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(first)
        column.addWidget(headings)
        column.addWidget(self.no_words)
        column.addWidget(self.table, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    def stack(self, stacked: bool) -> None:
        """Its name above what it holds, where there is no room side by side."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._first.setDirection(down if stacked else across)

    def own(self) -> FieldDefinition | None:
        """The column shown."""
        return self._own

    def show_column(self, own: FieldDefinition | None, read: SchemaField | None) -> None:
        """Show a column; what a person is typing in stays as typed."""
        other = self._own is None or own is None or own.name != self._own.name
        self._own = own
        self.setEnabled(own is not None)
        if own is None:
            return
        if other or not self.name.hasFocus():
            self.name.setText(draft.column_name(own.name))
        self.name.setReadOnly(own.kind in NAMED_FOR_KIND)
        self.kind.setCurrentIndex(list(FieldKind).index(own.kind))
        if other or draft.listed(self.headings.text()) != own.headings:
            self.headings.setText(draft.in_one(own.headings))
            self.headings.setCursorPosition(0)
        grouped = own.kind in draft.GROUPED
        self.table.setVisible(grouped)
        self.table.setColumnHidden(GROUP, own.kind is not FieldKind.CATEGORY)
        self.no_words.setVisible(not grouped)
        self._rest.setVisible(not grouped)
        self.words.show(own if grouped else None, read)

    def _say(self, own: FieldDefinition) -> None:
        if own != self._own:
            self.changed.emit(own)

    def _named(self) -> None:
        name = draft.stored_name(self.name.text())
        if self._own is not None and name != self._own.name:
            self._say(replace(self._own, name=name))

    def _kind_chosen(self, place: int) -> None:
        if self._own is not None:
            self._say(draft.with_kind(self._own, list(FieldKind)[place]))

    def _headings_typed(self, text: str) -> None:
        if self._own is not None:
            self._say(replace(self._own, headings=draft.listed(text)))
