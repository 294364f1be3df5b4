"""A page's head: the title and what belongs to it at the left, its buttons at the right.

Where they have no room beside each other the buttons go below, on as many lines as they need.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

GIVES = 0.6
"""What can be cut gives way to this share of its width before the buttons go below."""


class HeadRow(QLayout):
    """`lead` adds to the left; everything else that is added stands at the right."""

    def __init__(self, parent: QWidget, gap: int, margins: QMargins) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._leading = 0
        self._heights: dict[int, int] = {}
        """By width: it is asked for over and over while a page comes up."""
        self.setSpacing(gap)
        self.setContentsMargins(margins)

    def lead(self, widget: QWidget) -> None:
        """Put a widget behind those at the left."""
        self.addWidget(widget)
        self._items.insert(self._leading, self._items.pop())
        self._leading += 1

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._leading -= index < self._leading
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def _height(self, width: int) -> int:
        edges = self.contentsMargins()
        lines = self._lines(width - edges.left() - edges.right())
        between = self.spacing() * (len(lines) - 1)
        return sum(map(_tall, lines)) + between + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        wide = _wide([_natural(item) for item in self._shown()], self.spacing())
        return QSize(wide, _tall(self._shown())).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(widest, _tall(self._shown())).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        lines = self._lines(room.width())
        used = sum(map(_tall, lines)) + self.spacing() * (len(lines) - 1)
        y = room.top() + max(0, room.height() - used) // 2
        for line in lines:
            self._place(line, QRect(room.left(), y, room.width(), _tall(line)))
            y += _tall(line) + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        shown = self._shown()
        if _wide([_least(item) for item in shown], self.spacing()) <= room:
            return [shown]
        lead = [item for item in self._items[: self._leading] if not item.isEmpty()]
        lines: list[list[QLayoutItem]] = [lead] if lead else []
        wide = room + 1
        for item in shown[len(lead) :]:
            own = min(_natural(item), room)
            if wide + self.spacing() + own > room:
                lines.append([])
                wide = -self.spacing()
            lines[-1].append(item)
            wide += self.spacing() + own
        return lines

    def _place(self, line: Sequence[QLayoutItem], box: QRect) -> None:
        widths = _shared(line, box.width() - self.spacing() * (len(line) - 1))
        tools = set(map(id, self._items[self._leading :]))
        at_right = id(line[0]) not in tools if line else False
        x = box.left()
        spare = box.width() - _wide(widths, self.spacing())
        for item, width in zip(line, widths, strict=True):
            if at_right and id(item) in tools:
                x, at_right = x + spare, False
            tall = min(item.sizeHint().height(), box.height())
            top = QPoint(x, box.top() + (box.height() - tall) // 2)
            self._set(item, QRect(top, QSize(width, tall)), box)
            x += width + self.spacing()

    def _set(self, item: QLayoutItem, own: QRect, line: QRect) -> None:
        parent = self.parentWidget()
        way = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        item.setGeometry(QStyle.visualRect(way, line, own))


def _natural(item: QLayoutItem) -> int:
    size = item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())
    return size.width()


def _least(item: QLayoutItem) -> int:
    grows = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
    gives = 0 if grows else round(_natural(item) * GIVES)
    return min(_natural(item), max(item.minimumSize().width(), gives))


def _wide(widths: Sequence[int], gap: int) -> int:
    return sum(widths) + gap * max(0, len(widths) - 1)


def _tall(items: Sequence[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in items), default=0)


def _shared(line: Sequence[QLayoutItem], room: int) -> list[int]:
    """Each its least; then what is left over to those that were cut, and to those that grow."""
    widths = [min(_least(item), room) for item in line]
    grown = [
        item.maximumSize().width()
        if item.expandingDirections() & Qt.Orientation.Horizontal
        else _natural(item)
        for item in line
    ]
    for goals in ([_natural(item) for item in line], grown):
        for at, goal in enumerate(goals):
            more = min(max(0, goal - widths[at]), max(0, room - sum(widths)))
            widths[at] += more
    return widths
