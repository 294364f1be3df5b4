"""Over a document's paper where it could not be read: what is wrong, and how to go on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.empty_state import between_stretches
from ui.widgets.labels import words

WIDEST = 460


class Unread(QWidget):
    """For the eye: the view beneath has the same words for the keyboard and a screen reader."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view = view
        view.installEventFilter(self)
        sign = QLabel(self)
        theme.set_pixmap(sign, "alert", "paper_text2", 28)
        sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title = _centred(self.tr("This document could not be read"), 17, 600, "paper_text")
        self.cause = _centred("", 13, 500, "paper_text")
        on = self.tr(
            "The file is kept as it came. Put in by hand what it says, and go on as usual."
        )
        self.onward = _centred(on, 13, 400, "paper_text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(sign)
        for label in (self.title, self.cause, self.onward):
            column.addLayout(between_stretches(label))
        column.addStretch(3)
        self.hide()

    def say(self, cause: str) -> None:
        """Say what is wrong; nothing where it was read."""
        self.cause.setText(cause)
        self.setVisible(bool(cause))
        self._cover()

    def whole_words(self) -> str:
        """All that it says, for the view beneath; empty where the document was read."""
        if not self.cause.text():
            return ""
        return "\n\n".join(one.text() for one in (self.title, self.cause, self.onward))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the paper."""
        if watched is self._view and event.type() is QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        # Within the paper's edge, which shows where the keyboard is.
        self.setGeometry(self._view.rect().adjusted(2, 2, -2, -2))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, as beneath."""
        QPainter(self).fillRect(self.rect(), theme.tokens().paper)


def _centred(text: str, size: int, weight: int, tone: str) -> QLabel:
    label = words(text, size, weight, tone, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setMaximumWidth(theme.px(WIDEST))
    return label
