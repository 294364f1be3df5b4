"""The rail beside the calendar: one day, what falls on it, and what is open on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from foitrack.law.wording import full_date
from ui import theme
from ui.deadlines.lines import Reckoner, day_lines
from ui.deadlines.lines_view import LinesView
from ui.deadlines.six_weeks import SixWeeks
from ui.widgets.labels import record_title, words

WIDTH = 288


class DayRail(QWidget):
    """The chosen day in words; each entry opens its request."""

    opened = Signal(int)
    """Open a request, by its id."""
    all_wanted = Signal(object)
    """Show these requests in the Requests list: a tuple of ids."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "surface")
        self.title = record_title("")
        self.title.setWordWrap(True)
        self.distance = words("", 13, 500, "text2")
        self.view = LinesView(self.tr("What falls on this day"), stacked=True)
        self.all = QPushButton()
        self._ids: tuple[int, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.distance)
        column.addSpacing(8)
        column.addWidget(self.view, 1)
        column.addWidget(self.all)
        self.view.opened.connect(self.opened)
        self.all.clicked.connect(lambda: self.all_wanted.emit(self._ids))
        self._grow()
        theme.changes().changed.connect(self._grow)

    def show_day(self, weeks: SixWeeks, on: date, reckoner: Reckoner) -> None:
        """Show another day."""
        self.title.setText(full_date(on))
        self.distance.setText(reckoner.distance(on))
        cell = weeks.cell(on)
        entries = cell.entries() if cell is not None else ()
        late = any(entry.kind == "late" for entry in entries)
        due = any(entry.kind == "due" for entry in entries)
        theme.colour_label(self.distance, "red" if late else "amber" if due else "text2")
        self.view.show_lines(day_lines(weeks, on, reckoner))
        self._ids = tuple(dict.fromkeys(entry.request_id for entry in entries))
        self.all.setVisible(len(self._ids) > 1)
        self.all.setText(self.tr("Show all {0} in Requests").format(len(self._ids)))

    def _grow(self) -> None:
        self.setFixedWidth(theme.px(WIDTH))
