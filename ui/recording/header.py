"""The head of Record response: whose answer, which file, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import Proposal, RequestRow
from foitrack.law.terms import LetterKind
from ui import theme
from ui.counting import by_number
from ui.recording.document_side import BOTH, LOOK, TEXT
from ui.recording.letters import called
from ui.widgets.elided import ElidedLabel
from ui.widgets.field_icon import FieldIcon
from ui.widgets.segmented import Segmented

HEIGHT = 60
WORDS_FROM = 880
"""From this width on there is room for the words of every button."""


class RecordHeader(QWidget):
    """Back, the title, the file's line, search in the document, the original."""

    back = Signal()
    search_asked = Signal(str)
    original_wanted = Signal()
    look_wanted = Signal(str)
    """text, look or both: see `DocumentSide.looks`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recordHeader")
        self.setMinimumHeight(HEIGHT)
        theme.ground(self, "window")
        self.back_button = QToolButton(self)
        theme.set_icon(self.back_button, "chevron-left")
        self.back_button.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.back_button.setAutoRaise(True)
        self.back_button.setAccessibleName(self.tr("Back"))
        self.back_button.setToolTip(self.tr("Back (Esc). The document stays, with what was found."))
        self.back_button.clicked.connect(self.back)
        self._title = ElidedLabel("", self)
        self._title.setFont(theme.font(17, 600))
        self._file = ElidedLabel("", self, Qt.TextElideMode.ElideMiddle)
        self._file.setFont(theme.font(12, 400))
        theme.colour_label(self._file, "text2")
        self.look = Segmented(
            self.tr("View"),
            [(TEXT, self.tr("Text")), (LOOK, self.tr("Page")), (BOTH, self.tr("Both"))],
            self,
        )
        self.look.setToolTip(self.tr("The text that was read, the page as it looks, or both"))
        self.look.chosen.connect(self.look_wanted)
        self.look.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.look.hide()
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Find in the document"))
        self._search.setAccessibleName(self.tr("Find in the document"))
        self._search.setClearButtonEnabled(True)
        FieldIcon(self._search, "search", leading=True)
        self._search.setMinimumWidth(180)
        self._search.setMaximumWidth(max(180, theme.px(160)))
        self._search.returnPressed.connect(lambda: self.search_asked.emit(self._search.text()))
        self._original = QPushButton(self.tr("Open the original"), self)
        theme.set_icon(self._original, "external", "text")
        self._original.setAccessibleName(self.tr("Open the original"))
        self._original.setToolTip(self.tr("Open the original"))
        self._original.clicked.connect(self.original_wanted)
        self._files = self._about = ""
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._file)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addLayout(words, 1)
        row.addWidget(self.look)
        row.addWidget(self._search)
        row.addWidget(self._original)

    def show_proposal(
        self, proposal: Proposal, request: RequestRow | None, letter: LetterKind | None
    ) -> None:
        """Name the kind of letter, the authority and the file."""
        title = called(letter).record
        if request is not None:
            authority = request.authority or self.tr("Authority not stated")
            title = f"{title}: {authority}"
        self._title.setText(title)
        self._title.setToolTip(title)
        self._files = "; ".join(_file_line(d.name, d.pages) for d in proposal.documents[:1])
        more = len(proposal.documents) - 1
        if more > 0:
            files = by_number(more, "{0} file in it", "{0} files in it")
            self._files += f", {files}"
        self.say_document(self._about)

    def say_document(self, about: str) -> None:
        """Say which of several documents is shown."""
        self._about = about
        self._file.setText(". ".join(part for part in (self._files, about) if part))
        self._file.setToolTip(self._file.text())

    def show_looks(self, there: Sequence[str], on: str, *, sheets: bool) -> None:
        """Offer the views that the document shown has: pages, or a workbook's sheets."""
        self.look.rename(LOOK, self.tr("Sheet") if sheets else self.tr("Page"))
        self.look.setVisible(len(there) > 1)
        self.look.offer(there)
        self.look.set_value(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the title has it before the button's words."""
        super().resizeEvent(event)
        room = self.width() >= theme.px(WORDS_FROM)
        self._original.setText(self.tr("Open the original") if room else "")

    def focus_search(self) -> None:
        """Put the keyboard into the field to search the document."""
        self._search.setFocus()
        self._search.selectAll()


def _file_line(name: str, pages: int | None) -> str:
    if pages is None:
        return name
    return by_number(pages, "{1}, {0} page", "{1}, {0} pages", name)
