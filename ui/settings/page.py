"""Settings: each takes effect at once and is remembered; there is nothing to save."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from ui import theme
from ui.settings.appearance import Appearance
from ui.settings.columns import Columns
from ui.settings.keeping import Backups, Holidays, Passphrase
from ui.settings.notifying import Notifications
from ui.settings.section import Section
from ui.settings.yours import Language, Places, Recent, You
from ui.team.words import is_server
from ui.widgets.in_turns import InTurns
from ui.widgets.page_header import PageHeader
from ui.workspace import Workspace

Kind = TypeVar("Kind", bound=Section)


class SettingsPage(InTurns):
    """Its sections; on a server, those that its keepers see to are not there."""

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        self._workspace = workspace
        self._go = workspace.navigate.emit
        theme.ground(self, "window")
        self._lay_out()
        place = workspace.desk.case.address
        self.sections: list[Section] = []
        self.appearance = self._put(Appearance())
        self.language = self._put(Language())
        yield
        self.notifications = self._put(Notifications())
        yield
        self.holidays = self._put(Holidays(workspace))
        self.recent = self._put(Recent())
        yield
        if not is_server(place):
            self.backups = self._put(Backups(workspace))
            self.passphrase = self._put(Passphrase(place))
            yield
        self.you = self._put(You())
        self.places = self._put(Places(place))
        self._connect()

    def _put(self, section: Kind) -> Kind:
        """Add a section below those that are there."""
        self._inside.put(section)
        self.sections.append(section)
        return section

    def _connect(self) -> None:
        self.appearance.text_size_wanted.connect(lambda size: self._go("text-size", size))
        self.language.language_wanted.connect(lambda code: self._go("language", code))
        self.holidays.action_wanted.connect(lambda name: self._go("action", name))
        self.recent.forgotten.connect(lambda: self._go("recent-forgotten", None))
        if not is_server(self._workspace.desk.case.address):
            for section in (self.backups, self.passphrase):
                section.action_wanted.connect(lambda name: self._go("action", name))
        self._workspace.changed.connect(lambda _: self._say_where())

    def _say_where(self) -> None:
        self.places.say_file(self._workspace.desk.case.address)

    def _lay_out(self) -> None:
        self._inside = Columns()
        self._inside.installEventFilter(self)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(PageHeader(self.tr("Settings")))
        whole.addWidget(self._scroll, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All lines stay whole: a scroller takes only their width from what wraps."""
        super().resizeEvent(event)
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a section says may come later, and take more lines."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        # With the bar, which may come only once this has made the page high enough for it.
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        wide = self._scroll.width() - bar
        self._inside.setMinimumHeight(self._inside.tall(wide))

    def arrive(self, argument: object) -> None:
        """Come to the page: what can change elsewhere is looked at again."""
        self.appearance.refresh()
        self.recent.refresh()
        self.notifications.refresh()
        self._grow()
        self.appearance.themes.setFocus(Qt.FocusReason.OtherFocusReason)
