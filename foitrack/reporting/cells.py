"""What can stand in a table's cell: text, chips, a bar of time taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from foitrack.reporting.fonts import Lettering
from foitrack.reporting.prose import GAP, baseline
from foitrack.reporting.styles import (
    CELL,
    CHIP,
    CONTROL,
    LINE2,
    PAPER,
    SUNKEN,
    Style,
    Weight,
    ink,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Cell(Protocol):
    """A piece of a table. Sizes in points."""

    def height(self, width: float) -> float:
        """How high it is in a column of that width."""

    def draw(self, canvas: Canvas, x: float, top: float, width: float, high: float) -> None:
        """Draws it downwards from `top`, in a row whose cells are `high` at most."""

    def split(self, width: float, height: float) -> tuple[Cell, Cell]:
        """What fits in that height, and the rest."""


def widest(lettering: Lettering, texts: Iterable[str], style: Style) -> tuple[float, float]:
    """The width of the longest word, and of the longest line, that these texts have."""
    least = natural = 0.0
    for text in texts:
        for line in lettering.printable(text).split("\n"):
            words = line.split()
            least = max([least, *(lettering.width(word, style) for word in words)])
            natural = max(natural, lettering.width(" ".join(words), style))
    return least, natural


class TextCell:
    """Words in a cell, in as many lines as they need."""

    def __init__(
        self, lettering: Lettering, text: str, style: Style = CELL, *, right: bool = False
    ) -> None:
        self._lettering, self._text, self._style, self._right = lettering, text, style, right
        self._lines: tuple[str, ...] | None = None

    def _laid(self, width: float) -> tuple[str, ...]:
        if self._lines is None:
            self._lines = self._lettering.lines(self._text, self._style, width)
        return self._lines

    def _line_height(self, line: str) -> float:
        return self._style.leading * (1 if line else GAP)

    def height(self, width: float) -> float:
        """How high the lines are together."""
        return sum(self._line_height(line) for line in self._laid(width))

    def draw(self, canvas: Canvas, x: float, top: float, width: float, high: float) -> None:
        """Prints the lines."""
        for line in self._laid(width):
            y = baseline(top, self._style)
            if line and self._right:
                self._lettering.draw_right(canvas, x + width, y, line, self._style)
            elif line:
                self._lettering.draw(canvas, x, y, line, self._style)
            top -= self._line_height(line)

    def split(self, width: float, height: float) -> tuple[Cell, Cell]:
        """The lines that fit, and the rest."""
        lines, fits = self._laid(width), 0
        while fits < len(lines) and height >= self._line_height(lines[fits]):
            height -= self._line_height(lines[fits])
            fits += 1
        return self._part(lines[:fits]), self._part(lines[fits:])

    def _part(self, lines: tuple[str, ...]) -> TextCell:
        part = TextCell(self._lettering, "", self._style, right=self._right)
        part._lines = lines
        return part


class ChipsCell:
    """Provisions as chips. A dashed edge: read by the app, not confirmed by a person."""

    LINE = 16.0
    HIGH = 13.0

    def __init__(
        self, lettering: Lettering, chips: tuple[tuple[str, bool], ...], *, right: bool = False
    ) -> None:
        self._lettering, self._chips, self._right = lettering, chips, right

    def _wide(self, label: str) -> float:
        return self._lettering.width(label, CHIP) + 9

    def _rows(self, width: float) -> list[list[tuple[str, bool]]]:
        rows: list[list[tuple[str, bool]]] = []
        used = width + 1
        for chip in self._chips:
            wide = self._wide(chip[0]) + 3
            if used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append(chip)
            used += wide
        return rows

    def height(self, width: float) -> float:
        """How high the rows of chips are; never less than a line of text."""
        return max(CELL.leading, len(self._rows(width)) * self.LINE - (self.LINE - CELL.leading))

    def draw(self, canvas: Canvas, x: float, top: float, width: float, high: float) -> None:
        """Draws the chips, a row of them under the other."""
        for row in self._rows(width):
            total = sum(self._wide(label) + 3 for label, _ in row) - 3
            at = x + width - total if self._right else x
            for label, confirmed in row:
                self._chip(canvas, at, top, label, confirmed)
                at += self._wide(label) + 3
            top -= self.LINE

    def _chip(self, canvas: Canvas, x: float, top: float, label: str, confirmed: bool) -> None:
        y = top - CELL.leading / 2 - self.HIGH / 2
        canvas.setFillColor(ink(SUNKEN if confirmed else PAPER))
        canvas.setStrokeColor(ink(LINE2 if confirmed else CONTROL))
        canvas.setLineWidth(0.7)
        canvas.setDash([] if confirmed else [2, 1.5])
        canvas.roundRect(x, y, self._wide(label), self.HIGH, 2, stroke=1, fill=1)
        canvas.setDash([])
        self._lettering.draw(canvas, x + 4.5, y + self.HIGH / 2 - 0.36 * CHIP.size, label, CHIP)

    def split(self, width: float, height: float) -> tuple[Cell, Cell]:
        """The rows of chips that fit, and the rest."""
        rows = self._rows(width)
        fits = int(height // self.LINE)
        first = tuple(chip for row in rows[:fits] for chip in row)
        rest = tuple(chip for row in rows[fits:] for chip in row)
        return (
            ChipsCell(self._lettering, first, right=self._right),
            ChipsCell(self._lettering, rest, right=self._right),
        )


class PillCell:
    """A word on a tint."""

    HIGH = 15.0

    def __init__(self, lettering: Lettering, words: str, colour: str, soft: str) -> None:
        self._lettering, self._words, self._soft = lettering, words, soft
        self._style = Style(8.6, 12, Weight.SEMIBOLD, colour)

    def height(self, width: float) -> float:
        """One line, with room for the tint."""
        return self.HIGH

    def draw(self, canvas: Canvas, x: float, top: float, width: float, high: float) -> None:
        """Draws the tint and the word."""
        wide = self._lettering.width(self._words, self._style) + 12
        canvas.setFillColor(ink(self._soft))
        canvas.roundRect(x, top - self.HIGH + 1, wide, self.HIGH, 3, stroke=0, fill=1)
        y = top + 1 - self.HIGH / 2 - 0.36 * self._style.size
        self._lettering.draw(canvas, x + 6, y, self._words, self._style)

    def split(self, width: float, height: float) -> tuple[Cell, Cell]:
        """The pill stays whole, on the first part."""
        return self, EmptyCell()


class EmptyCell:
    """Nothing: what is left of a cell that stays whole when its row is cut in two."""

    def height(self, width: float) -> float:
        """No height."""
        return 0.0

    def split(self, width: float, height: float) -> tuple[Cell, Cell]:
        """Nothing twice."""
        return self, self

    def draw(self, canvas: Canvas, x: float, top: float, width: float, high: float) -> None:
        """Draws nothing."""
