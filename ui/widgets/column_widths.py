"""The widths of a list's columns, kept between starts: by mouse or by key, they are the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import theme
from ui.remembered import recall, remember

STEP = 16
"""Pixels at 100 % text that a key makes a column wider or narrower."""
NARROWEST = 40
"""No key makes a column narrower than this, in pixels at 100 % text."""

_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@runtime_checkable
class HasUsualWidths(Protocol):
    """A list that knows its own way back."""

    def usual_widths(self) -> None:
        """Give the columns the widths of the first start."""


class KeptWidths(QObject):
    """What a person made of the columns of one list, in pixels at 100 % text."""

    def __init__(self, table: QTableView, place: str, keys: Callable[[], Sequence[str]]) -> None:
        """`place` is what they are remembered under; `keys` names the columns as they are now."""
        super().__init__(table)
        self._place, self._keys = f"widths/{place}", keys
        self._laying = False
        self._widths = _recalled(self._place)
        table.horizontalHeader().sectionResized.connect(self._resized)

    def __contains__(self, key: str) -> bool:
        return key in self._widths

    def of(self, key: str, usual: int) -> int:
        """A column's width on the screen, where `usual` is the one at 100 % text."""
        return theme.px(max(NARROWEST, self._widths[key]) if key in self else usual)

    @contextmanager
    def laying(self) -> Iterator[None]:
        """What is done meanwhile is the list's own doing, not the person's."""
        self._laying = True
        try:
            yield
        finally:
            self._laying = False

    def forget(self) -> None:
        """As at the first start."""
        self._widths = {}
        remember(self._place, "{}")

    def _resized(self, column: int, _before: int, after: int) -> None:
        keys = self._keys()
        if not self._laying and after > 0 and column < len(keys):
            self._widths[keys[column]] = round(after / theme.scale())
            remember(self._place, json.dumps(self._widths))


def _recalled(place: str) -> dict[str, int]:
    """What was kept; nothing where it cannot be understood."""
    try:
        return {str(key): int(width) for key, width in json.loads(recall(place, "{}")).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


class _AtFirst(QObject):
    """The widths of a list that keeps none, before a key first changed one."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        header = table.horizontalHeader()
        self.titles = _titles(table)
        self.widths = [header.sectionSize(column) for column in range(header.count())]


def _titles(table: QTableView) -> list[object]:
    across, columns = Qt.Orientation.Horizontal, range(table.horizontalHeader().count())
    return [table.model().headerData(column, across) for column in columns]


def _at_first(table: QTableView) -> _AtFirst | None:
    """What was noted of the columns that the list has now."""
    now = _titles(table)
    return next((one for one in table.findChildren(_AtFirst) if one.titles == now), None)


def column_of(table: QTableView) -> int | None:
    """The column the keyboard is in; the first that is seen where no line is current."""
    header, current = table.horizontalHeader(), table.currentIndex().column()
    if current >= 0 and not header.isSectionHidden(current):
        return current
    seen = (header.logicalIndex(place) for place in range(header.count()))
    return next((column for column in seen if not header.isSectionHidden(column)), None)


def step(table: QTableView, column: int, by: int) -> bool:
    """Make a column wider by so many steps; False where it takes what the others leave."""
    header = table.horizontalHeader()
    if header.sectionResizeMode(column) is not QHeaderView.ResizeMode.Interactive:
        return False
    if not isinstance(table, HasUsualWidths) and _at_first(table) is None:
        _AtFirst(table)
    wanted = header.sectionSize(column) + theme.px(STEP) * by
    header.resizeSection(column, max(theme.px(NARROWEST), wanted))
    return True


def as_usual(table: QTableView) -> None:
    """Give the columns of a list their usual widths again."""
    if isinstance(table, HasUsualWidths):
        table.usual_widths()
        return
    first = _at_first(table)
    if first is not None:
        for column, width in enumerate(first.widths):
            table.horizontalHeader().resizeSection(column, width)


def changed_by_key(table: QTableView, event: QKeyEvent) -> bool:
    """Whether a key was for the widths; in a dialog no menu of the window takes it first."""
    column = column_of(table)
    if event.modifiers() != _ALT_SHIFT or column is None:
        return False
    if event.key() == Qt.Key.Key_Home:
        as_usual(table)
        return True
    by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
    return by is not None and step(table, column, by)
