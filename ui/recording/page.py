"""Record response: the document on the left, what was found in it on the right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from foitrack.desk import drafts
from foitrack.desk.views import Changed, DeskError, FindingStatus, Proposal, ProposedFinding
from foitrack.reading.findings import Place
from ui import theme
from ui.keeping_drafts import DraftKeeper
from ui.recording.case_facts import CaseFacts
from ui.recording.columns_box import Remap
from ui.recording.decisions import Decisions
from ui.recording.deeds import RecordDeeds
from ui.recording.document_side import BOTH, DocumentSide
from ui.recording.early_findings import is_unread
from ui.recording.fields_pane import FieldsPane
from ui.recording.footer import RecordFooter
from ui.recording.header import RecordHeader
from ui.recording.kept_decisions import as_text, restored
from ui.recording.loading import Loaded, load
from ui.recording.marks import Numbered
from ui.recording.reading_strip import ReadingStrip
from ui.recording.reading_watch import ReadingWatch
from ui.recording.request_choice import RequestChoice
from ui.recording.sides import DOCUMENT, FIELDS, TwoSides
from ui.recording.sources import Sources
from ui.recording.unknown_box import Learn
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
        self._loaded: Loaded | None = None
        self._wanted_id: int | None = None
        self._wanted_place: tuple[Place, int | None] | None = None
        self._marked = Numbered((), {})
        self._sittings: dict[int, Decisions] = {}
        self._keeper = DraftKeeper(workspace, self._begun, self)
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
        right = _RightSide(self.fields, self.footer)
        self.sides = TwoSides(self.document, right, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.choice)
        column.addWidget(self.strip)
        column.addWidget(self.sides, 1)

    def _connect(self) -> None:
        self.header.back.connect(self.leave)
        self.header.search_asked.connect(self._search)
        self.header.original_wanted.connect(self._open_original)
        self.header.look_wanted.connect(self.document.set_look)
        self.choice.request_chosen.connect(self._attach)
        self.choice.log_wanted.connect(lambda: self._workspace.navigate.emit("new-request", None))
        self.document.mark_chosen.connect(self._choose_by_number)
        self.document.looks_changed.connect(self._show_looks)
        self.fields.chosen.connect(self._outline)
        self.fields.changed.connect(self._show_state)
        self.fields.source_wanted.connect(self._show_case)
        self.fields.provision_typed.connect(self._add_provision)
        self.fields.provision_taken_back.connect(self._take_back)
        self.fields.file_wanted.connect(self._add_file)
        self.fields.remap_wanted.connect(self._remap)
        self.fields.learn_wanted.connect(self._learn)
        self.footer.save.connect(self.save)
        self.footer.confirm_sure.connect(self._confirm_sure)
        self.footer.discard.connect(self._discard)
        self.footer.leave.connect(self.leave)
        self._workspace.changed.connect(self._hear)
        self.watch.begun.connect(self._show_beginning)
        self.watch.split.connect(self._show_split)
        self.watch.came_again.connect(self._leave_copy)

    def _connect_keys(self) -> None:
        page = self.document.look_of.page
        keys = {
            "Ctrl+Return": self.save,
            "Ctrl+Enter": self.save,
            "Ctrl++": lambda: page.zoom(larger=True),
            "Ctrl+=": lambda: page.zoom(larger=True),
            "Ctrl+-": lambda: page.zoom(larger=False),
            "Ctrl+0": page.fit,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self, does)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.leave)

    def foot_height(self) -> int:
        """Pixels at the foot that a notice must not cover."""
        return self.footer.height() if self.footer.isVisible() else 0

    def show_page_beside_text(self) -> None:
        """Show the document's pages, with its text beside them where there is room."""
        self.sides.bring(DOCUMENT)
        self.document.set_look(BOTH)
        self._show_looks()

    def focus_search(self) -> None:
        """Put the keyboard into the field to search the document."""
        self.header.focus_search()

    # -- loading ------------------------------------------------------------------------------

    def show_argument(self, argument: object) -> None:
        """Open a proposal by its id, or by its id, a place to show and that place's document."""
        self._wanted_place = None
        if isinstance(argument, tuple):
            argument, place, *document = argument
            if isinstance(place, Place):
                self._wanted_place = (place, document[0] if document else None)
        if isinstance(argument, int):
            self._wanted_id = argument
            self._load(argument, self._show)

    def _load(self, proposal_id: int, done: object, failed: object = None) -> None:
        desk, today = self._workspace.desk, self._workspace.today
        self._workspace.tasks.run(
            lambda: load(desk, proposal_id, today),
            done,  # type: ignore[arg-type]
            failed or self._complain,  # type: ignore[arg-type]
            label=self.tr("Opening the document"),
        )

    def _show(self, loaded: Loaded, *, again: bool = False) -> None:
        """Show what was loaded; `again` leaves the person where they are."""
        if loaded.proposal.id != self._wanted_id:
            return
        self._loaded = loaded
        self._decisions = self._sitting(loaded)
        self.choice.show_candidates(loaded.request, loaded.candidates)
        self._fill(self._decisions, loaded.sources, loaded.facts)
        self.watch.watch(loaded.proposal)
        if again:
            return
        if self._wanted_place is not None:
            self.sides.bring(DOCUMENT)
            self.document.show_place(*self._wanted_place)
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
        self._marked = sources.marked
        self.document.show_proposal(decisions.proposal, sources)
        self._show_looks()
        self.fields.show_decisions(decisions, sources, facts)
        self.fields.set_open(not early)
        self._show_state()
        self._order_stops()

    def _sitting(self, loaded: Loaded) -> Decisions:
        """What was decided and not saved yet, so that going away and quitting lose nothing."""
        proposal = loaded.proposal
        before = self._sittings.get(proposal.id)
        made = before.of(proposal) if before is not None else self._from_before(loaded)
        self._sittings[proposal.id] = made
        return made

    def _from_before(self, loaded: Loaded) -> Decisions:
        self._keeper.found(drafts.letter(loaded.proposal.id), loaded.draft)
        kept = restored(loaded.proposal, loaded.draft) if loaded.draft else None
        if kept is not None:
            said = self.tr("What you had decided about this letter is here again, to be saved.")
            self._workspace.notice.emit(said, False)
        return kept or Decisions(loaded.proposal)

    def _begun(self) -> dict[str, str]:
        """What is decided and not saved, for the next time."""
        return {drafts.letter(number): as_text(one) for number, one in self._sittings.items()}

    def decided(self, finding: ProposedFinding) -> FindingStatus:
        """What stands for a finding in this sitting."""
        assert self._decisions is not None
        return self._decisions.status(finding)

    def _order_stops(self) -> None:
        before: QWidget = self.document.text
        for stop in (*self.fields.stops(), *self.footer.stops()):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _hear(self, change: Changed) -> None:
        """Something was written elsewhere: a request logged, a step undone."""
        if self._loaded is not None and self._decisions is not None and self.isVisible():
            self._load(self._loaded.proposal.id, self._hear_more, self._gone)

    def _gone(self, problem: Exception) -> None:
        """A step back took the response away: there is nothing to stay for."""
        if not isinstance(problem, DeskError):
            self._complain(problem)
        elif self.isVisible() and self._decisions is not None:
            self._decisions = None
            self.finished.emit()
            # Its request may have gone with it.
            several = len(self._workspace.intake.batch) > 1
            self._workspace.navigate.emit("arrivals" if several else "today", None)

    def _hear_more(self, loaded: Loaded) -> None:
        before = self._loaded
        if before is None or self._decisions is None or loaded.proposal.id != before.proposal.id:
            return
        self.choice.show_candidates(loaded.request, loaded.candidates)
        news = (loaded.proposal, loaded.request, loaded.facts.unknown)
        if news != (before.proposal, before.request, before.facts.unknown):
            self._show(loaded, again=not is_unread(before.proposal))
        else:
            self._loaded = loaded

    def _complain(self, problem: Exception) -> None:
        self._workspace.notice.emit(str(problem), False)

    # -- reading ------------------------------------------------------------------------------

    def _show_beginning(self, shown: Proposal, sources: Sources) -> None:
        """Show what the first pages say; nothing of it can be decided yet."""
        self._fill(Decisions(shown), sources, early=True)

    def _show_split(self, parts: tuple[int, ...]) -> None:
        """The file held several answers: show the one, or the list of them."""
        if self.isVisible():
            self._decisions = None
            alone = len(parts) == 1
            page, argument = ("recording", parts[0]) if alone else ("arrivals", None)
            self._workspace.navigate.emit(page, argument)

    def _leave_copy(self) -> None:
        """The same file had come before; this copy of it was put away."""
        if self.isVisible():
            self._decisions = None
            self.leave()

    # -- the two sides ------------------------------------------------------------------------

    def _show_looks(self) -> None:
        document = self.document
        self.header.say_document(document.about_shown())
        self.header.show_looks(document.looks(), document.look(), sheets=document.is_workbook())

    def _choose_by_number(self, number: int) -> None:
        for finding_id in self._marked.findings_of(number)[:1]:
            self.sides.bring(FIELDS)
            self.fields.choose(finding_id)

    def _outline(self, finding_id: int) -> None:
        self.document.choose(self._marked.mark_of(finding_id))

    def _show_case(self, case: object) -> None:
        self.sides.bring(DOCUMENT)
        self.document.show_case(case)  # type: ignore[arg-type]

    def _search(self, words: str) -> None:
        if words.strip() and not self.document.find_next(words):
            said = self.tr("“{0}” is not in this document.").format(words)
            self._workspace.notice.emit(said, False)
        elif words.strip():
            self.sides.bring(DOCUMENT)

    def _open_original(self) -> None:
        shown = self.document.shown_document()
        if shown is not None:
            self.deeds.open_original(shown)

    # -- deciding and saving ------------------------------------------------------------------

    def _show_state(self) -> None:
        """Say in the head and at the foot what has been decided."""
        assert self._decisions is not None
        request = self._loaded.request if self._loaded is not None else None
        self.header.show_proposal(self._decisions.proposal, request, self._decisions.letter())
        self.footer.show_state(self._decisions, request is not None)
        self._keeper.touched()

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
        assert self._loaded is not None and self._decisions is not None
        self.fields.show_decisions(self._decisions, self._loaded.sources, self._loaded.facts)
        self._show_state()
        self._order_stops()

    def _add_file(self) -> None:
        if self._loaded is not None:
            self.deeds.add_files(self._loaded.proposal)

    def _remap(self, wanted: Remap) -> None:
        if self._loaded is not None:
            self.deeds.remap(self._loaded.proposal.id, wanted)

    def _learn(self, wanted: Learn) -> None:
        if self._loaded is not None:
            self.deeds.learn(self._loaded.proposal.id, wanted)

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
            self._sittings.pop(self._decisions.proposal.id, None)
        self._decisions = None
        self._keeper.keep()
        self._go_back()

    def _attach(self, request_id: int) -> None:
        if self._loaded is not None:
            proposal_id = self._loaded.proposal.id
            self.deeds.attach(proposal_id, request_id, lambda: self.show_argument(proposal_id))

    def _discard(self) -> None:
        """Put the proposal away; the file stays in the case file, and Undo brings it back."""
        assert self._loaded is not None
        proposal_id = self._loaded.proposal.id

        def done() -> None:
            self._sittings.pop(proposal_id, None)
            self._keeper.keep()
            self.leave()

        # Its own change is nothing to show again: the page is on its way out.
        self._decisions = None
        self.deeds.discard(proposal_id, done)

    def leave(self) -> None:
        """Go back; the document stays as it was kept, with its proposals."""
        self._go_back()

    def _go_back(self) -> None:
        request = self._loaded.request if self._loaded else None
        batch = self._workspace.intake.batch
        self.finished.emit()
        if self._loaded is not None and self._loaded.proposal.id in batch and len(batch) > 1:
            # One of several that came together: the others wait in the list.
            self._workspace.navigate.emit("arrivals", None)
        elif request is not None:
            self._workspace.navigate.emit("requests", request.id)
        else:
            self._workspace.navigate.emit("today", None)


class _RightSide(QWidget):
    """The fields over the foot that saves them."""

    def __init__(self, fields: FieldsPane, footer: RecordFooter) -> None:
        super().__init__()
        self.setObjectName("recordFields")
        theme.ground(self, "surface")
        self._fields = fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(fields, 1)
        column.addWidget(footer)

    def first_stop(self) -> QWidget:
        """Where the keyboard goes on coming to this side."""
        return self._fields.where_to_go_on()
