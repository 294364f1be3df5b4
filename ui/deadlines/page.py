"""Deadlines: six weeks as a calendar or a list, and the chosen day beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from foitrack.desk import agenda, campaigns
from foitrack.desk.views import CalendarEntry, CampaignView, HolidayMark, RequestFilter
from foitrack.law.terms import Regime
from ui import theme
from ui.deadlines.calendar import SixWeekCalendar
from ui.deadlines.day_rail import DayRail
from ui.deadlines.header import DeadlinesHeader
from ui.deadlines.legend import Legend
from ui.deadlines.lines import Reckoner, list_lines
from ui.deadlines.lines_view import LinesView
from ui.deadlines.six_weeks import DAYS, SixWeeks, build, first_shown, months_title
from ui.widgets.edge import upright_edge
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import words
from ui.widgets.mirrored import mirrored
from ui.widgets.page_header import MARGIN
from ui.widgets.when_seen import WhenSeen
from ui.workspace import Workspace

LANE = "deadlines"
NARROW = 1200
"""Windows narrower than this show the day's rail only when it is asked for."""
FIRST_DAY, LAST_DAY = date(2000, 3, 1), date(2099, 10, 31)
"""Working days are counted between 2000 and 2099."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the desk gave for the six weeks asked for as number `asked`."""

    asked: int
    weeks: SixWeeks
    entries: tuple[CalendarEntry, ...]
    holidays: tuple[HolidayMark, ...]
    campaigns: tuple[CampaignView, ...]


class DeadlinesPage(QWidget):
    """Every last day, past and to come, on the days on which it falls."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._today = self._chosen = workspace.today
        self._first = first_shown(workspace.today)
        self._entries: tuple[CalendarEntry, ...] = ()
        self._holidays: tuple[HolidayMark, ...] = ()
        self._weeks = build(self._first, (), ())
        self._asked = 0
        self._rail_wanted = False
        self._reckoner = _reckoner(workspace)
        theme.ground(self, "window")
        self._make()
        self._lay_out()
        self._connect()
        self._show()
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
        desk, today, campaign_id = self._workspace.desk, self._today, self.header.campaign_id()

        def work() -> Loaded:
            entries = agenda.calendar_entries(
                desk, first, last, today=today, campaign_id=campaign_id
            )
            holidays = agenda.holidays(desk, first, last)
            weeks = build(first, entries, holidays)
            return Loaded(asked, weeks, entries, holidays, campaigns.all(desk))

        self._workspace.read(work, self._take, lane=LANE, topic=self)

    def chosen(self) -> date:
        """The day that the rail shows."""
        return self._chosen

    # The parts

    def _make(self) -> None:
        self.header = DeadlinesHeader()
        self.legend = Legend()
        self.unknown = words("", 12, 500, "amber")
        self.calendar = SixWeekCalendar(self._today)
        self.list = LinesView(self.tr("Deadlines, day by day"), stacked=False)
        theme.ground(self.list, "window")
        self.empty = EmptyState(
            self.tr("Nothing falls in these six weeks"),
            self.tr("Page Up and Page Down move by month, T goes back to today."),
            icon="calendar",
        )
        self.stack = QStackedWidget()
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self.calendar)
        for widget in (self.scroller, self.list, self.empty):
            self.stack.addWidget(widget)
        self.edge = upright_edge()
        self.rail = DayRail()

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

    def _connect(self) -> None:
        go = self._workspace.navigate.emit
        self._workspace.changed.connect(WhenSeen(self, self.refresh).hear)
        self.header.stepped.connect(self._step)
        self.header.today_wanted.connect(lambda: self.go_to(self._today))
        self.header.shown_as_changed.connect(self._show)
        self.header.campaign_changed.connect(self.refresh)
        self.header.rail_wanted.connect(self._want_rail)
        self.calendar.day_wanted.connect(self.go_to)
        self.calendar.day_opened.connect(self._open_day)
        self.list.day_chosen.connect(self._follow_list)
        self.list.opened.connect(lambda request_id: go("requests", request_id))
        self.rail.opened.connect(lambda request_id: go("requests", request_id))
        self.rail.all_wanted.connect(lambda ids: go("requests", RequestFilter(ids=frozenset(ids))))

    # What is shown

    def _take(self, loaded: Loaded) -> None:
        if loaded.asked != self._asked:
            return
        self._weeks, self._entries = loaded.weeks, loaded.entries
        self._holidays = loaded.holidays
        self.header.offer(loaded.campaigns)
        self._show()

    def _show(self) -> None:
        """Show other weeks, or the same ones another way."""
        self.header.set_title(months_title(self._first, self._last()))
        self.calendar.show_weeks(self._weeks, self._chosen)
        if self.header.as_list():
            self.list.show_lines(list_lines(self._weeks, self._reckoner))
            self.list.bring_up(self._chosen)
        self.legend.setVisible(not self.header.as_list())
        self._say_unknown()
        shown = self._in_front()
        self.stack.setCurrentWidget(self.scroller if shown is self.calendar else shown)
        self._bring_up()
        self._show_day()

    def _show_day(self) -> None:
        self.rail.show_day(self._weeks, self._chosen, self._reckoner)

    def _in_front(self) -> QWidget:
        if not self.header.as_list():
            return self.calendar
        return self.list if self.list.lines_model().rowCount() else self.empty

    def _say_unknown(self) -> None:
        sure = self._workspace.desk.reference.calendars.last_sure_day
        self.unknown.setVisible(self._last() > sure)
        self.unknown.setText(self.tr("Holidays after {0} are not known yet").format(f"{sure:%Y}"))

    def _follow_list(self, on: date) -> None:
        """The rail follows the keyboard through the list."""
        self._chosen = on
        self._show_day()

    # Moving

    def go_to(self, on: date) -> None:
        """Choose a day, and scroll or turn to it where it is not shown."""
        self._chosen = min(max(on, FIRST_DAY), LAST_DAY)
        if self._first <= self._chosen <= self._last():
            self.calendar.choose(self._chosen)
            self._bring_up()
            self.list.bring_up(self._chosen)
            self._show_day()
            return
        self._first = self._nearest_first()
        # What is known of the new weeks stands at once; the desk brings the rest.
        self._weeks = build(self._first, self._entries, self._holidays)
        self._show()
        self.refresh()

    def _bring_up(self) -> None:
        """Scroll to the chosen day where large text leaves no room for six weeks."""
        box = mirrored(self.calendar, self.calendar.cell_box(self._chosen)).toRect()
        if not box.isEmpty():
            around = (box.width() // 2, box.height() // 2 + 4)
            self.scroller.ensureVisible(box.center().x(), box.center().y(), *around)

    def _nearest_first(self) -> date:
        """One week on or back where that is enough, else the day in the third week."""
        for step in (7, -7):
            first = self._first + timedelta(days=step)
            if first <= self._chosen < first + timedelta(days=DAYS):
                return first
        return first_shown(self._chosen)

    def _last(self) -> date:
        return self._first + timedelta(days=DAYS - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up, Page Down and T work wherever on the page the keyboard is."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._step(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif event.key() == Qt.Key.Key_T:
            self.go_to(self._today)
        else:
            super().keyPressEvent(event)

    def _step(self, months: int) -> None:
        goal = self.calendar.goal(Qt.Key.Key_PageDown if months > 0 else Qt.Key.Key_PageUp)
        if goal is not None:
            self.go_to(goal)

    def _open_day(self, on: date) -> None:
        self.go_to(on)
        self._want_rail(True)
        self.rail.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Room

    def _want_rail(self, wanted: bool) -> None:
        self._rail_wanted = wanted
        self._fit()

    def _fit(self) -> None:
        narrow = self.window().width() < theme.px(NARROW)
        self.header.rail.setVisible(narrow)
        self.header.rail.setChecked(self._rail_wanted)
        for part in (self.edge, self.rail):
            part.setVisible(not narrow or self._rail_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail stands beside the calendar where there is room."""
        super().resizeEvent(event)
        self._fit()
        self._bring_up()


def _reckoner(workspace: Workspace) -> Reckoner:
    calendar = workspace.desk.reference.calendars.for_regime(Regime.FOIA)

    def last_working_day(on: date) -> date:
        return on if calendar.is_working_day(on) else calendar.add_working_days(on, -1)

    return Reckoner(workspace.today, calendar.working_days_between, last_working_day)
