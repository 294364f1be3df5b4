"""The document's text with its finds marked, numbered in the margin, and the rest folded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.counting import counted
from ui.recording.folding import FoldedText, Passage, passages
from ui.recording.gutter import GUTTER, Badge, Gutter, badge_beside
from ui.recording.laid_text import LaidText
from ui.recording.marks import Mark
from ui.recording.text_areas import Area, Sight

PAGE_PADDING = 28
WIDEST = 880
"""Pixels at 100 % text: longer lines are hard to read, so a wider view has broader margins."""


class TextView(LaidText):
    """A read-only text; selecting a mark's number chooses the field, and the other way round."""

    mark_chosen = Signal(int)
    """The number of a mark that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentView")
        self.setAccessibleName(self.tr("Text of the document"))
        self._whole = ""
        self._marks: tuple[Mark, ...] = ()
        self._parts: tuple[Passage, ...] = ()
        self._folded = FoldedText("", (), ())
        self._chosen: int | None = None
        self._gutter = Gutter(self)
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)
        self.columns_layout.documentSizeChanged.connect(self._gutter.update)
        self._dress()
        theme.changes().changed.connect(self._dress)

    def _dress(self) -> None:
        """A document is paper in both themes."""
        tokens = theme.tokens()
        self.setFont(theme.document_font())
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * 8)
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
        self._whole = text
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
            self.go_to(shown)
        self.viewport().update()
        self._gutter.update()

    def show_span(self, start: int, end: int) -> None:
        """Unfold where needed and select a span, as when a case row's source is opened."""
        self._unfold(start)
        self._unfold(max(end - 1, start))
        first, last = self._folded.to_shown(start), self._folded.to_shown(max(end - 1, start))
        if first is None or last is None:
            return
        self.select(first, last + 1)

    def _unfold(self, offset: int) -> None:
        """Open the passage that a place of the text lies in."""
        index = self._folded.passage_at(offset)
        if index is not None and self._folded.parts[index].folded:
            self._open(index)

    def _open(self, index: int) -> None:
        self._parts = self._folded.with_opened(index)
        self._lay_out(stay=True)

    def find_next(self, words: str) -> bool:
        """Select the next place of some words, from the top again at the end."""
        if not words:
            return False
        here = self._folded.to_text(self.from_qt(self.textCursor().selectionEnd()))
        sought = re.compile(re.escape(words), re.IGNORECASE)
        found = sought.search(self._whole, here) or sought.search(self._whole)
        if found is not None:
            self.show_span(*found.span())
        return found is not None

    def _lay_out(self, *, stay: bool = False) -> None:
        labels = [self._fold_line(part) if part.folded else "" for part in self._parts]
        self._folded = FoldedText(self._whole, self._parts, labels)
        self.lay_text(self._folded.shown, stay=stay)
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
        """Folds, rules and marks lie under the text."""
        self.lay_seen()
        sight = Sight(self)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_folds(painter, sight)
        self._paint_rules(painter, sight)
        for mark in self._marks:
            self._paint_mark(painter, mark, sight)
        painter.end()
        super().paintEvent(event)

    def _paint_mark(self, painter: QPainter, mark: Mark, sight: Sight) -> None:
        tokens = theme.tokens()
        chosen = mark.number == self._chosen
        painter.setBrush(tokens.mark)
        edge = tokens.accent if chosen else tokens.mark_edge
        painter.setPen(QPen(edge, 2 if chosen else 1))
        for area in self._areas(mark, sight):
            corner = 0 if area.is_cell else 3
            painter.drawRoundedRect(area.rect, corner, corner)

    def _paint_folds(self, painter: QPainter, sight: Sight) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().paper_sunken)
        for block in sight.blocks:
            folded = self._folded.folded_at(self.from_qt(block.position()))
            if folded is not None and self._folded.parts[folded].lines:
                painter.drawRoundedRect(self.area_of(block), 4, 4)

    def _paint_rules(self, painter: QPainter, sight: Sight) -> None:
        """A line under each of several rows: cells of many lines would run into those below."""
        painter.setPen(QPen(theme.tokens().paper_line, 1))
        for block in sight.blocks:
            among = self.columns_layout.is_among_rows(block)
            for box in self.boxes_of(block) if among else ():
                painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _shown_span(self, mark: Mark) -> tuple[int, int] | None:
        """Where a mark stands in the text as it is shown; None while it is folded."""
        if mark.span is None:
            return None
        start, end = mark.span
        first = self._folded.to_shown(start)
        last = self._folded.to_shown(max(end - 1, start))
        return None if first is None or last is None else (first, last + 1)

    def _areas(self, mark: Mark, sight: Sight) -> list[Area]:
        span = self._shown_span(mark)
        return sight.areas(*span) if span else []

    def first_line_of(self, mark: Mark) -> QRectF | None:
        """Where a mark begins, in the viewport; None while it is folded or out of sight."""
        return self._first_line(mark, Sight(self))

    def _first_line(self, mark: Mark, sight: Sight) -> QRectF | None:
        span = self._shown_span(mark)
        return sight.first_line(*span) if span else None

    # -- the gutter and the mouse -------------------------------------------------------------

    def badges(self) -> tuple[Badge, ...]:
        """The margin's badges from top to bottom; finds of one line share one."""
        sight = Sight(self)
        begun = ((self._first_line(mark, sight), mark.number) for mark in self._marks)
        found = sorted(
            ((line, number) for line, number in begun if line is not None),
            key=lambda one: (one[0].top(), one[1]),
        )
        lines: list[tuple[QRectF, list[int]]] = []
        for line, number in found:
            if lines and line.top() < lines[-1][0].bottom():
                lines[-1][1].append(number)
            else:
                lines.append((line, [number]))
        return tuple(badge_beside(line, sorted(set(numbers))) for line, numbers in lines)

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
        at = self.from_qt(self.cursorForPosition(event.position().toPoint()).position())
        folded = self._folded.folded_at(at)
        if folded is not None:
            self._open(folded)
            return
        sight = Sight(self)
        for mark in self._marks:
            if any(area.rect.contains(event.position()) for area in self._areas(mark, sight)):
                self.mark_chosen.emit(mark.number)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            folded = self._folded.folded_at(self.from_qt(self.textCursor().position()))
            if folded is not None:
                self._open(folded)
                return
        super().keyPressEvent(event)
