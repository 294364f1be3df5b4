"""The case rows that were read, to look over and take as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableView, QVBoxLayout, QWidget

from foitrack.desk.views import CaseRowView, Proposal
from ui import theme
from ui.core_words import all_told
from ui.counting import by_number
from ui.recording.case_facts import rows_of
from ui.recording.case_preview import (
    CasePreviewModel,
    count_in_words,
    fields_of,
    totals_in_words,
)
from ui.recording.decisions import Decisions
from ui.recording.pane_parts import SectionHeading, inset, note
from ui.recording.sources import Sources

PREVIEW_ROWS = 8
MOST_NOTES = 12
PROSE = "prose"


class CasesBox(QWidget):
    """A table of the rows, what was doubtful about them, and one box to tick for all that tables
    give. Each row that was made of a sentence has a box of its own below its sentence.
    """

    source_wanted = Signal(object)
    """A case row whose place in the document is to be shown."""
    accepted = Signal(bool)
    row_accepted = Signal(int, bool)
    """A row from a sentence is taken, or not: its number."""

    def __init__(
        self, decisions: Decisions, sources: Sources, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        proposal = decisions.proposal
        heading = SectionHeading(self.tr("Case rows"), self)
        listed = [row for row in proposal.cases if row.source != PROSE]
        told = [row for row in proposal.cases if row.source == PROSE]
        heading.count.setText(self._counted(listed, told))
        self.model = CasePreviewModel(proposal.cases)
        self.model.setParent(self)
        self.table = self._table()
        self.accept = self._accept(decisions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        for line in self._of_tables(proposal):
            column.addWidget(note(line, "amber"))
        column.addLayout(inset(self.table))
        column.addSpacing(8)
        column.addLayout(inset(self.accept))
        self.accept.setVisible(bool(listed))
        self.sentences: dict[int, QCheckBox] = {}
        before = ""
        for row in told:
            words = sources.words_at(row)
            if words != before:
                column.addWidget(note(self.tr("From a sentence: “{0}”").format(words)))
            before = words
            self.sentences[row.id] = self._sentence(row, decisions)
            column.addLayout(inset(self.sentences[row.id]))
        flags = dict.fromkeys(flag for row in listed for flag in all_told(row.flags))
        zeros = [self.tr("{0} has a printed 0.").format(period) for period in proposal.zeros]
        lines = list(dict.fromkeys([*flags, *zeros]))
        for line in lines[:MOST_NOTES]:
            column.addWidget(note(line))
        if len(lines) > MOST_NOTES:
            rest = len(lines) - MOST_NOTES
            more = by_number(
                rest, "{0} more remark stands at the rows.", "{0} more remarks stand at the rows."
            )
            column.addWidget(note(more))

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("casePreview")
        table.setAccessibleName(self.tr("Case rows read from the document"))
        table.setModel(self.model)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(28))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        last = self.model.columnCount() - 1
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(last, theme.px(64))
        rows = min(self.model.rowCount(), PREVIEW_ROWS)
        table.setFixedHeight(rows * theme.px(28) + theme.px(36))
        table.activated.connect(lambda index: self.source_wanted.emit(self.model.row(index.row())))
        return table

    def _of_tables(self, proposal: Proposal) -> list[str]:
        """What is doubtful about the tables themselves that gave rows."""
        return [
            self.tr("Table {0}: {1}").format(table.number, flag)
            for table in proposal.tables
            if table.flags and rows_of(proposal, table)
            for flag in all_told(table.flags)
        ]

    def _counted(self, listed: Sequence[CaseRowView], told: Sequence[CaseRowView]) -> str:
        said = [totals_in_words(listed)] if listed else []
        if told:
            said.append(self.tr("{0} from sentences").format(len(told)))
        return ", ".join(said)

    def _sentence(self, row: CaseRowView, decisions: Decisions) -> QCheckBox:
        """One row from a sentence, to be taken by itself."""
        fields = fields_of([row])
        values = [", ".join(row.values.get(field, ())) for field in fields]
        said = ", ".join((*values, count_in_words(row))).replace("&", "&&")
        box = QCheckBox(self.tr("Save this one: {0}").format(said), self)
        box.setChecked(row.checked or row.id in decisions.accept_rows)
        box.setEnabled(not row.checked)
        box.toggled.connect(lambda on: self.row_accepted.emit(row.id, on))
        return box

    def _accept(self, decisions: Decisions) -> QCheckBox:
        box = QCheckBox(self.tr("These rows are right: save them as case data"), self)
        listed = [row for row in decisions.proposal.cases if row.source != PROSE]
        if listed and all(row.checked for row in listed):
            box.setText(self.tr("Saved as case data"))
            box.setChecked(True)
            box.setEnabled(False)
        elif len(listed) < len(decisions.proposal.cases):
            box.setText(self.tr("The rows from tables are right: save them as case data"))
        if decisions.accept_cases:
            box.setChecked(True)
        box.toggled.connect(self.accepted)
        return box
