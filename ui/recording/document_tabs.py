"""The documents of a response, one tab each: the letter, the mail, what came with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from foitrack.desk.views import DocumentView
from ui import theme
from ui.core_words import told
from ui.counting import counted

ICONS = {
    "pdf": "document",
    "docx": "document",
    "doc": "document",
    "odt": "document",
    "rtf": "document",
    "text": "note",
    "markdown": "note",
    "html": "link",
    "xlsx": "table",
    "xls": "table",
    "ods": "table",
    "csv": "table",
    "eml": "mail",
    "msg": "mail",
    "mbox": "mail",
    "zip": "folder",
    "image": "eye",
}


class DocumentTabs(QTabBar):
    """Hidden while there is one document only; says which could not be read, and why."""

    document_chosen = Signal(int)
    """The id of a document that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentTabs")
        self.setAccessibleName(self.tr("Documents of this response"))
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self._ids: list[int] = []
        self._quiet = False
        self._documents: tuple[DocumentView, ...] = ()
        self.currentChanged.connect(self._changed)
        theme.changes().changed.connect(self._dress)
        self.hide()

    def show_documents(self, documents: Sequence[DocumentView], finds: Mapping[int, int]) -> None:
        """List the documents; `finds` is how many numbered finds each has."""
        self._quiet = True
        while self.count():
            self.removeTab(0)
        self._documents = tuple(documents)
        self._ids = [document.id for document in documents]
        for place, document in enumerate(documents):
            self.addTab(shown_name(document))
            self.setTabToolTip(place, self.about(document, finds.get(document.id, 0)))
        self._dress()
        self._quiet = False
        self.setVisible(len(documents) > 1)

    def choose(self, document_id: int) -> None:
        """Mark a document as the one shown, without saying so."""
        if document_id in self._ids:
            self._quiet = True
            self.setCurrentIndex(self._ids.index(document_id))
            self._quiet = False

    def about(self, document: DocumentView, finds: int) -> str:
        """A document in a few lines: its whole name, its size, what was found or went wrong."""
        lines = [document.part or document.name, size_in_words(document.size)]
        if document.error:
            lines.append(self.tr("Could not be read: {0}").format(told(document.error)))
        elif finds:
            lines.append(counted(finds, "find"))
        else:
            lines.append(self.tr("Nothing found in it"))
        return "\n".join(lines)

    def _dress(self) -> None:
        for place, document in enumerate(self._documents):
            bad = document.error is not None
            name = "alert" if bad else ICONS.get(document.format, "attachment")
            self.setTabIcon(place, theme.icon(name, "red" if bad else "text2"))
            words = self.tr("{0}, could not be read") if bad else "{0}"
            self.setAccessibleTabName(place, words.format(shown_name(document)))

    def _changed(self, place: int) -> None:
        if not self._quiet and 0 <= place < len(self._ids):
            self.document_chosen.emit(self._ids[place])


def shown_name(document: DocumentView) -> str:
    """A document's own name, without the archive it lies in."""
    return (document.part or document.name).rsplit("/", 1)[-1].replace("&", "&&")


def size_in_words(size: int) -> str:
    """Bytes as people say them: "412 KB"."""
    if size < 1000:
        return counted(size, "byte")
    if size < 1_000_000:
        return f"{size / 1000:.0f} KB"
    return f"{size / 1_000_000:.1f} MB"
