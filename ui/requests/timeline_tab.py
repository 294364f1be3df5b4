"""The Timeline tab: what happened, what comes, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from foitrack.desk.views import RequestDetail
from foitrack.law.wording import full_date
from ui import theme
from ui.requests.timeline_list import TimelineList
from ui.widgets.labels import secondary, words

ASIDE_WIDE = 330
ASIDE_BELOW = 860
"""Narrower panes have a narrower aside."""


STACKED_BELOW, LEAST_LIST = 560, 120
"""Still narrower ones have it above the lines, which keep this height."""
EDGE = 8
"""Pixels above and below the lines."""
UNLIMITED = 16_777_215


class TimelineTab(QWidget):
    """Lines at the left, the next step at the right."""

    record_wanted = Signal()
    correct_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TimelineList()
        self.list.correct_wanted.connect(self.correct_wanted)
        self.sentence = words("", 13, 400, "text2", wrap=True)
        self.by = secondary("", wrap=True)
        self.notes = secondary("", wrap=True)
        self.record = QPushButton(self.tr("Record an event"))
        theme.button_kind(self.record, "link")
        theme.set_icon(self.record, "plus", "accent_ink")
        self.record.clicked.connect(self.record_wanted)
        self._aside = self._make_aside()
        self._sides = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(0, EDGE, 0, EDGE)
        left.addWidget(self.list, 1)
        row.addLayout(left, 1)
        row.addWidget(self._aside)

    def show_detail(self, detail: RequestDetail) -> None:
        """Show another request."""
        self.list.entries.show(detail.timeline)
        step = detail.next_step
        self.sentence.setText(step.sentence)
        said = step.by is None or full_date(step.by) in step.sentence
        by = "" if said or step.by is None else self.tr("By {0}").format(full_date(step.by))
        self.by.setText(", ".join(part for part in (by, step.basis) if part))
        self.by.setVisible(bool(self.by.text()))
        self.notes.setText("\n".join(detail.reckoning.notes))
        self.notes.setVisible(bool(detail.reckoning.notes))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """All that there is to do next is seen, however many lines it takes."""
        least = super().minimumSizeHint()
        wide = min(self.width(), self._aside.maximumWidth())
        aside = self._aside.heightForWidth(wide)
        stacked = self._sides.direction() is not QBoxLayout.Direction.LeftToRight
        lines = self.list.minimumHeight() + 2 * EDGE if stacked else 0
        return QSize(least.width(), aside + lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The aside gives way a little in a narrow pane."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        if self.width() < theme.px(STACKED_BELOW):
            self._aside.setMinimumWidth(0)
            self._aside.setMaximumWidth(UNLIMITED)
            self._sides.setDirection(QBoxLayout.Direction.BottomToTop)
            self.list.setMinimumHeight(theme.px(LEAST_LIST))
            return
        narrow = self.width() < theme.px(ASIDE_BELOW)
        self._aside.setFixedWidth(theme.px(ASIDE_WIDE - 70 if narrow else ASIDE_WIDE))
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight)
        self.list.setMinimumHeight(0)

    def _make_aside(self) -> QWidget:
        aside = QWidget()
        aside.setObjectName("nextStep")
        edge = QWidget()
        edge.setFixedWidth(1)
        edge.setProperty("edge", "true")
        column = QVBoxLayout()
        column.setContentsMargins(24, 12, 24, 8)
        column.setSpacing(4)
        column.addWidget(words(self.tr("What to do next"), 13, 600))
        column.addWidget(self.sentence)
        column.addWidget(self.by)
        column.addWidget(self.notes)
        column.addSpacing(4)
        column.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row = QHBoxLayout(aside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(edge)
        row.addLayout(column, 1)
        return aside
