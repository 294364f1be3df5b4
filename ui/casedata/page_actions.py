"""What can be done on the Case data page, for the window's menus, its keys and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from ui.casedata.page import CaseDataPage


class CaseActions(QObject):
    """Both are about the row that is chosen."""

    def __init__(self, page: CaseDataPage) -> None:
        super().__init__(page)
        self._page = page
        source = QAction(self.tr("&Open the source"), page)
        source.triggered.connect(page.panel.open_current)
        # It changes nothing in the case file.
        source.setProperty("reads", True)
        check = QAction(self.tr("&Mark the row as checked, or not"), page)
        check.setShortcut(QKeySequence("Ctrl+Return"))
        check.triggered.connect(self._toggle_checked)
        for action in (source, check):
            action.setProperty("menu", "casedata")
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(action)

    def _toggle_checked(self) -> None:
        row = self._page.panel.current_row()
        if row is not None:
            self._page.deeds.set_checked(row, not row.checked)
