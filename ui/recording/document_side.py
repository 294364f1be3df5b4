"""The document's side: its text, how it looks, or both, for each document of a response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from foitrack.desk.views import CaseRowView, DocumentView, Proposal
from foitrack.reading.findings import Place
from ui import theme
from ui.core_words import told
from ui.recording.document_tabs import DocumentTabs
from ui.recording.looks import Looks, has_look
from ui.recording.marks import Mark
from ui.recording.sources import SHEETS, Sources
from ui.recording.text_view import TextView
from ui.recording.unread import Unread
from ui.remembered import recall, remember
from ui.widgets.divided import Divided

if TYPE_CHECKING:
    from ui.workspace import Workspace

TEXT, LOOK, BOTH = "text", "look", "both"
WIDE_ENOUGH = 660
"""From this width on, text and page can stand side by side."""
_REMEMBERED = "recording-view"


class DocumentSide(QWidget):
    """Shows one document of a response at a time, with its finds marked in every view."""

    mark_chosen = Signal(int)
    """The number of a mark that was clicked."""
    looks_changed = Signal()
    """Another document is shown, or there is room for more, or less: see `looks`."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sources: Sources | None = None
        self._proposal: Proposal | None = None
        self._shown: DocumentView | None = None
        self._wish = recall(_REMEMBERED, TEXT)
        theme.ground(self, "window")
        self.tabs = DocumentTabs()
        self.text = TextView()
        self.unread = Unread(self.text)
        self.look_of = Looks(workspace)
        self._lay_out()
        self.text.mark_chosen.connect(self.mark_chosen)
        self.look_of.mark_chosen.connect(self.mark_chosen)
        self.tabs.document_chosen.connect(self.show_document)

    def _lay_out(self) -> None:
        self._both = Divided(Qt.Orientation.Horizontal)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.text)
        self._both.addWidget(self.look_of)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 12, 24, 0)
        whole.setSpacing(8)
        whole.addWidget(self.tabs)
        whole.addWidget(self._both, 1)

    # -- what is shown ------------------------------------------------------------------------

    def show_proposal(self, proposal: Proposal, sources: Sources) -> None:
        """Show the documents of a response, from the one that was shown before or the letter."""
        before = self._sources
        self._proposal, self._sources = proposal, sources
        if before is not None and before == sources:
            # Only what was decided has changed: the person stays where they read.
            return
        finds = {one.id: len(sources.marked.within(one.id)) for one in sources.documents}
        self.tabs.show_documents(sources.documents, finds)
        ids = [document.id for document in sources.documents]
        if not ids:
            return
        shown = self._shown.id if self._shown is not None else 0
        self._fill(shown if shown in ids else sources.letter(proposal))

    def show_document(self, document_id: int) -> None:
        """Show another document of the response."""
        if self._shown is None or self._shown.id != document_id:
            self._fill(document_id)

    def _fill(self, document_id: int) -> None:
        assert self._sources is not None and self._proposal is not None
        document = self._shown = self._sources.home(document_id)
        assert document is not None
        marks = self._sources.marked.within(document.id)
        text = self._sources.texts.get(document.id, "")
        alone = len(self._sources.documents) == 1
        error = document.error or (self._proposal.error if alone else None)
        folds = self._sources.folds.get(document.id) if text else None
        self.unread.say("" if text else told(error or ""))
        self.text.show_document(text or self.unread.whole_words(), marks, folds)
        self.tabs.choose(document.id)
        self.look_of.show_document(document, marks, self._sources.sheets.get(document.id, ()))
        self._show_wish()
        self.looks_changed.emit()

    def shown_document(self) -> DocumentView | None:
        """The document that is shown."""
        return self._shown

    def about_shown(self) -> str:
        """The document that is shown, its size, and what was found in it or went wrong; empty
        where there is one only.
        """
        if self._shown is None or self._sources is None or len(self._sources.documents) < 2:
            return ""
        finds = len(self._sources.marked.within(self._shown.id))
        name, *rest = self.tabs.about(self._shown, finds).split("\n")
        return f"{name}: {', '.join(rest)}"

    def is_workbook(self) -> bool:
        """Whether the document shown has sheets instead of pages."""
        return self._shown is not None and self._shown.format in SHEETS

    # -- text, look, or both ------------------------------------------------------------------

    def looks(self) -> tuple[str, ...]:
        """The views that the document has: its text, how it looks, both where there is room."""
        if self._shown is None or not has_look(self._shown):
            return (TEXT,)
        return (TEXT, LOOK, BOTH) if self._is_wide() else (TEXT, LOOK)

    def look(self) -> str:
        """The view that is on."""
        there = self.looks()
        if self._wish in there:
            return self._wish
        return there[-1] if self._wish == BOTH else TEXT

    def set_look(self, look: str) -> None:
        """Show the text, how the document looks, or both; remembered."""
        self._wish = look
        remember(_REMEMBERED, look)
        self._show_wish()

    def _show_wish(self) -> None:
        look = self.look()
        focus = self.window().focusWidget()
        held = focus is not None and self._both.isAncestorOf(focus)
        self.text.setVisible(look in (TEXT, BOTH))
        self.look_of.setVisible(look in (LOOK, BOTH))
        if held and focus is not None and self.isVisible() and not focus.isVisible():
            # Otherwise Qt takes the keyboard out of the page.
            self.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_wide(self) -> bool:
        return self.width() >= theme.px(WIDE_ENOUGH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both any more, show one."""
        super().resizeEvent(event)
        self._show_wish()
        self.looks_changed.emit()

    def first_stop(self) -> QWidget:
        """Where the keyboard goes on coming to this side."""
        return self.text if self.look() != LOOK else self.look_of.first_stop()

    # -- finds and places ---------------------------------------------------------------------

    def choose(self, mark: Mark | None) -> None:
        """Outline a mark in its document, and bring it into view."""
        if mark is not None and mark.document_id is not None:
            self.show_document(mark.document_id)
        number = mark.number if mark is not None else None
        self.text.choose(number)
        self.look_of.choose(number)

    def show_place(self, place: Place, document_id: int | None) -> None:
        """Bring a place into view, as when a case row's source is opened."""
        home = self._sources.home(document_id) if self._sources is not None else None
        if home is not None:
            self.show_document(home.id)
        if place.start is not None:
            self.text.show_span(place.start, place.end or place.start + 1)
        self.look_of.show_place(place)

    def show_case(self, case: CaseRowView) -> None:
        """Bring the place of a case row into view."""
        self.show_place(case.place, case.document_id)

    def find_next(self, words: str) -> bool:
        """Select the next place of some words in this document, or in the next that has them."""
        if self.look() == LOOK:
            self.set_look(BOTH if self._is_wide() else TEXT)
            self.looks_changed.emit()
        if self.text.find_next(words):
            return True
        for document_id in self._others():
            assert self._sources is not None
            if words.casefold() in self._sources.texts.get(document_id, "").casefold():
                self.show_document(document_id)
                return self.text.find_next(words)
        return False

    def _others(self) -> list[int]:
        """The documents after the one shown, then those before it."""
        ids = [one.id for one in self._sources.documents] if self._sources is not None else []
        at = ids.index(self._shown.id) if self._shown is not None else 0
        return ids[at + 1 :] + ids[:at]
