"""The Notes tab: the campaigner's own words about a request."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.team.notes_field import NotesField


class NotesTab(NotesField):
    """As high as the tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("NotesTab", "Notes")
        super().__init__(name, (24, 16, 24, 16), parent)
