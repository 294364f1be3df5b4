"""Today: what needs doing, worst first, and what comes in the next three weeks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from foitrack.desk import requests
from foitrack.desk.views import RequestDetail, RequestFilter
from ui import theme
from ui.requests.deeds import Deeds
from ui.requests.next_action import action_for
from ui.since import came_about, keep_step, leave, left_on, left_step, tells_at_start
from ui.today.away_bar import AwayBar
from ui.today.first_run import FirstRun
from ui.today.lines import ActionRow
from ui.today.loading import Loaded, load
from ui.today.snooze_deeds import SnoozeDeeds
from ui.today.snooze_menu import SnoozeMenu
from ui.today.waiting_bar import WaitingBar
from ui.today.words import button, is_batch
from ui.today.work import TodayWork
from ui.widgets.when_seen import WhenSeen
from ui.workspace import Workspace

LANE = "today"


class TodayPage(QWidget):
    """The first page: Up and Down move, Enter does the next thing, Space opens the request."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked = 0
        self.deeds = Deeds(workspace, self)
        self.snoozing = SnoozeDeeds(workspace, self)
        theme.ground(self, "window")
        self._make()
        self._add_actions()
        workspace.changed.connect(WhenSeen(self, self.refresh).hear)
        self.refresh()
        self._look_back()

    def _make(self) -> None:
        self.work = TodayWork(self._workspace.today)
        self.first_run = FirstRun()
        self.away = AwayBar(self)
        self.waiting = WaitingBar(self)
        self.stack = QStackedWidget()
        for widget in (QWidget(), self.work, self.first_run):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.away)
        column.addWidget(self.waiting)
        column.addWidget(self.stack, 1)
        go = self._workspace.navigate.emit
        self.away.opened.connect(lambda ids: go("requests", RequestFilter(ids=ids)))
        self.away.dismissed.connect(self._forget_away)
        self.waiting.opened.connect(self._open_waiting)
        self.work.acted.connect(self._act)
        self.work.opened.connect(self._open)
        view = self.work.view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._pop_up)
        self.work.snoozed_wanted.connect(self.snoozing.show_snoozed)
        self.work.day_opened.connect(lambda on: go("deadlines", on))
        self.first_run.new_request.connect(lambda: go("new-request", None))
        self.first_run.examples.connect(lambda: go("open-examples", None))
        self.first_run.open_file.connect(lambda: go("open-file", None))
        self.first_run.record.connect(lambda: go("record-response", None))

    def _add_actions(self) -> None:
        for said, keys, run in (
            (self.tr("&Snooze…"), "S", self.offer_snooze),
            (self.tr("&Bring back what is snoozed…"), "", self.snoozing.show_snoozed),
        ):
            action = QAction(said, self)
            action.setProperty("menu", "request")
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, run=run: run())
            self.addAction(action)

    def offer_snooze(self) -> SnoozeMenu | None:
        """Ask until when the line with the keyboard shall wait."""
        view = self.work.view
        row = view.current_row()
        if row is None:
            said = self.tr("Nothing here can be snoozed.")
            self._workspace.notice.emit(said, False)
            return None
        box = view.visualRect(view.currentIndex())
        return self.snoozing.offer(row, view.viewport().mapToGlobal(box.bottomLeft()))

    def _pop_up(self, at: QPoint) -> None:
        """All that can be done to a line, for the mouse and the menu key."""
        view = self.work.view
        index = view.indexAt(at)
        if self.work.lines.row_at(index) is not None:
            view.setCurrentIndex(index)
        row = view.current_row()
        if row is not None:
            menu = self.menu_of(row)
            menu.popup(view.viewport().mapToGlobal(at))

    def menu_of(self, row: ActionRow) -> QMenu:
        """What can be done to a line; the menu goes when it is closed."""
        menu = QMenu(self)
        menu.addAction(button(row.item), lambda: self._act(row))
        if not is_batch(row.item):
            menu.addAction(self.tr("&Open the request"), lambda: self._open(row))
        if not row.item.beyond:
            menu.addAction(self.tr("&Snooze…"), self.offer_snooze)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def refresh(self) -> None:
        """Ask the desk what needs doing."""
        self._asked += 1
        asked, desk, today = self._asked, self._workspace.desk, self._workspace.today
        self._workspace.read(lambda: load(asked, desk, today), self._take, lane=LANE, topic=self)

    def _look_back(self) -> None:
        """Ask what came about since the case file was closed last, where that is wanted."""
        desk, today = self._workspace.desk, self._workspace.today
        since, step = left_on(desk.case.address), left_step(desk.case.address)
        if since is not None and tells_at_start():
            self._workspace.read(lambda: came_about(desk, since, today, step), self.away.tell)

    def _forget_away(self) -> None:
        desk = self._workspace.desk
        leave(desk.case.address, self._workspace.today)
        self._workspace.read(lambda: keep_step(desk), lambda _: None)

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is on the first thing to do."""
        first = self.stack.currentWidget() is self.first_run
        target = self.first_run.log if first else self.work.view
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_waiting(self, proposal_id: object) -> None:
        page = "arrivals" if proposal_id is None else "recording"
        self._workspace.navigate.emit(page, proposal_id)

    def _take(self, loaded: Loaded) -> None:
        if loaded.asked != self._asked:
            return
        self.waiting.show_documents(loaded.unplaced)
        if loaded.nothing_yet:
            self.stack.setCurrentWidget(self.first_run)
            if self.isVisible():
                self.first_run.log.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.work.show_loaded(loaded)
        self.stack.setCurrentWidget(self.work)

    def _act(self, row: ActionRow) -> None:
        """Do the next thing about a row: at once, in a dialog, or on another page."""
        action = action_for(row.item.step.step)
        if is_batch(row.item) or action is None:
            self._open(row)
            return
        desk, today = self._workspace.desk, self._workspace.today
        request_id = row.item.request_ids[0]

        def done(detail: RequestDetail) -> None:
            self.deeds.show(detail)
            self.deeds.act(action)

        self._workspace.read(lambda: requests.detail(desk, request_id, today=today), done)

    def _open(self, row: ActionRow) -> None:
        ids = row.item.request_ids
        batch = RequestFilter(ids=frozenset(ids))
        self._workspace.navigate.emit("requests", batch if is_batch(row.item) else ids[0])
