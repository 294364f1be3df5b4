"""A section of the settings: its heading, one sentence that teaches, and what can be set."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.flow import Flow
from ui.widgets.labels import secondary, section, words


class Section(QWidget):
    """Things stand one below the other; `line` puts a name above what it names."""

    def __init__(self, title: str, teaches: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(teaches)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(section(title))
        self.column.addWidget(secondary(teaches, wrap=True))

    def line(self, name: str, *widgets: QWidget) -> None:
        """Put widgets side by side below their name, on more lines where there is no room."""
        shown = words(name, 13, 500)
        shown.setBuddy(widgets[0])
        self.column.addSpacing(theme.px(4))
        self.column.addWidget(shown)
        self.row(*widgets)

    def row(self, *widgets: QWidget) -> None:
        """Put widgets side by side, on more lines where there is no room."""
        holder = QWidget(self)
        flow = Flow(holder, 8, QMargins())
        for widget in widgets:
            flow.addWidget(widget)
        self.column.addWidget(holder)
