"""The head of Deadlines: the months shown, steps back and on, month or list, campaign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from foitrack.desk.views import CampaignView
from ui import remembered, theme
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.page_header import PageHeader
from ui.widgets.segmented import Segmented

KEY = "deadlines/shown-as"
MONTH, LIST = "month", "list"


class DeadlinesHeader(PageHeader):
    """Everything that says what the page shows."""

    stepped = Signal(int)
    """A month back (-1) or on (1)."""
    today_wanted = Signal()
    shown_as_changed = Signal()
    campaign_changed = Signal()
    rail_wanted = Signal(bool)
    """Show the day's rail, or not, where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.back = self._step("chevron-left", self.tr("A month back"), -1)
        self.today = QPushButton(self.tr("Today"))
        self.today.setToolTip(self.tr("Go to today (T)"))
        self.today.clicked.connect(self.today_wanted)
        self.on = self._step("chevron-right", self.tr("A month on"), 1)
        options = ((MONTH, self.tr("Month")), (LIST, self.tr("List")))
        self.shown_as = Segmented(self.tr("Shown as"), options)
        self.shown_as.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if remembered.recall(KEY, MONTH) == LIST:
            self.shown_as.set_value(LIST)
        self.shown_as.chosen.connect(self._choose)
        self.campaign = FilterPill(self.tr("Campaign"), single=True)
        self.campaign.changed.connect(lambda _: self.campaign_changed.emit())
        self.rail = QPushButton(self.tr("The day"))
        self.rail.setCheckable(True)
        self.rail.clicked.connect(self.rail_wanted)
        for widget in (self.back, self.today, self.on, self.shown_as, self.campaign, self.rail):
            self.add(widget)

    def as_list(self) -> bool:
        """Whether the list is wanted instead of the month."""
        return self.shown_as.value() == LIST

    def campaign_id(self) -> int | None:
        """The campaign chosen, or None for all."""
        ticked = self.campaign.ticked()
        return int(next(iter(ticked))) if ticked else None

    def offer(self, campaigns: Sequence[CampaignView]) -> None:
        """Offer these campaigns; with one there is nothing to choose."""
        self.campaign.set_options(Option(str(c.id), c.name, c.requests) for c in campaigns)
        self.campaign.setVisible(len(campaigns) > 1 or bool(self.campaign.ticked()))

    def _choose(self, value: str) -> None:
        remembered.remember(KEY, value)
        self.shown_as_changed.emit()

    def _step(self, icon: str, name: str, months: int) -> QPushButton:
        button = QPushButton()
        theme.set_icon(button, icon)
        button.setAccessibleName(name)
        key = self.tr("Page Down") if months > 0 else self.tr("Page Up")
        button.setToolTip(f"{name} ({key})")
        button.clicked.connect(lambda: self.stepped.emit(months))
        return button
