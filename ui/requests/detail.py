"""The detail of one request: head, clock, tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from foitrack.desk.views import CaseFilter, Changed, RequestDetail
from foitrack.errors import PlainError
from foitrack.law.terms import Deadline, DeadlineKind, Standing
from ui import theme
from ui.core_words import all_told, told
from ui.requests.answer_clock import answer_strip, start_word
from ui.requests.case_data_tab import CaseDataTab
from ui.requests.deeds import Deeds
from ui.requests.detail_header import DetailHeader
from ui.requests.detail_loading import Loaded, load
from ui.requests.detail_tabs import HELP, DetailTabs
from ui.requests.document_copies import DocumentCopies
from ui.requests.exemptions_tab import ExemptionsTab
from ui.requests.history_tab import HistoryTab
from ui.requests.notes_tab import NotesTab
from ui.requests.request_drops import OverDetail, RequestDrops
from ui.requests.responses_tab import ResponsesTab
from ui.requests.review_tab import ReviewTab
from ui.requests.timeline_tab import TimelineTab
from ui.requests.why_date import WhyDatePopover
from ui.tasks import show_as_bug
from ui.widgets.clock_strip import ClockStrip
from ui.widgets.current_pages import CurrentPages
from ui.widgets.empty_state import EmptyState
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import rule

if TYPE_CHECKING:
    from ui.workspace import Workspace

SETTLE_MS = 60
"""Holding an arrow key down goes through the list without asking for each request."""
LEAST_TAB = 96
"""Pixels at 100 % text that a tab has below its name; with less the whole pane scrolls."""


class RequestDetailPane(InTurns):
    """Shows one request; what is done here is done through the desk, with undo."""

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        self.setObjectName("requestDetail")
        self._workspace = workspace
        self._wanted: int | None = None
        self._wanted_tab: str | None = None
        self._detail: RequestDetail | None = None
        self._why: WhyDatePopover | None = None
        self._then: Callable[[], object] | None = None
        theme.ground(self, "surface")
        self.deeds = Deeds(workspace, self)
        self.copies = DocumentCopies(workspace, self)
        self.drops = RequestDrops(workspace, self, OverDetail(self))
        self.header = DetailHeader()
        self.strip = ClockStrip()
        self.tabs = DetailTabs()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self._lay_out()
        yield
        yield from self._make_tabs()
        self._connect()
        self._show_nothing()

    # What is shown

    def request_id(self) -> int | None:
        """The request that is shown or on its way."""
        return self._wanted

    def detail(self) -> RequestDetail | None:
        """What is shown now."""
        return self._detail

    def show_request(
        self, request_id: int | None, tab: str | None = None, *, at_once: bool = False
    ) -> None:
        """Show a request once the keys have come to rest, or at once; None shows nothing."""
        self._wanted_tab = tab or self._wanted_tab
        if request_id == self._wanted and self._detail is not None:
            if at_once and self._settle.isActive():
                # What is shown may be from before: it was to be asked for once the keys rested.
                self._ask()
            self._open_wanted_tab()
            return
        self._wanted, self._then = request_id, None
        # What is still on the screen is another request: nothing may be done to it any more.
        self.deeds.show(None)
        if request_id is None:
            self._show_nothing()
        elif at_once or self._detail is None:
            self._ask()
        else:
            self._settle.start()

    def when_shown(self, deed: Callable[[], object]) -> None:
        """Do something to the request that was chosen: now, or once it has been fetched."""
        if self._detail is not None and self._detail.row.id == self._wanted:
            deed()
        elif self._wanted is not None:
            self._then = deed
            self._ask()

    def hear(self, change: Changed) -> None:
        """Refresh where the change names this request, or names none."""
        if self._wanted is not None and (
            not change.request_ids or self._wanted in change.request_ids
        ):
            self._ask()

    def show_tab(self, name: str) -> None:
        """Bring a tab up by its name (one of `TABS`)."""
        self.tabs.bring(name)

    def _ask(self) -> None:
        self._settle.stop()
        request_id, workspace = self._wanted, self._workspace
        if request_id is not None:
            workspace.read(
                partial(load, workspace.desk, request_id, workspace), self._take, self._miss
            )

    def _take(self, loaded: Loaded) -> None:
        detail = all_told(loaded.detail)
        if detail.row.id != self._wanted:
            return
        self._detail = detail
        self.deeds.show(detail)
        self.stack.setCurrentWidget(self._scroll)
        calendars, today = self._workspace.desk.reference.calendars, self._workspace.today
        self.header.show_detail(detail, today)
        self.strip.show_strip(answer_strip(detail, calendars, today), start_word(detail))
        self.timeline.show_detail(detail)
        self.responses.show_detail(detail)
        self.exemptions.show_detail(detail)
        self.review.show_detail(detail, calendars, today)
        self.cases.expect(detail)
        self.cases.show_rows(loaded.cases)
        self.notes.show_notes(detail.row.id, detail.notes)
        self.history.show_entries(loaded.history)
        self.tabs.say_numbers(detail)
        self._open_wanted_tab()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _miss(self, problem: Exception) -> None:
        if not isinstance(problem, PlainError):
            show_as_bug(problem)
        self._show_nothing()
        self.nothing.say(self.tr("This request cannot be shown."), told(problem))

    def _show_nothing(self) -> None:
        self._detail = self._then = None
        self.deeds.show(None)
        self.nothing.say(self.tr("No request chosen"))
        self.stack.setCurrentWidget(self.nothing)

    # Tabs

    def _open_wanted_tab(self) -> None:
        if self._wanted_tab is not None and self._detail is not None:
            self.show_tab(self._wanted_tab)
            self._wanted_tab = None

    # Why this date

    def explain_due(self) -> None:
        """Say why the last day for the answer is what it is."""
        deadline = self._detail.reckoning.of(DeadlineKind.RESPONSE) if self._detail else None
        if deadline is not None:
            self.explain(deadline, self.header.due)

    def explain(self, deadline: Deadline, anchor: QWidget) -> None:
        """Explain a last day beside the widget that shows it."""
        if self._detail is None:
            return
        if self._why is None or self._why.parent() is not self.window():
            self._why = WhyDatePopover(self.window())
            self._why.change_wanted.connect(self.deeds.change_dates)
        reference = self._workspace.desk.reference
        self._why.explain(deadline, self._detail.row.regime, reference.calendars)
        self._why.open_at(anchor)

    def why_popover(self) -> WhyDatePopover | None:
        """The popover, once it has been opened."""
        return self._why

    def help_section(self) -> str:
        """The section of the guide for the tab that is shown."""
        return HELP[self.tabs.current_name()]

    # Layout

    def _make_tabs(self) -> Iterator[None]:
        """The page of each tab, in its place."""
        self.timeline = TimelineTab()
        self.responses = ResponsesTab()
        self.exemptions = ExemptionsTab()
        for page in (self.timeline, self.responses, self.exemptions):
            self.pages.addWidget(page)
        yield
        self.review = ReviewTab()
        self.cases = CaseDataTab()
        self.notes = NotesTab()
        self.history = HistoryTab()
        for after in (self.review, self.cases, self.notes, self.history):
            self.pages.addWidget(after)
        yield

    def _lay_out(self) -> None:
        self.nothing = EmptyState(self.tr("No request chosen"))
        self.pages = CurrentPages()
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(_inset(self.strip, 24, 6))
        column.addWidget(_inset(self.tabs, 24, 0))
        column.addWidget(rule())
        column.addWidget(self.pages, 1)
        self.pages.setMinimumHeight(theme.px(LEAST_TAB))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._whole)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self._scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        deeds = self.deeds
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.header.why_wanted.connect(self.explain_due)
        self.header.action_wanted.connect(deeds.act)
        self.header.menu.aboutToShow.connect(self._fill_menu)
        self.timeline.record_wanted.connect(deeds.record_event)
        self.timeline.correct_wanted.connect(deeds.correct)
        self.responses.open_wanted.connect(deeds.open_document)
        self.responses.read_wanted.connect(deeds.read)
        self.responses.add_wanted.connect(deeds.add_document)
        self.responses.record_wanted.connect(deeds.record_response)
        self.responses.save_wanted.connect(self.copies.save)
        self.responses.grab_wanted.connect(self.copies.prepare)
        self.exemptions.read_wanted.connect(deeds.read)
        self.exemptions.standing_chosen.connect(self._set_standing)
        self.review.ask_wanted.connect(deeds.ask_review)
        self.review.outcome_wanted.connect(deeds.review_outcome)
        self.review.why_wanted.connect(self.explain)
        self.cases.open_wanted.connect(self._open_cases)
        self.notes.save_wanted.connect(deeds.save_notes)

    def _fill_menu(self) -> None:
        self.deeds.fill(self.header.menu)

    def _set_standing(self, provision_id: int, standing: Standing) -> None:
        self.deeds.provision_standing(provision_id, standing)

    def _open_cases(self) -> None:
        self._workspace.navigate.emit("casedata", CaseFilter(request_id=self._wanted))


def _inset(widget: QWidget, side: int, above: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(side, above, side, 0)
    column.addWidget(widget)
    return holder
