"""A page of the document as it looks, with its finds marked where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui import theme
from ui.recording.gutter import GUTTER
from ui.recording.marks import Mark
from ui.recording.page_images import KeptPages, PageImage
from ui.recording.page_marks import PageMarks, Seen
from ui.reports.spread import LEAST_ZOOM, MOST_ZOOM, next_zoom

MARGIN = 12
STILL_MS = 80
"""While the divider is dragged the page is stretched; it is drawn once that has come to rest."""
MOST_DOTS = 4_000
"""Widest picture asked for; what is larger on screen is stretched."""
A4 = QSizeF(595.3, 841.9)


class PageView(QAbstractScrollArea):
    """One page at a time, as wide as the view or at a zoom that was chosen."""

    wanted = Signal(int, int)
    """A page to draw, counted from 1, and its width in dots."""
    turned = Signal()
    """Another page is seen, or the same at another size."""
    mark_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "inside")
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)
        self.viewport().setAutoFillBackground(False)
        self.page, self.pages = 1, 0
        self.marks = PageMarks()
        self._zoom: float | None = None
        self._size = A4
        self._images = KeptPages()
        self._asked: tuple[int, int] | None = None
        self._said = ""
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_MS)
        self._still.timeout.connect(self._ask)
        theme.changes().changed.connect(self.viewport().update)

    # -- what is shown ------------------------------------------------------------------------

    def show_document(self, marks: Sequence[Mark], pages: int | None) -> None:
        """Show another document from its first page; nothing is drawn until it is seen."""
        self.marks.show(marks)
        self.page, self.pages = 1, pages or 1
        self._asked, self._said = None, ""
        self._images.clear()
        self._size = A4
        self.verticalScrollBar().setValue(0)
        self._arrange()

    def take(self, image: PageImage) -> None:
        """Receive a page that was drawn."""
        self.pages = image.pages
        self._images.keep(image)
        self._said = ""
        if image.page == self.page and image.size != self._size:
            self._size = image.size
            self._arrange()
            self._show_chosen()
        self.viewport().update()
        self.turned.emit()

    def say(self, words: str) -> None:
        """Say why there is no picture."""
        self._said = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Turn to a page counted from 1, as far as there are pages."""
        page = min(max(page, 1), max(self.pages, 1))
        if page != self.page:
            self.page = page
            self.verticalScrollBar().setValue(0)
            self._arrange()

    def choose(self, number: int | None) -> None:
        """Outline a mark, on its page and in view."""
        self.marks.chosen = number
        self._show_chosen()
        self.viewport().update()

    def show_place(self, page: int) -> None:
        """Turn to the page of a place."""
        self.go_to(page)

    def zoom(self, *, larger: bool) -> None:
        """Show the page a step larger or smaller."""
        self._zoom = next_zoom(self.scale(), larger=larger)
        self._arrange()

    def fit(self) -> None:
        """Show the page as wide as the view again."""
        self._zoom = None
        self._arrange()

    def add_keys(self, owner: QWidget) -> None:
        """Zoom by key wherever in its owner the keyboard is."""
        keys = {
            "Ctrl++": lambda: self.zoom(larger=True),
            "Ctrl+=": lambda: self.zoom(larger=True),
            "Ctrl+-": lambda: self.zoom(larger=False),
            "Ctrl+0": self.fit,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), owner, does)

    def drawn(self) -> bool:
        """Whether the page stands there, sharp."""
        return self._images.has(self.page, self._dots())

    # -- where things are ---------------------------------------------------------------------

    def scale(self) -> float:
        """Pixels to a point of the page."""
        if self._zoom is not None:
            return min(max(self._zoom, LEAST_ZOOM), MOST_ZOOM)
        room = self.viewport().width() - theme.px(GUTTER) - MARGIN
        return max(room, 40) / self._size.width()

    def sheet(self) -> QRectF:
        """The page in the viewport."""
        wide, high = self._size.width() * self.scale(), self._size.height() * self.scale()
        spare = max(self.viewport().width() - wide - theme.px(GUTTER) - MARGIN, 0) / 2
        left = theme.px(GUTTER) + spare - self.horizontalScrollBar().value()
        top = MARGIN - self.verticalScrollBar().value()
        return QRectF(round(left), top, round(wide), round(high))

    def seen(self) -> Seen:
        """The page as it lies in the viewport now."""
        return Seen(self.page, self.sheet(), self.scale())

    def _show_chosen(self) -> None:
        mark = self.marks.outlined()
        if mark is None:
            return
        self.go_to(mark.place.page or 1)
        box = self.seen().box_of(mark)
        if box is not None and not self.viewport().rect().toRectF().contains(box):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(box.center().y() - self.viewport().height() / 2))

    def _arrange(self, *, at_once: bool = True) -> None:
        sheet = self.sheet()
        view = self.viewport().size()
        high, wide = self.verticalScrollBar(), self.horizontalScrollBar()
        high.setRange(0, max(0, round(sheet.height()) + 2 * MARGIN - view.height()))
        high.setPageStep(view.height())
        high.setSingleStep(theme.px(24))
        across = round(sheet.width()) + theme.px(GUTTER) + MARGIN - view.width()
        wide.setRange(0, max(0, across))
        wide.setPageStep(view.width())
        if at_once or self._images.none():
            self._ask()
        else:
            self._still.start()
        self.setAccessibleName(self.where())
        self.viewport().update()
        self.turned.emit()

    def where(self) -> str:
        """Which page is seen: "Page 1 of 3"."""
        return self.tr("Page {0} of {1}").format(self.page, max(self.pages, 1))

    def _dots(self) -> int:
        wide = self._size.width() * self.scale() * self.devicePixelRatioF()
        return min(max(round(wide), 16), MOST_DOTS)

    def _ask(self) -> None:
        """Ask for the page seen, where it is not drawn at this size."""
        asked = (self.page, self._dots())
        if self.isVisible() and not self._images.has(*asked) and asked != self._asked:
            self._asked = asked
            self.wanted.emit(*asked)

    def showEvent(self, event: object) -> None:
        """Draw what was asked for while nobody saw it."""
        self._arrange()

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper, its picture, the marks on it and their numbers beside it."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
        )
        sheet, tokens, seen = self.sheet(), theme.tokens(), self.seen()
        painter.fillRect(sheet, tokens.paper)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        image = self._images.best(self.page, self._dots())
        if image is not None:
            painter.drawImage(self._target(sheet, image), image)
        for _, box in self.marks.boxes(seen):
            painter.fillRect(box, tokens.mark)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.paper_line, 1))
        painter.drawRect(sheet)
        self.marks.paint_edges(painter, seen)
        if image is None:
            self._paint_words(painter, sheet)

    def _target(self, sheet: QRectF, image: QImage) -> QRectF:
        """Dot on dot where the picture is of this size; stretched while a sharper one comes."""
        exact = QSizeF(image.size()) / self.devicePixelRatioF()
        near = abs(exact.width() - sheet.width()) < 2
        return QRectF(sheet.topLeft(), exact) if near else sheet

    def _paint_words(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setFont(theme.font(13, 400))
        painter.setPen(theme.tokens().paper_text2)
        seen = sheet.intersected(self.viewport().rect().toRectF()).adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(seen, flags, self._said or self.tr("Drawing the page"))

    # -- mouse and keyboard -------------------------------------------------------------------

    def choose_at(self, spot: QPointF) -> None:
        """Choose the find of a box or of a number beside the page."""
        number = self.marks.at(spot, self.seen())
        if number is not None:
            self.mark_chosen.emit(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose_at(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll, and turn the page at its end."""
        bar, key = self.verticalScrollBar(), event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space) and bar.value() == bar.maximum():
            self.go_to(self.page + 1)
        elif key == Qt.Key.Key_PageUp and bar.value() == 0:
            self._back()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(1 if key == Qt.Key.Key_Home else self.pages)
        elif key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        if self.page > 1:
            self.go_to(self.page - 1)
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms; at the end of a page it turns it."""
        turn, bar = event.angleDelta().y(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(larger=turn > 0)
        elif turn < 0 and bar.value() == bar.maximum():
            self.go_to(self.page + 1)
        elif turn > 0 and bar.value() == 0:
            self._back()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Everything is painted where it stands."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new width."""
        super().resizeEvent(event)
        self._arrange(at_once=False)
