"""The authorities that can be ticked, those that pass the filter, and those that are ticked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from foitrack.desk.views import AuthorityChoice
from ui.requests.matches import marked

Index = QModelIndex | QPersistentModelIndex
CHOICE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
WARNING_ROLE = CHOICE_ROLE + 1


class TickModel(QAbstractListModel):
    """Authorities that pass the filter; what is ticked stays ticked while filtered out."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[AuthorityChoice, ...] = ()
        self._shown: tuple[AuthorityChoice, ...] = ()
        self._ticked: set[str] = set()
        self._warnings: dict[str, str] = {}
        self.typed = ""
        self._group: str | None = None
        self._ticked_only = False

    def offer(self, choices: Iterable[AuthorityChoice]) -> None:
        """Offer these authorities."""
        self._all = tuple(choices)
        self._filter()

    def everyone(self) -> tuple[AuthorityChoice, ...]:
        """All that are offered."""
        return self._all

    def shown(self) -> tuple[AuthorityChoice, ...]:
        """Those that pass the filter."""
        return self._shown

    def ticked(self) -> tuple[AuthorityChoice, ...]:
        """Those ticked, in the order of the list."""
        return tuple(choice for choice in self._all if choice.name in self._ticked)

    def narrow(self, typed: str, group: str | None, *, ticked_only: bool) -> None:
        """Show those whose name, short name, alias or place begins so, of a group."""
        self.typed, self._group, self._ticked_only = typed, group, ticked_only
        self._filter()

    def tick(self, choices: Iterable[AuthorityChoice], on: bool) -> None:
        """Tick or untick several."""
        names = {choice.name for choice in choices}
        self._ticked = self._ticked | names if on else self._ticked - names
        if self._ticked_only:
            self._filter()
        elif self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticks_changed.emit()

    def warn(self, warnings: dict[str, str]) -> None:
        """Say what is to be thought of before asking some authorities."""
        self._warnings |= warnings
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def warnings(self) -> dict[str, str]:
        """What is said of each authority looked at; an empty text: nothing."""
        return self._warnings

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = tuple(choice for choice in self._all if self._passes(choice))
        self.endResetModel()

    def _passes(self, choice: AuthorityChoice) -> bool:
        if self._ticked_only and choice.name not in self._ticked:
            return False
        if self._group is not None and choice.group != self._group:
            return False
        known = f"{choice.name} {choice.short_name} {choice.detail}"
        return all(any(hit for _, hit in marked(known, word)) for word in self.typed.split())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Those shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, law and warning in words; whether it is ticked."""
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        warning = self._warnings.get(choice.name, "")
        if role == CHOICE_ROLE:
            return choice
        if role == WARNING_ROLE:
            return warning
        if role == Qt.ItemDataRole.CheckStateRole:
            on = choice.name in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(p for p in (choice.name, choice.regime.value, warning) if p)
        if role == Qt.ItemDataRole.ToolTipRole:
            return choice.detail or choice.name
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick one."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([self._shown[index.row()]], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True
