"""Words: every form the case rows are written in, the value it counts as, and changing that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.schemas import Word
from foitrack.reading.schema import CaseSchema, FieldKind
from ui import theme
from ui.casedata.words import field_name
from ui.casedata.words_model import COLUMN, COUNTS_AS, ROWS, WRITTEN, WordsModel
from ui.counting import counted
from ui.widgets.edge import upright_edge
from ui.widgets.form import Form
from ui.widgets.labels import record_title, secondary, section
from ui.widgets.page_header import MARGIN
from ui.widgets.table_view import ListTable

RAIL = 320
BETWEEN = "; "


class WordsPanel(QWidget):
    """A change is remembered for the campaign and reaches every row that prints the words."""

    grouping_wanted = Signal(object, object, str)
    """A word, the values it shall count as, and what that leaves out."""
    forget_wanted = Signal(object)
    """A word of which what was said is taken back."""
    schema_wanted = Signal()
    """The columns and words themselves are to be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "surface")
        self._schemas: Mapping[str, CaseSchema] = {}
        self._shown: Word | None = None
        self.total = section("")
        self.model = WordsModel()
        self.table = ListTable(self.tr("Words as written"), row=32)
        self.table.setModel(self.model)
        # The cells stand below their headers' words.
        self.table.setStyleSheet("QTableView::item { padding-left: 5px; }")
        self.edit = QPushButton(self.tr("Columns and words…"))
        self.title = record_title("")
        self.title.setWordWrap(True)
        self.where = secondary("", wrap=True)
        self.value = QComboBox()
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("temporary"))
        self.change = QPushButton(self.tr("Change grouping"))
        theme.button_kind(self.change, "primary")
        self.forget = QPushButton(self.tr("As it was"))
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_word())
        self.table.opened.connect(lambda _: self.value.setFocus(Qt.FocusReason.OtherFocusReason))
        self.change.clicked.connect(self._change)
        self.forget.clicked.connect(self._forget)
        self.edit.clicked.connect(self.schema_wanted)
        self._show_word()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 8, 12, 4)
        head.addWidget(self.total, 1)
        head.addWidget(self.edit)
        table = QHBoxLayout()
        table.setContentsMargins(MARGIN - 8, 0, 4, 0)
        table.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addLayout(table, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(upright_edge())
        across.addWidget(self._rail())
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(COUNTS_AS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WRITTEN, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(COLUMN, theme.px(110))
        self.table.setColumnWidth(ROWS, theme.px(64))

    def _rail(self) -> QWidget:
        self.form = Form()
        self.form.add_row(
            self.tr("Counts as"),
            self.value,
            self.tr(
                "A value from the list or one of your own; leave it empty where the words "
                "say nothing."
            ),
        )
        self.form.add_row(self.tr("What that leaves out, if anything"), self.note)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.change)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        rail = QWidget()
        rail.setFixedWidth(theme.px(RAIL))
        column = QVBoxLayout(rail)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        for widget in (self.title, self.where, self.form):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        return rail

    def show_words(self, found: Sequence[Word] | None, schemas: Mapping[str, CaseSchema]) -> None:
        """Show a campaign's words; None where no one campaign is chosen."""
        self._schemas, kept = schemas, self._shown
        self.model.show(found or ())
        if found is None:
            self.total.setText(self.tr("Choose one campaign above to see its words"))
        else:
            unknown = self.model.unknown()
            words = counted(len(found), "word")
            rest = self.tr("{0} not known").format(unknown) if unknown else ""
            self.total.setText(f"{words}, {rest}" if rest else words)
        place = self.model.place_of(kept) if kept is not None else 0
        if self.model.rowCount():
            self.table.selectRow(max(place, 0))
        self._show_word()

    def choose(self, field: str, printed: str) -> None:
        """Take a word in hand."""
        place = self.model.place_of(Word(field, printed, (), 0, True))
        if place >= 0:
            self.table.selectRow(place)
            self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_word(self) -> None:
        word = self.model.word(self.table.currentIndex().row())
        self._shown = word
        for widget in (self.form, self.change, self.forget):
            widget.setVisible(word is not None)
        if word is None:
            self.title.setText(self.tr("No word chosen"))
            self.where.setText("")
            return
        self.title.setText(f"“{word.printed}”")
        rows = counted(word.times, "row")
        self.where.setText(f"{field_name(word.field)}, {rows}")
        own = self._schemas[word.schema].field_named(word.field)
        values = dict.fromkeys(own.values.values()) if own is not None else {}
        self.value.clear()
        self.value.addItems(list(values))
        self.value.setCurrentText(BETWEEN.join(word.normal))
        several = own is not None and own.kind is FieldKind.CATEGORIES
        self.value.setToolTip(self.tr("Several with a semicolon between them") if several else "")
        self.note.setText(word.note)
        self.forget.setVisible(word.learned)

    def _change(self) -> None:
        if self._shown is not None:
            parts = self.value.currentText().split(BETWEEN.strip())
            values = tuple(part.strip() for part in parts if part.strip())
            self.grouping_wanted.emit(self._shown, values, self.note.text().strip())

    def _forget(self) -> None:
        if self._shown is not None:
            self.forget_wanted.emit(self._shown)
