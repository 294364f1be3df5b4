"""A campaign: how it stands, who was asked and what each answered, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foitrack.desk import campaign_changes, schemas
from foitrack.desk.disclosed import answered_in_full
from foitrack.desk.views import CampaignView
from foitrack.desk.views.coverage import Coverage, CoverageFilter, Disclosure
from foitrack.errors import PlainError
from ui import theme
from ui.campaigns.columns import columns_for
from ui.campaigns.deeds import CampaignDeeds, Titles
from ui.campaigns.empty import NoCampaign, nobody_asked, nothing_matches
from ui.campaigns.figures import FigureStrip
from ui.campaigns.filters import CampaignFilters
from ui.campaigns.head import CampaignHead
from ui.campaigns.legend import Legend, with_legend
from ui.campaigns.loading import Arranged, Loaded, Order, arrange, late_in, load
from ui.campaigns.model import CoverageModel
from ui.campaigns.rail import CampaignRail
from ui.campaigns.table import CoverageTable
from ui.core_words import told
from ui.requests.error_bar import ErrorBar
from ui.tasks import show_as_bug
from ui.widgets.current_pages import CurrentPages
from ui.widgets.edge import upright_edge
from ui.widgets.empty_state import EmptyState
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import rule, words
from ui.widgets.order_menu import order_menu
from ui.widgets.page_header import MARGIN
from ui.workspace import Workspace

NARROW = 1200
"""Windows narrower than this show the rail only when it is asked for."""
LOW, LOWEST = 560, 400
"""Pages less high than this at 100 % text leave out the sentence, which the figures say too;
below the second also the legend, whose words are the cells' tooltips.
"""
EVERY = CoverageFilter()


class CampaignPage(InTurns):
    """Enter opens the request of the current line."""

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        self.setObjectName("campaignPage")
        theme.ground(self, "window")
        self._workspace = workspace
        self._campaign_id: int | None = None
        self._found: Coverage | None = None
        self._order = Order(0, EVERY, "", False)
        self._titles: Titles = ()
        self._binned: tuple[CampaignView, ...] = ()
        self._rail_wanted, self._came, self._stale = False, False, self.made_ahead
        self.deeds = CampaignDeeds(workspace, self)
        self._make()
        yield
        self._lay_out()
        self._connect()
        if not self.made_ahead:
            self.refresh()

    # What it is asked to show

    def show_argument(self, argument: object) -> None:
        """Show a campaign, by its id."""
        if isinstance(argument, int) and argument != self._campaign_id:
            self._campaign_id = argument
            self._forget_filters()
            self.refresh()

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is in the matrix."""
        self._came = True
        if self._stale and argument in (None, self._campaign_id):
            self.refresh()
        self._take_keyboard()

    def _hear(self) -> None:
        """Something was written: read anew, once somebody looks."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _take_keyboard(self) -> None:
        """Once there is something to put it in."""
        front = self.stack.currentWidget()
        wanted = front.button if isinstance(front, EmptyState) else self.table
        if self._came and front in (self.full, self.none, self.nothing, self.no_match):
            self._came = False
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the campaign anew, with the filters as they are."""
        self._stale = False
        self._next_order()
        desk, today = self._workspace.desk, self._workspace.today
        wanted, order = self._campaign_id, self._order

        def work() -> tuple[Loaded, Titles, tuple[CampaignView, ...]]:
            titles = tuple((name, own.title) for name, own in schemas.known(desk).items())
            return load(desk, wanted, order, today=today), titles, campaign_changes.in_bin(desk)

        self._workspace.read(work, self._take, self._miss, topic=self)

    # Keeping up

    def _take(self, read: tuple[Loaded, Titles, tuple[CampaignView, ...]]) -> None:
        loaded, self._titles, self._binned = read
        if loaded.arranged.order.number != self._order.number:
            return
        found = self._found = loaded.found
        self._campaign_id = found.id if found is not None else None
        self.error.say("")
        self.deeds.show(found, loaded.campaigns)
        late = late_in(found) if found is not None else 0
        self.head.show_campaigns(
            loaded.campaigns, self._campaign_id, late, self._titles, self._binned
        )
        if found is not None:
            self.sentence.setText(told(found.sentence))
            self.figures.show_figures(found.figures)
            self.filters.offer(loaded.nations, loaded.kinds)
            self.rail.show_campaign(found)
        self._show_lines(loaded.arranged)

    def _arrange(self) -> None:
        """Show the lines in another order or by another filter."""
        found = self._found
        if found is None:
            return
        self._next_order()
        order = self._order
        self._workspace.read(lambda: arrange(found, order), self._show_lines)

    def _next_order(self) -> None:
        wanted = self.filters.wanted(self.figures.pressed())
        self._order = Order(
            self._order.number + 1, wanted, self._order.sort, self._order.descending
        )

    def _show_lines(self, arranged: Arranged) -> None:
        if arranged.order.number != self._order.number:
            return
        found, keep = self._found, self.table.current_id()
        if found is None:
            self._front(self.nothing)
            self.nothing.show_bin(self._binned, self.deeds)
            return
        nations = len({line.nation for line in found.rows}) > 1
        kinds = len({line.kind for line in found.rows}) > 1
        self.model.show(arranged.lines, columns_for(found.years, nations=nations, kinds=kinds))
        self.legend.show_cells(arranged.signs)
        self.filters.show_count(len(arranged.lines), len(found.rows))
        if arranged.lines and not (keep is not None and self.table.choose(keep)):
            self.table.selectRow(0)
        self._front(self.full if arranged.lines else self.no_match if found.rows else self.none)
        self._current_changed()

    def _front(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        there = self._found is not None
        some = there and bool(self._found and self._found.rows)
        for part in (self.figures, self.filters):
            part.setVisible(some)
        self._fit()
        self._take_keyboard()

    def _miss(self, problem: Exception) -> None:
        if not isinstance(problem, PlainError):
            show_as_bug(problem)
        self.error.say(self.tr("The campaign could not be read: {0}").format(told(problem)))

    # The current line

    def _current_changed(self) -> None:
        line = self.model.line_at(self.table.currentIndex().row())
        self.rail.show_line(line)
        if line is not None and self.rail.wants_others():
            desk, number = self._workspace.desk, line.row.id

            def take(found: Sequence[Disclosure]) -> None:
                self.rail.show_others(number, found)

            self._workspace.read(lambda: answered_in_full(desk, number), take, lambda _: None)

    def _open(self, index: QModelIndex) -> None:
        line = self.model.line_at(index.row())
        if line is not None:
            self._workspace.navigate.emit("requests", line.row.id)

    def _sort_by(self, key: str, descending: bool) -> None:
        self._order = Order(self._order.number, self._order.wanted, key, descending)
        self._arrange()

    def _forget_filters(self) -> None:
        self.figures.clear()
        self.filters.forget()

    def _show_all(self) -> None:
        self._forget_filters()
        self._arrange()

    # The parts

    def _make(self) -> None:
        self.head = CampaignHead(self.deeds)
        self.error = ErrorBar()
        self.sentence = words("", 13, 400, "text2", wrap=True)
        self.sentence.setContentsMargins(MARGIN, 0, MARGIN, 4)
        self.figures = FigureStrip()
        self.filters = CampaignFilters()
        self.model = CoverageModel(self)
        self.table = CoverageTable(self.model)
        self.legend = Legend()
        self.rail = CampaignRail()
        self.edge = upright_edge()
        self.none = nobody_asked()
        self.nothing = NoCampaign()
        self.no_match = nothing_matches()

    def _lay_out(self) -> None:
        self.full = with_legend(self.table, self.legend)
        self.stack = CurrentPages()
        for widget in (QWidget(), self.full, self.none, self.nothing, self.no_match):
            self.stack.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.filters)
        left.addWidget(rule())
        left.addWidget(self.stack, 1)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addLayout(left, 1)
        both.addWidget(self.edge)
        both.addWidget(self.rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.error, self.sentence, self.figures):
            column.addWidget(part)
        column.addLayout(both, 1)

    def _connect(self) -> None:
        self._workspace.changed.connect(lambda _: self._hear())
        self.head.chosen.connect(self.show_argument)
        self.head.details_wanted.connect(self._toggle_rail)
        self.figures.changed.connect(lambda _: self._arrange())
        self.filters.changed.connect(self._arrange)
        self.filters.clear.clicked.connect(self._show_all)
        self.model.sort_wanted.connect(self._sort_by)
        self.table.opened.connect(self._open)
        self.filters.search.leads_to(self.table)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._current_changed())
        self.rail.notes.save_wanted.connect(self.deeds.save_notes)
        self.rail.open_wanted.connect(lambda i: self._workspace.navigate.emit("requests", i))
        self.rail.copied.connect(self.deeds.say_copied)
        self.error.try_again.connect(self.refresh)
        self.none.asked.connect(self.deeds.ask_more)
        self.nothing.asked.connect(self.deeds.begin)
        self.no_match.asked.connect(self._show_all)
        self.head.menu.addMenu(order_menu(self.table, self)).setProperty("reads", True)
        for action in self.head.actions_for_menu():
            action.setProperty("menu", "campaign")
            self.addAction(action)

    # Room

    def _toggle_rail(self, on: bool) -> None:
        self._rail_wanted = on
        self._fit()

    def _fit(self) -> None:
        narrow = self.window().width() < theme.px(NARROW)
        there = self._found is not None
        self.sentence.setVisible(there and self.height() >= theme.px(LOW))
        low = self.height() < theme.px(LOWEST)
        self.legend.setVisible(not low and bool(self._found and self._found.years))
        self.figures.be_brief(low)
        self.rail.fit(self.width())
        self.head.details.setVisible(narrow and there)
        self.head.details.setChecked(self._rail_wanted)
        for part in (self.edge, self.rail):
            part.setVisible(there and (not narrow or self._rail_wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail stands beside the matrix where there is room."""
        super().resizeEvent(event)
        self._fit()
