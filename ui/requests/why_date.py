"""Why this date: the days counted, each reason, and what to do where they are not right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.law.calendars import Calendars
from foitrack.law.clock import explain
from foitrack.law.explanation import in_two_sentences
from foitrack.law.terms import Deadline, Regime
from foitrack.law.wording import full_date
from ui import theme
from ui.requests.why_calendar import Day, weeks
from ui.requests.why_grid import WhyGrid
from ui.requests.why_parts import FittingScroller, Legend, NoteBox, reason_line
from ui.requests.why_words import Reason, headline, other_count, reasons, subtitle
from ui.widgets.labels import record_title, rule, secondary, words
from ui.widgets.popover import Popover
from ui.widgets.side_by_side import SideBySide

MARGIN = 24
STACKED = 676
"""Pixels at 100 % text: narrower, the reasons stand below the days."""
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
SPOKEN_MS = 2_000
BREATH = 36
"""Pixels kept free between the box, its arrow and the edge of the window."""
SMALLEST = 160


class WhyDatePopover(Popover):
    """Anchored to the date that it explains; Esc closes it."""

    change_wanted = Signal()
    """The dates behind it are not right: the person wants to change them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("Why this date"))
        self._copied_text = ""
        self.title = record_title("")
        self.subtitle = words("", 13, 400, "text2", wrap=True)
        self.grid = WhyGrid()
        self.legend = Legend()
        self.note = NoteBox()
        self.source = secondary("", wrap=True)
        self.copy = QPushButton(self.tr("Copy explanation"))
        self.change = QPushButton(self.tr("Change the dates"))
        self._reasons = QVBoxLayout()
        self._reason_widgets: list[QWidget] = []
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.change.clicked.connect(self._change)

    def explain(self, deadline: Deadline, regime: Regime, calendars: Calendars) -> None:
        """Show another date. `open_at` brings it up."""
        days = explain(deadline, calendars, regime)
        nations = {
            on: tuple(str(nation) for nation in kept)
            for on, _, kept in calendars.holidays_between(deadline.start, deadline.on)
        }
        shown = weeks(deadline, days, nations)
        self.title.setText(headline(deadline))
        self.subtitle.setText(subtitle(deadline, calendars))
        self.grid.show_weeks(shown)
        self.legend.show_kinds(day.kind for week in shown for day in week)
        self._show_reasons(reasons(deadline, days, regime))
        self.note.say(other_count(deadline, regime, calendars))
        self.source.setText(self._source(calendars))
        self._copied_text = in_two_sentences(deadline, regime, calendars)
        self.copy.setText(self.tr("Copy explanation"))
        self.setAccessibleDescription(self._copied_text)

    def open_at(self, anchor: QWidget) -> None:
        """Show it beside the date, scrolling inside where the larger side has no room for all."""
        self.scroller.setMaximumHeight(self._room_beside(anchor))
        super().open_at(anchor)

    def _room_beside(self, anchor: QWidget) -> int:
        window = self.window()
        room = window.height()
        if not self.is_sheet():
            top = anchor.mapTo(window, QPoint(0, 0)).y()
            room = max(top, room - top - anchor.height())
        layout = self.content.layout()
        whole = layout.sizeHint().height() if layout else 0
        # Where it was brought up before, it is held to the room that there was then.
        inside = min(self.scroller.sizeHint().height(), self.scroller.maximumHeight())
        return max(room - (whole - inside) - BREATH, SMALLEST)

    def days(self) -> tuple[Day, ...]:
        """The days shown."""
        return tuple(self.grid.days())

    def text(self) -> str:
        """Everything it says, line by line."""
        found = self.content.findChildren(QLabel)
        return "\n".join(label.text() for label in found if label.text())

    def _source(self, calendars: Calendars) -> str:
        said = self.tr("Bank holidays: {source}. Holidays after {year} are not known yet.")
        source = _ISO.sub(lambda found: full_date(date.fromisoformat(found[0])), calendars.source)
        return said.format(source=source, year=calendars.last_sure_day.year)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied_text)
        self.copy.setText(self.tr("Copied"))
        QTimer.singleShot(SPOKEN_MS, self, self._offer_copy)

    def _offer_copy(self) -> None:
        self.copy.setText(self.tr("Copy explanation"))

    def _change(self) -> None:
        self.close_popover()
        self.change_wanted.emit()

    # Layout

    def _lay_out(self) -> None:
        self.body.addLayout(self._head())
        self.scroller = FittingScroller(self._middle())
        self.body.addWidget(self.scroller, 1)
        self.body.addWidget(rule())
        self.body.addLayout(self._foot())

    def _head(self) -> QVBoxLayout:
        close = QToolButton()
        theme.set_icon(close, "close", "text2")
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        close.setFixedSize(theme.px(28), theme.px(28))
        close.clicked.connect(self.close_popover)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(close)
        column = QVBoxLayout()
        column.setContentsMargins(MARGIN, 14, 14, 14)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.subtitle)
        return column

    def _middle(self) -> QWidget:
        inside = QWidget()
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.grid)
        left.addWidget(self.legend)
        left.addStretch(1)
        self._reasons.setSpacing(14)
        self._reasons.setContentsMargins(0, 2, 0, 0)
        self._both = SideBySide(left, self._reasons, shares=(0, 1), gap=28, below=STACKED)
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 0, MARGIN, 16)
        column.setSpacing(14)
        column.addWidget(self._both)
        column.addWidget(self.note)
        return inside

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 12, MARGIN, 12)
        row.setSpacing(8)
        row.addWidget(self.source, 1)
        row.addWidget(self.copy)
        row.addWidget(self.change)
        return row

    def _show_reasons(self, found: Iterable[Reason]) -> None:
        while self._reasons.count():
            self._reasons.takeAt(0)
        for widget in self._reason_widgets:
            widget.hide()
            widget.deleteLater()
        self._reason_widgets = [reason_line(reason) for reason in found]
        for widget in self._reason_widgets:
            self._reasons.addWidget(widget)
        self._reasons.addStretch(1)
        self._both.measure_anew()
        self.scroller.updateGeometry()
