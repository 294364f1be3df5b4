"""The line over a document that is being read, or was not."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui import theme
from ui.recording.reading_queue import ReadState
from ui.tasks import PROGRESS_AFTER_MS
from ui.widgets.labels import words


class ReadingStrip(QWidget):
    """Shown once reading takes longer than a moment; the file is kept whatever happens."""

    cancelled = Signal()
    read_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingStrip")
        theme.ground(self, "accent_soft")
        self._sign = QLabel(self)
        self.label = words("", 13, 500, wrap=True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(theme.px(120), theme.px(6))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setToolTip(self.tr("The file stays kept; it can be read later."))
        self.cancel.clicked.connect(self.cancelled)
        self.again = QPushButton(self.tr("Read it now"), self)
        self.again.clicked.connect(self.read_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self.label, 1)
        for widget in (self._bar, self.cancel, self.again):
            row.addWidget(widget)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PROGRESS_AFTER_MS)
        self._late.timeout.connect(self.show)
        self.hide()

    def show_state(self, state: ReadState | None, found: int | None, unread: bool) -> None:
        """Say how the reading stands; `found` counts what the first pages gave."""
        if state in (ReadState.WAITING, ReadState.READING):
            self._say(self._progress(state, found), busy=True)
            if found is not None:
                self._late.stop()
                self.show()
            elif self.isHidden() and not self._late.isActive():
                self._late.start()
            return
        self._late.stop()
        if unread:
            self._say(self.tr("This document is kept, and has not been read."), busy=False)
        self.setVisible(unread)

    def _progress(self, state: ReadState | None, found: int | None) -> str:
        if found is not None:
            return self.tr(
                "The first pages are read; {0} found so far. Wait for the rest to confirm them."
            ).format(found)
        if state is ReadState.WAITING:
            return self.tr("This document is kept. Others are being read before it.")
        return self.tr("Reading the document. The file is kept.")

    def _say(self, sentence: str, *, busy: bool) -> None:
        theme.set_pixmap(self._sign, "hourglass" if busy else "info", "accent_ink")
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self._bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.again.setVisible(not busy)
