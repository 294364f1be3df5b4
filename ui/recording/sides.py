"""The document at the left, its fields at the right; in a narrow page one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from ui import theme
from ui.remembered import recall_shape, remember_shape
from ui.widgets.divided import Divided

NARROW = 1000
"""Below this width of the page, document and fields are tabs instead of sides."""
DOCUMENT, FIELDS = 0, 1
FIELDS_WIDEST = 640
"""Pixels at 100 % text that the fields have at first, at most: the rest is the document's."""
_SHAPE = "recording-splitter"


class TwoSides(QWidget):
    """Remembers how the width is shared; F6 takes the keyboard to the other side."""

    def __init__(self, document: QWidget, fields: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = (document, fields)
        self._narrow = False
        self._kept: list[QWidget | None] = [None, None]
        self.tabs = QTabBar(self)
        self.tabs.addTab(self.tr("Document"))
        self.tabs.addTab(self.tr("Fields"))
        self.tabs.setAccessibleName(self.tr("Document or fields"))
        self.tabs.hide()
        self.splitter = Divided(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for side, share in zip(self._sides, (60, 40), strict=True):
            self.splitter.addWidget(side)
            self.splitter.setStretchFactor(self.splitter.indexOf(side), share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.splitter, 1)
        self._shared = False
        self.tabs.currentChanged.connect(self._show_tab)
        self.splitter.splitterMoved.connect(self._remember)
        QShortcut(QKeySequence(Qt.Key.Key_F6), self, self.switch)

    def bring(self, side: int) -> None:
        """Have a side in sight, where only one is seen at a time."""
        self.tabs.setCurrentIndex(side)

    def switch(self) -> None:
        """Take the keyboard to the other side, where it was last."""
        here = DOCUMENT if self._holds_focus(DOCUMENT) else FIELDS
        there = FIELDS if here == DOCUMENT else DOCUMENT
        self._kept[here] = self.window().focusWidget()
        self.bring(there)
        kept = self._kept[there]
        target = kept if self._is_seen(kept, there) else self._first_stop(there)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _is_seen(self, widget: QWidget | None, side: int) -> bool:
        import shiboken6

        return (
            widget is not None
            and shiboken6.isValid(widget)
            and widget.isVisible()
            and self._sides[side].isAncestorOf(widget)
        )

    def _first_stop(self, side: int) -> QWidget | None:
        first = getattr(self._sides[side], "first_stop", None)
        return first() if first is not None else self._sides[side]

    def _holds_focus(self, side: int) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self._sides[side].isAncestorOf(focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn sides into tabs, and back."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        if narrow and not self._narrow and self._holds_focus(FIELDS):
            # What is typed into must not go out of sight, and the keyboard with it.
            self.tabs.setCurrentIndex(FIELDS)
        self._narrow = narrow
        self.tabs.setVisible(narrow)
        self._show_tab(self.tabs.currentIndex())
        if not narrow and not self._shared:
            self._share()

    def _share(self) -> None:
        """Share the width as it was left the last time, or 60 to 40 as far as fields need it."""
        self._shared = True
        shape = recall_shape(_SHAPE)
        if shape is None or not self.splitter.restoreState(shape):
            fields = min(self.width() * 40 // 100, theme.px(FIELDS_WIDEST))
            self.splitter.setSizes([self.width() - fields, fields])

    def _remember(self) -> None:
        remember_shape(_SHAPE, self.splitter.saveState())

    def _show_tab(self, index: int) -> None:
        leaving = self._narrow and self._holds_focus(FIELDS if index == DOCUMENT else DOCUMENT)
        for number, side in enumerate(self._sides):
            side.setVisible(not self._narrow or index == number)
        target = self._first_stop(index) if leaving else None
        if target is not None:
            # Otherwise Qt takes it to whatever comes next in the window: the side bar.
            target.setFocus(Qt.FocusReason.OtherFocusReason)
