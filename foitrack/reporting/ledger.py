"""A table that breaks over pages in time linear in its rows, with its headings repeated.

The drawing library's own table styles and measures all that is left again at each page break,
and cannot break a row that is higher than a page; case data needs both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.platypus.flowables import Flowable

from foitrack.reporting.cells import Cell, TextCell
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.styles import HEAD_CELL, LINE, LINE2, ink

GUTTER = 8.0
HEAD_PADDING = 7.0
BREAKABLE = 150.0
"""A row higher than this, in points, may be cut in two at the foot of a page."""
LEAST_CUT = 45.0
"""The least height worth leaving at the foot of a page when a row is cut."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `fixed` points wide, or its `share` of what the fixed ones leave.

    Where every column has a `span` (its longest word, its longest line, in points), the room is
    shared out by what each needs instead.
    """

    heading: str
    share: float = 1.0
    fixed: float | None = None
    right: bool = False
    span: tuple[float, float] | None = None


def shared_out(spans: Sequence[tuple[float, float]], room: float) -> list[float]:
    """Widths that fill the room: each its longest word at least, the rest by what each lacks."""
    least = sum(low for low, _ in spans)
    if least >= room:
        return [room * low / least for low, _ in spans]
    wanted = sum(high - low for low, high in spans) or 1.0
    return [low + (room - least) * (high - low) / wanted for low, high in spans]


@dataclass(slots=True)
class Row:
    """A row's cells. `link` names the place its first cell leads to."""

    cells: Sequence[Cell]
    link: str | None = None
    height: float | None = field(default=None, compare=False)


class Ledger(Flowable):
    """Rows under headings. A ledger without headings is a list of facts."""

    def __init__(
        self,
        lettering: Lettering,
        columns: Sequence[Column],
        rows: list[Row],
        *,
        padding: float = 3.8,
        ruled: bool = True,
        after: float = 0,
    ) -> None:
        super().__init__()
        self._lettering, self._columns, self._rows = lettering, columns, rows
        self._padding, self._ruled = padding, ruled
        self.spaceBefore, self.spaceAfter = 0.0, after
        self._heads = [
            TextCell(lettering, column.heading, HEAD_CELL, right=column.right) for column in columns
        ]

    def _widths(self, total: float) -> list[float]:
        spans = [column.span for column in self._columns if column.span is not None]
        if len(spans) == len(self._columns):
            return shared_out(spans, total - GUTTER * (len(spans) - 1))
        fixed = sum(column.fixed or 0 for column in self._columns)
        gutters = GUTTER * (len(self._columns) - 1)
        shares = sum(column.share for column in self._columns if column.fixed is None) or 1
        each = max(0.0, total - fixed - gutters) / shares
        return [
            column.share * each if column.fixed is None else column.fixed
            for column in self._columns
        ]

    def _head(self, widths: Sequence[float]) -> float:
        """The height of the headings; 0 for a ledger that has none."""
        cells = zip(self._heads, widths, strict=True)
        highest = max(cell.height(width) for cell, width in cells)
        return highest + HEAD_PADDING if highest else 0.0

    def _row_height(self, row: Row, widths: Sequence[float]) -> float:
        if row.height is None:
            inner = max(cell.height(width) for cell, width in zip(row.cells, widths, strict=True))
            row.height = inner + 2 * self._padding
        return row.height

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """The height wanted; measured no further than the first row that does not fit."""
        widths = self._widths(across)
        total = self._head(widths)
        for row in self._rows:
            total += self._row_height(row, widths)
            if total > down:
                break
        self.width, self.height = across, total
        return across, total

    def split(self, across: float, down: float) -> list[Flowable]:
        """The rows that fit, and the rest; a row higher than most of a page is cut."""
        widths = self._widths(across)
        used, fits = self._head(widths), 0
        while fits < len(self._rows) and used + self._row_height(self._rows[fits], widths) <= down:
            used += self._row_height(self._rows[fits], widths)
            fits += 1
        if fits == len(self._rows):
            return [self]
        first, rest = self._rows[:fits], self._rows[fits:]
        if self._row_height(rest[0], widths) > BREAKABLE and down - used >= LEAST_CUT:
            top, bottom = self._cut(rest[0], widths, down - used)
            first, rest = [*first, top], [bottom, *rest[1:]]
        return [self._part(first, 0), self._part(rest, self.spaceAfter)] if first else []

    def _cut(self, row: Row, widths: Sequence[float], height: float) -> tuple[Row, Row]:
        inner = height - 2 * self._padding
        parts = [cell.split(width, inner) for cell, width in zip(row.cells, widths, strict=True)]
        return Row([top for top, _ in parts], row.link), Row([rest for _, rest in parts])

    def _part(self, rows: list[Row], after: float) -> Ledger:
        part = Ledger(
            self._lettering,
            self._columns,
            rows,
            padding=self._padding,
            ruled=self._ruled,
            after=after,
        )
        return part

    def draw(self) -> None:
        """Draws headings and rows from the top of the flowable's box."""
        widths, top = self._widths(self.width), self.height
        head = self._head(widths)
        if head:
            self._draw_head(widths, top, head)
            top -= head
        for row in self._rows:
            height = self._row_height(row, widths)
            self._draw_row(row, widths, top, height)
            top -= height

    def _draw_head(self, widths: Sequence[float], top: float, high: float) -> None:
        x = 0.0
        for cell, width in zip(self._heads, widths, strict=True):
            cell.draw(self.canv, x, top - 1, width, high)
            x += width + GUTTER
        self._line(top - high, LINE2, 0.9)

    def _draw_row(self, row: Row, widths: Sequence[float], top: float, height: float) -> None:
        x = 0.0
        for cell, width in zip(row.cells, widths, strict=True):
            cell.draw(self.canv, x, top - self._padding, width, height - 2 * self._padding)
            x += width + GUTTER
        if row.link is not None:
            rect = (0, top - height, widths[0], top)
            self.canv.linkRect("", row.link, rect, relative=1)
        if self._ruled:
            self._line(top - height, LINE, 0.5)

    def _line(self, y: float, colour: str, thickness: float) -> None:
        self.canv.setStrokeColor(ink(colour))
        self.canv.setLineWidth(thickness)
        self.canv.line(0, y, self.width, y)
