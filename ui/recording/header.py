"""The head of Record response: whose answer, which file, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import Proposal, RequestRow
from ui import theme

HEIGHT = 60


class RecordHeader(QWidget):
    """Back, the title, the file's line, search in the document, the original."""

    back = Signal()
    search_asked = Signal(str)
    original_wanted = Signal()

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
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(theme.font(17, 600))
        self._file = QLabel(self)
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._file.setFont(theme.font(12, 400))
        theme.colour_label(self._file, "text2")
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Find in the document"))
        self._search.setAccessibleName(self.tr("Find in the document"))
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(180)
        self._search.setMaximumWidth(max(180, theme.px(160)))
        self._search.returnPressed.connect(lambda: self.search_asked.emit(self._search.text()))
        self._original = QPushButton(self.tr("Open the original"), self)
        theme.set_icon(self._original, "external", "text")
        self._original.clicked.connect(self.original_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._file)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addLayout(words, 1)
        row.addWidget(self._search)
        row.addWidget(self._original)

    def show_proposal(self, proposal: Proposal, request: RequestRow | None) -> None:
        """Name the authority and the file."""
        if request is None:
            self._title.setText(self.tr("Record response"))
        else:
            authority = request.authority or self.tr("Authority not stated")
            self._title.setText(self.tr("Record response: {0}").format(authority))
        self._file.setText("; ".join(_file_line(self, d.name, d.pages) for d in proposal.documents))


def _file_line(owner: QWidget, name: str, pages: int | None) -> str:
    if pages is None:
        return name
    if pages == 1:
        return owner.tr("{0}, 1 page").format(name)
    return owner.tr("{0}, {1} pages").format(name, pages)
