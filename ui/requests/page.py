"""The Requests page: list above, detail below; in a narrow window one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from foitrack.desk import campaigns
from foitrack.desk.views import CampaignView, Changed, RequestFilter
from ui import theme
from ui.remembered import recall_shape, remember_shape
from ui.requests.detail import RequestDetailPane
from ui.requests.list_menu import ListMenu
from ui.requests.list_side import ListSide
from ui.requests.listing import MOST_FETCHED, Listing
from ui.requests.many_deeds import ManyDeeds
from ui.requests.narrow import NarrowDetail
from ui.requests.own_filters import OwnFilters
from ui.requests.page_actions import PageActions
from ui.requests.request_drops import OverList, RequestDrops
from ui.widgets.divided import Divided
from ui.widgets.in_turns import InTurns
from ui.widgets.when_seen import WhenSeen

if TYPE_CHECKING:
    from ui.workspace import Workspace

NARROW = 1100
"""Windows narrower than this, at 100 % text, show the detail as a page of its own."""
_SHAPE = "requests-splitter"


class RequestsPage(InTurns):
    """Selecting a line shows its detail; Enter goes into it, Esc back to the list."""

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        self.setObjectName("requestsPage")
        self._workspace = workspace
        self._wanted: int | None = None
        self._narrow: bool | None = None
        theme.ground(self, "surface")
        self._lay_out()
        self.listing = Listing(workspace, self)
        self.list = ListSide(self.listing)
        yield
        self.splitter.addWidget(self.list)
        yield
        self.detail = RequestDetailPane(workspace, whole=False)
        self.splitter.addWidget(self.detail)
        yield from self.detail.making
        self.alone = NarrowDetail()
        self.stack.addWidget(self.alone)
        self.menu = ListMenu(self)
        self._connect()
        yield
        self.many = ManyDeeds(workspace, self)
        self.deeds = PageActions(self)
        table = self.list.table
        self.drops = RequestDrops(workspace, table.viewport(), OverList(table))
        self.own = OwnFilters(workspace, self.listing, self)
        self.list.bar.own.setMenu(self.own.menu)
        self._act_on_chosen()
        self._unseen.hear()

    @property
    def table(self) -> QWidget:
        """The list itself."""
        return self.list.table

    # What it is asked to show

    def show_argument(self, argument: object) -> None:
        """A request's id, a pair of id and tab, or a filter."""
        if isinstance(argument, RequestFilter):
            self.listing.narrow(argument)
            self._leave_detail()
        elif isinstance(argument, int):
            self.open_request(argument)
        elif isinstance(argument, tuple) and len(argument) == 2:
            request_id, tab = argument
            self.open_request(int(request_id), str(tab))

    def open_request(self, request_id: int, tab: str | None = None) -> None:
        """Show a request and make its line current, whatever is filtered."""
        self._wanted = request_id
        self.detail.show_request(request_id, tab, at_once=True)
        if self.list.table.choose(request_id):
            self._wanted = None
        elif self.listing.filtered():
            self.listing.clear()
        if self._narrow:
            self._enter_detail()

    def help_section(self) -> str:
        """The section of the guide for what the keyboard is in: the list, or a tab of a request."""
        held: QWidget | None = self.focusWidget()
        inside = held is not None and self.detail.isAncestorOf(held)
        return self.detail.help_section() if inside else "the-list-of-requests"

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is in the list."""
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Put the keyboard into the search of the list, coming back to it from a detail."""
        if self.stack.currentWidget() is self.alone:
            self._leave_detail()
        self.list.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.bar.search.selectAll()

    # Keeping up

    def _hear(self, change: Changed) -> None:
        if change.new_id is not None and change.new_id in change.request_ids:
            self._wanted = change.new_id
        if self.isVisible():
            self._show_change(change)
        else:
            self._unseen.hear()

    def _show_change(self, change: Changed) -> None:
        self._ask_campaigns()
        if not 0 < len(change.request_ids) <= MOST_FETCHED:
            self.list.forget_rows()
        self.listing.reload(change)
        self.detail.hear(change)

    def _listed(self) -> None:
        """Make current what was wanted, or what was current, or the first line."""
        table, model = self.list.table, self.list.model
        self.detail.setVisible(bool(self._narrow) or model.rowCount() > 0)
        for request_id in (self._wanted, self.detail.request_id()):
            if request_id is not None and table.choose(
                request_id, among=request_id != self._wanted
            ):
                self._wanted = None
                return
        first = model.id_at(0)
        if first is None:
            self.detail.show_request(None)
            self._leave_detail()
        elif self._wanted is None:
            table.choose(first)

    def _current_changed(self, request_id: int | None) -> None:
        if request_id is not None:
            self.detail.show_request(request_id)
            self.alone.show_place(self.list.table.currentIndex().row(), self.list.model.rowCount())

    def _ask_campaigns(self) -> None:
        desk = self._workspace.desk
        self._workspace.read(lambda: campaigns.all(desk), self._show_campaigns)

    def _show_campaigns(self, found: tuple[CampaignView, ...]) -> None:
        self.list.bar.show_campaigns(found)

    # Narrow and wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The detail leaves the list in a narrow window."""
        super().resizeEvent(event)
        self._fit(self.window().width() < theme.px(NARROW))

    def _fit(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.list.show_foot(narrow)
        if narrow:
            self.alone.take(self.detail)
        else:
            self.splitter.addWidget(self.detail)
            self.detail.show()
            self._restore_split()
            self.stack.setCurrentWidget(self.splitter)

    def _restore_split(self) -> None:
        shape = recall_shape(_SHAPE)
        if shape is None or not self.splitter.restoreState(shape):
            tall = max(self.height(), 1)
            self.splitter.setSizes([tall * 58 // 100, tall * 42 // 100])

    def _enter_detail(self) -> None:
        if self._narrow:
            self.stack.setCurrentWidget(self.alone)
        self.detail.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_detail(self) -> None:
        self.stack.setCurrentWidget(self.splitter)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave_detail()
            return
        super().keyPressEvent(event)

    # Layout

    def _lay_out(self) -> None:
        self.splitter = Divided(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def _connect(self) -> None:
        table = self.list.table
        self._unseen = WhenSeen(self, lambda: self._show_change(Changed("")))
        self._workspace.changed.connect(self._hear)
        self.list.shown.connect(self._listed)
        self.list.new_wanted.connect(lambda: self._workspace.navigate.emit("new-request", None))
        table.current_changed.connect(self._current_changed)
        table.opened.connect(self._enter_detail)
        table.typed.connect(self._find)
        table.menu_wanted.connect(self.menu.show)
        self.alone.back.connect(self._leave_detail)
        self.alone.step.connect(table.step)
        self.splitter.splitterMoved.connect(
            lambda: remember_shape(_SHAPE, self.splitter.saveState())
        )

    def _find(self, typed: str) -> None:
        at = self.list.table.currentIndex().row()
        self.listing.find(typed, self.list.model.ids(), at, self._found)

    def _found(self, request_id: int | None) -> None:
        if request_id is not None:
            self.list.table.choose(request_id)

    # What is chosen

    def chosen_ids(self) -> tuple[int, ...]:
        """The requests that a deed is meant for: those chosen, or the one whose detail is alone."""
        chosen = self.list.table.chosen_ids()
        alone = self.stack.currentWidget() is self.alone
        shown = self.detail.request_id()
        if (alone or not chosen) and shown is not None:
            return (shown,)
        return chosen

    def choose_all(self) -> None:
        """Choose every request that is listed."""
        self._leave_detail()
        self.list.table.selectAll()

    def bin_or_restore(self) -> None:
        """Move what is chosen to the bin, or take it out where the bin is shown."""
        ids, binned = self.chosen_ids(), self.listing.filter.binned
        if len(ids) > 1:
            (self.many.restore if binned else self.many.bin)(ids)
        else:
            self.detail.when_shown(self.detail.deeds.restore if binned else self.detail.deeds.bin)

    def turn_to_the_bin(self) -> None:
        """Show the bin, or leave it."""
        self.listing.narrow(RequestFilter(binned=not self.listing.filter.binned))

    def _say_chosen(self) -> None:
        number = self.list.table.number_chosen()
        self.deeds.show_number(number, binned=self.listing.filter.binned)

    def _act_on_chosen(self) -> None:
        bar, many, deeds = self.list.chosen, self.many, self.deeds
        bar.event_wanted.connect(deeds["event"].trigger)
        bar.chased_wanted.connect(deeds["chased"].trigger)
        bar.campaign_wanted.connect(deeds["campaign"].trigger)
        bar.bin_wanted.connect(deeds["bin"].trigger)
        bar.remove_wanted.connect(lambda: many.remove_for_good(self.chosen_ids()))
        bar.export_wanted.connect(deeds["export"].trigger)
        bar.references_wanted.connect(deeds["references"].trigger)
        bar.rows_wanted.connect(deeds["rows"].trigger)
        self.list.table.chosen_changed.connect(self._say_chosen)
        self.listing.filter_changed.connect(self._say_chosen)
