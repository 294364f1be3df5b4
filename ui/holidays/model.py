"""What a newer list of bank holidays changes, as a table, and putting it into use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from foitrack import holiday_lists
from foitrack.desk import holidays, requests
from foitrack.desk.holidays import MovedDeadline
from foitrack.holiday_lists import OfferedList
from foitrack.law.wording import full_date
from foitrack.progress import Progress
from ui.counting import for_later
from ui.law_words import deadline_words
from ui.tasks import gone

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate

COLUMNS = (for_later("Request"), for_later("Last day for"), for_later("Old"), for_later("New"))


@dataclass(frozen=True, slots=True)
class Offer:
    """A newer list and what it would do to this case file; nothing is saved yet."""

    offered: OfferedList
    deadlines: tuple[MovedDeadline, ...]


def look_at(desk: Desk, origin: str, today: date) -> Offer:
    """Fetch a list from a file or an https address and see what it moves; PlainErrors say why
    it cannot be used. Writes nothing.
    """
    offered = holiday_lists.offered(origin, desk.reference.calendars, today)
    return Offer(offered, holidays.moved_by(desk, offered.calendars, today=today))


def put_in_use(
    workspace: Workspace,
    offer: Offer,
    done: Callable[[], None],
    failed: Callable[[Exception], None],
) -> None:
    """Keep the list, recount the case file by it, and have every screen look again.

    It can be stopped, and then all is as it was. The screens hear of it even where whoever asked
    has gone by then.
    """
    desk, progress = workspace.desk, Progress()

    def work() -> Desk:
        with holiday_lists.put_in_place(offer.offered):
            newer = holidays.with_calendars(desk, offer.offered.calendars)
            requests.recount(newer, progress)
        return newer

    def use(newer: Desk) -> None:
        workspace.use(newer)
        workspace.notice.emit(translate("Holidays", "The newer bank holidays are in use."), False)
        if not gone(done):
            done()

    label = translate("Holidays", "Counting the deadlines again")
    workspace.read(work, use, failed, label, progress)


class MovedModel(QAbstractTableModel):
    """The open deadlines that move, one a row: whose, which, old and new."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MovedDeadline, ...] = ()

    def show_deadlines(self, rows: tuple[MovedDeadline, ...]) -> None:
        """Show others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row a deadline."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Request, deadline, old, new."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Holidays", COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words; the whole row's sentence for a screen reader and as the tooltip."""
        if not index.isValid():
            return None
        moved = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(moved)[index.column()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _sentence(moved)
        return None


def _cells(moved: MovedDeadline) -> tuple[str, str, str, str]:
    return (
        moved.request,
        deadline_words(moved.old.kind),
        full_date(moved.old.on),
        full_date(moved.new.on),
    )


def _sentence(moved: MovedDeadline) -> str:
    request, what, old, new = _cells(moved)
    said = translate("Holidays", "{request}: {what} moves from {old} to {new}")
    return said.format(request=request, what=what, old=old, new=new)
