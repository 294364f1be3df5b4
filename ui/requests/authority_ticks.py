"""Ticking many authorities: groups, search, tick all, and a warning where one was asked lately."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from foitrack.desk.views import AuthorityChoice
from ui import theme
from ui.requests.boxed import Boxed
from ui.requests.tick_list import TickList
from ui.requests.tick_model import TickModel
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.labels import words
from ui.widgets.search_box import SearchBox


class AuthorityTicks(QWidget):
    """Search, group, list."""

    changed = Signal()
    """Other authorities are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TickModel(self)
        self.search = SearchBox(self.tr("Name, short name or place"))
        self.group = FilterPill(self.tr("Group"), single=True)
        self.count = words("", 13, 600)
        self.all = QPushButton(self.tr("Tick all"))
        self.only = QPushButton(self.tr("Ticked only"))
        self.only.setCheckable(True)
        for button in (self.all, self.only):
            theme.button_kind(button, "link")
        self.list = TickList()
        self.list.setModel(self.model)
        self._lay_out()
        self.search.searched.connect(lambda _: self._narrow())
        self.search.leads_to(self.list)
        self.group.changed.connect(lambda _: self._narrow())
        self.only.toggled.connect(self._toggle_only)
        self.all.clicked.connect(self._tick_all)
        self.model.ticks_changed.connect(self._ticked)
        self._say()

    def offer(self, choices: Iterable[AuthorityChoice]) -> None:
        """Offer these authorities, by group."""
        self.model.offer(choices)
        counts = Counter(choice.group for choice in self.model.everyone() if choice.group)
        self.group.set_options(
            Option(group, group[:1].upper() + group[1:], number)
            for group, number in sorted(counts.items())
        )
        self._say()

    def ticked(self) -> tuple[AuthorityChoice, ...]:
        """The authorities ticked."""
        return self.model.ticked()

    def _narrow(self) -> None:
        group = next(iter(self.group.ticked()), None)
        self.model.narrow(self.search.text().strip(), group, ticked_only=self.only.isChecked())
        self._say()

    def _toggle_only(self, on: bool) -> None:
        self.only.setText(self.tr("Show all") if on else self.tr("Ticked only"))
        self._narrow()

    def _tick_all(self) -> None:
        shown = self.model.shown()
        names = {choice.name for choice in self.ticked()}
        self.model.tick(shown, on=any(choice.name not in names for choice in shown))

    def _ticked(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        shown, ticked = self.model.shown(), self.ticked()
        said = self.tr("{0} ticked, {1} shown")
        self.count.setText(said.format(f"{len(ticked):,}", f"{len(shown):,}"))
        names = {choice.name for choice in ticked}
        every = bool(shown) and all(choice.name in names for choice in shown)
        self.all.setText(self.tr("Untick all") if every else self.tr("Tick all"))
        self.all.setEnabled(bool(shown))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.group)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self.count)
        middle.addStretch(1)
        middle.addWidget(self.all)
        middle.addWidget(self.only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(middle)
        column.addWidget(Boxed(self.list), 1)
