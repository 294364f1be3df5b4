"""The icon beside the clock: a menu, and notifications as this desktop shows them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from foitrack import assets
from foitrack.desk.announcing import Announcement
from ui.core_words import told

SHOWN_MS = 12_000


def is_there() -> bool:
    """Whether this desktop has a place for such an icon, and shows notifications."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class Tray(QObject):
    """Shown from when it is made until `leave`."""

    open_wanted = Signal()
    new_request_wanted = Signal()
    quit_wanted = Signal()
    followed = Signal(object)
    """A notification was clicked: the Announcement."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last: Announcement | None = None
        self.menu = QMenu()
        self.menu.addAction(self.tr("&Open FOI Track")).triggered.connect(self._open)
        self.menu.addAction(self.tr("&New request…")).triggered.connect(self._new_request)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("&Quit")).triggered.connect(self._quit)
        self._icon = QSystemTrayIcon(QIcon(str(assets.resource("foitrack.svg"))), self)
        self._icon.setToolTip("FOI Track")
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._pressed)
        self._icon.messageClicked.connect(self._followed)
        self._icon.show()

    def say(self, announcement: Announcement) -> None:
        """Show one notification; the desktop decides for how long."""
        self._last = announcement
        self._icon.showMessage(
            told(announcement.title), told(announcement.body), self._icon.icon(), SHOWN_MS
        )

    def leave(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.open_wanted.emit()

    def _followed(self) -> None:
        if self._last is not None:
            self.followed.emit(self._last)

    def _open(self) -> None:
        self.open_wanted.emit()

    def _new_request(self) -> None:
        self.new_request_wanted.emit()

    def _quit(self) -> None:
        self.quit_wanted.emit()
