"""What can be done on the page of columns and words, for the window's menus and its button More."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ui.schemas.page import SchemasPage


class SchemaActions(QObject):
    """All are about the schema in hand, but for the two that bring in another."""

    def __init__(self, page: SchemasPage) -> None:
        super().__init__(page)
        menu = QMenu(page)
        for words, deed, keys, reads in (
            (self.tr("&Save columns and words"), page.save, "Ctrl+S", False),
            (self.tr("&New from a table…"), page.begin_new, "", False),
            (self.tr("&Import from a file…"), page.take_in, "", False),
            (self.tr("&Export to a file…"), page.export, "", True),
            (self.tr("&Remove"), page.remove, "", False),
        ):
            action = QAction(words, page)
            action.triggered.connect(lambda _=False, its=deed: its())
            action.setProperty("menu", "casedata")
            action.setProperty("reads", reads)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if keys:
                action.setShortcut(QKeySequence(keys))
            page.addAction(action)
            menu.addAction(action)
        page.sides.more.setMenu(menu)
