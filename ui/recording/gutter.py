"""The margin of a text with the numbers of its finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.recording.marks import BADGE, paint_badge

if TYPE_CHECKING:
    from ui.recording.text_view import TextView

GUTTER = 48


@dataclass(frozen=True, slots=True)
class Badge:
    """What stands in the margin beside a line: the numbers of the finds that begin there."""

    area: QRectF
    numbers: tuple[int, ...]

    @property
    def words(self) -> str:
        """One number, or the first and the last of several."""
        first, last = self.numbers[0], self.numbers[-1]
        return str(first) if first == last else f"{first}–{last}"


def badge_beside(line: QRectF, numbers: Sequence[int]) -> Badge:
    """The badge of the finds that begin on a line, which it is never higher than."""
    # Finds on neighbouring lines would cover each other else.
    high = min(float(theme.px(BADGE)), line.height())
    wide = high if len(numbers) == 1 else float(theme.px(GUTTER - 8))
    left = theme.px(GUTTER - 4) - wide if len(numbers) > 1 else theme.px(GUTTER - 12) - wide
    area = QRectF(left, line.center().y() - high / 2, max(wide, high), high)
    return Badge(area, tuple(numbers))


class Gutter(QWidget):
    """The margin with the numbers of the finds."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(theme.px(GUTTER), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(11, 600))
        for badge in self._view.badges():
            paint_badge(painter, badge.area, badge.words, self._view.chosen in badge.numbers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.choose_at(event.position())
