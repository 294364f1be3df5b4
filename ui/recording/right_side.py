"""The right side of Record response: the fields over the foot that saves them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.recording.fields_pane import FieldsPane
from ui.recording.footer import RecordFooter

LOW = 360
"""Less high than this at 100 % text, the line that tells the keys gives way."""


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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, what is left of the height is the fields'; F1 tells the keys too."""
        super().resizeEvent(event)
        self._footer.hint.setVisible(self.height() >= theme.px(LOW))

    def first_stop(self) -> QWidget:
        """Where the keyboard goes on coming to this side."""
        return self._fields.where_to_go_on()

    def follow(self, before: QWidget) -> None:
        """Have Tab come to the fields and the foot after a widget, in their order."""
        for stop in (*self._fields.stops(), *self._footer.stops()):
            QWidget.setTabOrder(before, stop)
            before = stop
