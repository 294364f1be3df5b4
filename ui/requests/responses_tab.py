"""The Responses tab: each answer with its documents, as received."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from foitrack.desk.views import DocumentView, RequestDetail, ResponseView
from foitrack.law.terms import LetterKind
from foitrack.law.wording import full_date
from ui import theme
from ui.counting import counted
from ui.law_words import outcome_words
from ui.requests.document_line import DocumentLine
from ui.requests.facts_grid import FactsGrid
from ui.requests.pane_scroll import PaneScroll
from ui.widgets.labels import rule, secondary, section, words


class ResponsesTab(PaneScroll):
    """Documents open as they were received; a response not read yet is read from here."""

    open_wanted = Signal(object)
    """A `DocumentView`."""
    read_wanted = Signal(int)
    """The id of a response to read and confirm."""
    add_wanted = Signal(int)
    """A document is to be added to the response of this id."""
    record_wanted = Signal()
    save_wanted = Signal(object)
    """A copy of a `DocumentView` is to be saved."""
    grab_wanted = Signal(object, object)
    """A document may be about to be dragged out: the `DocumentView`, and what takes the path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Responses"))

    def show_detail(self, detail: RequestDetail) -> None:
        """Show another request."""
        self.clear()
        if not detail.responses:
            self.column.addWidget(words(self.tr("No answer yet."), 13, 400, "text2"))
        for place, response in enumerate(detail.responses):
            if place:
                self.column.addWidget(rule())
            self.column.addWidget(self._response(response))
        another = self.tr("Record another response") if detail.responses else ""
        button = QPushButton(another or self.tr("Record a response"))
        theme.set_icon(button, "plus", "text2")
        button.clicked.connect(self.record_wanted)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _response(self, response: ResponseView) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head(response))
        column.addWidget(self._facts(response))
        for document in response.documents:
            column.addWidget(self._document(document))
        for name in response.attachments_named:
            column.addLayout(self._missing(response, name))
        return box

    def _head(self, response: ResponseView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(section(self._title(response)))
        row.addStretch(1)
        if not response.recorded or response.open_findings:
            button = QPushButton(
                self.tr("Check what is left") if response.recorded else self.tr("Read and record")
            )
            button.setAccessibleDescription(self._title(response))
            button.clicked.connect(lambda: self.read_wanted.emit(response.id))
            row.addWidget(button)
        return row

    def _title(self, response: ResponseView) -> str:
        if not response.recorded:
            return self.tr("To be read")
        if response.outcome is not None:
            return outcome_words(response.outcome)
        if response.letter in (None, LetterKind.RESPONSE):
            return self.tr("Response, outcome not known")
        return response.letter.value.replace("-", " ").capitalize()

    def _facts(self, response: ResponseView) -> FactsGrid:
        facts = FactsGrid()
        on = response.received_on
        if on is None and response.dated is not None:
            read = self.tr("read in the letter, not confirmed yet")
            facts.add(self.tr("Dated"), full_date(response.dated), read)
        else:
            facts.add(self.tr("Received"), full_date(on) if on else self.tr("not known"))
        facts.add(self.tr("Reference"), response.reference or self.tr("not given"))
        window = response.review_window or self.tr("not given")
        facts.add(self.tr("Review window"), window, response.review_contact or "")
        if response.case_rows:
            facts.add(self.tr("Case data"), counted(response.case_rows, "case row"))
        if response.open_findings:
            left = counted(response.open_findings, "finding")
            facts.add(self.tr("Not confirmed yet"), left, tone="amber")
        return facts

    def _document(self, document: DocumentView) -> QWidget:
        pages = counted(document.pages, "page") if document.pages else ""
        size = self._size(document.size)
        row = self._line("document", document.name, ", ".join(p for p in (pages, size) if p))
        button = QPushButton(self.tr("Open"))
        button.setAccessibleDescription(document.name)
        button.setToolTip(
            self.tr("Opens a copy. Kept as received, SHA-256 {0}").format(document.sha256[:12])
        )
        button.clicked.connect(lambda: self.open_wanted.emit(document))
        row.addWidget(button)
        save = QPushButton(self.tr("Save a copy…"))
        save.setAccessibleDescription(document.name)
        save.clicked.connect(lambda: self.save_wanted.emit(document))
        row.addWidget(save)
        line = DocumentLine(document.name, row)
        line.pressed.connect(lambda: self.grab_wanted.emit(document, line.take))
        return line

    def _missing(self, response: ResponseView, name: str) -> QHBoxLayout:
        remark = self.tr("named in the letter, not here yet")
        row = self._line("attachment", name, remark, tone="amber")
        button = QPushButton(self.tr("Add the file"))
        button.setAccessibleDescription(name)
        button.clicked.connect(lambda: self.add_wanted.emit(response.id))
        row.addWidget(button)
        return row

    def _line(self, icon: str, name: str, remark: str, *, tone: str = "text2") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        sign = QLabel()
        theme.set_pixmap(sign, icon, tone)
        row.addWidget(sign)
        row.addWidget(words(name, 13, 500, wrap=True))
        beside = secondary(remark)
        theme.colour_label(beside, tone)
        row.addWidget(beside)
        row.addStretch(1)
        return row

    def _size(self, size: int) -> str:
        if size < 1024:
            return counted(size, "byte")
        if size < 1024 * 1024:
            return f"{size / 1024:.0f} KB"
        return f"{size / 1024 / 1024:.1f} MB"
