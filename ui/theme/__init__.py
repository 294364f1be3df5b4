"""How the window looks: colours by token, bundled type, tinted icons, and four themes.

Screens name a token, never a colour; what they colour through here follows a change of theme
by itself. What they paint they repaint on `theme.changes().changed`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from ui.theme import icons as _icons
from ui.theme import switch as _switch
from ui.theme.fonts import document_font, font, px, scale
from ui.theme.preferred import Choice
from ui.theme.switch import (
    apply,
    changes,
    choice,
    follow_system,
    system_text_scale,
    theme_name,
    tokens,
)
from ui.theme.tokens import Tokens

__all__ = [
    "Choice",
    "Tokens",
    "apply",
    "button_kind",
    "changes",
    "choice",
    "colour_label",
    "document_font",
    "follow_system",
    "font",
    "ground",
    "icon",
    "paint_icon",
    "pixmap",
    "px",
    "restyle",
    "scale",
    "set_icon",
    "set_pixmap",
    "system_text_scale",
    "theme_name",
    "tokens",
]


def icon(name: str, colour_token: str = "text2", size: int = 16) -> QIcon:
    """An icon in a colour of the theme that is on; `set_icon` also follows a change."""
    colours = tokens()
    return _icons.tinted_icon(
        name,
        colours.named(colour_token),
        colours.off,
        px(size),
        to_the_left=QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft,
    )


def pixmap(name: str, colour_token: str = "text2", size: int = 16) -> QPixmap:
    """An icon as a picture of `size` pixels of the design, sharp on the main screen."""
    app = QApplication.instance()
    density = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    return _icons.tinted_pixmap(name, tokens().named(colour_token).name(), px(size), density)


def paint_icon(painter: QPainter, name: str, colour_token: str, box: QRectF) -> None:
    """Draw an icon into a box, in a colour of the theme that is on."""
    _icons.paint(painter, name, tokens().named(colour_token), box)


def set_icon(
    button: QAbstractButton, name: str, colour_token: str = "text2", size: int = 16
) -> None:
    """Give a button an icon that follows the theme."""
    _switch.show_picture(button, f"{name} {colour_token} {size}")


def set_pixmap(label: QLabel, name: str, colour_token: str = "text2", size: int = 16) -> None:
    """Give a label a picture that follows the theme."""
    _switch.show_picture(label, f"{name} {colour_token} {size}")


def colour_label(label: QLabel, token: str) -> None:
    """Write a label's text in a colour of the theme: text, text2, text3, accent, accent_ink,
    on_accent, red, amber, green, violet, plum, paper_text or paper_text2.
    """
    restyle(label, "tone", token)


def button_kind(button: QAbstractButton, kind: str) -> None:
    """primary: the one filled button of a view; quiet: no edge; link: like a link."""
    restyle(button, "kind", kind)


def ground(widget: QWidget, token: str) -> None:
    """What a widget stands on: window, surface, sidebar, sunken or raised."""
    from PySide6.QtCore import Qt

    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    restyle(widget, "ground", token)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have it looked at again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
