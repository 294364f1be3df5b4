"""What is chosen on one side of Record response shows on the other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.recording.document_side import BOTH, DocumentSide
from ui.recording.fields_pane import FieldsPane
from ui.recording.header import RecordHeader
from ui.recording.marks import Numbered
from ui.recording.sides import DOCUMENT, FIELDS, TwoSides
from ui.workspace import Workspace


class Crossing:
    """Between the document with its head, and the fields."""

    def __init__(
        self,
        workspace: Workspace,
        header: RecordHeader,
        document: DocumentSide,
        fields: FieldsPane,
        sides: TwoSides,
    ) -> None:
        self._workspace = workspace
        self._header, self._document, self._fields = header, document, fields
        self._sides = sides
        self.marked = Numbered((), {})
        """The numbers that marks and fields share."""
        header.search_asked.connect(self._search)
        header.look_wanted.connect(document.set_look)
        document.mark_chosen.connect(self._choose_by_number)
        document.looks_changed.connect(self.show_looks)
        fields.chosen.connect(self._outline)
        fields.source_wanted.connect(self._show_case)

    def show_looks(self) -> None:
        """Say in the head which document is shown, and in which ways it can be."""
        document = self._document
        self._header.say_document(document.about_shown())
        self._header.show_looks(document.looks(), document.look(), sheets=document.is_workbook())

    def show_page_beside_text(self) -> None:
        """Show the document's pages, with its text beside them where there is room."""
        self._sides.bring(DOCUMENT)
        self._document.set_look(BOTH)
        self.show_looks()

    def _choose_by_number(self, number: int) -> None:
        for finding_id in self.marked.findings_of(number)[:1]:
            self._sides.bring(FIELDS)
            self._fields.choose(finding_id)

    def _outline(self, finding_id: int) -> None:
        self._document.choose(self.marked.mark_of(finding_id))

    def _show_case(self, case: object) -> None:
        self._sides.bring(DOCUMENT)
        self._document.show_case(case)  # type: ignore[arg-type]

    def _search(self, words: str) -> None:
        if words.strip() and not self._document.find_next(words):
            said = QCoreApplication.translate("RecordPage", "“{0}” is not in this document.")
            self._workspace.notice.emit(said.format(words), False)
        elif words.strip():
            self._sides.bring(DOCUMENT)
