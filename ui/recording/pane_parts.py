"""The small parts that the fields pane is made of: notes, headings, rows of buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme


class SectionHeading(QWidget):
    """A section's title, and at the right how far it is decided."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(title, self)
        heading.setFont(theme.font(13, 600))
        self.count = QLabel(self)
        self.count.setFont(theme.font(12, 400))
        theme.colour_label(self.count, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 4)
        row.addWidget(heading, 1)
        row.addWidget(self.count)


def note(words: str, token: str = "text2") -> QLabel:
    """A sentence or two under what they are about."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(12, 400))
    label.setWordWrap(True)
    label.setContentsMargins(12, 6, 12, 6)
    theme.colour_label(label, token)
    return label


def inset(widget: QWidget) -> QHBoxLayout:
    """A widget as wide as the notes and headings it stands among."""
    row = QHBoxLayout()
    row.setContentsMargins(12, 0, 12, 0)
    row.addWidget(widget)
    return row


def add_at_right(column: QVBoxLayout, *widgets: QWidget) -> None:
    """A row of widgets at the right edge of the pane."""
    row = QHBoxLayout()
    row.setContentsMargins(12, 4, 12, 8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    column.addLayout(row)
