"""The document's text with its finds marked, numbered in the margin, and the rest folded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui import theme
from ui.counting import counted
from ui.recording.folding import FoldedText, Passage, passages
from ui.recording.gutter import GUTTER, Badge, Gutter, badge_beside
from ui.recording.marks import Mark

PAGE_PADDING = 28
WIDEST = 880
"""Pixels at 100 % text: longer lines are hard to read, so a wider view has broader margins."""


class TextView(QPlainTextEdit):
    """A read-only text; selecting a mark's number chooses the field, and the other way round."""

    mark_chosen = Signal(int)
    """The number of a mark that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setObjectName("documentView")
        self.setAccessibleName(self.tr("Text of the document"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFont(theme.document_font())
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * 8)
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._parts: tuple[Passage, ...] = ()
        self._folded = FoldedText("", (), ())
        self._chosen: int | None = None
        self._gutter = Gutter(self)
        self.updateRequest.connect(self._scroll_gutter)
        self._dress()
        theme.changes().changed.connect(self._dress)

    def _dress(self) -> None:
        """A document is paper in both themes."""
        tokens = theme.tokens()
        self.setStyleSheet(
            f"#documentView {{ background: {tokens.paper.name()};"
            f" color: {tokens.paper_text.name()};"
            f" border: 1px solid {tokens.paper_line.name()}; border-radius: 0px; }}"
        )
        self._keep_lines_short()
        self.viewport().update()
        self._gutter.update()

    def _keep_lines_short(self) -> None:
        padding, gutter = theme.px(PAGE_PADDING), theme.px(GUTTER)
        spare = max(0, self.width() - gutter - padding - theme.px(WIDEST)) // 2
        self.setViewportMargins(gutter + spare, padding // 2, padding + spare, padding // 2)

    # -- what is shown ------------------------------------------------------------------------

    def show_document(
        self, text: str, marks: Sequence[Mark], parts: Sequence[Passage] | None = None
    ) -> None:
        """Show a text with its marks; `parts` says which passages are folded at first."""
        self._text = text
        self._marks = tuple(mark for mark in marks if mark.span is not None)
        spans = [mark.span for mark in self._marks if mark.span is not None]
        self._parts = tuple(parts) if parts is not None else passages(text, spans)
        self._chosen = None
        self._lay_out()

    def choose(self, number: int | None) -> None:
        """Outline one mark and bring it into view."""
        self._chosen = number
        mark = next((m for m in self._marks if m.number == number), None)
        shown = self._folded.to_shown(mark.span[0]) if mark and mark.span else None
        if shown is not None:
            cursor = self.textCursor()
            cursor.setPosition(shown)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.viewport().update()
        self._gutter.update()

    def show_span(self, start: int, end: int) -> None:
        """Unfold where needed and select a span, as when a case row's source is opened."""
        self._unfold(start)
        self._unfold(max(end - 1, start))
        first, last = self._folded.to_shown(start), self._folded.to_shown(max(end - 1, start))
        if first is None or last is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last + 1, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def _unfold(self, offset: int) -> None:
        """Open the passage that a place of the text lies in."""
        index = self._folded.passage_at(offset)
        if index is not None and self._folded.parts[index].folded:
            self._parts = self._folded.with_opened(index)
            self._lay_out()

    def find_next(self, words: str) -> bool:
        """Select the next place of some words, from the top again at the end."""
        if not words:
            return False
        here = self._folded.to_text(self.textCursor().selectionEnd())
        sought = re.compile(re.escape(words), re.IGNORECASE)
        found = sought.search(self._text, here) or sought.search(self._text)
        if found is not None:
            self.show_span(*found.span())
        return found is not None

    def _lay_out(self) -> None:
        labels = [self._fold_line(part) if part.folded else "" for part in self._parts]
        self._folded = FoldedText(self._text, self._parts, labels)
        self.setPlainText(self._folded.shown)
        self._gutter.update()

    def _fold_line(self, part: Passage) -> str:
        if part.sealed:
            length = f"{part.end - part.start:,}"
            return self.tr("A line of {0} characters without a gap: see the original").format(
                length
            )
        if part.lines == 0:
            return ""
        # Translators: a folded passage of the document.
        lines = counted(part.lines, "line")
        if part.about:
            return "▸  " + self.tr("{0}: {1}").format(lines, part.about)
        return "▸  " + self.tr("{0} (nothing found here)").format(lines)

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_folds(painter)
        for mark in self._marks:
            self._paint_mark(painter, mark)
        painter.end()
        super().paintEvent(event)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        tokens = theme.tokens()
        chosen = mark.number == self._chosen
        painter.setBrush(tokens.mark)
        edge = tokens.accent if chosen else tokens.mark_edge
        painter.setPen(QPen(edge, 2 if chosen else 1))
        for rect in self._rects_of(mark):
            painter.drawRoundedRect(rect, 3, 3)

    def _paint_folds(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().paper_sunken)
        for part, at in zip(self._folded.parts, self._folded.starts(), strict=True):
            if part.folded and part.lines:
                block = self.document().findBlock(at)
                area = self.blockBoundingGeometry(block).translated(self.contentOffset())
                painter.drawRoundedRect(area, 4, 4)

    def _rects_of(self, mark: Mark) -> list[QRectF]:
        return self._rects(*mark.span) if mark.span else []

    def _rects(self, start: int, end: int) -> list[QRectF]:
        """One rectangle for each visual line that a span covers."""
        first = self._folded.to_shown(start)
        last = self._folded.to_shown(max(end - 1, start))
        if first is None or last is None:
            return []
        rects = []
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            if self.blockBoundingGeometry(block).translated(self.contentOffset()).top() > (
                self.viewport().height()
            ):
                break
            rects += self._rects_in_block(block, first, last + 1)
            block = block.next()
        return rects

    def _rects_in_block(self, block: QTextBlock, first: int, last: int) -> list[QRectF]:
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        layout = block.layout()
        rects = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begins = max(first - block.position(), line.textStart())
            ends = min(last - block.position(), line.textStart() + line.textLength())
            if begins < ends:
                left, right = _x(line.cursorToX(begins)), _x(line.cursorToX(ends))
                corner = origin + QPointF(left - 2, line.y())
                rects.append(QRectF(corner, QSizeF(right - left + 4, line.height())))
        return rects

    def first_line_of(self, mark: Mark) -> QRectF | None:
        """Where a mark begins, in the viewport; None while it is folded or out of sight."""
        rects = self._rects_of(mark)
        return rects[0] if rects else None

    # -- the gutter and the mouse -------------------------------------------------------------

    def badges(self) -> tuple[Badge, ...]:
        """The margin's badges from top to bottom; finds of one line share one."""
        lines: dict[float, tuple[QRectF, list[int]]] = {}
        for mark in self._marks:
            line = self.first_line_of(mark)
            if line is not None:
                lines.setdefault(line.top(), (line, []))[1].append(mark.number)
        return tuple(badge_beside(line, sorted(set(numbers))) for line, numbers in lines.values())

    def choose_at(self, spot: QPointF) -> None:
        """Choose the find of a badge, one after the other where several share it."""
        for badge in self.badges():
            if badge.area.contains(spot):
                after = [n for n in badge.numbers if self._chosen is not None and n > self._chosen]
                again = self._chosen in badge.numbers and bool(after)
                self.mark_chosen.emit(after[0] if again else badge.numbers[0])
                return

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks shown."""
        return self._marks

    @property
    def chosen(self) -> int | None:
        """The number of the mark that is outlined."""
        return self._chosen

    def _scroll_gutter(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self._gutter.scroll(0, scrolled)
        self._gutter.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lines_short()
        inside = self.viewport().geometry()
        wide = theme.px(GUTTER)
        self._gutter.setGeometry(inside.left() - wide, inside.top(), wide, inside.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        at = self.cursorForPosition(event.position().toPoint()).position()
        folded = self._folded.folded_at(at)
        if folded is not None:
            self._parts = self._folded.with_opened(folded)
            self._lay_out()
            return
        for mark in self._marks:
            if any(rect.contains(event.position()) for rect in self._rects_of(mark)):
                self.mark_chosen.emit(mark.number)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            folded = self._folded.folded_at(self.textCursor().position())
            if folded is not None:
                self._parts = self._folded.with_opened(folded)
                self._lay_out()
                return
        super().keyPressEvent(event)


def _x(where: object) -> float:
    """`QTextLine.cursorToX` gives a number or a pair, by version of the binding."""
    first = where[0] if isinstance(where, tuple | list) else where
    return float(first)  # type: ignore[arg-type]
