"""The bar over a page's picture: which page is seen, turning it, and how large it is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import theme
from ui.recording.page_view import PageView
from ui.widgets.labels import words


class PageBar(QWidget):
    """Follows the view it is made for."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.where = words("", 12, 500, "text2")
        turn, zoom = view.go_to, view.zoom
        self.back = self._button(
            "chevron-left", self.tr("The page before (Page Up)"), lambda: turn(view.page - 1)
        )
        self.forward = self._button(
            "chevron-right", self.tr("The next page (Page Down)"), lambda: turn(view.page + 1)
        )
        self.smaller = self._button(
            "minus", self.tr("Smaller (Ctrl+−)"), lambda: zoom(larger=False)
        )
        self.larger = self._button("plus", self.tr("Larger (Ctrl++)"), lambda: zoom(larger=True))
        self.fit = QPushButton("", self)
        self.fit.setToolTip(self.tr("As wide as there is room (Ctrl+0)"))
        self.fit.clicked.connect(view.fit)
        theme.button_kind(self.fit, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(2)
        row.addWidget(self.back)
        row.addWidget(self.where)
        row.addWidget(self.forward)
        row.addStretch(1)
        for widget in (self.smaller, self.fit, self.larger):
            row.addWidget(widget)
        view.turned.connect(self._follow)
        self._follow()

    def _button(self, icon: str, name: str, does: object) -> QPushButton:
        button = QPushButton(self)
        button.setAccessibleName(name.split(" (")[0])
        button.setToolTip(name)
        button.setFixedSize(theme.px(28), theme.px(28))
        theme.set_icon(button, icon)
        theme.button_kind(button, "quiet")
        button.clicked.connect(does)
        return button

    def _follow(self) -> None:
        view = self._view
        self.where.setText(view.where())
        percent = f"{view.scale():.0%}"
        self.fit.setText(percent)
        self.fit.setAccessibleName(self.tr("Size {0}; press to fit the width").format(percent))
        self.back.setEnabled(view.page > 1)
        self.forward.setEnabled(view.page < view.pages)
