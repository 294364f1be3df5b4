"""The field in which a person gives another value for a finding, checked as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from foitrack.desk.reviews import RESULTS
from foitrack.desk.views import ProposedFinding
from foitrack.law.terms import LetterKind, Outcome
from ui import theme
from ui.counting import for_later
from ui.law_words import letter_words, outcome_words, review_words
from ui.recording.words import field_name
from ui.widgets.date_field import parse_typed_date

translate = QCoreApplication.translate

OFFER = (("True", for_later("Offered")), ("False", for_later("Not offered")))


def choices_of(field: str) -> list[tuple[str, str]]:
    """The values of a field with their words; none where it takes any words."""
    choices: dict[str, list[tuple[str, str]]] = {
        "outcome": [(outcome.value, outcome_words(outcome)) for outcome in Outcome],
        "letter": [(kind.value, letter_words(kind)) for kind in LetterKind],
        "review_result": [(result.value, review_words(result)) for result in RESULTS],
        "review_offer": [(value, translate("recording", words)) for value, words in OFFER],
    }
    return choices.get(field, [])


class FindingEditor(QWidget):
    """Enter gives the value, Esc gives up; a value that cannot be is said at once."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self, finding: ProposedFinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self._complaint = QLabel(self)
        self._complaint.setFont(theme.font(12, 400))
        theme.colour_label(self._complaint, "red")
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        choices = choices_of(finding.field)
        self._field: QLineEdit | QComboBox = (
            _choice(choices, finding.value) if choices else QLineEdit(finding.value)
        )
        self._field.setAccessibleName(field_name(finding.field))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addWidget(self._complaint)
        if isinstance(self._field, QLineEdit):
            self._field.returnPressed.connect(self._give)
        else:
            self._field.activated.connect(lambda _: self._give())

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self._field.setFocus()
        if isinstance(self._field, QLineEdit):
            self._field.selectAll()

    def event(self, event: QEvent) -> bool:
        """Esc is the editor's before it is the page's, which would leave the document."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if isinstance(self._field, QComboBox):
            self.given.emit(str(self._field.currentData()))
            return
        value, complaint = checked_value(self._finding.field, self._field.text())
        if complaint:
            self._complaint.setText(complaint)
            self._complaint.show()
            return
        self.given.emit(value)


def checked_value(field: str, typed: str) -> tuple[str, str]:
    """A typed value in its normal form, and a complaint where it cannot be one."""
    typed = typed.strip()
    if not typed:
        return "", translate("recording", "Type a value, or press Esc to leave it as it was.")
    check: Callable[[str], tuple[str, str]] = _as_it_is
    if field.endswith("_date") or field == "extension_until":
        check = _date
    return check(typed)


def _date(typed: str) -> tuple[str, str]:
    found = parse_typed_date(typed)
    if found is None:
        said = translate(
            "recording", "“{0}” is not a date that exists. Write it like 30 March 2023."
        )
        return "", said.format(typed)
    return found.isoformat(), ""


def _as_it_is(typed: str) -> tuple[str, str]:
    return typed, ""


def _choice(choices: list[tuple[str, str]], value: str) -> QComboBox:
    box = QComboBox()
    for data, words in choices:
        box.addItem(words, data)
    box.setCurrentIndex(max(box.findData(value), 0))
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
