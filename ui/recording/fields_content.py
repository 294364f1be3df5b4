"""What the fields pane holds for one proposal: cards, what is given by hand, case rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from foitrack.desk.views import FindingStatus, ProposedFinding
from ui import theme
from ui.core_words import told
from ui.recording.by_hand import DateByHand, OutcomeByHand
from ui.recording.case_facts import CaseFacts
from ui.recording.cases_box import CasesBox
from ui.recording.columns_box import ColumnsBox
from ui.recording.decisions import OUTCOME, RESPONSE_DATE, Decisions
from ui.recording.finding_card import FindingCard
from ui.recording.letters import called
from ui.recording.pane_parts import SectionHeading, add_at_right, note
from ui.recording.provisions_box import ProvisionsBox
from ui.recording.sources import Sources
from ui.recording.unknown_box import UnknownBox


class FieldsContent(QWidget):
    """Built once for a proposal; `refresh` shows what has been decided since."""

    provision_typed = Signal(str)
    provision_taken_back = Signal(str)
    file_wanted = Signal()
    remap_wanted = Signal(object)
    learn_wanted = Signal(object)
    make_wanted = Signal(object)

    def __init__(
        self,
        decisions: Decisions,
        sources: Sources,
        facts: CaseFacts,
        opened: set[tuple[int, int | None]],
        parent: QWidget,
    ) -> None:
        """`opened` is which tables' columns are shown, and is kept up to date.

        `parent` is where it will stand: put there later, all that is in it is dressed twice.
        """
        super().__init__(parent)
        self.setObjectName("fieldsPaneInside")
        theme.ground(self, "surface")
        self._decisions = decisions
        self._sources = sources
        self.cards: dict[int, FindingCard] = {}
        self.date: DateByHand | None = None
        self.outcome: OutcomeByHand | None = None
        self.cases: CasesBox | None = None
        self._headings: dict[str, SectionHeading] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 12, 24)
        self._column.setSpacing(0)
        self._fill()
        self._add_tables(facts, opened)
        for warning in decisions.proposal.warnings:
            self._column.addWidget(note(told(warning), "amber"))
        self._column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the pane is drawn: what is in it wraps or is cut, it never scrolls aside."""
        return QSize(theme.px(240), super().minimumSizeHint().height())

    def _fill(self) -> None:
        for section, findings in self._decisions.sections():
            if findings or section in ("found", "exemptions"):
                self._add_heading(section)
                self._add_cards(findings)
            self._add_after(section, findings)
        if self._decisions.proposal.cases:
            self.cases = CasesBox(self._decisions, self._sources)
            self._column.addWidget(self.cases)

    def _add_tables(self, facts: CaseFacts, opened: set[tuple[int, int | None]]) -> None:
        if facts.unknown:
            unknown = UnknownBox(facts)
            unknown.learn_wanted.connect(self.learn_wanted)
            self._column.addWidget(unknown)
        if facts.tables:
            columns = ColumnsBox(facts, opened)
            columns.remap_wanted.connect(self.remap_wanted)
            columns.make_wanted.connect(self.make_wanted)
            self._column.addWidget(columns)

    def _add_heading(self, section: str) -> None:
        titles = {
            "found": self.tr("Found in the document"),
            "exemptions": self.tr("Exemptions"),
            "follows": self.tr("What follows"),
            "other": self.tr("Also found"),
        }
        self._headings[section] = SectionHeading(titles[section])
        self._column.addWidget(self._headings[section])
        if section == "found" and self._unread():
            # In a narrow window the document itself, which says so too, is behind a tab.
            self._column.addWidget(note(self._unread(), "amber"))

    def _unread(self) -> str:
        """Why nothing could be read; empty where something was."""
        proposal = self._decisions.proposal
        return told(proposal.error) if proposal.error and not proposal.findings else ""

    def _add_cards(self, findings: Sequence[ProposedFinding]) -> None:
        for finding in findings:
            source = self._sources.line(finding.place, told(finding.why), finding.document_id)
            card = FindingCard(finding, self._sources.numbers.get(finding.id), source)
            self._column.addWidget(card)
            self.cards[finding.id] = card

    def _add_after(self, section: str, findings: Sequence[ProposedFinding]) -> None:
        """What a section has besides its findings."""
        if section == "found" and not self._decisions.proposal.recorded:
            self._add_outcome()
            self._add_date(any(f.field == RESPONSE_DATE for f in findings))
        if section == "exemptions":
            box = ProvisionsBox(self._decisions)
            box.typed.connect(self.provision_typed)
            box.taken_back.connect(self.provision_taken_back)
            self._column.addWidget(box)
        if section == "follows" and any(f.field == "attachment" for f in findings):
            button = QPushButton(self.tr("Add the file…"))
            button.setToolTip(self.tr("Keeps a file that the letter names, and reads it."))
            button.clicked.connect(self.file_wanted)
            add_at_right(self._column, button)

    def _add_date(self, found: bool) -> None:
        """The person gives the date, or says that it is not known, where no finding stands."""
        self.date = DateByHand()
        said = self.tr("No date in the document. Look at the email it came with.")
        if found:
            said = self.tr("You left out the date that was found.")
        elif self._unread():
            said = self.tr("Look in the original, or at the email it came with.")
        self.date.hint.setText(said)
        self.date.show_given(self._decisions.typed_date, self._decisions.date_not_known)
        self._column.addWidget(self.date)

    def _add_outcome(self) -> None:
        """The person chooses how the request was answered, where no finding stands."""
        self.outcome = OutcomeByHand()
        self.outcome.show_given(self._decisions.typed_outcome)
        self._column.addWidget(self.outcome)

    def refresh(self) -> None:
        """Show every card's status as decided, and ask by hand for what no finding gives."""
        date_name = called(self._decisions.letter()).date
        for card in self.cards.values():
            if card.finding.field == RESPONSE_DATE:
                card.show_name(date_name)
            card.show_status(
                self._decisions.status(card.finding), self._decisions.value(card.finding)
            )
        for section, findings in self._decisions.sections():
            if section in self._headings:
                self._headings[section].count.setText(self._progress(findings))
        if self.date is not None:
            self.date.show_name(date_name)
            _ask(self.date, self._decisions.lacks(RESPONSE_DATE))
        if self.outcome is not None:
            wanted = self._decisions.is_answer() and self._decisions.lacks(OUTCOME)
            _ask(self.outcome, wanted)

    def _progress(self, findings: Sequence[ProposedFinding]) -> str:
        if not findings:
            return ""
        done = sum(1 for f in findings if self._decisions.status(f) is not FindingStatus.PROPOSED)
        return self.tr("{0} of {1} decided").format(done, len(findings))


def _ask(box: DateByHand | OutcomeByHand, wanted: bool) -> None:
    """Ask by hand only for what no finding stands for, found or confirmed."""
    if not wanted:
        box.clear()
    box.setVisible(wanted)
