"""Nothing to do: on the first start with four ways to begin, later with what comes next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.empty_state import between_stretches
from ui.widgets.fills import hatch
from ui.widgets.labels import words
from ui.widgets.mirrored import turn_for

DAYS = 26
"""Calendar days from a Thursday on: four weekends are skipped, day 20 is the last."""
WEEKEND_PLACES = frozenset({3, 9, 15, 21})
CELL, THIN, TALL, GAP = 12, 11, 20, 2
WIDEST = 560


class TwentyDays(QWidget):
    """The clock as a picture: a start, twenty days, hatched weekends, a last day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Twenty working days"))
        theme.changes().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as its cells."""
        return QSize(theme.px(DAYS - 1) * (CELL + GAP) + 2, theme.px(TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells: day 0 outlined, the last day outlined in text."""
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.tokens()
        wide = self.width() / (DAYS - 1)
        for at in range(DAYS - 1):
            box = QRectF(at * wide + 1, 1, wide - GAP, self.height() - 2)
            if at in WEEKEND_PLACES:
                hatch(painter, box, tokens.hatch, step=3.0, width=1.0)
                continue
            last = at == DAYS - 2
            edge = tokens.text if last else tokens.ctl if at == 0 else tokens.line2
            painter.setPen(QPen(edge, 2 if last else 1))
            painter.setBrush(tokens.surface if last or at == 0 else tokens.sunken)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()


class DropTarget(QWidget):
    """Says that documents may be dropped, which the window takes anywhere, or chosen."""

    pressed = Signal()
    """A person wants to choose files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(6)
        sign = QLabel()
        theme.set_pixmap(sign, "upload", "text2", 24)
        title = _centred(self.tr("Drop a response, an email or a spreadsheet here"), 13, 600)
        detail = _centred(
            self.tr("The reference, dates and exemptions are read out of it for you to check."),
            12,
            400,
            "text2",
        )
        self.choose = QPushButton(self.tr("Choose files…"))
        theme.button_kind(self.choose, "link")
        self.choose.clicked.connect(self.pressed)
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        column.addWidget(detail)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed box."""
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(tokens.ctl, 1.2)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(tokens.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


class FirstRun(QScrollArea):
    """Nothing to chase yet: log a request, open the examples, open a file, or drop a document."""

    new_request = Signal()
    examples = Signal()
    open_file = Signal()
    record = Signal()
    """Choose documents to record."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        theme.ground(inside, "window")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(4)
        column.addWidget(TwentyDays(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        column.addWidget(_centred(self.tr("Nothing to chase yet"), 26, 600))
        explained = self.tr(
            "Log a request and the 20 working days start counting. "
            "Anything late shows up here first."
        )
        column.addWidget(_centred(explained, 14, 400, "text2"))
        column.addSpacing(12)
        column.addLayout(self._buttons())
        column.addSpacing(24)
        self.target = DropTarget()
        self.target.pressed.connect(self.record)
        column.addLayout(between_stretches(self.target))
        column.addSpacing(12)
        quiet = self.tr("Everything stays on this computer. Nothing is sent anywhere.")
        column.addWidget(_centred(quiet, 12, 400, "text2"))
        column.addStretch(5)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand below each other where there is no room beside each other."""
        super().resizeEvent(event)
        buttons = (self.log, self.look_around, self.existing)
        needed = sum(button.sizeHint().width() + 10 for button in buttons)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if needed > self.width() - 48 else across)

    def _buttons(self) -> QHBoxLayout:
        self.log = QPushButton(self.tr("Log your first request"))
        theme.button_kind(self.log, "primary")
        theme.set_icon(self.log, "plus", "on_accent")
        self.log.clicked.connect(self.new_request)
        self.look_around = QPushButton(self.tr("Open the five examples"))
        self.look_around.clicked.connect(self.examples)
        self.existing = QPushButton(self.tr("Open a case file…"))
        theme.button_kind(self.existing, "quiet")
        self.existing.clicked.connect(self.open_file)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(10)
        for button in (self.log, self.look_around, self.existing):
            self._row.addWidget(button)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(self._row)
        middle.addStretch(1)
        return middle


class Calm(QWidget):
    """Nothing needs doing: the same clock, and what comes next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = _centred("", 26, 600)
        self.sentence = _centred("", 14, 400, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(4)
        column.addWidget(TwentyDays(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        column.addWidget(self.headline)
        column.addWidget(self.sentence)
        column.addStretch(5)

    def say(self, headline: str, sentence: str) -> None:
        """Say that nothing needs doing today."""
        self.headline.setText(headline)
        self.sentence.setText(sentence)


def _centred(text: str, size: int, weight: int, token: str = "text") -> QLabel:
    label = words(text, size, weight, token, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
