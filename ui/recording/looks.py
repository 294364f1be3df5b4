"""How a document looks: its pages, its sheets, or a web page bare of what runs and loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from foitrack.desk import web_pages
from foitrack.desk.views import DocumentView
from foitrack.errors import PlainError
from foitrack.reading.findings import Place
from ui.core_words import told
from ui.recording.html_view import HtmlView
from ui.recording.marks import Mark
from ui.recording.page_bar import PageBar
from ui.recording.page_images import PageImage, page_image
from ui.recording.page_view import PageView
from ui.recording.sheet_grid import SheetGrid
from ui.recording.sheet_view import SheetView
from ui.recording.sources import SHEETS
from ui.tasks import PICTURES

if TYPE_CHECKING:
    from ui.workspace import Workspace

PAGES = frozenset({"pdf", "image"})
PAGE_OF_WEB = "html"


def has_look(document: DocumentView) -> bool:
    """Whether a document can be shown in another way than as text."""
    return document.format in PAGES | SHEETS | {PAGE_OF_WEB}


class Looks(QStackedWidget):
    """Shows one document; what must be drawn or cleaned first comes from the worker."""

    mark_chosen = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._document_id: int | None = None
        self.page = PageView()
        self.page_bar = PageBar(self.page)
        self.sheet = SheetView()
        self.html = HtmlView()
        self._paged = QWidget()
        column = QVBoxLayout(self._paged)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page_bar)
        column.addWidget(self.page, 1)
        self._paged.setFocusProxy(self.page)
        for view in (self._paged, self.sheet, self.html):
            self.addWidget(view)
        self.page.mark_chosen.connect(self.mark_chosen)
        self.sheet.mark_chosen.connect(self.mark_chosen)
        self.page.wanted.connect(self._draw)

    def show_document(
        self, document: DocumentView, marks: tuple[Mark, ...], sheets: tuple[SheetGrid, ...]
    ) -> None:
        """Show a document from its beginning."""
        self._document_id = document.id
        if document.format in SHEETS:
            self.sheet.show_grids(sheets, marks)
            self.setCurrentWidget(self.sheet)
        elif document.format == PAGE_OF_WEB:
            self.html.clear()
            self.setCurrentWidget(self.html)
            self._ask_web_page(document.id)
        else:
            pages = document.pages if document.format in PAGES else 0
            self.page.show_document(marks, pages)
            self.setCurrentWidget(self._paged)

    def choose(self, number: int | None) -> None:
        """Outline a mark and bring it into view."""
        if self.currentWidget() is self.sheet:
            self.sheet.choose(number)
        elif self.currentWidget() is self._paged:
            self.page.choose(number)

    def show_place(self, place: Place) -> None:
        """Bring a place into view, as when a case row's source is opened."""
        if place.page is not None:
            self.page.go_to(place.page)
        if place.cell is not None:
            self.sheet.show_cell(place.sheet, place.cell)

    def first_stop(self) -> QWidget:
        """Where the keyboard goes on coming here."""
        views: dict[QWidget | None, QWidget] = {self.sheet: self.sheet.table, self.html: self.html}
        return views.get(self.currentWidget(), self.page)

    # -- fetched meanwhile --------------------------------------------------------------------

    def _draw(self, page: int, width: int) -> None:
        document_id, desk = self._document_id, self._workspace.desk
        if document_id is None:
            return

        def drawn() -> tuple[int, PageImage | str]:
            try:
                return document_id, page_image(desk, document_id, page, width)
            except PlainError as problem:
                return document_id, told(problem)

        self._workspace.tasks.run(drawn, self._take, lane=PICTURES)

    def _take(self, drawn: tuple[int, PageImage | str]) -> None:
        document_id, image = drawn
        if document_id != self._document_id:
            return
        if isinstance(image, str):
            self.page.say(image)
        else:
            self.page.take(image)

    def _ask_web_page(self, document_id: int) -> None:
        desk = self._workspace.desk

        def cleaned() -> tuple[int, str, bool]:
            try:
                return document_id, web_pages.safe_page(desk, document_id), True
            except PlainError as problem:
                return document_id, told(problem), False

        self._workspace.tasks.run(cleaned, self._take_web_page, lane=PICTURES)

    def _take_web_page(self, made: tuple[int, str, bool]) -> None:
        document_id, page, shown = made
        if document_id != self._document_id:
            return
        if shown:
            self.html.show_page(page)
        else:
            self.html.setPlainText(page)
