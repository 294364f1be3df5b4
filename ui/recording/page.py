"""Record response: the document on the left, what was found in it on the right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QSplitter, QTabBar, QVBoxLayout, QWidget

from foitrack.desk import requests, responses
from foitrack.desk.views import (
    Changed,
    FindingStatus,
    Proposal,
    ProposedFinding,
    RequestFilter,
    RequestRow,
    SortKey,
)
from foitrack.reading.findings import Place
from ui import theme
from ui.recording.decisions import Decisions
from ui.recording.fields_pane import FieldsPane
from ui.recording.footer import RecordFooter
from ui.recording.header import RecordHeader
from ui.recording.marks import Numbered, numbered, own_request
from ui.recording.request_choice import RequestChoice
from ui.recording.text_view import TextView

if TYPE_CHECKING:
    from ui.workspace import Workspace

NARROW = 1000
"""Below this width of the page, document and fields are tabs instead of sides."""
CHOICES = 200
DOCUMENT, FIELDS = 0, 1
"""The tabs of a narrow page."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A proposal with what the page needs to show it."""

    proposal: Proposal
    request: RequestRow | None
    candidates: tuple[RequestRow, ...]


class RecordPage(QWidget):
    """Selecting either side outlines the other; nothing is saved until the person confirms."""

    finished = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recordPage")
        self._workspace = workspace
        self._decisions: Decisions | None = None
        self._loaded: Loaded | None = None
        self._wanted_place: Place | None = None
        self._numbered = Numbered((), {})
        self._sittings: dict[int, Decisions] = {}
        self._narrow = False
        self.header = RecordHeader(self)
        self.choice = RequestChoice(self)
        self.document = TextView()
        self.fields = FieldsPane()
        self.footer = RecordFooter(self)
        self._lay_out()
        self._connect()

    # -- layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._tabs = QTabBar(self)
        self._tabs.addTab(self.tr("Document"))
        self._tabs.addTab(self.tr("Fields"))
        self._tabs.setAccessibleName(self.tr("Document or fields"))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._right = QWidget()
        self._right.setObjectName("recordFields")
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.fields, 1)
        right.addWidget(self.footer)
        self._left = QWidget()
        theme.ground(self._left, "window")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(24, 16, 24, 0)
        left.addWidget(self.document)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(0, 60)
        self._splitter.setStretchFactor(1, 40)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.choice)
        column.addWidget(self._tabs)
        column.addWidget(self._splitter, 1)
        self._tabs.hide()

    def _connect(self) -> None:
        self.header.back.connect(self.leave)
        self.header.search_asked.connect(self._search)
        self.header.original_wanted.connect(self._open_original)
        self.choice.request_chosen.connect(self._attach)
        self.document.mark_chosen.connect(self._choose_by_number)
        self.fields.chosen.connect(self._outline)
        self.fields.changed.connect(self._show_footer)
        self.fields.source_wanted.connect(self._show_place)
        self.fields.provision_typed.connect(self._add_provision)
        self.fields.file_wanted.connect(self._add_file)
        self.footer.save.connect(self.save)
        self.footer.confirm_sure.connect(self._confirm_sure)
        self.footer.discard.connect(self._discard)
        self.footer.leave.connect(self.leave)
        self.choice.log_wanted.connect(lambda: self._workspace.navigate.emit("new-request", None))
        self._workspace.changed.connect(self._hear)
        self._tabs.currentChanged.connect(self._show_tab)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        if narrow and not self._narrow and self._holds_focus(self._right):
            # What is typed into must not go out of sight, and the keyboard with it.
            self._tabs.setCurrentIndex(FIELDS)
        self._narrow = narrow
        self._tabs.setVisible(narrow)
        self._show_tab(self._tabs.currentIndex())
        if not narrow:
            self._splitter.setSizes([self.width() * 60 // 100, self.width() * 40 // 100])

    def _holds_focus(self, side: QWidget) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and side.isAncestorOf(focus)

    def _show_tab(self, index: int) -> None:
        self._left.setVisible(not self._narrow or index == DOCUMENT)
        self._right.setVisible(not self._narrow or index == FIELDS)

    def foot_height(self) -> int:
        """Pixels at the foot that a notice must not cover."""
        return self.footer.height() if self.footer.isVisible() else 0

    # -- loading ------------------------------------------------------------------------------

    def show_argument(self, argument: object) -> None:
        """Open a proposal by its id, or a pair of its id and the place to show in it."""
        place: Place | None = None
        if isinstance(argument, tuple):
            argument, place = argument
        if not isinstance(argument, int):
            return
        self._wanted_place = place
        proposal_id = argument
        self._workspace.tasks.run(
            lambda: self._load(proposal_id), self._show, self._complain, label=self.tr("Reading")
        )

    def _load(self, proposal_id: int) -> Loaded:
        desk, today = self._workspace.desk, self._workspace.today
        proposal = responses.proposal(desk, proposal_id)
        if proposal.request_id is not None:
            [row] = requests.rows(desk, [proposal.request_id], today=today)
            return Loaded(proposal, row, ())
        likely = responses.match(desk, proposal_id)
        every = requests.ids(desk, RequestFilter(), SortKey.URGENCY, False, today=today)
        ids = [*likely, *(i for i in every if i not in likely)][:CHOICES]
        return Loaded(proposal, None, requests.rows(desk, ids, today=today))

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._decisions = self._sitting(loaded.proposal)
        self._numbered = numbered(loaded.proposal)
        self.header.show_proposal(loaded.proposal, loaded.request)
        self.choice.show_candidates(loaded.request, loaded.candidates)
        self.document.show_document(
            loaded.proposal.text or loaded.proposal.error or "",
            self._numbered.marks,
            about=own_request(loaded.proposal.findings, self.tr("your own request")),
        )
        self._show_fields()
        if self._wanted_place is not None:
            self._show_place(self._wanted_place)
        elif self._decisions.left_open() or not loaded.proposal.recorded:
            self._tabs.setCurrentIndex(FIELDS)
            self.fields.focus_first_open()

    def _sitting(self, proposal: Proposal) -> Decisions:
        """What was decided and not saved yet, so that going away and back loses nothing."""
        before = self._sittings.get(proposal.id)
        made = before.of(proposal) if before is not None else Decisions(proposal)
        self._sittings[proposal.id] = made
        return made

    def decided(self, finding: ProposedFinding) -> FindingStatus:
        """What stands for a finding in this sitting."""
        assert self._decisions is not None
        return self._decisions.status(finding)

    def _show_fields(self) -> None:
        assert self._decisions is not None
        self.fields.show_decisions(self._decisions, self._numbered.numbers)
        self._show_footer()
        before: QWidget = self.document
        for stop in (*self.fields.stops(), *self.footer.stops()):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _hear(self, change: Changed) -> None:
        """Something was written elsewhere: a request logged, a step undone."""
        if self._loaded is None or self._decisions is None or not self.isVisible():
            return
        proposal_id = self._loaded.proposal.id
        self._workspace.tasks.run(lambda: self._load(proposal_id), self._hear_more, self._complain)

    def _hear_more(self, loaded: Loaded) -> None:
        before = self._loaded
        if before is None or self._decisions is None or loaded.proposal.id != before.proposal.id:
            return
        self.choice.show_candidates(loaded.request, loaded.candidates)
        if (loaded.proposal, loaded.request) != (before.proposal, before.request):
            self._show(loaded)
        else:
            self._loaded = loaded

    def _search(self, words: str) -> None:
        if words.strip() and not self.document.find_next(words):
            said = self.tr("“{0}” is not in this document.").format(words)
            self._workspace.notice.emit(said, False)
        elif words.strip():
            self._tabs.setCurrentIndex(DOCUMENT)

    def _complain(self, problem: Exception) -> None:
        self._workspace.notice.emit(str(problem), False)

    # -- the two sides ------------------------------------------------------------------------

    def _choose_by_number(self, number: int) -> None:
        for finding_id in self._numbered.findings_of(number)[:1]:
            self._tabs.setCurrentIndex(FIELDS)
            self.fields.choose(finding_id)

    def _outline(self, finding_id: int) -> None:
        self.document.choose(self._numbered.numbers.get(finding_id))

    def _show_place(self, place: object) -> None:
        if isinstance(place, Place) and place.start is not None:
            self._tabs.setCurrentIndex(DOCUMENT)
            self.document.show_span(place.start, place.end or place.start + 1)

    # -- saving -------------------------------------------------------------------------------

    def _show_footer(self) -> None:
        assert self._decisions is not None
        attached = self._loaded is not None and self._loaded.request is not None
        self.footer.show_state(self._decisions, attached)

    def _add_provision(self, typed: str) -> None:
        assert self._decisions is not None
        desk, proposal_id = self._workspace.desk, self._decisions.proposal.id

        def done(provision: str) -> None:
            if self._decisions is None or provision in self._decisions.added_provisions:
                return
            self._decisions.added_provisions += (provision,)
            self._show_fields()

        self._workspace.tasks.run(
            lambda: responses.provision_typed(desk, proposal_id, typed), done, self._complain
        )

    def _add_file(self) -> None:
        from ui.recording.intake import record_files

        assert self._loaded is not None
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add a file of this response"))
        request_id = self._loaded.proposal.request_id
        if names:
            record_files(self._workspace, [Path(name) for name in names], request_id)

    def _confirm_sure(self) -> None:
        assert self._decisions is not None
        self._decisions.confirm_sure()
        self.fields.refresh()
        self._show_footer()
        self.fields.focus_first_open()

    def save(self) -> None:
        """Save what was confirmed; the rest stays a proposal."""
        if self._decisions is None or not self.footer.can_save():
            return
        proposal_id, decisions = self._decisions.proposal.id, self._decisions.to_save()
        desk, today = self._workspace.desk, self._workspace.today
        self.footer.set_busy()
        self._workspace.tasks.run(
            lambda: responses.record(desk, proposal_id, decisions, today=today),
            self._saved,
            self._not_saved,
            label=self.tr("Saving"),
        )

    def _saved(self, changed: Changed) -> None:
        self._workspace.changed.emit(changed)
        self._workspace.notice.emit(changed.undo_label, True)
        request = self._loaded.request if self._loaded else None
        if self._decisions is not None:
            self._sittings.pop(self._decisions.proposal.id, None)
        self._decisions = None
        self.finished.emit()
        self._workspace.navigate.emit("requests", request.id if request else None)

    def _not_saved(self, problem: Exception) -> None:
        self._show_footer()
        self._workspace.notice.emit(str(problem), False)

    def _attach(self, request_id: int) -> None:
        assert self._loaded is not None
        proposal_id, desk = self._loaded.proposal.id, self._workspace.desk

        def done(changed: Changed) -> None:
            self._workspace.changed.emit(changed)
            self.show_argument(proposal_id)

        self._workspace.tasks.run(
            lambda: responses.attach(desk, proposal_id, request_id), done, self._complain
        )

    def _discard(self) -> None:
        """Put the proposal away; the file stays in the case file, and Undo brings it back."""
        assert self._loaded is not None
        desk, proposal_id = self._workspace.desk, self._loaded.proposal.id

        def done(changed: Changed) -> None:
            self._sittings.pop(proposal_id, None)
            self.leave()

        # Its own change is nothing to show again: the page is on its way out.
        self._decisions = None
        self._workspace.write(lambda: responses.discard(desk, proposal_id), done)

    def leave(self) -> None:
        """Go back; the document stays as it was kept, with its proposals."""
        request = self._loaded.request if self._loaded else None
        self.finished.emit()
        self._workspace.navigate.emit(*(("requests", request.id) if request else ("today", None)))

    def _open_original(self) -> None:
        from ui.recording.original import open_original

        assert self._loaded is not None
        for document in self._loaded.proposal.documents[:1]:
            open_original(self._workspace, document)
