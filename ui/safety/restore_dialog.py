"""Restore from a backup: a dated list, and what would change before anything happens."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QPushButton, QWidget

from foitrack.desk import safety
from foitrack.desk.backup_words import backup_words, differences_words
from ui.core_words import told
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.flow import Flow
from ui.widgets.labels import secondary, section, words
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.safety.unopened import Unopened

WIDTH = 680
LISTED = 6
"""Backups that are seen at once; the others are scrolled to."""


class RestoreDialog(DialogFrame):
    """Nothing is changed until Restore is pressed; the present file is then set aside."""

    wanted = Signal(object)
    """The backup to restore."""
    rescue_wanted = Signal()
    """What can be read of the present file shall be saved into a new one."""

    def __init__(
        self, workspace: Workspace | Unopened, parent: QWidget | None, trouble: str = ""
    ) -> None:
        """`trouble` says what is wrong with the present file, where anything is."""
        super().__init__("", "", parent, width=WIDTH)
        self._workspace = workspace
        self._known: tuple[safety.Backup, ...] = ()
        self.set_title(self.tr("Restore from a backup"))
        self.accept_button.setText(self.tr("Restore"))
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        self.elsewhere = QPushButton(self.tr("Look in another &folder…"))
        self.elsewhere.setAutoDefault(False)
        self.rescue = QPushButton(self.tr("&Save what can be read into a new file"))
        self.rescue.setAutoDefault(False)
        self.rescue.clicked.connect(self._rescue)
        self.changes = words("", 13, 400, "text2")
        self.changes.setWordWrap(True)
        self._build(trouble)
        self.list.currentRowChanged.connect(self._compare)
        self.elsewhere.clicked.connect(self._choose)
        self.look(None)

    def _build(self, trouble: str) -> None:
        if trouble:
            told = words(trouble, 13, 500)
            told.setWordWrap(True)
            self.body.addWidget(told)
        self.body.addWidget(self.list)
        ways = QWidget()
        row = Flow(ways, 8, QMargins())
        row.addWidget(self.elsewhere)
        if self._workspace.desk is None:
            row.addWidget(self.rescue)
        self.body.addWidget(ways)
        self.heading = section(self.tr("What would change"))
        self.body.addWidget(self.heading)
        self.body.addWidget(self.changes)
        self.body.addWidget(
            secondary(
                self.tr(
                    "The present case file is set aside beside the restored one, under a dated "
                    "name. Nothing is deleted."
                ),
                wrap=True,
            )
        )
        self.accept_button.setEnabled(False)

    def look(self, folder: Path | None) -> None:
        """List the backups in a folder; None for all that were made of this case file."""
        self._workspace.read(
            lambda: self._workspace.backups() if folder is None else safety.listed(folder),
            self._list,
            self.fail,
        )

    def _list(self, known: tuple[safety.Backup, ...]) -> None:
        self._known = known
        self.list.clear()
        self.list.addItems([told(backup_words(one)) for one in known])
        self._fit_list()
        self.accept_button.setEnabled(False)
        for shown in (self.list, self.heading):
            shown.setVisible(bool(known))
        if known:
            self.list.setCurrentRow(0)
        else:
            self.changes.setText(self.tr("There are no backups in this folder."))
        self.refit()

    def _fit_list(self) -> None:
        """As high as its lines, so that what would change is seen with them."""
        lines = min(LISTED, self.list.count())
        tall = lines * self.list.sizeHintForRow(0) if lines else 0
        self.list.setFixedHeight(tall + 2 * self.list.frameWidth())

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("A folder of backups"))
        if folder:
            self.look(Path(folder))

    def _compare(self, row: int) -> None:
        self.accept_button.setEnabled(False)
        if not 0 <= row < len(self._known):
            return
        chosen, desk = self._known[row], self._workspace.desk
        self.changes.setText(self.tr("Comparing…"))
        self._workspace.read(
            lambda: safety.compare(desk, chosen), partial(self._compared, chosen), self._unread
        )

    def _compared(self, chosen: safety.Backup, found: safety.Differences) -> None:
        if self.chosen() is not chosen:
            return
        said = [told(one) for one in differences_words(found)]
        self.changes.setText("\n".join(f"• {one}" for one in said) if len(said) > 1 else said[0])
        self.accept_button.setEnabled(True)
        self.refit()

    def _unread(self, problem: Exception) -> None:
        self.changes.setText("")
        self.fail(problem)

    def _rescue(self) -> None:
        self.done(int(self.DialogCode.Accepted))
        self.rescue_wanted.emit()

    def chosen(self) -> safety.Backup | None:
        """The backup that is marked in the list."""
        row = self.list.currentRow()
        return self._known[row] if 0 <= row < len(self._known) else None

    def accept(self) -> None:
        """Ask for the backup to be restored."""
        chosen = self.chosen()
        if chosen is not None and self.accept_button.isEnabled():
            self.done(int(self.DialogCode.Accepted))
            self.wanted.emit(chosen)
