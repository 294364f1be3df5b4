"""The right-hand pane: what is decided in one card moves the keyboard to the next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QScrollArea, QWidget

from foitrack.desk.views import FindingStatus
from foitrack.law.terms import Outcome
from ui.recording.case_facts import CaseFacts
from ui.recording.decisions import Decisions
from ui.recording.fields_content import FieldsContent
from ui.recording.finding_card import FindingCard
from ui.recording.sources import Sources
from ui.widgets.date_field import DateField


class FieldsPane(QScrollArea):
    """Cards in reading order, each decided with one key."""

    chosen = Signal(int)
    """The id of the finding whose card has the focus."""
    changed = Signal()
    source_wanted = Signal(object)
    """A case row that was opened."""
    provision_typed = Signal(str)
    """An exemption to add by hand, as typed."""
    provision_taken_back = Signal(str)
    remap_wanted = Signal(object)
    """A table is to be read with other columns: a `Remap`."""
    learn_wanted = Signal(object)
    """Printed words have been explained: a `Learn`."""
    make_wanted = Signal(object)
    """Columns are to be made from a table: its number, and the document that it is of."""
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
        self.content: FieldsContent | None = None
        self._last: int | None = None
        self._opened: set[tuple[int, int | None]] = set()

    def show_decisions(
        self, decisions: Decisions, sources: Sources, facts: CaseFacts | None = None
    ) -> None:
        """Fill the pane with a proposal and what has been decided about it."""
        before = self._decisions.proposal.id if self._decisions is not None else None
        again = before == decisions.proposal.id
        at = self.verticalScrollBar().value() if again else 0
        held = self._held() if again else ""
        if not again:
            self._opened.clear()
        self._decisions = decisions
        facts = facts or CaseFacts()
        content = FieldsContent(decisions, sources, facts, self._opened, self.viewport())
        self.content = content
        content.remap_wanted.connect(self.remap_wanted)
        content.learn_wanted.connect(self.learn_wanted)
        content.make_wanted.connect(self.make_wanted)
        content.provision_typed.connect(self.provision_typed)
        content.provision_taken_back.connect(self.provision_taken_back)
        content.file_wanted.connect(self.file_wanted)
        for card in content.cards.values():
            card.chosen.connect(self._choose)
            card.confirmed.connect(self._confirm)
            card.rejected.connect(self._reject)
            card.corrected.connect(self._correct)
            card.stepped.connect(self._step)
        if content.date is not None:
            content.date.date_given.connect(self._type_date)
            content.date.not_known_said.connect(self._say_not_known)
        if content.outcome is not None:
            content.outcome.outcome_given.connect(self._choose_outcome)
        if content.cases is not None:
            content.cases.source_wanted.connect(self.source_wanted)
            content.cases.accepted.connect(self._accept_cases)
            content.cases.row_accepted.connect(self._accept_row)
        self.setWidget(content)
        self.refresh()
        if again:
            # Once it is laid out: before that there is nowhere so far down to scroll to.
            QTimer.singleShot(0, content, lambda: self._go_back_to(at, held))

    def _held(self) -> str:
        """What has the keyboard in the pane, by its name."""
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        return focus.accessibleName() if inside and focus is not None else ""

    def _go_back_to(self, at: int, held: str) -> None:
        self.verticalScrollBar().setValue(at)
        for stop in self.stops() if held else ():
            if stop.accessibleName() == held and stop.isVisible():
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def refresh(self) -> None:
        """Show every card's status as decided."""
        if self.content is not None:
            self.content.refresh()

    # -- what is in it ------------------------------------------------------------------------

    @property
    def cards(self) -> dict[int, FindingCard]:
        """The card of each finding, by its id."""
        return self.content.cards if self.content else {}

    @property
    def date_field(self) -> DateField | None:
        """The field for a date that the document does not give."""
        return self.content.date.field if self.content and self.content.date else None

    @property
    def not_known(self) -> QCheckBox | None:
        """The box that says that nobody knows the date."""
        return self.content.date.not_known if self.content and self.content.date else None

    @property
    def outcome_choice(self) -> QComboBox | None:
        """The choice of an outcome that the document does not say."""
        return self.content.outcome.box if self.content and self.content.outcome else None

    @property
    def accept_cases(self) -> QCheckBox | None:
        """The box that takes the case rows."""
        return self.content.cases.accept if self.content and self.content.cases else None

    # -- the keyboard -------------------------------------------------------------------------

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        every = self.content.findChildren(QWidget) if self.content is not None else []
        stops: list[QWidget] = []
        for one in every:
            # The list of a combo box is a window of its own. What is inside another stop goes
            # along with it: named by itself, it would bend the order into a ring.
            reached = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is self.window()
            if reached and not any(stop.isAncestorOf(one) for stop in stops):
                stops.append(one)
        return stops

    def choose(self, finding_id: int) -> None:
        """Give a finding's card the keyboard, as when its mark was clicked."""
        card = self.cards.get(finding_id)
        if card is not None:
            card.setFocus()
            self.ensureWidgetVisible(card)

    def set_open(self, open_: bool) -> None:
        """Whether anything can be decided: not while only the first pages are read."""
        if self.content is not None:
            self.content.setEnabled(open_)

    def where_to_go_on(self) -> QWidget:
        """The card that was chosen last, or the first that nobody has decided."""
        assert self._decisions is not None
        for card in self.cards.values():
            if card.finding.id == self._last:
                return card
        for card in self.cards.values():
            if self._decisions.status(card.finding) is FindingStatus.PROPOSED:
                return card
        return next((one for one in self.stops() if one.isVisible() and one.isEnabled()), self)

    def focus_first_open(self) -> None:
        """Start at the first finding that nobody has decided, or at what is given by hand."""
        if not self._focus_next(after=None):
            by_hand = [one for one in self.stops() if one.isVisible() and one.isEnabled()]
            for stop in by_hand[:1]:
                stop.setFocus()

    def _step(self, finding_id: int, step: int) -> None:
        """Go to the finding before or after, decided or not."""
        ids = list(self.cards)
        at = ids.index(finding_id) + step
        if 0 <= at < len(ids):
            self.choose(ids[at])

    def _focus_next(self, after: int | None) -> bool:
        assert self._decisions is not None
        ids = list(self.cards)
        start = ids.index(after) + 1 if after in self.cards else 0
        for finding_id in ids[start:]:
            if self._decisions.status(self.cards[finding_id].finding) is FindingStatus.PROPOSED:
                self.cards[finding_id].setFocus()
                return True
        return False

    # -- deciding -----------------------------------------------------------------------------

    def _choose(self, finding_id: int) -> None:
        self._last = finding_id
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

    def _type_date(self, typed: date | None) -> None:
        assert self._decisions is not None
        self._decisions.typed_date = typed
        self.changed.emit()

    def _say_not_known(self, not_known: bool) -> None:
        assert self._decisions is not None
        self._decisions.date_not_known = not_known
        typed = self.date_field.date() if self.date_field is not None else None
        self._decisions.typed_date = None if not_known else typed
        self.changed.emit()

    def _choose_outcome(self, outcome: Outcome | None) -> None:
        assert self._decisions is not None
        self._decisions.typed_outcome = outcome
        self.changed.emit()

    def _accept_row(self, row_id: int, accept: bool) -> None:
        assert self._decisions is not None
        (self._decisions.accept_rows.add if accept else self._decisions.accept_rows.discard)(row_id)
        self.changed.emit()

    def _accept_cases(self, accept: bool) -> None:
        assert self._decisions is not None
        self._decisions.accept_cases = accept
        self.changed.emit()
