"""The filters of a person's own: their menu, and what can be done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from foitrack.desk import saved_filters
from foitrack.desk.saved_filters import OwnFilter
from foitrack.desk.views import Changed
from ui.requests.filter_name_dialog import FilterNameDialog
from ui.team.which_stands import write_over

if TYPE_CHECKING:
    from ui.requests.listing import Listing
    from ui.workspace import Workspace


class OwnFilters(QObject):
    """One is on while the list is filtered as it says; that one can be renamed and removed.

    Each is an action of the page too, so that the palette finds it by its name.
    """

    def __init__(self, workspace: Workspace, listing: Listing, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._listing, self._page = workspace, listing, page
        self._found: tuple[OwnFilter, ...] = ()
        self._actions: list[QAction] = []
        self.menu = QMenu(page)
        self.keep_action = QAction(self.tr("&Keep this filter…"), page)
        self.rename_action = QAction(self.tr("Rena&me this filter…"), page)
        self.remove_action = QAction(self.tr("Remove this f&ilter"), page)
        for action, run in (
            (self.keep_action, self.keep),
            (self.rename_action, self.rename),
            (self.remove_action, self.remove),
        ):
            action.setProperty("menu", "request")
            action.triggered.connect(lambda _=False, run=run: run())
            page.addAction(action)
        self._fill()
        listing.filter_changed.connect(self._show_which)
        workspace.changed.connect(self._hear)
        self._ask()

    def found(self) -> tuple[OwnFilter, ...]:
        """All there are, by name."""
        return self._found

    def current(self) -> OwnFilter | None:
        """The one by which the list is filtered now."""
        return next((one for one in self._found if one.filter == self._listing.filter), None)

    def keep(self) -> None:
        """Ask for a name and keep the filter as it is now."""
        desk, wanted = self._workspace.desk, self._listing.filter
        dialog = FilterNameDialog([one.name for one in self._found], parent=self._page)
        shown = {one.name.casefold(): one.filter for one in self._found}
        dialog.wanted.connect(
            lambda name: write_over(
                self._workspace,
                self._page,
                lambda seen: saved_filters.save(desk, name, wanted, seen=seen),
                {"filter": shown.get(name.casefold())},
            )
        )
        dialog.open()

    def rename(self) -> None:
        """Ask for another name of the one that is on."""
        own, desk = self.current(), self._workspace.desk
        if own is None:
            return
        others = [one.name for one in self._found if one.id != own.id]
        dialog = FilterNameDialog(others, own.name, self._page)
        dialog.wanted.connect(
            lambda name: self._workspace.write(lambda: saved_filters.rename(desk, own.id, name))
        )
        dialog.open()

    def remove(self) -> None:
        """Keep the one that is on no longer; the notice offers to undo it."""
        own, desk = self.current(), self._workspace.desk
        if own is not None:
            self._workspace.write(lambda: saved_filters.remove(desk, own.id))

    def _hear(self, change: Changed) -> None:
        if not change.request_ids:
            self._ask()

    def _ask(self) -> None:
        desk = self._workspace.desk
        self._workspace.read(lambda: saved_filters.every(desk), self._take)

    def _take(self, found: tuple[OwnFilter, ...]) -> None:
        if found != self._found:
            self._found = found
            self._fill()
        self._show_which()

    def _fill(self) -> None:
        self.menu.clear()
        for action in self._actions:
            self._page.removeAction(action)
            action.deleteLater()
        self._actions = [self._action(one) for one in self._found]
        for action in self._actions:
            self.menu.addAction(action)
        if not self._actions:
            none = self.menu.addAction(self.tr("None kept yet"))
            none.setEnabled(False)
        self.menu.addSeparator()
        self.menu.addActions([self.keep_action, self.rename_action, self.remove_action])
        self._show_which()

    def _action(self, own: OwnFilter) -> QAction:
        action = QAction(own.name.replace("&", "&&"), self._page)
        action.setCheckable(True)
        action.setData(own.id)
        action.triggered.connect(lambda: self._use(own))
        self._page.addAction(action)
        return action

    def _use(self, own: OwnFilter) -> None:
        """Filter by it, or no longer where it was on."""
        if self.current() == own:
            self._listing.clear()
        else:
            self._listing.narrow(own.filter)
        self._show_which()

    def _show_which(self) -> None:
        current, listing = self.current(), self._listing
        for action in self._actions:
            action.setChecked(current is not None and action.data() == current.id)
        self.keep_action.setEnabled(listing.filtered() and not listing.filter.ids)
        self.keep_action.setProperty("why_disabled", self.tr("Filter the list first"))
        for action in (self.rename_action, self.remove_action):
            action.setEnabled(current is not None)
            action.setProperty("why_disabled", self.tr("Choose a filter of your own first"))
