"""A page that is out of date looks again once somebody sees it, not before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Calls `look` for a page: at once while it is in sight, else when it next comes up."""

    def __init__(self, page: QWidget, look: Callable[[], object]) -> None:
        super().__init__(page)
        self._page, self._look = page, look
        self._stale = False
        page.installEventFilter(self)

    def hear(self, _change: object = None) -> None:
        """Something was written somewhere."""
        if self._page.isVisible():
            self._look()
        else:
            self._stale = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page comes up."""
        if self._stale and event.type() == QEvent.Type.Show:
            self._stale = False
            self._look()
        return False
