"""Puts a theme on the whole application, live, and tells those who paint."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from foitrack import assets
from ui.theme import fonts, icons
from ui.theme.marks import MarkFiles
from ui.theme.palette import palette
from ui.theme.preferred import Choice, follow, theme_for
from ui.theme.stylesheet import stylesheet
from ui.theme.tokens import Tokens, read_tokens


class Changes(QObject):
    """Tells when another theme or text size has been put on."""

    changed = Signal()


class _Now:
    """The theme that is on."""

    choice = Choice.LIGHT
    name = ""
    tokens: Tokens | None = None
    sheet = ""
    """The style sheet that was put on last."""


@cache
def changes() -> Changes:
    """Where painted widgets listen: `changes().changed.connect(self.update)`."""
    return Changes()


@cache
def _marks() -> MarkFiles:
    return MarkFiles()


@cache
def _read(name: str) -> Tokens:
    return read_tokens(assets.resource("themes", f"{name}.toml"))


@cache
def _sheet(name: str, _scale: float) -> str:
    """A theme's style sheet at the text size that is on: lengths in it grow with the text."""
    high = name.startswith(Choice.CONTRAST.value)
    return stylesheet(_read(name), _marks().write(name, _read(name)), high=high)


def tokens() -> Tokens:
    """The colours of the theme that is on (light before any was put on)."""
    return _Now.tokens or _read("light")


def theme_name() -> str:
    """The name of the theme that is on: light, dark, contrast or contrast-light."""
    return _Now.name or "light"


def choice() -> Choice:
    """What the person chose, which may be to follow the system."""
    return _Now.choice


def apply(app: QApplication, name: str = Choice.SYSTEM, scale: float | None = None) -> None:
    """Put on light, dark, contrast or the system's, and a text size, everywhere at once."""
    fonts.load_fonts()
    _Now.choice = Choice(name)
    fonts.set_scale(fonts.scale() if scale is None else scale)
    _wear(app)


def follow_system(app: QApplication) -> None:
    """From now on change with the system while the choice is to follow it."""
    follow(app.styleHints(), lambda: _system_changed(app))


def system_text_scale(app: QApplication) -> float:
    """How much larger than usual the system asks text to be, 1.0 to 2.0."""
    if app.platformName() == "offscreen":
        return 1.0
    # 96 dots an inch is the usual on Linux and Windows, 72 on macOS.
    usual = 72 if app.platformName() == "cocoa" else 96
    by_screen = QGuiApplication.primaryScreen().logicalDotsPerInch() / usual
    by_font = QFontInfo(app.font()).pointSizeF() / 13.0
    return min(max(1.0, by_screen, by_font), fonts.LARGEST_SCALE)


def _system_changed(app: QApplication) -> None:
    if theme_for(_Now.choice, app.styleHints()) != _Now.name:
        _wear(app)


def _wear(app: QApplication) -> None:
    _Now.name = theme_for(_Now.choice, app.styleHints())
    _Now.tokens = _read(_Now.name)
    if not _Now.sheet:
        # Once: with a style sheet on it the style no longer tells its name.
        app.setStyle("Fusion")
    sheet = _sheet(_Now.name, fonts.scale())
    if sheet == _Now.sheet == app.styleSheet():
        # It has every colour and size in it: each widget wears them already.
        return
    _Now.sheet = sheet
    app.setFont(fonts.font())
    app.setPalette(palette(_Now.tokens))
    app.setStyleSheet(sheet)
    for widget in app.allWidgets():
        _refresh_picture(widget)
    changes().changed.emit()


def _refresh_picture(widget: QWidget) -> None:
    given = widget.property("picture")
    if isinstance(given, str):
        show_picture(widget, given)


def show_picture(widget: QWidget, given: str) -> None:
    """Set a button's icon or a label's picture from "name token size"."""
    name, token, size = given.split()
    widget.setProperty("picture", given)
    side = fonts.px(int(size))
    colours = tokens()
    to_the_left = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if isinstance(widget, QPushButton | QToolButton):
        widget.setIconSize(QSize(side, side))
        drawn = icons.tinted_icon(
            name, colours.named(token), colours.off, side, to_the_left=to_the_left
        )
        widget.setIcon(drawn)
    else:
        colour = colours.named(token).name()
        density = widget.devicePixelRatioF()
        widget.setProperty("pixmap", icons.tinted_pixmap(name, colour, side, density, to_the_left))
