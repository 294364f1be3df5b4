"""The page of a case file with requests in it: headline, things to do, and the rail."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.core_words import all_told
from ui.today.first_run import Calm
from ui.today.loading import Loaded
from ui.today.model import TodayModel
from ui.today.rail import TodayRail
from ui.today.view import TodayView
from ui.today.words import long_day
from ui.widgets.edge import upright_edge
from ui.widgets.labels import headline, words

NARROW = 1200
"""Windows narrower than this show the rail only when it is asked for."""
WIDEST = 1_360
"""Pixels of the list at 100 % text."""


class TodayWork(QWidget):
    """What needs doing on the left, what comes in the next three weeks on the right."""

    acted = Signal(object)
    """Do the next thing: `ActionRow`."""
    opened = Signal(object)
    """Open the request itself: `ActionRow`."""
    snoozed_wanted = Signal()
    """Show what has been put off."""
    day_opened = Signal(object)
    """Open a day on Deadlines: `date`."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail_wanted = False
        self.date = words(long_day(today), 13, 500, "text2")
        self.rail_button = QPushButton(self.tr("Next three weeks"))
        self.rail_button.setCheckable(True)
        self.rail_button.clicked.connect(self._toggle_rail)
        self.headline = headline("")
        self.sentence = words("", 13, 400, "text2", wrap=True)
        self.lines = TodayModel(self)
        self.view = TodayView(self.lines)
        theme.ground(self.view, "window")
        self.calm = Calm()
        self.things = QStackedWidget()
        self.snoozed = QPushButton()
        theme.button_kind(self.snoozed, "link")
        theme.set_icon(self.snoozed, "clock", "accent_ink")
        self.snoozed.clicked.connect(self.snoozed_wanted)
        self.snoozed.hide()
        self.rail = TodayRail(today)
        self.edge = upright_edge()
        self._lay_out()
        self.view.acted.connect(self.acted)
        self.view.opened.connect(self.opened)
        self.rail.day_opened.connect(self.day_opened)

    def _lay_out(self) -> None:
        self.pressing = QWidget()
        pressing = QVBoxLayout(self.pressing)
        pressing.setContentsMargins(0, 0, 0, 0)
        pressing.setSpacing(2)
        pressing.addWidget(self.headline)
        pressing.addWidget(self.sentence)
        pressing.addSpacing(6)
        # On a wide screen a line's button stays near to its words.
        lines = QHBoxLayout()
        lines.addWidget(self.view, 1000)
        lines.addStretch(1)
        pressing.addLayout(lines, 1)
        self.things.addWidget(self.pressing)
        self.things.addWidget(self.calm)
        top = QHBoxLayout()
        top.addWidget(self.date)
        top.addStretch(1)
        top.addWidget(self.rail_button)
        left = QVBoxLayout()
        left.setContentsMargins(24, 18, 16, 0)
        left.setSpacing(2)
        left.addLayout(top)
        left.addWidget(self.things, 1)
        left.addWidget(self.snoozed, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.edge)
        row.addWidget(self.rail)

    def show_loaded(self, loaded: Loaded) -> None:
        """Show what the desk gave."""
        said = all_told(loaded.agenda)
        self.headline.setText(said.headline)
        self.sentence.setText(said.sentence)
        self.sentence.setVisible(bool(said.sentence))
        self.calm.say(said.headline, said.sentence)
        self.lines.show(said)
        self.snoozed.setText(self.tr("Snoozed ({0})").format(f"{loaded.snoozed:,}"))
        self.snoozed.setVisible(loaded.snoozed > 0)
        self.things.setCurrentWidget(self.pressing if said.groups else self.calm)
        self.rail.show_weeks(loaded.due, loaded.holidays)
        self.rail.show_below(loaded.holidays, loaded.shares)

    def _toggle_rail(self, on: bool) -> None:
        self._rail_wanted = on
        self._fit()

    def _fit(self) -> None:
        self.view.setMaximumWidth(theme.px(WIDEST))
        narrow = self.window().width() < theme.px(NARROW)
        self.rail_button.setVisible(narrow)
        self.rail_button.setChecked(self._rail_wanted)
        for part in (self.edge, self.rail):
            part.setVisible(not narrow or self._rail_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail stands beside the list where there is room."""
        super().resizeEvent(event)
        self._fit()
