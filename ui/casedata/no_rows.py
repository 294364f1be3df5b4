"""What Case data says while there is none: what to do depends on what has come in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.counting import counted
from ui.widgets.empty_state import EmptyState


class NoRows(EmptyState):
    """Leads to recording a response or, where its tables gave no row, to their columns."""

    wanted = Signal(str)
    """The page, or the deed, that it leads to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", icon="table", button=" ", primary=True, parent=parent)
        self._leads_to = ""
        self.asked.connect(lambda: self.wanted.emit(self._leads_to))
        self.show_tables(0)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is on the button, unless it is at work elsewhere."""
        super().showEvent(event)
        held = self.window().focusWidget()
        if held is None or not held.isVisible() or held.isAncestorOf(self):
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tables(self, number: int) -> None:
        """Say what to do where so many tables came in that no row was read from."""
        title = self.tr("No case rows yet")
        if number:
            found = self.tr(
                "{0} came in, and no row of it is case data. Columns and words says which "
                "headings lead to which column."
            )
            self.say(title, found.format(counted(number, "table")))
            self._offer(self.tr("Columns and words…"), "schema")
        else:
            self.say(title, self.tr("Record a response with a table."))
            self._offer(self.tr("Record a response…"), "record-response")

    def _offer(self, words: str, page: str) -> None:
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self._leads_to = page
