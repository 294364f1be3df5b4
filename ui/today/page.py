"""Today: what needs doing, worst first, and what comes in the next three weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from foitrack.desk import agenda, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import (
    Agenda,
    CalendarEntry,
    CampaignView,
    Changed,
    Counts,
    HolidayMark,
    RequestDetail,
    RequestFilter,
    SortKey,
)
from ui import theme
from ui.requests.deeds import Deeds
from ui.requests.next_action import action_for
from ui.today.first_run import FirstRun
from ui.today.lines import ActionRow
from ui.today.model import TodayModel
from ui.today.rail import TodayRail
from ui.today.share import Share, share_out
from ui.today.view import TodayView
from ui.today.words import is_batch, long_day
from ui.widgets.edge import upright_edge
from ui.widgets.labels import headline, words
from ui.workspace import Workspace

NARROW = 1200
"""Windows narrower than this show the rail only when it is asked for."""
SHARES = 3
"""Campaigns shown in the rail, largest first."""
SHARED_ROWS = 2_000
"""Campaigns with more requests than this are not shared out here; Reports has them."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the desk gave for the question asked as number `asked`."""

    asked: int
    agenda: Agenda
    counts: Counts
    entries: tuple[CalendarEntry, ...]
    holidays: tuple[HolidayMark, ...]
    shares: tuple[Share, ...]


class TodayPage(QWidget):
    """The first page: Up and Down move, Enter does the next thing, Space opens the request."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked = 0
        self._rail_wanted = False
        theme.ground(self, "window")
        self.deeds = Deeds(workspace, self)
        self._make()
        workspace.changed.connect(self._hear)
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk what needs doing."""
        self._asked += 1
        asked, desk, today = self._asked, self._workspace.desk, self._workspace.today
        self._workspace.read(lambda: load(asked, desk, today), self._take)

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is on the first thing to do."""
        if self.stack.currentWidget() is self.work:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, change: Changed) -> None:
        self.refresh()

    # The parts

    def _make(self) -> None:
        self.stack = QStackedWidget()
        self.blank = QWidget()
        self.work = QWidget()
        self.first_run = FirstRun()
        for widget in (self.blank, self.work, self.first_run):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._make_work()
        go = self._workspace.navigate.emit
        self.first_run.new_request.connect(lambda: go("new-request", None))
        self.first_run.examples.connect(lambda: go("open-examples", None))
        self.first_run.open_file.connect(lambda: go("open-file", None))
        self.first_run.record.connect(lambda: go("record-response", None))

    def _make_work(self) -> None:
        self.date = words("", 13, 500, "text2")
        self.headline = headline("")
        self.sentence = words("", 13, 400, "text2", wrap=True)
        self.rail_button = QPushButton(self.tr("Next three weeks"))
        self.rail_button.setCheckable(True)
        self.rail_button.clicked.connect(self._toggle_rail)
        self.lines = TodayModel(self)
        self.view = TodayView(self.lines)
        theme.ground(self.view, "window")
        self.view.acted.connect(self._act)
        self.view.opened.connect(self._open)
        self.rail = TodayRail(self._workspace.today)
        self.edge = upright_edge()
        self.rail.day_opened.connect(lambda on: self._workspace.navigate.emit("deadlines", on))
        left = QVBoxLayout()
        left.setContentsMargins(24, 18, 16, 0)
        left.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(self.date)
        top.addStretch(1)
        top.addWidget(self.rail_button)
        left.addLayout(top)
        left.addWidget(self.headline)
        left.addWidget(self.sentence)
        left.addSpacing(6)
        left.addWidget(self.view, 1)
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.edge)
        row.addWidget(self.rail)

    # What is shown

    def _take(self, loaded: Loaded) -> None:
        if loaded.asked != self._asked:
            return
        if loaded.counts.requests == 0 and not loaded.agenda.groups:
            self.stack.setCurrentWidget(self.first_run)
            return
        self.date.setText(long_day(self._workspace.today))
        self.headline.setText(loaded.agenda.headline)
        self.sentence.setText(loaded.agenda.sentence)
        self.sentence.setVisible(bool(loaded.agenda.sentence))
        self.lines.show(loaded.agenda)
        self.view.setVisible(bool(loaded.agenda.groups))
        self.rail.show_weeks(loaded.entries, loaded.holidays)
        self.rail.show_below(loaded.holidays, loaded.shares)
        self.stack.setCurrentWidget(self.work)

    # What is done

    def _act(self, row: ActionRow) -> None:
        """Do the next thing about a row: at once, in a dialog, or on another page."""
        action = action_for(row.item.step.step)
        if is_batch(row.item) or action is None:
            self._open(row)
            return
        desk, today, request_id = (
            self._workspace.desk,
            self._workspace.today,
            row.item.request_ids[0],
        )

        def done(detail: RequestDetail) -> None:
            self.deeds.show(detail)
            self.deeds.act(action)

        self._workspace.read(lambda: requests.detail(desk, request_id, today=today), done)

    def _open(self, row: ActionRow) -> None:
        ids = row.item.request_ids
        self._workspace.navigate.emit("requests", ids if is_batch(row.item) else ids[0])

    # The rail

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
        """The rail stands beside the list where there is room."""
        super().resizeEvent(event)
        self._fit()


def load(asked: int, desk: Desk, today: date) -> Loaded:
    """Everything on the page, read in one go off the window's thread."""
    monday = today - timedelta(days=today.weekday())
    last = monday + timedelta(days=20)
    counts = agenda.counts(desk, today=today)
    return Loaded(
        asked,
        agenda.agenda(desk, today=today),
        counts,
        agenda.calendar_entries(desk, monday, last, today=today),
        agenda.holidays(desk, monday, last),
        tuple(_shares(desk, counts.campaigns, today)),
    )


def _shares(desk: Desk, campaigns: Sequence[CampaignView], today: date) -> list[Share]:
    largest = sorted(campaigns, key=lambda campaign: -campaign.requests)
    wanted = [c for c in largest if 0 < c.requests <= SHARED_ROWS][:SHARES]
    found: list[Share] = []
    for campaign in wanted:
        chosen = RequestFilter(campaign_id=campaign.id)
        ids = requests.ids(desk, chosen, SortKey.URGENCY, False, today=today)
        found.append(share_out(campaign.id, campaign.name, requests.rows(desk, ids, today=today)))
    return found
