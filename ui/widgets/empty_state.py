"""What a page says where it has nothing to show: what would be here, and how to get it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import words

WIDEST = 520


class EmptyState(QWidget):
    """A sign, a sentence, one more, and where there is something to do, a button."""

    asked = Signal()
    """The button was pressed."""

    def __init__(
        self,
        title: str,
        detail: str = "",
        *,
        icon: str = "",
        button: str = "",
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(8)
        column.addStretch(2)
        self._sign = QLabel(self)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sign)
        self._sign.hide()
        if icon:
            self.show_icon(icon)
        self.title = _centred(words(title, 17, 600))
        self.detail = _centred(words(detail, 13, 400, "text2"))
        # Not aligned: a layout gives aligned words the height that they need at its whole width.
        for label in (self.title, self.detail):
            column.addLayout(between_stretches(label))
        # Only now that it has a parent: shown without one it would be a window of its own.
        self.detail.setVisible(bool(detail))
        self.button = QPushButton(button, self)
        self.button.setVisible(bool(button))
        self.button.setAccessibleName(button or title)
        theme.button_kind(self.button, "primary" if primary else "")
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(3)

    def show_icon(self, icon: str) -> None:
        """Show another sign."""
        theme.set_pixmap(self._sign, icon, "text3", 28)
        self._sign.show()

    def say(self, title: str, detail: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))


def between_stretches(label: QWidget) -> QHBoxLayout:
    """In the middle, as wide as it may be and as high as that needs."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 1000)
    row.addStretch(1)
    return row


def _centred(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    label.setMinimumWidth(min(WIDEST, 360))
    label.setMaximumWidth(theme.px(WIDEST))
    return label
