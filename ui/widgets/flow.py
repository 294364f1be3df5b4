"""Widgets side by side, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class Flow(QLayout):
    """Takes each widget at the size it asks for; what has no room left goes to the next line."""

    def __init__(self, parent: QWidget, gap: int, margins: QMargins) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """By width: it is asked for over and over while a page comes up."""
        self.setSpacing(gap)
        self.setContentsMargins(margins)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def put_before(self, widget: QWidget, other: QWidget) -> None:
        """Put a widget into its place before another."""
        self.addWidget(widget)
        self._items.insert(self.indexOf(other), self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = QSize()
        for item in self._shown():
            widest = widest.expandedTo(item.sizeHint())
        edges = self.contentsMargins()
        return widest.grownBy(edges)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        """The height that the lines need in a rectangle; `move` puts the widgets there."""
        edges = self.contentsMargins()
        room = rect.marginsRemoved(edges)
        y = room.y() - self.spacing()
        for line in self._lines(room.width()):
            y += self.spacing()
            tall = max(size.height() for _, size in line)
            if move:
                self._place(line, QRect(room.x(), y, room.width(), tall), rect)
            y += tall
        return max(y, room.y()) - rect.y() + edges.bottom()

    def _lines(self, wide: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands on each line, with its size."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._shown():
            size = item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())
            if not lines or x + size.width() > wide:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self.spacing()
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], room: QRect, rect: QRect) -> None:
        """Words and buttons of a line stand on one middle."""
        parent, x = self.parentWidget(), room.x()
        way = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for item, size in line:
            at = QPoint(x, room.y() + (room.height() - size.height()) // 2)
            item.setGeometry(QStyle.visualRect(way, rect, QRect(at, size)))
            x += size.width() + self.spacing()
