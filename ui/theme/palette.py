"""The theme as Qt's palette: `setColorScheme` does nothing on some platforms."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Tokens

Role = QPalette.ColorRole


def palette(tokens: Tokens) -> QPalette:
    """Every role set outright, so that nothing of the system's colours shows through."""
    made = QPalette()
    for role, colour in _roles(tokens).items():
        made.setColor(role, colour)
    for role in (Role.Text, Role.WindowText, Role.ButtonText, Role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, tokens.off)
    return made


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, QColor]:
    return {
        Role.Window: tokens.window,
        Role.WindowText: tokens.text,
        Role.Base: tokens.surface,
        Role.AlternateBase: tokens.sunken,
        Role.Text: tokens.text,
        Role.PlaceholderText: tokens.text3,
        Role.Button: tokens.raised,
        Role.ButtonText: tokens.text,
        Role.BrightText: tokens.red,
        Role.ToolTipBase: tokens.raised,
        Role.ToolTipText: tokens.text,
        Role.Highlight: tokens.accent_soft,
        Role.HighlightedText: tokens.text,
        Role.Accent: tokens.accent,
        Role.Link: tokens.accent_ink,
        Role.LinkVisited: tokens.accent_ink,
        Role.Light: tokens.raised,
        Role.Midlight: tokens.line,
        Role.Mid: tokens.line2,
        Role.Dark: tokens.ctl,
        Role.Shadow: tokens.text,
    }
