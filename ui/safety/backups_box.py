"""Where the backups lie and when the last was made; another folder, one now, or back to one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from foitrack.desk import safety
from foitrack.desk.backup_words import backup_words, kept_words
from ui.core_words import told
from ui.widgets.flow import Flow
from ui.widgets.labels import secondary, words
from ui.workspace import Workspace


class BackupsBox(QWidget):
    """Stands in a dialog, or on a page of settings."""

    restore_wanted = Signal()
    shown = Signal()
    """What is said has changed, and may need another height."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.place = words(" ", 13, 500, wrap=True)
        self.newest = words(" ", wrap=True)
        self.count = secondary(" ", wrap=True)
        self.said = words("", 12, 500, wrap=True)
        self.said.setAccessibleName(self.tr("What was done"))
        self.said.hide()
        self.now = self._button(self.tr("Back up no&w"), self._back_up)
        self.restore = self._button(self.tr("Rest&ore…"), self.restore_wanted.emit)
        self.another = self._button(self.tr("Choose another fo&lder…"), self._choose)
        self.beside = self._button(self.tr("Keep them &beside the case file"), self._keep_beside)
        self.beside.hide()
        self._lay_out()
        self.refresh()

    def _button(self, text: str, do: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: do())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(secondary(self.tr("Backups are kept in")))
        for widget in (self.place, self.newest, self.count):
            column.addWidget(widget)
        buttons = QWidget(self)
        row = Flow(buttons, 8, QMargins())
        for button in (self.now, self.restore, self.another, self.beside):
            row.addWidget(button)
        column.addWidget(buttons)
        column.addWidget(self.said)

    def refresh(self) -> None:
        """Look again."""
        desk = self._workspace.desk
        self._workspace.read(lambda: safety.kept(desk), self._show, self._failed)

    def _show(self, kept: safety.Kept) -> None:
        self.place.setText(str(kept.folder))
        last = told(backup_words(kept.newest)) if kept.newest is not None else ""
        self.newest.setText(
            self.tr("The last: {0}").format(last) if last else self.tr("There is none there yet.")
        )
        self.count.setText(told(kept_words(kept.count, kept.size)) if kept.count else " ")
        self.beside.setVisible(not kept.beside)
        self.shown.emit()

    def _back_up(self) -> None:
        desk = self._workspace.desk
        self.now.setEnabled(False)
        self._workspace.read(
            lambda: safety.backup(desk), self._backed_up, self._failed, self.tr("Backing up")
        )

    def _backed_up(self, made: safety.Backup) -> None:
        self.now.setEnabled(True)
        self._say(self.tr("Backed up: {0}.").format(told(backup_words(made))))
        self.refresh()

    def _choose(self) -> None:
        title = self.tr("Keep backups inside the folder")
        if inside := QFileDialog.getExistingDirectory(self, title):
            self.keep_in(Path(inside))

    def _keep_beside(self) -> None:
        self.keep_in(None)

    def keep_in(self, inside: Path | None) -> None:
        """Keep backups inside another folder from now on; None for beside the case file."""
        desk, before = self._workspace.desk, self.place.text()
        self._workspace.read(
            lambda: safety.keep_backups_in(desk, inside),
            lambda _: self._kept_elsewhere(before),
            self._failed,
        )

    def _kept_elsewhere(self, before: str) -> None:
        self._say(self.tr("New backups go there. Those made before stay in {0}.").format(before))
        self.refresh()

    def _failed(self, problem: Exception) -> None:
        self.now.setEnabled(True)
        self._say(told(problem))
        self.shown.emit()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
