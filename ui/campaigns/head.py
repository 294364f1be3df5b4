"""The head of a campaign's page: which campaign, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QSizePolicy, QWidget

from foitrack.desk.views import CampaignView
from ui import theme
from ui.campaigns.deeds import CampaignDeeds, Titles
from ui.widgets.page_header import PageHeader

ROOM, LITTLE_ROOM = 900, 640
"""Narrower than this at 100 % text, buttons that the menu has too are left out; below the second
the page's title too, since the campaign's name stands beside it.
"""
WIDEST_NAME = 360
READS = ("report", "casedata", "requests")
"""What changes nothing in the case file."""


def fill_bin(menu: QMenu, binned: tuple[CampaignView, ...], deeds: CampaignDeeds) -> None:
    """Offer the campaigns in the bin; without any the menu is not there."""
    menu.clear()
    for one in binned:
        action = QAction(one.name.replace("&", "&&"), menu)
        action.triggered.connect(lambda _=False, its=one.id: deeds.restore(its))
        menu.addAction(action)
    menu.menuAction().setVisible(bool(binned))


class CampaignHead(PageHeader):
    """The menu has every deed; the first two are buttons where there is room."""

    chosen = Signal(int)
    """A campaign was chosen: its id."""
    details_wanted = Signal(bool)
    """The rail shall be seen, or no longer, where it is not beside the table anyway."""

    def __init__(self, deeds: CampaignDeeds, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Campaign"))
        self._deeds = deeds
        self._titles: Titles = ()
        self.campaign = QComboBox()
        self.campaign.setAccessibleName(self.tr("Campaign"))
        self.campaign.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.campaign.activated.connect(self._activated)
        wide = QSizePolicy.Policy.Expanding
        self.campaign.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.lead(self.campaign)
        self.chase = QPushButton(self.tr("Chase all late…"))
        theme.button_kind(self.chase, "primary")
        self.ask = QPushButton(self.tr("Ask others…"))
        self.ask.setToolTip(self.tr("Ask those of a kind that have not been asked yet"))
        self.details = QPushButton(self.tr("Details"))
        self.details.setCheckable(True)
        self.more = QPushButton(self.tr("More"))
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.more.setAccessibleName(self.tr("More to do about the campaign"))
        for button in (self.chase, self.ask, self.details, self.more):
            self.add(button)
        self.chase.clicked.connect(deeds.chase)
        self.ask.clicked.connect(deeds.ask_more)
        self.details.clicked.connect(self.details_wanted)
        self._late = 0
        self._fill_menu()
        self._grow()
        theme.changes().changed.connect(self._grow)

    def show_campaigns(
        self,
        every: tuple[CampaignView, ...],
        own: int | None,
        late: int,
        titles: Titles,
        binned: tuple[CampaignView, ...],
    ) -> None:
        """Offer these campaigns, one of them chosen, with how many answers are late."""
        self._titles, self._late = titles, late
        fill_bin(self.bin, binned, self._deeds)
        if [self.campaign.itemData(at) for at in range(self.campaign.count())] != [
            one.id for one in every
        ]:
            self.campaign.clear()
        for at, one in enumerate(every):
            if at < self.campaign.count():
                self.campaign.setItemText(at, one.name)
            else:
                self.campaign.addItem(one.name, one.id)
        self.campaign.setCurrentIndex(self.campaign.findData(own))
        self.campaign.setToolTip(self.campaign.currentText())
        self.chase.setText(self.tr("Chase all late ({0})…").format(f"{late:,}"))
        for action in self.menu.actions():
            if action.objectName() == "join":
                action.setEnabled(len(every) > 1)
        for widget in (self.campaign, self.more):
            widget.setVisible(bool(every))
        self._fit()

    def actions_for_menu(self) -> list[QAction]:
        """The deeds, for the window's menus."""
        return [action for action in self.menu.actions() if not action.isSeparator()]

    def _fill_menu(self) -> None:
        deeds = self._deeds
        listed: tuple[tuple[str, str, Callable[[], object]] | None, ...] = (
            ("chase", self.tr("&Chase all late answers…"), deeds.chase),
            ("ask", self.tr("&Ask those not asked yet…"), deeds.ask_more),
            None,
            ("report", self.tr("&Report of the campaign"), deeds.report),
            ("casedata", self.tr("Case &data of the campaign"), deeds.case_data),
            ("requests", self.tr("&List of its requests"), deeds.requests),
            None,
            ("new", self.tr("&New campaign…"), deeds.begin),
            ("rename", self.tr("Rena&me…"), deeds.rename),
            ("join", self.tr("&Join with another…"), deeds.join),
            ("bin", self.tr("Move to the &bin"), deeds.bin),
        )
        for entry in listed:
            if entry is None:
                self.menu.addSeparator()
                continue
            name, said, run = entry
            action = QAction(said, self.menu)
            action.setObjectName(name)
            action.setProperty("reads", name in READS)
            action.triggered.connect(lambda _=False, run=run: run())
            self.menu.addAction(action)
        self.bin = self.menu.addMenu(self.tr("&Take out of the bin"))
        schema = QMenu(self.tr("Columns and &words"), self.menu)
        schema.aboutToShow.connect(lambda: self._deeds.schema_menu(schema, self._titles))
        before = next(one for one in self.menu.actions() if one.objectName() == "join")
        self.menu.insertMenu(before, schema)

    def _activated(self, at: int) -> None:
        campaign_id = self.campaign.itemData(at)
        if isinstance(campaign_id, int):
            self.chosen.emit(campaign_id)

    def _fit(self) -> None:
        there = self.campaign.count() > 0
        little = self.width() < theme.px(LITTLE_ROOM)
        self.title.setVisible(not (there and little))
        self.ask.setVisible(there and self.width() >= theme.px(ROOM))
        self.chase.setVisible(there and self._late > 0 and not little)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _grow(self) -> None:
        self.campaign.setMinimumWidth(theme.px(130))
        self.campaign.setMaximumWidth(theme.px(WIDEST_NAME))
