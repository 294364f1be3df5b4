"""The list with what stands around it: filters, errors, nothing found, hints."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foitrack.errors import PlainError
from ui import theme
from ui.core_words import told
from ui.counting import by_number, counted
from ui.requests.chosen_bar import ChosenBar
from ui.requests.error_bar import ErrorBar
from ui.requests.filter_bar import FilterBar
from ui.requests.listing import Listed, Listing
from ui.requests.model import RequestsModel
from ui.requests.table import RequestsTable
from ui.tasks import show_as_bug
from ui.widgets.current_pages import CurrentPages
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import rule, secondary
from ui.widgets.page_header import PageHeader

GREY_AFTER_MS = 200


class ListSide(QWidget):
    """Shows what the listing lists."""

    new_wanted = Signal()
    shown = Signal()
    """Another list has been shown."""

    def __init__(self, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing = listing
        self._all_stale = False
        theme.ground(self, "surface")
        self.header = PageHeader(self.tr("Requests"))
        self.bar = FilterBar()
        self.error = ErrorBar()
        self.model = RequestsModel(listing.fetch, self)
        self.table = RequestsTable(self.model)
        self.none = EmptyState(
            self.tr("No requests yet"),
            self.tr(
                "Log a request that you have sent, and its clock starts here. A response may be "
                "dropped anywhere in the window, also before its request is logged."
            ),
            icon="list",
            button=self.tr("New request"),
            primary=True,
        )
        self.no_match = EmptyState(
            self.tr("No requests match."), icon="search", button=self.tr("Clear filters")
        )
        self.hint = secondary(self.tr("Enter opens the request"))
        self.hidden = secondary("")
        self.chosen = ChosenBar()
        self._grey = QTimer(self)
        self._grey.setSingleShot(True)
        self._grey.setInterval(GREY_AFTER_MS)
        self._foot_wanted = False
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """List anew, from nothing."""
        self._expect()
        self.model.stale()
        self._listing.reload()

    def forget_rows(self) -> None:
        """Every row may have changed: fetch those looked at anew once the next list is there."""
        self._all_stale = True

    def show_foot(self, on: bool) -> None:
        """The hints at the foot, for narrow windows; none of them where nothing is listed."""
        self._foot_wanted = on
        self._foot.setVisible(on and self.stack.currentWidget() is self.table)

    def _expect(self) -> None:
        if not self._grey.isActive():
            self._grey.start()

    def _take(self, found: Listed) -> None:
        self._settle()
        self.error.say("")
        if self._all_stale:
            self._all_stale = False
            self.model.stale()
        self.model.show(found.ids, found.rows)
        self.table.show_sort(self._listing.sort, self._listing.descending)
        self.bar.show_count(len(found.ids), found.total)
        if found.ids:
            self.stack.setCurrentWidget(self.table)
        else:
            filtered = self._listing.filtered() or self._listing.filter.binned
            self._say_empty(found.total)
            self.stack.setCurrentWidget(self.no_match if filtered else self.none)
        self.show_foot(self._foot_wanted)
        self.shown.emit()

    def _say_empty(self, total: int) -> None:
        binned = self._listing.filter.binned
        if binned and not self._listing.filtered():
            said = self.tr("Requests that you move here stay until you remove them for good.")
            self.no_match.say(self.tr("The bin is empty."), said)
        elif self._listing.filter.search:
            said = self.tr(
                "The filters hide all {0}. Ctrl+K searches documents, case data and notes too."
            )
            self.no_match.say(self.tr("No requests match."), said.format(counted(total, "request")))
        else:
            said = self.tr("The filters hide all {0}.")
            self.no_match.say(self.tr("No requests match."), said.format(counted(total, "request")))
        self.no_match.show_icon("bin" if binned else "search")
        leave = self.tr("Leave the bin")
        self.no_match.button.setText(leave if binned else self.tr("Clear filters"))

    def _miss(self, problem: Exception) -> None:
        self._settle()
        if not isinstance(problem, PlainError):
            show_as_bug(problem)
        said = self.tr("The requests could not be listed: {0}").format(told(problem))
        self.error.say(said)

    def _settle(self) -> None:
        self._grey.stop()
        self.table.show_loading(False)

    def _filter_changed(self) -> None:
        self.bar.show_filter(self._listing.filter)
        binned = self._listing.filter.binned
        self.header.set_title(self.tr("Requests in the bin") if binned else self.tr("Requests"))
        self._expect()

    def _say_hidden(self) -> None:
        hidden = self.table.hidden_by_width()
        if not hidden:
            self.hidden.setText("")
            return
        said = by_number(
            self.table.wanted_columns(),
            "{0} column, {1} hidden at this width",
            "{0} columns, {1} hidden at this width",
            hidden,
        )
        self.hidden.setText(said)

    def _say_chosen(self) -> None:
        was = self.chosen.isVisibleTo(self)
        number = self.table.number_chosen()
        self.chosen.show_number(number, binned=self._listing.filter.binned)
        if self.chosen.isVisibleTo(self) and not was:
            # The strip took room from the list: the current line may have stood there.
            QTimer.singleShot(0, self.table, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        self.table.scrollTo(self.table.currentIndex())

    def _choose_one(self) -> None:
        self.table.choose_one()
        self.table.setFocus()

    def _leave(self) -> None:
        from foitrack.desk.views import RequestFilter

        self._listing.narrow(RequestFilter())

    # Layout

    def _lay_out(self) -> None:
        head = QWidget()
        theme.ground(head, "window")
        top = QVBoxLayout(head)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.header)
        top.addWidget(self.bar)
        top.addWidget(rule())
        self.stack = CurrentPages()
        for widget in (self.table, self.none, self.no_match):
            self.stack.addWidget(widget)
        self._foot = self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.error)
        column.addWidget(self.stack, 1)
        column.addWidget(self.chosen)
        column.addWidget(self._foot)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        theme.ground(foot, "window")
        row = QHBoxLayout()
        row.setContentsMargins(24, 6, 24, 6)
        row.addWidget(self.hint)
        row.addStretch(1)
        row.addWidget(self.hidden)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(row)
        foot.hide()
        return foot

    def _connect(self) -> None:
        listing = self._listing
        listing.listed.connect(self._take)
        listing.counted.connect(self.bar.show_counts)
        listing.failed.connect(self._miss)
        listing.filter_changed.connect(self._filter_changed)
        self.bar.changed.connect(listing.narrow)
        self.bar.search.leads_to(self.table)
        self.model.sort_wanted.connect(listing.order)
        self.model.failed.connect(self._miss)
        self.error.try_again.connect(self.reload)
        self.none.asked.connect(self.new_wanted)
        self.no_match.asked.connect(self._leave)
        self.table.columns_changed.connect(self._say_hidden)
        self.table.chosen_changed.connect(self._say_chosen)
        self.chosen.fewer_wanted.connect(self._choose_one)
        self._grey.timeout.connect(lambda: self.table.show_loading(True))
        menu = self.table.columns_menu(self.bar.columns)
        menu.aboutToShow.connect(self._refill)
        self.bar.columns.setMenu(menu)
        self._say_hidden()

    def open_columns(self) -> None:
        """Open the menu of columns and orders, with the keyboard in it."""
        menu, button = self.bar.columns.menu(), self.bar.columns
        if menu is not None:
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _refill(self) -> None:
        self.table.fill_columns(self.bar.columns.menu())
