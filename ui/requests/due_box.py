"""The box that shows by when a new request must be answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.requests.due_words import DueFor, differs, due_line, skips, whose
from ui.widgets.labels import secondary, words

RADIUS = 8
MOST = 3
"""Laws that differ are named for as many groups of authorities; the list shows the rest."""


class DueBox(QWidget):
    """Says the day in large type; a screen reader is told when it changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Due date"))
        sign = QLabel(self)
        theme.set_pixmap(sign, "calendar", "accent_ink")
        self.word = words("", 13, 400, "text2")
        self.day = words("", 17, 600)
        self.why = secondary("", wrap=True)
        self._others: list[tuple[QLabel, QLabel]] = []
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.word, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.day, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        self._column = QVBoxLayout()
        self._column.setSpacing(3)
        self._column.addLayout(line)
        self._column.addWidget(self.why)
        for _ in range(MOST):
            self._others.append(self._other_line())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        theme.changes().changed.connect(self.update)

    def show_dues(self, dues: Sequence[DueFor]) -> None:
        """Show the day of the first group, and of others where it differs."""
        first = dues[0].deadline if dues else None
        if first is None:
            self.say_nothing(self.tr("Due date not known until the date sent is"))
            return
        self.word.setText(self.tr("Due by"))
        self.day.setText(due_line(first))
        self.why.setText(skips(first))
        if first.provisional:
            self.why.setText(
                self.tr("Provisional: bank holidays of that year are not all announced yet")
            )
        others = [due for due in dues[1:] if due.deadline and due.deadline.on != first.on]
        for place, (title, why) in enumerate(self._others):
            there = place < len(others)
            title.setVisible(there)
            why.setVisible(there)
            if there:
                due = others[place]
                assert due.deadline is not None
                title.setText(f"{whose(due.names)}: {due_line(due.deadline)}")
                why.setText(differs(first, due))
        self._speak()

    def say_nothing(self, words: str) -> None:
        """Say why there is no day."""
        self.word.setText(words)
        self.day.setText("")
        self.why.setText("")
        for title, why in self._others:
            title.hide()
            why.hide()
        self._speak()

    def text(self) -> str:
        """All it says."""
        labels = [self.word, self.day, self.why]
        labels += [label for pair in self._others for label in pair if not label.isHidden()]
        return " ".join(label.text() for label in labels if label.text())

    def _speak(self) -> None:
        self.day.setVisible(bool(self.day.text()))
        self.why.setVisible(bool(self.why.text()))
        self.setAccessibleDescription(self.text())

    def _other_line(self) -> tuple[QLabel, QLabel]:
        title, why = words("", 13, 600, wrap=True), secondary("", wrap=True)
        title.setContentsMargins(0, 4, 0, 0)
        for label in (title, why):
            label.hide()
            self._column.addWidget(label)
        return title, why

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().accent_soft)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.end()
