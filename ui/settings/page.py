"""Settings: each takes effect at once and is remembered; there is nothing to save."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.settings.appearance import Appearance
from ui.settings.keeping import Backups, Holidays, Passphrase
from ui.settings.notifying import Notifications
from ui.settings.section import Section
from ui.settings.yours import Language, Places, Recent, You
from ui.team.words import is_server
from ui.widgets.labels import rule
from ui.widgets.page_header import MARGIN, PageHeader
from ui.workspace import Workspace

WIDEST = 720
GAP = 20


class SettingsPage(QWidget):
    """Sections one below the other; on a server, those that its keepers see to are not there."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._go = workspace.navigate.emit
        theme.ground(self, "window")
        place = workspace.desk.case.address
        self.appearance = Appearance()
        self.language = Language()
        self.notifications = Notifications()
        self.holidays = Holidays(workspace)
        self.recent = Recent()
        self.places = Places(place)
        self.you = You()
        self.sections: list[Section] = [self.appearance, self.language, self.notifications]
        self.sections += [self.holidays, self.recent]
        self._add_care(workspace, place)
        self.sections += [self.you, self.places]
        self._connect()
        self._lay_out()

    def _add_care(self, workspace: Workspace, place: str) -> None:
        if is_server(place):
            return
        self.backups, self.passphrase = Backups(workspace), Passphrase(place)
        for section in (self.backups, self.passphrase):
            section.action_wanted.connect(lambda name: self._go("action", name))
            self.sections.append(section)

    def _connect(self) -> None:
        self.appearance.text_size_wanted.connect(lambda size: self._go("text-size", size))
        self.language.language_wanted.connect(lambda code: self._go("language", code))
        self.holidays.action_wanted.connect(lambda name: self._go("action", name))
        self.recent.forgotten.connect(lambda: self._go("recent-forgotten", None))
        self._workspace.changed.connect(lambda _: self._say_where())

    def _say_where(self) -> None:
        self.places.say_file(self._workspace.desk.case.address)

    def _lay_out(self) -> None:
        self._inside = inside = QWidget()
        inside.installEventFilter(self)
        theme.ground(inside, "window")
        inside.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(QMargins(MARGIN, 8, MARGIN, MARGIN))
        column.setSpacing(GAP)
        for section in self.sections:
            if section is not self.sections[0]:
                column.addWidget(rule())
            column.addWidget(section)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1)
        row.addStretch(0)
        row.setAlignment(inside, Qt.AlignmentFlag(0))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.ground(holder, "window")
        self._scroll.setWidget(holder)
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
        wide = min(self._scroll.width() - bar, theme.px(WIDEST))
        self._inside.setMinimumHeight(self._inside.heightForWidth(wide))

    def arrive(self, argument: object) -> None:
        """Come to the page: what can change elsewhere is looked at again."""
        self.appearance.refresh()
        self.recent.refresh()
        self.notifications.refresh()
        self._grow()
        self.appearance.themes.setFocus(Qt.FocusReason.OtherFocusReason)
