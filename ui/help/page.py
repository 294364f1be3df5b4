"""Help: the guide inside the window, at the section of the page one came from."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.help.contents import Contents
from ui.help.find_bar import FindBar
from ui.help.guide import GUIDE, SECTIONS, Heading, Spot
from ui.help.text_view import GuideText
from ui.help.trail import Step, Trail
from ui.widgets.page_header import PageHeader
from ui.workspace import Workspace

CONTENTS_WIDTH = 232
CONTENTS_SHARE = 0.38
"""Of the page that the contents take at most: with large text the guide needs the room."""


def asked_from(page: str, widget: QWidget | None) -> HelpWanted | None:
    """What a page's F1 asks for: the section that the page names itself, or its own."""
    if page == "help":
        return None
    own = getattr(widget, "help_section", None)
    anchor = own() if own is not None else SECTIONS.get(page, "")
    return HelpWanted(Spot(GUIDE, anchor), page)


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """Where in the guide, and the page that Esc goes back to."""

    spot: Spot
    came_from: str


class HelpPage(QWidget):
    """Contents at the left, the text beside; Alt+Left and Alt+Right go back and forward."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "window")
        self._go = workspace.navigate.emit
        self._came_from = "today"
        self._trail = Trail()
        self.text = GuideText()
        self.contents = Contents()
        self.find_bar = FindBar(self.text, self)
        self.back = self._button("arrow-left", self.tr("Back (Alt+Left)"))
        self.forward = self._button("chevron-right", self.tr("Forward (Alt+Right)"))
        self.shortcuts = QPushButton(self.tr("Keyboard shortcuts"))
        self.leave = QPushButton(self.tr("Close help"))
        self._lay_out()
        self._connect()
        self.text.show_spot(Spot())
        self._shown()

    def _lay_out(self) -> None:
        header = PageHeader(self.tr("Help"))
        for widget in (self.back, self.forward, self.find_bar, self.shortcuts, self.leave):
            header.add(widget)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.contents)
        # In the middle of what is left: its lines are no longer than is pleasant to read.
        row.addStretch(1)
        row.addWidget(self.text, 1000)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addLayout(row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The contents give way where the text would have too little."""
        super().resizeEvent(event)
        wide = min(theme.px(CONTENTS_WIDTH), int(self.width() * CONTENTS_SHARE))
        self.contents.setFixedWidth(wide)

    def _connect(self) -> None:
        self.text.wanted.connect(self.go)
        self.text.at_heading.connect(self.contents.mark)
        self.contents.wanted.connect(self._go_to_heading)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.shortcuts.clicked.connect(lambda: self._go("action", "shortcuts"))
        self.leave.clicked.connect(self._close)
        keys = ((Qt.Key.Key_Escape, self._close), (QKeySequence.StandardKey.Back, self.go_back))
        for key, deed in (*keys, (QKeySequence.StandardKey.Forward, self.go_forward)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def show_argument(self, argument: object) -> None:
        """Open the section that a page asked for."""
        if isinstance(argument, HelpWanted):
            self._came_from = argument.came_from
            self.go(argument.spot)

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is in the text, where arrows and Page Down read on."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, spot: Spot) -> None:
        """Go to a place in the guide, from where Back leads here again."""
        self._trail.leave(self._step())
        self.text.show_spot(spot)
        self._shown()

    def go_back(self) -> None:
        """Go to the place before."""
        self._take(self._trail.back(self._step()))

    def go_forward(self) -> None:
        """Go to where one came back from."""
        self._take(self._trail.forward(self._step()))

    def _go_to_heading(self, heading: Heading) -> None:
        self.go(Spot(self.text.text_name, heading.anchor))

    def _take(self, step: Step | None) -> None:
        if step is not None:
            if step.text != self.text.text_name:
                self.text.show_spot(Spot(step.text))
            self.text.show_block(step.block)
            self._shown()

    def _step(self) -> Step:
        return Step(self.text.text_name, self.text.top_block())

    def _shown(self) -> None:
        self.contents.show_headings(self.text.headings)
        under = self.text.heading_now()
        if under is not None:
            self.contents.mark(under)
        can_back, can_forward = self._trail.can_go()
        self.back.setEnabled(can_back)
        self.forward.setEnabled(can_forward)
        if self.find_bar.box.text():
            self.find_bar.look(move=False)

    def _close(self) -> None:
        self._go(self._came_from, None)

    def _button(self, icon: str, said: str) -> QToolButton:
        button = QToolButton(self)
        theme.set_icon(button, icon)
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.setMinimumSize(28, 28)
        return button
