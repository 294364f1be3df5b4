"""The one way a form is made: a label above its field, tied together for every reader."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import secondary, words

GAP = 16


class Form(QWidget):
    """Fields one below the other, each with its label above it and, where given, help below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def add_row(self, label: str, widget: QWidget, help: str = "", *, stretch: int = 0) -> QLabel:
        """Add a field below the others."""
        box, shown = labelled(label, widget, help)
        self._column.addWidget(box, stretch)
        return shown

    def add_pair(
        self, first: tuple[str, QWidget], second: tuple[str, QWidget]
    ) -> tuple[QLabel, QLabel]:
        """Add two fields side by side."""
        pair = QHBoxLayout()
        pair.setSpacing(12)
        made = []
        for label, widget in (first, second):
            box, shown = labelled(label, widget)
            pair.addWidget(box, 1)
            made.append(shown)
        self._column.addLayout(pair)
        return made[0], made[1]

    def add_widget(self, widget: QWidget, stretch: int = 0) -> None:
        """Add something that is no field."""
        self._column.addWidget(widget, stretch)


def labelled(label: str, widget: QWidget, help: str = "") -> tuple[QWidget, QLabel]:
    """A field under its label: buddy, accessible name and help are set. And the label."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    shown = words(label, 13, 500)
    shown.setBuddy(widget)
    widget.setAccessibleName(label.replace("&", ""))
    column.addWidget(shown)
    column.addWidget(widget, 1)
    if help:
        widget.setAccessibleDescription(help)
        line = secondary(help, wrap=True)
        theme.colour_label(line, "text3")
        column.addWidget(line)
    return box, shown
