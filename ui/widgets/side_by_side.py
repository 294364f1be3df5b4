"""Two columns side by side, one below the other where large text leaves no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui import theme

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class SideBySide(QWidget):
    """`shares` are the columns' parts of the width; `below` pixels at 100 % text they stack."""

    def __init__(
        self, left: QLayout, right: QLayout, *, shares: tuple[int, int], gap: int, below: int
    ) -> None:
        super().__init__()
        self._below, self._gap = below, gap
        self._row = QBoxLayout(ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        for column, share in zip((left, right), shares, strict=True):
            self._row.addLayout(column, share)

    def sizeHint(self) -> QSize:
        """Room for both side by side, also while they are stacked."""
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        sizes = [item.sizeHint() for item in items if item is not None]
        wide = sum(size.width() for size in sizes) + self._gap
        return QSize(wide, max(size.height() for size in sizes))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: then the columns stack."""
        return QSize(0, super().minimumSizeHint().height())

    def measure_anew(self) -> None:
        """What is in the columns has changed, and their size is asked for before Qt tells of it."""
        _forget_sizes(self._row)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack, or stand side by side again."""
        super().resizeEvent(event)
        stacked = self.width() < theme.px(self._below)
        self._row.setDirection(DOWN if stacked else ACROSS)
        self._row.setSpacing(self._gap // 2 if stacked else self._gap)


def _forget_sizes(layout: QLayout) -> None:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        item.invalidate()
        if (inner := item.layout()) is not None:
            _forget_sizes(inner)
    layout.invalidate()
