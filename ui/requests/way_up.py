"""The way up: chase, review, Commissioner, Tribunal or Court of Session; what is open now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from foitrack.law.escalation import Possible, Rung
from ui import theme
from ui.counting import for_later
from ui.requests.why_words import source
from ui.widgets.labels import section, words
from ui.widgets.state_chip import Chip, StateChip

translate = QCoreApplication.translate

_CHIPS: dict[Possible, tuple[str, str, str, str]] = {
    Possible.NOW: (for_later("Open now"), "check-circle", "green", "green_soft"),
    Possible.LATER: (for_later("Not yet"), "hourglass", "text2", ""),
    Possible.DONE: (for_later("Done"), "check", "text2", ""),
    Possible.CLOSED: (for_later("Not open"), "closed", "text3", ""),
}
NAMES_WIDE = 126


def rung_chip(possible: Possible) -> Chip:
    """Whether a rung can be taken, as an icon and a word."""
    said, icon, tone, tint = _CHIPS[possible]
    return Chip(translate("WayUp", said), icon, tone, tint)


def source_of(rung: Rung) -> str:
    """What its last day rests on: "FOIA s50(2)(b), guidance, not statute"; empty for none."""
    return source(rung.basis, rung.strength) if rung.basis else ""


def in_words(rung: Rung) -> str:
    """A rung in one line, as a screen reader says it."""
    rests = source_of(rung)
    said = f"{rung.name}: {rung_chip(rung.possible).words}. {rung.sentence}"
    return f"{said} {rests}." if rests else said


class WayUp(QWidget):
    """The rungs from the lowest up, one a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rungs: tuple[Rung, ...] = ()
        self.setAccessibleName(translate("WayUp", "The way up"))
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(24)
        self._lines.setVerticalSpacing(12)
        self._lines.setColumnMinimumWidth(0, theme.px(NAMES_WIDE))
        self._lines.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(section(translate("WayUp", "The way up")))
        column.addLayout(self._lines)

    def rungs(self) -> tuple[Rung, ...]:
        """What is shown."""
        return self._rungs

    def show_rungs(self, rungs: Sequence[Rung]) -> None:
        """Show others; without any it hides."""
        self._rungs = tuple(rungs)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, rung in enumerate(self._rungs):
            self._add(place, rung)
        self.setAccessibleDescription(" ".join(map(in_words, self._rungs)))
        self.setVisible(bool(self._rungs))

    def _add(self, place: int, rung: Rung) -> None:
        top = Qt.AlignmentFlag.AlignTop
        open_now = rung.possible is Possible.NOW
        name = words(rung.name, 13, 600 if open_now else 400, "text" if open_now else "text2")
        name.setWordWrap(True)
        name.setContentsMargins(0, 3, 0, 0)
        name.setMaximumWidth(theme.px(NAMES_WIDE + 24))
        self._lines.addWidget(name, place, 0, top)
        self._lines.addWidget(StateChip(rung_chip(rung.possible)), place, 1, top)
        self._lines.addWidget(_about(rung), place, 2, top)


def _about(rung: Rung) -> QWidget:
    about = QWidget()
    column = QVBoxLayout(about)
    column.setContentsMargins(0, 3, 0, 0)
    column.setSpacing(2)
    sentence = words(rung.sentence, 13, 500 if rung.possible is Possible.NOW else 400, wrap=True)
    _selectable(sentence)
    sentence.setAccessibleName(in_words(rung))
    column.addWidget(sentence)
    rests = source_of(rung)
    if rests:
        column.addWidget(words(rests, 12, 400, "text2", wrap=True))
    return about


def _selectable(label: QLabel) -> None:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
