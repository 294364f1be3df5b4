"""A window whose case file may only be read: what would change it cannot be begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from ui.main_window import MainWindow

CHANGES = frozenset({"new-request", "record-response", "undo", "redo"})
"""The window's own actions that change the case file. Of a page's actions all do whose property
`reads` does not say otherwise."""


class OnlyReading(QObject):
    """Holds the actions that change something, in the menus, under their keys and in the palette.

    What is begun past them, by a button on a page, is refused by the desk and by the server.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for name in CHANGES:
            self._hold(window.actions_by_name[name])
        window.sidebar.new_request.setEnabled(False)
        window.setAcceptDrops(False)
        window.pages.shown.connect(lambda _name: self._hold_those_of_the_page())
        window.place_bar.say_only_read()

    def _hold_those_of_the_page(self) -> None:
        page = self._window.pages.currentWidget()
        for action in page.actions() if page is not None else ():
            if not action.property("reads"):
                self._hold(action)

    def _hold(self, action: QAction) -> None:
        # The page puts its actions on again as the selection changes.
        if not action.property("held"):
            action.setProperty("held", True)
            action.changed.connect(lambda: self._put_off(action))
        self._put_off(action)

    def _put_off(self, action: QAction) -> None:
        if action.isEnabled():
            action.setProperty("why_disabled", self.tr("You may only read this case file"))
            action.setEnabled(False)
