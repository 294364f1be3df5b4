"""What the campaign's page says where there is nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout

from ui.campaigns.cells import translate
from ui.campaigns.head import fill_bin
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from foitrack.desk.views import CampaignView
    from ui.campaigns.deeds import CampaignDeeds


def nobody_asked() -> EmptyState:
    """A campaign without a request."""
    return EmptyState(
        translate("Campaign", "Nobody has been asked yet"),
        translate("Campaign", "Log the question to one, or to all of a kind."),
        icon="flag",
        button=translate("Campaign", "Ask others…"),
        primary=True,
    )


class NoCampaign(EmptyState):
    """A case file without a campaign; what lies in the bin can be taken out of it."""

    def __init__(self) -> None:
        super().__init__(
            translate("Campaign", "No campaign yet"),
            translate("Campaign", "One question to many authorities, side by side."),
            icon="flag",
            button=translate("Campaign", "New campaign…"),
            primary=True,
        )
        self.back = QPushButton(translate("Campaign", "Take one out of the bin"), self)
        self.bin = QMenu(self.back)
        self.back.setMenu(self.bin)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, self.back, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_bin(self, binned: tuple[CampaignView, ...], deeds: CampaignDeeds) -> None:
        """Offer what lies in the bin, where anything does."""
        self.back.setVisible(bool(binned))
        fill_bin(self.bin, binned, deeds)


def nothing_matches() -> EmptyState:
    """Filters that leave no line."""
    return EmptyState(
        translate("Campaign", "No authority matches."),
        icon="filter",
        button=translate("Campaign", "Clear filters"),
    )
