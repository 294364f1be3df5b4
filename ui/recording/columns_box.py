"""Which field each printed column of a table is read into, and how to change that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.reading.schema import CaseSchema
from ui import theme
from ui.core_words import all_told
from ui.counting import by_number
from ui.recording.case_facts import CaseFacts, TableFacts
from ui.recording.pane_parts import SectionHeading, note
from ui.widgets.elided import ElidedLabel

TITLE_WIDE = 360
AS_READ, NOT_USED = "as-read", "not-used"


@dataclass(frozen=True, slots=True)
class Remap:
    """A table's rows are to be read with other columns."""

    table: int
    document_id: int | None
    columns: tuple[tuple[int, str | None], ...]
    schema: str | None = None
    seen: tuple[tuple[int, str | None], ...] = ()
    """What had been chosen of it when this was."""


class ColumnsBox(QWidget):
    """One table a line; its columns are shown when asked for."""

    remap_wanted = Signal(object)
    """A `Remap`."""
    make_wanted = Signal(object)
    """Make columns from a table: its number, and the document that it is of."""

    def __init__(
        self, facts: CaseFacts, opened: set[tuple[int, int | None]], parent: QWidget | None = None
    ) -> None:
        """`opened` is which tables' columns are shown, and is kept up to date."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHeading(self.tr("Tables and their columns"), self))
        if facts.bare:
            column.addWidget(note(self._none_read(facts)))
        if facts.schemas:
            column.addLayout(self._schema_choice(facts))
        for table in facts.tables:
            line = TableColumns(table, facts.schema, table.key in opened, bare=facts.bare)
            line.remap_wanted.connect(self.remap_wanted)
            line.make_wanted.connect(self.make_wanted)
            line.toggled.connect(
                lambda shown, key=table.key: (opened.add if shown else opened.discard)(key)
            )
            column.addWidget(line)

    def _none_read(self, facts: CaseFacts) -> str:
        if facts.schema is None:
            return self.tr(
                "No case rows were read: none of the columns and words that there are fit these "
                "tables. Choose some to say by hand what each column holds, or make columns from "
                "one of the tables."
            )
        none = self.tr("No case rows were read as “{0}”.").format(facts.schema.title)
        by_hand = self.tr(
            "Say by hand what the columns of a table hold, or make columns from a table."
        )
        return f"{none} {by_hand}"

    def _schema_choice(self, facts: CaseFacts) -> QHBoxLayout:
        self.schema = QComboBox(self)
        self.schema.setObjectName("schemaChoice")
        self.schema.setAccessibleName(self.tr("Columns to read the tables with"))
        self.schema.addItem(self.tr("Read the tables as…"), None)
        for name, title in facts.schemas:
            self.schema.addItem(title, name)
        if facts.schema is not None:
            self.schema.setCurrentIndex(max(0, self.schema.findData(facts.schema.name)))
        self.schema.activated.connect(lambda: self._choose_schema(facts))
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 8)
        row.addWidget(self.schema, 1)
        return row

    def _choose_schema(self, facts: CaseFacts) -> None:
        name = self.schema.currentData()
        for one in facts.tables if name else ():
            self.remap_wanted.emit(Remap(*one.key, (), name, one.table.chosen))


class TableColumns(QWidget):
    """A table's printed columns, each beside the field that it is read into; the columns alone
    where there is no schema to read them by.
    """

    remap_wanted = Signal(object)
    make_wanted = Signal(object)
    toggled = Signal(bool)

    def __init__(
        self,
        facts: TableFacts,
        schema: CaseSchema | None,
        shown: bool,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        """`bare` where no table of the letter gave any case rows."""
        super().__init__(parent)
        self._facts, self._bare = facts, bare
        self.setObjectName(f"columns-{facts.table.number}")
        self.button = QPushButton(self)
        self.button.setCheckable(True)
        theme.button_kind(self.button, "link")
        title = self._title()
        fits = self.button.fontMetrics().elidedText(
            title, Qt.TextElideMode.ElideRight, theme.px(TITLE_WIDE)
        )
        self.button.setText(fits.replace("&", "&&"))
        self.button.setToolTip(title)
        self.button.setAccessibleName(title)
        self.inside = QWidget(self)
        self.boxes = [
            self._choice(at, heading, schema)
            for at, heading in enumerate(facts.table.columns if schema is not None else ())
            if schema is not None
        ]
        self.make = QPushButton(self.tr("Make columns from this table…"), self)
        self.make.setAccessibleName(self.tr("Make columns from {0}").format(title))
        self.make.setToolTip(self.tr("Opens Columns and words, and comes back to this letter."))
        theme.button_kind(self.make, "link")
        self.make.clicked.connect(lambda: self.make_wanted.emit(facts.key))
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 4)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for flag in all_told(facts.own_flags):
            column.addWidget(note(flag[:1].upper() + flag[1:], "amber"))
        column.addWidget(self.inside)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.setChecked(shown)
        self._show(shown)
        self.button.toggled.connect(self._show)
        self.button.toggled.connect(self.toggled)

    def _title(self) -> str:
        table = self._facts.table
        rows = len(table.rows)
        title = by_number(rows, "Table {1}, {0} row", "Table {1}, {0} rows", table.number)
        about = [self._facts.document, table.place.sheet or "", table.heading or ""]
        said = ", ".join(part for part in about if part)
        return f"{title}: {said}" if said else title

    def _choice(self, at: int, heading: str, schema: CaseSchema) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Field of the column “{0}”").format(heading))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        led = self._facts.fields[at] if at < len(self._facts.fields) else ()
        chosen = dict(self._facts.table.chosen)
        read = " + ".join(in_words(name) for name in led)
        box.addItem(self.tr("As read: {0}").format(read or self.tr("not used")), AS_READ)
        box.addItem(self.tr("Not used"), NOT_USED)
        for own in schema.fields:
            box.addItem(in_words(own.name), own.name)
        if at in chosen:
            box.setItemText(0, self.tr("As its heading says"))
            box.setCurrentIndex(box.findData(chosen[at] or NOT_USED))
        box.activated.connect(lambda: self._choose(at, str(box.currentData())))
        return box

    def _choose(self, at: int, wanted: str) -> None:
        chosen = dict(self._facts.table.chosen)
        chosen.pop(at, None)
        if wanted != AS_READ:
            chosen[at] = None if wanted == NOT_USED else wanted
        columns, seen = tuple(sorted(chosen.items())), self._facts.table.chosen
        self.remap_wanted.emit(Remap(*self._facts.key, columns, seen=seen))

    def _fill(self) -> None:
        grid = QGridLayout(self.inside)
        grid.setContentsMargins(18, 0, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for at, heading in enumerate(self._facts.table.columns):
            printed = ElidedLabel(" ".join(heading.split()) or self.tr("no heading"), self.inside)
            printed.setFont(theme.font(12, 500))
            printed.setToolTip(_examples(heading, self._facts, at))
            grid.addWidget(printed, at, 0)
        for at, box in enumerate(self.boxes):
            grid.addWidget(box, at, 1)

    def _show(self, shown: bool) -> None:
        self.inside.setVisible(shown)
        # Where nothing came of the letter it is the way out, and not to be looked for.
        self.make.setVisible(shown or self._bare)
        name = "chevron-down" if shown else "chevron-right"
        theme.set_icon(self.button, name, "accent_ink", 12)


def in_words(field: str) -> str:
    """A field's name on screen."""
    return field.replace("_", " ").capitalize()


def _examples(heading: str, facts: TableFacts, at: int) -> str:
    cells: Sequence[str] = [row[at] for row in facts.table.rows if at < len(row) and row[at]][:4]
    return "\n".join([heading, *cells])
