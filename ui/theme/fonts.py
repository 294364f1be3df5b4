"""The bundled typefaces, in pixels of the design times the person's text size."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from foitrack import assets

FAMILY = "Inter Tabular"
"""Inter with tabular figures by default; a name of its own, so that an Inter installed on the
machine, whose figures are proportional, is not taken instead."""
DOCUMENT_FAMILY = "Noto Sans"
BODY = 13
LARGEST_SCALE = 2.0

_scale = 1.0


@cache
def load_fonts() -> None:
    """Make the bundled fonts known to Qt. Once a process, after the application is made."""
    for path in sorted(assets.resource("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"Qt cannot read the font {path.name}")


def set_scale(scale: float) -> None:
    """Text size as a factor of the design's, 1.0 to 2.0."""
    global _scale
    _scale = min(max(scale, 1.0), LARGEST_SCALE)


def scale() -> float:
    """The text size now, as a factor of the design's."""
    return _scale


def px(length: float) -> int:
    """A length of the design (pixels) that must grow with the text."""
    return round(length * _scale)


def font(size: float = BODY, weight: int = 400) -> QFont:
    """Inter at a size of the design (pixels) and a weight of 400, 500, 600 or 700."""
    return _font(FAMILY, size, weight)


def document_font(size: float = BODY, weight: int = 400) -> QFont:
    """Noto Sans, for the text of documents."""
    return _font(DOCUMENT_FAMILY, size, weight)


def _font(family: str, size: float, weight: int) -> QFont:
    # A copy: whoever asked may change theirs. What is painted asks for some at every line.
    return QFont(_made(family, px(size), weight))


@cache
def _made(family: str, pixels: int, weight: int) -> QFont:
    made = QFont(family)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
