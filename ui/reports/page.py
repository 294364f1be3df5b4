"""Reports: the PDF summary as it will be saved, and what goes into it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from foitrack.desk.views import DeskError
from foitrack.errors import PlainError
from foitrack.reporting.contents import Summary
from ui import remembered, theme
from ui.core_words import told
from ui.counting import counted
from ui.reports.making import Made, Making, Wanted
from ui.reports.options_rail import OptionsRail, details_of
from ui.reports.page_bar import PageBar
from ui.reports.pages_of_pdf import render
from ui.reports.saving import FOLDER, ask_where, suggested_name, write_pdf
from ui.reports.sheet_view import SheetView
from ui.tasks import show_as_bug
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.labels import rule
from ui.widgets.page_header import PageHeader
from ui.workspace import Workspace

NARROW = 1200
"""Windows narrower than this show the choices only when they are asked for."""
SETTLE_MS = 120
"""Several boxes ticked in a row make one summary."""


class ReportsPage(QWidget):
    """The pages at the left are drawn from the PDF itself; the choices stand at the right."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked = 0
        self._made: Made | None = None
        self._stale = True
        self._came_up = False
        self._rail_wanted = False
        self._however_many = False
        """A person wants a summary of however many requests there are."""
        theme.ground(self, "window")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self.making = Making(workspace, self)
        self.making.made.connect(self._take)
        self.making.failed.connect(self._fail)
        self.making.stopped.connect(self._say_stopped)
        self._make()
        workspace.changed.connect(lambda _: self._look_again())

    def show_argument(self, argument: object) -> None:
        """Come to the page for a campaign, by its id."""
        if isinstance(argument, int):
            self.campaign.set_ticked({str(argument)})
            self._another_campaign()

    def ready(self) -> bool:
        """Whether the summary on show is of the choices made."""
        return self._made is not None and self._made.asked == self._asked and not self._stale

    # The parts

    def _make(self) -> None:
        self.header = PageHeader(self.tr("Reports"))
        self.campaign = FilterPill(self.tr("Campaign"), single=True)
        self.campaign.changed.connect(lambda _: self._another_campaign())
        self.choices = QPushButton(self.tr("Choices"))
        self.choices.setCheckable(True)
        self.choices.clicked.connect(self._toggle_rail)
        self.header.add(self.campaign)
        self.header.add(self.choices)
        self.view = SheetView()
        self.view.wanted.connect(self._draw)
        self.bar = PageBar(self.view)
        self.rail = OptionsRail()
        self.rail.changed.connect(lambda _: self._options_changed())
        self.rail.save_wanted.connect(self._save)
        self.rail.print_wanted.connect(self._print)
        self._make_states()
        self._lay_out()

    def _make_states(self) -> None:
        self.waiting = EmptyState(self.tr("Laying out the pages"), icon="document")
        self.empty = EmptyState(
            self.tr("Nothing to report yet"),
            self.tr("A summary can be made once a request has been logged."),
            icon="document",
            button=self.tr("New request"),
            primary=True,
        )
        self.empty.asked.connect(lambda: self._workspace.navigate.emit("new-request", None))
        self.failed = EmptyState(
            self.tr("The summary could not be made"), icon="alert", button=self.tr("Try again")
        )
        self.failed.asked.connect(self.refresh)
        self.many = EmptyState("", icon="document", button=self.tr("Make it all the same"))
        self.many.asked.connect(self._make_all_the_same)
        self.stack = QStackedWidget()
        for widget in (self.waiting, self.view, self.empty, self.failed, self.many):
            self.stack.addWidget(widget)

    def _lay_out(self) -> None:
        shown = QWidget()
        theme.ground(shown, "sunken")
        left = QVBoxLayout(shown)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.stack, 1)
        left.addWidget(self.bar)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(shown, 1)
        below.addWidget(self.rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(rule())
        column.addLayout(below, 1)

    # Making the summary

    def _look_again(self) -> None:
        self._stale = True
        if self.isVisible():
            self._settle.start()

    def _options_changed(self) -> None:
        self._stale = True
        self.rail.set_ready(False)
        self._settle.start()

    def _campaign_id(self) -> int | None:
        ticked = self.campaign.ticked()
        return int(next(iter(ticked))) if ticked else None

    def _make_all_the_same(self) -> None:
        self._however_many = True
        self.stack.setCurrentWidget(self.waiting)
        self.refresh()

    def _another_campaign(self) -> None:
        self._however_many = False
        self.refresh()

    def refresh(self) -> None:
        """Make the summary of what is chosen now, off the window's thread."""
        self._settle.stop()
        self._stale = False
        self._asked += 1
        self.rail.set_ready(False)
        first_time, self._came_up = not self._came_up, True
        self.making.begin(
            Wanted(
                self._asked,
                self._campaign_id(),
                self.rail.options(),
                first_time,
                self._however_many,
            )
        )

    def _take(self, made: Made) -> None:
        if made.asked != self._asked:
            return
        self._made = made
        self.campaign.set_options(Option(str(c.id), c.name, c.requests) for c in made.campaigns)
        self.campaign.set_ticked(() if made.campaign_id is None else {str(made.campaign_id)})
        self.rail.say_problem("")
        self.rail.set_ready(made.pages is not None)
        self.bar.setVisible(made.pages is not None)
        if made.summary is None:
            self._say_many(made.requests)
            return
        self.header.say_beside(self._said_of(made.summary))
        self.rail.show_details(details_of(made.summary))
        if made.pages is None:
            self.stack.setCurrentWidget(self.empty)
        else:
            self.stack.setCurrentWidget(self.view)
            self.view.show_pages(made.pages)

    def _say_many(self, number: int) -> None:
        self.header.say_beside("")
        self.many.say(
            self.tr("{0} are many for one summary").format(counted(number, "request")),
            self.tr(
                "Choose a campaign above. All of them can be put into one: that takes long, "
                "and you can stop it."
            ),
        )
        self.stack.setCurrentWidget(self.many)

    def _say_stopped(self) -> None:
        self.failed.say(self.tr("The summary was not made"), self.tr("You stopped it."))
        self.stack.setCurrentWidget(self.failed)
        self.bar.hide()

    def _said_of(self, summary: Summary) -> str:
        if summary.campaign:
            return self.tr("Summary of {0}").format(summary.title)
        return self.tr("Summary of {0}").format(counted(len(summary.requests), "request"))

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, PlainError | DeskError):
            self.failed.say(self.tr("The summary could not be made"), told(problem))
            self.stack.setCurrentWidget(self.failed)
            self.bar.hide()
        else:
            show_as_bug(problem)

    def _draw(self, wanted: list[int], dots: float) -> None:
        pages = self.view.pages()
        if pages is not None:
            self._workspace.read(
                lambda: render(pages, wanted, dots),
                lambda pictures: self.view.take(pages, pictures, dots),
            )

    # Giving it away

    def _save(self) -> None:
        made = self._made
        if made is None or made.pages is None or made.summary is None:
            return
        data = made.pages.data
        name = suggested_name(made.summary.title, made.summary.made_on)
        path = ask_where(self, name)
        if path is None:
            return

        def saved(_: object) -> None:
            remembered.remember(FOLDER, str(path.parent))
            self.rail.say_problem("")
            self._workspace.notice.emit(self.tr("Saved {0}").format(str(path)), False)

        label = self.tr("Saving the summary")
        self._workspace.read(lambda: write_pdf(path, data), saved, self._refused, label)

    def _print(self) -> None:
        from ui.reports.printing import ask_printer, print_pages

        made = self._made
        if made is None or made.pages is None or made.summary is None:
            return
        pages = made.pages
        printer = ask_printer(self, pages, made.summary.title)
        if printer is None:
            return

        def printed(count: int) -> None:
            self.rail.say_problem("")
            sent = self.tr("Sent {0} to the printer").format(counted(count, "page"))
            self._workspace.notice.emit(sent, False)

        label = self.tr("Printing the summary")
        self._workspace.read(lambda: print_pages(printer, pages), printed, self._refused, label)

    def _refused(self, problem: Exception) -> None:
        """The file or the paper was refused: say so beside the buttons."""
        if isinstance(problem, PlainError):
            self.rail.say_problem(told(problem))
        else:
            show_as_bug(problem)

    # Size and coming up

    def showEvent(self, event: QShowEvent) -> None:
        """Make the summary when the page comes up and what it shows is out of date."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choices stand beside the pages where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _toggle_rail(self, on: bool) -> None:
        self._rail_wanted = on
        self._fit()
        if on:
            self.rail.box("headline").setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        narrow = self.window().width() < NARROW
        self.choices.setVisible(narrow)
        self.choices.setChecked(self._rail_wanted)
        self.rail.setVisible(not narrow or self._rail_wanted)
