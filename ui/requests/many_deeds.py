"""What a person can do to several requests at once; each is one step that Undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from foitrack.desk import campaigns, list_export, many, requests
from foitrack.desk.stale import Seen, StaleEditError
from foitrack.desk.views import CampaignView, Changed, RequestRow
from foitrack.law.terms import Event, EventKind, Regime
from foitrack.progress import Progress
from ui.core_words import done_told
from ui.counting import counted
from ui.requests import cells
from ui.requests.campaign_dialog import CampaignDialog
from ui.requests.columns import COLUMNS, INDEX
from ui.requests.many_event_dialog import ManyEventDialog
from ui.team.which_stands import Choices, ask_which

if TYPE_CHECKING:
    from ui.workspace import Workspace

AT_ONCE = 100
"""More than these are done behind a bar that can be stopped."""
MOST_COPIED = 5_000
Ids = tuple[int, ...]


class ManyDeeds(QObject):
    """Dialogs open over `owner`; few requests are done at once, many behind a bar."""

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner

    # What is written

    def record_event(self, ids: Ids, by_authority: bool | None = None) -> None:
        """Ask what happened, and record it for all."""
        desk, today = self._workspace.desk, self._workspace.today

        def offer(regimes: frozenset[Regime]) -> None:
            dialog = ManyEventDialog(
                len(ids), regimes, today, by_authority=by_authority, parent=self._owner
            )
            dialog.wanted.connect(lambda event, note: self.record(ids, event, note))
            dialog.open()

        self._workspace.read(lambda: many.regimes(desk, ids), offer)

    def note(self, ids: Ids, kind: EventKind) -> None:
        """Record something as done today."""
        self.record(ids, Event(kind, self._workspace.today))

    def record(self, ids: Ids, event: Event, note: str = "") -> None:
        """Record an event for all."""
        desk, today = self._workspace.desk, self._workspace.today
        self._write(
            ids,
            self.tr("Recording an event"),
            lambda progress: many.record(desk, ids, event, note, today=today, progress=progress),
        )

    def choose_campaign(self, ids: Ids) -> None:
        """Ask for a campaign, and put all in it."""
        desk = self._workspace.desk

        def offer(known: tuple[tuple[CampaignView, ...], dict[int, str]]) -> None:
            every, own = known
            dialog = CampaignDialog(len(ids), every, set(own.values()), self._owner)
            dialog.wanted.connect(lambda name: self.put_in_campaign(ids, name, {"campaigns": own}))
            dialog.open()

        self._workspace.read(lambda: (campaigns.all(desk), many.campaigns_of(desk, ids)), offer)

    def put_in_campaign(self, ids: Ids, name: str, seen: Seen) -> None:
        """Put all in a campaign; "" takes them out of theirs, which were `seen`.

        Where somebody else has moved one since, both are shown first.
        """
        desk = self._workspace.desk

        def failed(problem: Exception) -> None:
            if isinstance(problem, StaleEditError):
                ask_which(problem, self._owner, again)
            else:
                self._workspace.tasks.problem.emit(problem)

        def again(chosen: Choices) -> None:
            if all(mine for _, mine in chosen):
                self.put_in_campaign(ids, name, {one.field: one.theirs for one, _ in chosen})
            else:
                self._workspace.announce_changes()

        self._write(
            ids,
            self.tr("Putting requests in a campaign"),
            lambda progress: many.put_in_campaign(desk, ids, name, progress=progress, seen=seen),
            failed,
        )

    def bin(self, ids: Ids) -> None:
        """Move all to the bin."""
        desk = self._workspace.desk
        self._write(
            ids,
            self.tr("Moving requests to the bin"),
            lambda progress: many.bin(desk, ids, progress=progress),
        )

    def restore(self, ids: Ids) -> None:
        """Take all out of the bin."""
        desk = self._workspace.desk
        self._write(
            ids,
            self.tr("Taking requests out of the bin"),
            lambda progress: many.restore(desk, ids, progress=progress),
        )

    def remove_for_good(self, ids: Ids) -> None:
        """Remove all for good, once a person has said that it is meant."""
        from ui.requests.removing import ask_to_remove_many

        ask_to_remove_many(self._workspace, ids, self._owner)

    def _write(
        self,
        ids: Ids,
        title: str,
        work: Callable[[Progress], Changed],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if not ids:
            return
        if len(ids) <= AT_ONCE:
            self._workspace.write(lambda: work(Progress()), failed=failed)
            return

        def written(change: Changed) -> None:
            self._workspace.changed.emit(change)
            self._workspace.notice.emit(done_told(change.undo_label), True)

        self._behind_a_bar(title, work, written, failed)

    def _behind_a_bar(
        self,
        title: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        from ui.safety.long_work import LongWork

        bar = LongWork(title, work, self._owner)
        bar.finished_with.connect(done)
        bar.failed_with.connect(failed or self._workspace.tasks.problem.emit)
        bar.begin()

    # What goes to other programs

    def export(self, ids: Ids) -> None:
        """Ask for a file, and write all to it as a table."""
        path, _ = QFileDialog.getSaveFileName(
            self._owner, self.tr("Export as a table"), "requests.csv", "CSV (*.csv)"
        )
        if path and ids:
            self.export_to(ids, Path(path))

    def export_to(self, ids: Ids, path: Path) -> None:
        """Write all to a file."""
        desk, today = self._workspace.desk, self._workspace.today
        path = path.with_suffix(path.suffix or ".csv")

        def work(progress: Progress) -> int:
            return list_export.to_csv_file(desk, ids, path, today=today, progress=progress)

        def written(number: int) -> None:
            said = self.tr("{0} exported to {1}").format(counted(number, "request"), path)
            self._workspace.notice.emit(said, False)

        if len(ids) <= AT_ONCE:
            self._workspace.read(lambda: work(Progress()), written)
        else:
            self._behind_a_bar(self.tr("Exporting requests"), work, written)

    def copy_references(self, ids: Ids) -> None:
        """Copy the authorities' references, one a line, and say where there are none."""
        desk = self._workspace.desk

        def copy(found: tuple[tuple[str, ...], int]) -> None:
            references, without = found
            if references:
                QGuiApplication.clipboard().setText("\n".join(references))
            said = self.tr("Copied {0}").format(counted(len(references), "reference"))
            if without:
                # Said, or a person would miss them only at the other end.
                none = counted(without, "request")
                said = self.tr("{0}; {1} without one").format(said, none)
            self._workspace.notice.emit(said, False)

        self._workspace.read(lambda: many.references(desk, ids), copy)

    def copy_rows(self, ids: Ids, keys: tuple[str, ...]) -> None:
        """Copy the rows with the columns of these keys, for a table elsewhere."""
        if len(ids) > MOST_COPIED:
            said = self.tr("These are too many to copy; export them as a table instead.")
            self._workspace.notice.emit(said, False)
            return
        desk, today = self._workspace.desk, self._workspace.today

        def copy(rows: tuple[RequestRow, ...]) -> None:
            QGuiApplication.clipboard().setText(as_lines(rows, keys))
            said = self.tr("Copied {0}").format(counted(len(rows), "row"))
            self._workspace.notice.emit(said, False)

        if ids:
            self._workspace.read(lambda: requests.rows(desk, ids, today=today), copy)


def as_lines(rows: tuple[RequestRow, ...], keys: tuple[str, ...]) -> str:
    """Headings and rows with tabs between the cells."""
    lines = [[COLUMNS[INDEX[key]].title for key in keys]]
    lines += [[" ".join(cells.text(row, key).split()) for key in keys] for row in rows]
    return "\n".join("\t".join(line) for line in lines)
