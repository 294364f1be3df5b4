"""What keeps the case file safe, and the list of bank holidays that its days are counted by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from foitrack.law.wording import full_date
from ui.protection.asking import is_protected
from ui.requests.facts_grid import FactsGrid
from ui.safety.backups_box import BackupsBox
from ui.settings.section import Section
from ui.widgets.labels import words
from ui.workspace import Workspace

translate = QCoreApplication.translate


def action_button(text: str) -> QPushButton:
    """A button that Enter presses only while it has the keyboard."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button


class Backups(Section):
    """Where backups lie, the last one, how many, and what can be done about them."""

    action_wanted = Signal(str)
    """Do what the action of that name does."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        said = translate(
            "Settings",
            "A backup is made on each day on which something changed, and on closing; keep one on "
            "another disk too, since a disk that breaks takes both.",
        )
        super().__init__(translate("Settings", "Backups"), said, parent)
        self.box = BackupsBox(workspace)
        self.box.restore_wanted.connect(lambda: self.action_wanted.emit("restore-backup"))
        self.column.addWidget(self.box)


class Passphrase(Section):
    """Give the case file a passphrase, another one, or none."""

    action_wanted = Signal(str)
    """Do what the action of that name does."""

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        said = translate(
            "Settings",
            "With a passphrase nobody can read the case file or its new backups without it; if "
            "it is lost, neither can you.",
        )
        super().__init__(translate("Settings", "Passphrase"), said, parent)
        protected = is_protected(place)
        now = (
            self.tr("This case file opens only with its passphrase.")
            if protected
            else self.tr("This case file opens without a passphrase.")
        )
        self.column.addWidget(words(now, wrap=True))
        change, give = self.tr("Change the passphrase…"), self.tr("Protect with a passphrase…")
        self.give = action_button(change if protected else give)
        self.give.clicked.connect(lambda: self.action_wanted.emit("protect-file"))
        self.off = action_button(self.tr("Take the passphrase off…"))
        self.off.clicked.connect(lambda: self.action_wanted.emit("unprotect-file"))
        self.row(self.give, self.off)
        self.off.setVisible(protected)


class Holidays(Section):
    """The list in use, how far it is sure, and the way to a newer one."""

    action_wanted = Signal(str)
    """Do what the action of that name does."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        said = translate(
            "Settings",
            "A working day is no Saturday, Sunday, Christmas Day, Good Friday or bank holiday "
            "(FOIA section 10(6)), so a newer list can move a deadline; you see which before you "
            "save it.",
        )
        super().__init__(translate("Settings", "Bank holidays"), said, parent)
        self._workspace = workspace
        self.facts = FactsGrid()
        self.update_list = action_button(self.tr("Update…"))
        self.update_list.setAccessibleName(self.tr("Update the list of bank holidays"))
        self.update_list.clicked.connect(lambda: self.action_wanted.emit("holidays"))
        self.column.addWidget(self.facts)
        self.row(self.update_list)
        self.refresh()
        workspace.changed.connect(self.refresh)

    def refresh(self, _change: object = None) -> None:
        """Show the list that is in use now."""
        calendars = self._workspace.desk.reference.calendars
        self.facts.clear()
        self.facts.add(self.tr("Source"), calendars.source)
        self.facts.add(self.tr("Last sure day"), full_date(calendars.last_sure_day))
