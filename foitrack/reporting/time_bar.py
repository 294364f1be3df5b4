"""The bar of time taken in the table of authorities, against the law's limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foitrack.reporting.cells import Cell, EmptyCell
from foitrack.reporting.contents import SummaryRow
from foitrack.reporting.figures import is_overdue
from foitrack.reporting.fills import Fill, Pattern, paint
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.prose import baseline
from foitrack.reporting.styles import (
    ACCENT,
    CELL,
    CELL_SOFT,
    CONTROL,
    PAPER,
    RED,
    TEXT,
    Weight,
    ink,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MOST_LIMITS = 3
"""Bars longer than this many times the limit are broken, so that the short ones can be seen."""
NUMBER_WIDTH = 24.0
HIGH = 8.0


@dataclass(frozen=True, slots=True)
class Scale:
    """How many working days the width of the bars stands for."""

    days: float

    @classmethod
    def over(cls, rows: Sequence[SummaryRow]) -> Scale:
        """A scale that holds these rows' days and limits."""
        longest = max((row.days or 0 for row in rows), default=0)
        limit = max((row.limit for row in rows), default=20)
        return cls(max(min(longest, limit * MOST_LIMITS), limit * 1.25))


class TimeBar:
    """A number of working days and its bar: solid once answered, hatched while it is not."""

    def __init__(self, lettering: Lettering, row: SummaryRow, scale: Scale) -> None:
        self._lettering, self._row, self._scale = lettering, row, scale

    def height(self, width: float) -> float:
        """A line of text."""
        return CELL.leading

    def split(self, width: float, height: float) -> tuple[Cell, Cell]:
        """The bar stays whole, on the first part."""
        return self, EmptyCell()

    def draw(self, canvas: Canvas, x: float, top: float, width: float, high: float) -> None:
        """Draws number, bar and limit; says so where the time is not known."""
        row = self._row
        left, room = x + NUMBER_WIDTH + 6, width - NUMBER_WIDTH - 6
        if row.days is None:
            self._lettering.draw(canvas, x + 6, baseline(top, CELL), "not known", CELL_SOFT)
        else:
            style = replace(CELL, weight=Weight.BOLD, colour=RED if row.late else TEXT)
            right = x + NUMBER_WIDTH
            y = baseline(top, CELL)
            self._lettering.draw_right(canvas, right, y, f"{row.days:,}", style)
            self._draw_bar(canvas, left, top - CELL.leading / 2 - HIGH / 2, room, row.days)
        self._draw_limit(canvas, left + room * row.limit / self._scale.days, top, high)

    def _draw_bar(self, canvas: Canvas, x: float, y: float, room: float, days: int) -> None:
        each = room / self._scale.days
        within = min(days, self._row.limit)
        beyond = min(days, int(self._scale.days)) - within
        waiting = Fill(CONTROL, Pattern.HATCHED) if is_overdue(self._row) else Fill(ACCENT)
        paint(canvas, waiting, x, y, within * each, HIGH)
        if beyond > 0:
            paint(canvas, Fill(RED), x + within * each + 0.6, y, beyond * each - 0.6, HIGH)
        if days > self._scale.days:
            self._draw_break(canvas, x + room - 9, y)

    def _draw_break(self, canvas: Canvas, x: float, y: float) -> None:
        canvas.setStrokeColor(ink(PAPER))
        canvas.setLineWidth(1.4)
        canvas.line(x, y - 1, x + 3, y + HIGH + 1)
        canvas.line(x + 3, y - 1, x + 6, y + HIGH + 1)

    def _draw_limit(self, canvas: Canvas, x: float, top: float, high: float) -> None:
        canvas.setStrokeColor(ink(TEXT))
        canvas.setLineWidth(0.8)
        canvas.setDash([2, 1.6])
        canvas.line(x, top + 3.5, x, top - high - 3.5)
        canvas.setDash([])
