"""The right-hand pane: every finding with what was decided, the date, and the case rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import FindingStatus, ProposedFinding
from foitrack.law.terms import Outcome
from ui import theme
from ui.recording.by_hand import DateByHand, OutcomeByHand
from ui.recording.case_preview import CasePreviewModel, totals_in_words
from ui.recording.decisions import OUTCOME, RESPONSE_DATE, Decisions
from ui.recording.finding_card import FindingCard
from ui.widgets.date_field import DateField

PREVIEW_ROWS = 8


class FieldsPane(QScrollArea):
    """Cards in reading order; what is decided in one moves the keyboard to the next."""

    chosen = Signal(int)
    """The id of the finding whose card has the focus."""
    changed = Signal()
    source_wanted = Signal(object)
    """The place of a case row that was opened."""
    provision_typed = Signal(str)
    """An exemption to add by hand, as typed."""
    file_wanted = Signal()
    """A file that the letter names is to be added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("fieldsPane")
        # Its fields take the keyboard; the pane itself would be a stop with nothing to do.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._decisions: Decisions | None = None
        self.cards: dict[int, FindingCard] = {}
        self.date_field: DateField | None = None
        self.not_known: QCheckBox | None = None
        self.accept_cases: QCheckBox | None = None
        self.outcome_choice: QComboBox | None = None
        self._date: DateByHand | None = None
        self._outcome: OutcomeByHand | None = None
        self._counts: dict[str, QLabel] = {}

    # -- building -----------------------------------------------------------------------------

    def show_decisions(self, decisions: Decisions, numbers: Mapping[int, int]) -> None:
        """Fill the pane; `numbers` gives the badge of each finding that has a place."""
        self._decisions = decisions
        self.cards, self._counts = {}, {}
        self.date_field = self.not_known = self.accept_cases = self.outcome_choice = None
        self._date = self._outcome = None
        inside = QWidget()
        inside.setObjectName("fieldsPaneInside")
        theme.ground(inside, "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 24)
        column.setSpacing(0)
        titles = {
            "found": self.tr("Found in the document"),
            "exemptions": self.tr("Exemptions"),
            "follows": self.tr("What follows"),
            "other": self.tr("Also found"),
        }
        for section, findings in decisions.sections():
            if findings or section in ("found", "exemptions"):
                self._add_heading(column, section, titles[section])
                self._add_cards(column, findings, numbers)
            if section == "found" and not decisions.proposal.recorded:
                self._add_outcome(column)
                self._add_date(column, any(f.field == RESPONSE_DATE for f in findings))
            if section == "exemptions":
                self._add_left_out(column, bool(findings))
                self._add_by_hand(column)
            if section == "follows" and any(f.field == "attachment" for f in findings):
                self._add_file_button(column)
        self._add_cases(column)
        self._add_warnings(column)
        column.addStretch(1)
        self.setWidget(inside)
        self.refresh()

    def _add_heading(self, column: QVBoxLayout, section: str, title: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 12, 12, 4)
        heading = QLabel(title)
        heading.setFont(theme.font(13, 600))
        count = QLabel()
        count.setFont(theme.font(12, 400))
        theme.colour_label(count, "text2")
        row.addWidget(heading, 1)
        row.addWidget(count)
        column.addLayout(row)
        self._counts[section] = count

    def _add_cards(
        self, column: QVBoxLayout, findings: Sequence[ProposedFinding], numbers: Mapping[int, int]
    ) -> None:
        assert self._decisions is not None
        text = self._decisions.proposal.text
        for finding in findings:
            card = FindingCard(finding, numbers.get(finding.id), text)
            card.chosen.connect(self._choose)
            card.confirmed.connect(self._confirm)
            card.rejected.connect(self._reject)
            card.corrected.connect(self._correct)
            column.addWidget(card)
            self.cards[finding.id] = card

    def _add_date(self, column: QVBoxLayout, found: bool) -> None:
        """The person gives the date, or says that it is not known, where no finding stands."""
        assert self._decisions is not None
        box = DateByHand()
        box.hint.setText(
            self.tr("You left out the date that was found.")
            if found
            else self.tr("No date in the document. Look at the email it came with.")
        )
        box.show_given(self._decisions.typed_date, self._decisions.date_not_known)
        box.date_given.connect(self._type_date)
        box.not_known_said.connect(self._say_not_known)
        self.date_field, self.not_known = box.field, box.not_known
        self._date = box
        column.addWidget(box)

    def _add_outcome(self, column: QVBoxLayout) -> None:
        """The person chooses how the request was answered, where no finding stands."""
        assert self._decisions is not None
        box = OutcomeByHand()
        box.show_given(self._decisions.typed_outcome)
        box.outcome_given.connect(self._choose_outcome)
        self.outcome_choice, self._outcome = box.box, box
        column.addWidget(box)

    def _add_left_out(self, column: QVBoxLayout, any_cited: bool) -> None:
        assert self._decisions is not None
        mentioned = ", ".join(self._decisions.proposal.mentioned)
        lines = []
        if not any_cited:
            lines.append(self.tr("None found in the document."))
        if mentioned:
            lines.append(
                self.tr("Mentioned, but not cited as a reason to withhold: {0}.").format(mentioned)
            )
        if lines:
            column.addWidget(_note(" ".join(lines)))

    def _add_by_hand(self, column: QVBoxLayout) -> None:
        assert self._decisions is not None
        added = ", ".join(self._decisions.added_provisions)
        if added:
            column.addWidget(_note(self.tr("Added by you: {0}").format(added)))
        self.by_hand = QLineEdit()
        self.by_hand.setPlaceholderText(self.tr("Add one by hand, such as s40(2)"))
        self.by_hand.setAccessibleName(self.tr("Exemption to add by hand"))
        self.by_hand.returnPressed.connect(
            lambda: self.provision_typed.emit(self.by_hand.text().strip())
        )
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 8)
        row.addWidget(self.by_hand)
        column.addLayout(row)

    def _add_file_button(self, column: QVBoxLayout) -> None:
        button = QPushButton(self.tr("Add the file…"))
        button.setToolTip(self.tr("Keeps a file that the letter names, and reads it."))
        button.clicked.connect(self.file_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 8)
        row.addStretch(1)
        row.addWidget(button)
        column.addLayout(row)

    def _add_cases(self, column: QVBoxLayout) -> None:
        assert self._decisions is not None
        proposal = self._decisions.proposal
        if not proposal.cases:
            return
        self._add_heading(column, "cases", self.tr("Case rows"))
        self._counts["cases"].setText(totals_in_words(proposal.cases))
        table = QTableView()
        table.setObjectName("casePreview")
        table.setAccessibleName(self.tr("Case rows read from the document"))
        model = CasePreviewModel(proposal.cases)
        model.setParent(table)
        table.setModel(model)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(28))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(model.columnCount() - 1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(model.columnCount() - 1, theme.px(64))
        table.setFixedHeight(min(len(proposal.cases), PREVIEW_ROWS) * theme.px(28) + theme.px(36))
        table.activated.connect(lambda index: self.source_wanted.emit(model.row(index.row()).place))
        self.accept_cases = QCheckBox(self.tr("These rows are right: save them as case data"))
        if all(row.checked for row in proposal.cases):
            self.accept_cases.setText(self.tr("Saved as case data"))
            self.accept_cases.setChecked(True)
            self.accept_cases.setEnabled(False)
        elif self._decisions.accept_cases:
            self.accept_cases.setChecked(True)
        self.accept_cases.toggled.connect(self._accept_cases)
        column.addWidget(table)
        column.addSpacing(8)
        column.addWidget(self.accept_cases)
        flags = dict.fromkeys(flag for row in proposal.cases for flag in row.flags)
        zeros = [self.tr("{0} has a printed 0.").format(period) for period in proposal.zeros]
        for line in [*flags, *zeros]:
            column.addWidget(_note(line))

    def _add_warnings(self, column: QVBoxLayout) -> None:
        assert self._decisions is not None
        for warning in self._decisions.proposal.warnings:
            column.addWidget(_note(warning, "amber"))

    # -- deciding -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show every card's status as decided."""
        if self._decisions is None:
            return
        for card in self.cards.values():
            card.show_status(
                self._decisions.status(card.finding), self._decisions.value(card.finding)
            )
        for section, findings in self._decisions.sections():
            if section in self._counts:
                self._counts[section].setText(self._progress(findings))
        self._show_by_hand()

    def _show_by_hand(self) -> None:
        """Ask by hand only for what no finding stands for, found or confirmed."""
        assert self._decisions is not None
        if self._date is not None:
            self._ask(self._date, self._decisions.lacks(RESPONSE_DATE))
        if self._outcome is not None:
            wanted = self._decisions.is_answer() and self._decisions.lacks(OUTCOME)
            self._ask(self._outcome, wanted)

    def _ask(self, box: DateByHand | OutcomeByHand, wanted: bool) -> None:
        if not wanted:
            box.clear()
        box.setVisible(wanted)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        inside = self.widget()
        every = inside.findChildren(QWidget) if inside is not None else []
        return [
            one
            for one in every
            # The list of a combo box is a window of its own.
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is self.window()
        ]

    def _progress(self, findings: Sequence[ProposedFinding]) -> str:
        assert self._decisions is not None
        if not findings:
            return ""
        done = sum(1 for f in findings if self._decisions.status(f) is not FindingStatus.PROPOSED)
        return self.tr("{0} of {1} decided").format(done, len(findings))

    def choose(self, finding_id: int) -> None:
        """Give a finding's card the keyboard, as when its mark was clicked."""
        card = self.cards.get(finding_id)
        if card is not None:
            card.setFocus()
            self.ensureWidgetVisible(card)

    def focus_first_open(self) -> None:
        """Start at the first finding that nobody has decided, or at what is given by hand."""
        if not self._focus_next(after=None):
            by_hand = [one for one in self.stops() if one.isVisible() and one.isEnabled()]
            for stop in by_hand[:1]:
                stop.setFocus()

    def _choose(self, finding_id: int) -> None:
        for card in self.cards.values():
            card.set_chosen(card.finding.id == finding_id)
        self.refresh()
        self.ensureWidgetVisible(self.cards[finding_id])
        self.chosen.emit(finding_id)

    def _confirm(self, finding_id: int) -> None:
        assert self._decisions is not None
        self._decisions.confirm(self.cards[finding_id].finding)
        self._decided(finding_id)

    def _reject(self, finding_id: int) -> None:
        assert self._decisions is not None
        self._decisions.reject(self.cards[finding_id].finding)
        self._decided(finding_id)

    def _correct(self, finding_id: int, value: str) -> None:
        assert self._decisions is not None
        self._decisions.correct(self.cards[finding_id].finding, value)
        self._decided(finding_id)

    def _decided(self, finding_id: int) -> None:
        self.refresh()
        self.changed.emit()
        self._focus_next(after=finding_id)

    def _focus_next(self, after: int | None) -> bool:
        assert self._decisions is not None
        ids = list(self.cards)
        start = ids.index(after) + 1 if after in self.cards else 0
        for finding_id in ids[start:]:
            if self._decisions.status(self.cards[finding_id].finding) is FindingStatus.PROPOSED:
                self.cards[finding_id].setFocus()
                return True
        return False

    def _type_date(self, typed: date | None) -> None:
        assert self._decisions is not None
        self._decisions.typed_date = typed
        self.changed.emit()

    def _say_not_known(self, not_known: bool) -> None:
        assert self._decisions is not None and self._date is not None
        self._decisions.date_not_known = not_known
        self._decisions.typed_date = None if not_known else self._date.field.date()
        self.changed.emit()

    def _choose_outcome(self, outcome: Outcome | None) -> None:
        assert self._decisions is not None
        self._decisions.typed_outcome = outcome
        self.changed.emit()

    def _accept_cases(self, accept: bool) -> None:
        assert self._decisions is not None
        self._decisions.accept_cases = accept
        self.changed.emit()


def _note(words: str, token: str = "text2") -> QLabel:
    note = QLabel(words)
    note.setTextFormat(Qt.TextFormat.PlainText)
    note.setFont(theme.font(12, 400))
    note.setWordWrap(True)
    note.setContentsMargins(12, 6, 12, 6)
    theme.colour_label(note, token)
    return note
