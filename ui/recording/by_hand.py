"""What a person gives where the document does not: the date of the response and its outcome."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from foitrack.law.terms import Outcome
from ui import theme
from ui.law_words import outcome_words
from ui.widgets.date_field import DateField

INDENT = 46


class DateByHand(QWidget):
    """The date of the response, or that nobody knows it."""

    date_given = Signal(object)
    """A date, or None while there is none in the field."""
    not_known_said = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("missingDate")
        self.field = DateField(self)
        self.not_known = QCheckBox(self.tr("Not known"), self)
        self.not_known.setAccessibleDescription(self.tr("The date is not known"))
        self.hint = _label("", "text2", 400, wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.not_known)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(INDENT, 8, 12, 8)
        self._name = _label("", "text2", 400)
        lines.addLayout(_head(self._name, self.tr("Needs you")))
        lines.addLayout(row)
        lines.addWidget(self.hint)
        self.field.date_changed.connect(self._give)
        self.not_known.toggled.connect(self._say_not_known)

    def show_name(self, name: str) -> None:
        """Say which date is asked for: a response's, or another letter's."""
        self._name.setText(name)
        self.field.setAccessibleName(name)

    def show_given(self, given: date | None, not_known: bool) -> None:
        """Put back what was given before."""
        if given is not None:
            self.field.set_date(given)
        self.not_known.setChecked(not_known)

    def clear(self) -> None:
        """Take back what was given: a finding stands for it now."""
        self.not_known.setChecked(False)
        self.field.set_date(None)

    def _give(self, given: date | None) -> None:
        if given is not None:
            self.not_known.setChecked(False)
        self.date_given.emit(given)

    def _say_not_known(self, not_known: bool) -> None:
        self.field.setEnabled(not not_known)
        self.not_known_said.emit(not_known)


class OutcomeByHand(QWidget):
    """How the request was answered, where the document does not say it plainly."""

    outcome_given = Signal(object)
    """An `Outcome`, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("missingOutcome")
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Outcome"))
        self.box.addItem(self.tr("Choose an outcome"), None)
        for outcome in Outcome:
            self.box.addItem(outcome_words(outcome), outcome.value)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(INDENT, 8, 12, 8)
        name = _label(self.tr("Outcome"), "text2", 400)
        lines.addLayout(_head(name, self.tr("Not found")))
        lines.addWidget(self.box)
        self.box.currentIndexChanged.connect(self._give)

    def show_given(self, given: Outcome | None) -> None:
        """Put back what was given before."""
        self.box.setCurrentIndex(self.box.findData(given.value) if given else 0)

    def clear(self) -> None:
        """Take back what was given: a finding stands for it now."""
        self.box.setCurrentIndex(0)

    def _give(self) -> None:
        value = self.box.currentData()
        self.outcome_given.emit(Outcome(value) if value else None)


def _head(name: QLabel, mark: str) -> QHBoxLayout:
    head = QHBoxLayout()
    head.addWidget(name, 1)
    head.addWidget(_label(mark, "amber", 500))
    return head


def _label(words: str, token: str, weight: int, *, wrap: bool = False) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.font(12, weight))
    label.setWordWrap(wrap)
    theme.colour_label(label, token)
    return label
