"""The right side of Record response: the fields over the foot that saves them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.recording.fields_pane import FieldsPane
from ui.recording.footer import RecordFooter


class RightSide(QWidget):
    """The keyboard comes to where the person left off."""

    def __init__(self, fields: FieldsPane, footer: RecordFooter) -> None:
        super().__init__()
        self.setObjectName("recordFields")
        theme.ground(self, "surface")
        self._fields, self._footer = fields, footer
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(fields, 1)
        column.addWidget(footer)

    def first_stop(self) -> QWidget:
        """Where the keyboard goes on coming to this side."""
        return self._fields.where_to_go_on()

    def follow(self, before: QWidget) -> None:
        """Have Tab come to the fields and the foot after a widget, in their order."""
        for stop in (*self._fields.stops(), *self._footer.stops()):
            QWidget.setTabOrder(before, stop)
            before = stop
