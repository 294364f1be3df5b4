"""The fields of an event: what, when, and what its kind needs besides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from foitrack.law.terms import Event, EventKind, Review
from ui.law_words import review_words
from ui.requests.days import say_problem
from ui.requests.event_kinds import KindChoice, choice_of
from ui.widgets.date_field import DateField
from ui.widgets.form import labelled
from ui.widgets.labels import secondary

RESULTS = (Review.UPHELD, Review.PARTLY_UPHELD, Review.OVERTURNED, Review.WITHDRAWN)


class EventForm(QWidget):
    """Says what is wrong at the field where it is."""

    changed = Signal()

    def __init__(
        self,
        kinds: Sequence[KindChoice],
        *,
        by_authority: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`by_authority`: only the authority's letters, or only what the person did."""
        super().__init__(parent)
        wanted = [c for c in kinds if by_authority in (None, c.by_authority)]
        self._choices: list[KindChoice] = wanted
        self.kind = QComboBox()
        self.hint = secondary("", wrap=True)
        self.on = DateField()
        self.unknown = QCheckBox(self.tr("The day is not &known"))
        self.until = DateField()
        self.result = QComboBox()
        self.note = QLineEdit()
        self._lay_out()
        self._fill(by_authority)
        self._connect()
        self._show_kind()

    def event_now(self) -> Event | None:
        """The event as the fields have it, or None while something is wrong or missing."""
        choice = self.choice()
        if choice is None or self.on.is_wrong() or self.until.is_wrong():
            return None
        on = None if self.unknown.isChecked() else self.on.date()
        if on is None and not self.unknown.isChecked():
            return None
        until = self.until.date() if choice.takes_until else None
        detail = str(self.result.currentData()) if choice.takes_result else ""
        return Event(choice.kind, on, until, detail)

    def show_event(self, event: Event, note: str = "") -> None:
        """Fill the fields from an event."""
        self.choose(event.kind)
        self.unknown.setChecked(event.on is None)
        self.on.set_date(event.on)
        self.until.set_date(event.until)
        place = self.result.findData(event.detail)
        if place >= 0:
            self.result.setCurrentIndex(place)
        self.note.setText(note)

    def choose(self, kind: EventKind) -> None:
        """Choose a kind; one that the list does not offer is added to it."""
        if all(choice.kind is not kind for choice in self._choices):
            known = choice_of(kind)
            if known is None:
                return
            self._choices.append(known)
            self.kind.addItem(known.text, known.kind.value)
        self.kind.setCurrentIndex(self.kind.findData(kind.value))

    def choice(self) -> KindChoice | None:
        """The kind chosen."""
        value = self.kind.currentData()
        return next((c for c in self._choices if c.kind.value == value), None)

    def say_problem(self, today: date) -> bool:
        """Say at a day what is wrong with it; whether there was anything."""
        missing = self.tr("Write the day, or tick that it is not known.")
        if not self.unknown.isChecked() and say_problem(self.on, today, missing=missing):
            return True
        if self.until.isVisibleTo(self) and self.until.is_wrong():
            return say_problem(self.until, date.max)
        return False

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        what, _ = labelled(self.tr("&What happened"), self.kind)
        what_layout = what.layout()
        assert what_layout is not None
        what_layout.addWidget(self.hint)
        when, _ = labelled(self.tr("&Day"), self.on)
        when_layout = when.layout()
        assert when_layout is not None
        when_layout.addWidget(self.unknown)
        self._until_row, _ = labelled(
            self.tr("&New last day"), self.until, self.tr("As the authority's letter announces it.")
        )
        self._result_row, _ = labelled(self.tr("&Result"), self.result)
        note, _ = labelled(self.tr("N&ote (optional)"), self.note)
        for row in (what, when, self._until_row, self._result_row, note):
            column.addWidget(row)

    def _fill(self, by_authority: bool | None) -> None:
        before: bool | None = None
        for choice in self._choices:
            if before is not None and choice.by_authority != before:
                self.kind.insertSeparator(self.kind.count())
            before = choice.by_authority
            self.kind.addItem(choice.text, choice.kind.value)
        self.kind.setMaxVisibleItems(24)
        for result in RESULTS:
            self.result.addItem(review_words(result), result.value)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.unknown.toggled.connect(self._toggle_unknown)
        self.on.date_changed.connect(self._tell)
        self.until.date_changed.connect(self._tell)
        self.result.currentIndexChanged.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit()

    def _toggle_unknown(self, unknown: bool) -> None:
        self.on.edit.setEnabled(not unknown)
        if unknown:
            self.on.complain("")
        self.changed.emit()

    def _show_kind(self) -> None:
        choice = self.choice()
        self.hint.setText(choice.help if choice else "")
        self._until_row.setVisible(choice is not None and choice.takes_until)
        self._result_row.setVisible(choice is not None and choice.takes_result)
        self.changed.emit()
