"""Sets a text in lines, and the rows of its tables in columns: what is seen first, the rest in
turns.

Why so: decision 022.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
)

from ui import theme
from ui.recording.column_widths import Columns, Needs, needs_of, share
from ui.recording.heights import Heights
from ui.recording.row_lines import ends_of_cells, position_at, set_in_columns, set_in_lines
from ui.recording.text_tables import TextTable

_GAP = 14
_PADDING = 3
"""Pixels at 100 % text, between columns, and above and below the cells of a row."""
_WIDE = 600
"""Pixels that a text is thought to have before it is shown."""


class ColumnsLayout(QAbstractTextDocumentLayout):
    """How high a paragraph is stays a guess until somebody asks for it or its turn comes.

    The document's text is one that `text_tables.in_cells` made, and `given` was told of its lines.
    """

    begun = Signal()
    """Everything has to be laid out anew."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._lines: Sequence[str] = ()
        self._tables: Sequence[TextTable] = ()
        self._table_of: dict[int, int] = {}
        self._needs: dict[int, tuple[Needs, ...]] = {}
        self._columns: dict[int, Columns] = {}
        self._font = ""
        self._room = self._widest = 0
        self._waits = False
        self._laid = bytearray()
        self._told = QSizeF()
        self._unlaid = 0
        self._heights = Heights([])

    @contextmanager
    def given(self, lines: Sequence[str], tables: Sequence[TextTable]) -> Iterator[None]:
        """While the document is given a text: the lines of it, and which of them are rows."""
        self._lines, self._tables, self._needs = lines, tables, {}
        self._table_of = {row: at for at, table in enumerate(tables) for row in table.rows}
        self._waits = True
        yield
        self._waits = False
        self._begin()

    # -- what Qt asks ---------------------------------------------------------------------------

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Another text, another font or another width: everything is laid out anew."""
        # Qt tells of one text several times: as it takes the old one away, and with its width.
        if not self._waits:
            self._begin()

    def documentSize(self) -> QSizeF:
        """As large as it is thought to be."""
        margin = 2 * self.document().documentMargin()
        return QSizeF(self._widest + margin, self._heights.bottom() + margin / 2)

    def pageCount(self) -> int:
        """One, as high as need be."""
        return 1

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """All of it: there are no other frames."""
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a paragraph stands. It is laid out for that."""
        if self._waits or not block.isValid() or block.blockNumber() >= len(self._laid):
            return QRectF()
        self._lay(block)
        return self._area(block.blockNumber())

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        """The place in the text that is nearest to a point of the document."""
        block = self.block_at(point.y())
        area = self.blockBoundingRect(block)
        if accuracy == Qt.HitTestAccuracy.ExactHit and not area.contains(point):
            return -1
        return block.position() + position_at(
            block.layout(), ends_of_cells(block.text()), point - area.topLeft()
        )

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw what is within the context's clip."""
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        block, end = self.block_at(context.clip.top()), context.clip.bottom()
        while block.isValid():
            area = self.blockBoundingRect(block)
            if area.top() > end:
                break
            self._draw(painter, context, block, area)
            block = block.next()

    def _draw(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        block: QTextBlock,
        area: QRectF,
    ) -> None:
        # Without a clip: Qt would stop at the first line below it, and cells stand side by side.
        clip = QRectF() if self.is_row(block) else context.clip
        layout, corner = block.layout(), area.topLeft()
        layout.draw(painter, corner, _chosen(context, block), clip)
        at = context.cursorPosition - block.position()
        if 0 <= at < block.length():
            layout.drawCursor(painter, corner, at, 1)

    # -- what a view asks -----------------------------------------------------------------------

    def block_at(self, y: float) -> QTextBlock:
        """The paragraph at a height of the document: the first above it, the last below."""
        return self.document().findBlockByNumber(self._heights.at(y))

    def is_row(self, block: QTextBlock) -> bool:
        """Whether a paragraph is a row of a table."""
        return block.blockNumber() in self._table_of

    def is_among_rows(self, block: QTextBlock) -> bool:
        """Whether a paragraph is a row of a table that has others."""
        at = self._table_of.get(block.blockNumber())
        return at is not None and len(self._tables[at].rows) > 1

    def boxes_of(self, block: QTextBlock) -> list[QRectF]:
        """The areas that the cells of a row have in their columns, without a gap between; none
        for another paragraph.
        """
        at = self._table_of.get(block.blockNumber())
        if at is None:
            return []
        row, margin = self.blockBoundingRect(block), self.document().documentMargin()
        columns = self._columns_of(at)
        cells = len(ends_of_cells(block.text()))
        to_the_left = self._tables[at].to_the_left
        places = (columns.place_of(one, cells, to_the_left=to_the_left) for one in range(cells))
        return [
            QRectF(margin + left - columns.gap // 2, row.top(), wide + columns.gap, row.height())
            for left, wide in places
        ]

    def tell_size(self) -> None:
        """Say how large the document is, where that has changed."""
        size = self.documentSize()
        if size != self._told:
            self._told = size
            self.documentSizeChanged.emit(size)

    def lay_between(self, top: float, bottom: float) -> bool:
        """Lay out what stands between two heights; whether that changed how high anything is."""
        before = self._heights.bottom(), self._widest
        block = self.block_at(top)
        while block.isValid() and self.blockBoundingRect(block).top() <= bottom:
            block = block.next()
        return before != (self._heights.bottom(), self._widest)

    def lay_for(self, seconds: float) -> bool:
        """Lay out more of the rest for a moment; whether there is anything left to do."""
        end = time.perf_counter() + seconds
        block = self.document().findBlockByNumber(self._unlaid)
        while block.isValid() and time.perf_counter() < end:
            self._lay(block)
            self._unlaid += 1
            block = block.next()
        return self._unlaid < len(self._laid)

    # -- the work -------------------------------------------------------------------------------

    def _begin(self) -> None:
        document = self.document()
        margin = int(document.documentMargin())
        wide = int(document.pageSize().width())
        self._room = max(1, (wide if wide > 0 else _WIDE) - 2 * margin)
        self._widest = self._room
        self._columns = {}
        if document.defaultFont().key() != self._font:
            self._font, self._needs = document.defaultFont().key(), {}
        self._laid = bytearray(document.blockCount())
        self._unlaid = 0
        self._heights = Heights(self._guesses(document.blockCount()), margin)
        self.tell_size()
        self.update.emit()
        self.begun.emit()

    def _area(self, number: int) -> QRectF:
        left, top = self.document().documentMargin(), self._heights.top(number)
        return QRectF(0, top, self._widest + 2 * left, self._heights.of(number))

    def _lay(self, block: QTextBlock) -> None:
        number = block.blockNumber()
        if self._laid[number]:
            return
        self._laid[number] = True
        layout, left = block.layout(), self.document().documentMargin()
        option = self.document().defaultTextOption()
        at = self._table_of.get(number)
        if at is None:
            layout.setTextOption(option)
            self._heights.set(number, set_in_lines(layout, left, self._room))
            return
        table, columns = self._tables[at], self._columns_of(at)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if table.to_the_left else Qt.LayoutDirection.LeftToRight
        )
        layout.setTextOption(option)
        high = set_in_columns(
            layout,
            ends_of_cells(block.text()),
            left,
            columns,
            theme.px(_PADDING),
            to_the_left=table.to_the_left,
        )
        self._heights.set(number, high)
        self._widest = max(self._widest, columns.whole)

    def _columns_of(self, at: int) -> Columns:
        if at not in self._columns:
            metrics = QFontMetricsF(self.document().defaultFont())
            letter = metrics.averageCharWidth()
            if at not in self._needs:
                measure = metrics.horizontalAdvance
                self._needs[at] = needs_of(self._tables[at], self._lines, measure, letter)
            self._columns[at] = share(self._needs[at], self._room, theme.px(_GAP), letter)
        return self._columns[at]

    def _guesses(self, paragraphs: int) -> list[float]:
        metrics = QFontMetricsF(self.document().defaultFont())
        if paragraphs != len(self._lines):
            return [metrics.height()] * paragraphs
        high, letters = metrics.height(), int(self._room / max(metrics.averageCharWidth(), 1)) + 1
        return [high * (1 + len(line) // letters) for line in self._lines]


def _chosen(
    context: QAbstractTextDocumentLayout.PaintContext, block: QTextBlock
) -> list[QTextLayout.FormatRange]:
    """What of a paragraph is selected."""
    ranges = []
    for selection in context.selections:
        start = max(selection.cursor.selectionStart() - block.position(), 0)
        end = min(selection.cursor.selectionEnd() - block.position(), block.length())
        if start < end:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, end - start, selection.format
            ranges.append(one)
    return ranges
