"""Icons drawn on one 16 px grid, tinted with a colour of the theme."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from foitrack import assets

GRID = 16
DENSITIES = (1.0, 1.5, 2.0, 3.0)
OTHER_NAMES = {
    "received": "clock",
    "response": "mail",
    "deadline": "calendar",
    "today": "sun",
    "requests": "list",
    "deadlines": "calendar",
    "casedata": "chart",
    "reports": "document",
    "settings": "gear",
    "batch": "copy",
    "trash": "bin",
}
"""What the desk and the pages call an icon, where that is not what it shows."""
POINTING = frozenset({"arrow-left", "chevron-left", "chevron-right", "undo", "redo", "send"})
POINTING |= {"external", "list"}
"""Icons that go the other way where one reads from right to left."""


@cache
def icon_names() -> frozenset[str]:
    """The icons there are."""
    return frozenset(path.stem for path in assets.resource("icons").glob("*.svg"))


@cache
def _drawing(given: str) -> str:
    name = OTHER_NAMES.get(given, given)
    if name not in icon_names():
        raise KeyError(f"There is no icon named {given}")
    return assets.resource("icons", f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    tinted = _drawing(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(tinted.encode()))


def paint(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Draw an icon into a box; where painting is mirrored, only those that point are."""
    renderer = _renderer(name, colour.name())
    if painter.transform().m11() >= 0 or OTHER_NAMES.get(name, name) in POINTING:
        renderer.render(painter, box)
        return
    painter.save()
    painter.translate(box.left() + box.right(), 0)
    painter.scale(-1, 1)
    renderer.render(painter, box)
    painter.restore()


@lru_cache(maxsize=1024)
def tinted_pixmap(
    name: str, colour: str, size: int, density: float, to_the_left: bool = False
) -> QPixmap:
    """An icon as a picture of `size` logical pixels at a screen's pixel density.

    Those that point do so the other way where one reads `to_the_left`.
    """
    renderer = _renderer(name, colour)
    picture = QPixmap(QSize(round(size * density), round(size * density)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if to_the_left and OTHER_NAMES.get(name, name) in POINTING:
        painter.translate(picture.width(), 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture


def tinted_icon(
    name: str, colour: QColor, disabled: QColor, size: int = GRID, *, to_the_left: bool = False
) -> QIcon:
    """An icon for buttons and menus, sharp on every screen."""
    made = QIcon()
    for density in DENSITIES:
        off = tinted_pixmap(name, disabled.name(), size, density, to_the_left)
        made.addPixmap(tinted_pixmap(name, colour.name(), size, density, to_the_left))
        made.addPixmap(off, QIcon.Mode.Disabled)
    return made
