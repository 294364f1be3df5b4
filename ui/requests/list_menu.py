"""The menu of a line of the list: what can be done to its request, or to all that are chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ui.requests.page import RequestsPage

FOR_SEVERAL = (
    *("event", "letter", "chased", "campaign", "bin", "", "export", "references", "rows"),
)
"""Of the page's actions; empty for a line between them."""


class ListMenu:
    """Comes up once what can be done is known: that depends on the request."""

    def __init__(self, page: RequestsPage) -> None:
        self._page = page

    def show(self, request_id: int, at: QPoint) -> None:
        """Offer what can be done, at a place on the screen."""
        page = self._page
        chosen = page.list.table.chosen_ids()
        if len(chosen) > 1 and request_id in chosen:
            self._show_several(at)
            return
        detail = page.detail.detail()
        if detail is None or detail.row.id != request_id:
            page.list.table.choose(request_id)
        page.detail.when_shown(partial(self._show_one, request_id, at))

    def _show_several(self, at: QPoint) -> None:
        menu = QMenu(self._page)
        for name in FOR_SEVERAL:
            if name:
                menu.addAction(self._page.deeds[name])
            else:
                menu.addSeparator()
        _pop_up(menu, at)

    def _show_one(self, request_id: int, at: QPoint) -> None:
        detail = self._page.detail.detail()
        if detail is not None and detail.row.id == request_id:
            menu = QMenu(self._page)
            self._page.detail.deeds.fill(menu)
            _pop_up(menu, at)


def _pop_up(menu: QMenu, at: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
