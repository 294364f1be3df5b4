"""A picture as a coarse grid of colours, and what two such grids differ in.

A cell is the mean of 16 by 16 points, so that a letter drawn a little otherwise counts for next to
nothing, while a pane that has moved, gone or changed its colour changes whole fields of cells.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

CELL = 16
"""Points of the screen to a side."""
UNLIKE = 9.0
"""Of 255: cells whose mean colours differ by more look different."""
FIELD = 5
"""Cells to a side of a field."""
MOST_IN_A_FIELD = 9
"""Cells of a field that may be unlike: a word that has changed is no more, a pane is."""
MOST_OF_ALL = 0.01
"""Share of all cells that may be unlike."""

Grid = NDArray[np.float64]


def grid_of(picture: QImage, across: int, down: int) -> Grid:
    """The mean colours of so many cells."""
    image = picture.convertToFormat(QImage.Format.Format_RGB888)
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    smooth = Qt.TransformationMode.SmoothTransformation
    fitted = image.scaled(across * CELL, down * CELL, ratio, smooth)
    wide = fitted.bytesPerLine()
    rows = np.frombuffer(fitted.constBits(), np.uint8).reshape(fitted.height(), wide)
    points = rows[:, : fitted.width() * 3].reshape(down, CELL, across, CELL, 3)
    return points.astype(float).mean(axis=(1, 3))


def differences(one: Grid, other: Grid) -> str:
    """What a person would see of two pictures; empty where they look alike."""
    if one.shape != other.shape:
        return f"The sizes differ: {one.shape} and {other.shape}."
    unlike = np.abs(one - other).max(axis=2) > UNLIKE
    share = float(unlike.mean())
    down, across = unlike.shape
    worst, at = 0, (0, 0)
    for row in range(max(down - FIELD, 0) + 1):
        for column in range(max(across - FIELD, 0) + 1):
            number = int(unlike[row : row + FIELD, column : column + FIELD].sum())
            if number > worst:
                worst, at = number, (column * CELL, row * CELL)
    if worst <= MOST_IN_A_FIELD and share <= MOST_OF_ALL:
        return ""
    return f"{share:.1%} of the cells are unlike, most of them about point {at} ({worst} there)."


def keep(grid: Grid, path: Path) -> None:
    """Write a grid as a small picture, one point a cell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    points = np.ascontiguousarray(grid.round().astype(np.uint8))
    down, across, _ = points.shape
    image = QImage(points.tobytes(), across, down, across * 3, QImage.Format.Format_RGB888)
    assert image.save(str(path))


def kept(path: Path) -> Grid:
    """A grid that was written so."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(float)
