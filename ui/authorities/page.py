"""Authorities: the directory and those of the case file, and beside them what is known of one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views.authority import AuthorityFilter, AuthorityList, AuthorityRecord
from foitrack.errors import PlainError
from ui import theme
from ui.authorities.current import Current
from ui.authorities.deeds import AuthorityDeeds
from ui.authorities.filters import AuthorityFilters
from ui.authorities.loading import Asked, load
from ui.authorities.model import AuthoritiesModel
from ui.authorities.pane import AuthorityPane
from ui.authorities.table import AuthoritiesTable
from ui.core_words import told
from ui.requests.error_bar import ErrorBar
from ui.requests.narrow import NarrowDetail
from ui.tasks import show_as_bug
from ui.widgets.current_pages import CurrentPages
from ui.widgets.edge import upright_edge
from ui.widgets.empty_state import EmptyState
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import rule
from ui.widgets.order_menu import order_menu
from ui.widgets.page_header import MARGIN, PageHeader
from ui.widgets.sharing import beside
from ui.workspace import Workspace

NARROW = 1100
"""Windows narrower than this, at 100 % text, show one authority as a page of its own."""
PANE = 380


class AuthoritiesPage(InTurns):
    """Enter goes to what is said of an authority, Esc back to the list."""

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        self.setObjectName("authoritiesPage")
        theme.ground(self, "window")
        self._workspace = workspace
        self._asked = Asked(0, AuthorityFilter(), "", False)
        self._wanted: str | None = None
        self._narrow: bool | None = None
        self._stale = self.made_ahead
        self.deeds = AuthorityDeeds(workspace, self)
        self._make()
        yield
        self._lay_out()
        self._connect()
        self._add_actions()
        if not self.made_ahead:
            self.refresh()

    # What it is asked to show

    def show_argument(self, argument: object) -> None:
        """Show an authority, by its name."""
        if isinstance(argument, str) and argument:
            self.open_authority(argument)

    def open_authority(self, name: str) -> None:
        """Make an authority current, whatever is filtered."""
        self._wanted = name
        if self.filters.wanted() != AuthorityFilter():
            self.filters.forget()
        else:
            self.refresh()

    def _show_named(self, name: str) -> None:
        """What was added, renamed or joined: the keyboard is on it."""
        self.open_authority(name)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is in the list."""
        if self._stale:
            self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self) -> None:
        """Something was written: ask anew, once somebody looks."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Ask for the list anew."""
        self._stale = False
        before = self._asked
        asked = Asked(before.number + 1, self.filters.wanted(), before.sort, before.descending)
        self._asked = asked
        desk, today = self._workspace.desk, self._workspace.today
        self._workspace.read(
            lambda: load(desk, asked, today=today), self._take, self._miss, topic=self
        )

    def _take(self, answer: tuple[Asked, AuthorityList]) -> None:
        asked, found = answer
        if asked is not self._asked:
            return
        self.error.say("")
        keep = self._wanted or self.table.current_name()
        self.filters.offer(found)
        self.deeds.kinds = tuple(kind for kind, _ in found.kinds if kind)
        self.model.show(found.lines)
        if found.lines and not (keep is not None and self.table.choose(keep)):
            self.table.selectRow(0)
        elif self._wanted is not None:
            middle = QAbstractItemView.ScrollHint.PositionAtCenter
            self.table.scrollTo(self.table.currentIndex(), middle)
        self._wanted = None
        self.front.setCurrentWidget(self.table if found.lines else self.no_match)
        self.current.read()

    def _miss(self, problem: Exception) -> None:
        if not isinstance(problem, PlainError):
            show_as_bug(problem)
        self.error.say(self.tr("The authorities could not be listed: {0}").format(told(problem)))

    # The current line

    def _moved(self) -> None:
        # What still stands beside the list is another authority: nothing is done to it any more.
        self.deeds.show(None)
        self.current.moved()

    def _show(self, found: AuthorityRecord | None) -> None:
        self.deeds.show(found)
        self.pane.show_record(found)
        self.alone.show_place(self.table.currentIndex().row(), self.model.rowCount())

    def _sort_by(self, key: str, descending: bool) -> None:
        self._asked = Asked(self._asked.number, self._asked.wanted, key, descending)
        self.refresh()

    def _step(self, by: int) -> None:
        row = min(max(self.table.currentIndex().row() + by, 0), self.model.rowCount() - 1)
        self.table.selectRow(row)

    # The parts

    def _make(self) -> None:
        self.header = PageHeader(self.tr("Authorities"))
        self.add = QPushButton(self.tr("Add an authority…"))
        theme.set_icon(self.add, "plus", "text2")
        self.header.add(self.add)
        self.filters = AuthorityFilters()
        self.error = ErrorBar()
        self.model = AuthoritiesModel(self)
        self.table = AuthoritiesTable(self.model)
        self.current = Current(self._workspace, self.table.current_name, self)
        self.no_match = EmptyState(
            self.tr("No authority matches."),
            self.tr("What the directory lacks can be added."),
            icon="authority",
            button=self.tr("Clear filters"),
        )
        self.pane = AuthorityPane()
        self.edge = upright_edge()
        self.alone = NarrowDetail()
        self.alone.return_button.setText(self.tr("All authorities"))
        for arrow, said in (
            (self.alone.before, self.tr("Previous authority")),
            (self.alone.after, self.tr("Next authority")),
        ):
            arrow.setAccessibleName(said)
            arrow.setToolTip(said)

    def _lay_out(self) -> None:
        self.front = CurrentPages()
        self.front.addWidget(self.table)
        self.front.addWidget(self.no_match)
        listed = QWidget()
        theme.ground(listed, "surface")
        inside = QHBoxLayout(listed)
        inside.setContentsMargins(MARGIN - 8, 0, 4, 0)
        inside.addWidget(self.front)
        self._both = QHBoxLayout()
        self._both.setSpacing(0)
        self._both.addWidget(listed, 1)
        self._both.addWidget(self.edge)
        self.list = QWidget()
        column = QVBoxLayout(self.list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.filters, self.error, rule()):
            column.addWidget(part)
        column.addLayout(self._both, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.alone)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        deeds, pane = self.deeds, self.pane
        self._workspace.changed.connect(lambda _: self._hear())
        self.filters.changed.connect(self.refresh)
        self.model.sort_wanted.connect(self._sort_by)
        self.table.opened.connect(self._enter)
        self.filters.search.leads_to(self.table)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._moved())
        self.current.shown.connect(self._show)
        self.error.try_again.connect(self.refresh)
        self.no_match.asked.connect(self.filters.forget)
        self.add.clicked.connect(deeds.add)
        deeds.named.connect(self._show_named)
        pane.new_wanted.connect(deeds.new_request)
        pane.edit_wanted.connect(deeds.edit)
        pane.join_wanted.connect(deeds.join)
        pane.same_wanted.connect(deeds.join_with)
        pane.remove_wanted.connect(deeds.remove)
        pane.request_wanted.connect(lambda i: self._workspace.navigate.emit("requests", i))
        self.alone.back.connect(self._leave)
        self.alone.step.connect(self._step)

    def _add_actions(self) -> None:
        for said, run in (
            (self.tr("&Add an authority…"), self.deeds.add),
            (self.tr("&Edit the authority…"), self.deeds.edit),
            (self.tr("&Join with another…"), self.deeds.join),
            (self.tr("New &request to it…"), self.deeds.new_request),
        ):
            action = QAction(said, self)
            action.setProperty("menu", "authority")
            action.triggered.connect(lambda _=False, run=run: self.current.do(run))
            self.addAction(action)
        order = order_menu(self.table, self).menuAction()
        order.setProperty("menu", "authority")
        order.setProperty("reads", True)
        self.addAction(order)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is known of an authority leaves the list in a narrow window."""
        super().resizeEvent(event)
        self._fit(self.window().width() < theme.px(NARROW))

    def _fit(self, narrow: bool) -> None:
        wide = beside(self.width(), PANE, theme.scale())
        self.pane.setMinimumWidth(0 if narrow else wide)
        self.pane.setMaximumWidth(16_777_215 if narrow else wide)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.edge.setVisible(not narrow)
        if narrow:
            self.alone.take(self.pane)
        else:
            self._both.addWidget(self.pane)
            self.pane.show()
            self.stack.setCurrentWidget(self.list)

    def _enter(self) -> None:
        if self._narrow:
            self.stack.setCurrentWidget(self.alone)
        self.pane.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.stack.setCurrentWidget(self.list)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)
