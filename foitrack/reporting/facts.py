"""Small facts: four side by side, or labels with their values; a title with its reference."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from foitrack.reporting.cells import Cell, TextCell
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.ledger import Column, Ledger, Row
from foitrack.reporting.prose import Heading, baseline, shortened
from foitrack.reporting.styles import BODY, FACT, HEADING, LABEL, SMALL, TITLE, Style

LABEL_WIDTH = 92.0
REFERENCE_WIDTH = 150.0
LONG_TITLE, LONGEST_TITLE, LONGEST_REFERENCE = 80, 400, 160
"""In characters. A long title is set smaller, the longest are cut."""


def facts(lettering: Lettering, pairs: Sequence[tuple[str, str, Style]]) -> Flowable:
    """Labels with their values beside them; nothing to print where there are none."""
    rows = [
        Row([TextCell(lettering, label, LABEL), TextCell(lettering, value, style)])
        for label, value, style in pairs
    ]
    return fact_rows(lettering, rows)


def fact_rows(lettering: Lettering, rows: list[Row]) -> Flowable:
    """Rows of a label and a cell, with no rules between them."""
    columns = [Column("", fixed=LABEL_WIDTH), Column("")]
    return Ledger(lettering, columns, rows, padding=1.8, ruled=False)


def fact_row(lettering: Lettering, label: str, value: Cell) -> Row:
    """A label and whatever cell says its value."""
    return Row([TextCell(lettering, label, LABEL), value])


def said(label: str, value: str, style: Style = BODY) -> tuple[str, str, Style]:
    """A fact in the words of the summary."""
    return label, value, style


def side_by_side(lettering: Lettering, pairs: Sequence[tuple[str, str]]) -> Flowable:
    """Facts in equal columns, each value under its label."""
    columns = [Column("") for _ in pairs]
    rows = [
        Row([TextCell(lettering, label, SMALL) for label, _ in pairs]),
        Row([TextCell(lettering, value, FACT) for _, value in pairs]),
    ]
    return Ledger(lettering, columns, rows, padding=1, ruled=False)


class ReferencedTitle(Heading):
    """A section's title with the authority's reference at the right."""

    def __init__(self, lettering: Lettering, text: str, references: Sequence[str]) -> None:
        style = TITLE if len(text) <= LONG_TITLE else HEADING
        super().__init__(lettering, shortened(text, LONGEST_TITLE), style, after=4)
        words = shortened(", ".join(references), LONGEST_REFERENCE) or "none given"
        self._reference = lettering.lines(words, FACT, REFERENCE_WIDTH)

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """The title beside the reference; as high as the higher of the two."""
        super().wrap(across - REFERENCE_WIDTH - 12, down)
        reference = SMALL.leading + FACT.leading * len(self._reference)
        self.width, self.height = across, max(self.height, reference)
        return across, self.height

    def split(self, across: float, down: float) -> list[Flowable]:
        """Never cut."""
        return []

    def draw(self) -> None:
        """Prints the title, then the reference beside it."""
        super().draw()
        top = self.height
        label = "Authority's reference"
        self.lettering.draw_right(self.canv, self.width, baseline(top, SMALL), label, SMALL)
        top -= SMALL.leading
        for line in self._reference:
            self.lettering.draw_right(self.canv, self.width, baseline(top, FACT), line, FACT)
            top -= FACT.leading
