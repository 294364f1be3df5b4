"""Putting lines of Today off, and bringing them back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from foitrack.desk import snoozing
from foitrack.desk.snoozing import PutOff
from foitrack.law.wording import full_date
from ui.counting import counted
from ui.today.lines import ActionRow
from ui.today.snooze_dialog import SnoozeDialog
from ui.today.snooze_menu import SnoozeMenu
from ui.today.snoozed_dialog import SnoozedDialog

if TYPE_CHECKING:
    from ui.workspace import Workspace


class SnoozeDeeds(QObject):
    """Each is one step; the notice offers to undo it."""

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace, self._owner = workspace, owner

    def offer(self, row: ActionRow, at: QPoint) -> SnoozeMenu | None:
        """Ask until when, with some days at hand; `at` is a place on the screen."""
        if row.item.beyond:
            said = self.tr("Show the rest first, and choose there what can wait.")
            self._workspace.notice.emit(said, False)
            return None
        menu = SnoozeMenu(row.item, self._workspace.today, self._owner)
        menu.chosen.connect(lambda until: self.snooze(row, until))
        menu.pick_wanted.connect(lambda: self.pick(row))
        menu.menu.popup(at)
        return menu

    def pick(self, row: ActionRow) -> SnoozeDialog:
        """Ask for any day."""
        dialog = SnoozeDialog(row.item, self._workspace.today, self._owner)
        dialog.wanted.connect(lambda until: self.snooze(row, until))
        dialog.open()
        return dialog

    def snooze(self, row: ActionRow, until: date) -> None:
        """Put a line off to a day."""
        desk, today = self._workspace.desk, self._workspace.today
        ids, kind = row.item.request_ids, row.kind
        name = row.item.authority
        said = self.tr("{0}: snoozed to {1}").format(name, full_date(until))
        self._workspace.write(
            lambda: snoozing.snooze(desk, ids, kind, until, today=today), say=said
        )

    def show_snoozed(self) -> None:
        """List what is put off."""
        desk, today = self._workspace.desk, self._workspace.today

        def look() -> tuple[tuple[PutOff, ...], int]:
            return snoozing.put_off(desk, today=today), snoozing.number(desk, today=today)

        def show(found: tuple[tuple[PutOff, ...], int]) -> None:
            lines, number = found
            if not lines:
                self._workspace.notice.emit(self.tr("Nothing is snoozed."), False)
                return
            dialog = SnoozedDialog(lines, number, self._owner)
            dialog.wanted.connect(self.bring_back)
            dialog.open()

        self._workspace.read(look, show)

    def bring_back(self, lines: tuple[PutOff, ...]) -> None:
        """Show lines again at once."""
        desk = self._workspace.desk
        said = self.tr("Brought back {0}").format(counted(len(lines), "request"))
        self._workspace.write(lambda: snoozing.bring_back(desk, lines), say=said)
