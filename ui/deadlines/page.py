"""Deadlines: six weeks as a calendar or a list, and the chosen day beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk import agenda, campaigns
from foitrack.desk.views import CalendarEntry, CampaignView, HolidayMark
from foitrack.law.terms import Regime
from ui import remembered, theme
from ui.deadlines.calendar import SixWeekCalendar
from ui.deadlines.day_rail import DayRail
from ui.deadlines.legend import Legend
from ui.deadlines.lines import Reckoner, list_lines
from ui.deadlines.lines_view import LinesView
from ui.deadlines.six_weeks import DAYS, build, first_shown, months_title
from ui.widgets.edge import upright_edge
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.labels import words
from ui.widgets.page_header import MARGIN, PageHeader
from ui.widgets.segmented import Segmented
from ui.workspace import Workspace

NARROW = 1200
"""Windows narrower than this show the day's rail only when it is asked for."""
FIRST_DAY, LAST_DAY = date(2000, 3, 1), date(2099, 10, 31)
"""Working days are counted between 2000 and 2099."""
KEY = "deadlines/shown-as"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the desk gave for the six weeks asked for as number `asked`."""

    asked: int
    entries: tuple[CalendarEntry, ...]
    holidays: tuple[HolidayMark, ...]
    campaigns: tuple[CampaignView, ...]


class DeadlinesPage(QWidget):
    """Every last day, past and to come, on the days on which it falls."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._today = workspace.today
        self._chosen = workspace.today
        self._first = first_shown(workspace.today)
        self._entries: tuple[CalendarEntry, ...] = ()
        self._holidays: tuple[HolidayMark, ...] = ()
        self._asked = 0
        self._rail_wanted = False
        self._reckoner = _reckoner(workspace)
        theme.ground(self, "window")
        self._make()
        workspace.changed.connect(lambda _: self.refresh())
        self.refresh()

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is on the chosen day."""
        self._in_front().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_argument(self, argument: object) -> None:
        """Bring up a day."""
        if isinstance(argument, date):
            self.go_to(argument)

    def refresh(self) -> None:
        """Ask the desk for the six weeks shown."""
        self._asked += 1
        asked, first, last = self._asked, self._first, self._last()
        desk, today, campaign_id = self._workspace.desk, self._today, self._campaign_id()

        def work() -> Loaded:
            entries = agenda.calendar_entries(
                desk, first, last, today=today, campaign_id=campaign_id
            )
            holidays = agenda.holidays(desk, first, last)
            return Loaded(asked, entries, holidays, campaigns.all(desk))

        self._workspace.read(work, self._take)

    def go_to(self, on: date) -> None:
        """Choose a day, and scroll or turn to it where it is not shown."""
        self._chosen = min(max(on, FIRST_DAY), LAST_DAY)
        if not self._first <= self._chosen <= self._last():
            self._first = self._nearest_first()
            self._show()
            self.refresh()
        else:
            self._show()

    def _choose_from_list(self, on: date) -> None:
        """The rail follows the keyboard through the list."""
        self._chosen = on
        self.rail.show_day(self.calendar.weeks(), on, self._reckoner)

    def _nearest_first(self) -> date:
        """One week on or back where that is enough, else the day in the third week."""
        for step in (7, -7):
            first = self._first + timedelta(days=step)
            if first <= self._chosen < first + timedelta(days=DAYS):
                return first
        return first_shown(self._chosen)

    def _last(self) -> date:
        return self._first + timedelta(days=DAYS - 1)

    def _campaign_id(self) -> int | None:
        ticked = self.campaign.ticked()
        return int(next(iter(ticked))) if ticked else None

    # The parts

    def _make(self) -> None:
        self.header = PageHeader("")
        self._make_header()
        self.calendar = SixWeekCalendar(self._today)
        self.list = LinesView(self.tr("Deadlines, day by day"), stacked=False)
        theme.ground(self.list, "window")
        self.empty = EmptyState(
            self.tr("Nothing falls in these six weeks"),
            self.tr("Page Up and Page Down move by month, T goes back to today."),
            icon="calendar",
        )
        self.stack = QStackedWidget()
        for widget in (self.calendar, self.list, self.empty):
            self.stack.addWidget(widget)
        self.legend = Legend()
        self.unknown = words("", 12, 500, "amber")
        self.unknown.hide()
        self.rail = DayRail()
        self.edge = upright_edge()
        self._lay_out()
        self.calendar.day_wanted.connect(self.go_to)
        self.calendar.day_opened.connect(self._open_day)
        self.list.opened.connect(self._open_request)
        self.list.day_chosen.connect(self._choose_from_list)
        self.rail.opened.connect(self._open_request)
        self.rail.all_wanted.connect(lambda ids: self._workspace.navigate.emit("requests", ids))

    def _make_header(self) -> None:
        self.back = self._step("chevron-left", self.tr("The month before"), -1)
        self.today_button = QPushButton(self.tr("Today"))
        self.today_button.clicked.connect(lambda: self.go_to(self._today))
        self.on = self._step("chevron-right", self.tr("The month after"), 1)
        options = (("month", self.tr("Month")), ("list", self.tr("List")))
        self.shown_as = Segmented(self.tr("Shown as"), options)
        self.shown_as.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if remembered.recall(KEY, "month") == "list":
            self.shown_as.set_value("list")
        self.shown_as.chosen.connect(self._show_as)
        self.campaign = FilterPill(self.tr("Campaign"), single=True)
        self.campaign.changed.connect(lambda _: self.refresh())
        self.rail_button = QPushButton(self.tr("The day"))
        self.rail_button.setCheckable(True)
        self.rail_button.clicked.connect(self._toggle_rail)
        for widget in (self.back, self.today_button, self.on, self.shown_as):
            self.header.add(widget)
        self.header.add(self.campaign)
        self.header.add(self.rail_button)

    def _step(self, icon: str, name: str, months: int) -> QPushButton:
        button = QPushButton()
        theme.set_icon(button, icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        key = Qt.Key.Key_PageDown if months > 0 else Qt.Key.Key_PageUp
        button.clicked.connect(lambda: self._month(key))
        return button

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(MARGIN, 0, MARGIN - 4, 16)
        left.setSpacing(0)
        left.addWidget(self.legend)
        left.addWidget(self.unknown)
        left.addWidget(self.stack, 1)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addLayout(left, 1)
        below.addWidget(self.edge)
        below.addWidget(self.rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(below, 1)

    # What is shown

    def _take(self, loaded: Loaded) -> None:
        if loaded.asked != self._asked:
            return
        self._entries, self._holidays, found = loaded.entries, loaded.holidays, loaded.campaigns
        self.campaign.set_options(Option(str(c.id), c.name, c.requests) for c in found)
        self.campaign.setVisible(len(found) > 1 or bool(self.campaign.ticked()))
        self._show()

    def _show(self) -> None:
        weeks = build(self._first, self._entries, self._holidays)
        self.header.set_title(months_title(self._first, self._last()))
        self.calendar.show_weeks(weeks, self._chosen)
        lines = list_lines(weeks, self._reckoner)
        self.list.show_lines(lines)
        self.list.bring_up(self._chosen)
        self.rail.show_day(weeks, self._chosen, self._reckoner)
        self._say_unknown()
        self.legend.setVisible(self.shown_as.value() == "month")
        self.stack.setCurrentWidget(self._in_front())

    def _in_front(self) -> QWidget:
        if self.shown_as.value() == "month":
            return self.calendar
        return self.list if self.list.lines_model().rowCount() else self.empty

    def _say_unknown(self) -> None:
        sure = self._workspace.desk.reference.calendars.last_sure_day
        self.unknown.setVisible(self._last() > sure)
        self.unknown.setText(self.tr("Holidays after {0} are not known yet.").format(f"{sure:%Y}"))

    def _show_as(self, value: str) -> None:
        remembered.remember(KEY, value)
        self._show()

    # Moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up, Page Down and T work wherever on the page the keyboard is."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_T):
            self._month(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def _month(self, key: Qt.Key) -> None:
        goal = self.calendar.goal(key)
        if goal is not None:
            self.go_to(goal)

    def _open_day(self, on: date) -> None:
        self.go_to(on)
        self._rail_wanted = True
        self._fit()
        self.rail.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_request(self, request_id: int) -> None:
        self._workspace.navigate.emit("requests", request_id)

    def _toggle_rail(self, on: bool) -> None:
        self._rail_wanted = on
        self._fit()

    def _fit(self) -> None:
        narrow = self.window().width() < theme.px(NARROW)
        self.rail_button.setVisible(narrow)
        self.rail_button.setChecked(self._rail_wanted)
        for part in (self.edge, self.rail):
            part.setVisible(not narrow or self._rail_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail stands beside the calendar where there is room."""
        super().resizeEvent(event)
        self._fit()


def _reckoner(workspace: Workspace) -> Reckoner:
    calendar = workspace.desk.reference.calendars.for_regime(Regime.FOIA)

    def last_working_day(on: date) -> date:
        return on if calendar.is_working_day(on) else calendar.add_working_days(on, -1)

    between: Callable[[date, date], int] = calendar.working_days_between
    return Reckoner(workspace.today, between, last_working_day)
