"""What the law says of an exemption cited: its paragraph in short, the rest one press away."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from foitrack.desk.law_notes import LawNote
from ui import theme
from ui.core_words import told
from ui.widgets.labels import words

translate = QCoreApplication.translate

RADIUS = 6
MOST_WIDE = 720
"""Pixels at 100 % text: longer lines are hard to read."""


def parts(note: LawNote) -> Iterator[tuple[str, str]]:
    """What a note says, each with its heading; what the catalogue does not have is left out."""
    said = (
        (translate("LawNote", "What must be shown, and what to ask"), note.in_short),
        (translate("LawNote", "Harm needed"), note.harm),
        (translate("LawNote", "Public interest test"), note.public_interest),
        (translate("LawNote", "Neither confirm nor deny"), note.ncnd),
        (translate("LawNote", "Guidance to look for"), note.guidance),
    )
    yield from ((heading, text) for heading, text in said if text)


def in_words(note: LawNote) -> str:
    """The whole note in one text, as a screen reader says it."""
    head = f"{note.title}. {told(note.kind)}."
    return " ".join([head, *(f"{heading}: {text}" for heading, text in parts(note))])


class LawNoteBox(QWidget):
    """A button that opens and closes the note; closed until it is pressed."""

    toggled = Signal(bool)

    def __init__(self, provision: str, note: LawNote, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton()
        theme.button_kind(self.button, "link")
        self.button.setCheckable(True)
        self.button.setAutoDefault(False)
        self.button.setAccessibleDescription(f"{provision}, {note.title}. {told(note.kind)}.")
        self.well = _Well(note)
        self.well.setAccessibleName(in_words(note))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        # Beside a stretch, so that its height is measured at the width that it really gets.
        row = QHBoxLayout()
        row.addWidget(self.well, 1)
        row.addStretch(0)
        column.addLayout(row)
        self.button.toggled.connect(self._show)
        self._show(False)

    def is_open(self) -> bool:
        """Whether the note can be read."""
        return self.button.isChecked()

    def open(self, yes: bool) -> None:
        """Open or close it, as its button does."""
        self.button.setChecked(yes)

    def _show(self, yes: bool) -> None:
        self.well.setVisible(yes)
        said = (
            translate("LawNote", "Hide what the law says")
            if yes
            else translate("LawNote", "What the law says")
        )
        self.button.setText(said)
        theme.set_icon(self.button, "chevron-down" if yes else "chevron-right", "accent_ink", 12)
        self.toggled.emit(yes)


class _Well(QWidget):
    """The note's parts below one another, in a well."""

    def __init__(self, note: LawNote) -> None:
        super().__init__()
        self.setMaximumWidth(theme.px(MOST_WIDE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(words(told(note.kind), 13, 600, wrap=True))
        for heading, text in parts(note):
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(words(heading, 12, 500, "text2", wrap=True))
            label = words(text, 13, 400, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            pair.addWidget(label)
            column.addLayout(pair)
        theme.changes().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sunken ground with round corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().sunken)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.end()
