"""The theme's colours by name, read from `resources/themes`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour that a screen may use; no screen names a colour of its own."""

    window: QColor
    sidebar: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    pressed: QColor
    line: QColor
    line2: QColor
    ctl: QColor
    hatch: QColor
    text: QColor
    text2: QColor
    text3: QColor
    off: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    accent_ink: QColor
    accent_soft: QColor
    accent_line: QColor
    red: QColor
    red_soft: QColor
    red_line: QColor
    amber: QColor
    amber_soft: QColor
    amber_line: QColor
    green: QColor
    green_soft: QColor
    green_line: QColor
    violet: QColor
    violet_soft: QColor
    violet_line: QColor
    plum: QColor
    plum_soft: QColor
    plum_line: QColor
    chart1: QColor
    chart2: QColor
    chart3: QColor
    tick_past: QColor
    tick_left: QColor
    paper: QColor
    paper_text: QColor
    paper_text2: QColor
    paper_line: QColor
    paper_sunken: QColor
    mark: QColor
    mark_edge: QColor
    scroll: QColor
    scrim: QColor
    shadow: QColor

    def named(self, name: str) -> QColor:
        """The colour of that name; KeyError where there is none."""
        if name not in TOKEN_NAMES:
            raise KeyError(name)
        colour: QColor = getattr(self, name)
        return colour


TOKEN_NAMES = frozenset(field.name for field in fields(Tokens))


def read_tokens(path: Path) -> Tokens:
    """The colours in a theme's file. ValueError where one is missing, unknown or no colour."""
    given = tomllib.loads(path.read_text("utf-8"))["colours"]
    if set(given) != TOKEN_NAMES:
        raise ValueError(f"{path.name}: not the expected names: {set(given) ^ TOKEN_NAMES}")
    colours = {name: QColor(value) for name, value in given.items()}
    wrong = [name for name, colour in colours.items() if not colour.isValid()]
    if wrong:
        raise ValueError(f"{path.name}: no colours: {wrong}")
    return Tokens(**colours)
