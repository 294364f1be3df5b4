"""Two campaigns become one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from foitrack.desk.views import CampaignView
from ui.counting import counted
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.form import Form


class JoinDialog(DialogFrame):
    """Asks into which campaign another shall go."""

    wanted = Signal(int)
    """The id of the campaign that stays."""

    def __init__(
        self, own: CampaignView, others: Sequence[CampaignView], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent, width=480)
        self.set_title(self.tr("Join with another campaign"))
        self.accept_button.setText(self.tr("Join"))
        self.into = QComboBox()
        self.into.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for other in others:
            self.into.addItem(f"{other.name} ({counted(other.requests, 'request')})", other.id)
        form = Form()
        form.add_row(
            self.tr("The campaign that &stays"),
            self.into,
            self.tr(
                "The {0} of “{1}” go over to it, with the notes and the words learned. "
                "It can be undone."
            ).format(counted(own.requests, "request"), own.name),
        )
        self.body.addWidget(form)
        self.into.setFocus()

    def accept(self) -> None:
        """Tell which one stays."""
        self.set_busy(True)
        self.wanted.emit(int(self.into.currentData()))
