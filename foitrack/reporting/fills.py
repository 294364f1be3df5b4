"""Fills that can be told apart without colour: solid, hatched, hollow and their kin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from foitrack.reporting.styles import CHART_1, CHART_2, CHART_3, PAPER, TEXT2, VIOLET, ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Pattern(StrEnum):
    """How an area is filled."""

    SOLID = "solid"
    HATCHED = "hatched"
    HOLLOW = "hollow"
    BACK_HATCHED = "back-hatched"
    CROSSED = "crossed"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Fill:
    """A colour and a pattern."""

    colour: str
    pattern: Pattern = Pattern.SOLID


SERIES = (
    Fill(CHART_1),
    Fill(CHART_2, Pattern.HATCHED),
    Fill(CHART_3, Pattern.HOLLOW),
    Fill(VIOLET, Pattern.LEVEL),
    Fill("#8B2959", Pattern.BACK_HATCHED),
    Fill(TEXT2, Pattern.CROSSED),
)
"""The fills of a chart's series, in order."""


def paint(
    canvas: Canvas, fill: Fill, x: float, y: float, width: float, height: float, radius: float = 1
) -> None:
    """Fills a rectangle. Nothing narrower than a hairline is drawn."""
    if width <= 0 or height <= 0:
        return
    radius = min(radius, width / 2, height / 2)
    canvas.setFillColor(ink(fill.colour))
    if fill.pattern is Pattern.SOLID:
        canvas.roundRect(x, y, width, height, radius, stroke=0, fill=1)
        return
    canvas.setStrokeColor(ink(fill.colour))
    canvas.setLineWidth(0.8)
    canvas.setFillColor(ink(PAPER))
    if fill.pattern is not Pattern.HOLLOW:
        _hatch(canvas, fill.pattern, x, y, width, height, radius)
    inset = min(0.4, width / 4, height / 4)
    canvas.roundRect(
        x + inset, y + inset, width - 2 * inset, height - 2 * inset, radius, stroke=1, fill=0
    )


def _hatch(
    canvas: Canvas,
    pattern: Pattern,
    x: float,
    y: float,
    width: float,
    height: float,
    radius: float,
) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.roundRect(x, y, width, height, radius)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setLineWidth(1.1)
    if pattern is Pattern.LEVEL:
        canvas.lines(_level(x, y, width, height))
    if pattern in (Pattern.HATCHED, Pattern.CROSSED):
        canvas.lines(_slanted(x, y, width, height, up=True))
    if pattern in (Pattern.BACK_HATCHED, Pattern.CROSSED):
        canvas.lines(_slanted(x, y, width, height, up=False))
    canvas.restoreState()


def _level(
    x: float, y: float, width: float, height: float
) -> list[tuple[float, float, float, float]]:
    count = int(height / 2.6) + 1
    return [(x, y + 2.6 * n, x + width, y + 2.6 * n) for n in range(count)]


def _slanted(
    x: float, y: float, width: float, height: float, *, up: bool
) -> list[tuple[float, float, float, float]]:
    step, count = 3.2, int((width + height) / 3.2) + 1
    starts = [x - height + step * n for n in range(count + 1)]
    if up:
        return [(start, y, start + height, y + height) for start in starts]
    return [(start, y + height, start + height, y) for start in starts]
