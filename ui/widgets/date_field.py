"""A field for a date: typed as people write it, or picked from a calendar."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLabel, QLineEdit, QVBoxLayout, QWidget

from foitrack.law.wording import full_date
from ui import theme
from ui.widgets.field_icon import FieldIcon
from ui.widgets.typed_date import parse_typed_date, read_typed_date

__all__ = ["DateField", "parse_typed_date"]


class DateField(QWidget):
    """Day, month, year as text; Alt+Down opens a calendar; a date that cannot be is said below."""

    date_changed = Signal(object)
    """The date now, or None where the field is empty or wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: dt.date | None = None
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("Day, month, year"))
        self._complaint = QLabel(self)
        self._complaint.setFont(theme.font(12))
        self._complaint.setWordWrap(True)
        theme.colour_label(self._complaint, "red")
        self._complaint.hide()
        said = self.tr("Pick from a calendar (Alt+Down)")
        self._opener = FieldIcon(self.edit, "calendar", said, leading=False)
        self._calendar: QCalendarWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self._complaint)
        self.setFocusProxy(self.edit)
        # Without it the order of Tab could be given for the field inside alone, and would
        # come back to it from here.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._typed)
        self.edit.editingFinished.connect(self._finish)
        self._opener.clicked.connect(self.open_calendar)

    def date(self) -> dt.date | None:
        """The date in the field, or None."""
        return parse_typed_date(self.edit.text())

    def set_date(self, on: dt.date | None) -> None:
        """Put a date into the field, or empty it."""
        self.edit.setText(full_date(on) if on else "")
        self._complain("")

    def is_wrong(self) -> bool:
        """Whether something stands in the field that is no date."""
        return bool(read_typed_date(self.edit.text()).complaint)

    def complaint(self) -> str:
        """What is said below the field, or an empty text."""
        return self._complaint.text() if self._complaint.isVisibleTo(self) else ""

    def complain(self, words: str) -> None:
        """Say below the field what is wrong with its date (a date in the future, for one)."""
        self._complain(words)

    def setAccessibleName(self, name: str) -> None:
        """Name the field for a screen reader."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the field for a screen reader."""
        super().setAccessibleDescription(description)
        self.edit.setAccessibleDescription(description)

    def open_calendar(self) -> None:
        """Open the calendar below the field, at its date."""
        calendar = self._calendar or self._make_calendar()
        on = self.date()
        if on is not None:
            calendar.setSelectedDate(QDate(on.year, on.month, on.day))
        calendar.adjustSize()
        calendar.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        calendar.show()
        calendar.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down opens the calendar, as in a combo box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _make_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        weekend = QTextCharFormat()
        weekend.setForeground(theme.tokens().text3)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, weekend)
        calendar.setAccessibleName(self.tr("Calendar"))
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        self._calendar = calendar
        return calendar

    def _pick(self, day: QDate) -> None:
        assert self._calendar is not None
        self._calendar.hide()
        self.set_date(dt.date(day.year(), day.month(), day.day()))
        self.edit.setFocus()

    def _typed(self, text: str) -> None:
        typed = read_typed_date(text)
        if not typed.complaint:
            self._complain("")
        if typed.on != self._last:
            self._last = typed.on
            self.date_changed.emit(typed.on)

    def _finish(self) -> None:
        typed = read_typed_date(self.edit.text())
        if typed.on is not None:
            self.edit.setText(full_date(typed.on))
        self._complain(typed.complaint)

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        theme.restyle(self.edit, "wrong", bool(words))
        self.edit.setAccessibleDescription(words or self.accessibleDescription())
