"""Colours, weights and sizes of the pages. Paper stays light whatever the window's theme."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.lib.colors import Color


class Weight(StrEnum):
    """The four weights of the typeface."""

    REGULAR = "regular"
    MEDIUM = "medium"
    SEMIBOLD = "semibold"
    BOLD = "bold"


TEXT = "#1E1D1A"
TEXT2 = "#55524B"
TEXT3 = "#6A665E"
LINE = "#E6E3DC"
LINE2 = "#D3CFC6"
CONTROL = "#8F8A7F"
SUNKEN = "#F3F1EC"
PAPER = "#FFFFFF"
ACCENT = "#2156C5"
ACCENT_INK = "#1D4DB3"
ACCENT_SOFT = "#E9F0FD"
RED = "#B3261E"
RED_SOFT = "#FCEBE9"
AMBER = "#855000"
AMBER_SOFT = "#FDF2DD"
AMBER_EDGE = "#E9CE9B"
GREEN = "#1D6A3A"
GREEN_SOFT = "#E5F3E9"
VIOLET = "#653BB0"
VIOLET_SOFT = "#F1ECFB"
PLUM = "#8B2959"
PLUM_SOFT = "#FAEAF1"
STILL_WAITING = "#C9C5BC"
CHART_1, CHART_2, CHART_3 = "#2156C5", "#C27A10", "#2C8C83"


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks. Sizes in points; `leading` is from one baseline to the next."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: str = TEXT


EYEBROW = Style(9, 12, Weight.SEMIBOLD, ACCENT)
TITLE = Style(24, 29, Weight.BOLD)
LEAD = Style(10, 14, Weight.REGULAR, TEXT2)
FIGURE = Style(27, 32, Weight.BOLD)
FIGURE_LABEL = Style(8.6, 11.5, Weight.REGULAR, TEXT2)
HEADING = Style(11.5, 15, Weight.SEMIBOLD)
SUBHEADING = Style(8.8, 12, Weight.SEMIBOLD)
BODY = Style(9.3, 13)
BODY_STRONG = Style(9.3, 13, Weight.SEMIBOLD)
BODY_SOFT = Style(9.3, 13, Weight.REGULAR, TEXT2)
QUOTE = Style(9.3, 13, Weight.REGULAR, TEXT2)
LABEL = Style(8.6, 13, Weight.REGULAR, TEXT2)
SMALL = Style(8.2, 11.5, Weight.REGULAR, TEXT2)
WARNING = Style(8.6, 12, Weight.REGULAR, AMBER)
HEAD_CELL = Style(7.8, 10, Weight.MEDIUM, TEXT3)
CELL = Style(8.5, 11.5)
CELL_NAME = Style(8.5, 11.5, Weight.MEDIUM)
CELL_SOFT = Style(8.5, 11.5, Weight.REGULAR, TEXT2)
CELL_LATE = Style(8.5, 11.5, Weight.REGULAR, RED)
CELL_CHECK = Style(8.5, 11.5, Weight.REGULAR, AMBER)
CHIP = Style(7.8, 10, Weight.SEMIBOLD)
FOOTER = Style(7.8, 10, Weight.REGULAR, TEXT2)
FACT = Style(9.6, 13, Weight.SEMIBOLD)
STRIP = Style(7, 9, Weight.MEDIUM)


@cache
def ink(colour: str) -> Color:
    """A colour as the drawing library takes it."""
    from reportlab.lib.colors import HexColor

    return HexColor(colour)
