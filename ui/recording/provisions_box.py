"""Under the exemptions found: what is only mentioned, and what a person adds by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from foitrack.desk.views import ProvisionTag
from foitrack.law.wording import short_provision
from ui import theme
from ui.recording.decisions import Decisions
from ui.recording.pane_parts import note
from ui.widgets.exemption_chip import ExemptionChip


class ProvisionsBox(QWidget):
    """Duties are named as left out; what is typed is looked up before it is added."""

    typed = Signal(str)
    taken_back = Signal(str)
    """An exemption added by hand that is not meant after all."""

    def __init__(self, decisions: Decisions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self._left_out(decisions):
            column.addWidget(note(line))
        for provision in decisions.added_provisions:
            column.addWidget(self._added(provision))
        self.by_hand = QLineEdit(self)
        self.by_hand.setPlaceholderText(self.tr("Add one by hand, such as s40(2)"))
        self.by_hand.setAccessibleName(self.tr("Exemption to add by hand"))
        self.by_hand.returnPressed.connect(lambda: self.typed.emit(self.by_hand.text().strip()))
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 8)
        row.addWidget(self.by_hand)
        column.addLayout(row)

    def _left_out(self, decisions: Decisions) -> list[str]:
        lines = []
        if not any(finding.field == "exemption" for finding in decisions.listed()):
            lines.append(self.tr("None found in the document."))
        mentioned = ", ".join(decisions.proposal.mentioned)
        if mentioned:
            lines.append(
                self.tr("Mentioned, but not cited as a reason to withhold: {0}.").format(mentioned)
            )
        return [" ".join(lines)] if lines else []

    def _added(self, provision: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(ExemptionChip(ProvisionTag(provision, True), line))
        words = note(self.tr("{0}, added by you").format(provision), "text")
        words.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        back = QPushButton(self.tr("Take back"), line)
        theme.button_kind(back, "link")
        back.setAccessibleName(self.tr("Take back {0}").format(short_provision(provision)))
        back.clicked.connect(lambda: self.taken_back.emit(provision))
        row.addWidget(back)
        return line
