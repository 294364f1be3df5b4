"""The strip under the list while several requests are chosen: what can be done to all of them."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.counting import counted
from ui.widgets.flow import Flow
from ui.widgets.labels import rule, words

FOLDS_BELOW = 700
"""Pixels at 100 % text."""


class ChosenBar(QWidget):
    """Hidden while there are fewer than two. It stands below, so that no line moves away."""

    event_wanted = Signal()
    chased_wanted = Signal()
    campaign_wanted = Signal()
    bin_wanted = Signal()
    """To the bin, or out of it where the bin is shown."""
    remove_wanted = Signal()
    export_wanted = Signal()
    references_wanted = Signal()
    rows_wanted = Signal()
    fewer_wanted = Signal()
    """Choose one again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chosenBar")
        theme.ground(self, "accent_soft")
        self._binned = False
        self._number = 0
        self.label = words("", 13, 600, "accent_ink")
        self.record = QPushButton(self.tr("Record an event…"))
        self.chased = QPushButton(self.tr("Chased today"))
        self.campaign = QPushButton(self.tr("Campaign…"))
        self.bin = QPushButton(self.tr("Move to the bin"))
        self.remove = QPushButton(self.tr("Remove for good…"))
        self.more = QPushButton(self.tr("More"))
        self.fewer = QToolButton()
        self._lay_out()
        self._connect()
        self.hide()

    def show_number(self, number: int, *, binned: bool) -> None:
        """Say how many are chosen; of one alone the pane speaks."""
        self._number = number
        self.setAccessibleName(self.tr("{0} chosen").format(counted(number, "request")))
        self._binned = binned
        self._fit()
        self.remove.setVisible(binned)
        self.bin.setText(self.tr("Take out of the bin") if binned else self.tr("Move to the bin"))
        self.setVisible(number > 1)

    def _fit(self) -> None:
        """Where there is little room, some stand in the menu alone."""
        roomy = self.width() >= theme.px(FOLDS_BELOW)
        number = counted(self._number, "request") if roomy else f"{self._number:,}"
        self.label.setText(self.tr("{0} chosen").format(number))
        self.record.setVisible(not self._binned)
        for button in (self.chased, self.campaign):
            button.setVisible(not self._binned and roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        said = self.tr("Choose one alone (Esc)")
        theme.set_icon(self.fewer, "close", "accent_ink")
        self.fewer.setToolTip(said)
        self.fewer.setAccessibleName(said)
        self.fewer.setMinimumSize(24, 24)
        menu = QMenu(self.more)
        menu.addAction(self.tr("Chased &today"), self.chased_wanted.emit)
        menu.addAction(self.tr("Put in a &campaign…"), self.campaign_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("E&xport as a table (CSV)…"), self.export_wanted.emit)
        menu.addAction(self.tr("Copy the re&ferences"), self.references_wanted.emit)
        menu.addAction(self.tr("C&opy the rows"), self.rows_wanted.emit)
        self.more.setMenu(menu)
        deeds = QWidget()
        flow = Flow(deeds, 8, QMargins(0, 0, 0, 0))
        for button in (self.record, self.chased, self.campaign, self.bin, self.remove, self.more):
            button.setAccessibleDescription(self.tr("For all that are chosen"))
            flow.addWidget(button)
        row = QHBoxLayout()
        row.setContentsMargins(24, 7, 16, 7)
        row.setSpacing(16)
        row.addWidget(self.label)
        row.addWidget(deeds, 1)
        row.addWidget(self.fewer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(row)

    def _connect(self) -> None:
        for button, told in (
            (self.record, self.event_wanted),
            (self.chased, self.chased_wanted),
            (self.campaign, self.campaign_wanted),
            (self.bin, self.bin_wanted),
            (self.remove, self.remove_wanted),
            (self.fewer, self.fewer_wanted),
        ):
            button.clicked.connect(told)
