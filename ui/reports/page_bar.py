"""The bar under the pages: which are seen, turning them, and how large they are."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import theme
from ui.reports.sheet_view import SheetView
from ui.widgets.labels import words


class PageBar(QWidget):
    """Says where one is and leads on; follows the view it is made for."""

    def __init__(self, view: SheetView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.where = words("", 13, 500, "text2")
        self.back = self._button("chevron-left", self.tr("The pages before"), view.back)
        self.forward = self._button("chevron-right", self.tr("The next pages"), view.forward)
        self.smaller = self._button("minus", self.tr("Smaller"), lambda: view.zoom(larger=False))
        self.larger = self._button("plus", self.tr("Larger"), lambda: view.zoom(larger=True))
        self.fit = QPushButton("")
        self.fit.setToolTip(self.tr("As large as the pages fit"))
        theme.button_kind(self.fit, "quiet")
        self.fit.clicked.connect(view.fit)
        self._lay_out()
        view.turned.connect(self._follow)
        self._follow()

    def _button(self, icon: str, name: str, does: object) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        theme.set_icon(button, icon)
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        for quiet in (self.smaller, self.larger):
            theme.button_kind(quiet, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 12)
        row.setSpacing(8)
        row.addWidget(self.where)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addSpacing(12)
        row.setSpacing(4)
        for widget in (self.smaller, self.fit, self.larger):
            row.addWidget(widget)

    def _follow(self) -> None:
        self.where.setText(self._view.where())
        percent = f"{self._view.scale():.0%}"
        self.fit.setText(percent)
        self.fit.setAccessibleName(self.tr("Size {0}; press to fit").format(percent))
        self.back.setEnabled(self._view.can_go(-1))
        self.forward.setEnabled(self._view.can_go(1))
        shown = self._view.pages() is not None
        for widget in (self.smaller, self.fit, self.larger):
            widget.setEnabled(shown)
