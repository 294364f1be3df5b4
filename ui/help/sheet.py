"""The guide over a dialog: what is typed in it stays, and Esc goes back to it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.help.find_bar import FindBar
from ui.help.guide import GUIDE, Spot
from ui.help.text_view import GuideText
from ui.shell.help_sheets import Sheet

SIZE = (760, 520)
SECTIONS = {
    "authorities": "authorities",
    "campaigns": "campaigns",
    "holidays": "why-this-date",
    "protection": "a-passphrase",
    "requests": "logging-a-request",
    "safety": "backups-and-when-something-breaks",
    "schemas": "columns-and-words",
    "team": "working-in-a-team",
    "today": "today",
}
"""The section of the guide for the dialogs of each part of the window."""
OWN = {"AskReviewDialog": "internal-review", "ReviewOutcomeDialog": "internal-review"}
"""Dialogs whose section is not their part's."""


def section_of(dialog: type) -> str:
    """The anchor of the section that explains a kind of dialog; empty for the whole guide."""
    part = dialog.__module__.split(".")[1]
    return OWN.get(dialog.__name__) or SECTIONS.get(part, "")


class HelpSheet(Sheet):
    """The guide at one of its sections; links within it are followed."""

    def __init__(self, anchor: str, parent: QWidget) -> None:
        super().__init__(self.tr("Help"), parent)
        self.text = GuideText()
        self.find_bar = FindBar(self.text, self)
        self.column.addWidget(self.find_bar)
        self.column.addWidget(self.text, 1)
        self.add_close(default=False)
        room = parent.screen().availableGeometry().size()
        wide, high = (theme.px(length) for length in SIZE)
        self.resize(min(wide, room.width()), min(high, room.height()))
        self.text.wanted.connect(self.text.show_spot)
        self._spot = Spot(GUIDE, anchor)
        self.text.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Where a section stands is known once the text has its width."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.text.show_spot(self._spot)
