"""Who else is at the case file: what they write is shown here, and whether the server answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from foitrack.desk import others
from foitrack.desk.others import News, OutcomeUnknownError
from foitrack.desk.views import Changed
from ui.counting import listed

if TYPE_CHECKING:
    from ui.main_window import MainWindow

GATHER_MS = 200
"""What many write in a short while is shown at once."""


class Company(QObject):
    """Has the screens look again when somebody else has written, without being asked."""

    _heard = Signal(object)
    _reached = Signal(bool)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._news: list[News] = []
        self._unknown: list[OutcomeUnknownError] = []
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(GATHER_MS)
        self._gather.timeout.connect(self._show)
        # Emitted on the watch's thread, received on this one: Qt queues it.
        self._heard.connect(self._take)
        self._reached.connect(self._say_reach)
        self._watch = others.watch(self._workspace.desk, self._heard.emit, self._reached.emit)
        self._workspace.lost.connect(self._lost)
        window.reach.now_wanted.connect(self._watch.look_now)
        self._before = self._workspace.before_closing
        self._workspace.before_closing = self._close
        self._watch.start()

    def end(self) -> None:
        """Hear nothing more: another window takes the place of this one."""
        self._watch.end()

    def _close(self) -> None:
        self._watch.stop()
        if self._before is not None:
            self._before()

    def _take(self, news: News) -> None:
        self._news.append(news)
        if not self._gather.isActive():
            self._gather.start()

    def _show(self) -> None:
        news, self._news = self._news, []
        about = {number for one in news for number in one.request_ids}
        everything = any(not one.request_ids for one in news)
        self._workspace.changed.emit(Changed("", () if everything else tuple(sorted(about))))
        names = list(dict.fromkeys(one.who for one in news if one.who))
        if names:
            said = self.tr("Changed by {0}").format(_listed(names))
            self._workspace.notice.emit(said, False)

    # Whether the server answers

    def _lost(self, problem: Exception) -> None:
        if isinstance(problem, OutcomeUnknownError):
            self._unknown.append(problem)
        self._watch.look_now()

    def _say_reach(self, there: bool) -> None:
        self._window.reach.setVisible(not there)
        if there and self._unknown:
            self._ask_what_was_kept()

    def _ask_what_was_kept(self) -> None:
        """Say of each change whose answer was lost whether it is there."""
        asked, self._unknown = self._unknown, []
        desk = self._workspace.desk
        self._workspace.read(
            lambda: [others.was_kept(desk, one) for one in asked], self._say_what_was_kept
        )

    def _say_what_was_kept(self, kept: list[bool | None]) -> None:
        if all(kept):
            said = self.tr("The server answers again. Your last change was kept.")
        elif None in kept:
            said = self.tr("The server answers again. See whether your last change is there.")
        else:
            said = self.tr("The server answers again. Your last change was not kept; make it anew.")
        self._workspace.notice.emit(said, False)


def _listed(names: list[str]) -> str:
    return listed(names)
