"""The File menu's Backups."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.requests.dialog_frame import DialogFrame
from ui.safety.backups_box import BackupsBox
from ui.widgets.labels import secondary
from ui.workspace import Workspace

translate = QCoreApplication.translate


class BackupsDialog(DialogFrame):
    """What there is of backups, and what can be done about them."""

    restore_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(translate("Backups", "Backups"), "", parent, width=620)
        self.setObjectName("backups")
        self.box = BackupsBox(workspace, self)
        self.body.addWidget(self.box)
        said = self.tr(
            "A backup is made each day on which something changed, and on closing. The newest of "
            "7 days, 4 weeks and 12 months stay, and those that you made yourself. Keep them on "
            "another disk too: a disk that breaks takes both."
        )
        self.body.addWidget(secondary(said, wrap=True))
        self.accept_button.hide()
        self.cancel.setText(self.tr("Close"))
        self.box.shown.connect(self.refit)
        self.box.restore_wanted.connect(self._restore)

    def accept(self) -> None:
        """There is nothing to agree to."""

    def _restore(self) -> None:
        self.done(int(self.DialogCode.Accepted))
        self.restore_wanted.emit()
