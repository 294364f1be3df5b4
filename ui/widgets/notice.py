"""A quiet bar that says what was done, with Undo; never a question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui import theme
from ui.widgets.labels import words
from ui.widgets.popover import paint_shadow

SHADOW = 12
STAYS_MS = 10_000


class NoticeBar(QWidget):
    """Shown at the foot of the window for ten seconds, longer while it is pointed at or used."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget, foot: Callable[[], int] = lambda: 0) -> None:
        """`foot` tells how many pixels at the parent's foot must stay in sight."""
        super().__init__(parent)
        self.foot = foot
        self._sign = QLabel(self)
        self.label = words("", 13, 500)
        self.label.setWordWrap(True)
        self.undo = QPushButton(self.tr("Undo"), self)
        self.dismiss = QToolButton(self)
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss"))
        self.dismiss.setMinimumSize(24, 24)
        theme.set_icon(self.dismiss, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(SHADOW + 14, SHADOW + 8, SHADOW + 8, SHADOW + 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        row.addWidget(self.undo)
        row.addWidget(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._expire)
        self.undo.clicked.connect(self._undo)
        self.dismiss.clicked.connect(self.hide)
        self.hide()

    def say(self, text: str, undo: bool) -> None:
        """Show a notice in place of the one before."""
        theme.set_pixmap(self._sign, "check-circle" if undo else "info", "text2")
        # Else it asks for the width that the notice before had.
        self.label.setMinimumWidth(0)
        self.label.setText(text)
        self.setAccessibleName(text)
        self.undo.setVisible(undo)
        self.undo.setAccessibleDescription(text)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        # The keyboard stays where it is: a screen reader says it once, after what it is saying.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def place(self) -> None:
        """Stand at the foot of the parent, in its middle."""
        parent = self.parentWidget() or self
        widest = min(theme.px(640), parent.width() - 16)
        self.label.setMinimumWidth(min(widest - theme.px(200), self._words_width()))
        self.setMaximumWidth(widest)
        self.adjustSize()
        left = (parent.width() - self.width()) // 2
        self.move(left, parent.height() - self.height() - 8 - self.foot())

    def _words_width(self) -> int:
        return self.label.fontMetrics().horizontalAdvance(self.label.text()) + 8

    def _expire(self) -> None:
        if self.underMouse() or self.undo.hasFocus() or self.dismiss.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised box with its shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, box, SHADOW, 8)
        painter.setPen(QPen(theme.tokens().line2, 1))
        painter.setBrush(theme.tokens().raised)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
