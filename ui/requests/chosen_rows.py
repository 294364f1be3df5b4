"""Which lines of a list are chosen, as ranges: a hundred thousand cost no more than one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel


def ranges_of(chosen: QItemSelectionModel) -> list[range]:
    """The places of the chosen lines, from the top."""
    found = [range(one.top(), one.bottom() + 1) for one in chosen.selection().toList()]
    return sorted(found, key=lambda one: one.start)


def number_of(chosen: QItemSelectionModel) -> int:
    """How many lines are chosen."""
    return sum(len(one) for one in ranges_of(chosen))


def selection_of(model: QAbstractItemModel, places: Iterable[int]) -> QItemSelection:
    """The whole lines at some places, in as few ranges as they make."""
    last = model.columnCount() - 1
    selection = QItemSelection()
    for first, end in _runs(sorted(places)):
        selection.select(model.index(first, 0), model.index(end, last))
    return selection


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Places next to each other as first and last."""
    start = previous = None
    for place in places:
        if start is None or previous is None:
            start = place
        elif place != previous + 1:
            yield start, previous
            start = place
        previous = place
    if start is not None and previous is not None:
        yield start, previous
