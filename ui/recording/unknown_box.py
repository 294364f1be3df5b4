"""Printed words that no column's vocabulary has, each to be explained with one press."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from foitrack.desk.schema_words import UnknownValue
from ui import theme
from ui.counting import counted
from ui.recording.case_facts import CaseFacts
from ui.recording.columns_box import in_words
from ui.recording.pane_parts import SectionHeading, note
from ui.widgets.labels import words

BUTTON_WIDE = 150
SHOWN = 8
"""Words asked about at once: explaining one often settles others."""


@dataclass(frozen=True, slots=True)
class Learn:
    """What printed words mean, for this campaign and from now on."""

    field: str
    printed: str
    normal: tuple[str, ...]
    note: str = ""


class UnknownBox(QWidget):
    """What is said here is remembered for the campaign."""

    learn_wanted = Signal(object)
    """A `Learn`."""

    def __init__(self, facts: CaseFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = SectionHeading(self.tr("Words not known yet"), self)
        heading.count.setText(str(len(facts.unknown)))
        column.addWidget(heading)
        column.addWidget(
            note(self.tr("Say what they mean, and it is remembered for this campaign."))
        )
        for value in facts.unknown[:SHOWN]:
            column.addWidget(self._line(value, facts))
        rest = len(facts.unknown) - SHOWN
        if rest > 0:
            column.addWidget(note(self.tr("{0} more come after these.").format(rest)))

    def _line(self, value: UnknownValue, facts: CaseFacts) -> QWidget:
        line = QWidget(self)
        line.setObjectName(f"unknown-{value.field}")
        rows = counted(value.times, "row")
        said = words(f"“{value.printed}”", 13, 500, wrap=True)
        about = words(f"{in_words(value.field)}, {rows}", 12, 400, "text2")
        choices = QHBoxLayout()
        choices.setSpacing(6)
        for suggestion in value.suggestions[:2]:
            choices.addWidget(self._button(value, suggestion.values, suggestion.note))
        choices.addWidget(self._other(value, facts), 1)
        column = QVBoxLayout(line)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(said, 1)
        head.addWidget(about)
        column.addLayout(head)
        column.addLayout(choices)
        return line

    def _button(self, value: UnknownValue, normal: tuple[str, ...], noted: str) -> QPushButton:
        says = " + ".join(normal) + (f", {noted}" if noted else "")
        button = QPushButton(self)
        fits = button.fontMetrics().elidedText(
            says, Qt.TextElideMode.ElideMiddle, theme.px(BUTTON_WIDE)
        )
        button.setText(fits.replace("&", "&&"))
        button.setToolTip(says)
        button.setAccessibleName(self.tr("“{0}” means {1}").format(value.printed, says))
        button.setFixedHeight(theme.px(28))
        learn = Learn(value.field, value.printed, normal, noted)
        button.clicked.connect(lambda: self.learn_wanted.emit(learn))
        return button

    def _other(self, value: UnknownValue, facts: CaseFacts) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItems(list(facts.values_of(value.field)))
        box.setCurrentIndex(-1)
        box.setAccessibleName(self.tr("What “{0}” means").format(value.printed))
        edit = box.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(self.tr("Choose or type what it means"))

        def give() -> None:
            typed = edit.text().strip()
            if typed:
                self.learn_wanted.emit(Learn(value.field, value.printed, (typed,)))

        edit.returnPressed.connect(give)
        box.activated.connect(lambda _: give())
        return box
