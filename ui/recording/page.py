"""Record response: the document on the left, what was found in it on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from foitrack.desk.views import Changed, FindingStatus, Proposal, ProposedFinding
from ui.core_words import told
from ui.recording.case_facts import CaseFacts
from ui.recording.crossing import Crossing
from ui.recording.decisions import Decisions
from ui.recording.deeds import RecordDeeds
from ui.recording.document_side import DocumentSide
from ui.recording.fields_pane import FieldsPane
from ui.recording.footer import RecordFooter
from ui.recording.header import RecordHeader
from ui.recording.letter_loading import LetterLoading
from ui.recording.loading import Loaded
from ui.recording.reading_strip import ReadingStrip
from ui.recording.reading_watch import ReadingWatch
from ui.recording.request_choice import RequestChoice
from ui.recording.right_side import RightSide
from ui.recording.sides import DOCUMENT, FIELDS, TwoSides
from ui.recording.sittings import Sittings
from ui.recording.sources import Sources
from ui.recording.way_out import go_back, go_on_without, go_to_parts
from ui.widgets.in_turns import InTurns

if TYPE_CHECKING:
    from ui.workspace import Workspace


class RecordPage(InTurns):
    """Selecting either side outlines the other; nothing is saved until the person confirms."""

    finished = Signal()

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        self.setObjectName("recordPage")
        self._workspace = workspace
        self._decisions: Decisions | None = None
        self.loading = LetterLoading(workspace, self)
        self._sittings = Sittings(workspace, self)
        self.deeds = RecordDeeds(workspace, self)
        self.header = RecordHeader(self)
        self.choice = RequestChoice(self)
        yield
        self.strip = ReadingStrip(self)
        self.watch = ReadingWatch(workspace, self.strip)
        self.document = DocumentSide(workspace)
        yield
        self.fields = FieldsPane()
        self.footer = RecordFooter(self)
        yield
        self._lay_out()
        self._connect()
        self._connect_keys()

    # -- layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.right = RightSide(self.fields, self.footer)
        self.sides = TwoSides(self.document, self.right, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.choice)
        column.addWidget(self.strip)
        column.addWidget(self.sides, 1)
        shown = (self.header, self.document, self.fields, self.sides)
        self.crossing = Crossing(self._workspace, *shown)

    def _connect(self) -> None:
        self.header.back.connect(self.leave)
        self.header.original_wanted.connect(self._open_original)
        self.choice.request_chosen.connect(self._attach)
        self.choice.log_wanted.connect(lambda: self._workspace.navigate.emit("new-request", None))
        self.fields.changed.connect(self._show_state)
        self.fields.provision_typed.connect(self._add_provision)
        self.fields.provision_taken_back.connect(self._take_back)
        self.fields.file_wanted.connect(self._add_file)
        for wanted, deed in (
            (self.fields.remap_wanted, self.deeds.remap),
            (self.fields.learn_wanted, self.deeds.learn),
            (self.fields.make_wanted, self.deeds.make_columns),
        ):
            wanted.connect(lambda what, its=deed: self._do(its, what))
        self.footer.save.connect(self.save)
        self.footer.confirm_sure.connect(self._confirm_sure)
        self.footer.discard.connect(self._discard)
        self.footer.leave.connect(self.leave)
        self._workspace.changed.connect(self._hear)
        self.loading.came.connect(self._show)
        self.loading.changed.connect(self._show_news)
        self.loading.looked_at.connect(self._looked_at)
        self.loading.gone.connect(self._gone)
        self.loading.failed.connect(self._complain)
        self.watch.begun.connect(self._show_beginning)
        self.watch.split.connect(self._show_split)
        self.watch.came_again.connect(self._leave_copy)

    def _connect_keys(self) -> None:
        for key in ("Ctrl+Return", "Ctrl+Enter", QKeySequence.StandardKey.Save):
            QShortcut(QKeySequence(key), self, self.save)
        self.document.look_of.page.add_keys(self)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.leave)

    def foot_height(self) -> int:
        """Pixels at the foot that a notice must not cover."""
        return self.footer.height() if self.footer.isVisible() else 0

    def focus_search(self) -> None:
        """Put the keyboard into the field to search the document."""
        self.header.focus_search()

    # -- loading ------------------------------------------------------------------------------

    def show_argument(self, argument: object) -> None:
        """Open a proposal by its id, or by its id, a place to show and that place's document."""
        self.loading.open(argument)

    def _show(self, loaded: Loaded, *, again: bool = False) -> None:
        """Show what was loaded; `again` leaves the person where they are."""
        self._decisions = self._sittings.of(loaded)
        self.choice.show_candidates(loaded.request, loaded.candidates)
        self._fill(self._decisions, loaded.sources, loaded.facts)
        self.watch.watch(loaded.proposal)
        if again:
            return
        if self.loading.place is not None:
            self.sides.bring(DOCUMENT)
            self.document.show_place(*self.loading.place)
        elif self._decisions.left_open() or not loaded.proposal.recorded:
            self.sides.bring(FIELDS)
            self.fields.focus_first_open()

    def _fill(
        self,
        decisions: Decisions,
        sources: Sources,
        facts: CaseFacts | None = None,
        *,
        early: bool = False,
    ) -> None:
        self.crossing.marked = sources.marked
        self.document.show_proposal(decisions.proposal, sources)
        self.crossing.show_looks()
        self.fields.show_decisions(decisions, sources, facts)
        self.fields.set_open(not early)
        self._show_state()
        self.right.follow(self.document.text)

    def decided(self, finding: ProposedFinding) -> FindingStatus:
        """What stands for a finding in this sitting."""
        assert self._decisions is not None
        return self._decisions.status(finding)

    def _hear(self, change: Changed) -> None:
        if self._decisions is not None and self.isVisible():
            self.loading.look_again()

    def _show_news(self, loaded: Loaded, stay: bool) -> None:
        if self._decisions is not None:
            self._show(loaded, again=stay)

    def _looked_at(self, loaded: Loaded) -> None:
        if self._decisions is not None:
            self.choice.show_candidates(loaded.request, loaded.candidates)

    def _gone(self) -> None:
        """A step back took the response away: there is nothing to stay for."""
        if self.isVisible() and self._decisions is not None:
            self._decisions = None
            self.finished.emit()
            go_on_without(self._workspace)

    def _complain(self, problem: Exception) -> None:
        self._workspace.notice.emit(told(problem), False)

    # -- reading ------------------------------------------------------------------------------

    def _show_beginning(self, shown: Proposal, sources: Sources) -> None:
        """Show what the first pages say; nothing of it can be decided yet."""
        self._fill(Decisions(shown), sources, early=True)

    def _show_split(self, parts: tuple[int, ...]) -> None:
        """The file held several answers: show the one, or the list of them."""
        if self.isVisible():
            self._decisions = None
            go_to_parts(self._workspace, parts)

    def _leave_copy(self) -> None:
        """The same file had come before; this copy of it was put away."""
        if self.isVisible():
            self._decisions = None
            self.leave()

    def _open_original(self) -> None:
        shown = self.document.shown_document()
        if shown is not None:
            self.deeds.open_original(shown)

    # -- deciding and saving ------------------------------------------------------------------

    def _show_state(self) -> None:
        """Say in the head and at the foot what has been decided."""
        assert self._decisions is not None
        request = self.loading.loaded.request if self.loading.loaded is not None else None
        self.header.show_proposal(self._decisions.proposal, request, self._decisions.letter())
        self.footer.show_state(self._decisions, request is not None)
        self._sittings.touched()

    def _add_provision(self, typed: str) -> None:
        decisions = self._decisions
        assert decisions is not None

        def done(provision: str) -> None:
            if decisions is self._decisions and provision not in decisions.added_provisions:
                decisions.added_provisions += (provision,)
                self._fields_anew()

        self.deeds.look_up(decisions.proposal.id, typed, done)

    def _take_back(self, provision: str) -> None:
        assert self._decisions is not None
        kept = (one for one in self._decisions.added_provisions if one != provision)
        self._decisions.added_provisions = tuple(kept)
        self._fields_anew()

    def _fields_anew(self) -> None:
        assert self.loading.loaded is not None and self._decisions is not None
        self.fields.show_decisions(
            self._decisions, self.loading.loaded.sources, self.loading.loaded.facts
        )
        self._show_state()
        self.right.follow(self.document.text)

    def _add_file(self) -> None:
        if self.loading.loaded is not None:
            self.deeds.add_files(self.loading.loaded.proposal)

    def _do(self, deed: Callable[[int, Any], None], wanted: object) -> None:
        """What is asked for of the tables of the letter that is shown."""
        if self.loading.loaded is not None:
            deed(self.loading.loaded.proposal.id, wanted)

    def _confirm_sure(self) -> None:
        assert self._decisions is not None
        self._decisions.confirm_sure()
        self.fields.refresh()
        self._show_state()
        self.fields.focus_first_open()

    def save(self) -> None:
        """Save what was confirmed; the rest stays a proposal.

        Where the request is not known yet, the keyboard goes to where it is chosen.
        """
        if self._decisions is not None and self.footer.can_save():
            self.footer.set_busy()
            self.deeds.save(self._decisions, self._saved, self._show_state)
        elif self.choice.isVisible():
            self.choice.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self) -> None:
        if self._decisions is not None:
            self._sittings.over(self._decisions.proposal.id)
        self._decisions = None
        self.leave()

    def _attach(self, request_id: int) -> None:
        if self.loading.loaded is not None:
            proposal_id = self.loading.loaded.proposal.id
            self.deeds.attach(proposal_id, request_id, lambda: self.show_argument(proposal_id))

    def _discard(self) -> None:
        """Put the proposal away; the file stays in the case file, and Undo brings it back."""
        assert self.loading.loaded is not None
        proposal_id = self.loading.loaded.proposal.id

        def done() -> None:
            self._sittings.over(proposal_id)
            self.leave()

        # Its own change is nothing to show again: the page is on its way out.
        self._decisions = None
        self.deeds.discard(proposal_id, done)

    def leave(self) -> None:
        """Go back; the document stays as it was kept, with its proposals."""
        self.finished.emit()
        go_back(self._workspace, self.loading.loaded)
