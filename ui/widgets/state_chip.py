"""Where a request stands, as an icon and a word; tinted only where something waits to be done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from foitrack.desk.views import RequestRow
from foitrack.law.terms import Outcome, State
from ui import theme
from ui.law_words import outcome_words, state_words
from ui.widgets.mirrored import turn_for, write

translate = QCoreApplication.translate

HEIGHT = 22
ICON = 14
PAD = 8
GAP = 6
RADIUS = 4


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip: its words, icon, colour, and the tint behind it where it has one."""

    words: str
    icon: str
    tone: str
    tint: str = ""


_STATES: dict[State, tuple[str, str, str]] = {
    State.DRAFT: ("draft", "text2", ""),
    State.DATE_MISSING: ("question", "amber", "amber_soft"),
    State.WAITING: ("hourglass", "text2", ""),
    State.CLARIFICATION_WANTED: ("pause", "amber", ""),
    State.FEE_WANTED: ("coin", "amber", ""),
    State.OVERDUE: ("alert", "red", "red_soft"),
    State.RESPONSE_TO_READ: ("mail", "accent_ink", "accent_soft"),
    State.ANSWERED: ("check-circle", "green", ""),
    State.IN_REVIEW: ("review", "violet", ""),
    State.REVIEW_LATE: ("review", "red", ""),
    State.WITH_COMMISSIONER: ("scales", "violet", ""),
    State.WITH_TRIBUNAL: ("court", "violet", ""),
    State.CLOSED: ("closed", "text2", ""),
    State.WITHDRAWN: ("close", "text2", ""),
}
_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.DISCLOSED: ("check-circle", "green"),
    Outcome.PART_DISCLOSED: ("part", "green"),
    Outcome.NOT_HELD: ("dash", "text2"),
}
_REFUSED = ("refused", "plum")


def state_chip(state: State, outcome: Outcome | None = None, due_soon: bool = False) -> Chip:
    """The chip for a state; an answer is named by its outcome where that is known."""
    if state is State.WAITING and due_soon:
        return Chip(translate("StateChip", "Due soon"), "clock", "amber", "amber_soft")
    if state is State.ANSWERED and outcome is not None:
        icon, tone = _OUTCOMES.get(outcome, _REFUSED)
        return Chip(outcome_words(outcome), icon, tone)
    icon, tone, tint = _STATES[state]
    return Chip(state_words(state), icon, tone, tint)


def row_chip(row: RequestRow) -> Chip:
    """The chip of a line of the Requests list."""
    return state_chip(row.state, row.outcome, row.due_soon)


def chip_size(chip: Chip) -> QSize:
    """How much room a chip takes at the text size in use."""
    across = QFontMetricsF(theme.font(12, 500)).horizontalAdvance(chip.words)
    return QSize(
        round(across) + theme.px(2 * PAD + ICON + GAP) + 1,
        theme.px(HEIGHT),
    )


def paint_chip(painter: QPainter, box: QRectF, chip: Chip, *, selected: bool = False) -> None:
    """Paint a chip at the left of a box, centred on its height; words are cut to the box.

    On a selected row the tint becomes the surface, or it would drown in the selection.
    """
    size = chip_size(chip)
    wide = min(float(size.width()), box.width())
    room = QRectF(box.left(), box.center().y() - size.height() / 2, wide, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if chip.tint:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().named("surface" if selected else chip.tint))
        painter.drawRoundedRect(room, RADIUS, RADIUS)
    side = theme.px(ICON)
    sign = QRectF(room.left() + theme.px(PAD), room.center().y() - side / 2, side, side)
    theme.paint_icon(painter, chip.icon, chip.tone, sign)
    font = theme.font(12, 500)
    painter.setFont(font)
    painter.setPen(theme.tokens().named(chip.tone))
    words = room.adjusted(theme.px(PAD + ICON + GAP), 0, 0, 0)
    shown = QFontMetricsF(font).elidedText(
        chip.words, Qt.TextElideMode.ElideRight, words.width() + 1
    )
    write(painter, words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class StateChip(QLabel):
    """A chip as a label."""

    def __init__(self, chip: Chip | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip: Chip | None = None
        if chip is not None:
            self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Show another chip."""
        self._chip = chip
        self.setText(chip.words)
        self.setAccessibleName(chip.words)
        self.setFixedSize(chip_size(chip))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip in place of the label's plain text."""
        if self._chip is not None:
            painter = QPainter(self)
            turn_for(painter, self)
            paint_chip(painter, QRectF(self.rect()), self._chip)
