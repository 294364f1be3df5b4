"""A school's holidays, which its clock leaves out: a list that grows by a line when one is full."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foitrack.law.terms import ClosedDays
from ui.widgets.date_field import DateField
from ui.widgets.labels import secondary, words

MOST = 12
"""Lines: more holidays than lie within any school's time to answer."""


class SchoolHolidays(QWidget):
    """SI 2010/2768: the 20th school day or the 60th working day, whichever comes first."""

    changed = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[DateField, DateField]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(words(self.tr("School holidays"), 13, 500))
        self._column.addWidget(
            secondary(
                self.tr(
                    "First and last day of each. A school has 20 school days, or 60 working "
                    "days if that is sooner."
                ),
                wrap=True,
            )
        )
        self._add_line()

    def days(self) -> ClosedDays:
        """The holidays given; a line that lacks a day, or has them the wrong way round, is none."""
        pairs = ((first.date(), last.date()) for first, last in self._lines)
        return tuple((a, b) for a, b in pairs if a is not None and b is not None and a <= b)

    def show_days(self, closed: ClosedDays) -> None:
        """Show holidays that are known."""
        for first, last in closed:
            begins, ends = self._lines[-1]
            begins.set_date(first)
            ends.set_date(last)
            self._grow()

    def say_problem(self) -> bool:
        """Whether a line is wrong; it is then said at its field, which takes the focus."""
        for first, last in self._lines:
            wrong = _problem(first, last, self)
            if wrong is not None:
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _add_line(self) -> None:
        number = len(self._lines) + 1
        first, last = DateField(), DateField()
        first.setAccessibleName(self.tr("First day of school holiday {0}").format(number))
        last.setAccessibleName(self.tr("Last day of school holiday {0}").format(number))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(self.tr("to"), 13, 400), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(last, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        self._lines.append((first, last))
        for field in (first, last):
            field.date_changed.connect(self._typed)

    def _typed(self) -> None:
        self._grow()
        self.changed.emit()

    def _grow(self) -> None:
        first, last = self._lines[-1]
        if first.date() and last.date() and len(self._lines) < MOST:
            self._add_line()
            self.grown.emit()


def _problem(first: DateField, last: DateField, holidays: SchoolHolidays) -> DateField | None:
    begins, ends = first.date(), last.date()
    if first.is_wrong():
        return first
    if last.is_wrong():
        return last
    if (begins is None) != (ends is None):
        lacking = first if begins is None else last
        lacking.complain(holidays.tr("Give the first and the last day."))
        return lacking
    if begins is not None and ends is not None and ends < begins:
        last.complain(holidays.tr("It ends before it begins."))
        return last
    return None
