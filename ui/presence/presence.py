"""Looks now and then what is worth a notification, and has it shown where that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTime, QTimer, Signal

from foitrack.desk.announcing import Announcement, Right, announce
from foitrack.desk.views import RequestFilter
from ui.presence import choices
from ui.presence.tray import Tray, is_there
from ui.tasks import gone

if TYPE_CHECKING:
    from ui.main_window import MainWindow

FIRST_MS = 4_000
"""After the window has come up."""
EVERY_MS = 10 * 60_000
APART_MS = 8_000


def clock() -> time:
    """The time of day on this computer."""
    now = QTime.currentTime()
    return time(now.hour(), now.minute())


class Presence(QObject):
    """Does nothing at all, and shows no icon, until the person asks for notifications."""

    followed = Signal(object)
    """The window is to come forward: an Announcement was clicked, or None for the icon."""

    def __init__(
        self,
        parent: QObject,
        at: Callable[[], time] = clock,
        make_tray: Callable[[QObject], Tray] = Tray,
        can_be: Callable[[], bool] = is_there,
    ) -> None:
        super().__init__(parent)
        self._at, self._make_tray, self._can_be = at, make_tray, can_be
        self._window: MainWindow | None = None
        self._tray: Tray | None = None
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FIRST_MS)
        self._soon.timeout.connect(self.look)
        choices.CHANGES.changed.connect(self._chosen)

    @property
    def tray(self) -> Tray | None:
        """The icon, while there is one."""
        return self._tray

    def attend(self, window: MainWindow) -> None:
        """Speak for this window's case file from now on."""
        self._window, self._asking = window, False
        self._put_up()
        if self._tray is not None:
            self._soon.start()

    def leave(self) -> None:
        """Say nothing more: the window is closed."""
        self._window = None
        self._timer.stop()
        self._soon.stop()
        self._take_down()

    def look(self) -> None:
        """Ask what there is to say, off the window's thread, and say what was not said yet."""
        window, chosen = self._window, choices.choices()
        quiet = chosen.quiet
        if window is None or self._tray is None or self._asking or gone(window.notice.say):
            return
        if quiet is not None and quiet.covers(self._at()):
            return
        self._asking = True
        workspace = window.workspace
        desk, today = workspace.desk, workspace.today

        def ask() -> tuple[str, tuple[Right, ...]]:
            from foitrack.desk import rights

            return rights.summary(desk, today=today), rights.ending(desk, today=today)

        workspace.tasks.run(ask, partial(self._say, window, today), self._failed)

    def _say(self, window: MainWindow, today: date, found: tuple[str, tuple[Right, ...]]) -> None:
        self._asking = False
        if window is not self._window or self._tray is None:
            return
        chosen, place = choices.choices(), window.place
        said, told = announce(
            *found,
            choices.told(place),
            today=today,
            at=self._at(),
            quiet=chosen.quiet,
            names=chosen.names,
        )
        # Before it is shown: what the desktop swallows is not said again either.
        choices.remember_told(place, told)
        # One after the other: many desktops put the next in the place of the one before.
        for number, one in enumerate(said):
            QTimer.singleShot(number * APART_MS, self, partial(self._show, one))

    def _show(self, one: Announcement) -> None:
        if self._tray is not None:
            self._tray.say(one)

    def _failed(self, _problem: Exception) -> None:
        # Whoever else asks the desk says what is wrong; here it is tried again later.
        self._asking = False

    def _chosen(self) -> None:
        self._put_up()
        if self._tray is not None:
            self.look()

    def _put_up(self) -> None:
        wanted = choices.choices().on and self._window is not None and self._can_be()
        if wanted and self._tray is None:
            self._tray = self._make_tray(self)
            self._tray.open_wanted.connect(lambda: self.followed.emit(None))
            self._tray.followed.connect(self._follow)
            self._tray.new_request_wanted.connect(self._new_request)
            self._tray.quit_wanted.connect(self._quit)
            self._timer.start()
        elif not wanted:
            self._timer.stop()
            self._take_down()

    def _take_down(self) -> None:
        if self._tray is not None:
            self._tray.leave()
            self._tray = None

    def _follow(self, one: Announcement) -> None:
        self.followed.emit(one)
        if self._window is None:
            return
        if one.request_ids:
            self._window.go("requests", RequestFilter(ids=frozenset(one.request_ids)))
        else:
            self._window.go("today")

    def _new_request(self) -> None:
        self.followed.emit(None)
        if self._window is not None:
            self._window.new_request()

    def _quit(self) -> None:
        if self._window is not None:
            self._window.close()
