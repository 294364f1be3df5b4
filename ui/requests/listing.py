"""Which requests are listed and in which order: asks the desk, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from foitrack.desk import listed_counts, requests
from foitrack.desk.views import Changed, RequestFilter, RequestRow, SortKey
from ui.remembered import recall, remember
from ui.requests.model import CHUNK

if TYPE_CHECKING:
    from ui.workspace import Workspace

_ORDER = "requests/order"
MOST_FETCHED = 500
"""Rows fetched with a list; where a change names more, those looked at are fetched anew."""
MOST_LOOKED_AT = 2_000
"""Rows read to find what was typed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An answer of the desk: the ids in order, rows at hand, and how many there are in all."""

    ids: tuple[int, ...]
    rows: tuple[RequestRow, ...]
    total: int
    asked: int = 0
    """Which question this answers, counted by the `Listing`."""


class Listing(QObject):
    """The filter and the order, and the newest list for them."""

    listed = Signal(object)
    """A `Listed` for the filter and order as they are now."""
    failed = Signal(object)
    filter_changed = Signal()
    counted = Signal(object)
    """How many each choice would find: `listed_counts.Counts`; again only where that changed."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.filter = RequestFilter()
        self.sort, self.descending = _remembered_order()
        self._asked = 0
        self._changes = 0
        self._counted_for: object = None
        self._named: set[int] = set()
        """Requests that changed since the last answer."""

    def narrow(self, wanted: RequestFilter) -> None:
        """List what passes this filter."""
        if wanted != self.filter:
            self.filter = wanted
            self.filter_changed.emit()
            self.reload()

    def clear(self) -> None:
        """List everything; the bin stays the bin."""
        self.narrow(RequestFilter(binned=self.filter.binned))

    def filtered(self) -> bool:
        """Whether a filter hides anything."""
        return self.filter != RequestFilter(binned=self.filter.binned)

    def order(self, sort: SortKey, descending: bool) -> None:
        """List in another order."""
        if (sort, descending) != (self.sort, self.descending):
            self.sort, self.descending = sort, descending
            remember(_ORDER, f"{sort.value} {'down' if descending else 'up'}")
            self.reload()

    def reload(self, changed: Changed | None = None) -> None:
        """Ask again; with `changed`, rows are fetched anew only for the requests it names."""
        self._asked += 1
        self._changes += changed is not None
        # An answer that a newer question comes before never shows what it was asked for.
        self._named |= set(changed.request_ids if changed else ())
        named = tuple(self._named) if len(self._named) <= MOST_FETCHED else ()
        self._workspace.read(
            self._question(named), self._take, self._miss, self.tr("Listing requests"), topic=self
        )

    def _question(self, wanted: Sequence[int]) -> Callable[[], Listed]:
        desk, today = self._workspace.desk, self._workspace.today
        wish, sort, descending, asked = self.filter, self.sort, self.descending, self._asked

        def ask() -> Listed:
            ids = requests.ids(desk, wish, sort, descending, today=today)
            first = set(ids[:CHUNK]) | (set(wanted) & set(ids) if wanted else set())
            rows = requests.rows(desk, tuple(first), today=today)
            everything = replace(RequestFilter(), binned=wish.binned)
            total = (
                len(ids) if wish == everything else requests.count(desk, everything, today=today)
            )
            return Listed(tuple(ids), tuple(rows), total, asked)

        return ask

    def _take(self, found: Listed) -> None:
        # An answer to an older question may come after a newer one was put.
        if found.asked == self._asked:
            self._named.clear()
            self.listed.emit(found)
            self._count()

    def _count(self) -> None:
        """After the list, which is waited for, and only where other numbers may come of it."""
        desk, today = self._workspace.desk, self._workspace.today
        among = listed_counts.without_choices(self.filter)
        if self._counted_for == (among, self._changes, today):
            return
        self._counted_for = (among, self._changes, today)
        self._workspace.read(
            lambda: listed_counts.counts(desk, among, today=today),
            self._take_counts,
            self._miss,
            topic=(self, "counts"),
        )

    def _take_counts(self, counts: listed_counts.Counts) -> None:
        self.counted.emit(counts)

    def _miss(self, problem: Exception) -> None:
        self.failed.emit(problem)

    def fetch(
        self,
        ids: Sequence[int],
        done: Callable[[tuple[RequestRow, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Rows of some ids, for the model."""
        desk, today, wanted = self._workspace.desk, self._workspace.today, tuple(ids)
        self._workspace.read(lambda: requests.rows(desk, wanted, today=today), done, failed)

    def find(
        self, typed: str, ids: Sequence[int], after: int, done: Callable[[int | None], None]
    ) -> None:
        """The next request after a line, going round, whose authority or title begins so."""
        desk, today = self._workspace.desk, self._workspace.today
        wish = replace(self.filter, search=f"{self.filter.search} {typed}".strip())
        sort, descending = self.sort, self.descending
        # A letter alone moves on; more letters may still fit the current line.
        start = after + 1 if len(typed) == 1 else max(after, 0)

        def look() -> int | None:
            likely = set(requests.ids(desk, wish, sort, descending, today=today))
            ordered = [i for i in (*ids[start:], *ids[:start]) if i in likely]
            for first in range(0, min(len(ordered), MOST_LOOKED_AT), CHUNK):
                for row in requests.rows(desk, ordered[first : first + CHUNK], today=today):
                    if _begins(row, typed):
                        return row.id
            return None

        self._workspace.read(look, done)


def _remembered_order() -> tuple[SortKey, bool]:
    sort, _, way = recall(_ORDER).partition(" ")
    known = SortKey(sort) if sort in list(SortKey) else SortKey.URGENCY
    return known, way == "down"


def _begins(row: RequestRow, typed: str) -> bool:
    wanted = typed.casefold().strip()
    return any(
        name.casefold().startswith(wanted) for name in (row.authority or "", row.title) if name
    )
