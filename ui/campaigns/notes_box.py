"""Notes on a campaign: the campaigner's own words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.team.notes_field import NotesField


class NotesBox(NotesField):
    """Fills the place it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("NotesBox", "Notes on the campaign")
        super().__init__(name, (0, 0, 0, 0), parent)
