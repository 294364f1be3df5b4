"""What a person can do to an authority, for its buttons and the window's menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from foitrack.desk import authority_changes
from foitrack.desk.stale import Seen
from foitrack.desk.views import Changed
from foitrack.desk.views.authority import AuthorityDetails, AuthorityRecord
from ui.authorities.edit_dialog import EditDialog
from ui.authorities.join_dialog import JoinDialog
from ui.requests.dialog_frame import DialogFrame
from ui.requests.prefilled import Prefilled
from ui.team.which_stands import write_over
from ui.workspace import Workspace


class AuthorityDeeds(QObject):
    """Does things to the authority that `show` was last given; dialogs open over `owner`."""

    named = Signal(str)
    """Show the authority of that name: it was added, renamed or joined."""

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._record: AuthorityRecord | None = None
        self.kinds: tuple[str, ...] = ()
        """The kinds that there are, to be offered."""

    def show(self, record: AuthorityRecord | None) -> None:
        """From now on act on this authority."""
        self._record = record

    def new_request(self) -> None:
        """Log a request to it."""
        if self._record is not None:
            given = Prefilled(names=(self._record.details.name,))
            self._workspace.navigate.emit("new-request", given)

    def add(self) -> None:
        """Add an authority that the directory does not have."""
        dialog = self._dialog(AuthorityDetails(""), own=True, new=True)
        desk = self._workspace.desk

        def write(details: AuthorityDetails) -> None:
            self._finish(dialog, lambda: authority_changes.add(desk, details), details.name)

        dialog.wanted.connect(write)
        dialog.open()

    def edit(self) -> None:
        """Correct what is said of it."""
        record = self._record
        if record is None:
            return
        said = replace(record.details, aliases=record.given_names)
        dialog = self._dialog(said, own=record.own)
        desk, name = self._workspace.desk, record.details.name

        def write(details: AuthorityDetails) -> None:
            shown = details.name if record.own else name
            self._finish(
                dialog,
                lambda: authority_changes.edit(desk, name, details, seen=dialog.seen),
                shown,
            )

        dialog.wanted.connect(write)
        dialog.open()

    def join(self) -> None:
        """Choose the authority that it really is."""
        record = self._record
        if record is None or not record.own:
            return
        name = record.details.name
        dialog = JoinDialog(self._workspace, name, record.did.requests, self._owner)
        desk = self._workspace.desk

        def write(into: str) -> None:
            def merge(seen: Seen) -> Changed:
                return authority_changes.merge(desk, name, into, seen=seen)

            dialog.set_busy(False)
            write_over(
                self._workspace,
                dialog,
                merge,
                {"authority": record.details},
                self._done(dialog, into),
                otherwise=dialog.fail,
            )

        dialog.wanted.connect(write)
        dialog.open()

    def join_with(self, into: str) -> None:
        """It is the same as that one; the notice offers to undo it."""
        if self._record is not None:
            desk, name = self._workspace.desk, self._record.details.name
            write_over(
                self._workspace,
                self._owner,
                lambda seen: authority_changes.merge(desk, name, into, seen=seen),
                {"authority": self._record.details},
                lambda _: self.named.emit(into),
            )

    def remove(self) -> None:
        """Take away one's own that has no request; the notice offers to undo it."""
        if self._record is not None and self._record.own:
            desk, name = self._workspace.desk, self._record.details.name
            write_over(
                self._workspace,
                self._owner,
                lambda seen: authority_changes.remove(desk, name, seen=seen),
                {"authority": self._record.details},
            )

    def _dialog(self, details: AuthorityDetails, *, own: bool, new: bool = False) -> EditDialog:
        rules = self._workspace.desk.reference.calendars.rules
        return EditDialog(details, rules, self.kinds, own=own, new=new, parent=self._owner)

    def _finish(self, dialog: DialogFrame, work: Callable[[], Changed], name: str) -> None:
        """Write, close the dialog and show the authority; else the dialog says why not."""
        self._workspace.write(work, self._done(dialog, name), dialog.fail)

    def _done(self, dialog: DialogFrame, name: str) -> Callable[[Changed], None]:
        def written(_change: Changed) -> None:
            if shiboken6.isValid(dialog):
                dialog.done(int(DialogFrame.DialogCode.Accepted))
            self.named.emit(" ".join(name.split()))

        return written
