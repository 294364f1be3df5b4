"""The finds of a document on its pages: their boxes, their numbers beside, and what is clicked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui import theme
from ui.recording.gutter import GUTTER, Badge, badge_beside
from ui.recording.marks import Mark, paint_badge


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it lies in a view: its number from 1, its sheet, and pixels to its point."""

    page: int
    sheet: QRectF
    scale: float

    def box_of(self, mark: Mark) -> QRectF | None:
        """Where a mark stands; None where it is on another page."""
        if mark.place.box is None or (mark.place.page or 1) != self.page:
            return None
        left, top, right, bottom = (side * self.scale for side in mark.place.box)
        box = QRectF(left, top, right - left, bottom - top).adjusted(-2, -2, 2, 2)
        return box.translated(self.sheet.topLeft())


class PageMarks:
    """The marks that have a place on a page, and which of them is outlined."""

    def __init__(self) -> None:
        self.marks: tuple[Mark, ...] = ()
        self.chosen: int | None = None

    def show(self, marks: Sequence[Mark]) -> None:
        """Show those of another document; none of them is outlined."""
        self.marks = tuple(mark for mark in marks if mark.place.box is not None)
        self.chosen = None

    def outlined(self) -> Mark | None:
        """The mark that is outlined, whatever page it is on."""
        return next((one for one in self.marks if one.number == self.chosen), None)

    def boxes(self, seen: Seen) -> list[tuple[int, QRectF]]:
        """The number and the box of each mark on a page."""
        found = ((mark.number, seen.box_of(mark)) for mark in self.marks)
        return [(number, box) for number, box in found if box is not None]

    def badges(self, seen: Seen) -> tuple[Badge, ...]:
        """The numbers beside the page, from top to bottom; marks of one line share one."""
        lines: list[tuple[QRectF, list[int]]] = []
        for number, box in self.boxes(seen):
            high = min(box.height(), theme.px(24))
            line = QRectF(0, box.top(), 1, max(high, theme.px(18)))
            for known, numbers in lines:
                if known.intersects(line):
                    numbers.append(number)
                    break
            else:
                lines.append((line, [number]))
        shift = seen.sheet.left() - theme.px(GUTTER)
        made = (badge_beside(line, sorted(set(numbers))) for line, numbers in lines)
        return tuple(Badge(one.area.translated(shift, 0), one.numbers) for one in made)

    def at(self, spot: QPointF, seen: Seen) -> int | None:
        """The mark of a box or of a number beside the page; where several lie over each other,
        the one after that which is outlined.
        """
        hit = [number for number, box in self.boxes(seen) if box.contains(spot)]
        hit = hit or [
            number
            for badge in self.badges(seen)
            if badge.area.contains(spot)
            for number in badge.numbers
        ]
        if not hit:
            return None
        after = hit.index(self.chosen) + 1 if self.chosen in hit else 0
        return hit[after % len(hit)]

    def paint_edges(self, painter: QPainter, seen: Seen) -> None:
        """The outlines of the boxes, and the numbers beside the page."""
        tokens = theme.tokens()
        for number, box in self.boxes(seen):
            chosen = number == self.chosen
            painter.setPen(QPen(tokens.accent if chosen else tokens.mark_edge, 1 + chosen))
            painter.drawRoundedRect(box, 3, 3)
        painter.setFont(theme.font(11, 600))
        for badge in self.badges(seen):
            paint_badge(painter, badge.area, badge.words, self.chosen in badge.numbers)
