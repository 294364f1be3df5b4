"""What the schema in hand makes of a real table: its rows, and the words it does not know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.schemas import Preview, TableChoice, UnknownValue
from foitrack.reading.findings import CaseRow
from foitrack.reading.schema_definition import SchemaDefinition
from ui import theme
from ui.casedata.words import period
from ui.core_words import told
from ui.counting import counted
from ui.schemas import draft
from ui.widgets.labels import secondary, section, words
from ui.widgets.table_view import ListTable

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
COUNT, PERIOD = "count", "period"
MOST_UNKNOWN = 40
LEAST_WIDTH = 72
UNKNOWN_WIDTH = 264


class PreviewModel(QAbstractTableModel):
    """The rows as they would be read; a cell whose words are unknown is marked."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CaseRow, ...] = ()
        self._fields: tuple[str, ...] = ()
        self._led: dict[str, str] = {}
        self._unknown: frozenset[tuple[str, str]] = frozenset()

    def show(self, found: Preview, definition: SchemaDefinition) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = found.rows
        present = {value.field for row in found.rows for value in row.values}
        named = [own.name for own in definition.fields if own.name in present and own.name != COUNT]
        self._fields = tuple(dict.fromkeys((*named, *([COUNT] if COUNT in present else []))))
        self._led = {field: heading for heading, fields in found.columns for field in fields}
        self._unknown = frozenset((one.field, cell) for one in found.unknown for cell in one.cells)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        field = self._fields[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return draft.column_name(field)
        if role == Qt.ItemDataRole.ToolTipRole and field in self._led:
            return self.tr("From the heading “{0}”").format(self._led[field])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, field = self._rows[index.row()], self._fields[index.column()]
        printed = next((v.printed for v in row.values if v.field == field), "")
        unknown = (field, printed) in self._unknown
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(row, field)
        if role == Qt.ItemDataRole.ToolTipRole:
            return printed
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{draft.column_name(field)}: {self._said(row, field) or self.tr('not given')}"
            return f"{said}, {self.tr('not known')}" if unknown else said
        if role == Qt.ItemDataRole.BackgroundRole and unknown:
            return theme.tokens().amber_soft
        if role == Qt.ItemDataRole.ForegroundRole and unknown:
            return theme.tokens().amber
        return None

    def _said(self, row: CaseRow, field: str) -> str:
        if field == COUNT:
            counted_ = next((v for v in row.values if v.field == COUNT), None)
            if counted_ is None or counted_.value is not None or counted_.low is None:
                return counted_.value or "" if counted_ else ""
            return f"{counted_.low} – {counted_.high}" if counted_.high else f"{counted_.low}+"
        found = row.all(field)
        return ", ".join(map(period, found) if field == PERIOD else found)


class PreviewPane(QWidget):
    """Below the columns: a table of the campaign's own, read as it would be."""

    table_chosen = Signal(int)
    add_wanted = Signal(str)
    """Add a column for a heading that leads nowhere."""
    same_wanted = Signal(str, str, str)
    """A column, words it does not know, and the value they are the same as."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "surface")
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Table to try the columns on"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.activated.connect(self.table_chosen)
        self.said = secondary("", wrap=True)
        self.unused = QPushButton(self.tr("Headings not used"))
        theme.button_kind(self.unused, "link")
        self.unused.setProperty("opens", "menu")
        self.model = PreviewModel()
        self.table = ListTable(self.tr("Rows as they would be read"), row=30)
        self.table.setModel(self.model)
        # The cells stand below their headers' words.
        self.table.setStyleSheet("QTableView::item { padding-left: 5px; }")
        self.title = section(self.tr("Try it on a table"))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.choice, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.said, 1)
        below.addWidget(self.unused)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(12, 0, 0, 0)
        self._list.setSpacing(6)
        inside = QWidget()
        inside.setLayout(self._list)
        self.unknown = QScrollArea()
        self.unknown.setAccessibleName(self.tr("Words not known"))
        self.unknown.setWidgetResizable(True)
        self.unknown.setFixedWidth(theme.px(UNKNOWN_WIDTH))
        self.unknown.setWidget(inside)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.table, 1)
        across.addWidget(self.unknown)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(below)
        column.addLayout(across, 1)

    def offer(self, tables: Sequence[TableChoice], current: int) -> None:
        """Offer tables to try the schema on."""
        self.choice.clear()
        self.choice.addItems([told(table.label) for table in tables])
        self.choice.setCurrentIndex(current)
        self.choice.setVisible(bool(tables))

    def show_preview(self, found: Preview | None, definition: SchemaDefinition) -> None:
        """Show what the schema makes of the table; None where there is no table to try."""
        if found is None:
            self.say(self.tr("No response has a table yet. Record one, and try the columns on it."))
            found = Preview((), (), ())
        elif found.problem:
            self.say(told(found.problem), wrong=True)
        elif not found.rows:
            self.say(self.tr("No row is read from this table: no heading leads to its columns."))
        else:
            self.say(self._summed(found))
        self.model.show(found, definition)
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(theme.px(LEAST_WIDTH))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._show_unused(found)
        self._show_unknown(found.unknown, definition)

    def _summed(self, found: Preview) -> str:
        rows = counted(len(found.rows), "row")
        if not found.unknown:
            return self.tr("{0} read; every word is known.").format(rows)
        number = counted(len(found.unknown), "word")
        return self.tr("{0} read; {1} not known.").format(rows, number)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say what came of it."""
        self.said.setText(text)
        theme.colour_label(self.said, "red" if wrong else "text2")

    def _show_unused(self, found: Preview) -> None:
        headings = [heading for heading, fields in found.columns if heading and not fields]
        menu = QMenu(self.unused)
        for heading in headings:
            action = menu.addAction(self.tr("Add a column for “{0}”").format(heading))
            action.triggered.connect(lambda _=False, its=heading: self.add_wanted.emit(its))
        self.unused.setMenu(menu)
        self.unused.setText(self.tr("{0} not used").format(counted(len(headings), "heading")))
        self.unused.setVisible(bool(headings))

    def _show_unknown(self, unknown: Sequence[UnknownValue], definition: SchemaDefinition) -> None:
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in unknown[:MOST_UNKNOWN]:
            self._list.addWidget(self._line(one, definition))
        self._list.addStretch(1)
        self.unknown.setVisible(bool(unknown))

    def _line(self, one: UnknownValue, definition: SchemaDefinition) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(words(f"“{one.printed}”", 13, 500, "amber", wrap=True))
        rows = counted(one.times, "row")
        column.addWidget(secondary(f"{draft.column_name(one.field)}, {rows}"))
        same = QPushButton(self.tr("Is the same as…"))
        theme.button_kind(same, "link")
        same.setProperty("opens", "menu")
        same.setAccessibleName(self.tr("“{0}” is the same as…").format(one.printed))
        same.setMenu(self._menu(one, definition, same))
        deeds = QVBoxLayout()
        deeds.setSpacing(4)
        if one.suggestions and len(one.suggestions[0].values) == 1:
            likeliest = self._likeliest(one, one.suggestions[0].values[0])
            deeds.addWidget(likeliest, 0, Qt.AlignmentFlag.AlignLeft)
        deeds.addWidget(same, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(deeds)
        return line

    def _likeliest(self, one: UnknownValue, value: str) -> QPushButton:
        """One click for what it most likely is."""
        button = QPushButton(value.replace("&", "&&"))
        button.setToolTip(told(one.suggestions[0].why))
        button.setAccessibleName(self.tr("“{0}” is {1}").format(one.printed, value))
        button.setMaximumWidth(theme.px(UNKNOWN_WIDTH - 24))
        button.clicked.connect(lambda: self.same_wanted.emit(one.field, one.printed, value))
        return button

    def _menu(self, one: UnknownValue, definition: SchemaDefinition, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        offered = [value for each in one.suggestions for value in each.values]
        own = definition.field_named(one.field)
        others = [each.value for each in own.values] if own else []
        for value in dict.fromkeys(offered):
            self._offer(menu, one, value)
        if offered:
            menu.addSeparator()
        self._offer(menu, one, one.printed, self.tr("A word of its own"))
        menu.addSeparator()
        for value in others:
            if value not in offered:
                self._offer(menu, one, value)
        return menu

    def _offer(self, menu: QMenu, one: UnknownValue, value: str, said: str = "") -> None:
        action = menu.addAction((said or value).replace("&", "&&"))
        action.triggered.connect(
            lambda _=False: self.same_wanted.emit(one.field, one.printed, value)
        )
