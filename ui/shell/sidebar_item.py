"""One line of the side bar: icon, words, count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets.mirrored import mirrored

HEIGHT = 32
SMALL_HEIGHT = 28
BAR_HEIGHT = 40
SIDEBAR = "sidebar"
"""The name of the object that holds all lines."""


class SidebarItem(QAbstractButton):
    """A page, with an icon, or a campaign, without one. Folded it shows its icon alone."""

    def __init__(self, words: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count: int | None = None
        self._folded = False
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring", "inside")
        self._name_it()

    def set_count(self, count: int | None) -> None:
        """Show a number at the right; None for no number."""
        self._count = count
        self._name_it()
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone, with the words as tooltip."""
        self._folded = folded
        self._name_it()
        self.updateGeometry()
        self.update()

    def _name_it(self) -> None:
        words = self.text() if self._count is None else f"{self.text()}, {self._count:,}"
        self.setAccessibleName(words)
        whole = self._cut(self._text_width()) == self.text()
        self.setToolTip("" if whole and not self._folded else words)

    def sizeHint(self) -> QSize:
        """Rows grow with the text."""
        if self._folded:
            return QSize(theme.px(40), theme.px(BAR_HEIGHT))
        return QSize(100, theme.px(HEIGHT if self._icon else SMALL_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the neighbours, Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self._go(1)
        elif event.key() == Qt.Key.Key_Up:
            self._go(-1)
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        """Tab stops at one item of the pages only; the arrows come to every line."""
        holder = self.parentWidget()
        while holder is not None and holder.objectName() != SIDEBAR:
            holder = holder.parentWidget()
        every = holder.findChildren(SidebarItem) if holder is not None else [self]
        shown = [item for item in every if item.isVisible()]
        shown.sort(key=lambda item: item.mapToGlobal(item.rect().topLeft()).y())
        at = shown.index(self) + step
        if 0 <= at < len(shown):
            shown[at].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, mark, icon, words, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.tokens()
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if on or self.underMouse():
            painter.setBrush(tokens.accent_soft if on else tokens.hover)
            painter.drawRoundedRect(box, 6, 6)
        if on:
            painter.setBrush(tokens.accent)
            mark = QRectF(0, box.top() + 7, 3, box.height() - 14)
            painter.drawRoundedRect(mirrored(self, mark), 1.5, 1.5)
        if self._icon:
            side = theme.px(16)
            left = (self.width() - side) / 2 if self._folded else theme.px(12)
            sign = QRectF(left, (self.height() - side) / 2, side, side)
            theme.paint_icon(
                painter, self._icon, "accent_ink" if on else "text2", mirrored(self, sign)
            )
        if not self._folded:
            self._paint_words(painter, on)

    def _paint_words(self, painter: QPainter, on: bool) -> None:
        tokens = theme.tokens()
        middle = Qt.AlignmentFlag.AlignVCenter
        words = mirrored(self, QRectF(self._left(), 0, self._text_width(), self.height()))
        painter.setFont(self._words_font())
        strong = bool(self._icon) or on
        painter.setPen(tokens.text if strong else tokens.text2)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self._cut(words.width()))
        if self._count is None:
            return
        painter.setFont(theme.font(12, 600 if on else 500))
        painter.setPen(tokens.accent_ink if on else tokens.text2)
        edge = mirrored(self, QRectF(self.rect()).adjusted(0, 0, -theme.px(12), 0))
        painter.drawText(edge, middle | Qt.AlignmentFlag.AlignRight, f"{self._count:,}")

    def _words_font(self) -> QFont:
        return theme.font(13, 600 if self._icon else 400)

    def _left(self) -> int:
        return theme.px(38 if self._icon else 12)

    def _text_width(self) -> float:
        count = "" if self._count is None else f"{self._count:,}"
        room = QFontMetrics(theme.font(12, 600)).horizontalAdvance(count) + theme.px(20)
        return max(0.0, self.width() - self._left() - room)

    def _cut(self, width: float) -> str:
        metrics = QFontMetrics(self._words_font())
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, round(width))
