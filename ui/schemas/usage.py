"""Which campaigns read their responses by the schema in hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from foitrack.desk.views import CampaignView
from ui import theme
from ui.counting import counted
from ui.widgets.filter_pill import StayingMenu


class UsageButton(QPushButton):
    """A menu of campaigns with tick boxes; nothing is read anew until the schema is saved."""

    changed = Signal(object)
    """The ids of the campaigns ticked, as a frozenset."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._campaigns: tuple[CampaignView, ...] = ()
        self._ticked: frozenset[int] = frozenset()
        self._menu = StayingMenu(self)
        self.setMenu(self._menu)
        theme.button_kind(self, "choice")
        self._say()

    def offer(self, campaigns: Sequence[CampaignView], ticked: Collection[int]) -> None:
        """Offer these campaigns, some of them ticked."""
        self._campaigns, self._ticked = tuple(campaigns), frozenset(ticked)
        self._menu.clear()
        for campaign in campaigns:
            action = self._menu.addAction(campaign.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(campaign.id in self._ticked)
            action.triggered.connect(lambda on, its=campaign.id: self.tick(its, on))
        self._say()

    def ticked(self) -> frozenset[int]:
        """The campaigns chosen."""
        return self._ticked

    def tick(self, campaign_id: int, on: bool) -> None:
        """Choose a campaign, or not."""
        self._ticked = self._ticked | {campaign_id} if on else self._ticked - {campaign_id}
        self._say()
        self.changed.emit(self._ticked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words where a field has its own; the style would put them on the edge."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        box = self.rect().adjusted(theme.px(10), 0, -theme.px(28), 0)
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        end = Qt.TextElideMode.ElideRight
        said = self.fontMetrics().elidedText(self.text(), end, room.width())
        painter.setPen(theme.tokens().text if self.isEnabled() else theme.tokens().off)
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, said)

    def _say(self) -> None:
        names = [campaign.name for campaign in self._campaigns if campaign.id in self._ticked]
        said = names[0] if len(names) == 1 else counted(len(names), "campaign")
        self.setText(said if names else self.tr("No campaign yet"))
        self.setEnabled(bool(self._campaigns))
        self.setToolTip(", ".join(names))
        self.setAccessibleName(self.tr("Used by: {0}").format(self.text()))
