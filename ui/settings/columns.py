"""Sections in as many columns as a window has room for, filled one after another."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import rule
from ui.widgets.page_header import MARGIN

LEAST, WIDEST = 520, 720
"""Pixels at 100 % text of a column: in less, fields are cramped; longer lines are hard to read."""
BETWEEN = 64
GAP = 20
MOST = 3


def across(room: int) -> int:
    """How many columns stand side by side in so many pixels."""
    least, between = theme.px(LEAST), theme.px(BETWEEN)
    return max(1, min(MOST, (room + between) // (least + between)))


class Columns(QWidget):
    """The columns share the width; what is left of each one's share stays empty at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "window")
        self._sections: list[tuple[QWidget, QWidget]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(QMargins(MARGIN, 8, MARGIN, MARGIN))
        self._row.setSpacing(0)
        self._columns = [self._made_column() for _ in range(MOST)]
        self._row.addStretch(1)
        self._now = 0

    def _made_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addStretch(1)
        self._row.addLayout(column)
        return column

    def put(self, section: QWidget) -> None:
        """Add a section after those that are there."""
        line = rule()
        self._sections.append((line, section))
        for widget in (line, section):
            widget.setParent(self)
            widget.show()
        self._now = 0
        self.arrange(self.width())

    def arrange(self, width: int) -> None:
        """Fill the columns anew for a width; each takes about as much as the others."""
        room = width - 2 * MARGIN
        columns = across(room)
        share = (room + theme.px(BETWEEN)) // columns
        wide = min(theme.px(WIDEST), share - theme.px(BETWEEN) if columns > 1 else room)
        for one in self._sections:
            for widget in one:
                widget.setFixedWidth(wide)
        for at in range(MOST):
            self._row.setStretch(at, 0)
        self._row.setSpacing(share - wide if columns > 1 else 0)
        if columns != self._now:
            self._now = columns
            self._fill(columns, wide)

    def _fill(self, columns: int, wide: int) -> None:
        for widget in (one for pair in self._sections for one in pair):
            for column in self._columns:
                # Not `takeAt`: an item that lives on keeps the next one from forgetting heights.
                column.removeWidget(widget)
        tall = [_height(section, wide) + 2 * GAP for _, section in self._sections]
        whole, before, last = sum(tall), 0, -1
        for (line, section), high in zip(self._sections, tall, strict=True):
            # By its middle: a column ends where the next section is mostly beyond its share.
            at = min(columns - 1, (before + high // 2) * columns // max(1, whole))
            column = self._columns[at]
            line.setVisible(at == last)
            if at == last:
                column.insertWidget(column.count() - 1, line)
            column.insertWidget(column.count() - 1, section)
            before, last = before + high, at

    def tall(self, width: int) -> int:
        """The height that they take at a width, with what their sections say by now."""
        self.arrange(width)
        for column in self._columns:
            # What changed within a layout in a layout is known to it only later.
            column.invalidate()
        self._row.invalidate()
        return self.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More columns where there is room for more."""
        super().resizeEvent(event)
        self.arrange(event.size().width())


def _height(section: QWidget, wide: int) -> int:
    tall = section.heightForWidth(wide)
    return tall if tall >= 0 else section.sizeHint().height()
