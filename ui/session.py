"""One case file at a time, each in a window of its own; what is done while it is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui import language, theme
from ui.collecting import take_back
from ui.core_words import told
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.own_name import under_own_name
from ui.presence.presence import Presence
from ui.remembered import remember, remember_file, remember_server
from ui.safety.care import Care, leave_behind
from ui.safety.moving import keep_local, save_elsewhere
from ui.shell.ahead import Ahead
from ui.single_instance import FirstInstance
from ui.team.company import Company
from ui.team.only_reading import OnlyReading
from ui.team.words import is_server
from ui.workspace import Workspace

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from foitrack.desk.moving import Moved
    from foitrack.desk.safety import Backup
    from ui.safety.closed_work import Deed, Reopened

A_MINUTE = 60_000


class Session(QObject):
    """Opens case files, each in a window of its own that takes the place of the one before."""

    def __init__(self, app: QApplication, today: Callable[[], date]) -> None:
        """`today` tells the day to count from; it is asked again as time goes by."""
        super().__init__(app)
        self._app = app
        self._ask_today = today
        self._today = today()
        self.window: MainWindow | None = None
        self.first: FirstInstance | None = None
        self.opening = Opening(self)
        self._ending: Workspace | None = None
        self.presence = Presence(self)
        self.presence.followed.connect(lambda _: self._come_forward([]))
        self._watch = QTimer(self)
        self._watch.setInterval(A_MINUTE)
        self._watch.timeout.connect(self.look_at_the_day)
        self._watch.start()

    def today(self) -> date:
        """The day that is counted from."""
        return self._today

    def show(self, desk: Desk, place: str, page: str = "today") -> MainWindow:
        """Show a case file; the one shown before is closed."""
        if is_server(place):
            remember_server(place)
        else:
            remember_file(Path(place).absolute())
        window = self._replace(Workspace(under_own_name(desk), self._today), place, page)
        if not is_server(place) and self.first is not None:
            self.first.stand_for(Path(place))
        return window

    def restore(self, backup: Backup) -> None:
        """Put a backup in the place of the case file that is shown, and show that."""
        from ui.safety.restoring import restoring

        # A request's number is one of the file that is set aside.
        self._while_closed(self.tr("Restoring a backup"), restoring(backup), same=False)

    def protect(self, passphrase: str) -> None:
        """Give the case file that is shown a passphrase, and show it again."""
        from ui.protection.asking import protecting

        self._while_closed(self.tr("Giving the case file a passphrase"), protecting(passphrase))

    def unprotect(self) -> None:
        """Take the passphrase off the case file that is shown, and show it again."""
        from ui.protection.asking import unprotecting

        self._while_closed(self.tr("Taking the passphrase off"), unprotecting)

    def _while_closed(self, title: str, deed: Deed, *, same: bool = True) -> None:
        """Do something with the case file closed. What is handed over meanwhile is taken after,
        for the request it came for where it is the `same` case file still.
        """
        from ui.safety.closed_work import ClosedWork

        window = self.window
        assert window is not None

        def over(done: Reopened) -> None:
            shown = self.show(done.desk, window.place)
            if done.problem is not None:
                shown.say_problem(done.problem)
            else:
                shown.workspace.notice.emit(done.said, False)
            for one in window.workspace.not_taken():
                shown.record_files(one.paths, one.request_id if same else None)

        work = ClosedWork(window, title, deed)
        work.over.connect(over)
        work.given_up.connect(window.close)
        work.begin()

    def go_on_at(self, desk: Desk, moved: Moved) -> None:
        """Work goes on in a copy of the case file that is shown; every open form stays."""
        window = self.window
        assert window is not None
        before, workspace = window.workspace.desk, window.workspace
        for one in (window.findChild(Company), window.findChild(Care)):
            if one is not None:
                one.end()
                one.setParent(None)
                one.deleteLater()
        workspace.before_closing = None
        remember_file(moved.path)
        window.work_at(under_own_name(desk), str(moved.path))
        Care(window)
        Company(window)
        workspace.readings.want_failed_again()
        if self.first is not None:
            self.first.stand_for(moved.path)
        window.notice.say(told(moved.in_words()), False)
        workspace.read(lambda: leave_behind(before, moved.original), lambda _: None)

    def be_first(self) -> None:
        """Let a second start on the same case file come to this window."""
        self.first = FirstInstance(self)
        self.first.asked.connect(self._come_forward)

    def _come_forward(self, files: list[str]) -> None:
        window = self.window
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()
            window.record_files([Path(name) for name in files])

    def look_at_the_day(self) -> None:
        """Past midnight every distance is another: have the screens look again."""
        today = self._ask_today()
        if today == self._today:
            return
        self._today = today
        if self.window is not None:
            self.window.workspace.today = today
            self.window.workspace.announce_changes()

    def set_text_size(self, percent: int) -> None:
        """Set the text size now and at the next start; the window is laid out anew."""
        remember("text-size", str(percent))
        theme.apply(self._app, theme.choice(), percent / 100)
        self._lay_out_anew()

    def set_language(self, code: str) -> None:
        """Speak a language now and at the next start; the window is laid out anew."""
        language.choose(code)
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        window = self.window
        if window is None:
            return
        held = _named_around(window.focusWidget())
        made = self._replace(window.workspace.again(), window.place, window.pages.current_name)
        again = made.findChild(QWidget, held) if held else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Close the window and let go of the case file."""
        window, self.window = self.window, None
        self.presence.leave()
        if window is not None:
            window.close()
            window.workspace.close()
            window.deleteLater()

    def _replace(self, workspace: Workspace, place: str, page: str) -> MainWindow:
        before, self.window = self.window, MainWindow(workspace, place)
        window = self.window
        window.open_file_wanted.connect(self.opening.open_file)
        window.new_file_wanted.connect(self.opening.new_file)
        window.restore_wanted.connect(self.restore)
        window.examples_wanted.connect(self.opening.open_examples)
        window.text_size_wanted.connect(self.set_text_size)
        window.language_wanted.connect(self.set_language)
        window.passphrase_wanted.connect(self.protect)
        window.no_passphrase_wanted.connect(self.unprotect)
        window.imported.connect(self.opening.show_and_say)
        window.moved.connect(self.go_on_at)
        window.reach.elsewhere_wanted.connect(lambda: save_elsewhere(window, window))
        window.place_bar.wanted.connect(lambda: keep_local(window))
        window.server_opened.connect(self.opening.show_server)
        window.menus.show_recent(self.opening.open_file, self.opening.open_server)
        if before is None:
            window.restore_shape()
        else:
            window.setGeometry(before.geometry())
        if not is_server(place):
            Care(window)
        if before is not None and (company := before.findChild(Company)) is not None:
            company.end()
        Company(window)
        if workspace.desk.case.only_read:
            OnlyReading(window)
        window.go(page)
        window.show()
        self.presence.attend(window)
        if before is None:
            Ahead(workspace, window).begin()
        if before is not None:
            # While its pages are still there to say what is begun on them.
            before.workspace.leaving.emit()
            take_back()
            before.hide()
            before.deleteLater()
            self._ending = before.workspace
            # After this turn: the call that led here still runs on the old worker.
            self._ending.end_soon()
        return window


def _named_around(widget: QWidget | None) -> str:
    """The name of a widget or of the nearest around it that has one; empty where none has."""
    while widget is not None and not widget.objectName():
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else ""
