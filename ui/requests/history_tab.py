"""The History tab: what was done to a request, newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from foitrack.desk.views import HistoryEntry
from foitrack.law.wording import full_date
from ui import theme
from ui.core_words import told
from ui.requests.facts_grid import FactsGrid
from ui.requests.pane_scroll import PaneScroll
from ui.widgets.labels import secondary, words


class HistoryTab(PaneScroll):
    """One line a step: when, what, who, and whether it was undone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("History"))

    def show_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Show other steps."""
        self.clear()
        if not entries:
            self.column.addWidget(words(self.tr("Nothing yet."), 13, 400, "text2"))
            return
        grid = FactsGrid()
        for entry in entries:
            at = entry.at.astimezone()
            undone = self.tr("undone") if entry.undone else ""
            remark = ", ".join(part for part in (undone, entry.who) if part)
            tone = "text3" if entry.undone else "text"
            grid.add(f"{full_date(at.date())}, {at:%H:%M}", told(entry.label), remark, tone=tone)
        self.column.addWidget(grid)
        note = secondary(self.tr("Edit, Undo takes back the newest step of the case file."))
        theme.colour_label(note, "text3")
        self.column.addWidget(note)
