"""Shows the pages of a PDF as sheets of paper, and turns them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from ui import theme
from ui.reports.pages_of_pdf import PdfPages
from ui.reports.spread import Spread, lay_out, next_zoom

FORWARD = {Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space}
BACK = {Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace}


class Sheets(QWidget):
    """The sheets themselves: paper with a shadow, and on it the page once it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.spread: Spread | None = None
        self.pictures: dict[int, QImage] = {}
        self.ringed = False
        theme.changes().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each sheet; in the dark the paper takes some of the light away."""
        if self.spread is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at, box in zip(self.spread.pages, self.spread.boxes, strict=True):
            self._paint_shadow(painter, box)
            painter.fillRect(box, theme.tokens().paper)
            picture = self.pictures.get(at)
            if picture is not None:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.drawImage(self._target(box, picture), picture)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if self.ringed:
            self._paint_ring(painter, self.spread.boxes[0])

    def _target(self, box: QRectF, picture: QImage) -> QRectF:
        """Dot on dot where the picture is of this size; stretched while a sharper one comes."""
        exact = QSizeF(picture.size()) / self.devicePixelRatioF()
        near = abs(exact.width() - box.width()) < 2 and abs(exact.height() - box.height()) < 2
        return QRectF(box.topLeft(), exact) if near else box

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        """Mark the first sheet seen while the keyboard turns the pages."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tokens().accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-5, -5, 5, 5), 4, 4)

    def _paint_shadow(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        soft = QColor(theme.tokens().shadow)
        soft.setAlphaF(0.05)
        for far in (4, 3, 2):
            painter.fillRect(box.adjusted(-far + 1, far - 1, far - 1, far), soft)
        painter.setPen(QPen(theme.tokens().paper_line, 1))
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))


class SheetView(QScrollArea):
    """One page or two at a time, as large as they fit or at a zoom that was chosen."""

    wanted = Signal(object, float)
    """Pages to draw (their indexes), and dots to the point."""
    turned = Signal()
    """Other pages, or the same at another size, are seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._at = 0
        self._zoom: float | None = None
        self._drawn: dict[int, float] = {}
        self._asked: set[tuple[int, float]] = set()
        self.sheets = Sheets()
        self.setWidget(self.sheets)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    # What is shown

    def show_pages(self, pages: PdfPages) -> None:
        """Show a PDF; stay on the page, where it still has one so far on."""
        self._pages = pages
        self._at = min(self._at, pages.count - 1)
        self._drawn.clear()
        self._asked.clear()
        self._arrange()

    def pages(self) -> PdfPages | None:
        """The PDF shown."""
        return self._pages

    def seen(self) -> range:
        """The indexes of the pages seen."""
        return self.sheets.spread.pages if self.sheets.spread else range(0)

    def scale(self) -> float:
        """Pixels to a point."""
        return self.sheets.spread.scale if self.sheets.spread else 1.0

    def take(self, pages: PdfPages, pictures: dict[int, QImage], dots: float) -> None:
        """Receive pages that were drawn; those of a PDF no longer shown are dropped."""
        if pages is not self._pages:
            return
        self.sheets.pictures.update(pictures)
        self._drawn.update(dict.fromkeys(pictures, dots))
        self._asked -= {(at, dots) for at in pictures}
        seen = set(self.seen())
        for at in [at for at in self.sheets.pictures if at not in seen]:
            del self.sheets.pictures[at]
            self._drawn.pop(at, None)
        self.sheets.update()

    def _arrange(self) -> None:
        if self._pages is None:
            return
        view = QSizeF(self.maximumViewportSize())
        self.sheets.spread = lay_out(self._pages.sizes, self._at, view, self._zoom)
        if self.sheets.spread.size.height() > view.height():
            # The bar that scrolls takes its part of the width.
            view.setWidth(view.width() - self.verticalScrollBar().sizeHint().width())
            self.sheets.spread = lay_out(self._pages.sizes, self._at, view, self._zoom)
        size = self.sheets.spread.size
        self.sheets.resize(QSize(int(size.width()), int(size.height())))
        self.sheets.update()
        self._ask()
        self._describe()
        self.turned.emit()

    def _ask(self) -> None:
        """Ask for the pages seen that are not drawn at this size."""
        dots = self.scale() * self.devicePixelRatioF()
        missing = [
            at
            for at in self.seen()
            if self._drawn.get(at) != dots and (at, dots) not in self._asked
        ]
        if missing:
            self._asked.update((at, dots) for at in missing)
            self.wanted.emit(missing, dots)

    def _describe(self) -> None:
        self.setAccessibleName(self.where())
        self.setAccessibleDescription(
            self.tr("Page Up and Page Down turn the pages, plus and minus change their size.")
        )

    def where(self) -> str:
        """Which pages are seen: "Pages 1 and 2 of 31"."""
        if self._pages is None or not self._pages.count:
            return ""
        first, count = self._at + 1, f"{self._pages.count:,}"
        if len(self.seen()) > 1:
            return self.tr("Pages {0} and {1} of {2}").format(f"{first:,}", f"{first + 1:,}", count)
        return self.tr("Page {0} of {1}").format(f"{first:,}", count)

    # Turning and zooming

    def can_go(self, pages: int) -> bool:
        """Whether there are pages further on (or back, for less than 0)."""
        if self._pages is None:
            return False
        if pages < 0:
            return self._at > 0
        return self._at + len(self.seen()) < self._pages.count

    def forward(self) -> None:
        """Turn to the pages after those seen."""
        if self.can_go(1):
            self.go_to(self._at + len(self.seen()))

    def back(self) -> None:
        """Turn to the pages before those seen."""
        self.go_to(self._at - max(1, len(self.seen())))

    def go_to(self, page: int) -> None:
        """Turn to a page by its index, as far as there are pages."""
        if self._pages is None:
            return
        self._at = min(max(page, 0), self._pages.count - 1)
        self.verticalScrollBar().setValue(0)
        self._arrange()

    def zoom(self, *, larger: bool) -> None:
        """Show the pages a step larger or smaller."""
        self._zoom = next_zoom(self.scale(), larger=larger)
        self._arrange()

    def fit(self) -> None:
        """Show the pages as large as they fit again."""
        self._zoom = None
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that turn pages and change their size; the rest scrolls."""
        key = Qt.Key(event.key())
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._pages.count - 1 if self._pages else 0}
        if key in FORWARD:
            self.forward()
        elif key in BACK:
            self.back()
        elif key in ends:
            self.go_to(ends[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(larger=key != Qt.Key.Key_Minus)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms; a spread that needs no scrolling is turned by it."""
        turn: QPoint = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(larger=turn.y() > 0)
        elif self.verticalScrollBar().maximum() > 0 or not turn.y():
            super().wheelEvent(event)
        elif turn.y() < 0:
            self.forward()
        else:
            self.back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new size."""
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._ring(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring(False)

    def _ring(self, on: bool) -> None:
        self.sheets.ringed = on
        self.sheets.update()
