"""Ctrl+K: one field over everything the window can do and the case file holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListView, QPushButton, QWidget

from foitrack.desk.views.found import Hit, HitGroup
from ui import theme
from ui.actions import Actions
from ui.palette.asking import Asking
from ui.palette.delegate import PaletteDelegate
from ui.palette.destinations import go_to
from ui.palette.entries import (
    Entry,
    Group,
    action_entries,
    button_entries,
    hit_entry,
    kind_title,
    put_together,
)
from ui.palette.field import PaletteField
from ui.palette.found_list import FoundList
from ui.palette.model import PaletteModel
from ui.palette.recent import Recent
from ui.widgets.labels import rule, secondary
from ui.widgets.popover import SHADOW, Popover

if TYPE_CHECKING:
    from ui.workspace import Workspace

WIDE, TALL = 680, 520
FROM_TOP = 0.09


class Palette(Popover):
    """Stands over the page; what was chosen before is first until something is typed."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        actions: Actions,
        page_actions: Callable[[], Iterable[QAction]],
        recent: Recent,
        page_buttons: Callable[[], Iterable[QPushButton]] = tuple,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._actions, self._page_actions = actions, page_actions
        self._page_buttons = page_buttons
        self._recent = recent
        self._known: list[tuple[Entry, bool]] = []
        self._hits: tuple[HitGroup, ...] = ()
        self._recalled: tuple[Hit, ...] = ()
        self._hasty = False
        self.setAccessibleName(self.tr("Go to anything"))
        self.asking = Asking(workspace, self)
        self.field = PaletteField()
        self.model = PaletteModel(self)
        self.list = FoundList()
        self.foot = secondary("")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.field.setStyleSheet("border: 0; background: transparent; padding: 0 2px;")
        self.field.setFont(theme.font(17, 400))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setStyleSheet("QListView { background: transparent; border: 0; }")
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addWidget(self.field)
        self.body.addWidget(rule())
        self.body.addWidget(self.list, 1)
        self.body.addWidget(rule())
        self.body.addWidget(self.foot)
        self.field.setTextMargins(14, 8, 14, 8)
        self.field.setMinimumHeight(theme.px(52))
        self.foot.setContentsMargins(16, 7, 16, 8)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.field.moved.connect(self._move)
        self.field.chosen.connect(self._choose_current)
        self.field.left.connect(self.close_popover)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.asking.found.connect(self._take)
        self.asking.recalled.connect(self._take_recalled)
        self.asking.failed.connect(self.foot.setText)
        self.list.selectionModel().currentChanged.connect(self._describe)
        theme.changes().changed.connect(self.list.viewport().update)

    # -- coming up ------------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Come up empty, over what the page can do at this moment."""
        self._known = list(action_entries(self._actions, self._page_actions()))
        named = [entry.title.text for entry, _ in self._known]
        self._known += [(one, False) for one in button_entries(self._page_buttons(), named)]
        self._hits, self._recalled = (), ()
        self.field.clear()
        self._show()
        self.open_at(self.window())
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.asking.recall(self._recent.ids("request"), self._recent.ids("campaign"))

    def toggle(self) -> None:
        """Come up, or go where it is up already."""
        if self.isVisible():
            self.close_popover()
        else:
            self.open_palette()

    def _place(self) -> None:
        window = self.window()
        room = window.size()
        wide = min(theme.px(WIDE), room.width() - 48)
        top = int(room.height() * FROM_TOP)
        tall = min(theme.px(TALL), room.height() - 2 * top)
        self._points_up = None
        self.resize(QSize(wide + 2 * SHADOW, tall + 2 * SHADOW))
        self.move(QPoint((room.width() - wide) // 2 - SHADOW, top - SHADOW))

    # -- what is shown --------------------------------------------------------------------------

    def _typed(self, typed: str) -> None:
        self._hasty = False
        self.asking.ask(typed.strip())
        if not typed.strip():
            self._hits = ()
        self._show()
        self._first()

    def _take(self, typed: str, groups: tuple[HitGroup, ...]) -> None:
        if typed == self.field.text().strip():
            self._hits = groups
            self._show()
            if self._hasty:
                self._hasty = False
                self._choose_current()

    def _take_recalled(self, hits: tuple[Hit, ...]) -> None:
        self._recalled = hits
        if not self.field.text().strip():
            self._show()

    def _show(self) -> None:
        """Show the lines that fit; the one gone to stays so where it is still there."""
        before = self.model.entry(self.list.currentIndex().row())
        typed = self.field.text().strip()
        self.model.show(self._found(typed) if typed else self._before_typing())
        rows = [row for row in self.model.entries() if self.model.entry(row) == before]
        if rows and before is not None:
            self._go(rows[0])
        else:
            self._first()

    def _found(self, typed: str) -> list[Group]:
        groups = list(put_together(typed, self._known))
        for group in self._hits:
            entries = tuple(map(hit_entry, group.hits))
            groups.append(Group(kind_title(group.kind), entries, group.more))
        return groups

    def _before_typing(self) -> list[Group]:
        every = {entry.key: entry for entry, _ in self._known}
        every |= {entry.key: entry for entry in map(hit_entry, self._recalled)}
        lately = tuple(every[key] for key in self._recent.chosen() if key in every)
        groups = [Group(self.tr("Chosen lately"), lately)] if lately else []
        shown = {entry.key for entry in lately}
        rest = [(e, p) for e, p in self._known if not e.why_not and e.key not in shown]
        return groups + list(put_together("", rest))

    # -- moving and choosing --------------------------------------------------------------------

    def _first(self) -> None:
        rows = self.model.entries()
        if rows:
            self._go(rows[0])
            self.list.scrollToTop()
        self._describe()

    def _go(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row))

    def _move(self, by: int) -> None:
        rows = self.model.entries()
        if not rows:
            return
        here = self.list.currentIndex().row()
        at = rows.index(here) if here in rows else -1
        # A single step goes round; a page stops at the ends.
        to = (at + by) % len(rows) if abs(by) == 1 else max(0, min(len(rows) - 1, at + by))
        self._go(rows[to])
        if to == 0:
            self.list.scrollToTop()

    def _choose_current(self) -> None:
        entry = self.model.entry(self.list.currentIndex().row())
        if (entry is None or entry.hit is not None) and self.asking.busy():
            # What is shown was found for fewer letters: choose once it fits what was typed.
            self._hasty = True
            self.asking.ask_at_once()
            return
        self._choose(self.list.currentIndex().row())

    def _choose(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is None:
            return
        if entry.why_not:
            self.foot.setText(f"{entry.title.text}: {entry.why_not}")
            return
        self._recent.add(entry.key)
        self.close_popover()
        # After the keyboard has gone back to where it was: what is done starts from there.
        QTimer.singleShot(0, self, lambda: self._do(entry))

    def _do(self, entry: Entry) -> None:
        if entry.deed is not None:
            entry.deed()
        elif entry.hit is not None:
            self._workspace.navigate.emit(*go_to(entry.hit))

    def _describe(self, *_: object) -> None:
        entry = self.model.entry(self.list.currentIndex().row())
        # A screen reader stays in the field: it hears the line there.
        self.field.setAccessibleDescription(entry.said() if entry else "")
        self.list.nothing = ""
        if entry is not None and entry.why_not:
            self.foot.setText(entry.why_not)
        elif entry is None and self.field.text().strip() and not self.asking.busy():
            self.list.nothing = self.tr("Nothing found. Try fewer or shorter words.")
            self.foot.setText(self.list.nothing)
            self.list.viewport().update()
        else:
            self.foot.setText(self.tr("Enter opens, Esc closes, “words in quotes” are a phrase"))
