"""Where spans of a text stand in its view: line by line, and cell by cell in whole rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock

from ui.recording.laid_text import LaidText
from ui.recording.row_lines import lines_of


@dataclass(frozen=True, slots=True)
class Area:
    """Part of a span: on one line, or a cell of a row that is all in it."""

    rect: QRectF
    is_cell: bool


class Sight:
    """The paragraphs that are seen, at least in part. Places in it are those of the text that the
    view was given.
    """

    def __init__(self, view: LaidText) -> None:
        self._view = view
        self.blocks: list[QTextBlock] = []
        """From top to bottom."""
        high = view.viewport().height()
        block = view.columns_layout.block_at(view.verticalScrollBar().value())
        while block.isValid() and view.area_of(block).top() <= high:
            self.blocks.append(block)
            block = block.next()
        self._begins = [block.position() for block in self.blocks]

    def areas(self, start: int, end: int) -> list[Area]:
        """What is seen of a span."""
        first, last = self._view.to_qt(start), self._view.to_qt(end)
        found: list[Area] = []
        for block in self._touched(first, last):
            whole = first <= block.position() and last >= block.position() + block.length() - 1
            boxes = self._view.boxes_of(block) if whole else []
            rects = boxes or self._lines(block, first, last)
            found += [Area(rect, is_cell=bool(boxes)) for rect in rects]
        return found

    def first_line(self, start: int, end: int) -> QRectF | None:
        """The line on which a span begins, as far as it is in it; None where it is not seen."""
        first, last = self._view.to_qt(start), self._view.to_qt(end)
        block = next(iter(self._touched(first, first + 1)), None)
        return next(self._lines(block, first, last), None) if block is not None else None

    def _touched(self, first: int, last: int) -> list[QTextBlock]:
        begin = max(bisect_right(self._begins, first) - 1, 0)
        touched = self.blocks[begin : bisect_left(self._begins, last)]
        return [block for block in touched if first < block.position() + block.length()]

    def _lines(self, block: QTextBlock, first: int, last: int) -> Iterator[QRectF]:
        corner = self._view.area_of(block).topLeft()
        for line in lines_of(block.layout()):
            begins = max(first - block.position(), line.textStart())
            ends = min(last - block.position(), line.textStart() + line.textLength())
            if begins < ends:
                left, right = sorted((_x(line.cursorToX(begins)), _x(line.cursorToX(ends))))
                area = QRectF(left - 2, line.y(), right - left + 4, line.height())
                yield area.translated(corner)


def _x(where: object) -> float:
    """`QTextLine.cursorToX` gives a number or a pair, by version of the binding."""
    first = where[0] if isinstance(where, tuple | list) else where
    return float(first)  # type: ignore[arg-type]
