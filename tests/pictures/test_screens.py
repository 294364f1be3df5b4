"""The main screens look as they did: light, dark, at twice the points, in the smallest window.

The references are tests/pictures/references; `make reference-pictures` takes them anew after a
change that is meant. Look at the screens themselves (`make screenshots`) before keeping them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from tests.pictures.conftest import Take
from tests.pictures.grid import CELL, Grid, differences, grid_of, keep, kept
from ui.main_window import MainWindow

REFERENCES = Path(__file__).parent / "references"
RENEW = bool(os.environ.get("FOITRACK_RENEW_PICTURES"))
SCREENS = (
    "today",
    "requests",
    "deadlines",
    "casedata",
    "campaign",
    "authorities",
    "reports",
    "recording",
    "schema",
    "arrivals",
    "settings",
)
"""Not the guide: whoever writes in it would have to take its pictures anew."""
WHOLE, SMALL = (1440, 896), (1024, 640)


def grid(picture: QImage, size: tuple[int, int]) -> Grid:
    return grid_of(picture, size[0] // CELL, size[1] // CELL)


@pytest.mark.extended
@pytest.mark.parametrize("size", [WHOLE, SMALL], ids=["whole", "small"])
@pytest.mark.parametrize("worn", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_did(
    take: Take, screen: str, worn: str, size: tuple[int, int]
) -> None:
    found = grid(take(screen, worn, size), size)
    path = REFERENCES / f"{screen}-{worn}-{size[0]}.png"
    if RENEW:
        keep(found, path)
    assert differences(found, kept(path)) == ""


@pytest.mark.extended
@pytest.mark.parametrize("screen", SCREENS)
def test_at_twice_the_points_it_looks_the_same(take: Take, screen: str) -> None:
    twice = take(screen, "light", WHOLE, ratio=2)
    assert twice.width() == 2 * WHOLE[0]
    reference = kept(REFERENCES / f"{screen}-light-{WHOLE[0]}.png")
    assert differences(grid(twice, WHOLE), reference) == ""


@pytest.mark.extended
def test_references_are_small_and_there_is_one_for_each(take: Take) -> None:
    named = {
        f"{s}-{w}-{z[0]}.png" for s in SCREENS for w in ("light", "dark") for z in (WHOLE, SMALL)
    }
    found = {path.name: path.stat().st_size for path in REFERENCES.glob("*.png")}
    assert set(found) == named
    assert max(found.values()) < 20_000


def moved(picture: QImage, by: QPoint) -> QImage:
    """The picture with its right half drawn elsewhere, as when a pane has moved."""
    made = picture.copy()
    half = picture.width() // 2
    painter = QPainter(made)
    painter.drawImage(QPoint(half, 0) + by, picture.copy(half, 0, half, picture.height()))
    painter.end()
    return made


def drawn_otherwise(picture: QImage) -> QImage:
    """The picture as another rasteriser draws letters: softer, heavier, a little aside."""
    made = QImage(picture.size(), QImage.Format.Format_RGB32)
    made.fill(picture.pixelColor(2, picture.height() - 2))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(0.35, 0.25)
    painter.drawImage(0, 0, picture)
    painter.setOpacity(0.35)
    painter.translate(0.5, 0)
    painter.drawImage(0, 0, picture)
    painter.end()
    return made


@pytest.mark.parametrize(
    "screen", ["requests", pytest.param("casedata", marks=pytest.mark.extended)]
)
def test_other_letters_pass_and_a_moved_or_missing_pane_fails(
    take: Take, pictured: MainWindow, screen: str
) -> None:
    picture = take(screen, "light", WHOLE)
    reference = grid(picture, WHOLE)
    assert differences(grid(take(screen, "light", WHOLE), WHOLE), reference) == ""
    assert differences(grid(drawn_otherwise(picture), WHOLE), reference) == ""
    for by in (QPoint(24, 0), QPoint(0, 12)):
        assert differences(grid(moved(picture, by), WHOLE), reference) != "", by
    pictured.sidebar.hide()
    without = take(screen, "light", WHOLE)
    pictured.sidebar.show()
    assert differences(grid(without, WHOLE), reference) != ""
    assert differences(grid(take(screen, "dark", WHOLE), WHOLE), reference) != ""
