"""The pieces of Why this date: a reason, the legend, a remark, and what scrolls."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.requests.why_calendar import DayKind
from ui.requests.why_grid import paint_square
from ui.requests.why_words import Reason
from ui.widgets.labels import secondary, words

REASONS_WIDE = 268


def reason_line(reason: Reason) -> QWidget:
    """A reason with its sign."""
    line = QWidget()
    sign = QLabel(line)
    theme.set_pixmap(sign, reason.icon, reason.tone)
    sign.setAlignment(Qt.AlignmentFlag.AlignTop)
    sign.setContentsMargins(0, 1, 0, 0)
    wide = theme.px(REASONS_WIDE) - 28
    said = QVBoxLayout()
    said.setSpacing(2)
    for label in (words(reason.title, 13, 600), secondary(reason.text, wrap=True)):
        label.setFixedWidth(wide)
        label.setWordWrap(True)
        said.addWidget(label)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(said)
    row.addStretch(1)
    return line


class FittingScroller(QScrollArea):
    """As large as its content, and scrolling only where there is no room for that."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The content's own size, and room for the bar where it scrolls."""
        inside = self.widget()
        if inside is None:
            return super().sizeHint()
        layout = inside.layout()
        if layout is not None:
            layout.activate()
        size = inside.sizeHint()
        if inside.hasHeightForWidth():
            size.setHeight(inside.heightForWidth(size.width()))
        if size.height() > self.maximumHeight():
            size.setWidth(size.width() + self.verticalScrollBar().sizeHint().width())
        return size


class Legend(QWidget):
    """What the squares mean, for the kinds there are."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._entries: dict[DayKind, QWidget] = {}
        for kind, said in self._words().items():
            entry = QWidget(self)
            pair = QHBoxLayout(entry)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(6)
            pair.addWidget(Swatch(kind))
            pair.addWidget(secondary(said))
            self._entries[kind] = entry
            self._row.addWidget(entry)
        self._row.addStretch(1)

    def _words(self) -> dict[DayKind, str]:
        return {
            DayKind.COUNTED: self.tr("counted"),
            DayKind.WEEKEND: self.tr("weekend"),
            DayKind.HOLIDAY: self.tr("bank holiday"),
            DayKind.DISREGARDED: self.tr("left out"),
            DayKind.LATE: self.tr("late"),
            DayKind.ANSWERED: self.tr("answered"),
            DayKind.DUE: self.tr("due"),
        }

    def show_kinds(self, kinds: Iterable[DayKind]) -> None:
        """Explain only what is there."""
        there = set(kinds)
        for kind, entry in self._entries.items():
            entry.setVisible(kind in there)


class Swatch(QWidget):
    """A mark of the legend."""

    def __init__(self, kind: DayKind) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(theme.px(14), theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The square in small."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_square(painter, QRectF(self.rect()), self._kind)
        painter.end()


class NoteBox(QWidget):
    """A remark in a well; hidden where there is none."""

    def __init__(self) -> None:
        super().__init__()
        theme.ground(self, "sunken")
        self.setStyleSheet("NoteBox { border-radius: 6px; }")
        sign = QLabel(self)
        theme.set_pixmap(sign, "info", "text2")
        self.label = words("", 13, 400, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(10)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def say(self, text: str) -> None:
        """Say something else, or nothing."""
        self.label.setText(text)
        self.setVisible(bool(text))
