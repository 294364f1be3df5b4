"""The detail as a page of its own, for narrow windows: back, and the lines before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import rule, secondary


class NarrowDetail(QWidget):
    """A bar above whatever it is given to show."""

    back = Signal()
    step = Signal(int)
    """Go so many lines down the list; negative: up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "surface")
        self.return_button = QPushButton(self.tr("All requests"))
        theme.button_kind(self.return_button, "quiet")
        theme.set_icon(self.return_button, "chevron-left", "text2")
        self.return_button.setToolTip(self.tr("Back to the list (Esc)"))
        self.place = secondary("")
        self.before = self._arrow("chevron-up", self.tr("Previous request"))
        self.after = self._arrow("chevron-down", self.tr("Next request"))
        bar = QWidget()
        theme.ground(bar, "window")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 16, 6)
        row.setSpacing(6)
        row.addWidget(self.return_button)
        row.addStretch(1)
        row.addWidget(self.place)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(bar)
        self._column.addWidget(rule())
        self.return_button.clicked.connect(self.back)
        self.before.clicked.connect(lambda: self.step.emit(-1))
        self.after.clicked.connect(lambda: self.step.emit(1))

    def take(self, detail: QWidget) -> None:
        """Show the detail here."""
        self._column.addWidget(detail, 1)
        detail.show()

    def show_place(self, place: int, number: int) -> None:
        """Say which line of how many is shown; arrows that lead nowhere are off."""
        self.place.setText(self.tr("{0} of {1}").format(f"{place + 1:,}", f"{number:,}"))
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place < number - 1)

    def _arrow(self, icon: str, said: str) -> QToolButton:
        button = QToolButton()
        theme.set_icon(button, icon, "text2")
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.setFixedSize(theme.px(30), theme.px(28))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
