"""What a person can do to a campaign, for its buttons and its menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from foitrack.desk import campaign_changes, campaigns, chasing, schemas
from foitrack.desk.not_asked import NotAsked, not_asked
from foitrack.desk.views import CampaignView, CaseFilter, Changed, RequestFilter
from foitrack.desk.views.coverage import Coverage, ReadyLetter
from ui.campaigns.ask_more_dialog import AskMoreDialog
from ui.campaigns.chase_dialog import ChaseDialog
from ui.campaigns.join_dialog import JoinDialog
from ui.campaigns.name_dialog import NameDialog
from ui.requests.dialog_frame import DialogFrame
from ui.team.notes_field import WantedNotes
from ui.team.which_stands import write_over
from ui.workspace import Workspace

Titles = tuple[tuple[str, str], ...]


class CampaignDeeds(QObject):
    """Does things to the campaign that `show` was last given; dialogs open over `owner`."""

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._found: Coverage | None = None
        self._every: tuple[CampaignView, ...] = ()

    def show(self, found: Coverage | None, every: tuple[CampaignView, ...]) -> None:
        """From now on act on this campaign."""
        self._found, self._every = found, every

    # To many at once

    def chase(self) -> None:
        """Show a ready letter for each answer that is late."""
        if self._found is None:
            return
        desk, number, today = self._workspace.desk, self._found.id, self._workspace.today
        self._workspace.read(lambda: chasing.letters(desk, number, today=today), self._letters)

    def _letters(self, letters: Sequence[ReadyLetter]) -> None:
        if not letters:
            self._workspace.notice.emit(self.tr("No answer of this campaign is late."), False)
            return
        dialog = ChaseDialog(letters, self._owner)
        dialog.chased.connect(lambda ids: self._write_chased(dialog, ids))
        dialog.open()

    def _write_chased(self, dialog: ChaseDialog, ids: tuple[int, ...]) -> None:
        desk, today = self._workspace.desk, self._workspace.today
        self._finish(dialog, lambda: chasing.chased(desk, ids, today=today))

    def ask_more(self) -> None:
        """Choose whom to ask who has not been asked yet."""
        if self._found is not None:
            desk, number = self._workspace.desk, self._found.id
            self._workspace.read(lambda: not_asked(desk, number), self._offer)

    def _offer(self, found: NotAsked) -> None:
        dialog = AskMoreDialog(found, self._owner)
        dialog.wanted.connect(lambda given: self._workspace.navigate.emit("new-request", given))
        dialog.open()

    # Elsewhere

    def report(self) -> None:
        """Go to the campaign's report."""
        if self._found is not None:
            self._workspace.navigate.emit("reports", self._found.id)

    def case_data(self) -> None:
        """Go to the campaign's case data."""
        if self._found is not None:
            self._workspace.navigate.emit("casedata", CaseFilter(campaign_id=self._found.id))

    def requests(self) -> None:
        """Go to the list of the campaign's requests."""
        if self._found is not None:
            self._workspace.navigate.emit("requests", RequestFilter(campaign_id=self._found.id))

    # The campaign itself

    def begin(self) -> None:
        """Begin a campaign."""
        dialog = NameDialog(self.tr("New campaign"), self.tr("Begin"), parent=self._owner)
        desk = self._workspace.desk

        def done(change: Changed) -> None:
            self._workspace.navigate.emit("campaign", change.new_id)

        dialog.wanted.connect(
            lambda name: self._finish(dialog, lambda: campaigns.create(desk, name), done)
        )
        dialog.open()

    def rename(self) -> None:
        """Give the campaign another name."""
        found = self._found
        if found is None:
            return
        title = self.tr("Rename the campaign")
        dialog = NameDialog(title, self.tr("Rename"), found.name, self._owner)
        desk = self._workspace.desk
        dialog.wanted.connect(
            lambda name: self._finish(
                dialog, lambda: campaigns.rename(desk, found.id, name, seen=dialog.seen)
            )
        )
        dialog.open()

    def join(self) -> None:
        """Have the campaign's requests go over to another campaign."""
        found = self._found
        others = [one for one in self._every if found and one.id != found.id]
        own = [one for one in self._every if found and one.id == found.id]
        if found is None or not others or not own:
            return
        dialog = JoinDialog(own[0], others, self._owner)
        desk = self._workspace.desk

        def done(change: Changed) -> None:
            self._workspace.navigate.emit("campaign", change.new_id)

        def write(into: int) -> None:
            dialog.set_busy(False)
            write_over(
                self._workspace,
                dialog,
                lambda seen: campaign_changes.merge(desk, found.id, into, seen=seen),
                {"joined": (*own, *(one for one in others if one.id == into))},
                self._done(dialog, done),
                otherwise=dialog.fail,
            )

        dialog.wanted.connect(write)
        dialog.open()

    def bin(self) -> None:
        """Move the campaign to the bin with its requests; the notice offers to undo it."""
        if self._found is not None:
            desk, number = self._workspace.desk, self._found.id
            self._workspace.write(lambda: campaign_changes.bin(desk, number))

    def restore(self, campaign_id: int) -> None:
        """Take a campaign out of the bin, and show it."""
        desk = self._workspace.desk

        def done(change: Changed) -> None:
            self._workspace.navigate.emit("campaign", change.new_id)

        self._workspace.write(lambda: campaign_changes.restore(desk, campaign_id), done)

    def choose_schema(self, name: str | None) -> None:
        """Have the campaign's responses read by a schema; None: by the one that fits."""
        if self._found is not None:
            desk, number = self._workspace.desk, self._found.id
            write_over(
                self._workspace,
                self._owner,
                lambda seen: schemas.choose(desk, number, name, seen=seen),
                {"schema": self._found.schema},
            )

    def save_notes(self, wanted: WantedNotes) -> None:
        """Keep notes on a campaign; where that fails they are unsaved still, and it is said."""
        desk = self._workspace.desk

        def failed(problem: Exception) -> None:
            wanted.failed(problem)
            self._workspace.tasks.problem.emit(problem)

        self._workspace.write(
            lambda: campaign_changes.set_notes(
                desk, wanted.owner_id, wanted.notes, seen=wanted.seen
            ),
            lambda _: wanted.kept(),
            failed,
            say=self.tr("Notes saved"),
        )

    def say_copied(self) -> None:
        """Say that words for a letter are in the clipboard."""
        self._workspace.notice.emit(self.tr("Copied. Paste it into your letter."), False)

    def schema_menu(self, menu: QMenu, titles: Titles) -> None:
        """Offer the schemas by which the campaign's responses can be read."""
        menu.clear()
        group = QActionGroup(menu)
        own = self._found.schema if self._found is not None else None
        for name, title in ((None, self.tr("The one that fits each letter")), *titles):
            action = QAction(title.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(name == own)
            action.triggered.connect(partial(self._choose, name))
            group.addAction(action)
            menu.addAction(action)

    def _choose(self, name: str | None, _on: bool = False) -> None:
        self.choose_schema(name)

    def _finish(
        self,
        dialog: DialogFrame,
        work: Callable[[], Changed],
        done: Callable[[Changed], None] | None = None,
    ) -> None:
        """Write, and close the dialog; where that cannot be the dialog says why."""
        self._workspace.write(work, self._done(dialog, done), dialog.fail)

    def _done(
        self, dialog: DialogFrame, done: Callable[[Changed], None] | None
    ) -> Callable[[Changed], None]:
        def written(change: Changed) -> None:
            if shiboken6.isValid(dialog):
                dialog.done(int(DialogFrame.DialogCode.Accepted))
            if done is not None:
                done(change)

        return written
