"""Reduced motion: nothing fades in, slides or blinks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.remembered import recall, remember

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
_BLINK_MS = 1_000
_usual: dict[Qt.UIEffect, bool] = {}
"""What the system wanted before anything was stilled."""


def is_still() -> bool:
    """Whether the person asked for reduced motion."""
    return recall("reduced-motion") == "yes"


def keep_still(yes: bool) -> None:
    """Reduce motion, or move as the system does; now and at the next start."""
    remember("reduced-motion", "yes" if yes else "")
    apply_motion()


def apply_motion() -> None:
    """Move as much as is remembered."""
    still = is_still()
    if still or _usual:
        for effect in _EFFECTS:
            usual = _usual.setdefault(effect, QApplication.isEffectEnabled(effect))
            QApplication.setEffectEnabled(effect, usual and not still)
        QApplication.setCursorFlashTime(0 if still else _BLINK_MS)
