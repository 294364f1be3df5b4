"""Which theme a choice means on this computer: light or dark, and whether in high contrast."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints


class Choice(StrEnum):
    """What a person may choose; SYSTEM follows the computer's light, dark and high contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Hints(Protocol):
    """What is asked of Qt's style hints; a newer Qt tells of contrast as well."""

    def colorScheme(self) -> Qt.ColorScheme:
        """Light, dark, or not known."""
        ...


def theme_for(choice: Choice, hints: Hints) -> str:
    """The name of a theme's file: light, dark, contrast (on black) or contrast-light."""
    scheme = hints.colorScheme()
    if choice is Choice.CONTRAST:
        return "contrast-light" if scheme is Qt.ColorScheme.Light else "contrast"
    if choice is not Choice.SYSTEM:
        return choice.value
    if _wants_contrast(hints):
        return "contrast" if scheme is Qt.ColorScheme.Dark else "contrast-light"
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def follow(hints: QStyleHints, changed: Callable[[], object]) -> None:
    """Call when the system changes between light and dark, or asks for more contrast."""
    hints.colorSchemeChanged.connect(lambda: changed())
    if hasattr(hints, "accessibility"):
        hints.accessibility().contrastPreferenceChanged.connect(lambda: changed())


def _wants_contrast(hints: Hints) -> bool:
    told = getattr(hints, "accessibility", None)
    if told is None:
        return False
    return bool(told().contrastPreference() is Qt.ContrastPreference.HighContrast)
